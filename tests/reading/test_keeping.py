"""What is kept of an entry is all of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from site_src.reading.files import read_content
from site_src.reading.gather import read_catalogue
from site_src.reading.glimpse import Glimpse
from site_src.reading.keeping import body_of, kept, record_of
from site_src.reading.trace import Trace
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from site_src.reading.catalogue import AnyEntry

ENTRIES = list(read_catalogue(read_content(HARBOUR))[0].entries())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.file)
def test_an_entry_that_was_kept_is_the_same_again(entry: AnyEntry) -> None:
    row, large, body = kept(entry)
    again = record_of(entry.kind, json.loads(row), large)
    assert again == entry.record
    assert again.model_fields_set == entry.record.model_fields_set
    assert body_of(body) == entry.body


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.file)
def test_a_glimpse_answers_as_the_record_does_and_notes_what_was_asked(entry: AnyEntry) -> None:
    row = json.loads(kept(entry)[0])
    trace = Trace()
    glimpse = Glimpse(entry.kind, entry.slug, lambda: row, lambda: entry.record, trace)
    for key in type(entry.record).model_fields:
        with trace.watching() as facts:
            found = getattr(glimpse, key)
        assert (found, type(found)) == (getattr(entry.record, key), type(getattr(entry.record, key)))
        assert facts in ({(entry.kind, entry.slug, key)}, {(entry.kind, entry.slug, "*")})
