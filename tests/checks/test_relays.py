"""A circle of relays is told once, where the first of its sources in the alphabet begins it."""

from __future__ import annotations

import itertools

from site_src.checks import relays
from tests.harbour import found


def circles(**relayed: str) -> list[tuple[str, str]]:
    """Gives file and message of the circles among sources, each named with what it relays."""
    files = {
        f"sources/{slug}.md": f"---\ntitle: {slug}\nkind: post\nrelays: [{others}]\n---\n"
        for slug, others in relayed.items()
    }
    return [(str(finding.place), finding.message) for finding in found(relays, files)]


def told(way: str) -> str:
    """Gives the message for a circle such as `a b a`."""
    names = way.split()
    steps = ", ".join(f"{one} relays {other}" for one, other in itertools.pairwise(names))
    return f"These sources relay each other in a circle: {steps}."


def test_relays_that_meet_again_are_no_circle() -> None:
    assert circles(a="b, c", b="d", c="d", d="port-blog") == []


def test_the_whole_circle_is_named_from_its_first_source_on() -> None:
    assert circles(c="a", a="x, b", b="c", x="a-missing-one") == [("content/sources/a.md:4:13", told("a b c a"))]


def test_two_circles_apart_are_two() -> None:
    assert circles(a="b", b="a", c="d", d="c") == [
        ("content/sources/a.md:4:10", told("a b a")),
        ("content/sources/c.md:4:10", told("c d c")),
    ]


def test_two_circles_through_one_source_are_two() -> None:
    assert circles(b="a, c", a="b", c="b") == [
        ("content/sources/a.md:4:10", told("a b a")),
        ("content/sources/b.md:4:13", told("b c b")),
    ]


def test_a_source_that_relays_itself_does_not_hide_a_larger_circle() -> None:
    assert circles(a="a, b", b="a") == [
        ("content/sources/a.md:4:10", "“a” relays itself."),
        ("content/sources/a.md:4:13", told("a b a")),
    ]


def test_a_way_of_more_than_sixty_steps_is_told_once_where_it_becomes_too_long() -> None:
    way = {f"s{step}": f"s{step - 1}" for step in range(1, 66)}
    message = "By way of “s61” a statement is passed on more than 60 times."
    assert circles(**way) == [("content/sources/s61.md:4:9", message)]
    del way["s61"]
    assert circles(**way) == []
