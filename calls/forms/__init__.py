"""Forms of steps 2 (request) and 3 (procedure)."""
