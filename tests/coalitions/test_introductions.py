"""Meeting: no way to reach a party before both said yes, a yes that can be taken back, and who sees nothing of it all."""

import json
import threading

import pytest
from django.db import connection, connections
from django.urls import reverse

from coalitions import actions
from coalitions.models import Answer, Contact, Introduction, Listing
from events.models import Event
from notifications.models import Mail, Notice
from tenders.refusal import Changed, Refused
from tests import make

YES, NO = Answer.YES, Answer.NO
SECRETS = ("geheim.example", "038 444 55 66", "Geheime Naam")


@pytest.fixture
def ours(cast):
    return make.listing(cast, offers=("place",), seeks=("hands",))


@pytest.fixture
def theirs(cast):
    return make.listing(cast, cast.partner_party, offers=("hands",), seeks=("place",))


def address(name: str, thing) -> str:
    return reverse(f"coalitions:{name}", args=[thing.public_id])


def ask(cast, ours, theirs) -> Introduction:
    return actions.ask_introduction(asker=ours, asked=theirs, by=cast.entrepreneur, message="Samen kunnen wij het.")


def everything_shown(cast, client_of, ours, theirs, who) -> str:
    """Every page on which something of these two could stand, for one person."""
    met = Introduction.objects.first()
    pages = [
        reverse("coalitions:show_market", args=[cast.municipality.slug]),
        reverse("coalitions:my_coalitions"),
        reverse("portal:my_work"),
        reverse("notifications:list_notices"),
        reverse("portal:view_log", args=[cast.municipality.slug]),
        ours.party and reverse("accounts:show_party", args=[ours.party.public_id]),
        *(
            address(name, one)
            for one in (ours, theirs)
            for name in ("show_listing", "list_matches", "ask_introduction", "edit_listing")
        ),
        *(address(name, met) for name in ("show_introduction", "answer_introduction", "begin_coalition")),
    ]
    client = client_of(who)
    return "".join(client.get(page).content.decode() for page in pages)


def secrets_in(text: str, listing) -> list[str]:
    own = (f"contact-{listing.party_id}@geheim.example", f"Geheime Naam {listing.party_id}")
    return [secret for secret in own if secret in text]


def test_both_sides_see_how_to_reach_each_other_when_both_said_yes_and_not_before(cast, client_of, ours, theirs):
    client = client_of(cast.entrepreneur)
    answer = client.post(address("ask_introduction", theirs), {"asker": ours.pk, "message": "Uw handen, onze plek.", "once": "a"})
    met = Introduction.objects.get()
    assert answer.headers["Location"] == met.get_absolute_url()
    for person, other in ((cast.entrepreneur, theirs), (cast.partner, ours)):
        assert secrets_in(everything_shown(cast, client_of, ours, theirs, person), other) == []
    page = client_of(cast.partner).get(met.get_absolute_url()).content.decode()
    assert ("Stichting De Werkplaats wil kennismaken" in page, "Uw handen, onze plek." in page) == (True, True)
    client_of(cast.partner).post(address("answer_introduction", met), {"answer": "yes", "reason": "", "once": "b"})
    for person, other in ((cast.entrepreneur, theirs), (cast.partner, ours)):
        page = client_of(person).get(met.get_absolute_url()).content.decode()
        assert (secrets_in(page, other) != [], "Zo bereikt u elkaar" in page) == (True, True)


def test_rivals_officers_and_visitors_see_nothing_of_it_also_afterwards(cast, client_of, ours, theirs):
    make.introduction(ours, theirs, answer="yes")
    make.listing(cast, cast.rival_party, offers=("hands",), seeks=("place",))
    for person in (cast.rival, cast.officer, cast.administrator, cast.visitor):
        shown = everything_shown(cast, client_of, ours, theirs, person)
        assert [secret for secret in SECRETS if secret in shown.replace(f"Geheime Naam {cast.rival_party.pk}", "")] == []
        assert "Samen kunnen wij het." not in shown
        met = Introduction.objects.get()
        assert client_of(person).get(met.get_absolute_url()).status_code in (302, 403, 404)
        assert list(Introduction.objects.visible_to(person)) == []
        assert {one.listing.party for one in Contact.objects.visible_to(person)} <= {cast.rival_party}


def test_notices_mails_and_the_log_hold_no_contact_and_no_name(cast, commit, ours, theirs):
    with commit():
        met = ask(cast, ours, theirs)
    with commit():
        actions.answer_introduction(introduction=met, by=cast.partner, answer=YES)
    told = list(Notice.objects.order_by("id").values_list("person__email", "title", "tender"))
    assert told == [
        ("partner@example.nl", "Een partij wil met u kennismaken", None),
        ("entrepreneur@example.nl", "Er is een antwoord: maakt u kennis?", None),
    ]
    mails = "".join(f"{mail.subject}{mail.text}{mail.html}" for mail in Mail.objects.all())
    events = json.dumps([[event.name, event.data] for event in Event.objects.all()])
    for text in (mails, events):
        assert [word for word in (*SECRETS, "Werkplaats", "Assendorp", "Samen kunnen") if word in text] == []
    assert set(Event.objects.values_list("municipality_id", "tender_id", "is_public")) == {(None, None, False)}


def test_a_yes_can_be_taken_back_before_the_other_says_yes(cast, client_of, ours, theirs):
    met = ask(cast, ours, theirs)
    assert client_of(cast.partner).post(address("take_back_introduction", met), {"once": "x"}).status_code == 403
    client_of(cast.entrepreneur).post(address("take_back_introduction", met), {"once": "a"})
    met.refresh_from_db()
    assert met.taken_back_at is not None
    with pytest.raises(Changed):
        actions.answer_introduction(introduction=met, by=cast.partner, answer=YES)
    for person, other in ((cast.entrepreneur, theirs), (cast.partner, ours)):
        assert secrets_in(everything_shown(cast, client_of, ours, theirs, person), other) == []
    assert ask(cast, ours, theirs).pk != met.pk


def test_after_taking_a_yes_back_the_other_side_sees_no_longer_who_asked_and_why(cast, client_of, ours, theirs):
    met = ask(cast, ours, theirs)
    told = ("Stichting De Werkplaats", "Samen kunnen wij het.", f"Wat {cast.party.pk} biedt.")
    pages = met.get_absolute_url(), reverse("coalitions:my_coalitions")

    def shown(person) -> list[list[bool]]:
        return [[words in client_of(person).get(page).content.decode() for words in told] for page in pages]

    assert shown(cast.partner) == [[True, True, True], [True, False, False]]
    answer = client_of(cast.entrepreneur).post(address("take_back_introduction", met), {"once": "a"}, follow=True)
    assert "Zij zien niets van u." in answer.content.decode()
    assert shown(cast.partner) == [[False, False, False], [False, False, False]]
    page = client_of(cast.partner).get(pages[0]).content.decode()
    assert ("Een partij die haar vraag terugnam" in page, "Teruggenomen" in page) == (True, True)
    page = client_of(cast.entrepreneur).get(pages[0]).content.decode()
    assert ("Samen kunnen wij het." in page, "Bewonersgroep Assendorp" in page) == (True, True)
    assert Introduction.objects.get().message == "Samen kunnen wij het."


def test_after_the_other_said_yes_it_can_no_longer_be_taken_back(cast, client_of, ours, theirs):
    met = make.introduction(ours, theirs, answer="yes")
    with pytest.raises(Changed):
        actions.take_back_introduction(introduction=met, by=cast.entrepreneur)
    assert client_of(cast.entrepreneur).post(address("take_back_introduction", met), {"once": "a"}).status_code == 302
    met.refresh_from_db()
    assert met.taken_back_at is None


def test_a_no_says_why_and_who_said_no_may_still_ask(cast, client_of, ours, theirs):
    met = ask(cast, ours, theirs)
    client_of(cast.partner).post(
        address("answer_introduction", met), {"answer": "no", "reason": "Wij doen al mee met anderen.", "once": "a"}
    )
    page = client_of(cast.entrepreneur).get(met.get_absolute_url()).content.decode()
    assert ("Wij doen al mee met anderen." in page, secrets_in(page, theirs)) == (True, [])
    with pytest.raises(Refused):
        ask(cast, ours, theirs)
    back = actions.ask_introduction(asker=theirs, asked=ours, by=cast.partner, message="Nu toch wel.")
    assert (back.answer, back.pk != met.pk) == ("", True)


def test_asking_twice_is_asking_once_and_asking_back_is_no_answer(cast, ours, theirs):
    met = ask(cast, ours, theirs)
    assert ask(cast, ours, theirs) == met
    other = make.listing(cast, cast.partner_party, tender=make.tender(cast), offers=("hands",))
    for own in (theirs, other):
        with pytest.raises(Changed) as refused:
            actions.ask_introduction(asker=own, asked=ours, by=cast.partner, message="Wij wilden u ook vragen.")
        assert refused.value.messages == ["Zij vroegen u eerst. Lees wat zij vragen, en antwoord daar."]
    met.refresh_from_db()
    assert (met.answer, Introduction.objects.count()) == ("", 1)
    assert [Contact.objects.visible_to(one).count() for one in (cast.entrepreneur, cast.partner)] == [1, 2]


def test_who_was_asked_is_led_to_what_they_ask_and_reads_what_yes_means_before_the_button(cast, client_of, ours, theirs):
    Listing.objects.filter(pk=ours.pk).update(nameless=True)
    met = ask(cast, ours, theirs)
    client = client_of(cast.partner)
    page = client.get(address("show_listing", ours)).content.decode()
    links = [link in page for link in (met.get_absolute_url(), address("ask_introduction", ours))]
    assert (links, "Zij vragen u" in page, "Werkplaats" in page) == ([True, False], True, False)
    for answer in (
        client.get(address("ask_introduction", ours)),
        client.post(address("ask_introduction", ours), {"asker": theirs.pk, "message": "Hallo.", "once": "a"}),
    ):
        assert (answer.status_code, answer.headers["Location"]) == (302, met.get_absolute_url())
    page = client.get(met.get_absolute_url()).content.decode()
    for said in ("Met uw ja wisselt u nu uit hoe u elkaar bereikt.", "meteen allebei de naam, het e-mailadres"):
        assert 0 < page.index(said) < page.index("Verstuur mijn antwoord")
    assert secrets_in(page, ours) == []
    met.refresh_from_db()
    assert met.answer == ""


def test_who_asked_reads_what_their_yes_means_and_finds_the_question_again(cast, client_of, ours, theirs):
    client = client_of(cast.entrepreneur)
    page = client.get(address("ask_introduction", theirs)).content.decode()
    said = "Zodra zij ook ja zeggen, ziet u allebei de naam, het e-mailadres en het telefoonnummer van de ander."
    assert 0 < page.index(said) < page.index("Zeg ja")
    met = ask(cast, ours, theirs)
    page = client.get(address("show_listing", theirs)).content.decode()
    assert [link in page for link in (met.get_absolute_url(), address("ask_introduction", theirs))] == [True, False]


def test_who_met_by_another_listing_need_not_meet_again(cast, client_of, ours, theirs):
    met = make.introduction(ours, theirs, answer="yes")
    tender = make.tender(cast)
    new = make.listing(cast, tender=tender, offers=("place",), seeks=("hands",))
    for_tender = make.listing(cast, cast.partner_party, tender=tender, offers=("hands",))
    page = client_of(cast.entrepreneur).get(address("list_matches", new)).content.decode()
    assert (page.count("U zei allebei ja"), "Maak kennis" in page) == (2, False)
    assert ask(cast, new, for_tender) == met


def test_nobody_asks_or_answers_for_another_party(cast, client_of, ours, theirs):
    with pytest.raises(Refused):
        actions.ask_introduction(asker=ours, asked=theirs, by=cast.rival, message="Hallo.")
    met = ask(cast, ours, theirs)
    assert client_of(cast.entrepreneur).post(address("answer_introduction", met), {"answer": "yes"}).status_code == 403
    with pytest.raises(Refused):
        actions.answer_introduction(introduction=met, by=cast.rival, answer=YES)
    met.refresh_from_db()
    assert met.answer == ""


@pytest.mark.parametrize(
    ("sent", "errors"),
    [
        ({"message": ""}, {"message": ["Schrijf in één zin waarom u wilt kennismaken."]}),
        ({"message": "Bel 0612345678"}, {"message": ["Laat het telefoonnummer weg. Dat deelt u als u allebei ja hebt gezegd."]}),
        ({"message": "Hallo", "asker": ""}, {"asker": ["Kies met welk aanbod u wilt kennismaken."]}),
    ],
)
def test_what_is_not_right_in_a_question_is_told_beside_it(cast, client_of, ours, theirs, sent, errors):
    page = client_of(cast.entrepreneur).post(address("ask_introduction", theirs), {"asker": ours.pk, "once": "a"} | sent)
    assert (dict(page.context["form"].errors), Introduction.objects.count()) == (errors, 0)
    assert sent["message"] in page.content.decode()


def test_an_answer_needs_a_yes_or_a_no(cast, client_of, ours, theirs):
    met = ask(cast, ours, theirs)
    page = client_of(cast.partner).post(
        address("answer_introduction", met), {"answer": "", "reason": "Bel 0612345678", "once": "a"}
    )
    assert dict(page.context["form"].errors) == {
        "answer": ["Kies ja of nee."],
        "reason": ["Laat het telefoonnummer weg. Dat deelt u als u allebei ja hebt gezegd."],
    }


def test_who_waits_for_many_answers_asks_nobody_more(cast, monkeypatch, ours, theirs):
    monkeypatch.setattr("coalitions.actions.introductions.MOST_WAITING", 1)
    ask(cast, ours, theirs)
    with pytest.raises(Refused):
        ask(cast, ours, make.listing(cast, cast.rival_party))


def test_what_was_taken_out_of_the_list_waits_for_nobody(cast, client_of, ours, theirs):
    met = ask(cast, ours, theirs)
    assert "Stichting De Werkplaats" not in client_of(cast.partner).get(reverse("portal:my_work")).content.decode()
    assert "Een partij wil met u kennismaken" in client_of(cast.partner).get(reverse("portal:my_work")).content.decode()
    actions.withdraw_listing(listing=ours, by=cast.entrepreneur)
    assert "Een partij wil met u kennismaken" not in client_of(cast.partner).get(reverse("portal:my_work")).content.decode()
    with pytest.raises(Changed):
        actions.answer_introduction(introduction=met, by=cast.partner, answer=YES)


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_a_yes_and_its_taking_back_at_the_same_moment_never_both_happen(cast, ours, theirs):
    for _round in range(5):
        met = ask(cast, ours, theirs)
        barrier, done = threading.Barrier(2), []

        def act(verb, barrier=barrier, met=met, done=done, **more):
            try:
                barrier.wait()
                done.append(verb(introduction=met, **more))
            except Changed:
                pass
            finally:
                connections["default"].close()

        threads = [
            threading.Thread(target=act, args=[actions.answer_introduction], kwargs={"by": cast.partner, "answer": YES}),
            threading.Thread(target=act, args=[actions.take_back_introduction], kwargs={"by": cast.entrepreneur}),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        met.refresh_from_db()
        assert (len(done), bool(met.answer) != bool(met.taken_back_at)) == (1, True)
        Introduction.objects.all().delete()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_ones_own_costs_the_same_with_more(cast, client_of, statements, ours, count):
    for party in (cast.partner_party, cast.rival_party, make.party())[:count]:
        met = make.introduction(ours, make.listing(cast, party, offers=("hands",)), answer="yes")
        make.coalition(met)
    client = client_of(cast.entrepreneur)
    for page, most in ((reverse("coalitions:my_coalitions"), 15), (met.get_absolute_url(), 15)):
        client.get(page)
        with statements() as sent:
            assert client.get(page).status_code == 200
        assert len(sent) <= most, page
