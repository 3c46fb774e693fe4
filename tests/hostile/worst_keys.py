"""The files of keys and values that take longest: each as long as its limit allows, in harbour, by what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Callable

Files = dict[str, str | bytes | None]

ROOM = 199_000  # bytes of front matter
CLAIM = "claims/x.md"
_SOURCE = "title: A\nkind: article\n"
_MARKS = "\u0301\u0323"  # above and below, which have to be put in order


def filled(piece: str, room: int = ROOM) -> str:
    """Give a piece again and again; `{n}` in it is its number, so that no two are one."""
    if "{n}" not in piece:
        return piece * (room // len(piece.encode()))
    made: list[str] = []
    while room > 0:
        made.append(piece.replace("{n}", f"{len(made):x}"))
        room -= len(made[-1].encode())
    return "".join(made[:-1])


def keys(text: str) -> Files:
    """Give harbour with a claim of which these are all keys."""
    return {CLAIM: f"---\n{text}\n---\n"}


def more(text: str) -> Files:
    """Give harbour with a claim that has these keys beside those it needs."""
    return {CLAIM: claim(text)}


def source(text: str) -> Files:
    """Give harbour with a source that has these keys beside those it needs."""
    return {"sources/x.md": f"---\n{_SOURCE}{text}\n---\n"}


def entries(entry: str, most: int = 1000) -> str:
    """Give as many entries of a list as it may have; `{n}` in one is its number."""
    made = [entry.replace("{n}", f"{n:x}") for n in range(most)]
    return "\n".join(made[: ROOM // max(len(each) + 1 for each in made)])


def on_one_line(entry: str, most: int = 1000, room: int = ROOM) -> str:
    """Give entries between commas."""
    return ", ".join(entry.replace("{n}", f"{n:x}") for n in range(min(most, room // (len(entry) + 4))))


def _appearances(rest: str) -> str:
    return "appearances:\n" + entries(f"  - source: audit-report\n    {rest}")


WORST_KEYS: dict[str, Callable[[], Files]] = {
    "keys that nobody knows": lambda: keys(filled("k{n}: a\n")),
    "keys nearly known": lambda: keys(filled("appearances{n}: a\n")),
    "keys nearly known in a group": lambda: more("claimant:\n" + filled("  kind{n}: a\n")),
    "keys without a value": lambda: keys(filled("a{n}:\n")),
    "one key again and again": lambda: keys(filled("a: b\n")),
    "one key again and again in braces": lambda: keys("a: {" + filled("a: b, ") + "a: b}"),
    "a key as long as there is room": lambda: keys("a" * ROOM + ": b"),
    "a key nearly known as long as there is room": lambda: keys("appearances" * (ROOM // 11) + ": b"),
    "keys that cannot be read": lambda: keys(filled("a{n}: [\n")),
    "keys that begin a quotation": lambda: keys(filled('a{n}: "\n')),
    "keys with a colon in the text": lambda: keys(filled("a{n}: b: c\n")),
    "lines without a key": lambda: keys(filled("a{n}\n")),
    "lines without a space behind the colon": lambda: keys(filled("a{n}:b\n")),
    "lines indented with tabs": lambda: keys(filled("a{n}: b\n\tc: d\n")),
    "lines that go on where nothing can": lambda: keys(filled("a{n}: 'b'\n  c\n")),
    "lines far below what they go on from": lambda: keys("a: b\n" + filled("  c: d\n")),
    "parts that break at their end": lambda: keys(filled("a{n}:\n b: 'c'\n  d\n")),
    "tags": lambda: keys(filled("a{n}: !b c\n")),
    "anchors": lambda: keys(filled("a{n}: &b{n} c\n")),
    "aliases": lambda: keys("a: &a b\n" + filled("a{n}: *a\n")),
    "aliases of aliases": lambda: keys(
        "a0: &a0 [x]\n" + "\n".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 900}]" for n in range(1, 30))
    ),
    "texts cut off by a comment": lambda: keys(filled("a{n}: b #c\n")),
    "texts that are swallowed": lambda: keys(filled("a{n}: > b\n")),
    "parts in braces without a colon": lambda: keys("a: {" + filled("b{n}, ") + "c}"),
    "parts in braces without a space": lambda: keys("a: {" + filled("b{n}:c, ") + "c}"),
    "groups in braces, each with a comma": lambda: keys(filled("a{n}: {b: c, d}\n")),
    "braces within braces": lambda: keys("a: " + "{b: " * (ROOM // 5) + "}" * 1000),
    "brackets within brackets": lambda: keys("a: " + "[" * ROOM),
    "brackets within brackets that are closed": lambda: keys("a: " + "[" * (ROOM // 2) + "]" * (ROOM // 2)),
    "lists within lists": lambda: keys("a:\n  " + "- " * (ROOM // 2)),
    "groups within groups": lambda: keys("\n".join(" " * n + "a:" for n in range(600))),
    "questions": lambda: keys(filled("? a{n}\n")),
    "questions within questions": lambda: keys("? " * (ROOM // 2)),
    "directives": lambda: {"site.yaml": filled("%TAG !a{n}! tag:example.org:\n") + "---\na: b\n"},
    "documents": lambda: {"site.yaml": filled("---\n")},
    "entries that cannot be read": lambda: {"ratings.yaml": filled("- [\n")},
    "entries that are empty": lambda: {"ratings.yaml": filled("-\n")},
    "more entries than a list may have": lambda: more("tags: [" + filled("a, ") + "a]"),
    "lists of more entries than they may have": lambda: more(
        "\n".join(f"{key}: [{filled('a, ', 12_000)}a]" for key in ("tags", "related", "aliases", "reviewers"))
    ),
    "a text as long as there is room": lambda: more("claimant:\n  kind: person\n  name: " + "a" * (ROOM - 400)),
    "a text of as many words as there is room for": lambda: more(
        "claimant:\n  kind: person\n  name: " + "a " * (ROOM // 2 - 200)
    ),
    "a text over as many lines as there is room for": lambda: more(
        "claimant:\n  kind: person\n  name: >-\n" + filled("    a\n", ROOM - 400)
    ),
    "a text of escapes": lambda: more('claimant:\n  kind: person\n  name: "' + "\\x41" * (ROOM // 4 - 99) + '"'),
    "a text that is too long": lambda: more("verdict: " + "a" * (ROOM - 400)),
    "marks upon marks": lambda: more("claimant:\n  kind: person\n  name: a" + "\u0301" * 45_000 + "\u0323" * 45_000),
    "marks upon marks, escaped": lambda: more(
        'claimant:\n  kind: person\n  name: "a' + "\\u0301" * 16_000 + "\\u0323" * 16_000 + '"'
    ),
    "marks upon marks in an excerpt": lambda: more(
        _appearances("stance: asserts\n    says: A\n    excerpt: one two three four" + _MARKS * 40)
    ),
    "marks upon marks in a slug": lambda: more("topic: " + "\u0301" * 45_000 + "\u0323" * 45_000),
    "a slug as long as there is room": lambda: more("topic: " + "a-" * (ROOM // 2 - 200)),
    "an address as long as there is room": lambda: source("url: https://example.org/" + "a" * (ROOM - 400)),
    "an address of ats": lambda: source("url: https://" + "a@" * (ROOM // 2 - 400)),
    "a mail address as long as there is room": lambda: {"site.yaml": "contact: a@" + "a." * (ROOM // 2 - 400) + "@"},
    "a language as long as there is room": lambda: more("language: en" + "-aaaaa" * (ROOM // 6 - 200) + "-!"),
    "a language of extensions": lambda: more("language: en" + "-a-bb" * (ROOM // 5 - 200) + "-!"),
    "a language of private parts": lambda: more("language: en-x" + "-a" * (ROOM // 2 - 200) + "-!"),
    "as many translations as there is room for": lambda: more("translations:\n" + filled("  en-x-{n}: b\n", 150_000)),
    "a date as long as there is room": lambda: more("claimed_on: " + "2" * (ROOM - 400)),
    "a number as long as there is room": lambda: more(
        _appearances("stance: silent") + "\n  - source: a\n    stance: asserts\n    value: " + "9" * 100_000
    ),
    "a path as long as there is room": lambda: more("aliases: [" + "/a" * (ROOM // 2 - 200) + "]"),
    "lists where texts belong, on one line": lambda: more(f"tags: [{on_one_line('[a{n}]', room=9_000)}]"),
    "lists where texts belong, on one long line": lambda: more(f"tags: [{on_one_line('[' + 'a' * 180 + '{n}]')}]"),
    "lists where texts belong, on lines": lambda: more("reviewers:\n" + entries("  - [a{n}]")),
    "lists in all keys of all appearances": lambda: more(
        _appearances("stance: []\n    says: []\n    note: []\n    excerpt: []\n    via: []\n    origin: []")
    ),
    "groups in all keys of all evidence": lambda: more(
        "evidence:\n" + entries("  - title: {a: b}\n    note: {a: b}\n    url: {a: b}\n    kind: {a: b}")
    ),
    "nothing in all appearances": lambda: more("appearances:\n" + entries("  - a: b")),
    "nothing in all evidence": lambda: more("evidence:\n" + entries("  - note: a")),
    "wrong slugs on one line": lambda: more(f"tags: [{on_one_line('A{n}' + 'a' * 180)}]"),
    "one slug again and again": lambda: more("related: [" + ", ".join(["budget-kept"] * 1000) + "]"),
    "sources that are not relayed": lambda: source(
        f"relays: [{on_one_line('a{n}-' + 'b' * 60)}]\ninferred: [{on_one_line('c{n}-' + 'b' * 60)}]"
    ),
}
