"""Pages of step 5: the contract of each lot, its agreements, and signing."""
