"""What people bring in: written by themselves or for them, recognised by others, and who is behind a pseudonym."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.models import Channel, Contribution, Dialogue, NameChoice, Pseudonym, Support, Unveiling
from dialogues.pseudonyms import Behind, seal, unseal
from events import clock, log
from tenders.codes import hash_code
from tenders.locks import hold, one_at_a_time
from tenders.models import Tender
from tenders.refusal import Refused


@transaction.atomic
def contribute(
    *,
    dialogue: Dialogue,
    by: User | None,
    code: str,
    text: str,
    name_choice: NameChoice,
    shown_name: str = "",
    email: str = "",
    theme=None,
) -> Contribution:
    """A contribution on the website, by a visitor or by somebody with an account. The same `code` twice makes one."""
    tender = hold(dialogue.tender)
    if not Dialogue.objects.get(pk=dialogue.pk).is_open:
        raise Refused(
            _("This dialogue is closed. Call the person who is named on its page: they write it down for you."), code="closed"
        )
    return _write(
        tender,
        code,
        _behind(name_choice, by, email),
        said_by=by,
        channel=Channel.WEBSITE,
        text=text,
        name_choice=name_choice,
        shown_name=shown_name,
        email=email,
        theme=theme,
        said_on=clock.today(),
    )


@transaction.atomic
def enter_contribution(
    *, tender: Tender, by: User, code: str, name_choice: NameChoice, email: str = "", said_on=None, **fields
) -> Contribution:
    """Write down what somebody else said, on paper, at a meeting, at the desk or by telephone: said by is not entered by."""
    tender = hold(tender)
    said_on = said_on or clock.today()
    if said_on > clock.today():
        raise Refused({"said_on": _("This day is still to come. When was it said?")})
    values = {**fields, "name_choice": name_choice, "email": email, "said_on": said_on, "entered_by": by}
    return _write(tender, code, _behind(name_choice, None, email), said_by=None, **values)


@transaction.atomic
def support_contribution(*, contribution: Contribution, by: User) -> Support:
    """ "I recognise this"; saying it twice changes nothing."""
    hold(contribution.tender)
    support, made = Support.objects.get_or_create(contribution=contribution, person=by, defaults={"at": clock.now()})
    if made:
        log.record("dialogues.contribution_supported", by=by, thing=contribution, public=True)
    return support


@transaction.atomic
def unveil_pseudonym(*, contribution: Contribution, by: User, reason: str) -> Behind:
    """Who is behind a pseudonym. It is written down first, with the reason; if that fails, nothing is shown."""
    Unveiling.objects.create(contribution=contribution, by=by, reason=reason.strip(), at=clock.now())
    log.record_read(by=by, thing=contribution, what="pseudonym")
    sealed = Pseudonym.objects.filter(contribution=contribution).first()
    return unseal(sealed.sealed, contribution=contribution.pk) if sealed else Behind()


def _behind(name_choice: NameChoice, person: User | None, email: str) -> Behind | None:
    if name_choice != NameChoice.PSEUDONYM:
        return None
    return Behind(person=person.pk if person else None, email=person.email if person else email)


def _write(tender: Tender, code: str, behind: Behind | None, *, said_by: User | None, **fields) -> Contribution:
    """One row with the next number of the tender. Who comes at the same moment waits, so no number is given twice."""
    one_at_a_time("contributions", tender.pk)
    found = Contribution.objects.filter(code_hash=hash_code(code)).first()
    if found:
        return found
    named = fields["name_choice"] == NameChoice.NAME
    anonymous = fields["name_choice"] == NameChoice.ANONYMOUS
    fields["shown_name"] = "" if anonymous else fields["shown_name"].strip()
    fields["email"] = fields["email"] if named and said_by is None else ""
    contribution = Contribution(
        tender=tender,
        number=(Contribution.objects.filter(tender=tender).aggregate(last=Max("number"))["last"] or 0) + 1,
        step=tender.step,
        author=said_by if named else None,
        code_hash=hash_code(code),
        entered_at=None if anonymous else clock.now(),
        **fields,
    )
    contribution.full_clean(validate_unique=False, validate_constraints=False)  # this row cannot clash
    contribution.save()
    if behind:
        Pseudonym.objects.create(contribution=contribution, sealed=seal(behind, contribution=contribution.pk))
    _tell(contribution, said_by if named else None)
    return contribution


def _tell(contribution: Contribution, said_by: User | None) -> None:
    """An event has a moment, and a moment can lead back to a person: of an anonymous one it says only in which tender."""
    anonymous = contribution.name_choice == NameChoice.ANONYMOUS
    entered_by = contribution.entered_by
    name = "dialogues.contribution_entered" if entered_by else "dialogues.contributed"
    log.record(name, by=entered_by or said_by, thing=contribution.tender if anonymous else contribution, public=True)
