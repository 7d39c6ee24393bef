"""Before the opening nothing of a bid is to be found: in no table, no file, no log, and on no page."""

import json
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import NoReverseMatch, reverse

from bids.models import Bid, BidPreview, BidState, OpenedBid, Opening, Round, Submission
from events.models import Event
from tenders.models import InvolvementRole
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole

# Words, numbers and names that stand nowhere else.
SECRETS = (
    "zilveren draaimolen",
    "kwikstaart",
    "notenkraker",
    "begroting-vlindertuin",
    "inhoud van de bijlage paardenbloem",
    "98.765,43",
    "9876543",
    "73,21",
    "7321",
)
FILE = make.PDF + b"% inhoud van de bijlage paardenbloem\n"


@pytest.fixture
def round_(cast):
    made = make.round(cast, make.tender(cast, step=Step.SELECTION))
    make.involve(made.tender, InvolvementRole.ASSESSOR, person=cast.assessor, lot=made.lot)
    make.involve(made.tender, InvolvementRole.SECRETARY, person=cast.secretary, lot=made.lot)
    return made


def _write(client, bid, path, version=2, **typed):
    return client.post(
        f"/voorstellen/{bid.public_id}/onderdelen/{path}/", {**typed, "version": version, "once": path + str(version)}
    )


def _write_and_hand_in(client, bid, party, partner):
    """Through the browser, as people do: with a draft, a conflict, a preview, a file, handing in, and a draft after it."""
    htmx = {"HTTP_HX_REQUEST": "true"}
    _write(client, bid, "kort", title="De zilveren draaimolen", summary="Met een kwikstaart.")
    client.post(f"/voorstellen/{bid.public_id}/onderdelen/visie/", {"text": "Een notenkraker.", "version": "1"}, **htmx)
    _write(client, bid, "visie", version=1, text="Een notenkraker die botst.")  # refused: somebody was first
    _write(client, bid, "begroting", what_1="De zilveren draaimolen", amount_1="98.765,43", note="kwikstaart")
    shares = {"money": ("73,21", "26,79"), "hours": ("50", "50")}
    division = {f"{kind}_{p.public_id}": s for kind, both in shares.items() for p, s in zip((party, partner), both, strict=True)}
    _write(client, bid, "samen", lead_role="content", decision_rule="De notenkraker beslist.", **division)
    file = SimpleUploadedFile("begroting-vlindertuin.pdf", FILE)
    client.post(f"/voorstellen/{bid.public_id}/bijlagen/", {"file": file, "once": "file"})
    client.post(f"/voorstellen/{bid.public_id}/voorbeeld/", {"once": "preview"})
    response = client.post(f"/voorstellen/{bid.public_id}/indienen/", {"once": "in"})
    client.get(response["Location"])
    _write(client, bid, "kort", version=3, title="De zilveren draaimolen", summary="Nog een kwikstaart.")
    return response


def _everything_stored(settings) -> bytes:
    """Every row of every table, and every file below both storages."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
            for row in cursor.fetchall():
                found += [bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in row]
    found += [json.dumps(session.get_decoded()).encode() for session in Session.objects.all()]
    for name in ("default", "archive"):
        for path in Path(settings.STORAGES[name]["OPTIONS"]["location"]).rglob("*"):
            found += [str(path).encode(), path.read_bytes() if path.is_file() else b""]
    return b"\n".join(found)


def test_nothing_of_a_draft_or_of_what_was_handed_in_is_stored_in_the_clear(
    cast, round_, client_of, settings, commit, caplog, tmp_path
):
    bid = make.bid(cast, round_, partners=[cast.partner_party], title="Anders")
    client = client_of(cast.entrepreneur)
    with caplog.at_level("DEBUG"), commit():
        _write_and_hand_in(client, bid, cast.party, cast.partner_party)
    assert (Submission.objects.count(), BidPreview.objects.get().ready_at is not None) == (1, True)
    stored = _everything_stored(settings)
    found = [secret for secret in SECRETS if secret.encode() in stored]
    assert found == []
    assert [secret for secret in SECRETS if secret in caplog.text] == []
    assert [secret for secret in SECRETS if secret in json.dumps(list(Event.objects.values_list("data", flat=True)))] == []
    # What makes this test worth something: its makers do find it.
    page = client.get(f"/voorstellen/{bid.public_id}/voorbeeld/").content.decode()
    assert [secret for secret in SECRETS[:4] if secret not in page] == []
    assert client.get(f"/voorstellen/{bid.public_id}/voorbeeld/pdf/").content.startswith(b"%PDF")


def test_after_the_opening_it_is_stored_in_the_clear(cast, settings):
    tender = make.tender(cast, step=Step.SELECTION)
    make.opened_bids(cast, tender, count=1, titles=["De zilveren draaimolen"])
    assert b"zilveren draaimolen" in _everything_stored(settings)


@pytest.fixture
def sealed(cast, round_, client_of, commit):
    party = make.party("Zeldzame Zandzee")
    bid = make.bid(cast, round_, party=party, state=BidState.SUBMITTED, title="De zilveren draaimolen", files=[("a.pdf", FILE)])
    with commit():
        client_of(party.memberships.get().user).post(f"/voorstellen/{bid.public_id}/voorbeeld/", {"once": "a"})
    return bid


def test_nobody_else_gets_a_sealed_bid_by_its_address(cast, sealed, client_of):
    file, submission = sealed.attachments.get(), sealed.submissions.get()
    paths = ["", "onderdelen/kort/", "onderdelen/begroting/", "onderdelen/bijlagen/", "voorbeeld/", "voorbeeld/pdf/"]
    paths += ["partners/", "indienen/", "intrekken/", f"bijlagen/{file.public_id}/"]
    paths += [f"ontvangst/{submission.public_id}/", f"ontvangst/{submission.public_id}/pdf/"]
    answers = {}
    for name, person in cast.people().items():
        client = client_of(person)
        answers[name] = {client.get(f"/voorstellen/{sealed.public_id}/{path}").status_code for path in paths}
    assert answers == {name: {302} if name == "visitor" else {404} for name in cast.people()}


def test_no_page_says_that_there_is_a_bid_or_whose(cast, sealed, client_of):
    secrets = ("Zeldzame Zandzee", "zilveren draaimolen", sealed.public_id, sealed.submissions.get().public_id)
    told = []
    for name, person in cast.people().items():
        client = client_of(person)
        for page, args in _pages(sealed.tender, sealed.round):
            try:
                address = reverse(page, args=args)
            except NoReverseMatch:  # this installation has no such page
                continue
            text = client.get(address, follow=True).content.decode(errors="replace")
            told += [(name, page, secret) for secret in secrets if secret in text]
    assert told == []


def _pages(tender, round_) -> list[tuple]:
    of_tender = (
        "portal:show_tender tenders:manage_tender tenders:list_questions bids:list_rounds evaluation:show_selection calls:show_call"
    )
    return [
        ("portal:home", []),
        ("portal:list_tenders", []),
        ("portal:my_work", []),
        ("portal:view_log", [tender.municipality.slug]),
        ("portal:show_municipality", [tender.municipality.slug]),
        ("notifications:list_notices", []),
        *((name, [tender.slug]) for name in of_tender.split()),
        ("bids:show_round", [tender.slug, round_.public_id]),
        ("bids:show_opening", [tender.slug, round_.public_id]),
        ("bids:open_bids", [tender.slug, round_.public_id]),
    ]


def test_the_page_of_a_round_is_the_same_for_an_officer_whether_there_are_bids_or_not(cast, client_of):
    tender = make.tender(cast, step=Step.SELECTION)
    round_ = make.round(cast, tender)
    client, url = client_of(cast.officer), f"/trajecten/{tender.slug}/selectie/rondes/{round_.public_id}/"
    before = client.get(url).content
    make.bid(cast, round_)
    make.bid(cast, round_, party=cast.rival_party, state=BidState.SUBMITTED)
    assert client.get(url).content == before


def test_only_makers_have_a_bid_in_their_list_in_every_state(cast, round_):
    bids = [make.bid(cast, round_, partners=[cast.partner_party])]
    bids += [make.bid(cast, round_, party=make.party(), state=state) for state in (BidState.SUBMITTED, BidState.WITHDRAWN)]
    for bid in bids:
        members = {m.user for p in bid.current_partners() for m in p.party.memberships.all()}
        people = set(cast.fresh().people().values()) | members
        listed = {person for person in people if Bid.objects.visible_to(person).filter(pk=bid.pk).exists()}
        allowed = {person for person in people if person.has_perm("bids.view_bid", bid)}
        assert listed == allowed == members


def test_closed_and_not_opened_is_as_sealed_as_open(cast, sealed, client_of):
    Round.objects.update(deadline=sealed.begun_at)
    assert not OpenedBid.objects.exists()
    assert not Opening.objects.exists()
    for person in (cast.officer, cast.buyer, cast.assessor, cast.secretary):
        assert client_of(person).get(f"/voorstellen/{sealed.public_id}/voorbeeld/").status_code == 404
        assert not Bid.objects.visible_to(person).exists()


def test_who_handed_in_stands_in_no_involvement_before_the_opening(cast, sealed):
    held = sealed.tender.involvements.values_list("role", flat=True)
    assert InvolvementRole.BIDDER not in held
