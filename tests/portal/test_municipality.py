"""Managing a municipality: by its administrator, and by nobody else."""

import datetime as dt

from accounts.models import Municipality, RoleKind
from events import clock
from tests import make


def test_only_the_administrator_gives_roles(cast, client_of):
    statuses = {name: client_of(person).get("/gemeenten/zwolle/beheer/").status_code for name, person in cast.people().items()}
    assert {name for name, status in statuses.items() if status == 200} == {"administrator"}
    assert statuses["visitor"] == 302


def test_a_role_is_given_by_the_address_of_an_account(cast, client_of):
    client = client_of(cast.administrator)
    answer = client.post("/gemeenten/zwolle/beheer/rollen/", {"email": cast.resident.email, "kind": "legal_adviser"})
    assert answer.status_code == 302
    cast.resident.forget_roles()
    assert cast.resident.has_role([cast.municipality.pk], RoleKind.LEGAL_ADVISER)


def test_an_unknown_address_is_said_beside_the_field_and_stays_typed(cast, client_of):
    form = {"email": "wie@nergens.nl", "kind": "legal_adviser"}
    page = client_of(cast.administrator).post("/gemeenten/zwolle/beheer/rollen/", form).content.decode()
    assert ("Er is nog geen account met dit adres" in page, "wie@nergens.nl" in page) == (True, True)


def test_a_role_that_excludes_another_is_refused_in_dutch(cast, client_of):
    answer = client_of(cast.administrator).post(
        "/gemeenten/zwolle/beheer/rollen/", {"email": cast.council_member.email, "kind": "policy_officer"}
    )
    assert "Beleidsadviseur en raadslid kunnen hier niet dezelfde persoon zijn" in answer.content.decode()


def test_the_log_names_acts_and_never_words(cast, client_of):
    tender = make.tender(cast)
    client_of(cast.resident).post(f"/trajecten/{tender.slug}/vragen/stel/", {"text": "Een heel eigen vraag"})
    page = client_of(cast.administrator).get("/gemeenten/zwolle/beheer/logboek/").content.decode()
    assert ("tenders.question_asked" in page, "Een heel eigen vraag" in page) == (True, False)


def test_only_the_operator_adds_a_municipality(cast, client_of):
    form = {"name": "Oss", "slug": "oss", "code": "GM0828"}
    assert client_of(cast.administrator).post("/platform/gemeenten/nieuw/", form).status_code == 403
    assert client_of(cast.operator).post("/platform/gemeenten/nieuw/", form).status_code == 302
    assert Municipality.objects.filter(slug="oss").count() == 1


def test_a_role_is_delegated_for_a_period_with_a_reason_and_shown_so(cast, client_of):
    client = client_of(cast.administrator)
    said = {"email": cast.resident.email, "kind": "legal_adviser", "delegated": "on"}
    refused = client.post("/gemeenten/zwolle/beheer/rollen/", said).content.decode()
    assert "Een gedelegeerde rol heeft een einddatum en een reden nodig" in refused
    begins, ends = clock.today() + dt.timedelta(days=2), clock.today() + dt.timedelta(days=9)
    said |= {"since": begins.isoformat(), "until": ends.isoformat(), "reason": "Femke is met verlof."}
    assert client.post("/gemeenten/zwolle/beheer/rollen/", said).status_code == 302
    page = client.get("/gemeenten/zwolle/beheer/").content.decode()
    assert all(words in page for words in (cast.resident.name, "Femke is met verlof.", f"gegeven door {cast.administrator.name}"))
    role = cast.resident.roles.get()
    assert (role.since, role.until, role.delegated_by) == (begins, ends, cast.administrator)
    away = f"/gemeenten/zwolle/beheer/rollen/{role.public_id}/"
    assert client.post(away, {"reason": "Femke is terug."}).status_code == 302
    assert away not in client.get("/gemeenten/zwolle/beheer/").content.decode()


def test_an_administrator_manages_the_own_municipality_only(cast, client_of):
    client = client_of(cast.administrator)
    for path in ("", "rollen/", "instellingen/", "logboek/"):
        assert client.get(f"/gemeenten/deventer/beheer/{path}").status_code == 403


def test_a_role_that_was_taken_away_stays_to_be_read_with_its_reason(cast, client_of):
    role, client = cast.buyer.roles.get(), client_of(cast.administrator)
    client.post(f"/gemeenten/zwolle/beheer/rollen/{role.public_id}/", {"reason": "Zij werkt nu in Deventer."})
    page = client.get("/gemeenten/zwolle/beheer/").content.decode()
    assert ("Zij werkt nu in Deventer." in page, f"rollen/{role.public_id}" in page) == (True, False)
