"""Pages of the request: who they open for, what they say, what stays when a form is wrong, what they cost."""

import pytest
from django.urls import reverse

from calls.models import Amendment, Call, Clause, Criterion, Section
from tenders.models import Frame, InvolvementRole
from tenders.models.frame import FrameKind
from tenders.steps import Step
from tests import make
from tests.calls.said import said

pytestmark = pytest.mark.whole

PUBLIC = ("show_call", "show_clause", "list_amendments", "show_amendment")


@pytest.fixture
def tender(cast):
    tender = make.tender(cast, step=Step.REQUEST)
    call = make.call(cast, tender)
    make.amendment(cast, call.clauses.get(section=Section.MONEY))
    return tender


@pytest.fixture
def clause(tender):
    return Clause.objects.get(call__tender=tender, section=Section.MONEY)


def url(tender, name, *args) -> str:
    return reverse(f"calls:{name}", args=[tender.slug, *args])


def addresses(tender) -> dict[str, str]:
    clause = Clause.objects.for_list().get(call__tender=tender, section=Section.MONEY)
    amendment = clause.amendments.get()
    indicator = clause.call.indicators.get()
    of_clause = ("show_clause", "write_clause", "withdraw_clause", "choose_source", "propose_amendment")
    plain = ("show_call", "edit_call", "add_clause", "list_amendments", "set_criteria", "set_scale", "propose_indicator")
    return {
        **{name: url(tender, name) for name in (*plain, "invite_co_author", "adopt_call")},
        **{name: url(tender, name, clause.number) for name in of_clause},
        **{name: url(tender, name, amendment.public_id) for name in ("show_amendment", "decide_amendment")},
        **{name: url(tender, name, indicator.public_id) for name in ("change_indicator", "withdraw_indicator")},
    }


@pytest.mark.parametrize(
    "who, opens",
    [
        ("officer", "all"),
        ("resident", (*PUBLIC, "propose_amendment")),
        ("visitor", PUBLIC),
        ("stranger", (*PUBLIC, "propose_amendment")),
    ],
)
def test_each_page_opens_for_who_may(cast, tender, client_of, who, opens):
    client = client_of(getattr(cast, who))
    pages = addresses(tender)
    found = {name: client.get(address).status_code for name, address in pages.items()}
    closed = 403 if who != "visitor" else 302  # who is not signed in is asked to do that first
    assert found == {name: 200 if opens == "all" or name in opens else closed for name in pages}


def test_a_tender_that_is_not_public_is_not_there_for_a_visitor(cast, tender, client_of):
    tender.published_at = None
    tender.save()
    client = client_of(cast.visitor)
    assert {client.get(address).status_code for address in addresses(tender).values()} == {404}


def test_a_request_that_nobody_began_says_so(cast, client_of):
    tender = make.tender(cast, step=Step.REQUEST)
    page = client_of(cast.visitor).get(url(tender, "show_call")).content.decode()
    assert "Er is nog geen tekst" in page
    assert client_of(cast.officer).get(url(tender, "edit_call")).status_code == 200
    assert not Call.objects.filter(tender=tender).exists()  # reading stores nothing


def test_a_request_that_is_published_leads_to_what_was_published(cast, client_of):
    tender = make.tender(cast, step=Step.PROCEDURE)
    version = make.published_call(cast, tender)
    page = client_of(cast.visitor).get(url(tender, "show_call")).content.decode()
    address = reverse("calls:show_version", args=[tender.slug, version.number])
    assert ("De uitvraag is er" in page, f'href="{address}"' in page, "De uitvraag is vastgesteld" in page) == (True, True, False)


def test_a_route_without_a_request_says_so_in_one_line(cast, client_of):
    tender = make.tender(cast, step=Step.REQUEST, route="small_grant")
    page = client_of(cast.visitor).get(url(tender, "show_call")).content.decode()
    assert "Er is nog geen tekst" not in page
    answer = client_of(cast.officer).get(url(tender, "edit_call"))
    assert (answer.status_code, "Er is geen mededinging" in answer.content.decode()) == (404, True)


def test_the_request_shows_what_was_said_and_never_what_was_hidden(cast, tender, clause, client_of):
    from events import clock

    open_source = said(cast, tender, "Geef mij een brander.")
    hidden = said(cast, tender, "Een lelijk woord.")
    make.clause_source(cast, clause, hidden, reason="Dit ook.")
    make.clause_source(cast, clause, open_source, reason="De brander staat erin.")
    page = client_of(cast.visitor).get(url(tender, "show_call")).content.decode()
    assert ("Geef mij een brander." in page, "Een lelijk woord." in page, "Nog 1 uit de dialoog" in page) == (False, True, True)
    hidden.contribution.hidden_at = clock.now()
    hidden.contribution.save()
    for name in ("show_call", "show_clause"):
        page = client_of(cast.visitor).get(addresses(tender)[name]).content.decode()
        assert ("Geef mij een brander." in page, "Een lelijk woord." in page) == (True, False)


def test_a_clause_is_written_and_looked_at_first(cast, tender, clause, client_of):
    client, address = client_of(cast.officer), addresses(tender)["write_clause"]
    typed = {"version": 1, "title": "Geld", "text": "Er is **geld**.", "section": Section.MONEY}
    preview = client.post(address, {**typed, "preview": "1"}).content.decode()
    assert "<strong>geld</strong>" in preview
    assert clause.versions.count() == 1
    assert client.post(address, typed).status_code == 302
    assert clause.versions.first().text == "Er is **geld**."


def test_who_was_second_sees_both_texts_and_can_save_knowingly(cast, tender, clause, client_of):
    address = addresses(tender)["write_clause"]
    typed = {"version": 1, "title": "Geld en looptijd", "section": Section.MONEY}
    assert client_of(cast.buyer).post(address, {**typed, "text": "Van Tarik: vier ton."}).status_code == 302
    client = client_of(cast.officer)
    page = client.post(address, {**typed, "text": "Van Marloes: drie ton."})
    html = page.content.decode()
    assert page.status_code == 200
    assert "Van Tarik: vier ton." in html
    assert "Van Marloes: drie ton.</textarea>" in html.replace("\n", "")
    assert '<input type="hidden" name="version" value="2"' in html
    assert client.post(address, {**typed, "version": 2, "text": "Van Marloes: drie ton."}).status_code == 302
    assert [v.text for v in clause.versions.all()][:2] == ["Van Marloes: drie ton.", "Van Tarik: vier ton."]


def test_an_empty_clause_keeps_its_title_and_says_what_to_do(cast, tender, client_of):
    typed = {"section": Section.OTHER, "title": "Honden", "text": ""}
    page = client_of(cast.officer).post(addresses(tender)["add_clause"], typed).content.decode()
    assert "Schrijf de tekst. U kunt die later veranderen." in page
    assert 'value="Honden"' in page


def test_a_resident_proposes_other_words_and_is_shown_the_difference(cast, tender, clause, client_of):
    client, address = client_of(cast.resident), addresses(tender)["propose_amendment"]
    typed = {"version": 1, "text": "Er is € 500.000 per jaar, drie jaar lang.", "reason": "Het is te weinig."}
    preview = client.post(address, {**typed, "preview": "1"}).content.decode()
    assert "410.000<span" in preview
    assert Amendment.objects.count() == 1
    response = client.post(address, typed)
    made = Amendment.objects.get(proposer=cast.resident)
    assert response.headers["Location"] == url(tender, "show_amendment", made.public_id)


def test_the_same_words_are_no_proposal_and_stay_in_the_form(cast, tender, clause, client_of):
    text = clause.versions.first().text
    page = client_of(cast.resident).post(addresses(tender)["propose_amendment"], {"version": 1, "text": text, "reason": "Waarom?"})
    assert "Zo staat de tekst er al." in page.content.decode()
    assert "Waarom?" in page.content.decode()


def test_an_officer_decides_part_by_part(cast, tender, client_of):
    amendment = Amendment.objects.get()
    client, address = client_of(cast.officer), addresses(tender)["decide_amendment"]
    name = f"v{amendment.public_id}"
    page = client.post(address, {f"{name}-version": 1, f"{name}-choice1": "own", f"{name}-reason1": "Dit kan wel."})
    assert "Schrijf de andere tekst, of kies iets anders." in page.content.decode()
    assert "Dit kan wel." in page.content.decode()
    typed = {f"{name}-version": 1, f"{name}-choice1": "own", f"{name}-text1": "Twee weken.", f"{name}-reason1": "Dit kan wel."}
    assert client.post(address, typed).status_code == 302
    amendment.refresh_from_db()
    assert (amendment.state, amendment.decision_reason, amendment.clause.versions.first().text) == (
        "partly",
        "Dit kan wel.",
        "Twee weken.",
    )


def test_reasons_stay_when_the_clause_changes_during_a_decision(cast, tender, clause, client_of):
    amendment = Amendment.objects.get()
    name = f"v{amendment.public_id}"
    typed = {"version": 1, "title": clause.title, "text": "Nu staat er iets anders.", "section": Section.MONEY}
    client_of(cast.buyer).post(addresses(tender)["write_clause"], typed)
    late = {f"{name}-version": 1, f"{name}-choice1": "taken", f"{name}-reason1": "Een week is te kort."}
    page = client_of(cast.officer).post(addresses(tender)["decide_amendment"], late)
    assert (page.status_code, amendment.clause.versions.count()) == (200, 2)
    assert "Een week is te kort.</textarea>" in page.content.decode().replace("\n", "")
    assert "Nu staat er iets anders." in page.content.decode()


def test_support_by_one_button(cast, tender, client_of):
    amendment = Amendment.objects.get()
    address = url(tender, "support_amendment", amendment.public_id)
    assert client_of(cast.resident).post(address).status_code == 302
    assert client_of(cast.entrepreneur).post(address).status_code == 403
    page = client_of(cast.visitor).get(addresses(tender)["show_amendment"]).content.decode()
    assert "1 persoon steunt dit" in page
    assert cast.resident.name not in page


def rows(*weights, **extra) -> dict:
    data = {"version": 1, "criteria-TOTAL_FORMS": len(weights), "criteria-INITIAL_FORMS": 0, **extra}
    for index, weight in enumerate(weights):
        data |= {f"criteria-{index}-name": f"Criterium {index}", f"criteria-{index}-weight": weight}
        data |= {f"criteria-{index}-question": "Hoe goed?", f"criteria-{index}-public_id": ""}
    return data


def test_weights_that_do_not_add_up_stay_in_the_form_with_their_sum(cast, client_of):
    tender = make.tender(cast, step=Step.REQUEST)
    make.call(cast, tender, criteria=())
    client, address = client_of(cast.officer), url(tender, "set_criteria")
    page = client.post(address, rows("60", "35")).content.decode()
    assert "De gewichten zijn samen 95 %. Maak er 100 % van." in page
    assert 'value="35"' in page
    more = client.post(address, rows("60", "35", more="1")).content.decode()
    assert 'name="criteria-TOTAL_FORMS" value="3"' in more
    assert client.post(address, rows("60", "40")).status_code == 302
    assert [c.weight for c in Criterion.objects.all()] == [6_000, 4_000]


def test_a_new_request_begins_with_one_criterion_and_five_grades(cast, client_of):
    tender = make.tender(cast, step=Step.REQUEST)
    client = client_of(cast.officer)
    criteria = client.get(url(tender, "set_criteria")).content.decode()
    assert ('value="Kwaliteit"' in criteria, 'value="100"' in criteria) == (True, True)
    scale = client.get(url(tender, "set_scale")).content.decode()
    labels = ("Onvoldoende", "Matig", "Voldoende", "Goed", "Uitstekend")
    assert [f'value="{label}"' in scale for label in labels] == [True] * 5


def test_a_scale_is_saved_from_the_form(cast, client_of):
    tender = make.tender(cast, step=Step.REQUEST)
    data = {"version": 1, "grades-TOTAL_FORMS": 3, "grades-INITIAL_FORMS": 0, "lowest_mark": "55", "committee_rules": "Samen."}
    for index, (label, points) in enumerate([("Slecht", 1), ("", ""), ("Goed", 3)]):
        data |= {f"grades-{index}-label": label, f"grades-{index}-points": points}
    assert client_of(cast.officer).post(url(tender, "set_scale"), data).status_code == 302
    call = Call.objects.get(tender=tender)
    assert ([(g.label, g.points) for g in call.grades.all()], call.lowest_mark) == ([("Slecht", 1), ("Goed", 3)], 5_500)


def test_a_contribution_is_found_and_linked(cast, tender, clause, client_of):
    said(cast, tender, "Geef mij een brander.")
    refused = said(cast, tender, "Een bus voor iedereen.", outcome="not")
    client = client_of(cast.officer)
    address = addresses(tender)["choose_source"]
    found = client.get(address, {"zoek": "brander"}).content.decode()
    assert ("Geef mij een brander." in found, "Een bus" in found) == (True, False)
    assert "Geef mij een brander." in client.get(address, {"zoek": "1"}).content.decode()
    assert client.get(url(tender, "link_source", clause.number, refused.contribution.number)).status_code == 404
    link = url(tender, "link_source", clause.number, 1)
    assert "Schrijf wat daarvan in dit onderdeel staat." in client.post(link, {"reason": ""}).content.decode()
    assert client.post(link, {"reason": "De brander."}).status_code == 302
    assert clause.sources.get().reason == "De brander."


def test_a_co_author_is_invited_by_address_or_by_the_name_of_a_party(cast, tender, client_of):
    client, address = client_of(cast.officer), url(tender, "invite_co_author")
    assert "Wij kennen niemand" in client.post(address, {"who": "niemand@example.nl"}).content.decode()
    for who in ("resident@example.nl", "stichting de werkplaats"):
        assert client.post(address, {"who": who}).status_code == 302
    invited = tender.involvements.filter(role=InvolvementRole.CO_AUTHOR)
    assert {(i.person, i.party) for i in invited} == {(cast.resident, None), (None, cast.party)}


def test_adopting_says_what_lacks_and_then_shows_the_fingerprint(cast, tender, client_of):
    client, address = client_of(cast.officer), url(tender, "adopt_call")
    page = client.post(address, {"reason": "Klaar."}).content.decode()
    assert ("Beantwoord elk wijzigingsvoorstel." in page, "Klaar." in page) == (True, True)
    Amendment.objects.update(state="withdrawn")
    assert client.post(address, {"reason": "Alles heeft antwoord."}).status_code == 302
    shown = client_of(cast.visitor).get(url(tender, "show_call")).content.decode()
    assert ("De uitvraag is vastgesteld" in shown, "Alles heeft antwoord." in shown) == (True, True)


def test_the_limit_of_the_council_says_where_the_lots_stand(cast, tender, client_of):
    Frame.objects.create(tender=tender, kind=FrameKind.BUDGET, text="Per jaar.", lowest=30_000_000, highest=40_000_000)
    page = client_of(cast.officer).get(url(tender, "edit_call")).content.decode()
    assert "U zit op €\xa0410.000." in page


# What pages cost. Numbers are those of the most that a page may ask; see performance.md for the limits.
SENT = {"show_call": 8, "show_clause": 8, "list_amendments": 5, "show_amendment": 6}
SENT_BY_OFFICER = {"edit_call": 16, "write_clause": 15, "decide_amendment": 12, "set_criteria": 12, "choose_source": 11}


def grow(cast, tender, times: int) -> None:
    call = Call.objects.get(tender=tender)
    clause = call.clauses.get(section=Section.MONEY)
    for number in range(times):
        extra = make.clause(cast, call, title=f"Deel {number}", versions=2)
        make.proposed_indicator(call, extra)
        make.clause_source(cast, clause, said(cast, tender, f"Ik wil {number}."))
        make.clause_source(cast, extra, said(cast, tender, f"Ook {number}."))
        make.amendment(cast, extra, text=f"Nieuw {number}.")
        make.amendment(cast, clause, text=f"Anders {number}.")
        writers = tender.involvements.filter(role=InvolvementRole.CO_AUTHOR).count()
        make.involve(tender, InvolvementRole.CO_AUTHOR, person=list(cast.people().values())[1 + writers])
        Frame.objects.create(tender=tender, kind=FrameKind.MUST, text="Iets.")
        said(cast, tender, f"Nog te koppelen {number}.")


@pytest.mark.parametrize("name, limit, who", [*((n, c, "visitor") for n, c in SENT.items())])
def test_a_public_page_costs_the_same_with_one_and_with_three(cast, tender, client_of, statements, name, limit, who):
    client = client_of(getattr(cast, who))
    address = addresses(tender)[name]
    assert cost(cast, tender, client, statements, address) <= limit


@pytest.mark.parametrize("name, limit", SENT_BY_OFFICER.items())
def test_an_officers_page_costs_the_same_with_one_and_with_three(cast, tender, client_of, statements, name, limit):
    client = client_of(cast.officer)
    assert cost(cast, tender, client, statements, addresses(tender)[name]) <= limit


def cost(cast, tender, client, statements, address) -> int:
    """How many statements a page sends: the same with one more of everything as with three more; none more than twice."""
    counts = []
    for times in (1, 2):
        grow(cast, tender, times)
        with statements() as sent:
            assert client.get(address).status_code == 200
        queries = [query["sql"] for query in sent.captured_queries]
        assert max(queries.count(sql) for sql in queries) <= 2
        counts.append(len(queries))
    assert counts[0] == counts[1], counts
    return counts[0]


def test_the_list_of_amendments_has_pages(cast, tender, clause, client_of):
    for number in range(30):
        make.amendment(cast, clause, text=f"Anders {number}.")
    page = client_of(cast.visitor).get(url(tender, "list_amendments"))
    assert (len(page.context["page_obj"]), page.context["page_obj"].paginator.count) == (25, 31)


def test_a_visitor_is_answered_from_the_etag_until_something_changes(cast, tender, clause, client_of, statements):
    from calls import actions

    client, address = client_of(cast.visitor), url(tender, "show_call")
    etag = client.get(address).headers["ETag"]
    assert client.get(address, HTTP_IF_NONE_MATCH=etag).status_code == 304
    actions.write_clause(clause=clause, by=cast.officer, version=1, title=clause.title, text="Iets anders.", section=clause.section)
    assert client.get(address, HTTP_IF_NONE_MATCH=etag).status_code == 200
