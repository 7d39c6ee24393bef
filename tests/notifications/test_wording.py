"""A mail reads as somebody would write it: one full stop, one colon, and what the answer is."""

import pytest
from django.utils import translation

from events import log
from notifications.models import Mail
from notifications.news import EARLIER, NEWS, THREAD
from notifications.tasks import tell_people
from notifications.wording import leads_elsewhere, line_of, sentence_of
from tests import make


@pytest.mark.parametrize(
    ("title", "name", "reads"),
    [
        ("Het besluit is er", "", "Het besluit is er."),
        ("Het besluit is er", "Dagactivering", "Het besluit is er: Dagactivering."),
        ("Er is een antwoord: maakt u kennis?", "", "Er is een antwoord: maakt u kennis?"),
        ("Mag iedereen dat zien?", "Dagactivering", "Mag iedereen dat zien? (Dagactivering)."),
        ("Het besluit is goedgekeurd: u kunt het versturen", "Soep", "Het besluit is goedgekeurd: u kunt het versturen (Soep)."),
        ("Er zijn al vragen beantwoord", "Samen ouder worden…", "Er zijn al vragen beantwoord: Samen ouder worden…"),
        ("Er is een nieuw bord", "Wie doet wat?", "Er is een nieuw bord: Wie doet wat?"),
    ],
)
def test_a_line_ends_once_and_has_one_colon(title, name, reads):
    assert sentence_of(line_of(title, name)) == reads


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("Uw DigiD verloopt: www.nep.nl", True),
        ("nep.nl", True),
        ("uw-digid-1.nl", True),
        ("www\uff0enep\uff0enl", True),
        ("t.me/nep", True),
        ("http:/nep", True),
        ("1.2.3.4", True),
        ("win@nep", True),
        ("Bel direct 06-123 45 678", True),
        ("Een maaltijd per straat", False),
        ("10.000 bomen in 2025-2030", False),
        ("Om 19.30 uur, J.P. de Vries", False),
    ],
)
def test_what_somebody_typed_leads_elsewhere_or_not(typed, leads):
    assert leads_elsewhere(typed) == leads


def test_no_title_ends_with_a_full_stop_or_a_colon():
    with translation.override("nl"):
        titles = [str(title) for title in (EARLIER, *THREAD.values(), *(one.title for one in NEWS.values()))]
    assert [title for title in titles if title.endswith((".", ":", "hier"))] == []


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        ("yes", "De gemeente zegt ja."),
        ("together", "De gemeente wil het samen met u doen."),
        ("no", "De gemeente zegt nee. U kunt lezen waarom."),
    ],
)
def test_who_made_a_plan_reads_in_the_mail_what_the_answer_is(cast, outcome, says):
    answer = make.plan_answer(cast, make.plan(cast.municipality, title="Soep", filed_by=cast.resident), outcome=outcome)
    tell_people(log.record("initiatives.plan_answered", by=None, thing=answer).pk)
    mail = Mail.objects.get(to=cast.resident.email)
    assert f"Er is een antwoord op uw plan: Soep.\n{says}\n" in mail.text
    assert f"<b>Er is een antwoord op uw plan: Soep.</b><br>{says}" in mail.html
