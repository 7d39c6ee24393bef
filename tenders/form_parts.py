"""What the parts of a form need to know: its token, its errors as links, what may be sent as a file."""

from django import forms
from django.conf import settings
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext as _

from documents.uploads import ALLOWED, in_megabytes
from events.middleware import FIELD as ONCE
from events.middleware import new_token

_DASHES = BLANK_CHOICE_DASH[0][1]
_GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def once_token(form=None) -> str:
    """The token by which a form is carried out once: of a form that came back with errors the one that was posted."""
    posted = form.data.get(ONCE, "") if form is not None and form.is_bound else ""
    return posted[:40] or new_token()


def is_group(bound_field) -> bool:
    """Whether a field is a list of choices under one question."""
    return isinstance(bound_field.field.widget, _GROUPS)


def anchor_of(bound_field) -> str:
    """The id to which a link to this field leads: of a list of choices its first."""
    if is_group(bound_field):
        first = next(iter(bound_field.subwidgets), None)
        return first.id_for_label if first else f"{bound_field.auto_id}_0"
    return bound_field.id_for_label or bound_field.auto_id


def error_links(*forms_) -> list[tuple[str, str]]:
    """Everything wrong in these forms, formsets or lists of forms, in their order, as (id or "", sentence); each once."""
    found = []
    for form in forms_:
        if isinstance(form, list):
            found += error_links(*form)
            continue
        if form is None or not form.is_bound:
            continue
        if hasattr(form, "forms"):
            found += [("", message) for message in form.non_form_errors()]
            for inner in form.forms:
                found += error_links(inner)
            continue
        found += [("", message) for message in form.non_field_errors()]
        for bound in form:
            if bound.is_hidden and bound.errors:  # nobody typed in it, so nobody can mend it there
                found.append(("", _("Something in this page is out of date. Open it again in another tab and compare.")))
                continue
            for error in bound.errors.as_data():
                whose = getattr(bound.field, "whose", "")  # of fields that come back for each of several parties
                sentence = _sentence(bound, error)
                found.append((anchor_of(bound), f"{whose}: {sentence}" if whose else sentence))
    return list(dict.fromkeys(found))


def error_sentences(bound) -> list[str]:
    """What is wrong in a field, as it stands beside it; "fill this in" names what is to be filled in."""
    return [_what_is_asked(bound, error) or " ".join(error.messages) for error in bound.errors.as_data()]


def _what_is_asked(bound, error) -> str:
    """For a field that is empty and has no sentence of its own for that; else nothing."""
    own = bound.field.error_messages.get("required")
    if error.code != "required" or str(own) != str(forms.Field.default_error_messages["required"]):
        return ""
    return (_("Choose: %(label)s") if is_group(bound) else _("Fill in: %(label)s")) % {"label": bound.label}


def _sentence(bound, error) -> str:
    """The message as it is when it was written for this field; else with the name of the field before it."""
    message = " ".join(error.messages)
    label = str(bound.label)
    if asked := _what_is_asked(bound, error):
        return asked
    if error.code == "required":
        return message
    return f"{label} {message}" if label.endswith(("?", ".", ":")) else f"{label}: {message}"


def file_limit(bound_field=None) -> str:
    """What may be sent and how large it may be, in one sentence."""
    if own := getattr(getattr(bound_field, "field", None), "limit", ""):
        return own
    if bound_field is not None and "image/" in bound_field.field.widget.attrs.get("accept", ""):
        return _("One photo of at most %(size)s.") % {"size": in_megabytes(settings.UPLOAD_LIMIT)}
    kinds = ", ".join(extension.lstrip(".").upper() for extension in ALLOWED)
    return _("One file of at most %(size)s: %(kinds)s.") % {
        "size": in_megabytes(settings.UPLOAD_LIMIT),
        "kinds": kinds,
    }


def described_by(bound_field) -> str:
    """The ids of the limit, the help and the error of a file, for its aria-describedby."""
    names = [f"{bound_field.auto_id}_limit"]
    if bound_field.help_text:
        names.append(f"{bound_field.auto_id}_helptext")
    if bound_field.errors:
        names.append(f"{bound_field.auto_id}_error")
    return " ".join(names)


def _name_empty_choice(field: forms.Field) -> None:
    """Words instead of Django's row of dashes."""
    words = _("Make a choice") if field.required else _("No choice")
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label == _DASHES:
            field.empty_label = words
    elif isinstance(field, forms.ChoiceField):
        choices = list(field.choices)
        if choices[:1] == BLANK_CHOICE_DASH:
            field.choices = [("", words), *choices[1:]]


def form_context(context, form, content="", **options) -> dict:
    """All that parts/form.html shows; `options` are those of the `form` tag."""
    method = options.get("method", "post")
    helper = getattr(form, "helper", None)
    if helper is not None:
        helper.form_tag, helper.disable_csrf = False, True  # the tag around it brings both
    for field in form.fields.values() if form is not None else ():
        field.widget.attrs.pop("placeholder", None)  # it disappears as soon as someone types
        _name_empty_choice(field)
    formset = options.get("formset")
    return {
        "form": form,
        "content": content,
        "method": method,
        "is_multipart": any(part is not None and part.is_multipart() for part in (form, formset)),
        "with_csrf": method == "post" and options.get("csrf", True),
        "csrf_token": context.get("csrf_token"),
        "token": once_token(form) if method == "post" and options.get("once", True) else "",
        "links": error_links(form, formset),
        "summary_shown": True,
        "request": context.get("request"),
        **options,
    }
