"""CommonMark's examples through our set-up: each comes out as it is to, or differs by a rule that is meant.

`python -m tests.commonmark FILE` takes CommonMark's own examples, from `spec.txt`, from a list in JSON, or from the
npm package `commonmark-spec` as it is packed, and fails at the first difference that no rule explains.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt

from site_src.reading.body import read
from tests.elements import Event, Start, Text, events, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_src.reading.body import Body, Fault

MEANT = {
    "raw-html": "What looks like HTML is shown as the text that it is: content can only ever show text.",
    "strikethrough": "Two tildes on each side strike words out.",
    "code-language": "Nothing is coloured, so the language of a code block is left out.",
    "heading-anchor": "Every heading has an id, so that links can lead to it.",
    "heading-level": "The first level is the page's own title: such a heading is an error, and shown on the second.",
    "heading-empty": "A heading without words leads nowhere: it is an error.",
    "link-refused": "A link leads to a complete address or an entry; another is an error, and its words stay.",
    "picture-refused": "Pictures come from files/; another is an error, and the words for it stay.",
    "address-as-typed": "An address stays as it was typed: nothing in it is encoded.",
    "nearly-a-link": "Brackets that look as if a link was meant stay, and are an error.",
}


class Example(NamedTuple):
    """A text, what CommonMark makes of it, and the section of CommonMark that says so."""

    markdown: str
    html: str
    section: str


class UnmeantError(AssertionError):
    """A text of which something else becomes than CommonMark says, and no rule explains it."""


def differences(example: Example) -> frozenset[str]:
    """Give the rules of MEANT by which an example comes out otherwise, none where it does not; raise UnmeantError."""
    body, faults = read(example.markdown, slug="x")
    wanted, rules = _with_our_syntax(example)
    ours = events(_shown(body))
    for rule in (_code, _headings, _links, _pictures):
        wanted, ours, used = rule(joined(wanted), joined(ours), faults)
        rules |= used
    if joined(wanted) != joined(ours):
        raise UnmeantError(f"{example.section}: {example.markdown!r}\nwanted {wanted}\nours   {ours}\n{faults}")
    left = [fault for fault in faults if fault.rule not in _TOLD_BY or not rules & _TOLD_BY[fault.rule]]
    if any(not fault.message.endswith(_NEARLY) for fault in left):
        raise UnmeantError(f"{example.section}: {example.markdown!r} is refused: {left}")
    if any(fault.message.endswith(_NEARLY) for fault in faults):
        rules.add("nearly-a-link")
    return frozenset(rules)


def examples(file: Path) -> list[Example]:
    """Read CommonMark's own examples."""
    if file.suffix == ".json":
        listed = json.loads(file.read_text(encoding="utf-8"))
        return [Example(each["markdown"], each["html"], each["section"]) for each in listed]
    if file.suffix == ".tgz":
        with tarfile.open(file) as package:
            packed = package.extractfile("package/spec.txt")
            assert packed is not None
            return list(_in_text(packed.read().decode()))
    return list(_in_text(file.read_text(encoding="utf-8")))


def main(file: Path) -> int:
    """Tell how many of the examples come out alike, and by which rules the others differ; 1 if one is not meant."""
    found: Counter[str] = Counter()
    unmeant = []
    listed = examples(file)
    for number, example in enumerate(listed, start=1):
        try:
            rules = differences(example)
        except UnmeantError as error:
            unmeant.append(f"{number}: {error}")
        else:
            found.update(rules or ("alike",))
            found["meant"] += bool(rules)
    told = [f"{len(listed)} examples: {found['alike']} alike, {found['meant']} meant, {len(unmeant)} not meant"]
    told += [f"{found[rule]:4} {rule}: {why}" for rule, why in MEANT.items()]
    sys.stdout.write("\n".join([*told, *unmeant, ""]))
    return 1 if unmeant or not listed else 0


Rule = tuple[list[Event], list[Event], set[str]]

_NEARLY = "cannot be read as a link."
_TOLD_BY = {
    "heading-level": {"heading-level"},
    "heading-empty": {"heading-empty"},
    "body-link": {"link-refused"},
    "body-fragment": {"link-refused"},
    "body-image": {"picture-refused"},
}
# What CommonMark encodes with % may be what no address has here, such as a backslash.
_SOUND = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}(?::[0-9]+)?(?:[/?#][A-Za-z0-9._~/?#=&;:@!$'()*+,-]*)?")
_HTML = {"html_block", "html_inline"}
_PLAIN = MarkdownIt("commonmark")
_OURS = MarkdownIt("commonmark", {"html": False}).disable(sorted(_HTML)).enable("strikethrough")


def _with_our_syntax(example: Example) -> tuple[list[Event], set[str]]:
    """Give what is wanted where HTML is text and tildes strike out, by the parser itself, which must be right else."""
    kinds = {kind.type for token in _PLAIN.parse(example.markdown) for kind in (token, *(token.children or ()))}
    more = {kind.type for token in _OURS.parse(example.markdown) for kind in (token, *(token.children or ()))}
    rules = ({"raw-html"} if kinds & _HTML else set()) | ({"strikethrough"} if "s_open" in more else set())
    wanted = events(example.html)
    if not rules:
        return wanted, rules
    if events(_PLAIN.render(example.markdown)) != wanted:
        raise UnmeantError(f"{example.section}: {example.markdown!r} is read otherwise by the parser alone")
    return events(_OURS.render(example.markdown)), rules


def _code(wanted: Sequence[Event], ours: Sequence[Event], _: Sequence[Fault]) -> Rule:
    bare = [Start("code") if isinstance(one, Start) and one.tag == "code" else one for one in wanted]
    return bare, list(ours), {"code-language"} if bare != list(wanted) else set()


def _headings(wanted: Sequence[Event], ours: Sequence[Event], faults: Sequence[Fault]) -> Rule:
    """Lower headings of the first level, each of which must be told, and look for an id on each."""
    given = [one for one in ours if _is_heading(one)]
    if any(not str(one.get("id")).startswith("s-") for one in given if isinstance(one, Start)):
        raise UnmeantError(f"A heading has no id: {given}")
    bare = [Start(one.tag) if isinstance(one, Start) and _is_heading(one) else one for one in ours]
    lowered = [one._replace(tag="h2") if not isinstance(one, Text) and one.tag == "h1" else one for one in wanted]
    told = {fault.rule for fault in faults} & {"heading-level", "heading-empty"}
    if lowered != list(wanted) and not told:
        raise UnmeantError(f"A heading of the first level is not told: {wanted}")
    return lowered, bare, told | ({"heading-anchor"} if given else set())


def _links(wanted: Sequence[Event], ours: Sequence[Event], faults: Sequence[Fault]) -> Rule:
    """Take links out of which only the words are there; each must be told, and none may be sound."""
    there = [one.get("href") for one in ours if isinstance(one, Start) and one.tag == "a"]
    kept: list[Event] = []
    refused, rules, inside = set[str](), set[str](), False
    for one in wanted:
        if isinstance(one, Start) and one.tag == "a":
            typed = next(iter(there), None)
            inside = typed is not None and unquote(str(typed)) == unquote(one.get("href"))
            if inside:
                rules |= {"address-as-typed"} if there.pop(0) != one.get("href") else set()
                kept.append(one.having(href=str(typed)))
            elif _SOUND.fullmatch(one.get("href")):
                raise UnmeantError(f"A sound link is gone: {one}")
            else:
                refused.add(one.get("href"))
        elif isinstance(one, Text) or one.tag != "a" or inside:
            kept.append(one)
    told = sum(fault.rule in ("body-link", "body-fragment") for fault in faults)
    if told < len(refused):
        raise UnmeantError(f"{refused} links are refused, {told} told: {wanted}")
    return kept, list(ours), rules | ({"link-refused"} if refused else set())


def _pictures(wanted: Sequence[Event], ours: Sequence[Event], faults: Sequence[Fault]) -> Rule:
    """Put the words for pictures in their place; each must be told."""
    pictures = [one for one in wanted if isinstance(one, Start) and one.tag == "img"]
    told = sum(fault.rule == "body-image" for fault in faults)
    if told < len(pictures):
        raise UnmeantError(f"{len(pictures)} pictures are refused, {told} told: {wanted}")
    worded = [Text(one.get("alt")) if isinstance(one, Start) and one.tag == "img" else one for one in wanted]
    return worded, list(ours), {"picture-refused"} if pictures else set()


def _is_heading(event: Event) -> bool:
    return isinstance(event, Start) and re.fullmatch("h[1-6]", event.tag) is not None


def _shown(body: Body) -> str:
    return str(body.html(lambda link: f"{link.kind}:{link.target}"))


def _in_text(text: str) -> Iterator[Example]:
    section = ""
    for found in _EXAMPLE.finditer(text.partition("<!-- END TESTS -->")[0]):
        if found["heading"] is None:
            yield Example(found["markdown"].replace("→", "\t"), found["html"].replace("→", "\t"), section)
        else:
            section = found["heading"]


_EXAMPLE = re.compile(
    r"^`{32} example\n(?P<markdown>(?:.*\n)*?)\.\n(?P<html>(?:.*\n)*?)`{32}$|^#{1,6} +(?P<heading>.*)$", re.MULTILINE
)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
