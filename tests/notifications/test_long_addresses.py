"""An address as long as they come, or longer, keeps nobody else from hearing."""

import pytest

from dialogues.models import NameChoice, Pseudonym
from dialogues.pseudonyms import Behind, seal
from events import log
from events.models import Event
from notifications.keeping import keep
from notifications.models import Mail
from notifications.tasks import tell_people, tell_people_on_thread
from tests import make
from tests.at_once import needs_postgresql

LONG = f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 58}.nl"  # 254 characters
LONGER = f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 63}.example.nl"  # nobody can mail to it


@pytest.fixture
def published(cast) -> Event:
    """The answers in a tender about which three people without an account want to hear."""
    tender = make.tender(cast)
    meeting = make.meeting(tender)
    for address in ("an@example.nl", LONG, "bo@example.nl"):
        make.registration(meeting, email=address)
    return log.record("tenders.answers_published", by=cast.officer, thing=tender, public=True)


def test_what_makes_a_mail_once_fits_in_its_column_whatever_the_address(published):
    for _time in range(2):
        tell_people(published.pk)
    assert sorted(Mail.objects.values_list("to", flat=True)) == sorted(["an@example.nl", "bo@example.nl", LONG])
    for mail in Mail.objects.all():
        mail.clean_fields(exclude=["html", "sent_at"])
    # Of others it stays as it was, so that nobody who heard it is told again.
    assert Mail.objects.filter(once=f"{published.pk}:an@example.nl").count() == 1


@pytest.mark.postgres
def test_a_mail_that_the_database_cannot_hold_is_left_out_of_many_and_said_in_the_log(db, caplog):
    needs_postgresql()
    keep([Mail(once=f"7:{address}"[:120], to=address) for address in ("an@example.nl", LONGER, "bo@example.nl")])
    assert sorted(Mail.objects.values_list("to", flat=True)) == ["an@example.nl", "bo@example.nl"]
    assert [record.message for record in caplog.records] == ["a mail about 7 cannot be written down: DataError"]


@pytest.mark.postgres
def test_an_address_behind_a_pseudonym_that_is_too_long_keeps_no_other_from_hearing(cast, caplog):
    needs_postgresql()
    tender = make.tender(cast)
    for address in ("an@example.nl", LONGER, "bo@example.nl"):
        said = make.contribution(tender, name_choice=NameChoice.PSEUDONYM, shown_name="Merel")
        Pseudonym.objects.create(contribution=said, sealed=seal(Behind(email=address), contribution=said.pk))
    event = log.record("dialogues.dialogue_concluded", by=cast.officer, thing=tender)
    assert tell_people_on_thread(event.pk) == 3
    assert sorted(Mail.objects.values_list("to", flat=True)) == ["an@example.nl", "bo@example.nl"]
    assert [record.message for record in caplog.records] == ["a mail about sealed cannot be written down: DataError"]
