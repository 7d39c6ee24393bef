"""Public ids: what stands in a URL instead of a counter."""

import secrets

# No vowels, so no words; no 0, 1, l or o, so that it can be read aloud from paper.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"


def new_public_id() -> str:
    """Ten random characters, about 47 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))


def new_code() -> str:
    """A code for on paper, three groups of four: 'k7wp-93bd-xm2h', about 57 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
