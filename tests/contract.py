"""content/FORMAT.md as the keys that it lists: which there are, which are needed, and what they may be."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

TEXT = (Path(__file__).parents[1] / "content" / "FORMAT.md").read_text(encoding="utf-8")

_ROW = re.compile(r"^\| (`.+?) \| (yes|no)\b.*? \| (.*?) ?\|$", re.MULTILINE)
_IN_PROSE = re.compile(r"`(\w+)` \((yes|no)\b")
_GROUP = re.compile(r"`(\{[^`]*\})`")
_CHOICE = re.compile(r"(?:`|: )([a-z-]+(?: \| [a-z-]+)+)")


class Key(NamedTuple):
    """A key of a record: whether it is needed, what is written about it, and its choices where it has some."""

    needed: bool
    what: str = ""
    choices: tuple[str, ...] = ()


Keys = dict[str, Key]


def section(heading: str) -> str:
    """Gives the text below a heading, up to the next."""
    after = re.split(rf"^#+ {re.escape(heading)}.*\n", TEXT, flags=re.MULTILINE)
    assert len(after) == 2, heading
    return re.split(r"^#", after[1], maxsplit=1, flags=re.MULTILINE)[0]


def table(heading: str) -> Keys:
    """Gives the keys of the table below a heading, and those that its third column names beside."""
    found: Keys = {}
    for names, needed, what in _ROW.findall(section(heading).replace("\\|", "|")):
        for name in re.findall(r"`(\w+)`", names):
            found[name] = Key(needed == "yes", what, choices(_GROUP.sub("", what)))
        found |= prose(what)
    return found


def prose(text: str) -> Keys:
    """Gives the keys that a sentence lists as in “`title` (yes), `nav` (no, a number)”."""
    return {name: Key(needed == "yes") for name, needed in _IN_PROSE.findall(text)}


def groups(text: str) -> list[Keys]:
    """Gives the keys of each group that is written as `{name, url?, kind: one | other}`; a `?` means not needed."""
    return [_group(found) for found in _GROUP.findall(text.replace("\\|", "|"))]


def inner(keys: Keys, name: str) -> Keys:
    """Gives the keys of the group inside a group, such as `was?: {rating?}`."""
    return _group(keys[name].what)


def choices(text: str) -> tuple[str, ...]:
    """Gives the words among which an editor chooses: “`one | other`”, or the names in “`one` (…) · `other` (…)”."""
    if found := _CHOICE.search(text):
        return tuple(found[1].split(" | "))
    dotted = [re.match(r"`([a-z-]+)`(?: \(|$)", part) for part in text.split(" · ")]
    return tuple(found[1] for found in dotted if found) if len(dotted) > 1 else ()


def limits(text: str) -> tuple[int, int]:
    """Gives the least and the greatest length that a sentence allows, 1 and 0 where it names none."""
    if found := re.search(r"\b(\d+)–(\d+) characters", text):
        return int(found[1]), int(found[2])
    found = re.search(r"at most (\d+) characters", text)
    return 1, int(found[1]) if found else 0


def _group(braces: str) -> Keys:
    found: Keys = {}
    for part in _parts(braces.strip()[1:-1]):
        name, _, what = part.partition(":")
        found[name.strip().removesuffix("?")] = Key(not name.endswith("?"), what.strip(), choices(f":{what}"))
    return found


def _parts(text: str) -> list[str]:
    """Divide at commas that stand in no braces."""
    parts, depth = [""], 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]
