"""What the letters say, by the law of their track; and that their PDF is tagged and carries the fingerprint."""

import re
from html import unescape

import pikepdf
import pytest
from django.template.loader import render_to_string
from django.utils import translation

from documents.fingerprint import fingerprint
from evaluation import freezing
from evaluation.models import DecisionKind, Letter
from events import clock
from tenders.dates import day
from tenders.routes import Route
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole


def printed(letter: Letter) -> str:
    """The words of a letter as they are printed, on one line."""
    shown = freezing.days(letter.content)
    with translation.override("nl"):
        html = render_to_string(
            "documents/award_letter.html", {"letter": shown, "about": shown, "document": letter.document, "pdf_language": "nl"}
        )
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split()).replace(" .", ".")


def decided(cast, route, *, set_aside=False, **fields):
    """Letters by party, of a lot of three bids that A won."""
    tender = make.tender(cast, step=Step.SELECTION, route=route)
    bids = make.opened_bids(cast, tender)
    if set_aside:
        bids[2].set_aside_at, bids[2].set_aside_because = clock.now(), "Het plan ging over een andere stad."
        bids[2].save()
    make.judged_lot(cast, tender, bids[: 2 if set_aside else 3])
    decision = make.decision(cast, tender.lots.get(), state="prepared", **fields)
    return decision, {letter.party: letter for letter in Letter.objects.select_related("party", "document")}


def test_a_rejected_applicant_reads_own_scores_and_what_the_other_does_better(cast):
    decision, letters = decided(cast, Route.SUBSIDY_TENDER)
    words = printed(letters[cast.rival_party])
    for part in (
        "Besluit: wij wijzen uw aanvraag af",
        "De subsidie gaat naar Stichting De Werkplaats.",
        "Awb artikel 4:25, tweede lid",
        "Voldoende (6) Uitstekend (10)",
        "Samen 6,80 9,20",
        "U staat op plaats 2 van 3.",
        "past bij de buurt. (B, Het werkt)",
        "Wat Stichting De Werkplaats beter doet",
        "De gekozen partij laat de mensen zelf beslissen.",
        "binnen 6 weken bezwaar maken",
        f"van {day(decision.term_begins_on)} tot en met {day(decision.term_ends_on)}",
        "college van burgemeester en wethouders van Zwolle, Stadskantoor",
        "rechtbank Overijssel om een voorlopige voorziening",
        "Nadere regels dagactivering 2026, artikel 7",
    ):
        assert part in words
    for part in ("Bewonersgroep Assendorp", "inschrijving", "gunning", "kort geding", "(A, Het werkt)"):
        assert part not in words


def test_who_receives_the_subsidy_reads_how_much_and_on_what_conditions(cast):
    _decision, letters = decided(cast, Route.SUBSIDY_TENDER, conditions="Begin voor 1 maart.")
    words = printed(letters[cast.party])
    for part in ("Besluit: u krijgt de subsidie", "ten hoogste € 410.000", "Begin voor 1 maart.", "bezwaar maken"):
        assert part in words
    assert "Begin voor 1 maart." not in printed(letters[cast.rival_party])


def test_a_bidder_who_was_not_chosen_reads_the_standstill(cast):
    decision, letters = decided(cast, Route.SAS)
    words = printed(letters[cast.rival_party])
    for part in (
        "Gunningsbeslissing: wij kiezen een andere inschrijver",
        "Wij willen de opdracht geven aan Stichting De Werkplaats.",
        "opschortende termijn van 20 dagen",
        f"van {day(decision.term_begins_on)}, 0.00 uur tot en met {day(decision.term_ends_on)}, 23.59 uur",
        "kort geding beginnen bij de rechtbank Overijssel",
        "Doet u niets, dan kunt u later niet meer tegen dit besluit opkomen.",
        "Marloes Beleid, 038 498 91 11",
        "klachtenloket",
    ):
        assert part in words
    for part in ("aanvraag", "bezwaar", "subsidie", "Awb"):
        assert part not in words


def test_the_winner_of_a_contract_reads_that_nothing_is_accepted_yet(cast):
    decision, letters = decided(cast, Route.SAS)
    words = printed(letters[cast.party])
    for part in ("geen aanvaarding van uw aanbod", f"tot en met {day(decision.term_ends_on)} naar de rechter", "Begin nog niet"):
        assert part in words


def test_who_was_set_aside_reads_why(cast):
    _decision, letters = decided(cast, Route.SAS, set_aside=True)
    words = printed(letters[cast.partner_party])
    for part in ("uw inschrijving is niet beoordeeld", "Het plan ging over een andere stad.", "opschortende termijn"):
        assert part in words
    assert "Uw oordelen" not in words


def test_when_nobody_is_chosen_each_reads_the_own_scores(cast):
    _decision, letters = decided(cast, Route.SAS, kind=DecisionKind.NONE)
    assert len(letters) == 3
    words = printed(letters[cast.rival_party])
    for part in ("Gunningsbeslissing: wij kiezen niemand", "Samen 6,80", "(B, Samen)"):
        assert part in words


def test_who_handed_in_a_plan_for_a_building_reads_no_word_of_a_contract_or_of_money(cast):
    _decision, letters = decided(cast, Route.BUILDING, set_aside=True)
    headings = {
        cast.party: "Besluit: wij willen een overeenkomst met u sluiten",
        cast.rival_party: "Besluit: wij kiezen een andere partij",
        cast.partner_party: "Besluit: uw plan is niet beoordeeld",
    }
    for party, heading in headings.items():
        words = printed(letters[party])
        assert [part for part in (heading, "Anderen kunnen reageren") if part not in words] == []
        assert [part for part in ("€", "gunning", "inschrijving", "subsidie", "opschortende") if part in words.lower()] == []


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (Route.SMALL_GRANT, ["Besluit: u krijgt de subsidie", "ten hoogste € 5.000", "bezwaar maken"]),
        (Route.BUILDING_ONE, ["Besluit: wij willen een overeenkomst met u sluiten", "Anderen kunnen reageren"]),
    ],
)
def test_without_competition_there_is_one_letter(cast, route, expected):
    tender = make.tender(cast, step=Step.SELECTION, route=route)
    make.decision(cast, tender.lots.get(), state="prepared", kind=DecisionKind.DIRECT)
    words = printed(Letter.objects.select_related("document").get())
    assert [part for part in expected if part not in words] == []
    assert "op plaats" not in words


def test_a_coalition_is_addressed_with_its_partners(cast):
    tender = make.tender(cast, step=Step.SELECTION)
    bids = make.opened_bids(cast, tender, parties=[cast.party], partners=[cast.partner_party])
    make.judged_lot(cast, tender, bids)
    make.decision(cast, tender.lots.get(), state="prepared")
    assert "samen met Bewonersgroep Assendorp" in printed(Letter.objects.select_related("document").get())


def test_the_fingerprints_are_of_what_is_printed(cast):
    decision, letters = decided(cast, Route.SUBSIDY_TENDER)
    assert decision.content_sha256 == fingerprint(decision.content)
    assert {one.public_id: one.document.content_sha256 for one in letters.values()} == {
        one.public_id: fingerprint(one.content) for one in letters.values()
    }
    assert decision.content["letters"] == {one.public_id: fingerprint(one.content) for one in letters.values()}
    assert decision.record.content_sha256 == fingerprint(decision.record_content)


def test_the_public_decision_holds_no_name_and_no_word_of_a_loser(cast):
    decision, _letters = decided(cast, Route.SUBSIDY_TENDER)
    text = str(decision.content)
    assert ("Welzijn Groot" in text, "(B, Het werkt)" in text, "(A, Het werkt)" in text) == (False, False, True)


def test_every_document_is_made_once_and_tagged(cast):
    decision, letters = decided(cast, Route.SUBSIDY_TENDER, pdf=True)
    documents = [decision.document, decision.record, *(one.document for one in letters.values())]
    for document in documents:
        with pikepdf.open(document.file) as pdf:
            assert pdf.Root.MarkInfo.Marked
            assert str(pdf.Root.Lang) == "nl"
    assert [bool(document.file_sha256) for document in documents] == [True] * 5
