"""Sends bad input to the forms of a stage, and remembers what was wrong and what was said."""

import re
import time
from collections import Counter
from http.cookies import SimpleCookie

from django.core.cache import cache
from django.db import transaction
from django.test import Client, TestCase
from django.urls import Resolver404, resolve

from accounts.fresh import mark
from tests.proof.found_forms import Field, Form, Page
from tests.proof.judged import faults_of, faults_of_page, is_page, page_of
from tests.proof.sendings import Sending, sendings
from tests.stages import things
from tests.walk import client_for

ROUNDS = 11  # besides four fixed ones, a broken one, and one for each long text
EXAMPLES = {"portal:show_parts"}  # its forms are pictures of forms: they do nothing and keep nothing
CARRIED_OUT = 2  # of what is accepted of a form, for so many also the mails and PDFs that follow are made


class Undone(Exception):
    """What a form did is not kept."""


class Fuzz:
    """One stage. `walked` is shared by all stages: a page that others lead to is looked at once."""

    def __init__(self, cast, stage: str, walked: set[tuple]):
        self.stage, self.people, self.walked = stage, cast.people(), walked
        self.things = things(cast, stage)
        self.others = [str(value) for thing in self.things.values() for value in (thing.pk, getattr(thing, "public_id", "x"))]
        self.faults: dict[str, str] = {}
        self.messages: set[str] = set()
        self.answers, self.accepted = Counter(), Counter()
        self.seen: set[tuple] = set()
        self.sent_to: set[str] = set()

    def note(self, fault: str, what: str) -> None:
        """Keep a fault once for all rows of a list of forms."""
        self.faults.setdefault(re.sub(r"(?<=-)\d+(?=-)", "N", fault), what)

    def page(self, name: str, path: str, who: str) -> None:
        """Every form of this page, and of the pages to which it leads that no row of the table names."""
        client = client_for(self.people[who], path)
        client.raise_request_exception = False
        response = client.get(path)
        if response.status_code != 200 or name in EXAMPLES or not is_page(response):
            return
        page = page_of(response)
        for form in page.forms:
            if form.key() not in self.seen:
                self.seen.add(form.key())
                self.form(client, name, form, who)
                if form.saves_itself:
                    client.defaults["HTTP_HX_REQUEST"] = "true"
                    self.form(client, name, _as_htmx_sends(form), who)
                    del client.defaults["HTTP_HX_REQUEST"]
        for link in page.links:
            variant = _variant(link)
            if variant and variant not in self.walked:
                self.walked.add(variant)
                self.page(variant[0], link, who)

    def button(self, name: str, path: str, who: str) -> None:
        """An address that no page of this stage shows a form for, with one that is made up."""
        client = client_for(self.people[who], path)
        client.raise_request_exception = False
        if client.get(path).status_code == 405 and name not in self.sent_to:
            fields = [Field("version", "hidden", "1"), Field("once", "hidden", "a"), Field("reason", "text"), Field("file", "file")]
            self.form(client, name, Form(path, multipart=True, fields=fields), who)

    def form(self, client: Client, name: str, form: Form, who: str) -> None:
        """The form in every bad way, each time on the state in which it was found."""
        form.action = form.action.partition("#")[0]
        self.sent_to.add(view_of(form.action))
        for field in form.fields:
            if field.typed and not field.limited and field.kind in ("text", "textarea"):
                self.note(f"{view_of(form.action)} sets no limit to {field.name}", who)
        session = client.session
        mark(session, form.action.partition("?")[0])
        session.save()
        cookies = client.cookies.output(header="", sep=";")
        for sending in sendings(form, f"{name} {form.key()[1:]}", self.others, rounds=ROUNDS):
            client.cookies = SimpleCookie(cookies)
            cache.clear()
            try:
                with transaction.atomic():
                    self.send(client, name, form, sending, who)
                    raise Undone
            except Undone:
                pass

    def send(self, client: Client, name: str, form: Form, sending: Sending, who: str) -> None:
        began = time.process_time()
        with TestCase.captureOnCommitCallbacks() as following:
            response = client.generic("POST", form.action, sending.body, content_type=sending.content_type)
        seconds = time.process_time() - began
        self.answers[response.status_code] += 1
        what = f"{name} as {who}, at {self.stage}, to {form.action}; {sending.said()}"
        for fault in faults_of(form, sending, response, seconds):
            self.note(f"{view_of(form.action)} {fault}", what)
        if response.status_code == 200 and is_page(response):
            page = page_of(response)
            self.messages |= {sentence for _anchor, sentence in page.summary} | set(page.errors.values())
        if response.status_code in (301, 302, 303):
            self.carry_out(form, following, what)
            self.after(client, form, sending, response.headers["Location"], what)

    def carry_out(self, form: Form, following: list, what: str) -> None:
        """What comes of it after the commit: mails, notices, PDFs."""
        view = view_of(form.action)
        self.accepted[view] += bool(following)
        if following and self.accepted[view] <= CARRIED_OUT:
            try:
                for act in following:
                    act()
            except Exception as error:
                self.note(f"{view} breaks after the commit: {error!r}"[:300], what)

    def after(self, client: Client, form: Form, sending: Sending, location: str, what: str) -> None:
        """The same form sent once more, where it leads, and the public page."""
        again = client.generic("POST", form.action, sending.body, content_type=sending.content_type)
        if again.status_code >= 500:
            self.note(f"{view_of(form.action)} breaks when sent twice: {again.exc_info[1]!r}"[:300], what)
        for reader, path in ((client, location), (Client(), location), (Client(), self.things["tender"].get_absolute_url())):
            reader.raise_request_exception = False
            response = reader.get(path.partition("#")[0])
            if response.status_code >= 500:
                self.note(f"{view_of(path)} breaks after {view_of(form.action)}: {response.exc_info[1]!r}"[:300], what)
            elif response.status_code not in (301, 302, 303):
                for fault in faults_of_page(response):
                    self.note(f"{view_of(path)} {fault} (after {view_of(form.action)})", what)

    def told(self) -> str:
        """What was done, in a sentence."""
        answers = ", ".join(f"{number} × {status}" for status, number in sorted(self.answers.items()))
        return (
            f"fuzz at {self.stage}: {len(self.seen)} forms to {len(self.sent_to)} addresses, {self.answers.total()} sent: {answers}"
        )


def _as_htmx_sends(form: Form) -> Form:
    """Without the token, and with which part of the page it is."""
    fields = [field for field in form.fields if field.name != "once"]
    return Form(form.action, form.multipart, True, [*fields, Field("letter", "hidden", "A")], form.buttons)


def _variant(link: str) -> tuple | None:
    """What kind of page a link of ours leads to: its name, and which parts its address has; None for files."""
    try:
        found = resolve(link.partition("?")[0].partition("#")[0])
    except Resolver404:
        return None
    if not found.url_name or "download" in found.url_name or "export" in found.url_name:
        return None
    return (found.view_name, *sorted(found.kwargs), found.kwargs.get("part", ""))


def view_of(path: str) -> str:
    """The name of the page at an address, for a sentence about it."""
    try:
        return resolve(path.partition("?")[0].partition("#")[0]).view_name
    except Resolver404:
        return path[:60]


def names_asked(page: Page) -> set[str]:
    """The names of what may be asked of a page in its address, by its own links and forms."""
    return {pair.partition("=")[0] for link in page.links for pair in link.partition("#")[0].partition("?")[2].split("&")} - {""}
