"""Pages that span the floors: home, tenders, my work, and managing a municipality."""
