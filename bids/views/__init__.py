"""Pages of rounds, bids and their opening."""
