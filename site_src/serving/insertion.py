"""What the preview adds to a page that it serves: its script, its style, and what is wrong; never to a published one.

The page's Content Security Policy (level 3) is widened by just that: a script of this host, which may ask this host.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from site_src.serving.overlay import EVENTS, SCRIPT, STYLE

if TYPE_CHECKING:
    from site_src.serving.desk import News

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")', re.IGNORECASE)
_WIDENED = ("script-src", "connect-src", "style-src")


def inserted(page: bytes, panel: str, news: News) -> bytes:
    """Give a page with the preview's own parts in it; `news` is what it shows already."""
    text = _POLICY.sub(lambda found: found[1] + html.escape(widened(html.unescape(found[2]))) + found[3], page.decode())
    head = (
        f'<link rel="stylesheet" href="{STYLE}">\n<script defer src="{SCRIPT}" data-events="{EVENTS}"'
        f' data-site="{news.site}" data-problems="{news.problems}"></script>\n</head>'
    )
    foot = (
        '<aside class="touchstone-preview" aria-label="Preview" lang="en" dir="ltr">\n'
        f'<div id="touchstone-preview" aria-live="polite">{panel}</div>\n'
        '<p id="touchstone-offline" class="touchstone-preview__offline" role="status" hidden>'
        "The preview has ended; this page may be out of date.</p>\n</aside>\n</body>"
    )
    return foot.join(_last_split(text.replace("</head>", head, 1), "</body>")).encode()


def widened(policy: str) -> str:
    """Give a policy that allows what it allowed, and scripts, styles and questions of the page's own host."""
    directives = [part.split() for part in policy.split(";") if part.strip()]
    allowed = {name.lower(): sources for name, *sources in directives}
    for name in _WIDENED:
        sources = [source for source in allowed.get(name, ()) if source != "'none'"]
        allowed[name] = sources if "'self'" in sources else [*sources, "'self'"]
    return "; ".join(" ".join([name, *sources]) for name, sources in allowed.items())


def _last_split(text: str, mark: str) -> list[str]:
    before, found, after = text.rpartition(mark)
    return [before, after] if found else [text]
