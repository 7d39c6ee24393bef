"""The pages of the team: each form does what it says, and keeps what was typed when it cannot."""

import pytest
from django.core.exceptions import ValidationError

from accounts.actions import grant_role
from accounts.models import RoleKind
from events import clock
from events.models import Event
from notifications.audience import who_had_the_role
from tenders import actions
from tenders.models import Frame, Involvement, Lot, StepPlan, Tender
from tenders.routes import Route
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    return make.tender(cast, route=Route.SMALL_GRANT)


@pytest.fixture
def client(cast, client_of):
    return client_of(cast.officer)


def test_a_tender_is_started_by_an_officer_of_that_municipality(cast, client, client_of):
    form = {
        "title": "Samen koken",
        "summary": "Elke week.",
        "route": "small_grant",
        "first_step": "1",
        "reason": "Zij vroegen erom.",
    }
    assert client_of(cast.stranger).post("/gemeenten/zwolle/trajecten/nieuw/", form).status_code == 403
    assert client.post("/gemeenten/zwolle/trajecten/nieuw/", form).headers["Location"] == "/trajecten/samen-koken/beheer/"


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_the_team_takes_fifteen_statements_at_most(cast, client, statements, count):
    tender = make.tender(cast, lots=count)
    with statements() as sent:
        answer = client.get(f"/trajecten/{tender.slug}/beheer/")
    assert answer.status_code == 200
    assert len(sent) <= 15


def test_only_who_is_not_in_the_team_yet_can_be_taken_into_it(cast, client):
    tender = make.tender(cast)
    form = client.get(f"/trajecten/{tender.slug}/beheer/team/").context["form"]
    team = set(Involvement.objects.active().filter(tender=tender).values_list("person", flat=True))
    assert team & set(form.fields["person"].queryset.values_list("pk", flat=True)) == set()


@pytest.mark.parametrize("field", ["contact_person", "contact_phone"])
def test_of_a_public_tender_the_person_to_call_is_not_taken_away(cast, client, field):
    tender = make.tender(cast)
    form = {"title": tender.title, "summary": tender.summary, "contact_person": "Marloes", "contact_phone": "038 498 91 11"}
    answer = client.post(f"/trajecten/{tender.slug}/beheer/gegevens/", form | {field: ""})
    refused = answer.context["form"].errors
    assert refused == {"contact_person": ["Noem één persoon die mensen kunnen bellen, met een telefoonnummer."]}
    tender.refresh_from_db()
    assert tender.contact_person
    assert tender.contact_phone


def test_an_empty_list_of_guides_says_who_can_change_that(cast, client):
    tender = make.tender(cast)
    cast.guide.roles.update(withdrawn_at=clock.now())
    page = client.get(f"/trajecten/{tender.slug}/beheer/procesbegeleider/").content.decode()
    assert "Niemand is hier nog procesbegeleider" in page


def test_a_process_guide_of_the_municipality_is_asked_and_stands_in_the_team(cast, client):
    tender = make.tender(cast)
    page = f"/trajecten/{tender.slug}/beheer/procesbegeleider/"
    assert [person.name for person in client.get(page).context["form"].fields["person"].queryset] == [cast.guide.name]
    assert client.post(page, {"person": cast.guide.pk}).headers["Location"] == f"/trajecten/{tender.slug}/beheer/"
    assert list(tender.involvements.filter(role="guide").values_list("person", "appointed_by")) == [
        (cast.guide.pk, cast.officer.pk)
    ]
    assert "begeleidt het gesprek" in client.get(f"/trajecten/{tender.slug}/beheer/").content.decode()


def test_who_has_a_say_in_the_content_does_not_guide_the_conversation(cast):
    tender = make.tender(cast)
    with pytest.raises(ValidationError):
        actions.appoint_guide(tender=tender, person=cast.lawyer, by=cast.officer)
    grant_role(user=cast.officer, municipality=cast.municipality, kind=RoleKind.PROCESS_GUIDE, by=cast.administrator)
    cast.fresh()
    with pytest.raises(ValidationError):
        actions.appoint_guide(tender=tender, person=cast.officer, by=cast.officer)
    assert not tender.involvements.filter(role="guide").exists()


def test_a_title_is_changed_and_the_address_stays(client, tender):
    form = {"title": "Nieuw", "summary": "Anders.", "contact_person": "Marloes", "contact_phone": "038 498 91 11"}
    client.post(f"/trajecten/{tender.slug}/beheer/gegevens/", form)
    assert list(Tender.objects.values_list("title", "slug")) == [("Nieuw", tender.slug)]


def test_a_lot_gets_a_budget_in_euros_as_people_write_them(cast, client):
    tender = make.tender(cast)
    client.post(f"/trajecten/{tender.slug}/beheer/percelen/nieuw/", {"name": "Avond", "budget": "€ 41.000,50", "vat": "none"})
    assert list(Lot.objects.filter(name="Avond").values_list("number", "budget")) == [(2, 4_100_050)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("-5", "Een bedrag kan niet onder nul zijn."),
        ("veel", "Schrijf het bedrag in euro&#x27;s, zoals 1.234,56."),
        ("1" * 20, "Dit bedrag is te groot."),
    ],
)
def test_a_wrong_amount_is_said_in_dutch_and_stays_typed(cast, client, typed, sentence):
    tender = make.tender(cast)
    page = client.post(f"/trajecten/{tender.slug}/beheer/percelen/nieuw/", {"name": "Avond", "budget": typed}).content.decode()
    assert (sentence in page, f'value="{typed}"' in page) == (True, True)


def test_a_route_without_public_money_asks_no_budget(cast, client):
    tender = make.tender(cast, route=Route.BUILDING)
    assert 'name="budget"' not in client.get(f"/trajecten/{tender.slug}/beheer/percelen/1/").content.decode()


def test_steps_are_planned_and_an_end_before_the_beginning_is_refused(client, tender):
    address = f"/trajecten/{tender.slug}/beheer/planning/"
    client.post(address, {"step1-begins_on": "2026-01-01", "step1-ends_on": "2026-03-01"})
    assert list(StepPlan.objects.filter(step=1).values_list("begins_on__month", "ends_on__month")) == [(1, 3)]
    page = client.post(address, {"step1-begins_on": "2026-03-02", "step1-ends_on": "2026-03-01"}).content.decode()
    assert "Een stap kan niet eindigen voor hij begint." in page


def test_a_frame_of_the_council_is_written_down(client, tender):
    form = {"kind": "budget", "text": "Niet meer dan nu.", "lowest": "100", "highest": "200"}
    client.post(f"/trajecten/{tender.slug}/beheer/kaders/", form)
    assert list(Frame.objects.values_list("lowest", "highest")) == [(10_000, 20_000)]


def test_only_an_officer_of_a_leading_municipality_joins_the_team(cast, client, tender):
    address = f"/trajecten/{tender.slug}/beheer/team/"
    assert client.post(address, {"person": cast.stranger.pk}).status_code == 200
    assert client.post(address, {"person": cast.lawyer.pk}).status_code == 302
    assert tender.involvements.filter(person=cast.lawyer).count() == 1


def test_moving_on_going_back_and_stopping_each_work_on_their_page(client, tender):
    client.post(f"/trajecten/{tender.slug}/beheer/verder/", {"leaving": "1", "reason": "Klaar."})
    assert Tender.objects.get().step == Step.REQUEST
    client.post(f"/trajecten/{tender.slug}/beheer/terug/", {"leaving": "2", "to": "1", "reason": "Toch niet."})
    assert Tender.objects.get().step == Step.DIALOGUE
    client.post(f"/trajecten/{tender.slug}/beheer/stoppen/", {"leaving": "1", "reason": "Het geld is er niet."})
    assert Tender.objects.get().withdrawn_at <= clock.now()


def test_a_move_without_a_reason_says_so_beside_the_field(client, tender):
    page = client.post(f"/trajecten/{tender.slug}/beheer/verder/", {"leaving": "1", "reason": ""}).content.decode()
    assert "Zeg waarom. Iedereen kan het lezen." in page


def test_a_program_is_no_document(cast, client, tender):
    from django.core.files.uploadedfile import SimpleUploadedFile

    address = f"/trajecten/{tender.slug}/beheer/stukken/"
    wrong = SimpleUploadedFile("plan.pdf", b"MZ this is a program")
    page = client.post(address, {"step": "1", "title": "Plan", "file": wrong}).content.decode()
    assert "Dit bestand is iets anders" in page
    right = SimpleUploadedFile("plan.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF")
    assert client.post(address, {"step": "1", "title": "Plan", "file": right}).status_code == 302


def test_a_wrong_date_in_the_plan_stands_in_the_summary_and_beside_its_field(client, tender):
    form = {"step1-begins_on": "31-02-2027", "step2-ends_on": "9999-12-31", "once": "a"}
    page = client.post(f"/trajecten/{tender.slug}/beheer/planning/", form).content.decode()
    assert "Er zijn 2 dingen niet goed" in page
    assert page.count("Kijk naar het jaar. Het ligt tussen 1900 en 2999.") == 2
    assert ('value="31-02-2027"' in page, 'value="9999-12-31"' in page, 'name="once" value="a"' in page) == (True, True, True)


def test_a_municipality_that_cannot_be_is_no_choice(cast, client):
    page = client.post("/gemeenten/zwolle/trajecten/nieuw/", {"title": "Nieuw", "others": ["9" * 23]})
    assert (page.status_code, "geldige keuze" in page.content.decode()) == (200, True)


def test_a_hidden_number_that_was_changed_says_to_open_the_page_again(cast, client, tender):
    page = client.post(f"/trajecten/{tender.slug}/beheer/verder/", {"reason": "Wij gaan door.", "leaving": "x"}).content.decode()
    assert "Iets op deze pagina is niet meer actueel." in page


def test_a_colleague_leaves_the_team_can_change_nothing_and_is_told(cast, client, client_of):
    tender = make.tender(cast)
    actions.appoint_officer(tender=tender, person=cast.buyer, by=cast.officer)
    page = f"/trajecten/{tender.slug}/beheer/"
    gone = tender.involvements.get(person=cast.buyer, until=None)
    assert client_of(cast.buyer).get(page).status_code == 200
    assert f"{page}team/{gone.public_id}/" in client.get(page).content.decode()
    assert "Zeg in één zin waarom." in client.post(f"{page}team/{gone.public_id}/", {"reason": ""}).content.decode()
    client.post(f"{page}team/{gone.public_id}/", {"reason": "Zij werkt nu aan de brug."})
    assert f"{page}team/{gone.public_id}/" not in client.get(page).content.decode()
    assert client_of(cast.buyer).get(page).status_code == 403
    assert "Zij werkt nu aan de brug." in client.get(page).content.decode()
    told = Event.objects.get(name="tenders.involvement_ended")
    assert list(who_had_the_role(told)) == [cast.buyer]


def test_the_last_officer_stays_until_a_colleague_is_there(cast, client):
    tender = make.tender(cast)
    tender.involvements.exclude(person=cast.officer).delete()
    last = tender.involvements.get(role="officer")
    said = client.post(f"/trajecten/{tender.slug}/beheer/team/{last.public_id}/", {"reason": "Ik ga met pensioen."})
    assert "Iemand moet dit traject leiden." in said.content.decode()
    assert "Ik ga met pensioen." in said.content.decode()
    actions.appoint_officer(tender=tender, person=cast.buyer, by=cast.officer)
    client.post(f"/trajecten/{tender.slug}/beheer/team/{last.public_id}/", {"reason": "Ik ga met pensioen."})
    assert list(Involvement.objects.active().filter(tender=tender, role="officer").values_list("person", flat=True)) == [
        cast.buyer.pk
    ]
