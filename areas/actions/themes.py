"""The themes of a municipality: adding one, calling it otherwise, and offering it no more. None is ever deleted."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Municipality, User
from areas.models import Theme
from events import clock, log


@transaction.atomic
def add_theme(*, municipality: Municipality, by: User, name: str) -> Theme:
    """A theme that people can choose from now on. One that was offered no more comes back under its name."""
    name = " ".join(name.split())
    before = Theme.objects.filter(municipality=municipality, name__iexact=name).first()
    if before and before.ended_at is None:
        raise ValidationError({"name": _("This theme is there already.")}, code="twice")
    theme = before or Theme(municipality=municipality)
    theme.name, theme.ended_at = name, None
    theme.full_clean()
    theme.save()
    log.record("areas.theme_added", by=by, thing=theme, public=True)
    return theme


@transaction.atomic
def edit_theme(*, theme: Theme, by: User, name: str) -> Theme:
    """Call it otherwise, wherever it stands; the log keeps that it was done."""
    name = " ".join(name.split())
    if name == theme.name:
        return theme
    if Theme.objects.filter(municipality=theme.municipality, name__iexact=name).exclude(pk=theme.pk).exists():
        raise ValidationError({"name": _("Another theme has this name, perhaps one that is offered no more.")}, code="twice")
    theme.name = name
    theme.full_clean()
    theme.save(update_fields=["name"])
    log.record("areas.theme_edited", by=by, thing=theme, public=True)
    return theme


@transaction.atomic
def retire_theme(*, theme: Theme, by: User) -> Theme:
    """Offer it no more. What was said about it keeps it. Done twice, it changes nothing."""
    if theme.ended_at is None:
        theme.ended_at = clock.now()
        theme.save(update_fields=["ended_at"])
        log.record("areas.theme_retired", by=by, thing=theme, public=True)
    return theme
