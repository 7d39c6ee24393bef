"""The signs of the platform: small drawings of our own on a 20 by 20 sheet, in the colour of the text around them.

A sign never stands alone: the word beside it says the same, so the drawing is hidden from a screen reader.
"""
# ruff: noqa: E501 - a drawing is one line

import functools

from django.utils.html import format_html
from django.utils.safestring import mark_safe

_LINE = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"'
_FULL = 'fill="currentColor"'
_CUT = 'fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round"'

# name: drawing. `_LINE` is drawn, `_FULL` is filled, `_CUT` is cut out of what is filled.
ICONS = {
    "check": f'<path d="M3.8 10.6 8 14.8 16.4 5.4" {_LINE} stroke-width="2.8"/>',
    "half": f'<circle cx="10" cy="10" r="6.8" {_LINE} stroke-width="2.4"/><path d="M10 3.2v13.6a6.8 6.8 0 0 0 0-13.6Z" {_FULL}/>',
    "hourglass": f'<path d="M5 2.8h10M5 17.2h10M6.4 2.8c0 4.6 7.2 9.8 7.2 14.4M13.6 2.8c0 4.6-7.2 9.8-7.2 14.4" {_LINE}/>',
    "dot": f'<circle cx="10" cy="10" r="5.2" {_FULL}/>',
    "ring": f'<circle cx="10" cy="10" r="5" {_LINE}/>',
    "clock": f'<circle cx="10" cy="10" r="7.4" {_LINE}/><path d="M10 5.6v4.6l3.1 1.9" {_LINE}/>',
    "cross": f'<path d="M5 5l10 10M15 5 5 15" {_LINE} stroke-width="2.6"/>',
    "lock": f'<rect x="4.2" y="8.8" width="11.6" height="8.4" rx="1.6" {_LINE}/><path d="M6.8 8.6V6.4a3.2 3.2 0 0 1 6.4 0v2.2" {_LINE}/>',
    "info": f'<circle cx="10" cy="10" r="8.8" {_FULL}/><path d="M10 9.4v4.8" {_CUT}/><circle cx="10" cy="6" r="1.35" fill="#fff"/>',
    "warning": f'<path d="M10 1.8 19 17.8H1Z" {_FULL}/><path d="M10 7.6v4.4" {_CUT}/><circle cx="10" cy="15" r="1.25" fill="#fff"/>',
    "thread": f'<path d="m10 2.4 2.3 4.9 5.3.7-3.9 3.7 1 5.3-4.7-2.6L5.3 17l1-5.3L2.4 8l5.3-.7Z" {_LINE} stroke-width="1.8"/>',
    "speech": f'<path d="M3 3.8h14v9.4H9.6L6 16.8v-3.6H3Z" {_LINE}/>',
    "mail": f'<rect x="2.4" y="4.4" width="15.2" height="11.2" rx="1.2" {_LINE}/><path d="m3 5.4 7 5.4 7-5.4" {_LINE}/>',
    "document": f'<path d="M4.6 2.2h7.2l3.6 3.6v12H4.6Z" {_LINE}/><path d="M11.6 2.4v3.8h3.6M7.4 10.2h5.2M7.4 13.6h5.2" {_LINE} stroke-width="1.7"/>',
    "scales": f'<path d="M10 3v13.6M6 16.8h8M3.2 5.6h13.6" {_LINE}/><path d="M1.4 11.2 4 5.8l2.6 5.4a2.7 2.7 0 0 1-5.2 0ZM13.4 11.2 16 5.8l2.6 5.4a2.7 2.7 0 0 1-5.2 0Z" {_LINE} stroke-width="1.6"/>',
    "handshake": f'<path d="m1.8 7.4 3.4-2.2 4.6 1.6 5-1.6 3.4 2.2-1.8 4.8-4.6 4-2.2-.2-5-4.2Z" {_LINE} stroke-width="1.8"/><path d="M9.8 6.8 7.6 9.6c1.6 1 2.8.4 3.8-.8l3.4 3" {_LINE} stroke-width="1.8"/>',
    "chart": f'<path d="M2.8 2.8v14.4h14.4" {_LINE}/><path d="m5.8 13 3.6-4 2.8 2.4 4.4-6" {_LINE}/>',
    "lamp": f'<path d="M7.4 13.4C5.6 12.2 4.6 10.6 4.6 8.2a5.4 5.4 0 0 1 10.8 0c0 2.4-1 4-2.8 5.2v1.2H7.4ZM8 17.6h4" {_LINE}/>',
    "arrow": f'<path d="M3.6 10h12.4M11.4 5.2 16.2 10l-4.8 4.8" {_LINE} stroke-width="2.4"/>',
    "people": f'<circle cx="7" cy="6.4" r="2.9" {_LINE}/><path d="M1.6 16.8c.2-3.6 2-5.4 5.4-5.4s5.2 1.8 5.4 5.4" {_LINE}/><path d="M12.8 3.8a2.8 2.8 0 0 1 0 5.2M14.6 11.8c2.4.6 3.6 2.2 3.8 5" {_LINE}/>',
    "euro": f'<path d="M15.6 5A6.4 6.4 0 1 0 15.6 15M2.6 8.4h8.8M2.6 11.6h8.8" {_LINE}/>',
    "pencil": f'<path d="m3 17 .8-4L13.6 3.2a1.6 1.6 0 0 1 2.2 0l1 1a1.6 1.6 0 0 1 0 2.2L7 16.2ZM11.8 5l3.2 3.2" {_LINE}/>',
    "search": f'<circle cx="8.6" cy="8.6" r="5.6" {_LINE}/><path d="m12.8 12.8 4.6 4.6" {_LINE} stroke-width="2.6"/>',
    "pin": f'<path d="M10 18c-3.8-4-5.7-7.2-5.7-9.8a5.7 5.7 0 0 1 11.4 0c0 2.6-1.9 5.8-5.7 9.8Z" {_LINE}/><circle cx="10" cy="8.2" r="1.9" {_LINE}/>',
    "calendar": f'<rect x="2.8" y="4.2" width="14.4" height="13" rx="1.4" {_LINE}/><path d="M2.8 8.4h14.4M6.6 2.4v3.4M13.4 2.4v3.4" {_LINE}/>',
    "download": f'<path d="M10 2.8v9.6M5.8 8.6 10 12.8l4.2-4.2M3.4 17h13.2" {_LINE}/>',
    "printer": f'<path d="M5.4 7V2.6h9.2V7M5.4 14H2.8V7h14.4v7h-2.6" {_LINE}/><path d="M5.4 11.4h9.2v6H5.4Z" {_LINE}/>',
    "plus": f'<path d="M10 4v12M4 10h12" {_LINE} stroke-width="2.4"/>',
}


@functools.cache
def icon(name: str, size: int = 20) -> str:
    """The drawing called `name`, hidden from screen readers. Raises KeyError for a name that is not drawn."""
    return format_html(
        '<svg class="mw-icon" width="{0}" height="{0}" viewBox="0 0 20 20" stroke-width="2"'
        ' aria-hidden="true" focusable="false">{1}</svg>',
        size,
        mark_safe(ICONS[name]),  # noqa: S308 - our own drawings
    )
