"""Forming a coalition: two parties that met begin, others are asked, and each says itself that it takes part."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Party, User
from coalitions.models import Answer, Coalition, Introduction, Member
from coalitions.private_log import record_private
from events import clock
from tenders.actions.involvement import party_named
from tenders.locks import one_at_a_time
from tenders.refusal import Refused

MOST = 20  # parties in a coalition


@transaction.atomic
def begin_coalition(*, introduction: Introduction, by: User, name: str) -> Coalition:
    """A coalition of the party that begins; the other of the two that met is asked to join. Done twice, it is one."""
    one_at_a_time("coalition of introduction", introduction.pk)
    met = Introduction.objects.for_page().get(pk=introduction.pk)
    if met.answer != Answer.YES:
        raise Refused(_("You can begin together when both said yes."), code="no")
    if there := Coalition.objects.filter(introduction=met).first():
        return there
    ours, theirs = met.side_of(by.party_ids())
    coalition = Coalition.objects.create(
        name=name.strip(), municipality=met.municipality, tender=met.tender, introduction=met, begun_by=by, begun_at=clock.now()
    )
    Member.objects.create(coalition=coalition, party=ours.party, invited_by=by, joined_at=clock.now(), joined_by=by)
    record_private("coalitions.coalition_begun", by=by, row=coalition)
    _invite(coalition, theirs.party, by)
    return coalition


@transaction.atomic
def invite_member(*, coalition: Coalition, by: User, name: str) -> Member:
    """Ask a party to join, by its name or KvK number. Until it says yes, it sees who asks and not the terms."""
    one_at_a_time("coalition", coalition.pk)
    if coalition.members.filter(left_at=None).count() >= MOST:
        raise Refused({"name": _("A coalition has at most %(most)d parties.") % {"most": MOST}})
    return _invite(coalition, party_named(name), by)


@transaction.atomic
def join_coalition(*, member: Member, by: User) -> Member:
    """Say that one's own party takes part. Twice is the same."""
    one_at_a_time("coalition", member.coalition_id)
    fresh = Member.objects.for_page().get(pk=member.pk)
    if fresh.left_at or fresh.party_id not in by.party_ids():
        raise Refused(_("This invitation does not hold any more."), code="left")
    if fresh.joined_at is None:
        fresh.joined_at, fresh.joined_by = clock.now(), by
        fresh.save(update_fields=["joined_at", "joined_by"])
        record_private("coalitions.coalition_joined", by=by, row=fresh)
    return fresh


@transaction.atomic
def leave_coalition(*, member: Member, by: User, reason: str) -> Member:
    """Let one's own party stop, or say no to an invitation. What it signed stays to be read; the others agree anew."""
    one_at_a_time("coalition", member.coalition_id)
    fresh = Member.objects.for_page().get(pk=member.pk)
    if fresh.party_id not in by.party_ids():
        raise Refused(_("You do not act for this party."), code="party")
    if fresh.left_at is None:
        fresh.left_at, fresh.left_by, fresh.left_because = clock.now(), by, reason.strip()
        fresh.save(update_fields=["left_at", "left_by", "left_because"])
        record_private("coalitions.coalition_left", by=by, row=fresh, reason=reason)
    return fresh


def _invite(coalition: Coalition, party: Party, by: User) -> Member:
    try:
        with transaction.atomic():
            member = Member.objects.create(coalition=coalition, party=party, invited_by=by, invited_at=clock.now())
    except IntegrityError:
        raise Refused({"name": _("This party takes part already, or was asked.")}) from None
    record_private("coalitions.member_invited", by=by, row=member)
    return member
