"""The sound claims, settings and texts that take longest to check and to show, in harbour, by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.reading.shingles import make
from tests.harbour import claim, edited
from tests.hostile.worst_keys import ROOM, entries, more, on_one_line, source

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hostile.worst_keys import Files

_CARRIES = "  - source: audit-report\n    stance: asserts\n    says: Words {n}"


def _named(name: str) -> Files:
    """Give harbour with a source of a long name that others pass on."""
    return {
        "sources/x.md": f"---\ntitle: A\nkind: article\npublisher: {name}\nrelays: [audit-report]\n---\n",
        "topics/harbour-bridge.md": edited(
            "topics/harbour-bridge.md", "  - harbour-daily\n", "  - harbour-daily\n  - x\n"
        ),
    }


def _way(steps: int) -> Files:
    """Give harbour with sources of which each passes on the one before, and the last is compared."""
    first = "---\ntitle: A\nkind: article\n---\n"
    sources = {f"sources/s{n}.md": first.replace("\n---", f"\nrelays: [s{n - 1}]\n---") for n in range(1, steps + 1)}
    column = edited("topics/harbour-bridge.md", "  - harbour-daily\n", f"  - harbour-daily\n  - s{steps}\n")
    return {"sources/s0.md": first, **sources, "topics/harbour-bridge.md": column}


def _settings(old: str, new: str) -> Files:
    return {"site.yaml": edited("site.yaml", old, new)}


def _summed(expression: str, equals: str = "1", most: int = 1000) -> Files:
    entry = f"  - label: A {{n}}\n    expression: {expression}\n    equals: {equals}"
    return more("calculations:\n" + entries(entry, most))


def _quoted(source: str, excerpt: str) -> Files:
    entry = f"  - source: {source}\n    stance: asserts\n    says: A\n    excerpt: {excerpt}{{n}}"
    return more("appearances:\n" + entries(entry))


WORST_SOUND: dict[str, Callable[[], Files]] = {
    "a name of one long word in a drawing": lambda: _named("a" * (ROOM - 400)),
    "a name of many words in a drawing": lambda: _named("a " * (ROOM // 2 - 200)),
    "a long name of the publication": lambda: _settings("title: Harbour Checks", "title: " + "a" * (ROOM - 2000)),
    "many words in the name of the publication": lambda: _settings(
        "title: Harbour Checks", "title: " + "a " * (ROOM // 2 - 2000)
    ),
    "the longest way of relays": lambda: _way(60),
    "a way of relays that is too long": lambda: _way(2_000),
    "a thousand appearances": lambda: more("appearances:\n" + entries(_CARRIES)),
    "a thousand figures": lambda: more(
        "measure:\n  label: A\n  unit: b\nappearances:\n"
        + "\n".join(_CARRIES.replace("{n}", str(n)) + f"\n    value: {n * n + 1}e-{n % 30}" for n in range(1000))
    ),
    "figures far apart": lambda: more(
        "measure:\n  label: A\n  unit: b\nappearances:\n"
        + _CARRIES
        + "\n    value: 1e-30\n"
        + _CARRIES
        + "\n    value: [-9e30, 9999999999999999999999999999999999999e30]"
    ),
    "a thousand excerpts that do not stand there": lambda: _quoted(
        "harbour-daily", "the whole operation came to more than five " * 3
    ),
    "a large text that is held, and excerpts that are not in it": lambda: {
        "sources/harbour-daily.shingles": _held(90_000),
        **_quoted("harbour-daily", "\u4e00\u4e01\u4e02\u4e03" * 14),
    },
    "a thousand pieces of evidence": lambda: more(
        "evidence:\n" + entries("  - title: A {n}\n    url: https://example.org/{n}")
    ),
    "a thousand calculations": lambda: _summed("((9**9)**9)**9*" * 8 + "9"),
    "a thousand calculations of powers": lambda: _summed("(1/3)**64**1*(1/7)**64+(1/9)**64", "9e30\n    tolerance: 1"),
    "parentheses within parentheses": lambda: _summed("(" * 99 + "1" + ")" * 99, most=900),
    "minus upon minus": lambda: _summed("-" * 199 + "1", "-1", most=800),
    "a thousand sources that are not there": lambda: more(
        "appearances:\n"
        + entries("  - source: a{n}-harbour-daily\n    stance: asserts\n    says: A\n    via: b{n}-port-blog")
    ),
    "keys that nobody knows in all evidence": lambda: more(
        "evidence:\n" + entries("  - {" + ", ".join(f"k{n}: " for n in range(30)) + "title: A}")
    ),
    "a thousand ratings, and corrections of others": lambda: {
        "ratings.yaml": entries("- {id: " + "r" * 70 + "{n}, label: A, definition: B, tone: neutral}"),
        **more(
            "corrections:\n"
            + entries("  - {date: 2024-03-20, kind: update, note: A, was: {rating: s{n}" + "r" * 60 + "}}")
        ),
    },
    "a thousand columns, and cells in none of them": lambda: {
        "topics/x.md": f"---\ntitle: A\nsummary: B\nsources: [{on_one_line('a{n}-' + 'b' * 70)}]\n---\n",
        **more("topic: x\nappearances:\n" + entries("  - source: audit-report\n    stance: silent")),
    },
    "former names that are pages, and others within them": lambda: source(
        f"aliases: [{on_one_line('/{n}' + '/a' * 45 + '.html')}]"
    ),
    "a thousand tags": lambda: more(f"tags: [{on_one_line('a{n}')}]"),
    "a thousand aliases": lambda: more(f"aliases: [{on_one_line('/a/{n}/')}]"),
    "a thousand corrections": lambda: more(
        "corrections:\n" + entries("  - {date: 2024-03-20, kind: update, note: A {n}}")
    ),
    "a thousand reviewers": lambda: more(f"reviewers: [{on_one_line('A {n}')}]"),
    "a thousand claims that are not there": lambda: more(f"related: [{on_one_line('a{n}-' + 'b' * 70)}]"),
    "a thousand columns that are not there": lambda: {
        "topics/x.md": f"---\ntitle: A\nsummary: B\nsources: [{on_one_line('a{n}-' + 'b' * 70)}]\n---\n"
    },
    "a former name for each of a thousand": lambda: source(f"aliases: [{on_one_line('a{n}-' + 'b' * 60)}]"),
    "fingerprints of a thousand lines too many": lambda: {
        "sources/harbour-daily.shingles": b"shingles 1 sha256:"
        + b"a" * 64
        + b" words:9\n"
        + (b"A" * 76 + b"\n") * 12_900
    },
    "a picture of endless markers": lambda: {"files/x.jpg": b"\xff\xd8" + b"\xff" * 1_900_000},
    "a picture of endless segments": lambda: {"files/x.jpg": b"\xff\xd8" + b"\xff\xe1\0\x02" * 480_000},
    "a picture of endless extents": lambda: {
        "files/x.avif": b"\0\0\0\x20ftypavif" + b"\0\0\0\x14ispe\0\0\0\0\0\0\0\1" * 120_000
    },
    "a table of commas": lambda: {"files/x.csv": b"," * 1_900_000},
    "a line that looks left over": lambda: {"claims/x.md": claim(body="\\" + "#" * 5_000 + "x\n\nTODO")},
    "many lines that look left over": lambda: {
        "claims/x.md": claim(body="TODO\n\n" + ("~_*[+->| 1. 2) " * 60 + "\n") * 1_000)
    },
}


def _held(words: int) -> bytes:
    """Give fingerprints of so many words, in which the first of them stands again and again."""
    head, code = make("\u4e00\u4e01\u4e02\u4e03").split("\n")[:2]
    flat = code * (words - 3)
    lines = [flat[at : at + 76] for at in range(0, len(flat), 76)]
    return "\n".join([f"{head.split(' words:')[0]} words:{words}", *lines, ""]).encode()
