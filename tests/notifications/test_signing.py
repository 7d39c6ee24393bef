"""Who sends a mail: the municipality that it is about, with its telephone number."""

from accounts.models import Role, RoleKind
from events import log
from notifications.actions import follow_tender
from notifications.models import Mail
from notifications.tasks import tell_people
from tests import make

SIGNED = "Gemeente Zwolle\nHebt u een vraag? Bel 14 038."


def test_a_mail_about_no_tender_is_signed_by_the_municipality_with_its_number(cast):
    tell_people(log.record("inventory.ends_signalled", by=None, thing=cast.municipality).pk)
    mail = Mail.objects.first()
    assert (SIGNED in mail.text, "Gemeente Zwolle<br>Hebt u een vraag? Bel 14 038." in mail.html) == (True, True)


def test_so_is_a_mail_about_a_tender_and_one_that_may_not_name_it(cast):
    tender = make.tender(cast)
    follow_tender(tender=tender, by=cast.resident)
    tell_people(log.record("tenders.answers_published", by=None, thing=tender).pk)
    assert SIGNED in Mail.objects.get(to=cast.resident.email).text
    hidden = make.may_stop(cast, make.tender(cast, published_at=None, title="Nog geheim"))
    tell_people(log.record("inventory.incumbent_told", by=None, thing=hidden).pk)
    mail = Mail.objects.exclude(to=cast.resident.email).first()
    assert (SIGNED in mail.text, "Nog geheim" in mail.text) == (True, False)


def test_without_a_number_none_is_named_and_what_is_of_no_municipality_names_none(cast):
    cast.municipality.phone = ""
    cast.municipality.save()
    tell_people(log.record("inventory.ends_signalled", by=None, thing=cast.municipality).pk)
    text = Mail.objects.first().text
    assert ("Gemeente Zwolle" in text, "Bel" in text) == (True, False)
    Mail.objects.all().delete()
    tell_people(log.record("accounts.party_joined", by=None, thing=log.Alone(cast.party), user=cast.resident.pk).pk)
    text = Mail.objects.get().text
    assert ("Meerwaarde" in text, "Gemeente" in text) == (True, False)


def test_signing_takes_one_statement_whoever_is_told(cast, statements):
    event = log.record("inventory.ends_signalled", by=None, thing=cast.municipality)
    for more in ((), (cast.resident, cast.neighbour)):
        for person in more:
            Role.objects.create(user=person, municipality=cast.municipality, kind=RoleKind.POLICY_OFFICER)
        with statements() as sent:
            tell_people(event.pk)
        of_place = [one for one in sent.captured_queries if 'FROM "accounts_municipality"' in one["sql"]]
        assert len(of_place) == 2  # its address, and who signs
