"""The pages that are measured: which line each must meet, where it is, and who looks."""

from dataclasses import dataclass

from bench import lines
from bench.lines import ONE_THING, PAGED, Line


@dataclass(frozen=True)
class Page:
    """One page. `args` and `who` are names of what bench/load made; without `who` a visitor looks.

    `ours` says that performance.md has a line of its own for it; else the nearest line is applied. `sends` is how it is
    asked: get, etag (the second time, with the ETag of the first), autosave or submit.
    """

    name: str
    line: Line
    url: str
    args: tuple = ()
    who: str = ""
    ours: bool = False
    growth: float | None = PAGED
    sends: str = "get"
    query: str = ""

    @property
    def may_be_kept(self) -> bool:
        """Whether a visitor may get it as it was drawn for the one before."""
        return self.sends == "get" and not self.who


PAGES = (
    Page("public list of tenders", lines.LIST, "portal:list_tenders", ours=True),
    Page("public list of tenders, with an ETag", lines.LIST_WITH_ETAG, "portal:list_tenders", ours=True, sends="etag"),
    Page("public page of a tender, step 1", lines.PUBLIC, "portal:show_tender", ("talk",), ours=True, growth=ONE_THING),
    Page("public page of a tender, step 4", lines.PUBLIC, "portal:show_tender", ("select",), ours=True, growth=ONE_THING),
    Page("public page of the request", lines.PUBLIC, "calls:show_call", ("write",), ours=True, growth=ONE_THING),
    Page(
        "published version of the request", lines.PUBLIC, "calls:show_version", ("select", "version"), ours=True, growth=ONE_THING
    ),
    Page("public page of an award", lines.PUBLIC, "evaluation:show_decision", ("done", "decision"), ours=True, growth=ONE_THING),
    # With 50 contributions, and with 5,000 (place.CONTRIBUTIONS); the word is one that all of them say.
    Page("dialogue", lines.PUBLIC, "dialogues:show_dialogue", ("talk",)),
    Page("dialogue, a word that was looked for", lines.PUBLIC, "dialogues:show_dialogue", ("talk",), query="?zoek=werkbanken"),
    Page("dialogue, who is missing", lines.PUBLIC, "dialogues:show_missing", ("talk",)),
    Page("map of who is there", lines.PUBLIC, "portal:show_map", ("talk",)),
    Page("market of parties", lines.PUBLIC, "coalitions:show_market", ("municipality",)),
    Page("parties that fit a party", lines.OFFICER, "coalitions:list_matches", ("listing",), who="seeker"),
    Page("theme groups with their sums", lines.PUBLIC, "dialogues:list_groups", ("talk",), growth=ONE_THING),
    Page("screen of a meeting room", lines.PUBLIC, "dialogues:screen", ("room",)),
    Page("what people just begin", lines.PUBLIC, "initiatives:list_initiatives", ("municipality",)),
    Page("plans from outside", lines.PUBLIC, "initiatives:list_plans", ("municipality",)),
    Page("report of a dialogue", lines.PUBLIC, "dialogues:show_conclusion", ("write",)),
    Page("golden thread of a contribution", lines.PUBLIC, "golden_thread:follow_contribution", ("done", "one"), growth=ONE_THING),
    Page("list of threads", lines.PUBLIC, "golden_thread:show_threads", ("done",)),
    Page("list of questions", lines.PUBLIC, "tenders:list_questions", ("talk",)),
    Page("list of amendments", lines.PUBLIC, "calls:list_amendments", ("write",)),
    Page("selection, step 4", lines.PUBLIC, "evaluation:show_selection", ("select",)),
    Page("monitoring, step 6", lines.PUBLIC, "monitoring:show_monitoring", ("done",), growth=ONE_THING),
    Page("inventory of a municipality", lines.PUBLIC, "inventory:show_inventory", ("municipality",)),
    Page("what comes up or closes", lines.PUBLIC, "inventory:show_calendar", ("municipality",)),
    Page("home of a municipality", lines.PUBLIC, "portal:show_municipality", ("municipality",)),
    Page("officer's work list, 50 tenders", lines.WORK_LIST, "portal:my_work", who="officer", ours=True),
    Page("work list of who leads all tenders", lines.WORK_LIST, "portal:my_work", who="buyer", ours=True),
    Page("officer's list of contributions", lines.WORK_LIST, "dialogues:list_contributions", ("talk",), who="officer"),
    Page(
        "officer's list of contributions, a word",
        lines.WORK_LIST,
        "dialogues:list_contributions",
        ("talk",),
        "officer",
        query="?zoek=werkbanken",
    ),
    Page("reports of contributions", lines.WORK_LIST, "dialogues:list_flags", ("talk",), who="officer"),
    Page("officer's page of a tender, step 2", lines.OFFICER, "tenders:manage_tender", ("write",), "officer", True, ONE_THING),
    Page("officer's page of a tender, step 4", lines.OFFICER, "tenders:manage_tender", ("select",), "officer", True, ONE_THING),
    Page("assessor's scoring page", lines.SCORING, "evaluation:score_bid", ("select", "two", "one"), "assessor", True),
    Page("ranking, 500 bids x 3", lines.RANKING, "evaluation:show_ranking", ("rank", "one"), "secretary", True, None),
    Page("ranking, 2,000 bids x 3", lines.LONG_RANKING, "evaluation:show_ranking", ("rank", "two"), "secretary", True, None),
    Page("form page of a bid", lines.FORM, "bids:write_bid", ("form_bid", "part"), "form_maker", True, ONE_THING),
    Page("autosave", lines.AUTOSAVE, "bids:write_bid", ("save_bid", "part"), "save_maker", True, ONE_THING, "autosave"),
    Page("submit", lines.SUBMIT, "bids:submit_bid", ("submit_bids",), "submit_makers", True, ONE_THING, "submit"),
)
