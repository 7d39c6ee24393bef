"""A proposal of a theme group rests on what people said: the group ties it, the guide cannot, and everybody can follow it."""

import pytest
from django.urls import reverse

from dialogues import actions
from dialogues.models import ProposalSource
from events import clock
from tenders.models import InvolvementRole
from tenders.refusal import Changed, Refused
from tests import make

_WHY = {"reason": "De lege hal staat erin.", "once": "a"}


@pytest.fixture
def tender(cast):
    tender = make.tender(cast)
    make.dialogue(tender)
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    return tender


@pytest.fixture
def proposal(cast, tender):
    return make.proposal(cast, make.group(tender, experts=[cast.resident], guide=cast.guide))


@pytest.fixture
def said(tender):
    return make.contribution(tender, text="De hal staat drie avonden leeg.", shown_name="Ria")


def _address(page: str, proposal, *more) -> str:
    return reverse(f"dialogues:{page}", args=[proposal.tender.slug, proposal.number, *more])


def test_the_group_says_on_what_its_proposal_rests(cast, client_of, proposal, said):
    expert = client_of(cast.resident)
    assert said.text in expert.get(_address("choose_contribution", proposal)).content.decode()
    link = _address("link_contribution", proposal, said.number)
    assert (expert.get(link).status_code, expert.post(link, _WHY).status_code) == (200, 302)
    page = client_of(cast.visitor).get(proposal.get_absolute_url()).content.decode()
    assert [word in page for word in (said.text, _WHY["reason"], said.get_absolute_url())] == [True] * 3
    assert expert.get(link).status_code == 404  # once is enough


def test_the_guide_ties_nothing_by_page_nor_by_hand(cast, client_of, proposal, said):
    guide = client_of(cast.guide)
    link = _address("link_contribution", proposal, said.number)
    pages = [guide.get(_address("choose_contribution", proposal)), guide.get(link), guide.post(link, _WHY)]
    assert ([page.status_code for page in pages], ProposalSource.objects.count()) == ([403] * 3, 0)
    source = make.proposal_source(cast, proposal, said)
    off = _address("unlink_contribution", proposal, source.public_id)
    assert guide.post(off, {"reason": "Weg ermee.", "once": "b"}).status_code == 403
    assert "Zeg uit welke inbreng het komt" not in guide.get(proposal.get_absolute_url()).content.decode()


def test_without_saying_why_nothing_is_tied_and_the_page_says_so(cast, client_of, proposal, said):
    page = client_of(cast.resident).post(_address("link_contribution", proposal, said.number), {"reason": "", "once": "a"})
    assert "Schrijf op wat ervan in uw voorstel staat." in page.content.decode()
    assert not ProposalSource.objects.exists()


def test_what_is_taken_off_keeps_its_row_with_the_reason(cast, client_of, proposal, said):
    source = make.proposal_source(cast, proposal, said)
    expert = client_of(cast.resident)
    off = _address("unlink_contribution", proposal, source.public_id)
    assert (expert.get(off).status_code, expert.post(off, {"reason": "Ander veld.", "once": "a"}).status_code) == (200, 302)
    source.refresh_from_db()
    assert (source.ended_because, source.ended_by) == ("Ander veld.", cast.resident)
    assert said.text not in client_of(cast.visitor).get(proposal.get_absolute_url()).content.decode()
    with pytest.raises(Changed):
        actions.unlink_contribution(source=source, by=cast.resident, reason="Nog eens.")


def test_what_is_hidden_elsewhere_or_tied_already_is_refused(cast, proposal, said):
    hidden = make.contribution(proposal.tender, hidden_at=clock.now(), hidden_because="Kwetsend")
    elsewhere = make.contribution(make.tender(cast))
    make.proposal_source(cast, proposal, said)
    for wrong in (hidden, elsewhere, said):
        with pytest.raises(Refused):
            actions.link_contribution(proposal=proposal, contribution=wrong, by=cast.resident, reason="Zo.")


def test_what_is_hidden_later_is_not_read_on_the_proposal(cast, client_of, proposal, said):
    make.proposal_source(cast, proposal, said)
    type(said).objects.update(hidden_at=clock.now(), hidden_because="Kwetsend")
    assert said.text not in client_of(cast.visitor).get(proposal.get_absolute_url()).content.decode()


def test_a_draft_tells_nobody_else_on_what_it_rests(cast, client_of, tender, said):
    draft = make.proposal(cast, make.group(tender, theme="Cultuur"), title="Nog een idee.", handed_in=False)
    make.proposal_source(cast, draft, said)
    page = client_of(cast.visitor).get(said.get_absolute_url()).content.decode()
    assert draft.title not in page
    assert (
        client_of(cast.visitor).get(reverse("golden_thread:follow_proposal", args=[tender.slug, draft.number])).status_code == 404
    )


def test_what_is_about_the_theme_of_the_group_comes_first(cast, client_of, proposal, said):
    own = make.contribution(proposal.tender, text="Deel de zaal.", theme=proposal.group.theme)
    make.contribution(proposal.tender, text="Iets heel anders.")
    found = client_of(cast.resident).get(_address("choose_contribution", proposal)).context["page_obj"]
    assert next(iter(found)).number == own.number
    one = client_of(cast.resident).get(_address("choose_contribution", proposal), {"zoek": str(said.number)}).context["page_obj"]
    assert [found.number for found in one] == [said.number]


@pytest.mark.parametrize("many", [1, 3])
def test_a_proposal_costs_the_same_for_any_number_of_contributions(cast, client_of, statements, proposal, many):
    for number in range(many):
        make.proposal_source(cast, proposal, make.contribution(proposal.tender, text=f"Ik zeg {number}."))
    client = client_of(cast.visitor)
    with statements() as sent:
        page = client.get(proposal.get_absolute_url()).content.decode()
    assert ("Ik zeg 0." in page, len(sent)) == (True, 6)
