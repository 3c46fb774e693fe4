"""Names that no page or claim may take, for the site needs them: the content format's section "Addresses"."""

from __future__ import annotations

import re

FIRST_WORDS = frozenset(
    {
        "claims", "topics", "matrix", "sources", "ratings", "corrections", "claimants", "tags", "search",
        "embed", "feeds", "data", "schema", "assets", "files", "admin", "pagefind",
        "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "404.html", "build.json",
        ".nojekyll", ".well-known", "CNAME",
    }
)  # fmt: skip
RESERVED_PAGES = FIRST_WORDS | {"index", "build", "feed", "robots", "sitemap", "topics"}
RESERVED_CLAIMS = frozenset({"page"})
SITEMAP_PART = re.compile(r"sitemap-[0-9]+\.xml")
