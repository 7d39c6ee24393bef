"""Finished facts for config/gates.py, of steps 2 (request) and 3 (procedure)."""
