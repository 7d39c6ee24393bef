"""Writing the dialogue, making it public and closing it."""

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.actions.conclusion import reopen
from dialogues.grounds import give_usual_grounds
from dialogues.models import Dialogue, DotChange, Fact, Ground, OpenQuestion, PromiseChange, Rule
from events import clock, log
from tenders.actions import publish_tender
from tenders.gates import Gate, keep_what_was_asked, pass_gate
from tenders.locks import hold, hold_alone, one_at_a_time
from tenders.models import Tender
from tenders.refusal import Changed, Refused
from tenders.steps import Step


@transaction.atomic
def edit_dialogue(
    *, tender: Tender, by: User, version: int, dot: str, closes_on, rules: dict, reason: str = "", moved_because: str = ""
) -> Dialogue:
    """Write the dot, the last day and the rules: {kind: (text, known_on)}.

    Once it is public, a changed dot needs a reason and keeps what it was; a day that was promised too. And what publishing
    asked for stays there.
    """
    tender = hold(tender)
    dialogue = _begun(tender)
    was = {"dot": dialogue.dot, "closes_on": dialogue.closes_on, **_said_in(dialogue)}
    before, dot = dialogue.dot, dot.strip()
    changed = dialogue.published_at is not None and dot != before
    if changed and not reason.strip():
        raise Refused({"reason": _("Say why you change the dot on the horizon. Everybody can read it.")})
    save_by_version(dialogue, version, dot=dot, closes_on=closes_on)
    moved = _move_promises(dialogue, by, rules, moved_because.strip()) if dialogue.published_at else []
    if changed:
        DotChange.objects.create(dialogue=dialogue, before=before, after=dot, reason=reason.strip(), by=by, at=clock.now())
    _write_rules(dialogue, rules)
    if dialogue.published_at:
        now = {"dot": dot, "closes_on": closes_on, **_said_in(dialogue)}
        keep_what_was_asked(tender, Gate.PUBLISH_TENDER, {name for name in was | now if was.get(name) != now.get(name)})
    name = "dialogues.dot_changed" if changed else "dialogues.dialogue_edited"
    log.record(name, by=by, thing=dialogue, public=dialogue.published_at is not None, reason=reason if changed else "")
    if moved:
        log.record("dialogues.promise_moved", by=by, thing=dialogue, public=True, reason=moved_because, kinds=moved)
    return dialogue


@transaction.atomic
def publish_dialogue(*, tender: Tender, by: User) -> Dialogue:
    """Open the dialogue for everybody, and make the tender public with it; a closed one opens again."""
    tender = hold(tender, Step.DIALOGUE)
    pass_gate(tender, Gate.PUBLISH_TENDER, by=by)
    _begun(tender)
    dialogue = Dialogue.objects.select_for_update().get(tender=tender)
    if dialogue.published_at and not dialogue.closed_at:
        return dialogue
    publish_tender(tender=tender, by=by)
    reopen(dialogue)
    dialogue.published_at, dialogue.closed_at = dialogue.published_at or clock.now(), None
    dialogue.save(update_fields=["published_at", "closed_at"])
    log.record("dialogues.dialogue_published", by=by, thing=dialogue, public=True)
    return dialogue


@transaction.atomic
def close_dialogue(*, dialogue: Dialogue, by: User) -> Dialogue:
    """No contributions come in by the website any more; what came in stays, and is answered."""
    hold(dialogue.tender)
    dialogue = Dialogue.objects.select_for_update().select_related("tender").get(pk=dialogue.pk)
    if dialogue.published_at is None:
        raise Refused(_("This dialogue is not public yet, so there is nothing to close."), code="not_published")
    if dialogue.closed_at is None:
        dialogue.closed_at = clock.now()
        dialogue.save(update_fields=["closed_at"])
        log.record("dialogues.dialogue_closed", by=by, thing=dialogue, public=True)
    return dialogue


@transaction.atomic
def tell_it_is_over(*, dialogue: Dialogue) -> bool:
    """The last day went by and nobody closed it: tell who follows it, and the team. Whether it was told now."""
    hold_alone(dialogue.tender)
    dialogue = Dialogue.objects.over_untold().select_related("tender__municipality").filter(pk=dialogue.pk).first()
    if dialogue is None:
        return False
    dialogue.told_over = dialogue.closes_on
    dialogue.save(update_fields=["told_over"])
    log.record("dialogues.last_day_over", by=None, thing=dialogue, public=True)
    return True


@transaction.atomic
def remind_of_promise(*, rule: Rule) -> bool:
    """On the day that was promised, or as soon after it as can be: let the team hear that people wait for an answer, once."""
    one_at_a_time("promise", rule.pk)
    rule = Rule.objects.promised().filter(pk=rule.pk, reminded_at=None, known_on__lte=clock.today()).first()
    if rule is None:
        return False
    Rule.objects.filter(pk=rule.pk).update(reminded_at=clock.now())
    log.record("dialogues.promise_due", by=None, thing=rule.dialogue, kind=str(rule.kind))
    return True


@transaction.atomic
def add_fact(*, tender: Tender, by: User, text: str, source: str) -> Fact:
    return _add(Fact, tender, by, "dialogues.fact_added", text=text, source=source)


@transaction.atomic
def add_open_question(*, tender: Tender, by: User, text: str) -> OpenQuestion:
    return _add(OpenQuestion, tender, by, "dialogues.open_question_added", text=text)


@transaction.atomic
def edit_fact(*, fact: Fact, by: User, version: int, text: str, source: str) -> Fact:
    return _edit(fact, by, version, "dialogues.fact_edited", text=text, source=source)


@transaction.atomic
def edit_open_question(*, question: OpenQuestion, by: User, version: int, text: str) -> OpenQuestion:
    return _edit(question, by, version, "dialogues.open_question_edited", text=text)


@transaction.atomic
def remove_fact(*, fact: Fact, by: User) -> Fact:
    """Take a fact from the page; the row stays."""
    return _remove(fact, by, "dialogues.fact_removed")


@transaction.atomic
def remove_open_question(*, question: OpenQuestion, by: User) -> OpenQuestion:
    """Take an open question from the page; the row stays."""
    return _remove(question, by, "dialogues.open_question_removed")


@transaction.atomic
def add_ground(*, tender: Tender, by: User, text: str) -> Ground:
    """One more published reason for which something is hidden; the same words twice are one."""
    dialogue = _begun(hold(tender))
    found = Ground.objects.filter(dialogue=dialogue, text=text.strip(), removed_at=None).first()
    return found or _add(Ground, tender, by, "dialogues.ground_added", text=text.strip())


@transaction.atomic
def remove_ground(*, ground: Ground, by: User) -> Ground:
    """Nothing is hidden for it any more from now on; what was stays. One reason remains: people must know what is refused."""
    others = Ground.objects.filter(dialogue=ground.dialogue_id, removed_at=None).exclude(pk=ground.pk)
    if not others.exists():
        raise Refused(_("This is the last reason. Add another one first."), code="last")
    return _remove(ground, by, "dialogues.ground_removed")


def save_by_version(row, version: int, **values) -> None:
    """Save `values` in a row that nobody changed since it had this version; raises Changed."""
    if not type(row).objects.filter(pk=row.pk, version=version).update(version=F("version") + 1, **values):
        raise Changed(
            _("Somebody else saved this while you were writing. What you wrote is still here; compare it first."), code="changed"
        )
    for name, value in values.items():
        setattr(row, name, value)
    row.version = version + 1


def _begun(tender: Tender) -> Dialogue:
    """The dialogue of a tender; a new one begins with the usual grounds for hiding something."""
    dialogue, made = Dialogue.objects.get_or_create(tender=tender)
    if made:
        give_usual_grounds(dialogue)
    return dialogue


def _said_in(dialogue: Dialogue) -> dict:
    """What each rule says now, or the day on which it will."""
    return {kind: said for kind, *said in Rule.objects.filter(dialogue=dialogue).values_list("kind", "text", "known_on")}


def _move_promises(dialogue: Dialogue, by: User, rules: dict, because: str) -> list[str]:
    """Keep each promised day that is another one now; one that went because what was promised is said now was kept."""
    moved = []
    for rule in Rule.objects.filter(dialogue=dialogue, known_on__isnull=False):
        text, day = rules.get(rule.kind, ("", None))
        said = day is None and text.strip() not in ("", rule.text)
        if day != rule.known_on and not said:
            moved.append(PromiseChange(dialogue=dialogue, kind=rule.kind, before=rule.known_on, after=day, reason=because, by=by))
    if moved and not because:
        raise Refused({"moved_because": _("Say why you move a day that you promised. Everybody can read it.")})
    for change in moved:
        change.at = clock.now()
    PromiseChange.objects.bulk_create(moved)
    return [str(change.kind) for change in moved]


def _write_rules(dialogue: Dialogue, rules: dict) -> None:
    """A day that stays has been reminded of or not; another day is a new promise."""
    before = {rule.kind: (rule.known_on, rule.reminded_at) for rule in dialogue.rules.all()}
    said = {kind: (text.strip(), known_on) for kind, (text, known_on) in rules.items()}
    rows = [Rule(dialogue=dialogue, kind=kind, text=text, known_on=day) for kind, (text, day) in said.items() if text or day]
    for row in rows:
        day, reminded_at = before.get(row.kind, (None, None))
        row.reminded_at = reminded_at if day == row.known_on else None
        row.full_clean(validate_unique=False, validate_constraints=False)
    fields = ["text", "known_on", "reminded_at"]
    Rule.objects.bulk_create(rows, update_conflicts=True, unique_fields=["dialogue", "kind"], update_fields=fields)
    Rule.objects.filter(dialogue=dialogue).exclude(Q(kind__in=[row.kind for row in rows])).delete()


def _add(model, tender: Tender, by: User, event: str, **values):
    tender = hold(tender)
    dialogue = _begun(tender)
    row = model.objects.create(dialogue=dialogue, **values)
    _tell(event, row, by)
    return row


def _edit(row, by: User, version: int, event: str, **values):
    hold(row.tender)
    save_by_version(row, version, **values)
    _tell(event, row, by)
    return row


def _remove(row, by: User, event: str):
    hold(row.tender)
    row.removed_at = clock.now()
    row.save(update_fields=["removed_at"])
    _tell(event, row, by)
    return row


def _tell(event: str, row, by: User) -> None:
    log.record(event, by=by, thing=row, public=row.dialogue.published_at is not None)
