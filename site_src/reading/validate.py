"""Values → a record, and every rule that they break: also those behind the first, by leaving out what is wrong."""

from __future__ import annotations

import difflib
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import ValidationError

from site_src.diagnostics.finding import Finding
from site_src.models.form import Form
from site_src.models.record import Fault, Record
from site_src.reading.document import Document, Loc
from site_src.reading.mended import as_text
from site_src.reading.yaml_words import MISTAKES, too_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

R = TypeVar("R", bound=Record)
_ROUNDS = 12
_STAND_INS: Mapping[str, Any] = {
    "claim": "(not readable)",
    "topic": "not-readable",
    "title": "(not readable)",
    "summary": "(not readable)",
    "sources": [],
    "kind": "document",
    "tagline": "(not readable)",
    "url": "https://not-readable.invalid/",
    "language": "en",
    "publisher": {"name": "(not readable)", "url": "https://not-readable.invalid/"},
}
_MEASURE = {"label": "(not readable)", "unit": "(not readable)"}
_BY_KEY = ("unknown-key", "missing-key", "status")
_KEY = "[key]"  # with which pydantic ends the way to a key that is wrong itself
_DRAFTS_LACK = ("rating", "verdict", "reviewed_on", "appearances")


def validate(model: type[R], document: Document) -> tuple[R | None, Document, tuple[Finding, ...]]:
    """Make a record of the document's values.

    Gives the record, the document it was made from, and the findings. With findings, both are what is left without
    the values that are wrong, so that checks across files can go on; the record is None where nothing useful is left.
    """
    findings: list[Finding] = []
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(document.values), document, tuple(findings)
        except ValidationError as error:
            broken = list(islice(_faults(error, model), MISTAKES + 1))
        findings += _told(broken[:MISTAKES], model, document)
        if len(broken) > MISTAKES:
            place = document.place(_without_mark(broken[MISTAKES][0]))
            return None, document, (*findings, Finding(place, "limit", *too_many()))
        document = _mended(broken, model, document)
    return None, document, tuple(findings)


def _faults(error: ValidationError, model: type[Record]) -> Iterator[tuple[Loc, Fault]]:
    errors = error.errors(include_url=False)
    wrong_inside = {found["loc"][:-depth] for found in errors for depth in range(1, len(found["loc"]))}
    for found in errors:
        if found["type"] == "too_short" and found["loc"] in wrong_inside:
            continue
        loc = found["loc"]
        if found["type"] == "faults":
            for fault in found["ctx"]["faults"]:
                yield (*loc, *fault.at), fault
        else:
            yield loc, _in_words(found["type"], loc, found.get("input"), found.get("ctx", {}), model)


def _in_words(kind: str, loc: Loc, value: Any, context: dict[str, Any], model: type[Record]) -> Fault:
    key = next((part for part in reversed(loc) if isinstance(part, str)), "")
    if kind == "missing":
        return Fault("missing-key", f"`{key}` is missing.", _how_to_add(key, _record_at(model, loc[:-1])))
    if kind == "extra_forbidden":
        return Fault(
            "unknown-key",
            f"`{key}` is not a key that can stand here.",
            _nearest_key(key, _record_at(model, loc[:-1])),
        )
    if kind == "literal_error":
        return _choice(value, key, _record_at(model, loc[:-1]))
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        hint = (
            _pairs_hint(key, _record_at(model, loc[:-1])) if kind == "dict_type" else _keys_hint(_record_at(model, loc))
        )
        return Fault("shape", "Keys and values are needed here, each pair on a line of its own.", hint)
    if kind in ("tuple_type", "list_type"):
        return Fault("shape", f"`{key}` is a list.", "Begin each entry on a line of its own with a hyphen and a space.")
    if kind == "too_short":
        return Fault(
            "missing-key", f"`{key}` needs at least one entry.", "Add one, on a line that begins with a hyphen."
        )
    if kind == "too_long":
        return Fault("limit", f"`{key}` has more than {context['max_length']} entries.", "Shorten the list.")
    raise AssertionError(kind)


def _told(broken: list[tuple[Loc, Fault]], model: type[Record], document: Document) -> list[Finding]:
    lost = document.dropped | _meant(broken, model) | {(key,) for key in document.unread}
    findings = []
    for loc, fault in broken:
        group = loc[: len(loc) - len(fault.at)]
        if loc in lost or any((*group, key) in lost for key in fault.needs):
            continue
        by_key = fault.rule in _BY_KEY or _KEY in loc
        place = document.key_place(_without_mark(loc)) if by_key else document.place(loc)
        hint = _as_text(document, place.line) or fault.hint if fault.rule == "text" else fault.hint
        findings.append(Finding(place, fault.rule, fault.message, hint))
    return findings


def _as_text(document: Document, line: int) -> str:
    """Say how to write a text that was read as a list or a group because of its signs; empty where it was meant."""
    lines = document.front.split("\n")
    mended = as_text(lines[line - 2]) if 0 <= line - 2 < len(lines) else ""
    return f"If a text is meant, write: {mended}" if mended else ""


def _meant(broken: list[tuple[Loc, Fault]], model: type[Record]) -> set[Loc]:
    """Give the keys that are there under a mistyped name, so that nobody is told that they are missing."""
    unknown = [loc for loc, fault in broken if fault.rule == "unknown-key"]
    near = {loc: _near_key(str(loc[-1]), _record_at(model, loc[:-1])) for loc in unknown}
    return {(*loc[:-1], key) for loc, key in near.items() if key}


def _mended(broken: list[tuple[Loc, Fault]], model: type[Record], document: Document) -> Document:
    cuts, stand_ins = set[Loc](), dict[str, Any]()
    for loc, fault in broken:
        if len(loc) == 1 and loc[0] in _STAND_INS and _is_needed(loc, model):
            stand_ins[str(loc[0])] = _STAND_INS[str(loc[0])]
        elif len(loc) == 1 and loc[0] in _DRAFTS_LACK and loc[0] not in document.values:
            stand_ins["status"] = "draft"
            cuts.add(("retracted",))
        elif fault.needs == ("measure",):
            stand_ins["measure"] = _MEASURE
        else:
            cuts.add(_cut(loc, fault, model))
    told = {(*loc[: len(loc) - len(fault.at)], key) for loc, fault in broken for key in fault.needs}
    absent = {loc for loc in told if not document.has(loc)}
    cut = replace(document, dropped=document.dropped | _meant(broken, model) | absent).without(cuts - {()})
    dropped = cut.dropped | {(key,) for key in stand_ins}
    return replace(cut, values={**cut.values, **stand_ins}, dropped=dropped)


def _cut(loc: Loc, fault: Fault, model: type[Record]) -> Loc:
    """Say what to leave out: the value, or what it stands in where that cannot do without it."""
    if len(loc) < 2 or fault.rule == "unknown-key" or isinstance(loc[-1], int):
        return loc
    if _KEY in loc:
        return _without_mark(loc)
    return loc[:-1] if fault.rule == "missing-key" or _is_needed(loc, model) else loc


def _is_needed(loc: Loc, model: type[Record]) -> bool:
    around = _record_at(model, loc[:-1])
    return around is not None and loc[-1] in around.model_fields and around.model_fields[str(loc[-1])].is_required()


def _without_mark(loc: Loc) -> Loc:
    return tuple(part for part in loc if part != _KEY)


def _record_at(model: type[Record], loc: Loc) -> type[Record] | None:
    """Give the model of the group of keys to which `loc` leads."""
    current: Any = model
    for part in loc:
        if isinstance(part, str) and isinstance(current, type) and issubclass(current, Record):
            field = current.model_fields.get(part)
            current = _inner(field.annotation) if field else None
    return current if isinstance(current, type) and issubclass(current, Record) else None


def _inner(annotation: Any) -> Any:
    """Give what a list or an optional field holds."""
    parts = [part for part in get_args(annotation) if part is not type(None) and part is not ...]
    return _inner(parts[0]) if parts and not isinstance(parts[0], str) else annotation


def _near_key(key: str, model: type[Record] | None) -> str:
    known = list(model.model_fields) if model else []
    plain = key.lower().replace("-", "_").replace(" ", "_")
    return next(iter(difflib.get_close_matches(plain, known, n=1, cutoff=0.6)), "")


def _nearest_key(key: str, model: type[Record] | None) -> str:
    near = _near_key(key, model)
    return f"Did you mean `{near}`?" if near else _keys_hint(model)


def _keys_hint(model: type[Record] | None) -> str:
    return f"The keys that can stand here: {', '.join(model.model_fields)}." if model else ""


def _pairs_hint(key: str, model: type[Record] | None) -> str:
    forms = model.model_fields[key].metadata if model and key in model.model_fields else []
    words = next((form.words for form in forms if isinstance(form, Form)), "")
    return f"Below `{key}:`, write {words}."


def _how_to_add(key: str, model: type[Record] | None) -> str:
    field = model.model_fields.get(key) if model else None
    what = (field.description or "") if field else ""
    return f"Add a line `{key}:`. {what}".strip()


def _choice(value: Any, key: str, model: type[Record] | None) -> Fault:
    choices = _choices(model.model_fields[key].annotation) if model and key in model.model_fields else []
    if not isinstance(value, str):
        return Fault("choice", f"`{key}` is one word, not a list or a group.", f"One of: {', '.join(choices)}.")
    near = next(iter(difflib.get_close_matches(value.lower(), choices, n=1, cutoff=0.6)), "")
    hint = f"Did you mean `{near}`? " if near else ""
    return Fault("choice", f"“{value}” is not a value that `{key}` can have.", f"{hint}One of: {', '.join(choices)}.")


def _choices(annotation: Any) -> list[str]:
    parts = get_args(annotation)
    if parts and all(isinstance(part, str) for part in parts):
        return list(parts)
    return [choice for part in parts for choice in _choices(part)]
