"""Forms of the committee, its scores and the decision."""
