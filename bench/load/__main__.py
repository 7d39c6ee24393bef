"""`python -m bench.load 2000 pages.json`: load so many of each kind, and write down where the pages are."""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 - the apps are ready only now
from django.urls import NoReverseMatch, reverse  # noqa: E402

from bench.load import around, bids, call, committee, stock, talk, tenders, thread  # noqa: E402
from bench.load.people import CROWD, cookie_of, make_people, make_users  # noqa: E402
from bench.pages import PAGES  # noqa: E402
from bench.place import CONTRIBUTIONS, PARTIES  # noqa: E402
from notifications.models import Follow  # noqa: E402
from tenders.steps import Step  # noqa: E402
from tests import make  # noqa: E402

# A ranking has a line for 500 bids and one for 2,000; with 100 of each kind both have 100.
RANKED = {100: (100, 100), 2000: (500, 2000)}


@transaction.atomic
def load(size: int) -> dict:
    """Everything, in one transaction; returns what the pages are about, by name."""
    cast = make_people()
    crowd = make_users(CROWD, "buur")
    tenders.make_tenders(cast, size)
    stock.make_stock(cast, size)
    around.make_begun(cast, size)
    facts = {"municipality": cast.municipality.slug, "part": "vraag-1", "one": 1, "two": 2, "version": 1}
    facts |= {"officer": cast.officer, "buyer": cast.buyer, "assessor": cast.assessor, "secretary": cast.secretary}
    facts |= _talk(cast, size, crowd) | _write(cast, size, crowd) | _select(cast, size, crowd)
    return facts | _rank(cast, size) | _done(cast, size, crowd)


def _tender(cast, step: Step):
    made = make.tender(cast, step=step, lots=2)
    tenders.plan_all([made])
    tenders.record_public(
        [made], "tenders.tender_published", "tenders.step_left", "tenders.answers_published", "tenders.steps_planned"
    )
    return made


def _talk(cast, size: int, crowd) -> dict:
    made = _tender(cast, Step.DIALOGUE)
    talk.make_talk(cast, made, size, crowd, said=CONTRIBUTIONS.get(size, size))
    talk.make_questions(cast, made, size, crowd)
    followers = make_users(size, "volger")
    Follow.objects.bulk_create(Follow(person=person, tender=made) for person in followers)
    around.make_flags(made, crowd)
    around.make_groups(cast, made)
    listing = around.make_parties_around(cast, made, PARTIES.get(size, size))
    seeker = {"listing": listing.public_id, "seeker": listing.placed_by}
    return {"talk": made.slug, "followed": made.pk, "room": around.make_room(made, size)} | seeker


def _write(cast, size: int, crowd) -> dict:
    made = _tender(cast, Step.REQUEST)
    talk.make_talk(cast, made, size, crowd, said=CONTRIBUTIONS.get(size, size))
    report = around.conclude(cast, made)
    call.make_call(cast, made, size, crowd)
    return {"write": made.slug, "report": report.pk}


def _select(cast, size: int, crowd) -> dict:
    made = _tender(cast, Step.SELECTION)
    talk.make_talk(cast, made, size, crowd)
    talk.make_questions(cast, made, size, crowd)
    version = call.publish(cast, call.make_call(cast, made, size, crowd))
    first, second = made.lots.all()
    drafts = bids.make_drafts(cast, bids.make_round(first, version, days=20), size)
    _round, opened = bids.make_opened(second, version, size, "bieder")
    seats = committee.make_seats(cast, second, finished=False)
    committee.make_scores(seats, opened[: size // 2], version)
    form, save, *submit = drafts
    return {
        "select": made.slug,
        "frozen": version.pk,
        "form_bid": form.public_id,
        "form_maker": form.maker,
        "save_bid": save.public_id,
        "save_maker": save.maker,
        "submit_bids": [one.public_id for one in submit],
        "submit_makers": [one.maker for one in submit],
    }


def _rank(cast, size: int) -> dict:
    made = _tender(cast, Step.SELECTION)
    version = call.publish(cast, call.make_call(cast, made, 0, [cast.resident]))
    for lot, count in zip(made.lots.all(), RANKED.get(size, (size, size)), strict=True):
        _round, opened = bids.make_opened(lot, version, count, f"gerangschikt{lot.number}-")
        committee.make_scores(committee.make_seats(cast, lot, finished=True), opened, version)
    return {"rank": made.slug}


def _done(cast, size: int, crowd) -> dict:
    made = _tender(cast, Step.MONITORING)
    talk.make_talk(cast, made, size, crowd)
    written = call.make_call(cast, made, size, crowd)
    decision = thread.make_thread(cast, written, call.publish(cast, written))
    return {"done": made.slug, "decision": decision.public_id}


def addresses(facts: dict) -> dict[str, dict]:
    """For each page, by name: its addresses and who looks there. A page that the platform does not have yet has none."""
    found = {}
    for page in PAGES:
        args = [facts[arg] if isinstance(facts[arg], list) else [facts[arg]] for arg in page.args]
        people = facts[page.who] if page.who else []
        people = people if isinstance(people, list) else [people]
        try:
            urls = [reverse(page.url, args=row) for row in zip(*_as_long(args), strict=True)] if args else [reverse(page.url)]
        except NoReverseMatch:
            urls = []
        urls = [url + page.query for url in urls]
        found[page.name] = {"urls": urls, "cookies": [cookie_of(person) for person in people]}
    return found


def _as_long(columns: list[list]) -> list[list]:
    longest = max(len(column) for column in columns)
    return [column * longest if len(column) == 1 else column for column in columns]


def main(size: int, file: Path) -> None:
    facts = load(size)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    plain = {name: value for name, value in facts.items() if isinstance(value, int | str)}
    file.write_text(json.dumps({"pages": addresses(facts), "facts": plain}))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
