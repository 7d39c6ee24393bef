"""Setting the timetable: the moments of the procedure, with the terms of the law."""

import datetime as dt
from itertools import pairwise

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from calls.actions.holding import hold_call
from calls.models import Call, Milestone, ProcedureChoice
from calls.standing import kind_of, standing_of, wants_consortia
from documents.fingerprint import fingerprint
from events import clock, log
from tenders.dates import day
from tenders.law.advice import breaches, wording
from tenders.law.answers import Answers
from tenders.law.rules.timetable import Breach
from tenders.law.timetable import Plan, moments_of, term_end
from tenders.law.values import Lapsed
from tenders.models import Tender
from tenders.refusal import Changed, Refused
from tenders.steps import Step


@transaction.atomic
def set_timetable(*, tender: Tender, by: User, version: int, moments: dict[str, dt.datetime]) -> Call:
    """Set every moment at once; the end of the term after the decision follows from the decision.

    Raises Changed when a colleague saved the timetable since `version`, Refused per moment that is not possible.
    """
    call = hold_call(tender, Step.PROCEDURE)
    tender = call.tender
    if standing_of(tender).published:
        raise Refused(_("The request is published, with its timetable. Parties count on it."), code="published")
    if call.version != version:
        raise Changed(_("A colleague saved another timetable meanwhile. Look at it, and save again."), code="version")
    moments = with_term(tender.route, moments)
    refuse_impossible(tender, moments)
    for name in moments_of(tender.route):
        Milestone.objects.update_or_create(call=call, kind=kind_of(name), defaults={"at": moments[name]})
    call.milestones.exclude(kind__in=[kind_of(name) for name in moments_of(tender.route)]).delete()
    call.version += 1
    call.save(update_fields=["version"])
    stamp = fingerprint({name: at.isoformat() for name, at in moments.items()})
    log.record("calls.timetable_set", by=by, thing=call, public=True, content_sha256=stamp)
    return call


def with_term(route: str, moments: dict[str, dt.datetime]) -> dict[str, dt.datetime]:
    """The moments with the end of standstill or objection, as the law counts it from the decision."""
    decision = moments.get("decision")
    if decision and "term_ends" in moments_of(route):
        return moments | {"term_ends": term_end(route, decision)}
    return moments


def refuse_impossible(tender: Tender, moments: dict[str, dt.datetime]) -> None:
    """Raise Refused with a sentence beside each moment that is missing, out of order or against the law."""
    names = moments_of(tender.route)
    wrong = {name: [_("Fill in this moment.")] for name in names if name not in moments}
    if not wrong:
        wrong = _out_of_order(names, moments)
    if not wrong:
        wrong = _against_the_law(tender, moments)
    if wrong:
        raise Refused(wrong)


def plan_of(tender: Tender, moments: dict[str, dt.datetime]) -> Plan:
    """These moments as the rules look at them, counted from today."""
    choice = ProcedureChoice.objects.filter(tender=tender).first()
    consortia = wants_consortia(Answers.of(choice.answers)) if choice else False
    return Plan(route=tender.route, published=clock.today(), consortia=consortia, **moments)


def sentence(rule, breach: Breach) -> str:
    """What a rule has against a moment, with the day that would do."""
    return wording(rule.id, breach.says, breach.facts | {"until": day(breach.until)})


def _out_of_order(names, moments) -> dict[str, list[str]]:
    wrong = {}
    if moments[names[0]] <= clock.now():
        wrong[names[0]] = [_("This lies in the past.")]
    for before, after in pairwise(names):
        # The work may begin within the term of an objection; a rule says so when it may not.
        if after != "start" and moments[after] <= moments[before]:
            wrong[after] = [_("This must come after: %(moment)s.") % {"moment": kind_of(before).label}]
    if moments["start"] <= moments["decision"]:
        wrong["start"] = [_("This must come after: %(moment)s.") % {"moment": kind_of("decision").label}]
    return wrong


def _against_the_law(tender: Tender, moments) -> dict[str, list[str]]:
    try:
        found = breaches(plan_of(tender, moments), clock.today())
    except Lapsed as lapsed:
        raise Refused(
            _("A term of law has lapsed (%(name)s). Nobody entered the new one yet."), params={"name": lapsed.id}, code="lapsed"
        ) from lapsed
    wrong: dict[str, list[str]] = {}
    for rule, breach in found:
        if breach.blocks:
            wrong.setdefault(breach.moment, []).append(sentence(rule, breach))
    return wrong
