"""Pages about yourself: your profile, your parties, and proving again that it is you."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from accounts import actions
from accounts import sign_in_again as again
from accounts.forms import AgainForm, MemberForm, PartyForm, ProfileForm
from accounts.fresh import mark
from accounts.models import Party, User
from accounts.permissions import fetch


@login_required
def profile(request):
    form = ProfileForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("accounts:profile")
    parties = Party.objects.filter(pk__in=request.user.party_ids())
    return render(request, "accounts/profile.html", {"form": form, "parties": parties, "roles": request.user.active_roles()})


@login_required
def sign_in_again(request):
    """Ask for a proof, then go back to the act that asked for it."""
    path = request.GET.get("next", "")
    if not path.startswith("/") or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return redirect("portal:my_work")
    form = AgainForm(request.POST or None, ways=again.ways(request.user))
    if request.method == "POST" and "send_code" in request.POST:
        form = AgainForm(None, ways=again.ways(request.user))
        try:
            again.send_code(request)
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
    elif form.is_valid():
        try:
            again.prove(request, way=form.cleaned_data["way"], secret=form.cleaned_data["secret"])
        except ValidationError as refusal:
            form.add_error("secret", refusal)
        else:
            mark(request.session, path)
            return redirect(path)
    context = {"form": form, "next": path, "code_is_sent": again.code_is_sent(request)}
    return render(request, "accounts/sign_in_again.html", context)


@login_required
def found_party(request):
    form = PartyForm(request.POST or None)
    if form.is_valid():
        party = actions.found_party(by=request.user, **form.cleaned_data)
        return redirect("accounts:show_party", party.public_id)
    return render(request, "accounts/found_party.html", {"form": form})


@login_required
def show_party(request, public_id):
    party = fetch(Party.objects, request.user, "accounts.view_party", public_id=public_id)
    members = party.memberships.active().select_related("user")
    context = {"party": party, "members": members, "is_member": party.pk in request.user.party_ids()}
    return render(request, "accounts/show_party.html", context)


@login_required
def edit_party(request, public_id):
    party = fetch(Party.objects, request.user, "accounts.edit_party", public_id=public_id)
    form = PartyForm(request.POST or None, instance=party)
    if form.is_valid():
        form.save()
        return redirect("accounts:show_party", party.public_id)
    return render(request, "accounts/edit_party.html", {"form": form, "party": party})


@login_required
def join_party(request, public_id):
    """Take in a member, by the e-mail address of an account."""
    party = fetch(Party.objects, request.user, "accounts.edit_party", public_id=public_id)
    form = MemberForm(request.POST or None, by_signer=party.is_signed_by(request.user))
    if form.is_valid():
        user = User.objects.filter(email=form.cleaned_data["email"].lower(), is_active=True).first()
        if _joins(form, party, user, request.user):
            return redirect("accounts:show_party", party.public_id)
    return render(request, "accounts/join_party.html", {"form": form, "party": party})


def _joins(form: MemberForm, party, user: User | None, by: User) -> bool:
    """Whether it came to that. Who types an address does not read from the answer who sits in a committee: an account that cannot
    join and one that is not there get one sentence.
    """
    try:
        if user:
            return bool(actions.join_party(party=party, user=user, by=by, may_sign=form.cleaned_data.get("may_sign", False)))
    except ValidationError as refusal:
        if getattr(refusal, "code", "") != "excluded":
            form.add_error(None, refusal)
            return False
    sentence = _("With this address nobody can act for your party: there is no account, or another role of it excludes that.")
    form.add_error("email", sentence)
    return False
