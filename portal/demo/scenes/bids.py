"""Step 4 of the stories, first half: parties write and hand in, and two officials open."""

import datetime as dt

from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.models import RoleKind, User
from bids import actions, tasks
from bids.actions.opening import FIRST, SECOND
from bids.models import Bid, BidPart, OpenedBid, PartnerRole, Round
from calls.models import CallVersion
from documents.pdf import html_to_pdf
from events.models import Event
from portal.demo.scenes import bids_texts as texts
from portal.demo.scenes.bids_texts import Plan
from portal.demo.world import World

POLICY, BUYING = RoleKind.POLICY_OFFICER, RoleKind.PROCUREMENT_OFFICER


def play(world: World) -> None:
    """Zwolle: three in each of two lots, opened a few days after the closing date. Woensel: three, opened three weeks ago."""
    opened = world.notes.setdefault("opened_bids", {})
    zwolle = _rounds(world, "zwolle", "marloes")
    for round_ in zwolle:
        _hand_in_all(world, round_, texts.ZWOLLE[round_.lot.number])
    for minutes, round_ in enumerate(zwolle):
        moment = f"{_day(round_.deadline, 4)} 10:{10 + 20 * minutes}"
        opened["zwolle", round_.lot.number] = _open(world, round_, moment, ("marloes", POLICY), ("tarik", BUYING))
    for round_ in _rounds(world, "woensel", "sanne"):
        _hand_in_all(world, round_, texts.WOENSEL)
        opened["woensel", 1] = _open(world, round_, f"{_day(round_.deadline, 4)} 09:30", ("sanne", POLICY), ("joost", BUYING))


def _rounds(world: World, key: str, by: str) -> list[Round]:
    """The rounds of a tender. With a worker they open by themselves when the request is published."""
    tender = world.tender(key)
    version = CallVersion.objects.published().get(tender=tender, for_bids=True)
    with world.at(_moment(version.published_at + dt.timedelta(minutes=5))):
        actions.open_rounds(tender=tender, call_version=version, by=world.person(by))
    return list(Round.objects.for_page().filter(lot__tender=tender).order_by("lot__number"))


def _hand_in_all(world: World, round_: Round, plans: tuple[Plan, ...]) -> None:
    """Parties begin some weeks before the closing date, and hand in on the last days."""
    begun = {}
    for days, plan in enumerate(plans):
        with world.at(f"{_day(round_.deadline, -21 + days)} 19:{15 + days}"):
            begun[plan.lead] = _begin(world, round_, plan)
    for days, plan in enumerate(plans):
        with world.at(f"{_day(round_.deadline, -9 + days)} 20:30"):
            _write(world, begun[plan.lead], plan)
    for days, plan in enumerate(plans, start=1):
        with world.at(f"{_day(round_.deadline, -days)} 16:{40 + days}"):
            actions.submit_bid(bid=_fresh(begun[plan.lead]), by=_member(world, plan.lead))
            tasks.render_receipt(_last("bids.bid_submitted"))  # here nobody runs the reactions


def _begin(world: World, round_: Round, plan: Plan) -> Bid:
    lead = _member(world, plan.lead)
    bid = _fresh(actions.begin_bid(round_=round_, party=world.parties[plan.lead], by=lead))
    for key, (role, _money, _hours) in plan.partners.items():
        if role:
            name = world.parties[key].name
            partner = actions.invite_partner(bid=bid, by=lead, name=name, role=PartnerRole(role))
            actions.confirm_partner(partner=partner, by=_member(world, key))
    return bid


def _write(world: World, bid: Bid, plan: Plan) -> None:
    lead = _member(world, plan.lead)
    typed = {"summary": {"title": plan.title, "summary": plan.summary}, "vision": {"text": plan.vision}}
    typed |= {f"criterion-{place}": {"text": answer} for place, answer in enumerate(plan.answers, start=1)}
    lines = {f"what_{n}": what for n, (what, _amount) in enumerate(plan.budget, start=1)}
    lines |= {f"amount_{n}": amount for n, (_what, amount) in enumerate(plan.budget, start=1)}
    typed["budget"] = {**lines, "note": plan.note}
    if plan.partners:
        shares = {}
        for key, (_role, money, hours) in plan.partners.items():
            public_id = world.parties[key].public_id
            shares |= {f"money_{public_id}": money, f"hours_{public_id}": hours}
        typed["partners"] = {**shares, "lead_role": plan.lead_role, "decision_rule": plan.decision_rule}
    for key, content in typed.items():
        version = BidPart.objects.values_list("version", flat=True).get(bid=bid, key=key)
        actions.write_bid(bid=_fresh(bid), key=key, typed=content, version=version, by=lead)
    if plan.attachment:
        content, _pages = html_to_pdf(f'<html lang="nl"><title>{plan.attachment}</title><h1>{plan.attachment}</h1></html>')
        actions.add_attachment(bid=_fresh(bid), by=lead, file=ContentFile(content, name=f"{plan.attachment}.pdf"))


def _open(world: World, round_: Round, moment: str, first: tuple, second: tuple) -> list[OpenedBid]:
    """Two officials open together; the opened bids, by their letters."""
    with world.at(moment):
        for (name, kind), turn in ((first, FIRST), (second, SECOND)):
            actions.open_bids(round_=round_, by=world.person(name), kind=kind, turn=turn)
        tasks.render_opening(_last("bids.bids_opened"))
    return list(OpenedBid.objects.for_page().filter(bid__round=round_))


def _last(name: str) -> int:
    return Event.objects.filter(name=name).latest("pk").pk


def _member(world: World, party: str) -> User:
    """Who acts for a party."""
    member = world.parties[party].memberships.active().select_related("user").order_by("pk").first().user
    member.forget_roles()
    return member


def _fresh(bid: Bid) -> Bid:
    return Bid.objects.for_page().get(pk=bid.pk)


def _day(deadline: dt.datetime, days: int) -> dt.date:
    return timezone.localtime(deadline).date() + dt.timedelta(days=days)


def _moment(at: dt.datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M:%S")
