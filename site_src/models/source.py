"""sources/<slug>.md: a document that the claims are traced through."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from site_src.models.fields import Aliases, Day, InferredDate, Language, SourceSlugs, Text, Url
from site_src.models.record import Fault, Record, repeated

SourceKind = Literal[
    "article", "wire", "press-statement", "filing", "research-note", "dataset", "statistics", "post", "speech",
    "interview", "broadcast", "document", "court", "book",
]  # fmt: skip


class Source(Record):
    """A document: an article, a statement, a data set."""

    title: Text = Field(description="Its own title, or the editors' in square brackets where it has none.")
    publisher: Text | None = Field(None, description="Who published it; absent when not known.")
    kind: SourceKind = Field(description="What sort of document it is.")
    url: Url | None = Field(None, description="Its address.")
    archive_url: Url | None = Field(None, description="A lasting copy.")
    author: Text | None = Field(None, description="Who wrote it.")
    published: InferredDate | None = Field(None, description="When it was published, as exactly as is known.")
    retrieved: Day | None = Field(None, description="When the editors read it.")
    language: Language | None = Field(None, description="Its language; the site's when absent.")
    relays: SourceSlugs = Field((), description="The sources that it passes on.")
    inferred: SourceSlugs = Field((), description="Those of `relays` that the editors infer.")
    aliases: Aliases = Field((), description="Former slugs or paths, each a redirect.")

    def faults(self) -> list[Fault]:
        """List slugs that stand twice, and inferred relays that are no relays."""
        found = [
            *repeated("relays", self.relays),
            *repeated("inferred", self.inferred),
            *repeated("aliases", self.aliases),
        ]
        message = "“{}” is inferred, but does not stand in `relays`."
        hint = "Add {} to `relays`, or take it out here."
        found += [
            Fault("inferred", message.format(slug), hint.format(slug), ("inferred", index), ("relays",))
            for index, slug in enumerate(self.inferred)
            if slug not in self.relays
        ]
        return found
