"""What waits for who acts for a party, between parties: a question to meet, a coalition to join, terms to agree with."""

from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from coalitions.models import Introduction, Member, SignOff, Stakeholder, Terms
from events import clock
from portal.team_tasks import Task

_MOST = 25  # of each kind


def waiting_between_parties(user: User):
    """Nothing is asked for who acts for no party. No name of another party stands in it: some keep theirs back."""
    parties = user.party_ids()
    if not parties:
        return
    today = clock.today()
    for asked in Introduction.objects.waiting().filter(asked__party_id__in=parties).select_related("asked__party")[:_MOST]:
        yield Task(_("A party wants to meet you"), asked.asked.party.name, asked.get_absolute_url(), _("Answer"), due=today)
    for row in _to_be_shown(parties):
        url = reverse("coalitions:agree_to_show", args=[row.tender.slug, row.public_id])
        yield Task(_("May everybody see your party on the map?"), row.tender.title, url, _("Answer"), is_today=False)  # no hurry
    for place in _places(parties):
        if place.joined_at is None:
            url = reverse("coalitions:join_coalition", args=[place.public_id])
            yield Task(_("You are asked for a coalition"), place.coalition.name, url, _("Read and answer"), due=today)
        else:
            url = place.coalition.get_absolute_url()
            yield Task(_("Terms wait for your agreement"), place.coalition.name, url, _("Read and agree"), due=today)


def _to_be_shown(party_ids):
    """Where these parties stand on the map of a tender and did not say whether everybody may see that."""
    rows = Stakeholder.objects.here().filter(party_id__in=party_ids, answered_at=None)
    return rows.filter(tender__completed_at=None, tender__withdrawn_at=None).select_related("tender")[:_MOST]


def _places(party_ids):
    """The places of these parties in coalitions to which they have to say something, in one statement."""
    newest = Terms.objects.filter(coalition=OuterRef("coalition")).order_by("-number").values("pk")[:1]
    signed = SignOff.objects.filter(terms=OuterRef("newest"), party=OuterRef("party"))
    mine = Member.objects.filter(left_at=None, party_id__in=party_ids).annotate(newest=Subquery(newest))
    return (
        mine.annotate(signed=Exists(signed))
        .exclude(joined_at__isnull=False, newest=None)
        .exclude(joined_at__isnull=False, signed=True)
        .select_related("coalition")
        .order_by("pk")[:_MOST]
    )
