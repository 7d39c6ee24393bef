"""One pure function per rule, by topic. rules.toml ties each id to its function, force, source and certainty."""
