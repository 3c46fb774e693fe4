"""The cache folder: what was kept is there again or not at all, and it does not grow without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.building.store import NO_LOAN, Store

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    Store(tmp_path / "cache", "one").write("part", b"a text", b" in two")
    assert Store(tmp_path / "cache", "one").read("part") == memoryview(b"a text in two")
    assert Store(tmp_path / "cache", "two").read("part") is None


@pytest.mark.parametrize("harm", [b"", b"touchstone", b"another program wrote this, and at some length", None])
def test_what_was_harmed_is_not_there(tmp_path: Path, harm: bytes | None) -> None:
    store = Store(tmp_path, "one")
    store.write("part", b"a text that is long enough to be harmed")
    path = tmp_path / "one/part"
    path.write_bytes(path.read_bytes()[:-1] if harm is None else harm)
    assert store.read("part") is None


def test_texts_that_were_lent_are_found_by_another(tmp_path: Path) -> None:
    store = Store(tmp_path, "one")
    loans = [store.lend(text) for text in (b"first", b"second")]
    assert [Store(tmp_path, "one").fetch(loan) for loan in loans] == [b"first", b"second"]


def test_a_loan_that_leads_elsewhere_finds_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path, "one")
    name, at, length, check = store.lend(b"first")
    (tmp_path / "secret").write_bytes(b"first")
    assert store.fetch((name, at, length, check + 1)) is None
    assert store.fetch((name, at + 1, length, check)) is None
    assert store.fetch(("../secret", 0, 5, check)) is None
    assert store.fetch(NO_LOAN) is None


def test_where_nothing_can_be_written_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = Store(tmp_path / "file", "one")
    store.write("part", b"a text")
    loan = store.lend(b"first")
    assert (store.read("part"), store.fetch(loan), store.moment()) == (None, None, 0)
    store.tidy([])


def test_of_many_sites_those_built_last_are_kept(tmp_path: Path) -> None:
    for number in range(12):
        store = Store(tmp_path, f"site-{number}")
        store.write("part", b"a text")
        store.tidy([])
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) <= 8


def test_packs_that_nobody_needs_are_removed(tmp_path: Path) -> None:
    old = Store(tmp_path, "one").lend(b"old")
    store = Store(tmp_path, "one")
    new = store.lend(b"new")
    store.tidy([])
    assert Store(tmp_path, "one").fetch(old) is None
    assert Store(tmp_path, "one").fetch(new) == b"new"
