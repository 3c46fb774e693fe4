"""What an import could not take over as it stood, file by file and field by field, in lines of text."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.diagnostics.report import visible
from site_src.editing.importing.texts import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to tell: the file, the number of the record in it (0: the file itself), the field, why, and the value.

    Without a field, it is the whole record that was not taken over.
    """

    file: str
    number: int
    field: str
    why: str
    text: str = ""


def account(entries: Sequence[Entry], imported: Mapping[str, int]) -> str:
    """Give for each field and reason one of the values, and below it the files and the numbers of the records.

    `imported` says how many records of each file there are drafts of. What such drafts tell themselves is cut short.
    """
    grouped: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        grouped.setdefault((entry.field, entry.why), []).append(entry)
    lines: list[str] = []
    for (field, why), group in sorted(grouped.items()):
        example = Counter(one_line(entry.text) for entry in group if entry.text).most_common(1)
        such = f", such as “{visible(shortened(example[0][0], _EXAMPLE))}”" if example else ""
        lines.append(f"{visible(field) or 'Not imported'}: {visible(why.rstrip('.'))}{such}")
        lines += _cut([f"  {line}" for line in _files(group, imported)], field, "  and in {} more files")
    return "\n".join(lines)


_EXAMPLE = 60  # characters
_MOST = 12  # files, or runs of records, of what the drafts tell as well


def _files(group: Sequence[Entry], imported: Mapping[str, int]) -> Iterator[str]:
    for file in dict.fromkeys(entry.file for entry in group):
        field = group[0].field
        numbers = sorted({entry.number for entry in group if entry.file == file and entry.number})
        if field and len(numbers) == imported.get(file, 0):
            yield f"{visible(file)}: {'all ' if len(numbers) > 1 else ''}{_counted(len(numbers))}"
        elif numbers:
            runs = _cut(list(_runs(numbers)), field, "…")
            yield f"{visible(file)}: {_counted(len(numbers))}: {', '.join(runs)}"
        else:
            yield visible(file)


def _cut(parts: list[str], field: str, rest: str) -> list[str]:
    """Cut a list short, save where whole records are told, which have no draft."""
    return parts if not field or len(parts) <= _MOST else [*parts[:_MOST], rest.format(len(parts) - _MOST)]


def _counted(number: int) -> str:
    return "1 record" if number == 1 else f"{number} records"


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """Write 1, 2, 3, 7 as 1–3, 7."""
    for _, run in itertools.groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        first, *rest = [number for _, number in run]
        yield f"{first}–{rest[-1]}" if rest else str(first)
