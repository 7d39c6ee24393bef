"""Choices, signatures and timetables in any state. No rule and no gate is asked here; the timetable is a lawful proposal."""

import datetime as dt

from accounts.models import RoleKind
from calls.actions.choice import advice_content
from calls.models import Call, ChoiceSignature, Milestone, ProcedureChoice
from calls.standing import kind_of
from documents.fingerprint import fingerprint
from events import clock
from tenders.law.advice import advise
from tenders.law.answers import Answers, Nature
from tenders.law.timetable import moments_of, propose

EUR = 100
OWN_PLANS = Answers(total_value=1_640_000 * EUR, nature=Nature.ACTIVITY, scarce=True)


def choice(
    cast, tender, *, answers=OWN_PLANS, reason="Wie het plan maakt, weet het best wat werkt.", signed=False
) -> ProcedureChoice:
    """A choice of the tender's own route by the officer of the cast; `signed` by everybody who must."""
    number = ProcedureChoice.objects.filter(tender=tender).count() + 1
    advice = advice_content(advise(answers, clock.today()), tender.route)
    made = ProcedureChoice.objects.create(
        tender=tender,
        number=number,
        route=tender.route,
        answers=answers.as_json(),
        advice=advice,
        reason=reason,
        content_sha256=fingerprint({"number": number, "answers": answers.as_json(), "reason": reason}),
        chosen_by=cast.officer,
        chosen_at=clock.now(),
    )
    if signed:
        people = {
            RoleKind.POLICY_OFFICER: cast.officer,
            RoleKind.PROCUREMENT_OFFICER: cast.buyer,
            RoleKind.LEGAL_ADVISER: cast.lawyer,
        }
        for kind in made.needed:
            ChoiceSignature.objects.create(
                choice=made, kind=kind, by=people[kind], reason="Dit past hier.", content_sha256=made.content_sha256
            )
        tender.route_is_final = True
        tender.save(update_fields=["route_is_final"])
    return made


def timetable(tender, *, published: dt.date | None = None, **changed) -> Call:
    """A timetable with every moment of the tender's route, counted from a day (today); `changed` moments by name."""
    call, _made = Call.objects.get_or_create(tender=tender)
    plan = propose(tender.route, published or clock.today(), consortia=True)
    for name in moments_of(tender.route):
        Milestone.objects.create(call=call, kind=kind_of(name), at=changed.get(name) or getattr(plan, name))
    return call
