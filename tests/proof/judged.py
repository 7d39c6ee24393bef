"""Whether an answer to bad input is a good one."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponseBase

from tests.proof.found_forms import Form, Page
from tests.proof.sendings import TOO_LONG, Sending

REFUSED = {400, 403, 404, 409, 413, 429}
SHORT = 200  # characters that must come back in the form
SLOW = 4.0  # seconds of processor for one form; one that takes this long can be sent to hold the server


def faults_of(form: Form, sending: Sending, response: HttpResponseBase, seconds: float) -> Iterator[str]:
    """Sentences about what is wrong with this answer; none when it is good."""
    status = response.status_code
    if getattr(response, "exc_info", None):
        kind, error, trace = response.exc_info
        while trace.tb_next:
            trace = trace.tb_next
        file = trace.tb_frame.f_code.co_filename.removeprefix(f"{settings.BASE_DIR}/")
        yield f"breaks with {kind.__name__}: {str(error)[:120]} ({file}:{trace.tb_lineno})"
        return
    if seconds > SLOW:
        yield f"takes more than {SLOW:.0f} seconds of the processor"
    if status in (301, 302, 303):
        yield from faults_of_redirect(response)
        if sending.label.startswith(TOO_LONG) and "/voorstellen/" not in form.action:  # a draft keeps what was typed
            yield f"takes {sending.label}"
    elif status == 200 or status in REFUSED:
        yield from faults_of_page(response)
        if status == 200:
            yield from _faults_of_answer(form, sending, response)
    elif status not in (204, 304):
        yield f"answers with {status}"


def _faults_of_answer(form: Form, sending: Sending, response: HttpResponseBase) -> Iterator[str]:
    """A form that was answered with the form once more, with another page, or with a file."""
    too_long = sending.label.startswith(TOO_LONG)
    if not is_page(response):
        if too_long:
            yield f"takes {sending.label}"
        return
    page = page_of(response)
    yield from _faults_of_returned_form(form, sending, page)
    saved_a_part = response.wsgi_request.htmx  # htmx sends all, and saves what was typed in last
    if too_long and not saved_a_part and not page.summary:
        yield f"shows {sending.label} without a word"


def is_page(response: HttpResponseBase) -> bool:
    """Some forms answer with a file: a slip to print, a list."""
    return response.headers.get("Content-Type", "").startswith("text/html")


def page_of(response: HttpResponseBase) -> Page:
    return Page(response.content.decode(), response.wsgi_request.path)


def faults_of_redirect(response: HttpResponseBase) -> Iterator[str]:
    location = response.headers["Location"]
    parts = urlsplit(location)
    if parts.netloc or parts.scheme or not location.startswith("/") or location.startswith(("//", "/\\")):
        yield f"leads away, to {location[:60]}"


def faults_of_page(response: HttpResponseBase) -> Iterator[str]:
    """Of any page: it is one of ours, in Dutch, and nothing that was typed became part of it."""
    if not is_page(response):
        asked_for_no_page = "json" in response.wsgi_request.headers.get("Content-Type", "")  # allauth answers JSON with JSON
        if response.status_code != 200 and not asked_for_no_page:
            yield f"answers {response.status_code} without a page"
        return
    html = response.content.decode()
    page = Page(html, response.wsgi_request.path)
    own_language = "en" if response.wsgi_request.path.startswith("/en/") else "nl"
    if page.language != own_language and not response.wsgi_request.htmx:
        yield f"answers {response.status_code} with a page that is not ours, or not in its language"
    if page.live:
        yield f"makes text live: {page.live[0][:100]}"


def _faults_of_returned_form(form: Form, sending: Sending, page: Page) -> Iterator[str]:
    back = _same_form(form, page)
    if not page.summary:
        # Some buttons ask for the form itself: a preview, one more row.
        if back is not None and not sending.button and not page.tells and _as_a_browser_sends(form, sending):
            yield "gives the form back without a word"
        return
    for anchor, sentence in page.summary:
        if anchor and anchor.removeprefix("#") not in page.ids:
            yield f"has a link to a field that is not there: {anchor}"
        if not sentence:
            yield "has an empty sentence in its summary"
    for where, sentence in page.errors.items():
        if not sentence:
            yield f"has an empty message at {where}"
    if back is not None:
        yield from _lost(form, sending, back)


def _as_a_browser_sends(form: Form, sending: Sending) -> bool:
    """A browser sends a token or a field at least, and the key against sending twice where the form has one: by that key some
    pages know that a form was sent, and not only opened with a code.
    """
    sent = {name: value for name, value in sending.pairs if isinstance(value, str)}
    return bool(sent) and (bool(sent.get("once")) or form.value_of("once") is None)


_ALWAYS = {"csrfmiddlewaretoken", "once"}


def _same_form(form: Form, page: Page) -> Form | None:
    """The form in the page that was sent: to the same address, and of several the one that is most like it."""
    asked = _shape(form)
    alike = [one for one in page.forms if one.action == form.action and _shape(one) & asked]
    return max(alike, key=lambda one: -len(_shape(one) ^ asked), default=None)


def _shape(form: Form) -> set[tuple[str, str]]:
    return {(one.name, one.kind) for one in form.fields if one.name not in _ALWAYS}


def _lost(form: Form, sending: Sending, back: Form) -> Iterator[str]:
    """Short texts that were typed and are no longer there."""
    told = [name for name, _value in sending.pairs]
    if any(name.endswith("_FORMS") and value != form.value_of(name) for name, value in sending.pairs):
        return  # of a list of rows whose number was tampered with nothing can be said, and no browser sends it
    for one in form.fields:
        if not one.typed or told.count(one.name) != 1:
            continue
        value = dict(sending.pairs)[one.name]
        if not isinstance(value, str) or len(value) > SHORT:
            continue
        found = back.value_of(one.name)
        if found is None:
            yield f"loses the field {one.name}"
        elif _read(found) != _read(value):
            yield f"loses what was typed in {one.name}: {value[:30]!r} became {found[:30]!r}"


def _read(text: str) -> str:
    """As a browser would send it once more."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
