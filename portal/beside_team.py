"""What waits for who works for the municipality without being in a team: the clerk of the council, and community workers."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import RoleKind, User
from dialogues.models import Dialogue, Proposal
from events import clock
from portal.team_tasks import Task
from tenders.models import Tender

_MOST = 12  # of each kind


def waiting_beside_the_team(user: User):
    """Nothing is asked for another role. None of it is due today: the council has a calendar, and people speak when they do."""
    roles = user.active_roles()
    if places := [role.municipality_id for role in roles if role.kind == RoleKind.CLERK]:
        yield from _for_the_council(places)
    if places := [role.municipality_id for role in roles if role.kind == RoleKind.COMMUNITY_WORKER]:
        yield from _to_write_down(places)


def _for_the_council(places):
    """Proposals of theme groups of which the clerk did not write down yet what the council decided."""
    waiting = Proposal.objects.handed_in().filter(tender__in=Tender.objects.running().led_by(places), decisions=None).order_by()
    counted = waiting.values("tender__title", "tender__slug").annotate(count=Count("pk")).order_by("tender__title", "tender__slug")
    for title, slug, count in counted.values_list("tender__title", "tender__slug", "count")[:_MOST]:
        words = ngettext("%(n)d proposal waits for the council", "%(n)d proposals wait for the council", count)
        url = reverse("dialogues:list_groups", args=[slug])
        yield Task(words % {"n": count}, title, url, _("Write down the decision"), is_today=False)


def _to_write_down(places):
    """Conversations that are open, in which a community worker writes down what people say on the street."""
    open_today = Q(closed_at=None) & (Q(closes_on=None) | Q(closes_on__gte=clock.today()))
    tenders = Tender.objects.running().filter(published_at__isnull=False).led_by(places)
    dialogues = Dialogue.objects.filter(open_today, published_at__isnull=False, tender__in=tenders).select_related("tender")
    for dialogue in dialogues.order_by("closes_on", "pk")[:_MOST]:
        url = reverse("dialogues:enter_contribution", args=[dialogue.tender.slug])
        asks = _("What do people say to you?")
        yield Task(asks, str(dialogue.tender), url, _("Write it down"), due=dialogue.closes_on, is_today=False)
