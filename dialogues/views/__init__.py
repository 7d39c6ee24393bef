"""Pages of step 1: the dialogue, its meetings, contributions, findings and answers."""
