"""What happened: one log that is also the outbox, the one clock, and what every model must declare."""
