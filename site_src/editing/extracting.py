"""The main text of a web page and what it says about itself, without menus, notices and comments.

Needs trafilatura, the extra `archive`; importing this module without it raises ModuleNotFoundError.
"""

from __future__ import annotations

import re

import trafilatura
from trafilatura.settings import Document

from site_src.editing.source_text import SourceText


def extracted(html: str, address: str) -> SourceText:
    """Give the main text of a page with its title, author, publisher, day and language, as far as it names them."""
    document = trafilatura.bare_extraction(
        html, url=address or None, with_metadata=True, include_comments=False, include_tables=True, deduplicate=False
    )
    if not isinstance(document, Document):
        return SourceText("", {})
    language = _LANGUAGE.search(html[:5000])
    known = {
        "title": document.title,
        "author": document.author,
        "publisher": document.sitename or document.hostname,
        "published": document.date,
        "language": language[1] if language else "",
    }
    return SourceText(document.text or "", {key: str(value) for key, value in known.items() if value})


_LANGUAGE = re.compile(r"<html\b[^<>]*?\slang\s*=\s*[\"']?([A-Za-z0-9-]{2,35})", re.IGNORECASE)
