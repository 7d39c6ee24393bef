"""Parties that seek each other, today: a market in Utrecht, and a coalition in Woensel that divides unequally."""

from accounts.actions import found_party
from accounts.models import Party, User
from areas.models import Area, Theme
from coalitions import actions
from coalitions.models import Answer, Coalition, Introduction, LeadKind, Listing, Member
from portal.demo.scenes import together_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World


def play(world: World) -> None:
    _utrecht(world)
    _woensel(world)


def _utrecht(world: World) -> None:
    place = world.municipalities["utrecht"]
    Theme.objects.bulk_create(Theme(municipality=place, name=name) for name in texts.UTRECHT_THEMES)
    with world.at(ago(40)):
        for key, (name, kind, person) in texts.UTRECHT_PARTIES.items():
            world.parties[key] = found_party(by=world.person(person), name=name, kind=kind, place="Utrecht")
    listings = {}
    for days, row in enumerate(texts.UTRECHT):
        with world.at(ago(38 - days)):
            listings[row[0]] = _place(world, "utrecht", row)
    with world.at(ago(20)):
        _meet(world, listings["leesbus"], listings["wijkwelzijn"], "Uw boekhouding en onze vrijwilligers passen bij elkaar.")
        asked = Introduction.objects.latest("id")
        why = "Wij maken nu met anderen een plan. In het voorjaar graag."
        by = member_of(world.parties["wijkwelzijn"])
        actions.answer_introduction(introduction=asked, by=by, answer=Answer.NO, reason=why)


def _woensel(world: World) -> None:
    """Three parties meet and agree. Who leads gets four fifths: the page says so, and two of the three have not signed yet."""
    listings = {}
    for days, row in enumerate(texts.WOENSEL):
        with world.at(ago(16 - days)):
            listings[row[0]] = _place(world, "eindhoven", row, tender="ouder")
    with world.at(ago(11)):
        for other in ("klusclub", "zorgbreed"):
            _meet(world, listings["buurtkracht"], listings[other], texts.MEETING[other])
            by = member_of(world.parties[other])
            actions.answer_introduction(introduction=Introduction.objects.latest("id"), by=by, answer=Answer.YES)
        met = Introduction.objects.for_page().get(asker=listings["buurtkracht"], asked=listings["klusclub"])
        noor = member_of(world.parties["buurtkracht"])
        coalition = actions.begin_coalition(introduction=met, by=noor, name=texts.COALITION)
        actions.invite_member(coalition=coalition, by=noor, name=world.parties["zorgbreed"].name)
    with world.at(ago(10)):
        for member in Member.objects.invited().filter(coalition=coalition).select_related("party"):
            actions.join_coalition(member=member, by=member_of(member.party))
    with world.at(ago(9)):
        first = _agree(world, coalition, "zorgbreed", texts.FIRST_RULE, texts.FIRST_SHARES, after=0)
        _sign(world, coalition, first, "zorgbreed", "klusclub")
    with world.at(ago(4)):
        now = _agree(world, coalition, "klusclub", texts.RULE, texts.SHARES, after=1)
        _sign(world, coalition, now, "klusclub")
    with world.at(ago(2)):
        _meet(world, listings["schakelpunt"], listings["buurtkracht"], texts.MEETING["schakelpunt"])


def _place(world: World, place: str, row: tuple, *, tender: str = "") -> Listing:
    key, areas, themes, offers, offers_text, seeks, seeks_text, nameless = row
    party, where = world.parties[key], world.municipalities[place]
    by = member_of(party)
    said = {"offers": list(offers), "offers_text": offers_text, "seeks": list(seeks), "seeks_text": seeks_text}
    return actions.place_listing(
        municipality=where,
        by=by,
        party=party,
        tender=world.tender(tender) if tender else None,
        contact={"name": by.name, "email": by.email, "phone": ""},
        areas=Area.objects.filter(municipality=where, name__in=areas),
        themes=Theme.objects.filter(municipality=where, name__in=themes),
        nameless=nameless,
        **said,
    )


def _meet(world: World, asker: Listing, asked: Listing, message: str) -> None:
    actions.ask_introduction(asker=asker, asked=asked, by=member_of(asker.party), message=message)


def _agree(world: World, coalition: Coalition, by: str, rule: str, shares: dict, *, after: int):
    return actions.write_terms(
        coalition=coalition,
        by=member_of(world.parties[by]),
        after=after,
        decision_rule=rule,
        lead=world.parties["zorgbreed"],
        lead_kind=LeadKind.CONTENT,
        shares={world.parties[key].pk: share for key, share in shares.items()},
    )


def _sign(world: World, coalition: Coalition, terms, *keys: str) -> None:
    for key in keys:
        party = world.parties[key]
        actions.sign_terms(coalition=coalition, by=member_of(party), party=party, content_sha256=terms.content_sha256)


def member_of(party: Party) -> User:
    """Who signs for the party, as on a new request."""
    person = party.memberships.filter(may_sign=True).select_related("user").first().user
    person.forget_roles()
    return person
