"""Building the demo: people first, then every scene, each act at its own moment through the same actions that users have."""

from importlib import import_module

from accounts.actions import grant_role
from accounts.models import Membership, Municipality, Party, User
from areas.actions import add_known_areas
from areas.models import Area, Theme
from portal.demo.accounts import ACCOUNTS, MUNICIPALITIES, OTHERS, PARTIES, ROLES
from portal.demo.world import World

# In the order in which they happen; a scene plays its step of every story.
SCENES = (
    "dialogue",
    "conclusions",
    "reach",
    "who_is_there",
    "pilots",
    "request",
    "procedure",
    "bids",
    "evaluation",
    "contract",
    "monitoring",
    "zeist",
    "inventory",
    "friction",
    "together",
    "begun",
    "plans",
    "working_day",
    "oost_board",
    "oost_budget",
)
# How many people live in areas of which the project's own table has no count: rounded guesses, for the demo only.
GUESSED = {
    "zwolle": {"Binnenstad": 4_900, "Holtenbroek": 11_700, "Assendorp": 13_300, "Stadshagen": 27_500},
    "eindhoven": {"Woensel-Noord": 66_000, "Woensel-Zuid": 37_000, "Tongelre": 21_000, "Stratum": 33_000},
    "leudal": {"Heythuysen": 6_300, "Haelen": 4_600, "Roggel": 4_100, "Neer": 3_300, "Horn": 3_100, "Baexem": 2_800},
    "arnhem": {"Presikhaaf": 15_500, "Malburgen": 17_600, "Klarendal": 7_800},
    "deventer": {"Voorstad-Oost": 4_700, "Rivierenwijk": 6_300, "Zandweerd": 9_100, "Binnenstad": 6_000},
    "zaanstad": {"Poelenburg": 9_300, "Peldersveld": 6_500, "Wormerveer": 12_400},
    "oude-ijsselstreek": {"Ulft": 10_700, "Terborg": 4_600, "Varsseveld": 5_900},
    "borger-odoorn": {"Valthermond": 3_600, "Borger": 4_700, "Exloo": 1_700},
}
THEMES = {
    "zwolle": ("Werk en leren", "Ontmoeten", "Avond en weekend", "Buren en straat"),
    "borger-odoorn": ("Zwemmen en zwemles", "Geld en beheer", "Elkaar ontmoeten"),
    "zeist": ("Sport", "Cultuur", "Groen", "Jeugd", "Zorg en ondersteuning", "Verkeer", "Gebouwen", "Vrijwilligers"),
    "eindhoven": ("Elkaar ontmoeten", "Bewegen", "Eten en boodschappen", "Mantelzorg", "Jongeren"),
}


def load(say=lambda line: None, *, with_stories: bool = True) -> World:
    """Load everything into an empty database, or only the people; `say` hears what is being done."""
    world = World()
    with world.at("2023-11-01 09:00"):
        _people(world)
    for name in SCENES if with_stories else ():
        say(f"scene: {name}")
        import_module(f"portal.demo.scenes.{name}").play(world)
    return world


def _people(world: World) -> None:
    for slug, (name, code, population, phone, desk, court) in MUNICIPALITIES.items():
        address = f"College van burgemeester en wethouders van {name}, {desk}"
        world.municipalities[slug] = Municipality.objects.create(
            name=name, slug=slug, code=code, population=population, phone=phone, desk=desk, court=court, objection_address=address
        )
        if slug != "utrecht":  # its figures are younger than these stories; scenes/pilots.py loads them
            add_known_areas(municipality=world.municipalities[slug])
        for area, inhabitants in GUESSED.get(slug, {}).items():
            found = {"municipality": world.municipalities[slug], "name": area}
            Area.objects.update_or_create(**found, defaults={"population": inhabitants})
        Theme.objects.bulk_create(Theme(municipality=world.municipalities[slug], name=theme) for theme in THEMES.get(slug, ()))
    for account in (*ACCOUNTS, *OTHERS):
        world.people[account.key] = User.objects.create_user(
            account.email, name=account.name, is_platform_operator=account.key == "otto"
        )
    for key, slug, kind in ROLES:
        grant_role(user=world.people[key], municipality=world.municipalities[slug], kind=kind, by=None)
    for key, (name, kind, place, members) in PARTIES.items():
        world.parties[key] = Party.objects.create(name=name, kind=kind, place=place)
        for index, member in enumerate(members):
            Membership.objects.create(party=world.parties[key], user=world.people[member], may_sign=index == 0)
