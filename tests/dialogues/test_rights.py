"""What one may view is what one sees, in every state of a tender and its dialogue that tests/stages.py does not reach."""

import pytest

from accounts.permissions import allows
from dialogues.models import Contribution, Dialogue, Finding, Meeting, NameChoice
from events import clock
from tenders.models import InvolvementRole
from tests import make


@pytest.mark.parametrize("tender_public", [True, False])
@pytest.mark.parametrize("dialogue_public", [True, False])
def test_lists_and_rights_agree_for_everybody(cast, tender_public, dialogue_public):
    tender = make.tender(cast, published=tender_public)
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    make.involve(tender, InvolvementRole.INVITED, party=cast.rival_party)
    make.dialogue(tender, published=dialogue_public)
    said = make.contribution(tender, author=cast.resident)
    make.contribution(tender, author=cast.neighbour, hidden_at=clock.now(), hidden_because="Privé")
    make.contribution(tender, name_choice=NameChoice.PSEUDONYM)
    make.contribution(tender, name_choice=NameChoice.ANONYMOUS)
    make.finding(cast, tender, [said])
    make.meeting(tender)
    cast.fresh()
    found = {}
    for model in (Dialogue, Contribution, Finding, Meeting):
        for name, person in cast.people().items():
            seen = set(model.objects.visible_to(person).values_list("pk", flat=True))
            may = {thing.pk for thing in model.objects.for_page() if allows(person, model.view_permission, thing)}
            assert seen == may, (name, model)
            found[model, name] = len(seen)
    assert found[Contribution, "visitor"] == (3 if tender_public else 0)
    assert found[Contribution, "neighbour"] == (4 if tender_public else 1)
    assert found[Contribution, "guide"] == 4
    assert found[Dialogue, "visitor"] == (1 if tender_public and dialogue_public else 0)
    assert found[Dialogue, "rival"] == 1
    assert found[Meeting, "stranger"] == (1 if tender_public else 0)
