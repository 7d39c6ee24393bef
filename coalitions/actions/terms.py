"""The terms of a coalition: every change is a new version with a fingerprint, and every partner signs that version off."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Party, User
from coalitions.models import Coalition, LeadKind, Member, Share, SignOff, Terms
from coalitions.private_log import record_private
from documents.fingerprint import fingerprint
from events import clock
from tenders.locks import one_at_a_time
from tenders.money import WHOLE, percent
from tenders.refusal import Changed, Refused


@transaction.atomic
def write_terms(
    *, coalition: Coalition, by: User, after: int, decision_rule: str, lead: Party, lead_kind: LeadKind, shares: dict[int, tuple]
) -> Terms:
    """A new version of the terms; `after` is the number of the version that was read (0 before the first).

    `shares` gives each partner, by its id, its (income, hours a week). Everybody is asked to sign again, who writes too. The
    same terms again are no new version, as long as the same parties took part all the time.
    """
    one_at_a_time("coalition", coalition.pk)
    now = current_terms(coalition)
    if (now.number if now else 0) != after:
        sentence = _("A partner changed the terms while you were writing. Read them first; yours are still here.")
        raise Changed(sentence, code="changed")
    partners = list(Member.objects.taking_part().filter(coalition=coalition).select_related("party").order_by("pk"))
    _check(partners, by, lead, shares)
    said = {
        "coalition": coalition.public_id,
        "decision_rule": decision_rule.strip(),
        "lead": lead.public_id,
        "lead_kind": str(lead_kind),
        "partners": [_partner(one.party, *shares[one.party_id]) for one in partners],
    }
    if now and now.fits(partners) and _says(now, said):
        return now
    content = {**said, "version": after + 1}
    terms = Terms.objects.create(
        coalition=coalition,
        number=after + 1,
        decision_rule=said["decision_rule"],
        lead=lead,
        lead_kind=lead_kind,
        content=content,
        content_sha256=fingerprint(content),
        written_at=max(clock.now(), *(one.joined_at for one in partners)),  # else it would not fit who writes it
        written_by=by,
    )
    rows = [(one.party, *shares[one.party_id]) for one in partners]
    Share.objects.bulk_create(Share(terms=terms, party=party, income=income, hours=hours) for party, income, hours in rows)
    record_private("coalitions.terms_written", by=by, row=terms, number=terms.number, content=terms.content_sha256)
    return terms


def _says(terms: Terms, said: dict) -> bool:
    """The same words, whatever the number of the version."""
    return fingerprint(said) == fingerprint({key: value for key, value in terms.content.items() if key != "version"})


def _partner(party: Party, income: int, hours: int) -> dict:
    return {"party": party.public_id, "name": party.name, "income": income, "hours": hours}


@transaction.atomic
def sign_terms(*, coalition: Coalition, by: User, party: Party, content_sha256: str) -> SignOff:
    """Agree for `party` with the version that has this fingerprint. Twice is once; with the last one the terms hold.

    Raises Changed when these are not the terms of now any more, Refused for who may not sign or signed for another party.
    """
    one_at_a_time("coalition", coalition.pk)
    terms = current_terms(coalition)
    if terms is None or terms.content_sha256 != content_sha256:
        raise Changed(_("The terms changed after you read them. Read them again before you agree."), code="changed")
    members = list(Member.objects.taking_part().filter(coalition=coalition))
    partners = {one.party_id for one in members}
    if not terms.fits(members):
        raise Refused(_("Who takes part changed after these terms were written. Write them again first."), code="partners")
    if party.pk not in partners or not by.memberships.active().filter(party=party, may_sign=True).exists():
        raise Refused(_("You cannot sign for this party. Ask a colleague who may."), code="signer")
    signed = list(terms.sign_offs.all())
    if there := next((one for one in signed if one.party_id == party.pk), None):
        return there
    if any(one.by_id == by.pk for one in signed):
        raise Refused(_("You signed for another party. Two parties are two people."), code="two_parties")
    sign_off = SignOff.objects.create(terms=terms, party=party, by=by, content_sha256=content_sha256, at=clock.now())
    record_private("coalitions.terms_signed", by=by, row=terms, party=party.pk, content=content_sha256)
    if terms.signed_ids() | {party.pk} == partners:
        terms.agreed_at = clock.now()
        terms.save(update_fields=["agreed_at"])
        record_private("coalitions.terms_agreed", by=by, row=terms, content=content_sha256)
    return sign_off


def current_terms(coalition: Coalition) -> Terms | None:
    """The newest version, with its shares and who signed it off."""
    return coalition.terms.for_page().first()


def _check(partners: list[Member], by: User, lead: Party, shares: dict[int, tuple]) -> None:
    ids = {one.party_id for one in partners}
    if not ids & set(by.party_ids()):
        raise Refused(_("Only who takes part can write the terms."), code="party")
    if set(shares) != ids or len(ids) < 2:
        raise Refused(_("Other parties take part now than when you began to write. Look again who they are."), code="partners")
    if lead.pk not in ids:
        raise Refused({"lead": _("Choose one of the partners.")})
    total = sum(income for income, _h in shares.values())
    if total != WHOLE:
        sentence = _("The parts of the income are %(sum)s together. They must be 100 %%.") % {"sum": percent(total)}
        raise Refused({f"income_{partners[0].party.public_id}": sentence})
    if not any(hours for _part, hours in shares.values()):
        raise Refused({f"hours_{partners[0].party.public_id}": _("Somebody must put in hours. Fill them in.")})
