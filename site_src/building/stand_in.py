"""What stands in a preview for a file that was never without a mistake: its slug, and nothing else.

Without it, what names the file could not be shown either, nor what names that, and in the end hardly anything.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from site_src.reading.files import ContentFile
from site_src.reading.gather import read_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_src.reading.gather import FileRead

_TEXTS = {
    "claims": 'claim: "{slug} – not readable yet"\ntopic: {topic}\nstatus: draft',
    "topics": 'title: "{slug} – not readable yet"\nsummary: Its file has a mistake in it.\nsources: [{sources}]',
    "sources": 'title: "{slug} – not readable yet"\nkind: document\nrelays: [{relays}]',
    "pages": 'title: "{slug} – not readable yet"',
}
_MOST = 1000  # slugs that a list can have


def stand_in(name: str, read: FileRead | None, known: Sequence[str]) -> FileRead | None:
    """Give what stands in for a file; nothing where there is no such thing, as for a picture.

    `read` is what could be read of it, and `known` names all files that there are, this one among them.
    """
    kind, _, rest = name.partition("/")
    if kind not in _TEXTS or not rest.endswith(".md"):
        return None
    topics, sources = _slugs("topics", known), _slugs("sources", known)
    topic = read.claim.record.topic if read and read.claim else ""
    relays = read.source.record.relays if read and read.source else ()
    text = _TEXTS[kind].format(
        slug=_slug(name),
        topic=topic if topic in topics else next(iter(topics), ""),
        sources=", ".join(sources[:_MOST]),
        relays=", ".join(slug for slug in relays if slug in sources),
    )
    made = read_file(ContentFile(name, f"---\n{text}\n---\n".encode()))
    if made.claim:
        # Whether it is a draft is not known, so nobody is told not to lead to it.
        unknown = replace(made.claim.document, dropped=frozenset({("status",)}))
        return replace(made, claim=replace(made.claim, document=unknown))
    return made if made.entry else None


def _slugs(kind: str, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(_slug(name) for name in names if name.startswith(f"{kind}/") and name.endswith(".md"))


def _slug(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".md")
