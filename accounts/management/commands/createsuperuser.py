from django.core.management.base import BaseCommand, CommandError

from accounts.actions import grant_role
from accounts.models import Municipality, RoleKind, User


class Command(BaseCommand):
    help = "Makes the administrator of a municipality. There is no superuser: nobody passes the table of permissions."

    def add_arguments(self, parser):
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--municipality", required=True, help="name of the municipality; made when it is not there yet")
        parser.add_argument("--code", default="", help="its CBS code (GM0193), needed to make it")

    def handle(self, *args, **options):
        municipality = Municipality.objects.filter(name__iexact=options["municipality"]).first()
        if municipality is None:
            if not options["code"]:
                raise CommandError("This municipality is new: give its CBS code with --code GM....")
            slug = options["municipality"].lower().replace(" ", "-")
            municipality = Municipality.objects.create(name=options["municipality"], slug=slug, code=options["code"])
        user = User.objects.filter(email__iexact=options["email"]).first()
        user = user or User.objects.create_user(options["email"], name=options["name"])
        grant_role(user=user, municipality=municipality, kind=RoleKind.ADMINISTRATOR, by=None)
        self.stdout.write(f"{user.name} is administrator of {municipality.name}. Sign in by e-mail code.")
