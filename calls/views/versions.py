"""The frozen request: the page that everybody reads when it is published, and the same as PDF."""

from django.shortcuts import render

from accounts.permissions import fetch
from calls.models import CallVersion
from calls.printed import Printed
from documents.serve import serve
from events.etag import for_visitors


@for_visitors
def show_version(request, slug, number):
    version = version_for(request.user, slug, number)
    request.municipality = version.tender.municipality
    context = {"version": version, "tender": version.tender, "printed": Printed(version)}
    return render(request, "calls/show_version.html", context)


def download_version(request, slug, number):
    return serve(version_for(request.user, slug, number).document)


def version_for(user, slug: str, number: int) -> CallVersion:
    """A version of the request; 404 for who may not read it, also when it is only prepared."""
    versions = CallVersion.objects.select_related("tender__municipality", "document", "frozen_by")
    return fetch(versions, user, "calls.view_call_version", tender__slug=slug, number=number)
