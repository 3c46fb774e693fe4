"""The small complete site of the tests, with other files laid over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from site_src.checks import run
from site_src.diagnostics.finding import in_order
from site_src.reading.files import ContentFile, Tree, read_content
from site_src.reading.fonts import with_fonts
from site_src.reading.gather import read_catalogue

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from site_src.checks import Check
    from site_src.diagnostics.finding import Finding

SITES = Path(__file__).parent / "sites"
HARBOUR = SITES / "harbour"


def laid_over(files: Mapping[str, str | bytes | None]) -> Tree:
    """Gives harbour with files replaced or added, by their names in the content folder; None takes one out."""
    harbour = read_content(HARBOUR)
    whole: dict[str, str | bytes | None] = {file.name: file.content for file in harbour.files}
    whole.update(files)
    return Tree(
        tuple(
            ContentFile(name, content.encode() if isinstance(content, str) else content)
            for name, content in sorted(whole.items())
            if content is not None
        ),
        harbour.findings,
    )


def findings(tree: Tree, *, today: datetime.date | None = None) -> tuple[Finding, ...]:
    """Gives all that is wrong in a tree, as `check` would."""
    catalogue, found = read_catalogue(tree)
    return in_order([*found, *run(with_fonts(catalogue), today=today)])


def found(check: Check, files: Mapping[str, str | bytes | None]) -> list[Finding]:
    """Gives what one check finds in harbour with files laid over it."""
    return list(check.check(read_catalogue(laid_over(files))[0]))


def lines(tree: Tree, file: str) -> Sequence[str]:
    """Gives the lines of a file by its name in findings; none of a picture or document."""
    content = next((each.content for each in tree.files if f"content/{each.name}" == file), None)
    if content is None or file.startswith("content/files/"):
        return []
    return content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


def edited(name: str, old: str, new: str) -> str:
    """Gives a text of harbour in which something that stands there once is replaced."""
    text = (HARBOUR / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, (name, old)
    return text.replace(old, new)


def claim(front: str = "", body: str = "") -> str:
    """Gives a claim that is sound by itself, with the keys of `front` beside its own or in place of them."""
    named = {line.partition(":")[0] for line in front.splitlines()}
    kept = [text for key, text in _CLAIM.items() if key not in named]
    return "\n".join(["---", *kept, *([front.strip("\n")] if front else []), "---", body])


_CLAIM = {
    "claim": "claim: The northern lock was built in 1911.",
    "topic": "topic: harbour-bridge",
    "rating": "rating: supported",
    "verdict": "verdict: The stone over the gate bears that year.",
    "reviewed_on": "reviewed_on: 2024-03-20",
    "appearances": "appearances:\n  - source: audit-report\n    stance: silent",
}
