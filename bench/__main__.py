"""`python -m bench`: all measurements. `python -m bench ranking bid`: only the pages with one of these words in their names."""

import signal
import sys
import time

from bench import place
from bench.run import run

if __name__ == "__main__":
    began = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that servers and databases are tidied up
    try:
        run(sys.argv[1:])
    except place.Broken as broken:
        sys.exit(f"\nThe bench itself broke, so there are no figures. {broken}")
    print(f"{time.monotonic() - began:.0f} seconds")
