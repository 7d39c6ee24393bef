"""What happened: one log with its outbox, the one clock, and what every model must declare."""
