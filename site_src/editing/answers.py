"""What an editor gives for a new file, on the command line or when asked: tried against the model at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from site_src.editing.front_matter import quoted
from site_src.models.claim import Claim
from site_src.models.described import key
from site_src.models.fields import Slug
from site_src.models.page import Page
from site_src.models.source import Source
from site_src.models.topic import Topic
from site_src.reading.nearest import instead_of, near
from site_src.reading.scanning import is_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from site_src.models.described import Key
    from site_src.models.record import Record
    from site_src.models.skeleton import Filled
    from site_src.reading.catalogue import Catalogue

Given = dict[str, str | list[str]]
"""What was given, by key: a text, or the texts of a list; `claimant.name` is a key of a group."""

KINDS: Mapping[str, type[Record]] = {"claim": Claim, "source": Source, "topic": Topic, "page": Page}


class Refused(Exception):
    """What was given cannot stand: `message` says why, `hint` what to give instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep both sentences."""
        super().__init__(message)
        self.message = message
        self.hint = hint


def tried(catalogue: Catalogue, kind: str, name: str, text: str) -> str:
    """Give a text as it may stand at a key, white space put right; raises Refused. Of a list it is one entry."""
    told, value = key(KINDS[kind], name), " ".join(text.split())
    _try(TypeAdapter(told.type), (value,) if told.many and not told.parts else value, told.choices, value)
    if told.names and told.names != "ratings" and not catalogue.has(told.names, value):
        message = f"There is no {told.names.removesuffix('s')} “{value}”."
        raise Refused(message, instead_of(catalogue, told.names, value))
    return value


def tried_slug(text: str) -> str:
    """Give a text that is a slug; raises Refused."""
    _try(TypeAdapter(Slug), text, (), text)
    return text


def filled(kind: str, given: Given) -> dict[str, Filled]:
    """Give what was given as the lines of a new file need it; sources of a claim become appearances to be written."""
    made: dict[str, Filled] = {}
    for name, value in given.items():
        told = key(KINDS[kind], name)
        group, _, part = name.rpartition(".")
        if isinstance(value, list):
            written = [_scalar(told, each) for each in value]
            made[group or name] = [{part: each, **_TO_WRITE} for each in written] if group else written
        elif group:
            made[group] = {**_keys(made.get(group)), part: _scalar(told, value)}
        else:
            made[name] = _scalar(told, value)
    return made


_TO_WRITE = {"stance": "asserts", "says": quoted("TODO say what this source says of it, and choose the stance")}
_BARE = ("slug", "alias", "day", "date", "language", "whole", "flag")


def _try(adapter: TypeAdapter[Any], value: object, choices: Sequence[str], typed: str) -> None:
    if not is_text(typed):
        raise Refused("This is no text: its bytes are not UTF-8.", "Type it, or take it from a file in UTF-8.")
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        found = error.errors(include_url=False)[0]
        if found["type"] == "faults":
            fault = found["ctx"]["faults"][0]
            raise Refused(fault.message, fault.hint) from error
        hint = f"{near(typed.lower(), choices)} One of: {', '.join(choices)}.".strip()
        raise Refused(f"“{typed}” cannot stand here.", hint) from error


def _scalar(told: Key, value: str) -> str:
    """Write a value on one line: words of the format as they are, texts in quotes."""
    plain = (told.choices or told.form.shape in _BARE) and value not in ("null", "~")
    return value if plain else quoted(value)


def _keys(group: Filled | None) -> dict[str, str]:
    return dict(group) if isinstance(group, dict) else {}
