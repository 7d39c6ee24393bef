"""Pages of the tender itself: for the team that leads it, and the questions that everybody can ask."""
