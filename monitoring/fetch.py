"""Fetching is checking: the only ways for a view to get an indicator, a measurement or a reflection."""

from django.http import Http404

from accounts.permissions import check, fetch
from monitoring.models import Indicator, Measurement, Reflection


def indicator_for(request, public_id: str, permission: str) -> Indicator:
    indicator = fetch(Indicator.objects.for_page(), request.user, permission, public_id=public_id)
    request.municipality = indicator.contract.municipality
    return indicator


def measurement_for(request, public_id: str, permission: str) -> Measurement:
    measurement = fetch(Measurement.objects.for_page(), request.user, permission, public_id=public_id)
    request.municipality = measurement.contract.municipality
    return measurement


def reflection_for(request, slug: str, public_id: str, permission: str) -> Reflection:
    """The moment of reflection of the tender at this address."""
    reflection = fetch(Reflection.objects.for_page(), request.user, "monitoring.view_reflection", public_id=public_id)
    if reflection.tender.slug != slug:
        raise Http404
    request.municipality = reflection.tender.municipality
    return check(request.user, permission, reflection)
