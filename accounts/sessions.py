"""Sessions in the database, as Django keeps them; reading one, which every signed-in page does, is composed once."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models.functions import Now  # noqa: TID251 - a session lives in real time, also where the clock was moved

from events.composed import composed_once


@composed_once
def _sessions_of(key):
    return Session.objects.filter(session_key=key, expire_date__gt=Now())


class SessionStore(db.SessionStore):
    def _get_session_from_db(self):
        rows = _sessions_of(self.session_key)
        if rows:
            return rows[0]
        self._session_key = None
        return None
