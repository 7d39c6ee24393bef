"""The public page of a dialogue: what a visitor reads, at what cost, and what stays unseen."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from areas.models import Area, Theme
from dialogues import actions
from dialogues.models import Dialogue, DotChange, NameChoice, RuleKind
from events import clock
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.make.dialogues import RULES


def show(client, tender, **query):
    return client.get(reverse("dialogues:show_dialogue", args=[tender.slug]), query)


def text_of(response) -> str:
    """The page as words, with single spaces."""
    return " ".join(response.content.decode().split())


def full_page(cast, *, many: int):
    """A tender with `many` of everything that its dialogue shows."""
    tender = make.tender(cast)
    dialogue = make.dialogue(tender, facts=many, questions=many)
    for number in range(many):
        theme = Theme.objects.create(municipality=cast.municipality, name=f"Thema {number}")
        said = make.contribution(tender, theme=theme, text=f"Ik zeg {number}.", meeting=make.meeting(tender))
        make.response(cast, said)
        make.finding(cast, tender, [said])
        actions.support_contribution(contribution=said, by=cast.resident)
        DotChange.objects.create(dialogue=dialogue, before="Eerst", after="Later", reason="Daarom", by=cast.officer)
    return tender


@pytest.mark.parametrize("many", [1, 3])
def test_a_visitor_s_page_takes_seven_statements_however_much_there_is(cast, client_of, statements, many):
    tender, client = full_page(cast, many=many), client_of(cast.visitor)
    show(client, tender)
    with statements() as sent:
        assert show(client, tender).status_code == 200
    assert len(sent) == 7
    assert len({query["sql"] for query in sent.captured_queries}) == 7


@pytest.mark.parametrize("many", [1, 3])
def test_an_officer_s_page_takes_ten_statements_however_much_there_is(cast, client_of, statements, many):
    tender, client = full_page(cast, many=many), client_of(cast.officer)
    show(client, tender)
    with statements() as sent:
        assert show(client, tender).status_code == 200
    assert len(sent) == 10


def test_a_visitor_reads_what_is_known_beforehand_what_others_say_and_can_contribute(cast, client_of):
    page = text_of(show(client_of(cast.visitor), full_page(cast, many=1)))
    for words in (
        "Iedereen doet overdag iets waar hij trots op is.",
        "Er is € 410.000 per jaar.",
        "Het begint op 1 januari.",
        "Open vraag 1?",
        "De raad beslist over het geld.",
        "Wij weigeren alleen wat iemand kwetst.",
        "Feit 1",
        "Bron: CBS, 2025",
        "Waarom veranderde deze zin",
        "Ik zeg 0.",
        "Antwoord van Marloes Beleid",
        "Dit komt terug in de uitvraag.",
        "Ik herken dit (1)",
        "Mensen willen iets maken.",
        "Aan tafel over de plek",
        "Zo kwam het binnen",
        "Verstuur mijn inbreng",
    ):
        assert words in page


def test_the_page_gives_a_visitor_no_cookie_and_its_form_needs_none(cast, client_of):
    tender = full_page(cast, many=1)
    response = show(client_of(cast.visitor), tender)
    assert response.cookies == {}
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_an_unchanged_page_is_not_sent_again_and_a_new_contribution_changes_it(cast, client_of):
    tender = full_page(cast, many=1)
    client, address = client_of(cast.visitor), reverse("dialogues:show_dialogue", args=[tender.slug])
    etag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    dialogue = Dialogue.objects.select_related("tender").get(tender=tender)
    actions.contribute(dialogue=dialogue, by=None, code="a", text="Nieuw", name_choice=NameChoice.ANONYMOUS)
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_what_is_not_known_yet_says_when_it_will_be(cast, client_of):
    tender = make.tender(cast)
    rules = {kind: text for kind, text in RULES.items() if kind != RuleKind.PAY}
    dialogue = make.dialogue(tender, rules=rules)
    dialogue.rules.create(kind=RuleKind.PAY, known_on=dt.date(2030, 3, 4))
    page = text_of(show(client_of(cast.visitor), tender))
    assert "Wij weten nog niet wat u krijgt als u meedoet. Wij zeggen het op 4 maart 2030." in page


def test_a_dialogue_that_is_being_written_is_read_by_colleagues_only(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender, published=False, dot="Dit is nog een idee.")
    assert "Dit is nog een idee." in text_of(show(client_of(cast.buyer), tender))
    for person in (cast.visitor, cast.resident, cast.stranger):
        page = show(client_of(person), tender)
        assert page.status_code == 200
        assert "Dit is nog een idee." not in text_of(page)
        assert "Nog niet open" in text_of(page)


def test_the_page_of_a_tender_that_is_not_public_is_not_there_for_a_visitor(cast, client_of):
    tender = make.tender(cast, published=False)
    make.dialogue(tender, published=False)
    assert show(client_of(cast.officer), tender).status_code == 200
    assert [show(client_of(person), tender).status_code for person in (cast.visitor, cast.stranger)] == [404, 404]


def test_a_route_without_competition_says_in_one_line_that_it_needs_no_dialogue(cast, client_of):
    response = show(client_of(cast.visitor), make.tender(cast, route=Route.SMALL_GRANT))
    page = text_of(response)
    assert str(response.context["not_needed"])
    assert str(response.context["not_needed"]) in page
    assert "Verstuur mijn inbreng" not in page
    assert "Het team schrijft op wat u zegt." in page and "Bel Marloes Beleid: " in page
    assert "Nog niet open" not in page
    assert "zodra de dialoog open is" not in page


def test_what_is_not_known_yet_stands_under_what_is_open_and_not_under_what_is_fixed(cast, client_of):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    dialogue.rules.filter(kind=RuleKind.MONEY).update(text="", known_on=clock.today() + dt.timedelta(days=3))
    page = text_of(show(client_of(cast.visitor), tender))
    fixed, rest = page.split("Hier verandert niets meer aan")[1].split("Nog open", 1)
    assert "Wij weten nog niet hoeveel geld er is." not in fixed
    assert "Wij weten nog niet hoeveel geld er is." in rest.split("Zo zwaar telt uw stem")[0]
    dialogue.rules.filter(kind=RuleKind.FIXED).update(text="", known_on=clock.today() + dt.timedelta(days=3))
    assert "Hier verandert niets meer aan" not in text_of(show(client_of(cast.visitor), tender))


def test_a_fact_leads_to_the_answer_on_a_question_about_it_once_everybody_has_that(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender, facts=2)
    question = tender.questions.create(number=1, about="Feit 2", text="Klopt dit?", asked_by=cast.resident, answer="Ja.")
    answer = reverse("tenders:list_questions", args=[tender.slug]) + "#vraag-1"
    assert answer not in text_of(show(client_of(cast.visitor), tender))
    type(question).objects.update(answered_at=clock.now(), published_at=clock.now())
    page = text_of(show(client_of(cast.resident), tender))
    assert page.index("Feit 1") < page.index("Feit 2") < page.index(answer)
    assert page.count(answer) == 1


def test_after_the_last_day_the_form_is_gone_and_the_answers_stay(cast, client_of, move_clock):
    tender = full_page(cast, many=1)
    move_clock(days=31)
    page = text_of(show(client_of(cast.visitor), tender))
    assert "Dialoog gesloten" in page
    assert "Verstuur mijn inbreng" not in page
    assert "Dit komt terug in de uitvraag." in page


def test_a_later_step_is_said_on_the_page(cast, client_of):
    tender = make.tender(cast, step=Step.SELECTION)
    make.dialogue(tender, closed_at=clock.now())
    assert "het traject staat nu in stap 4: selectie" in text_of(show(client_of(cast.visitor), tender))


def test_contributions_stand_ten_to_a_page_and_can_be_chosen_by_theme(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    theme = Theme.objects.create(municipality=cast.municipality, name="Eten & drinken")
    for number in range(1, 13):
        make.contribution(tender, number=number, theme=theme if number < 3 else None)
    client = client_of(cast.visitor)
    assert [one.number for one in show(client, tender).context["page_obj"]] == list(range(12, 2, -1))
    assert [one.number for one in show(client, tender, page=2).context["page_obj"]] == [2, 1]
    by_theme = show(client, tender, thema="Eten & drinken")
    assert [one.number for one in by_theme.context["page_obj"]] == [2, 1]
    assert "?thema=Eten+%26+drinken#inbreng" in by_theme.content.decode()
    assert [one.number for one in show(client, tender, thema="Bestaat niet", page="x").context["page_obj"]] == []


def test_counts_tell_how_contributions_came_in_and_how_many_wait(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    make.response(cast, make.contribution(tender, channel="paper"))
    make.contribution(tender, channel="website")
    make.contribution(tender, channel="website", hidden_at=clock.now(), hidden_because="Kwetst")
    counts = show(client_of(cast.visitor), tender).context["counts"]
    assert (counts.total, counts.waiting) == (2, 1)
    assert counts.channels == [
        ("Op de website", 1),
        ("Op een bijeenkomst", 0),
        ("Op papier", 1),
        ("Aan de balie", 0),
        ("Per telefoon", 0),
    ]


def test_a_hidden_contribution_is_not_on_the_page_for_anybody(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    make.contribution(tender, text="Dit blijft staan.")
    make.contribution(tender, text="Dit kwetst iemand.", hidden_at=clock.now(), hidden_because="Kwetst")
    for person in (cast.visitor, cast.officer):
        page = text_of(show(client_of(person), tender))
        assert "Dit blijft staan." in page
        assert "Dit kwetst iemand." not in page


def test_what_people_wrote_is_shown_as_text_and_never_as_markup(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    make.contribution(tender, text='<script>alert("x")</script> 🔧 مرحبا', shown_name="<b>Ria</b>")
    page = show(client_of(cast.visitor), tender).content.decode()
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; 🔧 مرحبا" in page
    assert "<script>alert" not in page
    assert "&lt;b&gt;Ria&lt;/b&gt;" in page


def test_who_said_it_stands_apart_from_who_wrote_it_down(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    held = make.meeting(tender, begins_at=timezone.make_aware(dt.datetime(2024, 3, 14, 19, 30)))
    make.contribution(
        tender, name_choice=NameChoice.PSEUDONYM, shown_name="Vogelvrij", entered_by=cast.community_worker, meeting=held
    )
    page = text_of(show(client_of(cast.visitor), tender))
    assert "<b><bdi>Vogelvrij</bdi> (schuilnaam)</b>" in page
    assert "op de bijeenkomst van 14 maart 2024</a>, opgeschreven door Oda Opbouw" in page


def test_the_english_page_has_the_same_content_in_english(cast, client_of):
    tender = full_page(cast, many=1)
    page = client_of(cast.visitor).get(f"/en/trajecten/{tender.slug}/dialoog/")
    assert "Our dot on the horizon:" in page.content.decode()


def test_the_page_leads_to_what_people_just_began_in_its_neighbourhood(cast, client_of):
    horn = Area.objects.create(municipality=cast.municipality, name="Horn")
    tender = make.tender(cast)
    tender.lots.update(area=horn)
    make.dialogue(tender)
    page = client_of(cast.visitor).get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    grows = reverse("initiatives:list_initiatives", args=["zwolle"])
    begins = reverse("initiatives:begin_initiative", args=["zwolle"])
    assert (f"{grows}?wijk=Horn" in page, begins in page, f"?traject={tender.slug}" in page) == (True, True, True)
    Area.objects.update(code="WK164003")
    page = client_of(cast.visitor).get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    assert (f"{grows}?wijk=WK164003" in page, "Bekijk wat er groeit in Horn" in page) == (True, True)


def test_a_very_long_contribution_is_cut_in_the_list_and_whole_on_its_own_page(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    said = make.contribution(tender, text=f"{'Een bank. ' * 200}Tot slot: dank u.")
    client = client_of(cast.visitor)
    listed, own = (
        client.get(one).content.decode()
        for one in (reverse("dialogues:show_dialogue", args=[tender.slug]), said.get_absolute_url())
    )
    assert ("Lees verder" in listed, "Tot slot: dank u." in listed) == (True, False)
    assert ("<summary>Lees verder</summary>" in own, own.count("Tot slot: dank u.")) == (True, 1)
