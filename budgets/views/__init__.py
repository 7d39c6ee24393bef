"""Pages of a neighbourhood budget."""
