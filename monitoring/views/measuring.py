"""What is measured: the page for everybody, and the forms behind it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import allows
from contracts.fetch import contract_for
from contracts.models import Contract
from events.etag import for_visitors
from monitoring import actions
from monitoring.fetch import indicator_for, measurement_for
from monitoring.forms import IndicatorForm, MeasurementForm
from monitoring.models import Indicator
from monitoring.overview import contracts_shown, overview
from tenders.fetch import tender_for
from tenders.forms import attempt


@for_visitors
def show_monitoring(request, slug):
    """How it goes with what was agreed: good and bad, in words, charts and stories."""
    tender = tender_for(request.user, slug, "tenders.view_tender")
    request.municipality = tender.municipality
    contracts = contracts_shown(request.user, tender)
    context = {"tender": tender, "overview": overview(contracts, tender), **_for_who_works(request.user, tender, contracts)}
    return render(request, "monitoring/show_monitoring.html", context)


@for_visitors
def show_contract_monitoring(request, public_id):
    """The same for a contract that stands alone."""
    contract = contract_for(request, public_id, "contracts.view_contract")
    if contract.tender:
        return redirect("monitoring:show_monitoring", contract.tender.slug)
    shown = overview(Contract.objects.filter(pk=contract.pk))
    context = {"contract": contract, "overview": shown, **_mine(request.user, [contract])}
    return render(request, "monitoring/show_monitoring.html", context)


def set_indicator(request, public_id, indicator=None):
    contract = contract_for(request, public_id, "monitoring.set_indicator")
    chosen = Indicator.objects.filter(contract=contract, public_id=indicator).first() if indicator else None
    if indicator and chosen is None:
        raise Http404
    form = IndicatorForm(request.POST or None, contract=contract, instance=chosen, proposal=request.GET.get("voorstel", ""))
    if form.is_valid():
        facts = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        version = form.cleaned_data["version"] or 0
        if attempt(form, actions.set_indicator, contract=contract, by=request.user, indicator=chosen, version=version, **facts):
            messages.success(request, _("The indicator is saved."))
            return redirect("monitoring:show_contract_monitoring", public_id)
    theirs = None
    if form.has_error("__all__", code="version"):
        theirs = Indicator.objects.select_related("agreement").get(pk=chosen.pk)
        form.data = {**form.data.dict(), "version": theirs.version}
    context = {"form": form, "contract": contract, "tender": contract.tender, "chosen": chosen, "theirs": theirs}
    return render(request, "monitoring/set_indicator.html", context)


def report_measurement(request, public_id):
    indicator = indicator_for(request, public_id, "monitoring.report_measurement")
    form = MeasurementForm(request.POST or None, indicator=indicator)
    if form.is_valid() and attempt(form, actions.report_measurement, indicator=indicator, by=request.user, **form.cleaned_data):
        messages.success(request, _("The measurement is in. Everybody can see it now."))
        return redirect("monitoring:show_contract_monitoring", indicator.contract.public_id)
    return render(request, "monitoring/report_measurement.html", {"form": form, "indicator": indicator})


def correct_measurement(request, public_id):
    measurement = measurement_for(request, public_id, "monitoring.correct_measurement")
    indicator = measurement.indicator
    initial = {name: getattr(measurement, name) for name in ("measured_on", "value", "story")}
    form = MeasurementForm(request.POST or None, indicator=indicator, initial=initial)
    if form.is_valid() and attempt(
        form, actions.correct_measurement, measurement=measurement, by=request.user, **form.cleaned_data
    ):
        messages.success(request, _("The new measurement counts. The old one stays, marked as corrected."))
        return redirect("monitoring:show_contract_monitoring", indicator.contract.public_id)
    return render(
        request, "monitoring/correct_measurement.html", {"form": form, "indicator": indicator, "measurement": measurement}
    )


def _for_who_works(user, tender, contracts) -> dict:
    """What the officers and parties of this tender can do here; nothing is asked for a visitor."""
    if not user.is_authenticated:
        return {}
    mine = list(contracts.prefetch_related("parties").select_related("municipality", "lot"))
    for contract in mine:
        contract.tender = tender
    return {
        "may_reflect": allows(user, "monitoring.hold_reflection", tender),
        "may_learn": allows(user, "monitoring.draw_lesson", tender),
        **_mine(user, mine),
    }


def _mine(user, contracts) -> dict:
    """The contracts of which this person can set indicators, and those of which the person can report measurements."""
    if not user.is_authenticated:
        return {}
    to_set = [contract for contract in contracts if allows(user, "monitoring.set_indicator", contract)]
    may = "monitoring.report_measurement"
    return {
        "to_measure": to_set,
        "setting": [contract.pk for contract in to_set],
        "reporting": [contract.pk for contract in contracts if allows(user, may, Indicator(contract=contract))],
    }
