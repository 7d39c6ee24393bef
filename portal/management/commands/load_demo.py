from celery import current_app
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import Municipality
from portal.demo.accounts import ACCOUNTS
from portal.demo.load import load


class Command(BaseCommand):
    help = "Loads the demo into an empty database, or with --accounts prints who you can be in it."

    def add_arguments(self, parser):
        parser.add_argument("--accounts", action="store_true")
        parser.add_argument("--people", action="store_true", help="people, municipalities and parties only: no story yet")
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there is something already")

    def handle(self, *args, **options):
        if options["accounts"]:
            for account in ACCOUNTS:
                self.stdout.write(f"{account.name:<20} {account.who}")
            return
        if Municipality.objects.exists():
            if options["if_empty"]:
                return
            raise CommandError("There is something in this database already. `make demo` begins again.")
        if not settings.DEMO:
            raise CommandError("The demo is loaded in demo mode only (DEMO=1).")
        # Documents and mails are made at once, at the moment of the story, and not by a worker later.
        current_app.conf.task_always_eager = settings.CELERY_TASK_ALWAYS_EAGER = True
        load(self.stdout.write, with_stories=not options["people"])
        self.stdout.write("The demo is loaded.")
