"""Loading so many objects of each kind, in bulk: what stands in rows, not how it came there."""
