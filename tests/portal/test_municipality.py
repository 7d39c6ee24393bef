"""Managing a municipality: by its administrator, and by nobody else."""

from accounts.models import Municipality, RoleKind
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
