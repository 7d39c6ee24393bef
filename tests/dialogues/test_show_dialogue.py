"""The public page of a dialogue."""

import pytest
from django.urls import reverse

from dialogues.models import NameChoice
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.django_db


def page(client, tender, **query):
    return client.get(reverse("dialogues:show_dialogue", args=[tender.slug]), query)


def test_smoke(cast, client_of, statements):
    tender = make.tender(cast)
    make.dialogue(tender)
    made = make.contribution(tender)
    make.response(cast, made)
    make.meeting(tender)
    with statements() as sent:
        response = page(client_of(cast.visitor), tender)
    assert response.status_code == 200
    for q in sent.captured_queries:
        print(q["sql"][:300], "\n")
    print(len(sent))
    with statements() as sent:
        response = page(client_of(cast.officer), tender)
    for q in sent.captured_queries:
        print(q["sql"][:200], "\n")
    print(len(sent))
    assert 0
