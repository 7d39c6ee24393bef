"""The slip with a code, where its QR code leads, and the names of languages."""

import datetime as dt
import io
import re

import pikepdf
import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone, translation

from dialogues import languages
from dialogues.models import Meeting, RegistrationState
from events import clock
from tenders.codes import address_of
from tenders.dates import day
from tests import make

CODE = "k7wp-93bd-xm2h"


@pytest.fixture
def tender(cast):
    cache.clear()
    made = make.tender(cast)
    make.dialogue(made)
    return made


def test_a_qr_code_leads_to_the_page_and_its_code_is_sent_to_nobody(settings):
    settings.SITE_ADDRESS = "https://meerwaarde.example"
    assert address_of(CODE) == f"https://meerwaarde.example/code/#{CODE}"


@pytest.mark.parametrize("choice", ["name", "pseudonym", "anonymous"])
def test_a_slip_is_made_at_once_without_account_or_address(cast, client_of, tender, choice):
    make.contribution(tender, code=CODE, name_choice=choice, shown_name="" if choice == "anonymous" else "Ria")
    response = client_of(cast.visitor).post(reverse("portal:print_slip"), {"code": CODE})
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response["Content-Disposition"] == 'inline; filename="strookje.pdf"'
    assert "no-store" in response["Cache-Control"]
    assert response.cookies == {}
    pdf = pikepdf.open(io.BytesIO(response.content))
    assert pdf.open_metadata()["dc:title"] == "Uw inbreng, nummer 1"
    drawn = pdf.pages[0].Contents.read_bytes()
    assert CODE.encode() in drawn
    assert b"Ria" not in drawn


def slip_of(client, code=CODE) -> tuple[str, str]:
    """The title of the slip, and all that stands on it."""
    response = client.post(reverse("portal:print_slip"), {"code": code})
    assert response["Content-Type"] == "application/pdf"
    pdf = pikepdf.open(io.BytesIO(response.content))
    drawn = pdf.pages[0].Contents.read_bytes().decode("cp1252").replace("\\(", "(").replace("\\)", ")")
    return pdf.open_metadata()["dc:title"], " ".join(re.findall(r"Tm \((.*?)\) Tj", drawn))


def test_the_slip_of_a_registration_says_when_and_where_and_whom_to_call(cast, client_of):
    cache.clear()
    tender = make.tender(cast, contact_person="Marloes", contact_phone="038 498 91 11")
    begins = timezone.make_aware(dt.datetime(2027, 12, 1, 19, 30))
    make.registration(make.meeting(tender, title="Aan tafel", begins_at=begins), code=CODE)
    title, says = slip_of(client_of(cast.visitor), CODE.upper())
    words = (
        "Aan tafel",
        "Woensdag 1 december 2027, 19.30 uur",
        "De Bolder, Binnenstad",
        tender.title,
        "Bel Marloes: 038 498 91 11",
    )
    assert (title, [one for one in words if one not in says]) == ("Uw plaats bij de bijeenkomst", [])


def test_the_slip_of_who_waits_promises_no_place(cast, client_of, tender):
    meeting = make.meeting(tender)
    registration = make.registration(meeting, code=CODE, state=RegistrationState.WAITING)
    client = client_of(cast.visitor)
    title, says = slip_of(client)
    assert (title, "Uw plaats" in says) == ("U staat op de wachtlijst", False)
    Meeting.objects.filter(pk=meeting.pk).update(cancelled_at=clock.now(), cancelled_because="Storm")
    title, says = slip_of(client)
    assert (title, "afzeggen" in says) == ("Deze bijeenkomst gaat niet door", False)
    registration.state = RegistrationState.CANCELLED
    registration.save()
    assert slip_of(client)[0] == "U bent afgemeld"


def test_the_slip_of_a_plan_says_until_when_one_waits_for_the_answer(cast, client_of):
    cache.clear()
    plan = make.plan(cast.municipality, code=CODE)
    client, says = client_of(cast.visitor), f"U krijgt uiterlijk op {day(plan.answer_by)} antwoord."
    assert says in slip_of(client)[1]
    make.plan_answer(cast, plan)
    assert says not in slip_of(client)[1]


@pytest.mark.parametrize(
    ("make_it", "title", "finds"),
    [
        (lambda cast: make.plan(cast.municipality, title="Tafels", code=CODE), "Uw plan", b"Daar leest u het antwoord"),
        (lambda cast: make.initiative(cast.municipality, name="Tafels", code=CODE), "Wat u begonnen bent", b"Daar vertelt u hoe"),
        (
            lambda cast: make.joining(make.initiative(cast.municipality, name="Tafels"), first_name="Fatima", code=CODE),
            "U doet mee",
            b"Daar haalt u uw naam",
        ),
    ],
)
def test_who_begins_or_joins_something_or_files_a_plan_gets_the_same_slip(cast, client_of, make_it, title, finds):
    cache.clear()
    make_it(cast)
    response = client_of(cast.visitor).post(reverse("portal:print_slip"), {"code": CODE})
    pdf = pikepdf.open(io.BytesIO(response.content))
    drawn = pdf.pages[0].Contents.read_bytes()
    assert (pdf.open_metadata()["dc:title"], CODE.encode() in drawn, finds in drawn) == (title, True, True)
    assert (b"Tafels" in drawn, b"Zwolle" in drawn, b"Fatima" in drawn) == (True, True, False)


def test_each_page_with_a_code_shows_it_in_squares_too_and_offers_the_slip(cast, client_of):
    cache.clear()
    client, place = client_of(cast.visitor), cast.municipality.slug
    said = {"what": "Wij koken.", "problem": "Niemand eet samen.", "title": "Tafels", "makers": "Wij", "once": "a"}
    begun = {"name": "Tafels", "sentence": "Wij koken.", "once": "b"}
    pages = [
        client.post(reverse("initiatives:file_plan", args=[place]), said),
        client.post(reverse("initiatives:begin_initiative", args=[place]), begun),
        client.post(
            reverse("initiatives:join_initiative", args=[make.initiative(cast.municipality).public_id]),
            {"first_name": "Jo", "once": "c"},
        ),
    ]
    for page in pages:
        text = page.content.decode()
        code = re.search(r'<p class="mw-code mw-large">([^<]+)</p>', text)[1]
        assert ('class="mw-qr"' in text, reverse("portal:print_slip") in text) == (True, True)
        assert client.post(reverse("portal:print_slip"), {"code": code})["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("typed", ["", "aaaa-bbbb-cccc", "x" * 50])
def test_for_a_code_that_leads_nowhere_there_is_no_paper(cast, client_of, tender, typed):
    response = client_of(cast.visitor).post(reverse("portal:print_slip"), {"code": typed})
    assert response["Content-Type"].startswith("text/html")
    assert list(response.context["form"].errors) == ["code"]


def test_guessing_is_stopped_here_as_well(cast, client_of, tender):
    make.contribution(tender, code=CODE)
    client = client_of(cast.visitor)
    for number in range(20):
        client.post(reverse("portal:print_slip"), {"code": f"fout-{number}"})
    assert client.post(reverse("portal:print_slip"), {"code": CODE})["Content-Type"].startswith("text/html")


def test_the_page_with_the_code_shows_it_once_in_letters_once_in_squares_and_on_a_button(cast, client_of, tender):
    form = {"text": "Een bank.", "theme": "", "name_choice": "name", "shown_name": "Ria", "email": "", "once": "a"}
    page = client_of(cast.visitor).post(reverse("dialogues:contribute", args=[tender.slug]), form).content.decode()
    code = re.search(r'<p class="mw-code mw-large">([^<]+)</p>', page)[1]
    assert page.count(code) == 2
    assert f'name="code" value="{code}"' in page
    assert 'class="mw-qr"' in page
    assert "style=" not in page


def test_a_language_is_found_in_dutch_and_in_english_and_another_stays_as_it_was_named():
    assert [languages.tidy(said) for said in ("Arabisch", " arabic ", "AR", "Tigrinya", "Fries", "Sranantongo", "Klingon")] == [
        "ar",
        "ar",
        "ar",
        "ti",
        "fy",
        "srn",
        "Klingon",
    ]
    assert [languages.name_of(kept) for kept in ("ar", "Pools", "Klingon", "")] == ["Arabisch", "Pools", "Klingon", ""]
    assert [languages.code_of(kept) for kept in ("ar", "Pools", "Klingon", "")] == ["ar", "pl", "", ""]
    with translation.override("en"):
        assert (languages.name_of("ar"), languages.choices()[0]) == ("Arabic", "Amharic")


def test_no_two_languages_are_called_the_same():
    assert len(set(languages.choices())) == len(languages.NAMES)
