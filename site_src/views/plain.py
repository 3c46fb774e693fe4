"""A record of the content as JSON values: all its keys, null where nothing stands."""

from __future__ import annotations

import datetime
from typing import Any

from site_src.models.record import Record
from site_src.models.values import Figure, Number, PartialDate
from site_src.site.whole import whole

Json = dict[str, Any]

_WHOLE = 2**53  # up to here every reader of JSON keeps whole numbers apart (RFC 8259, section 6)


def plain(record: Record, **instead: object) -> Json:
    """Give a record as JSON values: text, numbers, truth values, lists and objects; `instead` has those of its keys
    that are not as in the file.
    """
    return {key: instead[key] if key in instead else _value(value) for key, value in vars(whole(record)).items()}


def number(value: Number) -> int | float:
    """Give a number as whole if it is, else as the nearest that a double (IEEE 754) can be."""
    nearest = float(value.text)
    if not nearest.is_integer():
        return nearest
    exact = value.exact
    return int(exact) if exact.denominator == 1 and abs(exact) <= _WHOLE else nearest


def _value(value: object) -> object:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_value(part) for part in value]
    if isinstance(value, dict):
        return {key: _value(part) for key, part in value.items()}
    if isinstance(value, PartialDate):
        return _date(value)
    if isinstance(value, Figure):
        return _figure(value)
    if isinstance(value, Number):
        return number(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    # Last, for an abstract class is asked itself what belongs to it.
    return plain(value) if isinstance(value, Record) else value


def _date(value: PartialDate) -> Json:
    return {
        "date": value.text,
        "earliest": value.first.isoformat(),
        "latest": value.last.isoformat(),
        "inferred": value.inferred,
    }


def _figure(value: Figure) -> Json:
    ends = value.ends
    return {"low": number(ends[0]), "high": number(ends[-1]), "digits": [end.text for end in ends]}
