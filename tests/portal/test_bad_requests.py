"""What cannot be read, or is more than anybody types, gets a page of ours and no error."""

import pytest
from django.urls import reverse

from events import clock
from tests import make


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"code=x", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"--a\r\n", "multipart/form-data"),
        (b"--a\r\n", "multipart/form-data; boundary=é"),
    ],
)
def test_a_form_that_cannot_be_read_says_so_in_dutch(db, client, body, kind):
    page = client.generic("POST", "/code/", body, content_type=kind)
    assert page.status_code == 400
    assert '<html lang="nl"' in page.content.decode()
    assert "Wij kunnen dit niet lezen" in page.content.decode()


@pytest.mark.parametrize("body", [b"&".join(b"a%d=x" % number for number in range(1_100)), b"code=" + b"x" * 5_000_000])
def test_more_than_anybody_types_is_too_much_and_says_that_nothing_was_kept(db, client, body):
    page = client.generic("POST", "/code/", body, content_type="application/x-www-form-urlencoded")
    assert page.status_code == 413
    assert "Dit is te veel in één keer" in page.content.decode()


def test_a_very_long_address_leads_a_visitor_to_signing_in_all_the_same(cast, client):
    path = f"/trajecten/{make.tender(cast).slug}/beheer/"
    short, long = client.get(f"{path}?page=2"), client.get(f"{path}?q={'x' * 30_000}")
    assert (short.status_code, short.headers["Location"]) == (302, f"/inloggen/login/?next={path}%3Fpage%3D2")
    assert (long.status_code, long.headers["Location"]) == (302, f"/inloggen/login/?next={path}")


@pytest.mark.parametrize("asked", ["q=%00", "q=a%00b", "%00=1", "q=\x00"])
def test_an_address_with_a_sign_that_no_database_holds_cannot_be_read(db, client, asked):
    page = client.get("/trajecten/", QUERY_STRING=asked)
    assert (page.status_code, "Wij kunnen dit niet lezen" in page.content.decode()) == (400, True)


def test_the_address_of_a_button_says_so_to_who_types_it(cast, client_of):
    answer = client_of(cast.officer).get(f"/trajecten/{make.tender(cast).slug}/vragen/publiceer/")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "Dit adres hoort bij een knop" in answer.content.decode()


def test_who_may_not_do_it_any_more_reads_what_was_typed_and_why_not(cast, client_of):
    said = make.contribution(make.tender(cast), hidden_at=clock.now(), hidden_because="Schelden.")
    page = reverse("dialogues:hide_contribution", args=[said.tender.slug, said.number])
    sent = {"explanation": "Hier staat een adres van een ander.", "ground": "abcdefgh"}
    own = client_of(cast.officer).post(page, sent, headers={"Origin": "http://testserver"})
    told = [
        words in own.content.decode() for words in ("Hier staat een adres van een ander.", "misschien was een collega", "abcdefgh")
    ]
    assert (own.status_code, told) == (403, [True, True, False])
    other = client_of(cast.officer).post(page, sent, headers={"Origin": "https://elders.example"}).content.decode()
    assert "Hier staat een adres" not in other


def test_what_was_typed_for_a_page_that_is_gone_is_still_to_be_read(cast, client_of):
    sent = {"text": "Dit wilde ik zeggen."}
    page = client_of(cast.resident).post("/trajecten/weg/dialoog/inbreng/1/melden/", sent, headers={"Origin": "http://testserver"})
    assert (page.status_code, "Dit wilde ik zeggen." in page.content.decode()) == (404, True)
