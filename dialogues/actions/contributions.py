"""What people bring in: written by themselves or for them, recognised by others, and who is behind a pseudonym."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Party, User
from dialogues import languages
from dialogues.models import (
    Channel,
    Contribution,
    Dialogue,
    Meeting,
    NameChoice,
    Pseudonym,
    Sheet,
    Stack,
    Support,
    Unveiling,
)
from dialogues.numbers import next_number
from dialogues.pseudonyms import Behind, seal, unseal
from events import clock, log
from tenders.codes import hash_code
from tenders.locks import hold, one_at_a_time
from tenders.models import Involvement, InvolvementRole, Tender
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
        hash_code(code),
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
    *,
    tender: Tender,
    by: User,
    code: str,
    name_choice: NameChoice,
    email: str = "",
    said_on=None,
    sheet: int | None = None,
    stack: Stack | None = None,
    through: Party | None = None,
    **fields,
) -> Contribution:
    """Write down what somebody else said, on paper, at a meeting, at the desk or by telephone: said by is not entered by.

    With the number of a printed `sheet` the code on its slip leads to it, and `code` to nothing.
    """
    tender = hold(tender)
    one_at_a_time("contributions", tender.pk)
    printed = _printed(tender, sheet, fields["text"])
    if through and not _trusted(tender, through):
        raise Refused({"through": _("This organisation is not trusted here any more. Ask the team of this tender.")})
    values = {**fields, "name_choice": name_choice, "email": email, "entered_by": by, "stack": stack, "through": through}
    values["said_on"] = _not_to_come(said_on or clock.today())
    values["original_language"] = languages.tidy(fields.get("original_language", ""))
    code_hash = printed.code_hash if printed else hash_code(code)
    made = _write(tender, code_hash, _behind(name_choice, None, email), said_by=None, **values)
    if printed and printed.contribution_id is None:
        printed.contribution = made
        printed.save(update_fields=["contribution"])
    return made


def hear_in_room(*, meeting: Meeting, code_hash: str, text: str, shown_name: str, theme=None) -> Contribution:
    """What somebody sent in from the room of a meeting, with a first name or without any; within a transaction."""
    choice = NameChoice.NAME if shown_name else NameChoice.ANONYMOUS
    said = {"text": text, "name_choice": choice, "shown_name": shown_name, "theme": theme, "email": "", "said_on": clock.today()}
    return _write(meeting.tender, code_hash, None, said_by=None, channel=Channel.MEETING, meeting=meeting, **said)


def bring_in(*, tender: Tender, by: User, through: Party, code: str, **fields) -> Contribution:
    """Write down what somebody said to an organisation that the team trusts, as one of its people."""
    if through.pk not in by.party_ids():
        raise Refused({"through": _("You do not act for this organisation.")})
    return enter_contribution(tender=tender, by=by, through=through, code=code, channel=Channel.ORGANISATION, **fields)


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
    if name_choice != NameChoice.PSEUDONYM or not (person or email):  # nothing to seal
        return None
    return Behind(person=person.pk if person else None, email=person.email if person else email)


def _printed(tender: Tender, number: int | None, text: str) -> Sheet | None:
    """The printed form with this number, on which nothing was typed in yet but perhaps these words."""
    if number is None:
        return None
    sheet = Sheet.objects.filter(tender=tender, number=number).select_related("contribution", "meeting").first()
    if sheet is None:
        raise Refused({"sheet": _("We did not print a form with this number for this tender. Look at it once more.")})
    if sheet.contribution and sheet.contribution.text != text:
        raise Refused(
            {
                "sheet": _(
                    "This form was typed in already: it is number %(number)d. Is yours a copy? Then leave the number of the form "
                    "empty. Its writer gets a new code."
                )
                % {"number": sheet.contribution.number}
            }
        )
    return sheet


def _trusted(tender: Tender, party: Party) -> bool:
    return Involvement.objects.active().filter(tender=tender, party=party, role=InvolvementRole.TRUSTED).exists()


def _not_to_come(said_on):
    if said_on > clock.today():
        raise Refused({"said_on": _("This day is still to come. When was it said?")})
    return said_on


def _write(tender: Tender, code_hash: str, behind: Behind | None, *, said_by: User | None, **fields) -> Contribution:
    """One row with a number of its own. Who comes at the same moment waits, so no number is given twice."""
    one_at_a_time("contributions", tender.pk)
    found = Contribution.objects.filter(code_hash=code_hash).first()
    if found:
        return found
    named = fields["name_choice"] == NameChoice.NAME
    anonymous = fields["name_choice"] == NameChoice.ANONYMOUS
    fields["shown_name"] = "" if anonymous else fields["shown_name"].strip()
    fields["email"] = fields["email"] if named and said_by is None else ""
    contribution = Contribution(
        tender=tender,
        number=next_number(tender, by_lot=anonymous and fields["channel"] == Channel.WEBSITE),
        step=tender.step,
        author=said_by if named else None,
        code_hash=code_hash,
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
    """A moment can lead back to a person: the event of an anonymous one says only in which tender, and on which day."""
    anonymous = contribution.name_choice == NameChoice.ANONYMOUS
    entered_by = contribution.entered_by
    name = "dialogues.contribution_entered" if entered_by else "dialogues.contributed"
    if contribution.through_id:
        name = "dialogues.brought_in"
    thing = contribution.tender if anonymous else contribution
    log.record(name, by=entered_by or said_by, thing=thing, public=True, day_only=anonymous)
