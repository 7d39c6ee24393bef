from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dialogues import languages
from events import clock
from events.retention import LOG, SHORT, THREAD
from tenders.models import InvolvementRole
from tenders.models.involvement import involvements_of
from tenders.search import WordsIndex, said, terms_of
from tenders.steps import Step


class Channel(models.TextChoices):
    WEBSITE = "website", _("on the website")
    MEETING = "meeting", _("at a meeting")
    PAPER = "paper", _("on paper")
    DESK = "desk", _("at the desk")
    TELEPHONE = "telephone", _("by telephone")
    ORGANISATION = "organisation", _("through an organisation")


class ContributionKind(models.TextChoices):
    NEED = "need", _("what is needed")
    IDEA = "idea", _("an idea")
    WORRY = "worry", _("a worry")
    FACT = "fact", _("something to know")


class NameChoice(models.TextChoices):
    NAME = "name", _("With my name")
    PSEUDONYM = "pseudonym", _("With a pseudonym")
    ANONYMOUS = "anonymous", _("Without a name")


# A contribution counts unless it was withdrawn, hidden, or put together with another.
COUNTS = {"withdrawn_at": None, "hidden_at": None, "merged_into": None}
# It has no answer, or one that was given for a finding from which it was taken.
NO_ANSWER = Q(response=None) | Q(response__withdrawn_at__isnull=False)


class ContributionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Public ones; hidden ones for the team, and for who wrote them."""
        return self._within(user, Q(tender__published_at__isnull=False, hidden_at=None))

    def places_for(self, user):
        """Those of which the person may know that they are there, hidden or not. Their words are for `visible_to` alone."""
        return self._within(user, Q(tender__published_at__isnull=False))

    def _within(self, user, public: Q):
        if not user.is_authenticated or not user.is_active:
            return self.filter(public)
        teams = {i.tender_id for i in involvements_of(user) if i.role in (InvolvementRole.OFFICER, InvolvementRole.GUIDE)}
        return self.filter(public | Q(tender_id__in=teams) | Q(author=user))

    def for_page(self):
        return self.select_related("tender__municipality", "theme", "response", "hiding__by", "hiding__ground")

    def for_list(self, user=None):
        """With all that a list shows; with `user` also whether that person recognised it."""
        own = Support.objects.filter(contribution=OuterRef("pk")).order_by()
        person = user.pk if user is not None and user.is_authenticated else None
        recognised = Exists(own.filter(person=person)) if person else models.Value(False)
        brought = (
            "theme",
            "meeting",
            "response__by",
            "merged_into",
            "entered_by",
            "through",
            "hiding__by",
            "hiding__ground",
            "translation__by",
        )
        return self.select_related(*brought).annotate(supports=supports_of("pk"), recognised=recognised)

    def shown(self):
        """What can be read on public pages, the withdrawn ones too; not what is hidden."""
        return self.filter(hidden_at=None)

    def saying(self, terms: list[str] | None):
        """What says all the words that were asked (search.terms_of), whoever looks: never a hidden one."""
        return said(self.shown(), terms, "text", "original_text")

    def sought(self, asked: str):
        """What was asked in one field: the one with this number, or what says these words; without either, all."""
        if asked.isdecimal() and len(asked) < 9:
            return self.shown().filter(number=int(asked))
        return self.saying(terms_of(asked)) if asked else self.shown()

    def unanswered(self):
        return self.filter(NO_ANSWER, **COUNTS)


def answer_of(field: str, default=None):
    """A field of the answer that counts: its own when it holds, or that of the one it was put together with; for statements."""
    found = []
    for answer in ("response", "merged_into__response"):
        holds = {f"{answer}__isnull": False, f"{answer}__withdrawn_at": None}
        found.append(models.When(**holds, then=F(f"{answer}__{field}")))
    return models.Case(*found, default=default)


def supports_of(key: str):
    """How often a contribution or one that was put together with it was recognised; part of another statement.

    Each person with an account counts once, and so does each phone in the room of a meeting. Who did both counts twice:
    nobody can tell, so no page speaks of persons.
    """
    return _counted_of(key, "supporters__person") + _counted_of(key, "message__supports__phone_hash")


def _counted_of(key: str, who: str):
    together = Contribution.objects.filter(Q(pk=OuterRef(key)) | Q(merged_into=OuterRef(key))).order_by()
    counted = together.annotate(all=models.Value(1)).values("all").annotate(total=models.Count(who, distinct=True))
    return Coalesce(models.Subquery(counted.values("total")), 0)


class Contribution(models.Model):
    """What someone brought in (inbreng): where the thread begins. Its place is never deleted; its text can be erased."""

    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    step = models.PositiveSmallIntegerField(choices=Step, default=Step.DIALOGUE)
    kind = models.CharField(_("kind"), max_length=10, choices=ContributionKind, default=ContributionKind.NEED)
    channel = models.CharField(_("how it came in"), max_length=12, choices=Channel, default=Channel.WEBSITE)
    text = models.TextField(_("What do you want to say?"), max_length=4000)
    # The code of a language that we know (languages.py), or its name as somebody wrote it.
    original_language = models.CharField(_("language in which it was said"), max_length=40, blank=True)
    original_text = models.TextField(_("in the language in which it was said"), blank=True)
    theme = models.ForeignKey(
        "areas.Theme", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("What is it about?")
    )
    lot = models.ForeignKey("tenders.Lot", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lot"))
    meeting = models.ForeignKey("dialogues.Meeting", models.PROTECT, null=True, blank=True, related_name="+")
    name_choice = models.CharField(max_length=10, choices=NameChoice)
    shown_name = models.CharField(max_length=80, blank=True)
    # Only of who put a name under it and has no account; that of a pseudonym is sealed, that of an anonymous one unknown.
    email = models.EmailField(blank=True)
    author = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    # Who brought it in for somebody else, when that is not the municipality itself.
    through = models.ForeignKey("accounts.Party", models.PROTECT, null=True, blank=True, related_name="+")
    # The stack of paper forms that it was typed in with.
    stack = models.ForeignKey("dialogues.Stack", models.PROTECT, null=True, blank=True, related_name="forms")
    code_hash = models.CharField(max_length=64, unique=True)
    said_on = models.DateField(default=clock.today)
    # An anonymous one has no moment: a moment can lead back to a person.
    entered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # Since when its words are hidden, and on which ground; who did it and why stands in the row of the hiding.
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_because = models.TextField(blank=True)
    hiding = models.ForeignKey("dialogues.Hiding", models.PROTECT, null=True, blank=True, related_name="+")
    # The Dutch that was written beside it afterwards; none where it was said in Dutch, or written down in both at once.
    translation = models.ForeignKey("dialogues.Translation", models.PROTECT, null=True, blank=True, related_name="+")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="originals")

    objects = ContributionQuerySet.as_manager()

    view_permission = "dialogues.view_contribution"
    retention = THREAD
    personal = ("text", "original_text", "shown_name", "email", "author", "entered_by")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["tender", "number"], name="contribution_number_once"),
            models.CheckConstraint(
                condition=~Q(name_choice="anonymous") | Q(author=None, shown_name="", entered_at=None),
                name="anonymous_leads_to_nobody",
            ),
            models.CheckConstraint(condition=~Q(name_choice="pseudonym") | Q(author=None), name="pseudonym_stands_apart"),
            models.CheckConstraint(
                condition=Q(channel="organisation", through__isnull=False) | (~Q(channel="organisation") & Q(through=None)),
                name="through_an_organisation_says_which",
            ),
            models.CheckConstraint(condition=Q(email="") | Q(name_choice="name"), name="only_a_name_has_an_address"),
            models.CheckConstraint(condition=Q(hiding=None) | Q(hidden_at__isnull=False), name="hidden_by_a_hiding"),
            models.CheckConstraint(condition=Q(merged_into=None) | ~Q(merged_into=F("id")), name="not_put_together_with_itself"),
        ]
        indexes = [
            models.Index(fields=["tender", "-number"], name="contribution_list"),
            WordsIndex(fields=["text", "original_text"], name="contribution_words"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    def get_absolute_url(self) -> str:
        from django.urls import reverse  # only pages ask

        return reverse("golden_thread:follow_contribution", args=[self.tender.slug, self.number])

    @property
    def answer(self):
        """The response that holds, or None; lists bring it along."""
        response = getattr(self, "response", None)
        return response if response is not None and response.withdrawn_at is None else None

    @property
    def language_name(self) -> str:
        return languages.name_of(self.original_language)

    @property
    def language_code(self) -> str:
        return languages.code_of(self.original_language)

    @property
    def said_by(self) -> str:
        """Who said it, as everybody reads it."""
        if self.name_choice == NameChoice.ANONYMOUS:
            return gettext("Without a name")
        if self.name_choice == NameChoice.PSEUDONYM:
            return gettext("%(name)s (pseudonym)") % {"name": self.shown_name}
        return self.shown_name

    @property
    def waits(self) -> bool:
        """It counts, and has no answer yet."""
        return self.answer is None and self.withdrawn_at is None and self.hidden_at is None and self.merged_into_id is None


class Pseudonym(models.Model):
    """Who is behind a pseudonym: encrypted, in a table of its own with a permission of its own."""

    contribution = models.OneToOneField(Contribution, models.PROTECT, related_name="pseudonym")
    # The person's id and e-mail address, encrypted with the vault's keys; never in the contribution's own row.
    sealed = models.BinaryField()

    retention = SHORT
    personal = ("sealed",)


class Unveiling(models.Model):
    """Someone of the team was shown who is behind a pseudonym, and said why."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="unveilings")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    reason = models.TextField(_("why do you need to know?"))

    retention = LOG
    personal = ("by", "reason")

    class Meta:
        ordering = ["-at", "-id"]


class Support(models.Model):
    """ "I recognise this": one a person."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="supporters")
    person = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    retention = SHORT
    personal = ("person",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contribution", "person"], name="support_once")]
