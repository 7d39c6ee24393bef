"""Pages of steps 2 (clauses, amendments, criteria) and 3 (procedure)."""
