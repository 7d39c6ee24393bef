"""Trying something out: what one wants to learn and until when, whether it goes on, and the same in a next area."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from areas.models import Area
from dialogues.actions.dialogue import save_by_version
from dialogues.grounds import give_usual_grounds
from dialogues.models import Dialogue, Fact, Ground, OpenQuestion, Pilot, Programme, Rule, Verdict
from events import clock, log
from tenders.actions import edit_lot, start_tender
from tenders.locks import hold, one_at_a_time
from tenders.models import Tender
from tenders.refusal import Refused


@transaction.atomic
def set_pilot(*, tender: Tender, by: User, version: int, wants_to_learn: str, ends_on: dt.date, programme: str = "") -> Pilot:
    """Say that a tender is a pilot: what it wants to learn, when it ends, and to which programme it belongs."""
    tender = hold(tender)
    values = {"wants_to_learn": wants_to_learn.strip(), "programme": _programme(tender, programme)}
    pilot, made = Pilot.objects.get_or_create(tender=tender, defaults={**values, "ends_on": ends_on})
    if pilot.verdict:
        raise Refused(_("It was decided already whether this pilot goes on."), code="decided")
    if ends_on < clock.today() and (made or ends_on != pilot.ends_on):
        raise Refused({"ends_on": _("This day is over. Choose one that is still to come.")})
    if not made:
        save_by_version(pilot, version, ends_on=ends_on, **values)
    log.record("dialogues.pilot_set", by=by, thing=pilot, public=tender.published_at is not None)
    return pilot


@transaction.atomic
def decide_pilot(*, tender: Tender, by: User, version: int, verdict: Verdict, reason: str, learnt: str) -> Pilot:
    """Go or no go, with the reason and with what was learnt. Everybody can read it; it is said once."""
    tender = hold(tender)
    pilot = Pilot.objects.select_for_update().get(tender=tender)
    if pilot.verdict:
        raise Refused(_("It was decided already whether this pilot goes on."), code="decided")
    said = {"verdict": verdict, "verdict_reason": reason.strip(), "learnt": learnt.strip()}
    save_by_version(pilot, version, decided_by=by, decided_at=clock.now(), **said)
    log.record("dialogues.pilot_decided", by=by, thing=pilot, public=tender.published_at is not None, reason=reason)
    return pilot


@transaction.atomic
def copy_pilot(*, tender: Tender, by: User, title: str, area: Area, ends_on: dt.date) -> Tender:
    """Start the same in a next area, when the first goes on: a tender of its own, that takes along what was learnt.

    The dot, the rules, the grounds for hiding something, the facts and the open questions come along, to be changed before it
    is published. What was learnt is a fact there, whose source is the first tender; and both pages lead to the other.
    """
    one_at_a_time("pilot", tender.pk)
    pilot = Pilot.objects.select_related("tender__municipality").get(tender=tender)
    if pilot.verdict != Verdict.GO:
        raise Refused(_("First decide that this pilot goes on. Then you can take it to a next area."), code="undecided")
    if Pilot.objects.filter(copied_from=pilot, tender__lots__area=area).exists():
        raise Refused({"area": _("This pilot was taken to this area already.")})
    made = start_tender(
        municipality=area.municipality,
        by=by,
        title=title,
        summary=tender.summary,
        route=tender.route,
        reason=_("It follows from the pilot “%(title)s”.") % {"title": tender.title},
    )
    edit_lot(lot=made.lots.get(), by=by, area=area, inhabitants=area.population)
    _take_texts_along(pilot, made)
    copy = Pilot.objects.create(
        tender=made, programme=pilot.programme, copied_from=pilot, wants_to_learn=pilot.wants_to_learn, ends_on=ends_on
    )
    log.record("dialogues.pilot_copied", by=by, thing=copy, public=False, copied_from=pilot.pk)
    return made


def _programme(tender: Tender, name: str) -> Programme | None:
    name = name.strip()
    return Programme.objects.get_or_create(municipality=tender.municipality, name=name)[0] if name else None


def _take_texts_along(pilot: Pilot, tender: Tender) -> None:
    """The texts of the first dialogue; a day on which something would be said there is not promised here."""
    first = Dialogue.objects.filter(tender=pilot.tender).first() or Dialogue(tender=pilot.tender)
    dialogue = Dialogue.objects.create(tender=tender, dot=first.dot)
    _take_grounds_along(first, dialogue)
    if first.pk:
        Rule.objects.bulk_create(Rule(dialogue=dialogue, kind=one.kind, text=one.text) for one in first.rules.exclude(text=""))
        questions = first.open_questions.filter(removed_at=None)
        OpenQuestion.objects.bulk_create(OpenQuestion(dialogue=dialogue, text=one.text) for one in questions)
        facts = first.facts.filter(removed_at=None)
        Fact.objects.bulk_create(Fact(dialogue=dialogue, text=one.text, source=one.source) for one in facts)
    source = _("the pilot “%(title)s”") % {"title": pilot.tender.title}
    for line in filter(None, (line.strip() for line in pilot.learnt.splitlines())):
        Fact.objects.create(dialogue=dialogue, text=line[:600], source=source[:200])


def _take_grounds_along(first: Dialogue, dialogue: Dialogue) -> None:
    """Without a published ground nobody can report anything, and nothing can be hidden."""
    grounds = list(first.grounds.filter(removed_at=None)) if first.pk else []
    Ground.objects.bulk_create(Ground(dialogue=dialogue, text=one.text) for one in grounds)
    if not grounds:
        give_usual_grounds(dialogue)
