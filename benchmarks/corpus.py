"""A made-up publication of any size, the same at every run, in which every check finds nothing.

It is made in parts: a topic of six held sources and 25 claims. A claim has five appearances with figures, three of
them with an excerpt, two pieces of evidence, a calculation, and about 300 words with all that bodies are made of.
"""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Values = dict[str, Any]

CLAIMS, SOURCES = 25, 6
SITE: Values = {
    "title": "The Yardstick",
    "tagline": "Made up, to measure how long a build takes",
    "url": "https://yardstick.example/checks/",
    "language": "en",
    "publisher": {"name": "The Yardstick", "url": "https://yardstick.example/"},
    "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    "repository": {"url": "https://forge.example/yardstick/checks", "branch": "main"},
}
RATINGS: list[Values] = [
    {"id": "refuted", "label": "Refuted", "definition": "What is known speaks against it.", "tone": "negative"},
    {"id": "misleading", "label": "Misleading", "definition": "Right in part, wrong as a whole.", "tone": "warning"},
    {"id": "mostly-right", "label": "Mostly right", "definition": "Right but for a detail.", "tone": "neutral"},
    {"id": "right", "label": "Right", "definition": "What is known bears it out.", "tone": "positive"},
]


@dataclass(frozen=True, slots=True)
class Entry:
    """A Markdown file: what stands above its body, and the body; of a source also its held text."""

    values: Values
    body: str
    held: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A topic with its sources and claims, by slug."""

    slug: str
    topic: Entry
    sources: dict[str, Entry]
    claims: dict[str, Entry]


def parts(claims: int) -> Iterator[Part]:
    """Give the parts of a publication of so many claims."""
    for number, first in enumerate(range(0, claims, CLAIMS)):
        yield part(number, min(CLAIMS, claims - first))


def part(number: int, claims: int) -> Part:
    """Give one part with so many claims; the same number gives the same part."""
    prose = _Prose(number)
    slugs = [f"{prose.slug()}-{number * CLAIMS + at}" for at in range(claims)]
    sources = [f"{prose.slug()}-{number}-{at}" for at in range(SOURCES)]
    about = f"{prose.slug()}-{number}"
    made = {slug: _claim(prose, slug, about, slugs, sources) for slug in slugs}
    topic = {"title": prose.title(4), "summary": prose.sentence(), "sources": sources, "order": slugs[:3]}
    return Part(
        about,
        Entry(topic, prose.paragraph(6)),
        {slug: _source(prose, at, sources, list(made.values())) for at, slug in enumerate(sources)},
        made,
    )


def with_body(whole: Part) -> Part:
    """Give a part in which the body of its first claim says more."""
    return _with_claim(whole, lambda it: replace(it, body=f"{it.body}\nOne more sentence stands here.\n"))


def with_rating(whole: Part) -> Part:
    """Give a part in which its first claim has the rating that comes after its own."""
    ids = [rating["id"] for rating in RATINGS]
    return _with_claim(
        whole,
        lambda it: replace(it, values={**it.values, "rating": ids[(ids.index(it.values["rating"]) + 1) % len(ids)]}),
    )


def with_title(whole: Part) -> Part:
    """Give a part in which its first source has another title."""
    slug, it = next(iter(whole.sources.items()))
    changed = replace(it, values={**it.values, "title": f"{it.values['title']} again"})
    return replace(whole, sources={**whole.sources, slug: changed})


def _with_claim(whole: Part, change: Callable[[Entry], Entry]) -> Part:
    slug, it = next(iter(whole.claims.items()))
    return replace(whole, claims={**whole.claims, slug: change(it)})


def _claim(prose: _Prose, slug: str, about: str, slugs: list[str], sources: list[str]) -> Entry:
    others = [other for other in slugs if other != slug][:2]
    day = prose.day()
    first, second = prose.number(), prose.number()
    values: Values = {
        "claim": prose.sentence(),
        "topic": about,
        "claimant": {"name": f"Speaker {prose.below(99)}", "kind": "person"},
        "claimed_on": day,
        "rating": prose.one_of([rating["id"] for rating in RATINGS]),
        "verdict": f"{prose.sentence()} {prose.sentence()}",
        "reviewed_on": day + datetime.timedelta(days=9),
        "measure": {"label": prose.title(3), "unit": prose.one_of(["percent", "tonnes", "households"])},
        "appearances": [_appearance(prose, at, source, sources) for at, source in enumerate(sources[1:])],
        "evidence": [
            {"title": prose.title(5), "url": prose.address(), "publisher": f"Office {prose.below(99)}"},
            {"title": prose.title(5), "url": prose.address(), "published": day, "note": prose.sentence()},
        ],
        "calculations": [
            {"label": prose.title(3), "expression": f"{first} + {second}", "equals": f"{first + second}"},
        ],
        "related": others,
        "tags": [f"tag-{prose.below(40)}"],
    }
    if prose.below(10) == 0:
        changed = {"date": day + datetime.timedelta(days=30), "kind": "correction", "note": prose.sentence()}
        values |= {"updated_on": changed["date"], "corrections": [changed]}
    if prose.below(50) == 0:
        values["aliases"] = [f"once-{slug}"]
    return Entry(values, _body(prose, [f"claim:{other}" for other in others]))


def _appearance(prose: _Prose, at: int, source: str, sources: list[str]) -> Values:
    said: Values = {
        "source": source,
        "stance": "differs" if at == 3 else "attributes",
        "says": prose.title(9),
        "value": f"{prose.number() / 10:.1f}",
    }
    if at < 3:
        said["excerpt"] = prose.words(12)
    return said if at == 3 else {**said, "via": sources[0]}


def _source(prose: _Prose, at: int, sources: list[str], claims: list[Entry]) -> Entry:
    said = [one for claim in claims for one in claim.values["appearances"] if one["source"] == sources[at]]
    values: Values = {
        "title": prose.title(6),
        "publisher": f"Publisher {prose.below(99)}",
        "kind": ["article", "wire", "press-statement", "filing", "research-note", "dataset"][at],
        "url": prose.address(),
        "published": prose.day(),
        "retrieved": prose.day(),
        **({"relays": sources[:1]} if at else {}),
    }
    held = " ".join(f"{prose.words(20)} {one['excerpt']}" for one in said if "excerpt" in one)
    return Entry(values, prose.paragraph(2), held=f"{held} {prose.words(20)}")


def _body(prose: _Prose, links: list[str]) -> str:
    led = " ".join(f"See [{prose.words(3)}]({link})." for link in [*links, prose.address()])
    items = "".join(f"- {prose.title(8)}\n" for _ in range(4))
    rows = "".join(f"| {prose.words(2)} | {prose.number()} | {prose.number()} |\n" for _ in range(5))
    return (
        f"{prose.paragraph(4)} It is *{prose.words(3)}*, and it rests on **{prose.words(3)}**.[^1]\n\n"
        f"## {prose.title(4)}\n\n{prose.paragraph(4)} {led}\n\n> {prose.paragraph(2)}\n\n{items}\n"
        f"## {prose.title(4)}\n\n| {prose.words(2)} | then | now |\n| --- | ---: | ---: |\n{rows}\n"
        f"{prose.paragraph(4)}\n\n[^1]: {prose.sentence()}\n"
    )


class _Prose:
    """Words, sentences and paragraphs that mean nothing, from a seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        syllables = [
            f"{onset}{vowel}" for onset in ("b", "d", "f", "gr", "k", "l", "m", "pl", "r", "t") for vowel in "aeiou"
        ]
        self._words = ["".join(self._chance.choices(syllables, k=self._chance.randint(2, 3))) for _ in range(900)]
        self._words += ["the", "of", "and", "in", "that", "was", "for", "by", "with"] * 50

    def words(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, k=count))

    def title(self, count: int) -> str:
        return self.words(count).capitalize()

    def sentence(self) -> str:
        return f"{self.title(self._chance.randint(9, 20))}."

    def paragraph(self, count: int) -> str:
        return " ".join(self.sentence() for _ in range(count))

    def slug(self) -> str:
        return self.words(3).replace(" ", "-")

    def address(self) -> str:
        return f"https://{self.slug()}.example/{self.below(99999)}"

    def number(self) -> int:
        return self._chance.randint(2, 900)

    def below(self, limit: int) -> int:
        return self._chance.randrange(limit)

    def day(self) -> datetime.date:
        return datetime.date(2021, 1, 4) + datetime.timedelta(days=self.below(1200))

    def one_of(self, choices: list[str]) -> str:
        return self._chance.choice(choices)
