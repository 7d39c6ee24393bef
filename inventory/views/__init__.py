"""Pages of what is there already: the inventory, lists, questions, what comes up or closes, and what may stop."""
