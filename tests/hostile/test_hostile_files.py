"""Hostile and odd files, a table of each kind: refused with the line and what to write, or read as they are."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from site_src.diagnostics import report
from site_src.reading.gather import read_catalogue
from tests.harbour import claim, findings, laid_over, lines
from tests.hostile.hostile_bytes import BYTES, ODD, PLAIN, READ, in_body, in_verdict
from tests.hostile.hostile_files import BODIES, FILES, NAMES
from tests.hostile.hostile_keys import KEYS

if TYPE_CHECKING:
    from site_src.diagnostics.finding import Finding
    from site_src.models.claim import Claim
    from tests.hostile.worst_keys import Files

CLAIM = "claims/x.md"


@pytest.mark.parametrize(("front", "expected"), KEYS.values(), ids=list(KEYS))
def test_front_matter_is_refused_with_its_line_or_read(front: str, expected: str) -> None:
    assert first({CLAIM: claim(front)}) == expected


@pytest.mark.parametrize(("content", "expected"), BYTES.values(), ids=list(BYTES))
def test_bytes_are_refused_with_their_line(content: bytes, expected: str) -> None:
    assert first({CLAIM: content}) == expected


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=list(BODIES))
def test_a_body_is_refused_with_its_line_or_read(body: str, expected: str) -> None:
    assert first({CLAIM: claim(body=body)}) == expected


@pytest.mark.parametrize(("files", "expected"), FILES.values(), ids=list(FILES))
def test_settings_fingerprints_and_pictures_are_refused_or_read(files: Files, expected: str) -> None:
    assert first(files).removeprefix("1 ") == expected


@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
def test_a_name_that_cannot_be_one_is_refused(name: str) -> None:
    assert first({name: claim()}) in ("1 slug", "1 file")


@pytest.mark.parametrize("content", READ.values(), ids=list(READ))
def test_what_is_odd_but_harmless_is_read_as_if_it_were_not_there(content: bytes) -> None:
    assert first({CLAIM: content}) == ""
    assert read(content) == read(PLAIN.encode())


@pytest.mark.parametrize("sign", ODD.values(), ids=list(ODD))
def test_a_sign_that_only_looks_odd_stays_where_it_stands(sign: str) -> None:
    verdict, body = in_verdict(sign), in_body(sign)
    assert (first({CLAIM: verdict}), first({CLAIM: body})) == ("", "")
    assert read(verdict)[0] == f"The {sign} stone over the gate bears that year."
    assert read(body)[1].split("\n")[0] == f"It {sign} is so."


def first(files: Files) -> str:
    """Gives line and rule of the first error in harbour with these files; nothing where there is none.

    Every error stands in one of these files, at a line that is there, with a sentence and what to write; and no report
    has a character in it that a terminal obeys.
    """
    whole = laid_over(files)
    found = [finding for finding in findings(whole) if finding.is_error]
    for finding in found:
        assert finding.place.file.removeprefix("content/") in files
        assert 1 <= finding.place.line <= max(1, len(lines(whole, finding.place.file)))
        assert finding.message.rstrip("”").endswith((".", "?"))
        assert finding.hint
    _harmless(found[:20])
    return f"{found[0].place.line} {found[0].rule}" if found else ""


def _harmless(found: list[Finding]) -> None:
    told = report.text(found, lambda _: []) + report.github(found)
    signs = set(told) - set("\n\u200b\u200c\u200d")
    assert {sign for sign in signs if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")} == set()
    assert all(line.startswith(("::error ", "::warning ")) for line in report.github(found).splitlines())


def read(content: bytes) -> tuple[str | None, str]:
    """Gives the verdict and the body of a claim, as they are read."""
    entry = read_catalogue(laid_over({CLAIM: content}))[0].claims["x"]
    record: Claim = entry.record
    return record.verdict, entry.body.text
