"""The vault: what is sealed opens in its own place with its own key, and nowhere else."""

import base64
import datetime as dt

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import RoleKind
from bids import vault
from bids.checks import vault_keys_are_keys
from bids.models import Bid, BidState, Opening, Round
from events import clock
from tenders.steps import Step
from tests import make

PARTS = st.text(alphabet="abcdefghij-0123456789", min_size=1, max_size=40)


def _new(bid_id="b" * 10, round_id="r" * 10) -> tuple[vault.Envelope, Bid, Round]:
    round_ = Round(public_id=round_id)
    vault.make_round_key(round_)
    bid = Bid(public_id=bid_id, round=round_)
    return vault.make_envelope(bid), bid, round_


def _master(name: str, byte: int) -> str:
    return f"{name}:{base64.b64encode(bytes([byte]) * 32).decode()}"


@given(content=st.binary(max_size=2_000), part=PARTS)
def test_what_is_sealed_opens_as_it_was(content, part):
    envelope, _bid, _round = _new()
    assert envelope.open_bytes(part, envelope.seal_bytes(part, content)) == content


@given(content=st.binary(max_size=200), at=st.integers(min_value=0), bit=st.integers(min_value=0, max_value=7))
def test_one_changed_bit_anywhere_does_not_open(content, at, bit):
    envelope, _bid, _round = _new()
    sealed = bytearray(envelope.seal_bytes("vision", content))
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises(vault.Damaged):
        envelope.open_bytes("vision", bytes(sealed))


@given(content=st.binary(min_size=1, max_size=200), cut=st.integers(min_value=1))
def test_what_was_cut_short_does_not_open(content, cut):
    envelope, _bid, _round = _new()
    sealed = envelope.seal_bytes("vision", content)
    with pytest.raises(vault.Damaged):
        envelope.open_bytes("vision", sealed[: len(sealed) - 1 - cut % len(sealed)])


@given(part=PARTS, other=PARTS)
def test_a_part_does_not_open_in_the_place_of_another(part, other):
    envelope, _bid, _round = _new()
    sealed = envelope.seal_bytes(part, b"tekst")
    if part == other:
        assert envelope.open_bytes(other, sealed) == b"tekst"
    else:
        with pytest.raises(vault.Damaged):
            envelope.open_bytes(other, sealed)


def test_a_part_does_not_open_in_another_bid_even_with_the_same_key():
    envelope, _bid, _round = _new()
    moved = vault.Envelope("c" * 10, envelope._key)
    with pytest.raises(vault.Damaged):
        moved.open_bytes("vision", envelope.seal_bytes("vision", b"tekst"))


def test_another_key_does_not_open():
    one, _bid, _round = _new()
    other, _bid, _round = _new()
    with pytest.raises(vault.Damaged):
        other.open_bytes("vision", one.seal_bytes("vision", b"tekst"))


@pytest.mark.parametrize("version", [0, 2, 255])
def test_a_version_that_is_not_known_is_refused(version):
    envelope, _bid, _round = _new()
    sealed = envelope.seal_bytes("vision", b"tekst")
    with pytest.raises(vault.Damaged, match="not known here"):
        envelope.open_bytes("vision", bytes([version]) + sealed[1:])


def test_the_same_text_is_never_sealed_the_same_way_twice():
    envelope, _bid, _round = _new()
    assert envelope.seal("vision", {"text": "a"}) != envelope.seal("vision", {"text": "a"})


def test_the_key_is_not_shown_in_a_traceback():
    envelope, _bid, _round = _new()
    assert repr(envelope) == "Envelope(bid_id='bbbbbbbbbb')"


@pytest.fixture
def sitting(cast):
    """A bid handed in, its round closed, and an opening of which the test says who."""
    tender = make.tender(cast, step=Step.SELECTION)
    round_ = make.round(cast, tender, days=-1)
    bid = make.bid(cast, round_, state=BidState.SUBMITTED)
    first = {"first_by": cast.officer, "first_kind": RoleKind.POLICY_OFFICER, "first_at": clock.now()}
    second = {"second_by": cast.buyer, "second_kind": RoleKind.PROCUREMENT_OFFICER, "second_at": clock.now()}
    return round_, bid, first, second


def test_two_with_different_roles_open_after_the_deadline(sitting):
    round_, bid, first, second = sitting
    key = vault.open_round_key(Opening.objects.create(round=round_, **first, **second))
    submission = bid.submissions.get()
    content = key.envelope(bid).open("submission/1", submission.sealed)
    assert (content["title"], content["bid"], content["total"]) == ("Samen aan het werk", bid.public_id, 38_000_000)


def test_one_alone_does_not_open(sitting):
    round_, _bid, first, _second = sitting
    with pytest.raises(vault.Sealed):
        vault.open_round_key(Opening.objects.create(round=round_, **first))


def test_what_the_object_says_does_not_count_only_what_is_stored(sitting):
    round_, _bid, first, second = sitting
    opening = Opening.objects.create(round=round_, **first)
    for name, value in second.items():
        setattr(opening, name, value)
    with pytest.raises(vault.Sealed):
        vault.open_round_key(opening)


def test_the_same_person_or_role_twice_does_not_open(sitting, cast):
    round_, _bid, first, second = sitting
    for twice in ({"second_by": cast.officer}, {"second_kind": RoleKind.POLICY_OFFICER}):
        opening = Opening(round=round_, **first, **(second | twice))
        with pytest.raises(vault.Sealed):
            vault.open_round_key(opening)


def test_nobody_opens_before_the_deadline_has_passed(sitting):
    round_, _bid, first, second = sitting
    opening = Opening.objects.create(round=round_, **first, **second)
    Round.objects.update(deadline=clock.now() + dt.timedelta(seconds=20))
    with pytest.raises(vault.Sealed):
        vault.open_round_key(opening)


def test_a_bid_of_another_round_does_not_open_with_this_key(sitting, cast):
    _round, bid, first, second = sitting
    other = make.round(cast, make.tender(cast, step=Step.SELECTION), days=-1)
    key = vault.open_round_key(Opening.objects.create(round=other, **first, **second))
    with pytest.raises(vault.Damaged):
        key.envelope(bid)


def test_only_its_makers_open_a_bid(cast):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    bid = make.bid(cast, round_, partners=[cast.partner_party])
    opens = set()
    for name, person in cast.fresh().people().items():
        try:
            vault.envelope_for(person, bid)
            opens.add(name)
        except vault.Sealed:
            pass
    assert opens == {"entrepreneur", "partner"}


def test_an_older_master_key_still_opens_and_the_newest_seals(settings, cast):
    settings.VAULT_KEYS = [_master("2025", 1)]
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    old = make.bid(cast, round_)
    settings.VAULT_KEYS = [_master("2026", 2), _master("2025", 1)]
    new = make.bid(cast, round_, party=cast.rival_party)
    assert vault.envelope_for(cast.entrepreneur, old).bid_id == old.public_id
    settings.VAULT_KEYS = [_master("2026", 2)]
    assert vault.envelope_for(cast.rival, new).bid_id == new.public_id
    with pytest.raises(vault.Damaged, match="not in VAULT_KEYS"):
        vault.envelope_for(cast.entrepreneur, old)


def test_another_master_key_under_the_same_name_does_not_open(settings, cast):
    settings.VAULT_KEYS = [_master("a", 1)]
    bid = make.bid(cast, make.round(cast, make.tender(cast, step=Step.SELECTION)))
    settings.VAULT_KEYS = [_master("a", 2)]
    with pytest.raises(vault.Damaged):
        vault.envelope_for(cast.entrepreneur, bid)


def test_the_secret_key_of_django_has_no_part_in_it(settings, cast):
    bid = make.bid(cast, make.round(cast, make.tender(cast, step=Step.SELECTION)))
    settings.SECRET_KEY = "another one altogether"
    assert vault.envelope_for(cast.entrepreneur, bid).bid_id == bid.public_id


@pytest.mark.parametrize("keys", [[], ["nameless"], ["a:dG9vIHNob3J0"], ["a:niet base64!"], [":" + "A" * 43 + "="]])
def test_a_setting_that_is_no_key_is_refused(settings, keys):
    settings.VAULT_KEYS = keys
    with pytest.raises(ImproperlyConfigured):
        vault.master_keys()
    assert [error.id for error in vault_keys_are_keys(None)] == ["bids.E001"]


def test_the_platform_does_not_start_without_keys(settings):
    assert vault_keys_are_keys(None) == []
    settings.VAULT_KEYS = []
    with pytest.raises(SystemCheckError, match="no bid can be sealed"):
        call_command("check")
