"""From HTML to a tagged PDF that is archived. The only import of WeasyPrint; the context comes from above."""

import hashlib
import io
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pikepdf
import weasyprint
from django.conf import settings
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.utils import translation
from pikepdf import Array, Dictionary, Name
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from documents.fonts import unpacked
from documents.models import Document
from events import clock

_SHEET = settings.BASE_DIR / "static" / "documents" / "document.css"


def render(document: Document, template: str, context: dict, *, folder: str) -> Document:
    """Render and archive `document`, once: a document that has its file is left as it is.

    `template` stands in templates/documents/. Variant PDF/UA-1; the language is the document's own.
    """
    if document.file:
        return document
    content, pages = make_pdf(template, {**context, "document": document}, language=document.language)
    document.file.save(f"{folder}/{document.kind}/{document.public_id}.pdf", ContentFile(content), save=False)
    document.file_sha256 = hashlib.sha256(content).hexdigest()
    document.pages = pages
    document.rendered_at = clock.now()
    document.save(update_fields=["file", "file_sha256", "pages", "rendered_at"])
    return document


def make_pdf(template: str, context: dict, *, language: str = "nl") -> tuple[bytes, int]:
    """The bytes of a tagged PDF/UA-1 and its number of pages."""
    with translation.override(language):
        html = render_to_string(template, {**context, "pdf_language": language})
    return html_to_pdf(html)


def html_to_pdf(html: str) -> tuple[bytes, int]:
    """Tagged PDF/UA-1 from a whole HTML page, and its number of pages."""
    fonts = FontConfiguration()  # shared by page and sheet, or @font-face finds nobody
    sheet = weasyprint.CSS(filename=str(_SHEET), url_fetcher=_LocalOnly(), font_config=fonts)
    page = weasyprint.HTML(string=html, base_url=str(settings.BASE_DIR), url_fetcher=_LocalOnly())
    made = page.render(stylesheets=[sheet], font_config=fonts)
    return _give_headings_their_scope(made.write_pdf(pdf_variant="pdf/ua-1")), len(made.pages)


class _LocalOnly(URLFetcher):
    """Fonts and pictures come from our own folders or from the page itself; nothing is ever fetched from elsewhere.

    WeasyPrint unpacks a font anew for each document: eight fonts cost five times what all the rest of a letter costs.
    """

    def fetch(self, url, headers=None):
        if not url.startswith((Path(settings.BASE_DIR).as_uri() + "/", "data:")):
            raise ValueError(f"a document may not fetch {url}")
        if url.endswith(".woff2"):
            return URLFetcherResponse(url, unpacked(Path(url2pathname(urlsplit(url).path))), {"Content-Type": "font/ttf"})
        return super().fetch(url, headers)


def _give_headings_their_scope(content: bytes) -> bytes:
    """WeasyPrint leaves out the scope of table headings, which PDF/UA wants: a row's heading beside cells, else a column's."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        tree = pdf.Root.get("/StructTreeRoot")
        if tree is not None:
            _walk(tree, in_head=False)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _children(element) -> list:
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, Array) else [kids]
    return [kid for kid in kids if isinstance(kid, Dictionary)]


def _walk(element, *, in_head: bool) -> None:
    kind = str(element.get("/S", ""))
    kids = _children(element)
    if kind == "/TR":
        beside_cells = any(str(kid.get("/S", "")) == "/TD" for kid in kids)
        for kid in kids:
            if str(kid.get("/S", "")) == "/TH":
                attributes = kid.get("/A")
                attributes = attributes if isinstance(attributes, Dictionary) else Dictionary(O=Name.Table)
                attributes["/O"] = Name.Table
                attributes["/Scope"] = Name.Row if beside_cells and not in_head else Name.Column
                kid["/A"] = attributes
    for kid in kids:
        _walk(kid, in_head=in_head or kind == "/THead")
