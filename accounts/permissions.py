"""Asking the table in config/permissions. There is one question: may this person do this with this thing?"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.module_loading import import_string

from events.composed import composed_once


class NotAllowed(PermissionDenied):
    """What was asked of what; the page that follows says who can, or that this is not the way here."""

    def __init__(self, permission: str, thing):
        super().__init__(permission)
        self.permission, self.thing = permission, thing


class UnknownPermission(LookupError):
    """A permission that is not in the table: a misspelt name must not be a silent no."""


def allows(user, permission: str, thing) -> bool:
    """Whether `user` (a visitor too) may do `permission` with `thing`.

    Raises UnknownPermission when the table does not have it and TypeError without a thing. Who is inactive may nothing.
    """
    predicate = import_string(f"{settings.PERMISSION_TABLE}.PERMISSIONS").get(permission)
    if predicate is None:
        raise UnknownPermission(permission)
    if thing is None:
        raise TypeError(f"{permission} is asked about nothing")
    if user.is_authenticated and not user.is_active:
        return False
    return predicate.test(user, thing)


def check(user, permission: str, thing):
    """Return `thing` when `user` may do `permission` with it; else NotAllowed (403)."""
    if not allows(user, permission, thing):
        raise NotAllowed(permission, thing)
    return thing


def fetch(queryset, user, permission: str, **lookup):
    """Fetch one visible thing and check: what you may not see is 404, what you may see but not do is 403.

    `queryset` is of a model whose QuerySet has `visible_to(user)`.
    """
    thing = queryset.visible_to(user).filter(**lookup).first()
    if thing is None:
        raise Http404
    return check(user, permission, thing)


def excluded_roles() -> tuple:
    """The table of roles that exclude each other, from config/permissions."""
    return import_string(f"{settings.PERMISSION_TABLE}.EXCLUDED_TOGETHER")


def refuse_joining(party, person) -> None:
    """Raise ValidationError when this person cannot act for this party too; what asks it stands in config/permissions."""
    import_string(f"{settings.PERMISSION_TABLE}.REFUSES_JOINING")(party=party, person=person)


@composed_once
def _active_users(pk):
    return get_user_model().objects.filter(pk=pk, is_active=True)


class TableBackend(BaseBackend):
    """Lets Django's own has_perm, also of a visitor, ask the table."""

    def get_user(self, user_id):
        return next(iter(_active_users(int(user_id))), None)

    def has_perm(self, user, permission, thing=None) -> bool:
        return allows(user, permission, thing)
