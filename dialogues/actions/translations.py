"""The Dutch beside what somebody said in another language. Their own words stay, and stand beside it for everybody."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues import languages
from dialogues.actions.conclusion import renew_report
from dialogues.hold import words_alone
from dialogues.models import Contribution, Translation
from events import clock, log
from tenders.refusal import Changed, Refused


@transaction.atomic
def translate_contribution(*, contribution: Contribution, by: User, language: str, text: str, version: int) -> Translation:
    """Write the Dutch, or write it better. `version` counts the translations that were seen.

    Raises Changed when a colleague wrote or took back one since, and Refused for what is hidden or says nothing new.
    """
    contribution = words_alone(contribution)
    written = list(contribution.translations.order_by("id"))
    language, text = languages.tidy(language), text.strip()
    if len(written) != version:
        newest = written[-1] if written else None
        if newest and newest.by_id == by.pk and (newest.language, newest.text) == (language, text):
            return newest
        raise Changed(
            _("Somebody wrote the Dutch while you were writing. What you wrote is still here; compare it first."), code="changed"
        )
    if contribution.hidden_at or contribution.withdrawn_at:
        raise Refused(_("What is hidden or taken back gets no Dutch."), code="hidden")
    if not text or not language:
        raise Refused(_("Write both: the language, and what was said in Dutch."))
    if text == contribution.text:
        raise Refused({"text": _("This is what stands there already. Write in Dutch what was said.")})
    first = not contribution.original_text
    made = Translation.objects.create(
        contribution=contribution,
        language=language,
        text=text,
        instead_of="" if first else contribution.text,
        instead_of_language=contribution.original_language,
        by=by,
        at=clock.now(),
    )
    if first:
        contribution.original_text = contribution.text
    _show(contribution, made, language, text)
    # Who said it is told of the first alone: a better word is no news, and each mail would say the same.
    log.record("dialogues.contribution_translated", by=by, thing=contribution, public=True, first=not written)
    renew_report(contribution)
    return made


@transaction.atomic
def take_back_translation(*, contribution: Contribution, by: User) -> Translation:
    """The newest Dutch was a mistake: what stood there before it stands there again."""
    contribution = words_alone(contribution)
    newest = contribution.translation
    if newest is None:
        raise Changed(_("Somebody took this back just before you."), code="changed")
    newest.ended_at, newest.ended_by = clock.now(), by
    newest.save(update_fields=["ended_at", "ended_by"])
    before = contribution.translations.filter(ended_at=None).order_by("-id").first()
    text = newest.instead_of or contribution.original_text
    if not newest.instead_of:
        contribution.original_text = ""
    _show(contribution, before, newest.instead_of_language, text)
    log.record("dialogues.translation_taken_back", by=by, thing=contribution, public=True)
    renew_report(contribution)
    return newest


def _show(contribution: Contribution, translation: Translation | None, language: str, text: str) -> None:
    contribution.translation, contribution.original_language, contribution.text = translation, language, text
    contribution.save(update_fields=["translation", "original_language", "original_text", "text"])
