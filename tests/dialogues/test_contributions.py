"""What the team does with contributions: writing down for others, reading, answering; and following by code."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from dialogues import actions
from dialogues.models import Contribution, NameChoice, Outcome, Pseudonym, Response, Support
from dialogues.pseudonyms import Behind, CannotUnseal, seal, unseal
from events import clock
from events.models import Event
from tenders.codes import code_for, hash_code, tidy
from tenders.models import InvolvementRole
from tenders.refusal import Changed, Refused
from tests import make


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


def url(page: str, tender, *args) -> str:
    return reverse(f"dialogues:{page}", args=[tender.slug, *args])


def entered(**changes) -> dict:
    return {
        "channel": "paper",
        "meeting": "",
        "said_on": clock.today().isoformat(),
        "text": "Zondag is de langste dag.",
        "original_language": "",
        "original_text": "",
        "kind": "need",
        "theme": "",
        "name_choice": "name",
        "shown_name": "Corrie",
        "email": "",
        "once": "abc",
    } | changes


# Writing down what somebody else said


def test_who_said_it_and_who_wrote_it_down_stand_apart(cast, client_of, tender):
    response = client_of(cast.community_worker).post(url("enter_contribution", tender), entered(channel="telephone"))
    made = Contribution.objects.get()
    code = re.search(r'<p class="mw-code mw-large">([^<]+)</p>', response.content.decode())[1]
    assert (made.shown_name, made.author, made.entered_by, made.channel) == ("Corrie", None, cast.community_worker, "telephone")
    assert made.code_hash == hash_code(code)
    event = Event.objects.get(name="dialogues.contribution_entered")
    assert (event.actor_id, event.is_public) == (cast.community_worker.pk, True)


def test_the_form_of_an_officer_sent_twice_is_one_contribution_too(cast, client_of, tender):
    client = client_of(cast.officer)
    pages = [client.post(url("enter_contribution", tender), entered()).content.decode() for _time in range(2)]
    codes = {re.search(r'<p class="mw-code mw-large">([^<]+)</p>', page)[1] for page in pages}
    assert len(codes) == Contribution.objects.count() == 1


def test_what_was_said_without_a_name_keeps_who_wrote_it_down_and_no_moment(cast, client_of, tender):
    client_of(cast.officer).post(url("enter_contribution", tender), entered(name_choice="anonymous", shown_name="Toch Corrie"))
    made = Contribution.objects.get()
    assert (made.shown_name, made.entered_by, made.entered_at) == ("", cast.officer, None)
    event = Event.objects.get(name="dialogues.contribution_entered")
    assert (event.thing_kind, event.thing_id) == ("tenders.tender", tender.pk)


def test_another_language_stands_beside_the_dutch(cast, client_of, tender):
    form = entered(original_language="Arabisch", original_text="يوم الأحد هو الأطول")
    client_of(cast.officer).post(url("enter_contribution", tender), form)
    page = client_of(cast.visitor).get(url("show_dialogue", tender)).content.decode()
    assert "Gezegd in het Arabisch" in page
    assert "يوم الأحد هو الأطول" in page


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"said_on": "2999-01-01"}, "said_on", "Deze dag moet nog komen. Wanneer is het gezegd?"),
        ({"said_on": ""}, "said_on", None),
        ({"channel": "meeting"}, "meeting", "Kies de bijeenkomst waar het gezegd is."),
        ({"channel": "website"}, "channel", None),
        ({"original_language": "Pools"}, "original_text", "Schrijf beide op: de taal, en wat er in die taal gezegd is."),
        ({"original_text": "Niedziela"}, "original_language", "Schrijf beide op: de taal, en wat er in die taal gezegd is."),
        ({"shown_name": ""}, "shown_name", "Vul de naam in."),
        ({"text": ""}, "text", "Schrijf op wat er gezegd is. Eén zin is genoeg."),
    ],
)
def test_what_is_written_down_wrongly_comes_back_with_what_was_typed(cast, client_of, tender, changes, field, sentence):
    response = client_of(cast.officer).post(url("enter_contribution", tender), entered(email="corrie@example.nl") | changes)
    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert sentence in (None, errors[field][0])
    assert "corrie@example.nl" in response.content.decode()
    assert Contribution.objects.count() == 0


def test_a_meeting_of_another_tender_cannot_be_chosen(cast, client_of, tender):
    other = make.meeting(make.tender(cast))
    form = entered(channel="meeting", meeting=other.pk)
    response = client_of(cast.officer).post(url("enter_contribution", tender), form)
    assert list(response.context["form"].errors) == ["meeting"]


def test_officers_guides_and_community_workers_write_down_and_others_do_not(cast, client_of, tender):
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    page = url("enter_contribution", tender)
    assert [client_of(one).get(page).status_code for one in (cast.officer, cast.guide, cast.community_worker)] == [200] * 3
    assert [client_of(one).get(page).status_code for one in (cast.resident, cast.stranger, cast.area_manager)] == [403] * 3


# Following by code


def test_a_code_leads_to_the_thread_however_it_is_typed(cast, client_of, tender):
    made = make.contribution(tender, name_choice=NameChoice.ANONYMOUS, code="k7wp-93bd-xm2h")
    for typed in ("k7wp-93bd-xm2h", " K7WP 93BD XM2H ", "k7wp93bdxm2h"):
        response = client_of(cast.visitor).post(reverse("portal:follow_code"), {"code": typed})
        assert response.headers["Location"] == made.get_absolute_url()
        assert "k7wp" not in response.headers["Location"]
        assert response.cookies == {}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Typ de code die op uw papier staat."),
        ("aaaa-bbbb-cccc", "Wij kennen deze code niet. Kijk nog eens op uw papier: misschien is één letter anders."),
        ("🔧", "Wij kennen deze code niet. Kijk nog eens op uw papier: misschien is één letter anders."),
    ],
)
def test_a_wrong_code_gets_a_kind_sentence(cast, client_of, typed, sentence):
    response = client_of(cast.visitor).post(reverse("portal:follow_code"), {"code": typed, "once": "a"})
    assert response.status_code == 200
    assert response.context["form"].errors["code"] == [sentence]


def test_guessing_codes_is_stopped_for_a_while_also_for_a_right_one(cast, client_of, tender):
    cache.clear()
    make.contribution(tender, code="k7wp-93bd-xm2h")
    client, address = client_of(cast.visitor), reverse("portal:follow_code")
    for number in range(20):
        client.post(address, {"code": f"fout-{number}"})
    response = client.post(address, {"code": "k7wp-93bd-xm2h"})
    assert response.status_code == 200
    assert "Wacht een kwartier" in response.content.decode()
    elsewhere = client.post(address, {"code": "k7wp-93bd-xm2h"}, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 302


def test_behind_a_proxy_the_caller_counts_and_not_the_proxy(cast, client_of, tender, settings):
    cache.clear()
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    client, address = client_of(cast.visitor), reverse("portal:follow_code")
    make.contribution(tender, code="k7wp-93bd-xm2h")
    for number in range(20):
        client.post(address, {"code": f"fout-{number}"}, headers={"X-Forwarded-For": f"198.51.100.{number}, 192.0.2.1"})
    answers = [
        client.post(address, {"code": "k7wp-93bd-xm2h"}, headers={"X-Forwarded-For": caller}).status_code
        for caller in ("192.0.2.1", "198.51.100.3, 192.0.2.1", "192.0.2.2")
    ]
    assert answers == [200, 200, 302]


def test_a_code_follows_from_token_and_words_and_can_be_read_aloud():
    code = code_for("token", ["tekst"])
    assert re.fullmatch(r"[2-9bcdfghjkmnpqrstvwxz]{4}(-[2-9bcdfghjkmnpqrstvwxz]{4}){2}", code)
    assert code == code_for("token", ["tekst"])
    assert len({code, code_for("token", ["anders"]), code_for("ander", ["tekst"])}) == 3
    assert tidy(" K7WP 93bd–xm2h") == "k7wp-93bd-xm2h"


# Recognising


def test_who_is_signed_in_recognises_a_contribution_once_and_goes_back_to_the_list(cast, client_of, tender):
    made = make.contribution(tender)
    client, back = client_of(cast.resident), f"/trajecten/{tender.slug}/dialoog/?page=2#inbreng-1"
    for token in ("a", "b"):
        response = client.post(url("support_contribution", tender, 1), {"next": back, "once": token})
        assert response.headers["Location"] == back
    assert Support.objects.filter(contribution=made).count() == 1
    assert Event.objects.filter(name="dialogues.contribution_supported", is_public=True).count() == 1
    assert "U herkent dit (1)" in client.get(url("show_dialogue", tender)).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)", "", "een naam", "'><b>"])
def test_recognising_leads_to_no_other_website(cast, client_of, tender, elsewhere):
    made = make.contribution(tender)
    response = client_of(cast.resident).post(url("support_contribution", tender, 1), {"next": elsewhere, "once": "a"})
    assert response.headers["Location"] == made.get_absolute_url()


def test_a_visitor_signs_in_first_and_a_get_recognises_nothing(cast, client_of, tender):
    make.contribution(tender)
    page = client_of(cast.visitor).get(url("show_dialogue", tender)).content.decode()
    assert f"/inloggen/login/?next=/trajecten/{tender.slug}/dialoog/%23inbreng-1" in page
    assert client_of(cast.visitor).post(url("support_contribution", tender, 1)).status_code == 403
    assert client_of(cast.resident).get(url("support_contribution", tender, 1)).status_code == 405
    assert Support.objects.count() == 0


# The team's list


def test_what_waits_for_an_answer_comes_first_the_oldest_on_top(cast, client_of, tender):
    for number in range(1, 4):
        make.contribution(tender, number=number)
    make.response(cast, Contribution.objects.get(number=2))
    client = client_of(cast.officer)

    def numbers(**query):
        return [row.contribution.number for row in client.get(url("list_contributions", tender), query).context["page_obj"]]

    assert numbers() == [1, 3]
    assert numbers(staat="beantwoord") == [2]
    assert numbers(staat="alle") == [1, 2, 3]
    assert numbers(staat="onzin", kanaal="onzin", thema="Bestaat niet") == []
    assert numbers(staat="onzin", kanaal="onzin") == [1, 3]


def test_the_list_is_for_the_team_and_shows_the_address_of_who_gave_a_name(cast, client_of, tender):
    make.contribution(tender, email="ria@example.nl")
    page = url("list_contributions", tender)
    assert "ria@example.nl" in client_of(cast.officer).get(page).content.decode()
    assert [client_of(one).get(page).status_code for one in (cast.resident, cast.stranger)] == [403, 403]
    for person in (cast.visitor, cast.resident, cast.officer):
        assert "ria@example.nl" not in client_of(person).get(url("show_dialogue", tender)).content.decode()


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_takes_nine_statements_however_much_there_is(cast, client_of, statements, tender, many):
    for _one in range(many):
        made = make.contribution(tender, name_choice=NameChoice.PSEUDONYM, meeting=make.meeting(tender), entered_by=cast.guide)
        make.response(cast, made)
    client = client_of(cast.officer)
    client.get(url("list_contributions", tender))
    with statements() as sent:
        client.get(url("list_contributions", tender), {"staat": "alle"})
    assert len(sent) == 9


# Answering


def test_an_answer_is_public_with_who_gave_it_and_why(cast, client_of, tender):
    made = make.contribution(tender)
    form = {"outcome": "not", "reason": "Daar is geen geld voor.", "version": "0", "once": "a"}
    response = client_of(cast.officer).post(url("respond", tender, 1), form)
    assert response.headers["Location"] == url("list_contributions", tender)
    given = Response.objects.get()
    assert (given.contribution, given.outcome, given.reason, given.by) == (made, "not", "Daar is geen geld voor.", cast.officer)
    event = Event.objects.get(name="dialogues.responded")
    assert (event.thing_id, event.tender_id, event.is_public, event.data) == (given.pk, tender.pk, True, {"outcome": "not"})


@pytest.mark.parametrize("changes", [{"reason": " "}, {"outcome": ""}, {"outcome": "misschien"}, {"reason": "x" * 4001}])
def test_an_answer_without_outcome_or_reason_comes_back(cast, client_of, tender, changes):
    make.contribution(tender)
    form = {"outcome": "not", "reason": "Omdat.", "version": "0", "once": "a"} | changes
    response = client_of(cast.officer).post(url("respond", tender, 1), form)
    assert list(response.context["form"].errors) == list(changes)
    assert Response.objects.count() == 0


def test_a_changed_answer_keeps_what_it_was(cast, client_of, tender):
    given = make.response(cast, make.contribution(tender), reason="Ja.")
    form = {"outcome": "partly", "reason": "Ja, maar.", "version": "1", "once": "a"}
    client_of(cast.buyer).post(url("respond", tender, 1), form)
    given.refresh_from_db()
    assert (given.outcome, given.reason, given.by, given.version) == ("partly", "Ja, maar.", cast.buyer, 2)
    assert list(given.changes.values_list("outcome", "reason", "by")) == [("taken_over", "Ja.", cast.officer.pk)]
    assert Event.objects.filter(name="dialogues.response_changed").count() == 1
    actions.respond(contribution=given.contribution, by=cast.buyer, outcome=Outcome.PARTLY, reason="Ja, maar.", version=2)
    assert given.changes.count() == 1


def test_who_answers_second_sees_the_first_answer(cast, client_of, tender):
    made = make.contribution(tender)
    actions.respond(contribution=made, by=cast.officer, outcome=Outcome.NOT, reason="Van de een.")
    form = {"outcome": "later", "reason": "Van de ander.", "version": "0", "once": "a"}
    page = client_of(cast.buyer).post(url("respond", tender, 1), form).content.decode()
    assert "Iemand anders gaf al antwoord terwijl u schreef." in page
    assert "Van de een." in page
    assert "Van de ander." in page
    assert 'name="version" value="1"' in page
    with pytest.raises(Changed):
        actions.respond(contribution=made, by=cast.buyer, outcome=Outcome.LATER, reason="Van de ander.")


def test_only_officers_answer(cast, client_of, tender):
    make.contribution(tender)
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    people = (cast.guide, cast.resident, cast.stranger, cast.community_worker)
    assert [client_of(one).get(url("respond", tender, 1)).status_code for one in people] == [403] * 4


# Findings


def test_a_finding_joins_contributions_and_one_answer_reaches_those_without(cast, client_of, tender):
    first, second, third = (make.contribution(tender, text=f"Maken {number}") for number in range(3))
    make.response(cast, third, reason="Dit had al antwoord.")
    client = client_of(cast.officer)
    page = client.get(url("make_finding", tender) + "?inbreng=1&inbreng=2&inbreng=3").content.decode()
    assert page.count("checked") == 3
    form = {"title": "Mensen willen maken.", "text": "", "contributions": ["1", "2", "3"], "once": "a"}
    made = client.post(url("make_finding", tender) + "?inbreng=1&inbreng=2&inbreng=3", form)
    finding = first.findings.get().finding
    assert made.headers["Location"] == url("respond_to_finding", tender, finding.public_id)
    client.post(made.headers["Location"], {"outcome": "taken_over", "reason": "Dat doen wij.", "once": "b"})
    assert list(Response.objects.order_by("contribution__number").values_list("reason", "finding")) == [
        ("Dat doen wij.", finding.pk),
        ("Dat doen wij.", finding.pk),
        ("Dit had al antwoord.", None),
    ]
    assert Event.objects.filter(name="dialogues.responded").count() == 2
    assert Event.objects.get(name="dialogues.finding_made").data == {"sources": 3}
    page = client_of(cast.visitor).get(url("show_finding", tender, finding.public_id)).content.decode()
    assert "Bevinding uit 3 keer inbreng" in page
    assert "Maken 1" in page
    with pytest.raises(Refused):
        actions.respond_to_finding(finding=finding, by=cast.officer, outcome=Outcome.NOT, reason="Nog eens")
    assert second.response.outcome == "taken_over"


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"title": ""}, "title"), ({"contributions": []}, "contributions"), ({"contributions": ["99"]}, "contributions")],
)
def test_a_finding_without_sentence_or_sources_comes_back(cast, client_of, tender, changes, field):
    make.contribution(tender)
    form = {"title": "Mensen willen maken.", "text": "Uitleg die blijft", "contributions": ["1"], "once": "a"} | changes
    response = client_of(cast.officer).post(url("make_finding", tender), form)
    assert list(response.context["form"].errors) == [field]
    assert "Uitleg die blijft" in response.content.decode()


def test_a_finding_takes_no_contributions_of_another_tender(cast, tender):
    elsewhere = make.contribution(make.tender(cast))
    with pytest.raises(Refused):
        actions.make_finding(tender=tender, by=cast.officer, title="Vreemd", contributions=[elsewhere])


# Who is behind a pseudonym


def test_who_is_behind_a_pseudonym_is_shown_once_with_a_reason_that_is_kept(cast, client_of, tender):
    made = make.contribution(tender, name_choice=NameChoice.PSEUDONYM, shown_name="Vogelvrij")
    Pseudonym.objects.create(contribution=made, sealed=seal(Behind(email="echt@example.nl"), contribution=made.pk))
    client, page = client_of(cast.officer), url("unveil_pseudonym", tender, 1)
    assert "echt@example.nl" not in client.get(page).content.decode()
    shown = client.post(page, {"reason": "Er is brand.", "once": "a"})
    assert "echt@example.nl" in shown.content.decode()
    assert "no-store" in shown.headers["Cache-Control"]
    assert list(made.unveilings.values_list("by", "reason")) == [(cast.officer.pk, "Er is brand.")]
    event = Event.objects.get(name="events.secret_read")
    assert (event.actor_id, event.thing_id, event.data) == (cast.officer.pk, made.pk, {"what": "pseudonym"})


def test_without_a_reason_nothing_is_shown_or_written(cast, client_of, tender):
    made = make.contribution(tender, name_choice=NameChoice.PSEUDONYM, shown_name="Vogelvrij")
    Pseudonym.objects.create(contribution=made, sealed=seal(Behind(email="echt@example.nl"), contribution=made.pk))
    response = client_of(cast.officer).post(url("unveil_pseudonym", tender, 1), {"reason": " ", "once": "a"})
    assert "echt@example.nl" not in response.content.decode()
    assert response.context["form"].errors["reason"] == ["Schrijf waarom u dit moet weten. Zonder reden tonen wij niets."]
    assert made.unveilings.count() == Event.objects.count() == 0


def test_who_is_behind_a_pseudonym_is_for_officers_and_pseudonyms_only(cast, client_of, tender):
    make.contribution(tender, number=1, name_choice=NameChoice.PSEUDONYM, shown_name="Vogelvrij")
    make.contribution(tender, number=2)
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    people = (cast.guide, cast.resident, cast.stranger, cast.administrator, cast.operator)
    assert [client_of(one).get(url("unveil_pseudonym", tender, 1)).status_code for one in people] == [403] * 5
    assert client_of(cast.officer).get(url("unveil_pseudonym", tender, 1)).status_code == 200
    assert client_of(cast.officer).get(url("unveil_pseudonym", tender, 2)).status_code == 403


def test_a_sealed_pseudonym_opens_for_its_own_contribution_only(settings):
    sealed = seal(Behind(person=7, email="echt@example.nl"), contribution=1)
    assert unseal(sealed, contribution=1) == Behind(person=7, email="echt@example.nl")
    assert sealed != seal(Behind(person=7, email="echt@example.nl"), contribution=1)
    for wrong, contribution in ((sealed, 2), (sealed[:-1] + b"x", 1), (b"\x02" + sealed[1:], 1)):
        with pytest.raises(CannotUnseal):
            unseal(wrong, contribution=contribution)


def test_an_older_key_of_the_vault_still_opens_and_a_lost_one_does_not(settings):
    sealed = seal(Behind(email="echt@example.nl"), contribution=1)
    newer = "nieuw:" + "bmlldXctbmlldXctbmlldXctbmlldXctbmlldXctMzI="
    settings.VAULT_KEYS = [newer, *settings.VAULT_KEYS]
    assert unseal(sealed, contribution=1) == Behind(email="echt@example.nl")
    assert seal(Behind(), contribution=1)[2:7] == b"nieuw"
    settings.VAULT_KEYS = [newer]
    with pytest.raises(CannotUnseal):
        unseal(sealed, contribution=1)
