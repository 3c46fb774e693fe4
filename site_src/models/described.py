"""The models as an editor meets them: every key with what it means, how it is written and what it may be.

The comments of new files, the hints of the editors' page and the reference of keys are all made of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

from site_src.models.form import Form, Named, Names
from site_src.models.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = Form("text")


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record.

    `needed` is what every file of the kind has, `unless_draft` what only a draft may lack. One with `many` is a list.
    `choices` are the words of which one stands there, `names` the kind of what a slug names, `parts` the keys of a
    group, `default` what counts where nothing stands, `type` is what pydantic makes of it.
    """

    name: str
    means: str
    needed: bool
    unless_draft: bool
    many: bool
    form: Form
    choices: tuple[str, ...] = ()
    names: Named | None = None
    parts: tuple[Key, ...] = ()
    default: str = ""
    type: Any = str

    @property
    def rule(self) -> str:
        """Say how its value is written; empty where any text will do."""
        return f"one of: {', '.join(self.choices)}" if self.choices else self.form.words


@cache
def keys(model: type[Record]) -> tuple[Key, ...]:
    """Give the keys of a record, in the order of the model."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(_key(model, name, hints[name]) for name in model.model_fields)


def key(model: type[Record], name: str) -> Key:
    """Give the key of that name; `claimant.name` is the name of a key in a group."""
    first, *rest = name.split(".")
    found = next(each for each in keys(model) if each.name == first)
    for each in rest:
        found = next(part for part in found.parts if part.name == each)
    return found


def _key(model: type[Record], name: str, hint: object) -> Key:
    field = model.model_fields[name]
    marks = list(_marks(hint))
    groups = [mark for mark in marks if isinstance(mark, type) and issubclass(mark, Record)]
    kinds = [mark.kind for mark in marks if isinstance(mark, Names)]
    return Key(
        name=name,
        means=field.description or "",
        needed=field.is_required(),
        unless_draft=name in model.unless_draft,
        many=any(get_origin(each) is tuple for each in _inside(hint)),
        form=next((mark for mark in marks if isinstance(mark, Form)), _TEXT),
        choices=tuple(mark for mark in marks if isinstance(mark, str)),
        names=kinds[0] if kinds else None,
        parts=keys(groups[0]) if groups else (),
        default=_written(field.default),
        type=hint,
    )


def _written(default: object) -> str:
    if isinstance(default, bool):
        return "true" if default else "false"
    return default if isinstance(default, str) else ""


def _inside(hint: object) -> Iterator[object]:
    """Give a type, and those of which it is made, the outermost first."""
    yield hint
    inner = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    for each in inner:
        if each is not NoneType and each is not ... and not isinstance(each, str):
            yield from _inside(each)


def _marks(hint: object) -> Iterator[object]:
    """Give what says something of a type: marks, groups of keys, and the words of a choice; outer ones first."""
    for each in _inside(hint):
        if get_origin(each) is Annotated:
            yield from (mark for mark in get_args(each)[1:] if isinstance(mark, Form | Names))
        elif isinstance(each, type):
            yield each
        else:
            yield from (word for word in get_args(each) if isinstance(word, str))
