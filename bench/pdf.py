"""`python -m bench.pdf 12`: the request's PDF as the worker makes it, against WeasyPrint alone on the same HTML; prints JSON."""

import json
import statistics
import sys
import time

import django

django.setup()

import weasyprint  # noqa: E402 - the apps are ready only now
from django.conf import settings  # noqa: E402
from django.template.loader import render_to_string  # noqa: E402
from django.utils import translation  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402

from calls.models import CallVersion  # noqa: E402
from calls.printed import Printed  # noqa: E402
from calls.tasks import render_call  # noqa: E402
from events import log  # noqa: E402

ROUNDS = 3


def floor(html: str) -> int:
    """WeasyPrint alone: the same HTML and style sheet, and the same tagged kind of PDF."""
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(filename=settings.BASE_DIR / "static" / "documents" / "document.css", font_config=fonts)
    page = weasyprint.HTML(string=html, base_url=str(settings.BASE_DIR))
    made = page.render(stylesheets=[sheet], font_config=fonts)
    made.write_pdf(pdf_variant="pdf/ua-1")
    return len(made.pages)


def ours(version: CallVersion, event_id: int) -> int:
    """All of the task: from the event's id to the file in the archive."""
    version.document.file.delete(save=True)
    render_call(event_id)
    version.document.refresh_from_db()
    return version.document.pages


def html_of(version: CallVersion) -> str:
    with translation.override("nl"):
        context = {"version": version, "tender": version.tender, "printed": Printed(version)}
        return render_to_string("documents/call.html", {**context, "document": version.document, "pdf_language": "nl"})


def spent(work, *args) -> tuple[float, float, int]:
    cpu, clock = time.process_time(), time.perf_counter()
    pages = work(*args)
    return time.process_time() - cpu, time.perf_counter() - clock, pages


def main(version_id: int) -> dict:
    version = CallVersion.objects.select_related("tender__municipality", "document").get(pk=version_id)
    event = log.record("bench.call_asked", by=None, thing=version)
    html = html_of(version)
    floor(html)  # fonts are found and read the first time
    rounds = []
    after = spent(floor, html)
    for _round in range(ROUNDS):
        first, made = after, spent(ours, version, event.pk)
        after = spent(floor, html)
        rounds.append({"floor": [(a + b) / 2 for a, b in zip(first, after, strict=True)], "ours": made})
    return {
        "pages": made[2],
        "floor_pages": after[2],
        "cpu_ratio": statistics.median(row["ours"][0] / row["floor"][0] for row in rounds),
        "wall_ratio": statistics.median(row["ours"][1] / row["floor"][1] for row in rounds),
        "cpu_ms": 1000 * statistics.median(row["ours"][0] for row in rounds),
        "floor_ms": 1000 * statistics.median(row["floor"][0] for row in rounds),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
