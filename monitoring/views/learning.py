"""What is learnt: moments of reflection, and lessons."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import allows
from events.etag import for_visitors
from monitoring import actions
from monitoring.fetch import reflection_for
from monitoring.forms import CloseForm, LessonForm, ReflectionForm, SpeakForm
from monitoring.groups import groups_in, groups_of
from monitoring.models import Measurement, Reflection, ReflectionVoice
from tenders.fetch import tender_for
from tenders.forms import attempt


def hold_reflection(request, slug):
    tender = tender_for(request.user, slug, "monitoring.hold_reflection")
    request.municipality = tender.municipality
    form = ReflectionForm(request.POST or None, initial={"step": tender.step})
    if form.is_valid() and (
        reflection := attempt(form, actions.hold_reflection, tender=tender, by=request.user, **form.cleaned_data)
    ):
        return redirect("monitoring:show_reflection", slug, reflection.public_id)
    return render(request, "monitoring/hold_reflection.html", {"form": form, "tender": tender})


@for_visitors
def show_reflection(request, slug, public_id):
    """Who has spoken is for everybody; what they said only for who may read it by now."""
    reflection = reflection_for(request, slug, public_id, "monitoring.view_reflection")
    spoken = {row.voice: row.people for row in ReflectionVoice.objects.filter(reflection=reflection).only("voice", "people")}
    mine = groups_of(request.user, reflection.tender)
    context = {
        "reflection": reflection,
        "tender": reflection.tender,
        "groups": [(voice, voice.value in spoken, spoken.get(voice.value)) for voice in groups_in(reflection.tender)],
        "voices": ReflectionVoice.objects.visible_to(request.user).filter(reflection=reflection),
        "may_speak": bool({group.value for group in mine} - set(spoken)) and allows(request.user, "monitoring.speak", reflection),
        "may_close": allows(request.user, "monitoring.close_reflection", reflection),
        "lessons": reflection.lessons.all(),
    }
    return render(request, "monitoring/show_reflection.html", context)


def speak(request, slug, public_id):
    reflection = reflection_for(request, slug, public_id, "monitoring.speak")
    form = SpeakForm(request.POST or None, groups=sorted(groups_of(request.user, reflection.tender)))
    if form.is_valid() and attempt(form, actions.speak, reflection=reflection, by=request.user, **form.cleaned_data):
        messages.success(request, _("Your group has spoken. Now you can read what the others wrote."))
        return redirect("monitoring:show_reflection", slug, public_id)
    return render(request, "monitoring/speak.html", {"form": form, "reflection": reflection, "tender": reflection.tender})


def close_reflection(request, slug, public_id):
    reflection = reflection_for(request, slug, public_id, "monitoring.close_reflection")
    form = CloseForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.close_reflection, reflection=reflection, by=request.user, **form.cleaned_data):
        messages.success(request, _("Closed. Everybody can read what was said, and what you do with it."))
        return redirect("monitoring:show_reflection", slug, public_id)
    return render(
        request, "monitoring/close_reflection.html", {"form": form, "reflection": reflection, "tender": reflection.tender}
    )


def draw_lesson(request, slug):
    tender = tender_for(request.user, slug, "monitoring.draw_lesson")
    request.municipality = tender.municipality
    from_measurement = Measurement.objects.visible_to(request.user).filter(public_id=request.GET.get("meting", "")).first()
    from_reflection = Reflection.objects.filter(tender=tender, public_id=request.GET.get("reflectie", "")).first()
    initial = {"step": tender.step, "measurement": from_measurement, "reflection": from_reflection}
    form = LessonForm(request.POST or None, tender=tender, initial=initial)
    if form.is_valid() and attempt(form, actions.draw_lesson, tender=tender, by=request.user, **form.cleaned_data):
        messages.success(request, _("The lesson is written down. Other tenders can find it."))
        return redirect("monitoring:show_monitoring", slug)
    return render(request, "monitoring/draw_lesson.html", {"form": form, "tender": tender})
