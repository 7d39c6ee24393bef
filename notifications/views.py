"""Following a tender, stopping without signing in, and the list of what came in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from notifications import actions
from notifications.models import Follow, Notice
from tenders.fetch import tender_for


def follow_tender(request, slug):
    tender = tender_for(request.user, slug, "notifications.follow_tender")
    if request.method == "POST":
        actions.follow_tender(tender=tender, by=request.user)
        messages.success(request, _("You follow this tender now. You hear when something changes."))
        return redirect(tender)
    follows = Follow.objects.filter(person=request.user, tender=tender).first()
    return render(request, "notifications/follow_tender.html", {"tender": tender, "follow": follows})


@csrf_exempt  # the key in the address is the proof; a mail program sends this without a cookie (RFC 8058)
def unfollow(request, key):
    """Stop by the key that stands in every mail, without signing in. Opening it stops nothing: programs that look for
    danger in mails open every link."""
    follow = Follow.objects.filter(key=key).select_related("tender").first()
    if request.method == "POST":
        actions.unfollow(key=key)
        if request.POST.get("List-Unsubscribe") != "One-Click":  # a mail program is led nowhere else
            return redirect("notifications:unfollow", key)
        follow = None
    return render(request, "notifications/unfollow.html", {"follow": follow})


@login_required
def list_notices(request):
    notices = Notice.objects.filter(person=request.user).select_related("tender")
    page = Paginator(notices, 25).get_page(request.GET.get("page"))
    return render(request, "notifications/list_notices.html", {"page_obj": page})


@login_required
@require_POST
def mark_read(request):
    actions.mark_read(by=request.user)
    return redirect("notifications:list_notices")
