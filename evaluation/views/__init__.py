"""Pages of the committee, its scores, the ranking, the decision and its letters."""
