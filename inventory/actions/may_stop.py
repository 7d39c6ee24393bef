"""What may stop: who does the work now hears it with date and proof, and tells what stopping costs."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership, User
from accounts.permissions import allows
from documents.fingerprint import fingerprint
from documents.models import Document
from documents.uploads import store_upload
from events import clock, log
from inventory.models import AGREED, Friction, Line, MayStop, Told
from tenders.locks import hold, one_at_a_time
from tenders.models import Tender
from tenders.refusal import Changed, Refused


@transaction.atomic
def say_may_stop(*, tender: Tender, by: User, line: Line, reason: str, stops_on) -> MayStop:
    """Tie a running contract or subsidy to the tender by which it may stop. Nobody outside the team sees it before it is told."""
    hold(tender)
    one_at_a_time("may stop", line.pk)
    if line.kind not in AGREED or line.ended_at:
        raise Refused({"line": _("Only a contract or subsidy that runs can stop.")})
    if line.municipality_id not in tender.municipality_ids():
        raise Refused({"line": _("This contract is of another municipality.")})
    if stops_on < clock.today():
        raise Refused({"stops_on": _("This day is over. Choose a day that is still to come.")})
    if MayStop.objects.standing().filter(tender=tender, line=line).exists():
        raise Refused({"line": _("This contract is in the list already.")})
    row = MayStop.objects.create(
        tender=tender, line=line, reason=reason.strip(), stops_on=stops_on, said_by=by, said_at=clock.now()
    )
    log.record("inventory.said_may_stop", by=by, thing=row, reason=reason)
    return row


@transaction.atomic
def tell_incumbent(*, may_stop: MayStop, by: User, how: Told, told_on=None, proof=None) -> MayStop:
    """Tell who does the work now. On this website the party gets a message, a mail and a letter with a fingerprint; else the
    officer says when and how it was told, with a file that shows it. From that day the notice term counts.
    """
    one_at_a_time("may stop", may_stop.line_id)  # nobody says meanwhile that it is of another party
    row = _alone(may_stop)
    if row.told_on or row.taken_back_at:
        raise Changed(_("Somebody told them just before you, or took it back."), code="changed")
    how = Told(how)
    if how == Told.HERE:
        if not has_account(row.line):
            raise Refused({"how": _("This party has no account here. Tell it in another way, and keep the proof.")})
        told_on = row.told_on = clock.today()
        row.letter_content = letter_of(row, by)
        row.letter = Document.objects.create(
            kind="may_stop", title=_letter_title(row), content_sha256=fingerprint(row.letter_content)
        )
    else:
        if told_on is None or told_on > clock.today():
            raise Refused({"told_on": _("Fill in the day on which you told them. It cannot be still to come.")})
        if proof is None:
            raise Refused({"proof": _("Add the letter, the mail or the report of the talk. It is the proof.")})
        row.proof = store_upload(proof, by=by, folder=f"{row.tender.folder()}/may_stop")
    row.told_on, row.told_how, row.told_by = told_on, how, by
    row.party, row.told_name = row.line.party, row.line.party_name
    row.save(update_fields=["told_on", "told_how", "told_by", "party", "told_name", "letter", "letter_content", "proof"])
    log.record("inventory.incumbent_told", by=by, thing=row, public=True, how=str(how), party=row.party_id)
    return row


@transaction.atomic
def take_back(*, may_stop: MayStop, by: User, reason: str) -> MayStop:
    """Say that it does not stop by this tender after all; what was told stays to be read. Done twice, it changes nothing."""
    row = _alone(may_stop)
    if row.taken_back_at is None:
        row.taken_back_at, row.taken_back_because = clock.now(), reason.strip()
        row.save(update_fields=["taken_back_at", "taken_back_because"])
        log.record("inventory.taken_back", by=by, thing=row, public=row.told_on is not None, reason=reason, party=row.party_id)
    return row


@transaction.atomic
def confirm_read(*, may_stop: MayStop, by: User) -> MayStop:
    """A member of the party says that it was read; the first one stands in the row. Done twice, it changes nothing."""
    row = _alone(may_stop)
    if row.read_at is None:
        row.read_at, row.read_by = clock.now(), by
        row.save(update_fields=["read_at", "read_by"])
        log.record("inventory.read_confirmed", by=by, thing=row)
    return row


@transaction.atomic
def file_friction(*, may_stop: MayStop, by: User, version: int, **values) -> Friction:
    """What stopping costs and asks of the party, on one page; changed by version until the request is published."""
    row = _alone(may_stop)
    row.tender = hold(row.tender)
    one_at_a_time("publication", row.tender_id)  # before the request is published or after it, never meanwhile
    if row.told_on is None or row.taken_back_at:
        raise Refused(_("This no longer stops by this tender. You need not fill in anything."), code="taken_back")
    if not allows(by, "inventory.file_friction", row):
        raise Refused(
            _("The request was published just before you. All parties read the same in it, so nothing can be changed here."),
            code="published",
        )
    friction = Friction.objects.filter(may_stop=row).first() or Friction(may_stop=row, version=0)
    if friction.version != version:
        raise Changed(
            _("A colleague of yours saved this meanwhile. What you wrote is still here; compare it first."), code="changed"
        )
    for name, value in values.items():
        setattr(friction, name, value)
    friction.version, friction.filed_by, friction.filed_at = version + 1, by, clock.now()
    friction.full_clean(exclude=["may_stop"])
    friction.save()
    log.record("inventory.friction_filed", by=by, thing=row, first=version == 0)
    return friction


def has_account(line: Line) -> bool:
    """Whether somebody who acts for the party of this line can be told here."""
    return line.party_id is not None and Membership.objects.active().filter(party=line.party_id, user__is_active=True).exists()


def letter_of(row: MayStop, by: User) -> dict:
    """The letter as plain values: what its fingerprint is of. Made when it is told, and kept."""
    line, tender = row.line, row.tender
    return {
        "municipality": tender.municipality.name,
        "party": line.who,
        "line": line.title,
        "tender": tender.title if tender.published_at else "",  # nobody outside can open it before
        "reference": tender.reference,
        "contact": " ".join(part for part in (tender.contact_person, tender.contact_phone) if part),
        "reason": row.reason,
        "told_on": row.told_on.isoformat(),
        "stops_on": row.stops_on.isoformat(),
        "notice_months": line.notice_months,
        "term_ends_on": row.term_ends_on.isoformat() if row.term_ends_on else "",
        "answer_at": settings.SITE_ADDRESS.split("://")[-1],
        "reasonable_term": row.asks_reasonable_term,
        "too_late": not allows(by, "inventory.ask_friction", row),  # the request is out: nothing goes into it any more
    }


def _letter_title(row: MayStop) -> str:
    return f"Wat kan stoppen: {row.line.title}"[:200]


def _alone(may_stop: MayStop) -> MayStop:
    """The row, fresh, with everybody else who works on it waiting until this transaction ends."""
    one_at_a_time("may stop row", may_stop.pk)
    return MayStop.objects.for_page().get(pk=may_stop.pk)
