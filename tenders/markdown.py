"""Markdown that people wrote, as HTML that can do no harm. The only import of markdown-it and nh3."""

import functools
import re

import nh3
from django.conf import settings
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

_TAGS = {
    "p", "br", "hr", "strong", "em", "s", "ul", "ol", "li", "blockquote", "code", "pre", "a",
    "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}}
# The space in an amount or a share, where a line must not end.
_UNBROKEN = re.compile(r"(?<=€) (?=\d)|(?<=\d) (?=%)")
_parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"]).disable("image")


# Kept, because a text is read a thousand times for each time that it is written.
@functools.lru_cache(maxsize=2048)
def render(text: str, top: int = 3) -> SafeString:
    """Safe HTML of `text`, its largest heading on level `top`: a heading in a text never outranks those of its page.

    Raw HTML is shown as text, pictures are left out, and a link that leaves the platform is not followed by search engines.
    """
    env: dict = {}
    tokens = _parser.parse(text or "", env)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + top - 1)}"
        for child in token.children or ():
            if child.type == "link_open" and _leaves(str(child.attrGet("href") or "")):
                child.attrSet("rel", "nofollow noopener")
    html = _parser.renderer.render(tokens, _parser.options, env)
    html = _UNBROKEN.sub("\u00a0", html)
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None, url_schemes={"http", "https", "mailto", "tel"})
    return SafeString(clean)


def _leaves(address: str) -> bool:
    own = settings.SITE_ADDRESS.rstrip("/")
    if address == own or address.startswith((own + "/", "#")):
        return False
    return address.startswith("//") or "://" in address
