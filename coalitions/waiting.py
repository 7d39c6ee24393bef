"""What a coalition asks of a party in it: to answer, to agree with the terms, or to write them anew with the others."""

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Subquery, TextChoices, Value, When

from coalitions.models import Member, Share, SignOff, Terms


class Waits(TextChoices):
    ANSWER = "answer"
    AGREE = "agree"
    WRITE = "write"


def places_that_wait(party_ids) -> QuerySet[Member]:
    """The places of these parties in coalitions that ask something of them, with `waits`; one statement."""
    newest = Terms.objects.filter(coalition=OuterRef("coalition")).order_by("-number").values("pk")[:1]
    places = Member.objects.filter(left_at=None, party_id__in=party_ids).annotate(newest=Subquery(newest))
    signed = Exists(SignOff.objects.filter(terms=OuterRef("newest"), party=OuterRef("party")))
    waits = Case(
        When(joined_at=None, then=Value(Waits.ANSWER)),
        When(_about_others() & _has_company(), then=Value(Waits.WRITE)),
        When(~_about_others() & ~signed & Q(newest__isnull=False), then=Value(Waits.AGREE)),
        default=Value(""),
        output_field=CharField(),
    )
    return places.annotate(waits=waits).exclude(waits="").select_related("coalition").order_by("pk")


def _about_others():
    """As in Terms.fits(): the newest terms name a party that left, also when it came back, or do not name one that takes part.

    They hold for nobody.
    """
    partners = Member.objects.taking_part()
    of_terms = {"coalition": OuterRef("terms__coalition"), "party": OuterRef("party")}
    stayed = partners.filter(**of_terms, joined_at__lte=OuterRef("terms__written_at"))
    gone = Share.objects.filter(~Exists(stayed), terms=OuterRef("newest"))
    named = Share.objects.filter(terms=OuterRef(OuterRef("newest")), party=OuterRef("party"))
    newcomer = partners.filter(~Exists(named), coalition=OuterRef("coalition"))
    return Q(newest__isnull=False) & (Exists(gone) | Exists(newcomer))


def _has_company():
    """Alone there is nobody to write terms with."""
    return Exists(Member.objects.taking_part().filter(coalition=OuterRef("coalition")).exclude(pk=OuterRef("pk")))
