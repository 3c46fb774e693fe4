"""An appearance fits its topic and its source.

Its `source` is one of the topic's `sources`, for it is a cell of the topic's matrix. Its `via` is one of the
`relays` of that source. Its `origin` is the source itself, or one to which `relays` lead from it, over one
source or several.

Right:  - source: coast-radio              (coast-radio.md has `relays: [harbour-daily]`)
          stance: attributes
          says: Quotes the Harbour Daily's figure
          via: harbour-daily
Wrong:  - source: harbour-daily            (harbour-daily.md does not relay coast-radio)
          stance: attributes
          says: Repeats the radio's figure
          via: coast-radio
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.reading.nearest import some_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.diagnostics.finding import Finding
    from site_src.models.claim import Claim
    from site_src.models.topic import Topic
    from site_src.reading.catalogue import Catalogue
    from site_src.reading.entry import Entry

RULE = "appearance"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Finds appearances whose source the topic lacks, or whose source does not lead to `via` or `origin`."""
    for entry in catalogue.claims.values():
        appearances = entry.record.appearances
        topic = catalogue.topics.get(entry.record.topic) if appearances else None
        for n, appearance in enumerate(appearances):
            if topic and appearance.source not in topic.record.sources:
                yield from _source(entry, n, appearance.source, topic, catalogue)
            if appearance.via:
                yield from _via(entry, n, appearance.source, appearance.via, catalogue)
            if appearance.origin:
                yield from _origin(entry, n, appearance.source, appearance.origin, catalogue)


def _source(entry: Entry[Claim], n: int, slug: str, topic: Entry[Topic], catalogue: Catalogue) -> Iterator[Finding]:
    # What does not exist is told by the references; a topic that lost a source cannot tell.
    if topic.knows(("sources",)) and catalogue.has("sources", slug):
        message = f"“{slug}” is not among the sources of the topic “{topic.slug}”."
        hint = f"Add {slug} to `sources` in {topic.file}, or name one of: {some_of(topic.record.sources)}."
        yield entry.finding(("appearances", n, "source"), RULE, message, hint)


def _via(entry: Entry[Claim], n: int, slug: str, via: str, catalogue: Catalogue) -> Iterator[Finding]:
    source = catalogue.sources.get(slug)
    if source and source.knows(("relays",)) and via not in source.record.relays and catalogue.has("sources", via):
        message = f"“{source.slug}” does not relay “{via}”, so it cannot have this from there."
        hint = f"Add {via} to `relays` in {source.file}, or take `via` out."
        yield entry.finding(("appearances", n, "via"), RULE, message, hint)


def _origin(entry: Entry[Claim], n: int, slug: str, origin: str, catalogue: Catalogue) -> Iterator[Finding]:
    if not catalogue.has("sources", origin) or _leads_to(slug, origin, catalogue):
        return
    message = f"No `relays` lead from “{slug}” to “{origin}”, so it cannot be the origin."
    hint = f"Add what is missing to the `relays` on the way, or name {slug} or one that it relays."
    yield entry.finding(("appearances", n, "origin"), RULE, message, hint)


def _leads_to(start: str, origin: str, catalogue: Catalogue) -> bool:
    """Tell whether `relays` lead from one source to the other, or may do so in a file that is partly read."""
    reached, waiting = {start}, [start]
    while waiting:
        source = catalogue.sources.get(waiting.pop())
        if source is None or not source.knows(("relays",)):
            return True
        fresh = set(source.record.relays) - reached
        reached |= fresh
        waiting += fresh
    return origin in reached
