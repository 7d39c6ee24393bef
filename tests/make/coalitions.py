"""Listings, introductions and coalitions with their terms, in any state. No consent is asked here."""

import itertools

from coalitions.models import (
    Coalition,
    Contact,
    Introduction,
    LeadKind,
    Listing,
    Member,
    Share,
    SignOff,
    Stakeholder,
    StakeholderKind,
    Terms,
    Tie,
    TieKind,
)
from documents.fingerprint import fingerprint
from events import clock

_count = itertools.count(1)


def listing(cast, party=None, *, tender=None, offers=("place",), seeks=("hands",), areas=(), themes=(), **fields) -> Listing:
    """What a party of the cast offers and seeks; its contact is reached at contact-<party>@geheim.example and 038 444 55 66."""
    party = party or cast.party
    member = party.memberships.select_related("user").first().user
    values = {
        "municipality": tender.municipality if tender else cast.municipality,
        "offers_text": f"Wat {party.pk} biedt.",
        "seeks_text": f"Wat {party.pk} zoekt.",
        "placed_by": member,
    }
    made = Listing.objects.create(party=party, tender=tender, offers=list(offers), seeks=list(seeks), **(values | fields))
    made.areas.set(areas)
    made.themes.set(themes)
    Contact.objects.create(
        listing=made, name=f"Geheime Naam {party.pk}", email=f"contact-{party.pk}@geheim.example", phone="038 444 55 66"
    )
    return made


def introduction(asker: Listing, asked: Listing, *, answer="", **fields) -> Introduction:
    """One asked the other; with answer="yes" they met."""
    done = {"answer": answer, "answered_at": clock.now(), "answered_by": asked.placed_by} if answer else {}
    values = {"message": "Samen kunnen wij het.", "asked_by": asker.placed_by, **done}
    return Introduction.objects.create(asker=asker, asked=asked, **(values | fields))


def coalition(met: Introduction, *, joined=True, others=(), **fields) -> Coalition:
    """A coalition of two that met, and `others`; with joined=False the one that was asked has not answered."""
    made = Coalition.objects.create(
        name="Samen overdag", municipality=met.municipality, tender=met.tender, introduction=met, begun_by=met.asked_by, **fields
    )
    for party in (met.asker.party, met.asked.party, *others):
        at = clock.now() if joined or party == met.asker.party else None
        Member.objects.create(coalition=made, party=party, invited_by=met.asked_by, joined_at=at)
    return Coalition.objects.for_page().get(pk=made.pk)


def terms(coalition: Coalition, *, incomes=(5000, 5000), hours=(20, 20), signed=(), **fields) -> Terms:
    """The next version of the terms of a coalition, signed off by the parties `signed`."""
    partners, number = coalition.partners(), coalition.terms.count() + 1
    content = {"version": number, "incomes": incomes, "hours": hours}
    values = {
        "decision_rule": "Ieder heeft één stem.",
        "lead": partners[0].party,
        "lead_kind": LeadKind.CONTENT,
        "content": content,
        "content_sha256": fingerprint(content),
        "written_by": coalition.begun_by,
    }
    made = Terms.objects.create(coalition=coalition, number=number, **(values | fields))
    for one, income, hour in zip(partners, incomes, hours, strict=True):
        Share.objects.create(terms=made, party=one.party, income=income, hours=hour)
    for party in signed:
        by = party.memberships.first().user
        SignOff.objects.create(terms=made, party=party, by=by, content_sha256=made.content_sha256)
    return made


def stakeholder(cast, tender, *, kind=StakeholderKind.RESIDENTS, name="", shown=False, **fields) -> Stakeholder:
    """Somebody on the map of a tender, shown to everybody or to the team only."""
    values = {
        "name": name or f"Groep {next(_count)}",
        "role": "Kookt elke avond.",
        "strengths": "Koken\nMensen kennen",
        "added_by": cast.officer,
        "shown_since": clock.now() if shown else None,
    }
    areas = fields.pop("areas", ())
    made = Stakeholder.objects.create(tender=tender, kind=kind, **(values | fields))
    made.areas.set(areas)
    return made


def tie(cast, one: Stakeholder, other: Stakeholder, kind=TieKind.WORKS, **fields) -> Tie:
    first, second = sorted((one, other), key=lambda row: row.pk)
    return Tie.objects.create(first=first, second=second, kind=kind, made_by=cast.officer, **fields)
