"""The lines of shared/design/performance.md, unchanged: what a page may cost at most."""

from dataclasses import dataclass

# For every page: the same statement at most so many times, and HTML of at most so many bytes.
MOST_REPEATED = 2
MOST_BYTES = 100 * 1024
# CPU with 2,000 objects, as times that with 100.
PAGED, ONE_THING = 1.25, 1.05


@dataclass(frozen=True)
class Line:
    """One row of the table: statements at most, and CPU at most as times its floor."""

    name: str
    queries: int | None
    cpu: float
    floor: str = "rows"


LIST = Line("public list of tenders, 50 rows", 5, 1.5)
LIST_WITH_ETAG = Line("the same for a visitor with an ETag", 5, 1.0)
PUBLIC = Line("public page of a tender, request or award", 8, 2.5)
WORK_LIST = Line("officer's work list, 50 rows with filters and counts", 10, 3)
OFFICER = Line("officer's page of one tender", 15, 4)
SCORING = Line("assessor's scoring page", 12, 3)
RANKING = Line("ranking with all scores, 500 bids x 3", 12, 5)
LONG_RANKING = Line("the same with 2,000", 12, 7)
FORM = Line("form page of a bid", 9, 2.5)
AUTOSAVE = Line("autosave POST", 8, 2)
SUBMIT = Line("final submit POST", 20, 3, floor="upload")
PDF = Line("the call's PDF", None, 1.15, floor="pdf")
MAIL = Line("letters", None, 1.3, floor="mail")
