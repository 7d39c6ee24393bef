from allauth.account.models import EmailAddress
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from events import clock
from events.composed import composed_once
from events.ids import new_public_id
from events.retention import ACCOUNT


class UserManager(BaseUserManager):
    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        if password:
            user.set_password(password)
        else:
            user.set_unusable_password()
        user.save(using=self._db)
        # Not proved yet: the first code that is sent to it proves it.
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=False)
        return user

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """A person who can sign in. There is no superuser: rights come from the table in config/permissions."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(_("language"), max_length=2, choices=[("nl", "Nederlands"), ("en", "English")], default="nl")
    is_active = models.BooleanField(default=True)
    is_platform_operator = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=clock.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    # Django asks these two in places that we do not use; nobody passes a table unasked.
    is_staff = False

    retention = ACCOUNT
    personal = ("email", "name", "language", "last_login", "password")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_account_per_address",
                violation_error_message=_("There is an account with this e-mail address."),
            )
        ]

    @property
    def is_superuser(self) -> bool:
        """Never: Django would let a superuser past before any table is asked."""
        return False

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def has_perm(self, permission: str, thing=None) -> bool:
        """Whether this person may do `permission` ("bids.submit_bid") with `thing`. Raises on an unknown name or no thing."""
        from accounts.permissions import allows  # the table's loader needs this model's app to be ready

        return allows(self, permission, thing)

    def active_roles(self) -> list:
        """The roles this person holds today in municipalities, read once."""
        if not hasattr(self, "_active_roles"):
            self._active_roles = _roles_of(self.pk, clock.now())
        return self._active_roles

    def places(self) -> list:
        """The municipalities in which this person holds a role today."""
        return list({role.municipality_id: role.municipality for role in self.active_roles()}.values())

    def has_role(self, municipality_ids, *kinds) -> bool:
        """Whether this person holds one of `kinds` today in one of the municipalities."""
        return any(role.municipality_id in municipality_ids and role.kind in kinds for role in self.active_roles())

    def forget_roles(self) -> None:
        """Read roles and involvements again at the next question."""
        for name in ("_active_roles", "_involvements", "_party_ids", "_groups", "_theme_groups"):
            self.__dict__.pop(name, None)

    def party_ids(self) -> list[int]:
        """Ids of the parties of which this person is a member today, read once."""
        if not hasattr(self, "_party_ids"):
            self._party_ids = _party_ids_of(self.pk)
        return self._party_ids


@composed_once
def _roles_of(person_id, now):
    return User(pk=person_id).roles.active(now).select_related("municipality")


@composed_once
def _party_ids_of(person_id):
    return User(pk=person_id).memberships.active().values_list("party_id", flat=True)
