"""The forms of a page, as a browser finds them: where they are sent, and their fields."""

import datetime as dt
import random
from dataclasses import dataclass, field
from html.parser import HTMLParser

from events import clock

_NOT_TYPED = {"hidden", "select", "radio", "checkbox", "file", "password", "submit", "image", "reset", "button"}
_EXAMPLES = {
    "email": "iemand@example.nl",
    "number": "3",
    "tel": "038 123 45 67",
    "url": "https://example.nl/",
    "password": "Geheim-woord-12",
}


@dataclass
class Field:
    """One name of a form; of a list of choices all values that may be chosen."""

    name: str
    kind: str
    value: str = ""
    mode: str = ""
    limited: bool = True  # whether it says how much may be typed in it
    choices: list[str] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)

    @property
    def typed(self) -> bool:
        """Whether somebody types in it, and sees what was typed."""
        return self.kind not in _NOT_TYPED

    def good_value(self, chance: random.Random):
        """What somebody could have filled in who means well."""
        if self.kind in ("select", "radio", "checkbox"):
            return chance.choice([choice for choice in self.choices if choice] or [""])
        if self.kind == "hidden":
            return self.value
        if self.kind == "date":
            return (clock.today() + dt.timedelta(days=chance.randint(20, 90))).isoformat()
        if self.kind == "datetime-local":
            return f"{clock.today() + dt.timedelta(days=chance.randint(20, 90))}T{chance.randint(10, 20)}:00"
        if self.mode in ("decimal", "numeric"):
            return "25"
        return self.value or _EXAMPLES.get(self.kind, "Een gewone zin.")


@dataclass
class Form:
    """A form that is sent with POST."""

    action: str
    multipart: bool = False
    saves_itself: bool = False  # htmx sends it as it is typed
    fields: list[Field] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def key(self) -> tuple:
        return (self.action, *sorted({one.name for one in self.fields} | {" ".join(button) for button in self.buttons}))

    def value_of(self, name: str) -> str | None:
        return next((one.value for one in self.fields if one.name == name), None)


class Page(HTMLParser):
    """What a page holds: forms, links, ids, messages, and whatever became alive that should be text."""

    def __init__(self, html: str, address: str):
        super().__init__()
        self.address = address
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.saved_at: set[str] = set()
        self.ids: set[str] = set()
        self.language = ""
        self.live: list[str] = []
        self.summary: list[tuple[str, str]] = []  # (anchor, sentence)
        self.tells = False  # a notice says that it was done, or why not
        self.errors: dict[str, str] = {}  # {id of the message: sentence}
        self._by_id: dict[str, Form] = {}
        self._form: Form | None = None
        self._select: Field | None = None
        self._area: Field | None = None
        self._alert = 0
        self._told: list[str] | None = None
        self._error = ""
        self.feed(html)
        self.close()
        for form in self.forms:
            form.saves_itself = form.action in self.saved_at

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        self._look_for_live(tag, given)
        self.ids.add(given.get("id", ""))
        self.tells |= bool({"mw-notice--goed", "mw-notice--fout"} & set(given.get("class", "").split()))
        if given.get("hx-post"):
            self.saved_at.add(given["hx-post"])
        if tag == "html":
            self.language = given.get("lang", "")
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "form":
            self._open_form(given)
        if tag in ("input", "textarea", "select", "button"):
            self._add(tag, given)
        if tag == "option" and self._select:
            self._select.choices.append(given.get("value", ""))
            if "selected" in given:
                self._select.value = given.get("value", "")
        self._open_message(tag, given)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        if tag == "select":
            self._select = None
        if tag == "textarea" and self._area:
            self._area.value = self._area.value.removeprefix("\n")
            self._area = None
        if tag == "div" and self._alert:
            self._alert -= 1
        if tag == "li" and self._told is not None:
            anchor, words = self._told[0], " ".join("".join(self._told[1:]).split())
            self.summary.append((anchor, words))
            self._told = None
        if tag == "div":
            self._error = ""

    def handle_data(self, data):
        if self._area:
            self._area.value += data
        if self._told is not None:
            self._told.append(data)
        if self._error:
            self.errors[self._error] = f"{self.errors[self._error]} {data}".strip()

    def _look_for_live(self, tag, given):
        if tag == "fuzz-live" or any(name.startswith("on") for name in given):
            self.live.append(f"<{tag} {given}>")
        if tag in ("script", "iframe", "object", "embed", "style", "base") and not given.get("src", "").startswith("/static/"):
            self.live.append(f"<{tag}>")
        for name in ("href", "src", "action", "formaction"):
            if given.get(name, "").strip().lower().startswith(("javascript:", "vbscript:", "data:text", "//", "/\\")):
                self.live.append(f"<{tag} {name}={given[name][:60]}>")

    def _open_form(self, given):
        self._form = None
        if given.get("method", "get").lower() == "post":
            self._form = Form(given.get("action") or self.address, "multipart" in given.get("enctype", ""))
            self.forms.append(self._form)
            self._by_id[given.get("id", "")] = self._form

    def _add(self, tag, given):
        form = self._by_id.get(given["form"]) if given.get("form") else self._form
        name = given.get("name", "")
        if form is None or not name:
            return
        kind = tag if tag in ("textarea", "select") else given.get("type", "text" if tag == "input" else "submit")
        if kind == "submit":
            form.buttons.append((name, given.get("value", "")))
            return
        known = next((one for one in form.fields if one.name == name and kind in ("radio", "checkbox")), None)
        limited = bool({"maxlength", "data-longest", "inputmode"} & set(given))
        found = known or Field(name, kind, given.get("value", ""), given.get("inputmode", ""), limited)
        if known is None:
            form.fields.append(found)
        if kind in ("radio", "checkbox"):
            found.choices.append(given.get("value", "on"))
            found.chosen += [given.get("value", "on")] if "checked" in given else []
        self._select = found if kind == "select" else self._select
        if kind == "textarea":
            self._area, found.value = found, ""

    def _open_message(self, tag, given):
        if self._alert:
            self._alert += tag == "div"
            if tag == "li":
                self._told = [""]
            if tag == "a" and self._told:
                self._told[0] = given.get("href", "")
        elif tag == "div" and given.get("role") == "alert":
            self._alert = 1
        if tag == "div" and given.get("id", "").endswith("_error"):
            self._error = given["id"]
            self.errors[self._error] = ""
