"""`python -m bench.post_office 2525 letters.txt`: a mail server on this computer; a line in the file for each letter."""

import sys
import threading

from aiosmtpd.controller import Controller


class Counter:
    """Takes every letter and writes down for whom it was."""

    def __init__(self, file):
        self._file = file

    async def handle_DATA(self, server, session, envelope):
        print(",".join(envelope.rcpt_tos), file=self._file, flush=True)
        return "250 taken"


if __name__ == "__main__":
    with open(sys.argv[2], "a") as file:
        Controller(Counter(file), hostname="127.0.0.1", port=int(sys.argv[1])).start()
        threading.Event().wait()
