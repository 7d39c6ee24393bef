from django.core.management.base import BaseCommand, CommandError

from events.models import Event
from events.seal import broken_links


class Command(BaseCommand):
    help = "Checks the chain of the log of every municipality."

    def handle(self, *args, **options):
        chains = Event.objects.filter(place__isnull=False).values_list("municipality_id", flat=True).order_by().distinct()
        broken = {municipality: places for municipality in chains if (places := broken_links(municipality))}
        if broken:
            raise CommandError(f"The log was changed: {broken}")
        self.stdout.write(f"{len(chains)} chains are whole.")
