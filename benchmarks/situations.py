"""What is measured: a cold build, one with nothing changed, and one after each kind of edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks import corpus, staging
from benchmarks.measuring import cost

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.measuring import Cost
    from benchmarks.peers import Peer

EDITS = {
    "a claim's body": corpus.with_body,
    "a claim's rating": corpus.with_rating,
    "a source's title": corpus.with_title,
}
COLD, SAME, TEMPLATE = "cold", "nothing changed", "a template of all claims"
SITUATIONS = (COLD, SAME, *EDITS, TEMPLATE)


@dataclass(frozen=True, slots=True)
class Project:
    """A peer's project in its folder, with so many claims."""

    peer: Peer
    folder: Path
    claims: int

    def stage(self) -> None:
        """Lay the project out, with the corpus as the peer reads it."""
        self.peer.prepare(self.folder)
        for part in corpus.parts(self.claims):
            staging.write(self.folder, self.peer.files(part))

    def measure(self) -> Iterator[tuple[str, Cost]]:
        """Build in each situation and give what it cost; after that the project is as it was."""
        self.peer.clean(self.folder)
        yield COLD, self._built()
        yield SAME, self._built()
        first = corpus.part(0, min(self.claims, corpus.CLAIMS))
        for name, edit in EDITS.items():
            staging.write(self.folder, self.peer.files(edit(first)))
            yield name, self._built()
            staging.write(self.folder, self.peer.files(first))
            self._built()
        template = self.folder / self.peer.template
        text = template.read_text(encoding="utf-8")
        template.write_text(text.replace("Evidence", "The evidence"), encoding="utf-8")
        yield TEMPLATE, self._built()
        template.write_text(text, encoding="utf-8")

    def _built(self) -> Cost:
        return cost(self.peer.command, self.folder)
