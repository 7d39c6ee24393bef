"""Rotterdam: who does the work now hears three years ahead that it may stop, says what that costs, and what it costs with more
time; the sum stands in the request that everybody reads.
"""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from calls import actions as calls
from calls.actions import CriterionDraft
from events.models import Event
from inventory import actions, tasks
from inventory.models import Line, LineKind, Told
from inventory.taking_in.plan import mark_of, plan_of
from portal.demo.scenes import friction_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.scenes.procedure import BUYING, LAW, POLICY, publish, sign
from portal.demo.scenes.request_texts import GRADES
from portal.demo.world import World
from tenders import lifecycle
from tenders.actions import appoint_officer, edit_lot, publish_tender, start_tender
from tenders.law.answers import Answers, Funding, Initiative, Nature, OfferMode, SubsidyBasis
from tenders.law.timetable import moments_of, propose
from tenders.routes import Route
from tenders.steps import Step

KEY = "opvoeden"
# Who acts for each party that does the work now.
NOW = {"jeugdhaven": "wilma", "gezinswijs": "dunja", "opvoedplein": "farid"}
_ANSWERS = Answers(
    total_value=6 * 1_150_000_000,
    term_months=72,
    cpv="85311300",
    nature=Nature.ACTIVITY,
    initiative=Initiative.TOGETHER,
    offer_mode=OfferMode.COALITIONS,
    expected_bidders=8,
    funding=Funding.COMBINED,
    subsidy_basis=SubsidyBasis.REGULATION,
    scarce=True,
    years_subsidised=6,
    existing_ends=True,
    wmo_or_youth=True,
)


def play(world: World) -> None:
    """First they are told, then they say what it asks, and only then the request is written with the sum in it."""
    begin(world)
    for key, told, filed in (("jeugdhaven", 150, 131), ("gezinswijs", 150, 120), ("opvoedplein", 149, 117)):
        tell(world, key, told=told, filed=filed)
    write(world)
    choose(world)
    _publish(world)


def begin(world: World) -> None:
    """Its list of subsidies is taken in, and the tender begins."""
    place = world.municipalities["rotterdam"]
    with world.at(ago(155)):
        file = SimpleUploadedFile("rotterdam-subsidies.csv", texts.RUNS.encode("utf-8-sig"))
        ineke = world.person("ineke")
        waiting, checked = actions.read_list(municipality=place, by=ineke, kind=LineKind.SUBSIDY, file=file)
        if waiting is None:
            raise ValueError(checked.errors)
        seen = mark_of(plan_of(place, LineKind.SUBSIDY, waiting.rows))
        actions.import_lines(waiting=waiting, by=ineke, seen=seen, make_names=True)
        for key in NOW:
            line = Line.objects.get(municipality=place, party_name=world.parties[key].name)
            actions.link_party(line=line, by=ineke, version=line.version, party=world.parties[key])
    with world.at(ago(152)):
        ineke = world.person("ineke")
        tender = world.tenders[KEY] = start_tender(
            municipality=place,
            by=ineke,
            title=texts.TITLE,
            summary=texts.SUMMARY,
            route=Route.SUBSIDY_TENDER,
            first_step=Step.REQUEST,
            reason=texts.WHY,
            contact_person=ineke.name,
            contact_phone="010 267 33 18",
        )
        appoint_officer(tender=tender, person=world.person("koos"), by=ineke)
        edit_lot(lot=tender.lots.get(), by=ineke, inhabitants=672_000, budget=1_150_000_000)
        publish_tender(tender=world.tender(KEY), by=ineke)


def tell(world: World, key: str, *, told: int, filed: int) -> None:
    """A party hears it, so many days ago, reads it the next day, and says later what it asks."""
    line, party = Line.objects.for_page().get(party=world.parties[key]), world.person(NOW[key])
    with world.at(ago(told, "11:00")):
        ineke, stops_on = world.person("ineke"), line.ends_on + dt.timedelta(days=1)
        row = actions.say_may_stop(tender=world.tender(KEY), by=ineke, line=line, reason=texts.STOPS, stops_on=stops_on)
        actions.tell_incumbent(may_stop=row, by=ineke, how=Told.HERE)
        tasks.render_letter(Event.objects.filter(name="inventory.incumbent_told").latest("pk").pk)  # nobody runs the reactions
    with world.at(ago(told - 1, "09:10")):
        actions.confirm_read(may_stop=row, by=party)
    with world.at(ago(filed, "15:00")):
        actions.file_friction(may_stop=row, by=party, version=0, **texts.FRICTION[key])


def write(world: World) -> None:
    """The request, from its first clause until it is adopted."""

    def who() -> dict:
        return {"tender": world.tender(KEY), "by": world.person("ineke")}

    with world.at(ago(100)):
        calls.edit_call(**who(), version=1, short_version=texts.SHORT)
        made = [calls.add_clause(**who(), section=section, title=title, text=text) for section, title, text in texts.CLAUSES]
    with world.at(ago(80)):
        drafts = [
            CriterionDraft(name=name, weight=weight, question=question, asked=asked, clauses=[made[of]])
            for name, weight, question, asked, of in texts.CRITERIA
        ]
        calls.set_criteria(**who(), version=2, criteria=drafts)
        calls.set_scale(**who(), version=3, grades=list(GRADES), committee_rules=texts.COMMITTEE, lowest_mark=5_500)
        calls.propose_indicator(**who(), clause=made[1], **texts.INDICATOR)
    with world.at(ago(60)):
        calls.adopt_call(**who(), reason=texts.ADOPTED)
        lifecycle.advance(world.tender(KEY), leaving=Step.REQUEST, by=world.person("ineke"), reason="De uitvraag staat vast.")


def choose(world: World) -> None:
    """The route, chosen and signed."""
    with world.at(ago(55, "11:00")):
        calls.ask_guide(tender=world.tender(KEY), by=world.person("koos"), answers=_ANSWERS)
        said = {"route": Route.SUBSIDY_TENDER, "answers": _ANSWERS, "reason": texts.CHOSEN}
        calls.choose_route(tender=world.tender(KEY), by=world.person("ineke"), **said)
    for days, by, kind in ((53, "ineke", POLICY), (52, "koos", BUYING), (51, "hugo", LAW)):
        sign(world, KEY, ago(days, "14:00"), by, kind, texts.SIGNED[by])


def _publish(world: World) -> None:
    published = dt.date.fromisoformat(ago(20)[:10])
    plan = propose(Route.SUBSIDY_TENDER, published, consortia=True)
    given = {name: getattr(plan, name) for name in moments_of(Route.SUBSIDY_TENDER) if name != "term_ends"}
    days = (ago(40, "11:00"), ago(22, "15:00"), ago(20, "09:00"), ago(20, "09:30"))
    publish(world, KEY, "ineke", "koos", given, days, "De uitvraag is openbaar, met wat de overgang kost.")
