"""Where the stories of the Indische Buurt happen: Amsterdam, that neighbourhood, and an officer. Several scenes ask for it."""

from accounts.actions import grant_role
from accounts.models import Municipality, User
from areas.models import Area
from portal.demo.accounts import ACCOUNTS, MUNICIPALITIES, ROLES
from portal.demo.world import World

AREA = "Indische Buurt"
_PEOPLE = 23_000  # a rounded guess, for the demo only


def amsterdam(world: World) -> Area:
    """The Indische Buurt, with Amsterdam and "sylke" in the world. Who asks first makes what is not there; all get the same."""
    name, code, population, phone, desk, court = MUNICIPALITIES["amsterdam"]
    address = f"College van burgemeester en wethouders van {name}, {desk}"
    about = {"name": name, "population": population, "phone": phone, "desk": desk, "court": court, "objection_address": address}
    place, _new = Municipality.objects.get_or_create(slug="amsterdam", code=code, defaults=about)
    account = next(one for one in ACCOUNTS if one.key == "sylke")
    sylke = User.objects.filter(email=account.email).first() or User.objects.create_user(account.email, name=account.name)
    for kind in [kind for key, slug, kind in ROLES if (key, slug) == ("sylke", "amsterdam")]:
        if not sylke.roles.filter(municipality=place, kind=kind).exists():
            grant_role(user=sylke, municipality=place, kind=kind, by=None)
    world.municipalities["amsterdam"], world.people["sylke"] = place, sylke
    area, _new = Area.objects.get_or_create(municipality=place, name=AREA, defaults={"population": _PEOPLE})
    return area
