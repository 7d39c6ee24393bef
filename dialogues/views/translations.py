"""Pages on which the team writes the Dutch beside what somebody said in another language."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dialogues import actions
from dialogues.fetch import contribution_for
from dialogues.forms import TranslateForm, catch_up
from dialogues.models import Pseudonym
from tenders.forms import attempt
from tenders.refusal import Refused


def translate_contribution(request, slug, number):
    contribution = contribution_for(request, slug, number, "dialogues.translate_contribution")
    written = contribution.translations.count()
    form = TranslateForm(request.POST or None, initial=_initial(contribution, written))
    if form.is_valid():
        given = {"contribution": contribution, "by": request.user, **form.cleaned_data}
        if attempt(form, actions.translate_contribution, **given):
            told = not written and _can_be_told(contribution, request.user)  # of a correction nobody is told again
            beside, with_word = _("The Dutch stands beside it now."), _("The Dutch stands beside it now. Who said it is told.")
            messages.success(request, with_word if told else beside)
            return redirect(contribution)
    overtaken = form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed")
    if overtaken:
        catch_up(form, written)
    context = {"form": form, "tender": contribution.tender, "contribution": contribution, "overtaken": overtaken}
    return render(request, "dialogues/translate_contribution.html", context)


@require_POST
def take_back_translation(request, slug, number):
    contribution = contribution_for(request, slug, number, "dialogues.take_back_translation")
    try:
        actions.take_back_translation(contribution=contribution, by=request.user)
        messages.success(request, _("The Dutch was taken back. What stood there before stands there again."))
    except Refused as refusal:
        messages.warning(request, " ".join(refusal.messages))
    return redirect(contribution)


def _can_be_told(contribution, by) -> bool:
    """Whether who said it has an account or left an address, and is somebody else."""
    if contribution.author_id:
        return contribution.author_id != by.pk
    return bool(contribution.email) or Pseudonym.objects.filter(contribution=contribution).exists()


def _initial(contribution, written: int) -> dict:
    """The Dutch that is there already, to write it better; nothing where there is none yet."""
    dutch = contribution.text if contribution.original_text else ""
    return {"language": contribution.language_name, "text": dutch, "version": written}
