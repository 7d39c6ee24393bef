"""Pages of what people just begin."""
