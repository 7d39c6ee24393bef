"""Addresses of a tender's pages, kept once made: a list asks for fifty, and a slug never changes after publication."""

import functools

from django.urls import reverse
from django.utils.translation import get_language


def address(page: str, slug: str) -> str:
    """The address of a page (a url name) that takes the tender's slug, in the language of now."""
    return _address(page, slug, get_language())


@functools.lru_cache(maxsize=8192)
def _address(page: str, slug: str, language: str | None) -> str:
    return reverse(page, args=[slug])
