"""Handing out a stored file, after a view has checked. Nothing in storage has an address of its own."""

from django.http import FileResponse, Http404, HttpResponse
from django.utils.text import slugify

from documents.models import Document, Upload
from events.etag import kept_by_nobody


def serve(document: Document | None) -> FileResponse:
    """A rendered document as a download with a readable name; 404 while it is not rendered yet."""
    if document is None or not document.file:
        raise Http404
    return _response(document.file, f"{slugify(document.title) or document.kind}.pdf", "application/pdf", inline=True)


def serve_upload(upload: Upload) -> FileResponse:
    """What somebody sent, always as a download and never shown inside our pages."""
    return _response(upload.file, upload.original_name, upload.content_type, inline=False)


def serve_picture(upload: Upload, *, public: bool = True) -> FileResponse:
    """A picture that we made ourselves (documents/pictures.py), to be shown in a page; hidden, it is gone within the hour."""
    response = _response(upload.file, f"{upload.public_id}.jpg", upload.content_type, inline=True)
    if public:
        response["Cache-Control"] = "public, max-age=3600"
    return response


def serve_paper(content: bytes, name: str) -> HttpResponse:
    """A small paper with codes on it (documents/paper.py), to print; it was stored nowhere."""
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"', "X-Content-Type-Options": "nosniff"}
    return kept_by_nobody(HttpResponse(content, content_type="application/pdf", headers=headers))


def _response(file, name: str, content_type: str, *, inline: bool) -> FileResponse:
    response = FileResponse(file.open("rb"), as_attachment=not inline, filename=name, content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
