"""The talk of the committee: where it stands, and one bid on one criterion with what each member found."""

from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models.functions import Length
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bids.models import OpenedBid, OpenedPart
from evaluation.models import Consensus, Score
from evaluation.standing import standing
from tenders.models import Lot

PER_PAGE = 25


class Discussion:
    """Every bid (a page of them) with what was agreed on each criterion."""

    def __init__(self, lot: Lot, page_number=1):
        self.lot, self.round, self.page_number = lot, standing(lot).round, page_number

    @cached_property
    def criteria(self) -> list:
        return list(self.round.call_version.criteria.all())

    @cached_property
    def page(self) -> Page:
        bids = OpenedBid.objects.admitted().filter(bid__round=self.round.pk).select_related("bid__party")
        return Paginator(bids.order_by(Length("letter"), "letter"), PER_PAGE).get_page(self.page_number)

    @cached_property
    def agreed(self) -> int:
        return Consensus.objects.of_lot(self.lot).filter(opened_bid__bid__round=self.round.pk).count()

    @property
    def wanted(self) -> int:
        return self.page.paginator.count * len(self.criteria)

    @property
    def complete(self) -> bool:
        return self.agreed == self.wanted

    @cached_property
    def rows(self) -> list[dict]:
        bids = list(self.page.object_list)
        found = {
            (row.opened_bid_id, row.criterion_id): row
            for row in Consensus.objects.filter(opened_bid__in=bids).select_related("grade")
        }
        return [
            {"bid": bid, "cells": [{"criterion": one, "consensus": found.get((bid.pk, one.pk))} for one in self.criteria]}
            for bid in bids
        ]


class Unit:
    """One bid on one criterion: the text, the own scores of all, what was agreed before."""

    def __init__(self, lot: Lot, letter: str, position: int, *, user):
        self.lot, self.user, self.round = lot, user, standing(lot).round
        bids = OpenedBid.objects.admitted().filter(bid__round=self.round.pk).select_related("bid__party", "bid__round")
        self.bid = get_object_or_404(bids, letter=letter)
        self.criteria = list(self.round.call_version.criteria.all())
        self.criterion = next((one for one in self.criteria if one.position == position), None) or get_object_or_404(
            self.round.call_version.criteria, position=position
        )

    @cached_property
    def grades(self) -> list:
        return list(self.round.call_version.grades.all())

    @cached_property
    def parts(self) -> list[OpenedPart]:
        return list(self.bid.parts.filter(criterion=self.criterion))

    @cached_property
    def scores(self) -> list[Score]:
        """Of the members who sit, as far as this person may see them."""
        rows = Score.objects.visible_to(self.user).filter(opened_bid=self.bid, criterion=self.criterion, seat__recused_at=None)
        return list(rows.select_related("seat__person", "grade").order_by("grade__points", "seat"))

    @cached_property
    def consensus(self) -> Consensus | None:
        return Consensus.objects.filter(opened_bid=self.bid, criterion=self.criterion).select_related("grade").first()

    @property
    def initial(self) -> dict:
        now = self.consensus
        if now is None:
            return {"version": 0}
        return {"version": now.version, "grade": str(now.grade_id), "reason": now.reason, "dissent": now.dissent}

    @property
    def key(self) -> dict:
        return {"opened_bid": self.bid, "criterion": self.criterion}

    def next_url(self, slug: str) -> str:
        """The next criterion of this bid, else the overview."""
        following = next((one for one in self.criteria if one.position > self.criterion.position), None)
        if following:
            return reverse("evaluation:record_consensus", args=[slug, self.lot.number, self.bid.letter, following.position])
        return reverse("evaluation:show_consensus", args=[slug, self.lot.number])
