"""topics/<slug>.md: a story: the claims checked together and the sources compared."""

from __future__ import annotations

from pydantic import Field

from site_src.models.fields import Aliases, ClaimSlugs, SourceSlugs, Text
from site_src.models.record import Fault, Record, repeated


class Topic(Record):
    """A story, with one comparison matrix."""

    title: Text = Field(description="The topic's title.")
    summary: Text = Field(description="What it is about, in a sentence or two.")
    sources: SourceSlugs = Field(description="The sources compared, in the matrix's column order.")
    order: ClaimSlugs = Field((), description="The claims that lead the matrix's rows.")
    aliases: Aliases = Field((), description="Former slugs or paths, each a redirect.")

    def faults(self) -> list[Fault]:
        """List slugs that stand twice in a list."""
        return [
            *repeated("sources", self.sources),
            *repeated("order", self.order),
            *repeated("aliases", self.aliases),
        ]
