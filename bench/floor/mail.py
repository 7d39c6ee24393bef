"""The floor of mail: Celery with Redis, a task a letter, and a connection to the mail server a letter."""

import os
import sys

import django
from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.floor_settings")
django.setup()

from django.core.mail import EmailMultiAlternatives  # noqa: E402 - the settings are ready only now

app = Celery("floor", broker=os.environ["REDIS_URL"])
app.conf.task_ignore_result = True


@app.task(name="floor.send")
def send(to: str, subject: str, text: str, html: str) -> None:
    message = EmailMultiAlternatives(subject, text, "Floor <noreply@floor.example>", [to])
    message.attach_alternative(html, "text/html")
    message.send()


if __name__ == "__main__":  # first, number, file with the letter: put so many letters in the queue
    first, number, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    with open(file) as letter:
        subject, text, html = letter.read().split("\x00")
    for n in range(first, first + number):
        send.delay(f"vloer{n}@example.nl", subject, text, html)
