"""Who may do what, in which step. Read a row as a sentence; a right that is not in a chapter does not exist.

A permission is asked about a thing: a municipality, a tender, or something that has a `.tender` (and a `.lot`). Each
word is a predicate in a `predicates.py`: of accounts (who you are in a municipality), tenders (who you are in a tender,
and where it stands) or the app of the thing. tests/permissions.txt has the outcome for every step and everybody.
"""

from config.permissions import bids, budgets, coalitions, contract, dialogue, evaluation, initiatives, inventory, platform, request
from config.permissions.exclusions import EXCLUDED_TOGETHER, REFUSES_JOINING

__all__ = ["CHAPTERS", "EXCLUDED_TOGETHER", "PERMISSIONS", "REFUSES_JOINING"]

# In the order of a tender's way. Every right stands in one chapter (tests/test_architecture.py).
CHAPTERS = (platform, inventory, dialogue, initiatives, coalitions, budgets, request, bids, evaluation, contract)
PERMISSIONS = {name: rule for chapter in CHAPTERS for name, rule in chapter.PERMISSIONS.items()}
