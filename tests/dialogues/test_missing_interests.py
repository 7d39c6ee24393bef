"""Which interests nobody sits for yet, group by group."""

from django.urls import reverse

from dialogues.models import Interest
from events import clock
from tests import make


def test_the_page_of_all_groups_says_of_each_who_is_missing(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    group = make.group(tender, experts=[cast.resident])
    whole = make.group(tender, theme="Cultuur")
    for interest in (Interest.RESIDENTS, Interest.TARGET_GROUP, Interest.ORGANISATIONS, Interest.ENTREPRENEURS):
        make.expert(whole, name="Iemand", interest=interest)
    make.expert(group, name="Iemand die ging", interest=Interest.TARGET_GROUP, ended_at=clock.now(), ended_because="Verhuisd.")
    groups = {
        one.theme.name: (one.people, one.missing)
        for one in client_of(cast.visitor).get(reverse("dialogues:list_groups", args=[tender.slug])).context["groups"]
    }
    missing = ["de mensen om wie het gaat", "organisaties die eraan werken", "ondernemers"]
    assert groups == {"Sport": (1, missing), "Cultuur": (4, [])}
