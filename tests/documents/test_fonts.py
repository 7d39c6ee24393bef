"""Fonts are unpacked once in a process, whichever document comes first."""

import io

import pikepdf
from django.conf import settings

from documents import pdf
from documents.fonts import unpacked

FONT = settings.BASE_DIR / "node_modules" / "@fontsource" / "noto-sans" / "files" / "noto-sans-latin-400-normal.woff2"
PAGE = '<html lang="nl"><head><title>Brief</title></head><body><p>Wij kozen.</p></body></html>'


def test_a_font_is_unpacked_once():
    assert unpacked(FONT)[:4] == b"\0\1\0\0"  # TrueType, by its first bytes
    assert unpacked(FONT) is unpacked(FONT)


def test_a_second_document_unpacks_nothing(monkeypatch):
    pdf.html_to_pdf(PAGE)
    before = unpacked.cache_info()
    content, _pages = pdf.html_to_pdf(PAGE)
    after = unpacked.cache_info()
    assert (after.misses, after.hits > before.hits) == (before.misses, True)
    with pikepdf.open(io.BytesIO(content)) as made:
        assert "Noto" in str(next(iter(made.pages[0].Resources.Font.values())).BaseFont)
