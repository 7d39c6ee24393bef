"""Verbs about the choice of a route: asking the guide, choosing, signing."""

from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import RoleKind, User
from calls.models import CallVersion, ChoiceSignature, GuideAnswers, ProcedureChoice
from calls.models.procedure import FOUR_EYES
from documents.fingerprint import fingerprint
from documents.models import Document
from events import clock, log
from tenders.law.advice import Advice, Applied, advise
from tenders.law.answers import Answers
from tenders.law.values import Force
from tenders.locks import hold, one_at_a_time
from tenders.models import Tender
from tenders.refusal import Changed, Refused
from tenders.routes import Route
from tenders.steps import Step


@transaction.atomic
def ask_guide(*, tender: Tender, by: User, answers: Answers) -> GuideAnswers:
    """Keep the answers to the guide; its advice is provisional until somebody chooses."""
    tender = hold(tender, Step.DIALOGUE, Step.REQUEST, Step.PROCEDURE)
    row = GuideAnswers.objects.create(tender=tender, answers=answers.as_json(), by=by, at=clock.now())
    log.record("calls.guide_asked", by=by, thing=row)
    return row


@transaction.atomic
def choose_route(*, tender: Tender, by: User, route: Route, answers: Answers, reason: str) -> ProcedureChoice:
    """Choose a route with a reason. A new choice is a new row, and asks new signatures."""
    tender = hold(tender, Step.PROCEDURE)
    one_at_a_time("choice", tender.pk)
    if CallVersion.objects.published().filter(tender=tender, for_bids=True).exists():
        raise Refused(_("The request was published by this route. The route stays."), code="published")
    if not reason.strip():
        raise Refused({"reason": _("Say why you choose this route.")})
    advice = advise(answers, clock.today())
    _refuse_forbidden(advice, route)
    number = (ProcedureChoice.objects.filter(tender=tender).aggregate(last=Max("number"))["last"] or 0) + 1
    content = {
        "tender": tender.reference,
        "number": number,
        "route": str(route),
        "answers": answers.as_json(),
        "advice": advice_content(advice, route),
        "reason": reason.strip(),
    }
    choice = ProcedureChoice.objects.create(
        tender=tender,
        number=number,
        route=route,
        answers=content["answers"],
        advice=content["advice"],
        reason=content["reason"],
        content_sha256=fingerprint(content),
        chosen_by=by,
        chosen_at=clock.now(),
    )
    tender.route, tender.route_is_final = route, False
    tender.save(update_fields=["route", "route_is_final"])
    log.record("calls.route_chosen", by=by, thing=choice, public=True, reason=reason, content_sha256=choice.content_sha256)
    return choice


@transaction.atomic
def sign_choice(*, tender: Tender, by: User, kind: RoleKind, reason: str, seen: str) -> ChoiceSignature:
    """Sign the newest choice in a role; `seen` is the fingerprint that the person read. The last signature makes it final."""
    tender = hold(tender, Step.PROCEDURE)
    one_at_a_time("choice", tender.pk)
    choice = ProcedureChoice.objects.for_page().filter(tender=tender).first()
    if choice is None:
        raise Refused(_("There is nothing to sign yet. Choose a route first."), code="choice")
    if choice.content_sha256 != seen:
        raise Changed(_("Somebody made another choice meanwhile. Read it, and sign that one."), code="choice")
    if not reason.strip():
        raise Refused({"reason": _("Say why you sign. Everybody can read it.")})
    if kind not in choice.needed or not by.has_role(tender.municipality_ids(), kind):
        raise Refused(_("You cannot sign in this role here."), code="role")
    if any(signature.by_id == by.pk for signature in choice.signatures.all()):
        raise Refused(
            _("You have signed already. Four eyes are two people: a colleague signs in the other role."), code="four_eyes"
        )
    if kind not in choice.waiting:
        raise Changed(_("Somebody signed in this role just before you."), code="signed")
    signature = ChoiceSignature.objects.create(
        choice=choice, kind=kind, by=by, reason=reason.strip(), content_sha256=choice.content_sha256, at=clock.now()
    )
    final = choice.waiting == [kind]
    if final:
        _make_final(tender, choice)
    log.record("calls.choice_signed", by=by, thing=choice, public=True, reason=reason, kind=str(kind), final=final)
    return signature


def advice_content(advice: Advice, route: Route) -> dict:
    """What a choice keeps of the advice: the ranking, the rules that counted for this route, and who must sign."""
    kinds = [*FOUR_EYES, *([RoleKind.LEGAL_ADVISER] if advice.needs_lawyer(route) else [])]
    with translation.override("nl"):
        rules = [rule_content(one) for one in advice.counted(route)]
    return {
        "on": advice.on.isoformat(),
        "ranking": [
            {
                "route": str(row.route),
                "score": row.score,
                "blocked_by": [one.rule.id for one in row.blocked_by],
            }
            for row in advice.routes
        ],
        "rules": rules,
        "signatures": [str(kind) for kind in kinds],
    }


def rule_content(one: Applied) -> dict:
    """A rule as it counted: with its wording, since the wording may change later."""
    return {
        "id": one.rule.id,
        "says": one.effect.says,
        "facts": one.facts,
        "text": one.text,
        "force": str(one.rule.force),
        "certainty": str(one.rule.certainty),
        "source": one.rule.source,
        "warns": one.rule.warns,
        "holds_until": one.holds_until.isoformat() if one.holds_until else None,
    }


def _refuse_forbidden(advice: Advice, route: Route) -> None:
    blocked = advice.of(route).blocked_by
    if blocked:
        raise Refused({"route": [one.text for one in blocked]})
    lapsed = [one for one in advice.counted(route) if one.lapsed and one.rule.force == Force.HARD]
    if lapsed:
        rules = ", ".join(one.rule.id for one in lapsed)
        raise Refused(
            _("An amount or term of law has lapsed (rule %(rules)s). Nobody can say whether this route is allowed."),
            params={"rules": rules},
            code="lapsed",
        )


def _make_final(tender: Tender, choice: ProcedureChoice) -> None:
    """The route is decided: from now on words follow its track, and the memo can be made."""
    tender.route_is_final = True
    tender.save(update_fields=["route_is_final"])
    choice.memo = Document.objects.create(
        kind="choice_memo", title=f"Keuze van de route: {tender.title}"[:200], content_sha256=choice.content_sha256
    )
    choice.save(update_fields=["memo"])
