"""What waits for who acts for a party, between parties: a question to meet, a coalition to join, terms to agree with."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from coalitions.models import Introduction, Stakeholder
from coalitions.waiting import Waits, places_that_wait
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
    for place in places_that_wait(parties)[:_MOST]:
        yield _in_a_coalition(place, today)


def _in_a_coalition(place, today):
    coalition = place.coalition
    if place.waits == Waits.ANSWER:
        url = reverse("coalitions:join_coalition", args=[place.public_id])
        return Task(_("You are asked for a coalition"), coalition.name, url, _("Read and answer"), due=today)
    if place.waits == Waits.WRITE:
        url = coalition.get_absolute_url()
        return Task(_("Write the terms of your coalition anew"), coalition.name, url, _("Look"), due=today)
    return Task(_("Terms wait for your agreement"), coalition.name, coalition.get_absolute_url(), _("Read and agree"), due=today)


def _to_be_shown(party_ids):
    """Where these parties stand on the map of a tender and did not say whether everybody may see that."""
    rows = Stakeholder.objects.here().filter(party_id__in=party_ids, answered_at=None)
    return rows.filter(tender__completed_at=None, tender__withdrawn_at=None).select_related("tender")[:_MOST]
