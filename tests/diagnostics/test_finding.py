"""Findings are told in the order of their places, each once."""

from __future__ import annotations

from site_src.diagnostics.finding import Finding, Place, Severity, in_order


def test_findings_are_told_by_file_then_line_then_column() -> None:
    places = [
        Place("content/claims/b.md", 1, 1),
        Place("content/claims/a.md", 10, 2),
        Place("content/claims/a.md", 9, 30),
        Place("content/claims/a.md", 10, 1),
    ]
    told = in_order([Finding(place, "date", "Too early.") for place in places])
    assert [str(finding.place) for finding in told] == [
        "content/claims/a.md:9:30",
        "content/claims/a.md:10:1",
        "content/claims/a.md:10:2",
        "content/claims/b.md:1:1",
    ]


def test_two_mistakes_at_one_place_are_both_told_and_one_found_twice_is_told_once() -> None:
    place = Place("content/site.yaml", 3)
    one, other = Finding(place, "url", "No address."), Finding(place, "text", "No text.")
    assert (other, one) == in_order([one, other, Finding(place, "url", "No address.")])


def test_only_an_error_stops_the_build() -> None:
    place = Place("content/site.yaml")
    assert Finding(place, "url", "No address.").is_error
    assert not Finding(place, "excerpt", "Not verified.", severity=Severity.WARNING).is_error
