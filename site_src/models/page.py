"""pages/<slug>.md: a standing page: methodology, corrections policy, about."""

from __future__ import annotations

from pydantic import Field

from site_src.models.fields import Aliases, Text, Whole
from site_src.models.record import Fault, Record, repeated


class Page(Record):
    """A standing page."""

    title: Text = Field(description="The page's title.")
    summary: Text | None = Field(None, description="One sentence for previews.")
    nav: Whole | None = Field(None, description="Its place in the navigation; absent: not there.")
    aliases: Aliases = Field((), description="Former slugs or paths, each a redirect.")

    def faults(self) -> list[Fault]:
        """List aliases that stand twice."""
        return repeated("aliases", self.aliases)
