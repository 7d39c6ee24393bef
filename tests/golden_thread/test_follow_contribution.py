"""The thread of one contribution, forwards: every knot, only what the reader may see, in a fixed number of statements."""

import datetime as dt

import pytest
from django.urls import reverse

from calls.models import AmendmentState, CallVersion, Clause, ClauseVersion
from contracts.models import Contract
from dialogues.actions import respond
from dialogues.models import Contribution, NameChoice, Outcome, Response
from evaluation.models import AwardDecision
from events import clock
from events.log import record
from tenders.routes import Route
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole

WHOLE = ["said", "answered", "in_request", "counted", "chosen", "agreed", "measured", "learnt", "goes_on"]


def _get(client, said):
    return client.get(reverse("golden_thread:follow_contribution", args=[said.tender.slug, said.number]))


def _kinds(client, said) -> list[str]:
    return [knot.kind for knot in _get(client, said).context["knots"]]


def test_the_thread_goes_from_what_was_said_to_a_lesson(cast, client_of):
    said = make.thread(cast)
    response = _get(client_of(cast.visitor), said)
    knots = response.context["knots"]
    assert [knot.kind for knot in knots] == WHOLE
    assert [knot.title for knot in knots] == [
        "Dit zei iemand",
        "De gemeente gaf antwoord",
        "Het kwam in de uitvraag",
        "Het telde mee bij de keuze",
        "Daarom kreeg deze groep de subsidie",
        "Dit is afgesproken",
        "Dit komt ervan terecht",
        "Dit leerden wij",
        "De draad gaat verder",
    ]
    assert response.context["title"] == "“Ik kan lassen. Laat mij iets maken.”"
    page = response.content.decode()
    words = (
        "Zelf iets maken staat er nu in.",  # the reason of the arrow
        "Tekst 1.",  # the clause as it was published
        "Maken de mensen zelf iets?",
        "Dit telt voor 60 van de 100 punten.",
        "Sterk op Het werkt.",
        "Stichting De Werkplaats",
        "Elke 3 maanden",
        "Loop de eerste ochtend mee.",
    )
    assert [word in page for word in words] == [True] * len(words)


@pytest.mark.parametrize("branches", [1, 3, 50])
@pytest.mark.parametrize(("who", "count"), [("visitor", 8), ("officer", 12)])
def test_a_thread_costs_the_same_however_many_branches_it_has(cast, client_of, statements, branches, who, count):
    said = Contribution.objects.select_related("tender").get(pk=make.thread(cast, branches=branches).pk)
    client = client_of(getattr(cast, who))
    with statements() as sent:
        response = _get(client, said)
    assert (response.status_code, len(sent), len(response.content) < 100_000) == (200, count, True)
    texts = [query["sql"] for query in sent.captured_queries]
    assert max(texts.count(text) for text in texts) == 1


def test_the_summary_is_three_lines(cast, client_of):
    said = make.thread(cast, said_on=clock.today() - dt.timedelta(days=49))
    make.finding(cast, said.tender, [])
    finding = Response.objects.get().finding
    for number in range(3):
        finding.sources.create(contribution=make.contribution(said.tender, text=f"Ik ook {number}."))
    assert _get(client_of(cast.visitor), said).context["summary"] == [
        "1 persoon zei het, en 3 anderen zeiden iets wat erop lijkt.",
        "Na 7 weken kwam het antwoord: ja, overgenomen.",
        "Eerst was het 38 van elke 100, nu 63.",
    ]


def test_a_refusal_is_a_knot_like_any_other(cast, client_of):
    tender = make.tender(cast, step=Step.REQUEST)
    said = make.contribution(tender, text="Vier busjes extra.")
    make.response(cast, said, outcome=Outcome.NOT, reason="Vier busjes kosten € 210.000 per jaar.")
    response = _get(client_of(cast.visitor), said)
    page = response.content.decode()
    assert [knot.kind for knot in response.context["knots"]] == ["said", "answered", "goes_on"]
    assert ("Niet, met uitleg" in page, "Vier busjes kosten € 210.000 per jaar." in page) == (True, True)
    assert ("De draad gaat verder" in page, "mw-status--stop" in page) == (True, False)
    assert response.context["summary"][2] == "Het blijft hier staan, met de reden."


def test_without_an_answer_it_says_that_one_comes(cast, client_of):
    said = make.contribution(make.tender(cast))
    assert _kinds(client_of(cast.visitor), said) == ["said", "waiting", "goes_on"]


def test_put_together_with_another_it_keeps_its_own_page_and_follows_along(cast, client_of):
    target = make.thread(cast)
    said = make.contribution(target.tender, text="Ik wil ook lassen.")
    Contribution.objects.filter(pk=said.pk).update(merged_into=target)
    assert _kinds(client_of(cast.visitor), said) == ["said", "put_together", *WHOLE[1:]]
    assert "en nog 1 ander zei iets wat erop lijkt" in _get(client_of(cast.visitor), target).context["summary"][0]


def test_each_knot_is_there_only_for_who_may_see_it(cast, client_of):
    said = make.thread(cast)
    visitor = client_of(cast.visitor)
    Contract.objects.update(signed_at=None, state="to_sign")
    assert _kinds(visitor, said) == [*WHOLE[:5], "goes_on"]
    AwardDecision.objects.update(sent_at=None)
    assert _kinds(visitor, said) == [*WHOLE[:4], "goes_on"]
    assert _kinds(client_of(cast.officer), said) == [*WHOLE[:4], "goes_on"]
    CallVersion.objects.update(published_at=None)
    page = _get(visitor, said)
    assert [knot.title for knot in page.context["knots"]][2] == "Het staat in het concept van de uitvraag"
    assert "Tekst 1." not in page.content.decode()


def test_of_a_hidden_contribution_others_see_only_its_place(cast, client_of):
    said = make.thread(cast)
    Contribution.objects.filter(pk=said.pk).update(hidden_at=clock.now(), hidden_because="Kwetsend")
    people = (cast.visitor, cast.rival, cast.officer, cast.resident)
    pages = [_get(client_of(one), said) for one in people]
    assert [page.status_code for page in pages] == [200] * 4
    assert [said.text in page.content.decode() for page in pages] == [False, False, True, True]
    assert ["Kwetsend" in page.content.decode() for page in pages] == [True] * 4


def test_of_a_tender_that_is_not_public_nobody_outside_reads_a_thread(cast, client_of):
    said = make.contribution(make.tender(cast, published=False))
    assert [_get(client_of(one), said).status_code for one in (cast.visitor, cast.stranger)] == [404, 404]


def test_what_was_erased_keeps_its_place(cast, client_of):
    said = make.thread(cast)
    Contribution.objects.filter(pk=said.pk).update(text="", shown_name="")
    response = _get(client_of(cast.visitor), said)
    assert (response.context["title"], "De tekst is gewist" in response.content.decode()) == ("Inbreng 1", True)


def test_who_took_it_back_is_still_found(cast, client_of):
    said = make.thread(cast)
    Contribution.objects.filter(pk=said.pk).update(withdrawn_at=clock.now())
    assert "Dit is teruggetrokken" in _get(client_of(cast.visitor), said).content.decode()


@pytest.mark.parametrize(
    ("choice", "words"),
    [(NameChoice.ANONYMOUS, "Zonder naam"), (NameChoice.PSEUDONYM, "(schuilnaam)"), (NameChoice.NAME, "<b>Ria</b>")],
)
def test_a_person_is_shown_as_chosen(cast, client_of, choice, words):
    said = make.contribution(make.tender(cast), name_choice=choice)
    assert words in _get(client_of(cast.visitor), said).content.decode()


def test_a_clause_that_was_taken_out_stays_with_the_reason(cast, client_of):
    said = make.thread(cast)
    Clause.objects.filter(sources__response__contribution=said).update(
        withdrawn_at=clock.now(), withdrawn_because="Staat al in de wet."
    )
    assert "Staat al in de wet." in _get(client_of(cast.visitor), said).content.decode()


def test_an_amendment_that_changed_the_clause_is_told(cast, client_of):
    said = make.thread(cast)
    clause = Clause.objects.get(sources__response__contribution=said)
    decided = {"state": AmendmentState.ACCEPTED, "decision_reason": "Ja", "decided_at": clock.now(), "decided_by": cast.officer}
    amendment = make.amendment(cast, clause, party=cast.partner_party, **decided)
    ClauseVersion.objects.create(clause=clause, number=2, text="Vier weken.", author=cast.officer, amendment=amendment)
    page = _get(client_of(cast.visitor), said).content.decode()
    assert "Bewonersgroep Assendorp stelde andere woorden voor" in page
    assert "Bekijk de 2 versies" in page


@pytest.mark.parametrize(
    ("route", "words"),
    [(Route.SUBSIDY_TENDER, "Daarom kreeg deze groep de subsidie"), (Route.SAS, "Daarom kreeg deze groep de opdracht")],
)
def test_the_words_follow_the_track(cast, client_of, route, words):
    said = make.thread(cast, made=make.tender(cast, step=Step.MONITORING, route=route))
    assert words in _get(client_of(cast.visitor), said).content.decode()


def test_a_tender_that_was_stopped_ends_the_thread(cast, client_of):
    said = make.thread(cast)
    type(said.tender).objects.filter(pk=said.tender_id).update(withdrawn_at=clock.now())
    assert "De draad stopt hier" in _get(client_of(cast.visitor), said).content.decode()


def test_the_short_address_leads_there_and_nowhere_for_who_may_not(cast, client_of):
    said = make.contribution(make.tender(cast))
    short = reverse("golden_thread:short", args=[said.tender.public_id, said.number])
    page = _get(client_of(cast.visitor), said)
    assert (short, short in page.content.decode()) == (f"/d/{said.tender.public_id}-1/", True)
    assert client_of(cast.visitor).get(short).url == said.get_absolute_url()
    Contribution.objects.update(hidden_at=clock.now())
    assert client_of(cast.visitor).get(short).url == said.get_absolute_url()  # its place, without its words
    type(said.tender).objects.update(published_at=None)
    assert client_of(cast.visitor).get(short).status_code == 404
    assert client_of(cast.visitor).get("/d/bestaat-niet-1/").status_code == 404


def test_it_is_there_in_english_too(cast, client_of):
    said = make.thread(cast)
    page = client_of(cast.visitor).get(f"/en{said.get_absolute_url()}").content.decode()
    assert ("This is what comes of it" in page, "Dit komt ervan terecht" in page) == (True, False)


def test_a_visitor_who_comes_back_gets_it_again_only_when_it_grew(cast, client_of):
    said, client = make.thread(cast), client_of(cast.visitor)
    tag = _get(client, said).headers["ETag"]
    url = said.get_absolute_url()
    assert client.get(url, headers={"If-None-Match": tag}).status_code == 304
    record("monitoring.lesson_drawn", by=cast.officer, thing=said.tender, public=True)
    assert client.get(url, headers={"If-None-Match": tag}).status_code == 200


def test_a_clause_for_one_lot_leads_to_the_choice_in_that_lot_alone(cast, client_of):
    tender = make.tender(cast, step=Step.MONITORING, lots=2)
    first, second = tender.lots.all()
    said = make.thread(cast, made=tender)
    make.awarded_lot(cast, tender, lot=second, party=cast.rival_party)

    def lots() -> list[int]:
        knots = _get(client_of(cast.visitor), said).context["knots"]
        return [reason.result.decision.lot.number for knot in knots if knot.kind == "chosen" for reason in knot.items]

    assert lots() == [1, 2]
    Clause.objects.filter(sources__response__contribution=said).update(lot=first)
    assert lots() == [1]


def test_an_answer_that_was_changed_shows_what_it_was_before(cast, client_of):
    said = make.contribution(make.tender(cast), author=cast.resident)
    answer = make.response(cast, said, reason="Dat nemen wij over.")
    respond(contribution=said, by=cast.officer, outcome=Outcome.PARTLY, reason="Niet alles kan.", version=answer.version)
    page = _get(client_of(cast.visitor), said).content.decode()
    assert [words in page for words in ("Niet alles kan.", "Wat het antwoord eerst was", "Dat nemen wij over.")] == [True] * 3
