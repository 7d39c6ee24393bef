"""The people of the bench: the cast of the tests, and a crowd around it; and sessions for those who sign in."""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from accounts.models import Membership, Municipality, Party, User
from areas.models import Theme
from tests.cast import Cast, make_cast

THEMES = ("Ontmoeten", "Werk en leren", "Wonen", "Geld", "Zorg", "Meedoen")
MUNICIPALITIES = 12
CROWD = 50


def make_people() -> Cast:
    """The cast, more municipalities, and themes."""
    cast = make_cast()
    Municipality.objects.bulk_create(
        Municipality(name=f"Gemeente {n}", slug=f"gemeente-{n}", code=f"GX{n:04d}", phone="14 000") for n in range(MUNICIPALITIES)
    )
    Theme.objects.bulk_create(Theme(municipality=cast.municipality, name=name) for name in THEMES)
    return cast


def make_users(count: int, stem: str) -> list[User]:
    """So many people with an account."""
    users = [User(email=f"{stem}{n}@example.nl", name=f"{stem.capitalize()} {n}", language="nl") for n in range(count)]
    for user in users:
        user.set_unusable_password()
    return User.objects.bulk_create(users)


def make_parties(count: int, stem: str) -> list[Party]:
    """So many parties, each with one member who may sign (`parties[n].member`)."""
    members = make_users(count, stem)
    parties = Party.objects.bulk_create(Party(name=f"{stem.capitalize()} {n}", place="Zwolle") for n in range(count))
    Membership.objects.bulk_create(
        Membership(party=party, user=member, may_sign=True) for party, member in zip(parties, members, strict=True)
    )
    for party, member in zip(parties, members, strict=True):
        party.member = member
    return parties


def cookie_of(user: User) -> str:
    """The Cookie header of a browser in which this person is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "accounts.permissions.TableBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
