"""Pelican's settings, with a reader for front matter in YAML; its own knows flat lines only."""

from __future__ import annotations

from pathlib import Path

import yaml
from markdown import Markdown
from pelican import signals
from pelican.readers import BaseReader
from pelican.utils import get_date

_MARKDOWN = Markdown(extensions=["tables", "footnotes"])


class _Reader(BaseReader):
    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, object]]:
        _, front, body = Path(source_path).read_text(encoding="utf-8").split("---\n", 2)
        values = yaml.load(front, yaml.CSafeLoader)
        found = {key: self.process_metadata(key, values[key]) for key in ("title", "category")}
        return _MARKDOWN.reset().convert(body), {
            **found,
            "date": get_date(str(values["date"])),
            "claim": values["claim"],
        }


class _Plugin:
    @staticmethod
    def register() -> None:
        signals.readers_init.connect(_add, weak=False)


def _add(readers: object) -> None:
    readers.reader_classes["md"] = _Reader


SITENAME, SITEURL, AUTHOR, TIMEZONE = "The Yardstick", "https://yardstick.example/checks", "The Yardstick", "UTC"
PATH, ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS, OUTPUT_PATH = "content", ["claims"], [], [], "public"
THEME, THEME_STATIC_PATHS, PLUGINS = "theme", [], [_Plugin]
READERS = {"html": None, "rst": None}
FILENAME_METADATA = r"(?P<slug>.*)"
ARTICLE_URL, ARTICLE_SAVE_AS = "claims/{slug}/", "claims/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "topics/{slug}/", "topics/{slug}/index.html"
AUTHOR_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES, PAGINATED_TEMPLATES = ["index", "claims", "sitemap"], {"claims": 50}
CLAIMS_SAVE_AS, SITEMAP_SAVE_AS = "claims/index.html", "sitemap.xml"
FEED_DOMAIN, FEED_ALL_ATOM, FEED_MAX_ITEMS = SITEURL, "atom.xml", 50
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
SUMMARY_MAX_LENGTH, WITH_FUTURE_DATES = 0, False
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER, CHECK_MODIFIED_METHOD = "reader", "mtime"
