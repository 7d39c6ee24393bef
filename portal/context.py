"""What every page shows around its content. Nothing is asked of the database until a template uses it."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal.asked_first import asked_first

# Apps whose pages stand outside i18n_patterns in config/urls.py.
_ONE_LANGUAGE = ("demo",)


@dataclass(frozen=True)
class NavItem:
    """One item of the menu; `current` is "page" on that page, "true" below it, and empty elsewhere."""

    label: str
    url: str
    current: str


def page(request) -> dict:
    return {"page": Page(request)}


class Page:
    """`page` in every template: whose website this is, the menu, the other language, who is signed in."""

    def __init__(self, request):
        self._request = request

    @cached_property
    def municipality(self):
        """The municipality of this page, when its view put one on the request; else None."""
        return getattr(self._request, "municipality", None)

    @cached_property
    def user(self):
        """Who is signed in; None for a visitor, and when an error came before anybody could be."""
        user = getattr(self._request, "user", None)
        return user if user is not None and user.is_authenticated else None

    @property
    def user_name(self) -> str:
        return self.user.name if self.user else ""

    @property
    def is_work(self) -> bool:
        return self.user is not None

    @property
    def demo(self) -> bool:
        return settings.DEMO

    @cached_property
    def nav(self) -> list[NavItem]:
        """The menu; the item whose address fits best is the current one."""
        items = [
            (_("Tenders"), reverse("portal:list_tenders")),
            (_("Take part"), reverse("portal:take_part")),
            (_("Sign in"), reverse("account_login")),
        ]
        if self.user:
            items = [
                (_("My work"), reverse("portal:my_work")),
                (_("Tenders"), reverse("portal:list_tenders")),
                (self.user_name, reverse("accounts:profile")),
                (_("Sign out"), reverse("account_logout")),
            ]
        path = self._request.path
        best = max((url for _label, url in items if path.startswith(url)), key=len, default="")
        return [NavItem(label, url, "" if url != best else "page" if url == path else "true") for label, url in items]

    @property
    def asked_first(self):
        """Of the page to sign in on: why it is asked, when somebody came there from another page."""
        wanted = self._request.GET.get("next", "")
        return asked_first(wanted) if wanted else None

    @cached_property
    def languages(self) -> list[tuple[str, str, str]]:
        """(code, its own name, address) of this page in the other languages; none where a page has one language."""
        match = getattr(self._request, "resolver_match", None)
        if match is None or match.app_name in _ONE_LANGUAGE:
            return []
        here = self._request.get_full_path()
        in_english = here == "/en" or here.startswith("/en/")
        # What Django's translate_url answers, which resolves and reverses: a quarter of what a small page costs.
        return [("nl", "Nederlands", here[3:])] if in_english else [("en", "English", f"/en{here}")]
