"""What stands around a conversation: parties on the map and the market, theme groups, what people just begin, plans, a room."""

import datetime as dt
import hashlib
from itertools import pairwise

from accounts.models import User
from areas.models import Area, Theme
from bench.load.people import make_parties
from coalitions.models import Contact, Listing, Resource, Stakeholder, StakeholderKind, Tie, TieKind
from dialogues.actions.conclusion import make_edition
from dialogues.models import Channel, Conclusion, Contribution, Dialogue, Flag, Ground, Message, MessageState, NameChoice
from events import clock
from initiatives.models import Initiative, Joining, Plan
from tenders.models import Tender
from tests import make

GROUPS, PROPOSALS, POSTS = 8, 12, 24
SENTENCE = "Wij maken van de stoep voor ons huis een kleine tuin, en wie wil helpt mee met planten en water geven."


def make_parties_around(cast, tender: Tender, count: int) -> Listing:
    """So many parties on the map, each tied to the next, and on the market; the listing of the first."""
    kinds, resources, areas = list(StakeholderKind), list(Resource), list(Area.objects.filter(municipality=cast.municipality))
    parties = make_parties(count, "partij")
    shown = Stakeholder.objects.bulk_create(
        Stakeholder(
            tender=tender,
            party=party,
            name=party.name,
            kind=kinds[n % len(kinds)],
            role="Kookt en eet elke avond met de buurt.",
            strengths="Koken\nMensen kennen",
            added_by=cast.officer,
            shown_since=clock.now(),
        )
        for n, party in enumerate(parties)
    )
    Stakeholder.areas.through.objects.bulk_create(
        Stakeholder.areas.through(stakeholder=one, area=areas[n % len(areas)]) for n, one in enumerate(shown)
    )
    Tie.objects.bulk_create(Tie(first=a, second=b, kind=TieKind.WORKS, made_by=cast.officer) for a, b in pairwise(shown))
    listings = Listing.objects.bulk_create(
        Listing(
            party=party,
            municipality=cast.municipality,
            offers=[resources[n % len(resources)], resources[(n + 3) % len(resources)]],
            offers_text="Een werkplaats met gereedschap, en mensen die het uitleggen.",
            seeks=[resources[(n + 1) % len(resources)], resources[(n + 5) % len(resources)]],
            seeks_text="Iemand die de boekhouding doet en de buurt kent.",
            placed_by=party.member,
        )
        for n, party in enumerate(parties)
    )
    Listing.areas.through.objects.bulk_create(
        Listing.areas.through(listing=one, area=areas[n % len(areas)]) for n, one in enumerate(listings)
    )
    Contact.objects.bulk_create(Contact(listing=one, name=one.party.name, email=one.placed_by.email) for one in listings)
    return listings[0]


def make_groups(cast, tender: Tender) -> None:
    """Eight theme groups with their proposals, as Zeist had."""
    make.goal(tender)
    posts = [make.budget_item(tender, name=f"Post {n}") for n in range(POSTS)]
    for k, theme in enumerate(Theme.objects.filter(municipality=cast.municipality)[:GROUPS]):
        group = make.group(tender, theme=theme.name)
        for interest in ("residents", "entrepreneurs"):
            make.expert(group, name=f"Lid {interest}", interest=interest, is_shown=True)
        for n in range(PROPOSALS):
            make.proposal(cast, group, title=f"Deel een gebouw ({n})", budget_item=posts[(k * 5 + n) % POSTS])


def make_begun(cast, size: int) -> None:
    """So much that people just begin, each joined by two; and so many plans, a third of them late."""
    place, today, now = cast.municipality, clock.today(), clock.now()
    areas = list(Area.objects.filter(municipality=place))
    begun = Initiative.objects.bulk_create(
        Initiative(municipality=place, area=areas[n % len(areas)], name=f"Voortuin {n}", sentence=SENTENCE, code_hash=_code("i", n))
        for n in range(size)
    )
    Joining.objects.bulk_create(
        Joining(initiative=one, first_name="Jo", code_hash=_code("j", 2 * n + k)) for n, one in enumerate(begun) for k in range(2)
    )
    Plan.objects.bulk_create(
        Plan(
            municipality=place,
            area=areas[n % len(areas)],
            title=f"Een maaltijd in elke straat ({n})",
            what=SENTENCE,
            problem="Wie alleen woont, eet alleen.",
            makers=f"Buren van straat {n}",
            filed_at=now - dt.timedelta(days=n % 90),
            answer_by=today + dt.timedelta(days=n % 60 - 20),
            code_hash=_code("p", n),
        )
        for n in range(size)
    )


def make_flags(tender: Tender, crowd: list[User]) -> None:
    """Two pages of contributions were reported."""
    ground = Ground.objects.create(dialogue=Dialogue.objects.get(tender=tender), text="Het kwetst iemand")
    said = Contribution.objects.filter(tender=tender).order_by("number")[:50]
    Flag.objects.bulk_create(
        Flag(contribution=row, ground=ground, text="Dit gaat over mijn buurman.", person=crowd[n % len(crowd)])
        for n, row in enumerate(said)
    )


def make_room(tender: Tender, size: int) -> str:
    """A question to a room with so many on the screen; its public id."""
    meeting = make.meeting(tender, begins_in=dt.timedelta(hours=-1), hours=3)
    live = make.live(meeting)
    first = Contribution.objects.filter(tender=tender).count() + 1
    said = {"name_choice": NameChoice.ANONYMOUS, "channel": Channel.MEETING, "meeting": meeting, "entered_at": None}
    rows = Contribution.objects.bulk_create(
        Contribution(tender=tender, number=first + n, text="De soos moet blijven.", code_hash=_code("z", n), **said)
        for n in range(size)
    )
    Message.objects.bulk_create(
        Message(live=live, text=row.text, code_hash=_code("m", row.number), state=MessageState.SHOWN, contribution=row)
        for row in rows
    )
    return live.public_id


def conclude(cast, tender: Tender) -> Conclusion:
    """The dialogue is over, and its report is out."""
    made = make.conclusion(cast, tender)
    make_edition(made)
    return made


def _code(kind: str, number: int) -> str:
    return hashlib.sha256(f"{kind}{number}".encode()).hexdigest()
