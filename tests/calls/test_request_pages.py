"""Every page of the request opens for who may, and costs a fixed number of statements."""

import pytest
from django.urls import reverse

from calls.models import Clause, Section
from tenders.models import InvolvementRole
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    tender = make.tender(cast, step=Step.REQUEST)
    call = make.call(cast, tender)
    clause = call.clauses.get(section=Section.MONEY)
    make.amendment(cast, clause)
    return tender


def test_every_page_opens_for_the_officer(cast, tender, client_of):
    client = client_of(cast.officer)
    clause = Clause.objects.get(call__tender=tender, section=Section.MONEY)
    amendment = clause.amendments.get()
    indicator = clause.call.indicators.get()
    make.involve(tender, InvolvementRole.CO_AUTHOR, person=cast.resident)
    involvement = tender.involvements.get(role=InvolvementRole.CO_AUTHOR)
    pages = [
        ("show_call", []),
        ("edit_call", []),
        ("add_clause", []),
        ("show_clause", [clause.number]),
        ("write_clause", [clause.number]),
        ("withdraw_clause", [clause.number]),
        ("choose_source", [clause.number]),
        ("propose_amendment", [clause.number]),
        ("list_amendments", []),
        ("show_amendment", [amendment.public_id]),
        ("decide_amendment", [amendment.public_id]),
        ("set_criteria", []),
        ("set_scale", []),
        ("propose_indicator", []),
        ("change_indicator", [indicator.public_id]),
        ("withdraw_indicator", [indicator.public_id]),
        ("invite_co_author", []),
        ("end_co_author", [involvement.public_id]),
        ("adopt_call", []),
    ]
    found = {name: client.get(reverse(f"calls:{name}", args=[tender.slug, *args])).status_code for name, args in pages}
    assert found == {name: 200 for name, _args in pages}
