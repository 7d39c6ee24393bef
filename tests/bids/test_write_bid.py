"""Writing a bid: part by part, several people at once, nothing typed is lost."""

import datetime as dt

import pytest
from django.db import connection

from bids import actions
from bids.draft import read_draft
from bids.models import Bid, BidPart, BidState, Round
from events import clock
from events.models import Event
from tenders.models import InvolvementRole
from tenders.refusal import Refused
from tenders.routes import Route
from tenders.steps import Step
from tests import make

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def round_(cast):
    return make.round(cast, make.tender(cast, step=Step.SELECTION))


@pytest.fixture
def bid(cast, round_):
    return make.bid(cast, round_)


def _url(bid, path=""):
    return f"/voorstellen/{bid.public_id}/" + (f"onderdelen/{path}/" if path else "")


def _typed(bid, user, key):
    return read_draft(Bid.objects.for_page().get(pk=bid.pk), user).typed(key)


def test_a_party_begins_a_bid_and_lands_on_its_first_part(cast, round_, client_of):
    url = f"/trajecten/{round_.tender.slug}/selectie/rondes/{round_.public_id}/meedoen/"
    response = client_of(cast.entrepreneur).post(url, {"party": cast.party.pk, "once": "a"})
    bid = Bid.objects.get()
    assert (response.status_code, response["Location"]) == (302, _url(bid))
    assert (bid.party, bid.state, bid.round) == (cast.party, BidState.DRAFT, round_)
    assert sorted(bid.parts.values_list("key", flat=True)) == [
        "budget",
        "criterion-1",
        "criterion-2",
        "partners",
        "summary",
        "vision",
    ]


def test_a_party_has_one_bid_in_a_round_whoever_begins(cast, round_):
    first = actions.begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur)
    assert actions.begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur) == first
    assert Bid.objects.count() == 1


def test_nobody_begins_for_a_party_of_somebody_else(cast, round_, client_of):
    url = f"/trajecten/{round_.tender.slug}/selectie/rondes/{round_.public_id}/meedoen/"
    page = client_of(cast.entrepreneur).post(url, {"party": cast.rival_party.pk, "once": "a"})
    assert page.status_code == 200
    assert not Bid.objects.exists()
    with pytest.raises(Refused, match="niet namens deze partij"):
        actions.begin_bid(round_=round_, party=cast.rival_party, by=cast.entrepreneur)


@pytest.mark.parametrize(
    "role", [InvolvementRole.ASSESSOR, InvolvementRole.SECRETARY, InvolvementRole.OFFICER, InvolvementRole.GUIDE]
)
def test_who_judges_or_leads_does_not_bid(cast, round_, role):
    make.involve(round_.tender, role, person=cast.entrepreneur)
    with pytest.raises(Refused, match="Samira Ondernemer"):
        actions.begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur)


def test_who_judges_another_lot_does_bid(cast):
    tender = make.tender(cast, step=Step.SELECTION, lots=2)
    first, second = tender.lots.all()
    make.involve(tender, InvolvementRole.ASSESSOR, person=cast.entrepreneur, lot=second)
    round_ = make.round(cast, tender, lot=first)
    assert actions.begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur).party == cast.party


def test_saving_keeps_what_was_typed_and_goes_on_to_the_next_part(cast, bid, client_of):
    response = client_of(cast.entrepreneur).post(
        _url(bid, "vraag-1"), {"text": "Elke ochtend om negen uur.", "version": "2", "once": "a"}
    )
    assert (response.status_code, response["Location"]) == (302, _url(bid, "vraag-2"))
    assert _typed(bid, cast.entrepreneur, "criterion-1") == {"text": "Elke ochtend om negen uur."}
    assert BidPart.objects.get(bid=bid, key="criterion-1").version == 3


def test_the_last_written_part_leads_to_the_attachments_and_those_to_handing_in(cast, bid, client_of):
    client = client_of(cast.entrepreneur)
    typed = {"what_1": "Huur", "amount_1": "1.000", "version": "2", "once": "a"}
    assert client.post(_url(bid, "begroting"), typed)["Location"] == _url(bid, "bijlagen")
    assert f"/voorstellen/{bid.public_id}/indienen/" in client.get(_url(bid, "bijlagen")).content.decode()


def test_an_unfinished_part_is_saved_and_says_what_is_missing(cast, bid, client_of):
    client = client_of(cast.entrepreneur)
    typed = {"what_1": "", "amount_1": "12 euro zoveel", "what_2": "Huur", "amount_2": "", "version": "2", "once": "a"}
    response = client.post(_url(bid, "begroting"), typed)
    assert response["Location"] == _url(bid, "begroting") + "?controle=1"
    page = client.get(response["Location"]).content.decode()
    for words in ("12 euro zoveel", "Schrijf het bedrag in euro", "Vul in wat dit per jaar kost."):
        assert words in page
    assert _typed(bid, cast.entrepreneur, "budget")["amount_1"] == "12 euro zoveel"


def test_writing_on_shows_no_errors_before_one_asks(cast, bid, client_of):
    page = client_of(cast.entrepreneur).get(_url(bid, "begroting")).content.decode()
    assert "mw-error" not in page


def test_htmx_saves_and_says_when(cast, bid, client_of, move_clock):
    move_clock(to=dt.datetime(2030, 1, 7, 13, 32, tzinfo=dt.UTC))
    Round.objects.update(deadline=clock.now() + dt.timedelta(days=3))
    response = client_of(cast.entrepreneur).post(_url(bid, "visie"), {"text": "Anders.", "version": "1"}, **HTMX)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Bewaard om 14.32 uur" in page
    assert 'id="version" value="2" hx-swap-oob="true"' in page
    assert _typed(bid, cast.entrepreneur, "vision") == {"text": "Anders."}


def test_a_save_that_would_be_rolled_back_is_never_called_saved(cast, bid, client_of):
    """A form's token makes the middleware undo everything but a redirect; htmx leaves it out, and else hears so."""
    response = client_of(cast.entrepreneur).post(_url(bid, "visie"), {"text": "x", "version": "1", "once": "a"}, **HTMX)
    assert (response.status_code, response.content) == (400, b"")
    page = client_of(cast.entrepreneur).get(_url(bid, "visie")).content.decode()
    assert page.count('hx-params="not once"') == page.count("hx-post=") == 2


def test_nobody_overwrites_what_a_colleague_saved_meanwhile(cast, round_, client_of):
    bid = make.bid(cast, round_, partners=[cast.partner_party])
    client_of(cast.partner).post(_url(bid, "visie"), {"text": "Van Pim.", "version": "1", "once": "a"})
    client = client_of(cast.entrepreneur)
    page = client.post(_url(bid, "visie"), {"text": "Van Samira.", "version": "1", "once": "b"}).content.decode()
    assert _typed(bid, cast.entrepreneur, "vision") == {"text": "Van Pim."}
    for words in ("Pim Partner", "Van Pim.", "Van Samira.", 'name="version" id="version" value="2"'):
        assert words in page
    client.post(_url(bid, "visie"), {"text": "Van ons samen.", "version": "2", "once": "c"})
    assert _typed(bid, cast.entrepreneur, "vision") == {"text": "Van ons samen."}


def test_htmx_does_not_overwrite_either_and_the_text_stays_on_the_page(cast, bid, client_of):
    actions.write_bid(bid=bid, key="vision", typed={"text": "Eerst."}, version=1, by=cast.entrepreneur)
    page = client_of(cast.entrepreneur).post(_url(bid, "visie"), {"text": "Later.", "version": "1"}, **HTMX).content.decode()
    assert "Niet bewaard. Uw tekst staat nog op deze pagina." in page
    assert "hx-swap-oob" not in page
    assert _typed(bid, cast.entrepreneur, "vision") == {"text": "Eerst."}


def test_two_write_different_parts_at_the_same_time_and_see_each_other(cast, round_, client_of):
    bid = make.bid(cast, round_, partners=[cast.partner_party])
    client_of(cast.partner).post(_url(bid, "visie"), {"text": "Van Pim.", "version": "1", "once": "a"})
    response = client_of(cast.entrepreneur).post(_url(bid, "vraag-1"), {"text": "Van Samira.", "version": "2", "once": "b"})
    assert response.status_code == 302
    page = client_of(cast.entrepreneur).get(_url(bid, "vraag-1")).content.decode()
    assert "Pim Partner werkt nu aan “Uw eigen visie”." in page


def test_a_session_that_ended_during_autosave_loses_nothing(cast, bid, client_of):
    page = client_of(cast.visitor).post(_url(bid, "visie"), {"text": "Lang verhaal.", "version": "1"}, **HTMX)
    assert page.status_code == 200
    assert "u bent uitgelogd. Uw tekst staat nog op deze pagina." in page.content.decode()
    assert _typed(bid, cast.entrepreneur, "vision") == {}


def test_a_session_that_ended_before_the_button_gives_the_text_back(cast, bid, client_of):
    response = client_of(cast.visitor).post(
        _url(bid, "visie"), {"text": "Een lang verhaal.", "version": "1", "once": "a"}, HTTP_ORIGIN="http://testserver"
    )
    assert response.status_code == 403
    assert "Een lang verhaal." in response.content.decode()


def test_a_late_save_is_refused_kindly_and_the_text_stays(cast, bid, client_of):
    Round.objects.update(deadline=clock.now() - dt.timedelta(seconds=2))
    late, client = {"text": "Net te laat.", "version": "1"}, client_of(cast.entrepreneur)
    plain = client.post(_url(bid, "visie"), late).content.decode()
    assert "dus dit kwam te laat" in plain
    assert "Net te laat." in plain
    assert "dus dit kwam te laat" in client.post(_url(bid, "visie"), late, **HTMX).content.decode()
    assert _typed(bid, cast.entrepreneur, "vision") == {}


def test_after_the_deadline_the_form_is_a_page_that_says_what_counts(cast, round_, client_of):
    draft = make.bid(cast, round_)
    handed_in = make.bid(cast, round_, party=cast.rival_party, state=BidState.SUBMITTED)
    Round.objects.update(deadline=clock.now() - dt.timedelta(seconds=2))
    page = client_of(cast.entrepreneur).get(_url(draft))
    assert page.status_code == 403
    assert "Er is niets ingediend" in page.content.decode()
    assert "Wat u hebt ingediend telt" in client_of(cast.rival).get(_url(handed_in)).content.decode()


def test_a_withdrawn_bid_is_not_written_before_one_takes_part_again(cast, round_, client_of):
    bid = make.bid(cast, round_, state=BidState.WITHDRAWN)
    assert "Dit is ingetrokken" in client_of(cast.entrepreneur).get(_url(bid)).content.decode()
    with pytest.raises(Refused, match="ingetrokken"):
        actions.write_bid(bid=bid, key="vision", typed={"text": "x"}, version=1, by=cast.entrepreneur)
    again = actions.begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur)
    assert (again.pk, again.state) == (bid.pk, BidState.DRAFT)
    assert _typed(bid, cast.entrepreneur, "summary")["title"] == "Samen aan het werk"


@pytest.mark.parametrize("path", ["vraag-3", "vraag-0", "vraag-99", "iets-anders"])
def test_a_part_that_is_not_there_is_not_found(cast, bid, client_of, path):
    client = client_of(cast.entrepreneur)
    assert client.get(_url(bid, path)).status_code == 404
    assert client.post(_url(bid, path), {"text": "x", "version": "1", "once": path}).status_code == 404


def test_a_part_that_is_too_long_is_refused_and_stays_on_the_page(cast, bid, client_of):
    long = "Woord. " * 40_000
    page = client_of(cast.entrepreneur).post(_url(bid, "visie"), {"text": long, "version": "1", "once": "a"}).content.decode()
    assert "Dit onderdeel is te lang" in page
    assert page.count("Woord.") >= 40_000


def test_only_known_fields_are_kept(cast, bid, client_of):
    client_of(cast.entrepreneur).post(_url(bid, "visie"), {"text": "Ja.", "extra": "nee", "version": "1", "once": "a"})
    assert _typed(bid, cast.entrepreneur, "vision") == {"text": "Ja."}


def test_writing_leaves_no_trace_in_the_log(cast, bid):
    before = Event.objects.count()
    actions.write_bid(bid=bid, key="vision", typed={"text": "x"}, version=1, by=cast.entrepreneur)
    assert Event.objects.count() == before


def test_the_progress_counts_what_is_done(cast, round_):
    bid = make.bid(cast, round_, partners=[cast.partner_party], typed={"criterion-2": {"text": ""}})
    draft = read_draft(bid, cast.entrepreneur)
    assert [(line.key, line.state, line.words) for line in draft.lines()] == [
        ("summary", "done", "klaar"),
        ("criterion-1", "done", "klaar"),
        ("criterion-2", "open", "nog niet"),
        ("vision", "later", "hoeft niet"),
        ("partners", "done", "klaar"),
        ("budget", "done", "klaar"),
        ("attachments", "later", "hoeft niet"),
    ]
    assert draft.done_count() == 4


def _asked(sent) -> int:
    """Statements, without the marks of a transaction."""
    marks = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
    return len([q for q in sent.captured_queries if not q["sql"].startswith(marks)])


@pytest.mark.parametrize(
    ("path", "limit"), [("kort", 9), ("vraag-1", 9), ("visie", 9), ("samen", 9), ("begroting", 9), ("bijlagen", 9)]
)
def test_a_page_of_the_form_asks_at_most_nine_questions(cast, round_, client_of, statements, path, limit):
    bid = make.bid(cast, round_, partners=[cast.partner_party, cast.rival_party], files=[("a.pdf", make.PDF)])
    client = client_of(cast.entrepreneur)
    with statements() as sent:
        assert client.get(_url(bid, path)).status_code == 200
    assert _asked(sent) <= limit
    asked = [q["sql"] for q in sent.captured_queries]
    assert max(asked.count(sql) for sql in asked) <= 2


def test_an_autosave_asks_at_most_eight_questions(cast, round_, client_of, statements):
    bid = make.bid(cast, round_, partners=[cast.partner_party])
    client = client_of(cast.entrepreneur)
    with statements() as sent:
        client.post(_url(bid, "visie"), {"text": "x", "version": "1"}, **HTMX)
    assert _asked(sent) == (8 if connection.vendor == "postgresql" else 7)  # PostgreSQL takes a lock of its own


def test_where_no_public_money_is_paid_nothing_is_asked_about_it(cast, client_of):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.BUILDING)
    tender.lots.update(budget=None)
    bid = make.bid(cast, make.round(cast, tender), partners=[cast.partner_party])
    parts = [part.key for part in read_draft(bid, cast.entrepreneur).parts]
    assert parts == ["summary", "criterion-1", "criterion-2", "vision", "partners", "attachments"]
    client = client_of(cast.entrepreneur)
    assert client.get(_url(bid, "begroting")).status_code == 404
    assert client.post(_url(bid, "begroting"), {"what_1": "Verf", "amount_1": "10", "version": 1}).status_code == 404
    page = client.get(_url(bid, "samen")).content.decode()
    assert ("van de uren" in page, "van het geld" in page, "€" in page) == (True, False, False)
    share = {f"hours_{party.public_id}": "50" for party in (cast.party, cast.partner_party)}
    said = {**share, "lead_role": "content", "decision_rule": "Iedereen één stem.", "version": 2}
    assert client.post(_url(bid, "samen"), said).status_code == 302
    actions.submit_bid(bid=Bid.objects.for_page().get(pk=bid.pk), by=cast.entrepreneur)
    assert Bid.objects.get(pk=bid.pk).state == "submitted"
