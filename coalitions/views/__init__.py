"""Pages of the coalition market."""
