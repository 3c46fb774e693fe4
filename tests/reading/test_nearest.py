"""The nearest of many names, found without looking at all of them for long."""

from __future__ import annotations

import difflib

from hypothesis import given
from hypothesis import strategies as st

from site_src.reading.gather import read_catalogue
from site_src.reading.nearest import Guesses, near, some_of
from tests.harbour import laid_over

NAMES = st.lists(st.text("abc-", min_size=1, max_size=8), max_size=30, unique=True)


@given(st.text("abc-", min_size=1, max_size=8), NAMES)
def test_of_a_few_names_it_is_the_most_alike(name: str, known: list[str]) -> None:
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    assert near(name, known) == (f"Did you mean {close[0]}?" if close else "")


def test_of_thousands_it_is_found_as_well() -> None:
    known = [f"harbour-bridge-{number}" for number in range(5_000)]
    assert near("harbor-bridge-4321", known) == "Did you mean harbour-bridge-4321?"


def test_what_is_too_long_for_a_name_is_like_none() -> None:
    assert near("a" * 101, ["a" * 100]) == ""
    assert near("a" * 100, ["a" * 101]) == ""


def test_after_many_guesses_the_hint_has_none() -> None:
    guesses = Guesses(read_catalogue(laid_over({}))[0])
    hints = [guesses.instead_of("claims", "repair-costs") for _ in range(100)]
    assert hints[0] == "Did you mean repair-cost?"
    assert hints[-1] == "Add the file content/claims/repair-costs.md, or take this out."
    assert guesses.near("a", ["a"]) == ""


def test_a_hint_names_some_of_many() -> None:
    assert some_of(["a", "b"]) == "a, b"
    assert some_of([f"a{number}" for number in range(1_000)]).endswith(", a39, …")
