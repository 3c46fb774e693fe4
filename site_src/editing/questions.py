"""What an editor can be asked for a new file: the keys of its model, in the model's words, as options and questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.editing.answers import KINDS, Given
from site_src.models.described import key, keys
from site_src.models.skeleton import AFTERWARDS, note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

APPEARANCES = "appearances.source"
"""The sources of a claim, of each of which an appearance is to be written."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask for: the key that it fills in, its option on the command line, and what is said about it.

    `shape` is a word for how the answer is written; `needed` tells whether the file cannot do without it.
    """

    name: str
    option: str
    says: str
    shape: str
    many: bool
    needed: bool


def questions(kind: str) -> tuple[Question, ...]:
    """Give all that can be asked for a kind of file, in the order of its keys."""
    return tuple(question(kind, name) for name in _names(kind))


def question(kind: str, name: str, known: Mapping[str, Sequence[str]] | None = None) -> Question:
    """Give what is asked for one key; `known` has the slugs and ids that can be named, by kind."""
    told = key(KINDS[kind], name)
    group, _, _ = name.rpartition(".")
    many = told.many or name == APPEARANCES
    stem = "source" if name == APPEARANCES else told.name.removesuffix("s") if told.many else name
    return Question(
        name=name,
        option="--" + stem.replace(".", "-").replace("_", "-"),
        says=note(told, known or {}),
        shape="SLUG" if told.names else told.form.shape.upper(),
        many=many,
        needed=told.needed and not many and not group,
    )


def missing(kind: str, given: Given) -> list[str]:
    """Give the options of what a file cannot do without and was not given; a group is whole or not there."""
    begun = {name.partition(".")[0] for name in given if "." in name and name != APPEARANCES}
    return [
        each.option
        for each in questions(kind)
        if each.name not in given
        and (each.needed or (each.name.partition(".")[0] in begun and key(KINDS[kind], each.name).needed))
    ]


def _names(kind: str) -> Iterator[str]:
    for each in keys(KINDS[kind]):
        if each.name in (*AFTERWARDS, "status") or each.form.shape == "pairs":
            continue
        if not each.parts:
            yield each.name
        elif not each.many:
            yield from (f"{each.name}.{part.name}" for part in each.parts)
    if kind == "claim":
        yield APPEARANCES
