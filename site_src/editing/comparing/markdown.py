"""What readers will notice, in Markdown for a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.addresses import Links
from site_src.editing.comparing.plain_words import target, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_src.addresses import Address
    from site_src.editing.comparing.notice import CellChange, Changes, Detail, Notice, Section


def markdown(changes: Changes, base: str | None) -> str:
    """Gives the changes as Markdown; `base` is the address of a site that shows them, to whose pages links lead.

    It is at most 60,000 characters long, for a comment on GitHub has at most 65,536.
    """
    lines = [*_HEAD]
    for section in changes.sections:
        lines += _section(section, base)
    lines += _cells(changes.cells, base)
    if len(lines) == len(_HEAD):
        lines += ["Nothing: every page says what it said before."]
    return f"{_cut(lines)}\n"


_HEAD = ("## What readers will notice", "")
_MOST = 40  # of a kind
_LONGEST = 60_000


def _section(section: Section, base: str | None) -> Iterator[str]:
    yield from (f"### {section.heading} ({len(section.notices)})", "")
    for notice in section.notices[:_MOST]:
        yield f"- {_linked(notice.title, notice.address, base)}{_only(notice)}"
        yield from (f"  - {_detail(detail)}" for detail in notice.details if detail.was or detail.now)
    yield from _rest(len(section.notices))
    yield ""


def _only(notice: Notice) -> str:
    """Give what is told of a thing in one word."""
    return "".join(f": {detail.label}" for detail in notice.details if not (detail.was or detail.now))


def _detail(detail: Detail) -> str:
    label = f"**{words(detail.label)}:** "
    if detail.was and detail.now:
        return f"{label}{words(detail.was)} → {words(detail.now)}"
    return f"{label}{words(detail.now)}" if detail.now else f"{label}~~{words(detail.was)}~~"


def _cells(cells: tuple[CellChange, ...], base: str | None) -> Iterator[str]:
    if not cells:
        return
    yield from (f"### Cells of the matrix ({len(cells)})", "")
    for topic in dict.fromkeys((cell.topic, cell.address) for cell in cells):
        mine = [cell for cell in cells if (cell.topic, cell.address) == topic]
        yield from (f"{_linked(*topic, base)}:", "", "| Claim | Source | Was | Is |", "| --- | --- | --- | --- |")
        for cell in mine[:_MOST]:
            yield f"| {words(cell.claim, 100)} | {words(cell.source)} | {words(cell.was)} | {words(cell.now)} |"
        yield from ("", *_rest(len(mine)), "")


def _rest(count: int) -> Iterator[str]:
    if count > _MOST:
        yield from ("", f"… and {count - _MOST} more.")


def _linked(title: str, address: Address | None, base: str | None) -> str:
    if address is None or base is None:
        return words(title)
    page = Links(address, base if base.endswith("/") else f"{base}/").canonical(address)
    return f"[{words(title)}]({target(page)})"


def _cut(lines: Iterable[str]) -> str:
    kept, room = [], _LONGEST
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            kept += ["", "… and more than a comment can hold."]
            break
        kept.append(line)
    return "\n".join(kept).rstrip()
