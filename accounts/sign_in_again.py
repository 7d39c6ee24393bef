"""Proving again that it is you: by password, by a code from the authenticator app, or by a code by e-mail."""

import hashlib
import hmac
import secrets
import time
from smtplib import SMTPException

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from events.counting import count_one

_KEY = "again_code"
_TRIES = 5
_SECONDS = 600


def ways(user) -> list[str]:
    """The ways in which this person can prove it, the strongest first."""
    found = ["app"] if _totp(user) else []
    if user.has_usable_password():
        found.append("password")
    return [*found, "mail"]


def send_code(request) -> None:
    """Mail a code of six digits, at once. Raises ValidationError when the mail server does not answer."""
    code = f"{secrets.randbelow(10**6):06d}"
    with translation.override(request.user.language):
        text = render_to_string("accounts/mail_code.txt", {"code": code, "user": request.user})
        subject = _("Your code to confirm that it is you")
    try:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [request.user.email])
    except (SMTPException, OSError) as error:
        raise ValidationError(
            _("We cannot send e-mail at this moment. Use your password, or try again in a few minutes.")
        ) from error
    request.session[_KEY] = {"hash": _hash(code), "at": time.time()}


def code_is_sent(request) -> bool:
    return _KEY in request.session


def prove(request, *, way: str, secret: str) -> None:
    """Check what was typed; raises ValidationError with what to do. After five wrong tries there is a pause of ten minutes."""
    counter = f"again:{request.user.pk}"
    if cache.get(counter, 0) >= _TRIES:
        raise ValidationError(_("That was wrong five times. Wait ten minutes, then try again."))
    if not _is_right(request, way, secret.strip()):
        count_one(counter, _SECONDS)
        raise ValidationError(_("This is not right. Look again and type it once more."))
    cache.delete(counter)
    request.session.pop(_KEY, None)


def _is_right(request, way: str, secret: str) -> bool:
    if way == "password":
        return authenticate(request, email=request.user.email, password=secret) == request.user
    if way == "app":
        totp = _totp(request.user)
        return totp is not None and totp.validate_code(secret)
    sent = request.session.get(_KEY)
    return bool(sent) and time.time() - sent["at"] < _SECONDS and hmac.compare_digest(sent["hash"], _hash(secret.replace(" ", "")))


def _totp(user) -> TOTP | None:
    row = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    return TOTP(row) if row else None


def _hash(code: str) -> str:
    return hashlib.sha256((settings.SECRET_KEY + code).encode()).hexdigest()
