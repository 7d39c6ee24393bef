"""What the doers do with their initiative, with an account or with the code from their paper; and who works in the neighbourhood.

Without an account nothing remembers who came with which code: it goes along in each form, in its body and never in an address.
A form that comes with a code and without its token was not filled in yet: somebody comes from the page with all that can be done.
"""

from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from accounts.permissions import allows, check
from events.etag import kept_by_nobody
from events.middleware import FIELD
from initiatives import actions
from initiatives.fetch import initiative_for, part_for
from initiatives.forms import ChangeForm, HelpForm, UpdateForm, WhyForm
from initiatives.models import Help, Initiative
from initiatives.predicates import doer
from tenders.codes import count_wrong, hash_code, refuse_guessing
from tenders.forms import CodeForm, attempt
from tenders.refusal import Refused

_PER_PAGE = 25


@csrf_exempt
def tend_initiative(request, public_id):
    """All that its doers can do; who has no account shows the code first."""
    initiative = initiative_for(request, public_id)
    if allows(request.user, "initiatives.tend_initiative", initiative):
        return show_tending(request, initiative, request.POST.get("code", ""))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        attempt(form, _wrong_code, request=request)
    return _page(request, "initiatives/ask_code.html", initiative, form=form)


@csrf_exempt
def tell_update(request, public_id):
    return _do(request, public_id, "tell_update", UpdateForm, files=True)


@csrf_exempt
def change_initiative(request, public_id):
    return _do(request, public_id, "change_initiative", ChangeForm)


@csrf_exempt
def help_initiative(request, public_id):
    return _do(request, public_id, "help_initiative", HelpForm)


@csrf_exempt
def stop_initiative(request, public_id):
    return _do(request, public_id, "stop_initiative", WhyForm)


@csrf_exempt
def take_name_off(request, public_id, joining):
    """By the doers, by who works in the neighbourhood, and by who joined."""
    initiative = initiative_for(request, public_id)
    name = part_for(request, initiative, initiative.joinings.standing().select_related("initiative__municipality"), joining)
    name.initiative = initiative
    return _end(request, initiative, "take_name_off", name, joining=name)


@csrf_exempt
def end_help(request, public_id, help):
    """By the doers of the one that helps, and of the one that is helped."""
    initiative = initiative_for(request, public_id)
    found = Help.objects.standing().select_related("helper__municipality", "helped")
    given = part_for(request, initiative, found.filter(helper=initiative) | found.filter(helped=initiative), help)
    return _end(request, initiative, "end_help", initiative, help=given)


def show_tending(request, initiative, code: str):
    """The page with all that can be done, for who may."""
    names = Paginator(initiative.joinings.standing(), _PER_PAGE).get_page(request.GET.get("namen"))
    context = {
        "names": names,
        "told": initiative.updates.prefetch_related("photos").order_by("-on", "-id")[:_PER_PAGE],
        "first_photos": initiative.photos.filter(update=None)[:_PER_PAGE],
        "helps": Help.objects.standing().filter(helper=initiative).select_related("helped"),
        "helped_by": Help.objects.standing().filter(helped=initiative).select_related("helper"),
        "may_hide": allows(request.user, "initiatives.hide_words", initiative),
    }
    return _page(request, "initiatives/tend_initiative.html", initiative, code=code, **context)


def _do(request, public_id: str, verb: str, form_class, *, files: bool = False):
    """One thing that the doers do: the form, and after it the page of the initiative."""
    initiative = initiative_for(request, public_id)
    if not allows(request.user, f"initiatives.{verb}", initiative):
        back = redirect("initiatives:tend_initiative", public_id)  # it asks the code, or says that it stopped
        back.not_done = True
        return back
    sent = request.POST if request.POST.get(FIELD) else None
    asked = {} if form_class is WhyForm else {"initiative": initiative}
    asked |= {"for_others": not doer(request.user, initiative)} if form_class is ChangeForm else {}
    form = form_class(sent, *([request.FILES] if files and sent else []), **asked)
    by = request.user if request.user.is_authenticated else None
    if form.is_valid() and attempt(form, getattr(actions, verb), initiative=initiative, by=by, **form.cleaned_data):
        return redirect(initiative)
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        form.data = form.data.copy()
        form.data["version"] = str(Initiative.objects.get(pk=initiative.pk).version)
    return _page(request, f"initiatives/{verb}.html", initiative, code=request.POST.get("code", ""), form=form)


def _end(request, initiative, verb: str, thing, **what):
    """Something on the page ends, and why."""
    if not allows(request.user, f"initiatives.{verb}", thing) and request.method == "GET":
        return redirect("initiatives:tend_initiative", initiative.public_id)
    if "joining" in what and request.POST.get("code"):
        thing.opened_with = hash_code(request.POST["code"])
    check(request.user, f"initiatives.{verb}", thing)
    form = WhyForm(request.POST if request.POST.get(FIELD) else None)
    by = request.user if request.user.is_authenticated else None
    if form.is_valid() and attempt(form, getattr(actions, verb), by=by, **what, **form.cleaned_data):
        return redirect(initiative)
    return _page(request, f"initiatives/{verb}.html", initiative, code=request.POST.get("code", ""), form=form, **what)


def _wrong_code(*, request):
    refuse_guessing(request)
    count_wrong(request)
    raise Refused({"code": _("This is not the code of this initiative. Look once more at your paper.")})


def _page(request, template: str, initiative, *, code: str = "", **context):
    """A page with the code in its forms, kept by nobody."""
    field = format_html('<input type="hidden" name="code" value="{}">', code) if code else ""
    return kept_by_nobody(render(request, template, {"initiative": initiative, "code_field": field, **context}))
