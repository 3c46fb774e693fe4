"""Content folders by chance, in which nothing is wrong, of every shape that the format allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from site_src.editing.front_matter import front_matter
from site_src.editing.front_matter import yaml as as_yaml
from site_src.models.texts import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Sequence

Files = dict[str, str | bytes | None]
Draw = st.DrawFn

RATINGS = ("wrong", "unclear", "right", "unrated-one")
STANCES = ("asserts", "attributes", "differs", "denies")
LANGUAGES = ("en", "de", "ar", "hi", "zh-Hans", "he", "pt-BR", "fr")
BOUNDS = ("exactly", "about", "over", "at-least", "under", "at-most")
MARKUP = "[]<!\\`~|"
SCRIPTS = "abcxyzÀßéñøłœ אבגד ابتث कखगि あア漢字 한글 ไทย ქართ Ωλ жщ 𝒳😀\u0301\u200d\u200f"
SIGNS = "!?.,;:'\"“”()*_`~<>&%$€#@+-=/\\|{}^0123456789"

characters = st.one_of(st.sampled_from(SCRIPTS + SIGNS), st.characters(exclude_categories=["Cs", "Cc"]))
texts = st.text(characters, min_size=1, max_size=60).map(lambda text: " ".join(FORBIDDEN.sub("", text).split()) or "x")
statements = texts.map(lambda text: f"It is said that {text}")
days = st.dates().filter(lambda day: day.year > 1000).map(str)
urls = texts.map(lambda text: "https://example.org/" + "".join(c for c in text if c.isalnum()))
slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,5}){0,2}", fullmatch=True).map(lambda slug: f"x-{slug}")
paragraphs = st.lists(texts.map(lambda text: "So " + "".join(c for c in text if c not in MARKUP)), max_size=4)
numbers = st.one_of(st.integers(-(10**9), 10**9).map(str), st.decimals(-(10**6), 10**6, places=3).map(str))


@st.composite
def valid(draw: Draw) -> Files:
    """Draw a content folder in which nothing is wrong."""
    sources = draw(st.lists(slugs, unique=True, min_size=1, max_size=6))
    topics = draw(st.lists(slugs, unique=True, min_size=1, max_size=3))
    claims = draw(st.lists(slugs, unique=True, max_size=6))
    columns = {topic: draw(st.lists(st.sampled_from(sources), unique=True, min_size=1)) for topic in topics}
    # Each source may relay those before it, so that there is no circle.
    relayed = {slug: draw(_some(sources[:place])) for place, slug in enumerate(sources)}
    files: Files = {"site.yaml": as_yaml(draw(_settings())), "ratings.yaml": as_yaml(_scale(draw))}
    for slug in sources:
        files[f"sources/{slug}.md"] = front_matter(draw(_source(relayed[slug])), draw(_bodies()))
    for slug in topics:
        values = {"title": draw(texts), "summary": draw(texts), "sources": columns[slug]}
        files[f"topics/{slug}.md"] = front_matter(values, draw(_bodies()))
    for slug in claims:
        topic = draw(st.sampled_from(topics))
        values = draw(_claim(topic, columns[topic], relayed, claims, slug))
        files[f"claims/{slug}.md"] = front_matter(values, draw(_bodies()))
    for slug in draw(st.lists(slugs, unique=True, max_size=2)):
        files[f"pages/{slug}-page.md"] = front_matter({"title": draw(texts), "summary": draw(texts)}, draw(_bodies()))
    return files


def _settings() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "title": texts,
            "tagline": texts,
            "url": st.just("https://example.org/site/"),
            "language": st.sampled_from(LANGUAGES),
            "publisher": st.fixed_dictionaries({"name": texts, "url": urls}),
        },
        optional={"contact": urls, "license": st.fixed_dictionaries({"name": texts, "url": urls})},
    )


def _scale(draw: Draw) -> list[dict[str, Any]]:
    tones = ("negative", "warning", "positive", "neutral")
    return [
        {"id": name, "label": draw(texts), "definition": draw(texts), "tone": tone, "unrated": name == "unrated-one"}
        for name, tone in zip(RATINGS, tones, strict=True)
    ]


def _source(relays: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"title": texts, "kind": st.sampled_from(["article", "wire", "document", "post"]), "relays": st.just(relays)},
        optional={
            "publisher": texts,
            "url": urls,
            "author": texts,
            "published": days,
            "language": st.sampled_from(LANGUAGES),
        },
    )


@st.composite
def _claim(
    draw: Draw, topic: str, columns: Sequence[str], relayed: dict[str, list[str]], claims: Sequence[str], own: str
) -> dict[str, Any]:
    day = draw(days)
    measured = draw(st.booleans())
    return {
        "claim": draw(statements),
        "topic": topic,
        "claimant": draw(st.none() | st.fixed_dictionaries({"name": texts, "kind": st.just("person")})),
        "claimed_on": draw(st.none() | st.sampled_from(["1900", "~1950-02", "1001-01-01"])),
        "language": draw(st.none() | st.sampled_from(LANGUAGES)),
        "rating": draw(st.sampled_from(RATINGS)),
        "verdict": draw(texts),
        "reviewed_on": day,
        "status": draw(st.sampled_from(["published", "published", "draft"])),
        "measure": {"label": draw(texts), "unit": draw(texts)} if measured else None,
        "appearances": [_appearance(draw, slug, relayed[slug], measured=measured) for slug in columns],
        "evidence": draw(st.lists(st.fixed_dictionaries({"title": texts, "note": texts}, optional={"url": urls}))),
        "calculations": [{"label": draw(texts), "expression": "1 + 1", "equals": "2"}] if draw(st.booleans()) else [],
        "related": draw(_some([slug for slug in claims if slug != own])),
        "corrections": [{"date": day, "kind": "update", "note": draw(texts)}] if draw(st.booleans()) else [],
        "tags": draw(st.lists(slugs, unique=True, max_size=3)),
    }


def _appearance(draw: Draw, source: str, relays: Sequence[str], *, measured: bool) -> dict[str, Any]:
    if draw(st.integers(0, 4)) == 0:
        return {"source": source, "stance": "silent", "note": draw(st.none() | texts)}
    value = draw(numbers) if measured and draw(st.booleans()) else None
    return {
        "source": source,
        "stance": draw(st.sampled_from(STANCES)),
        "says": draw(texts),
        "value": value,
        "bound": draw(st.sampled_from(BOUNDS)) if value is not None and draw(st.booleans()) else None,
        "excerpt": draw(st.sampled_from([None, "four words or more of it"])),
        "via": draw(st.none() | st.sampled_from(relays)) if relays else None,
        "note": draw(st.none() | texts),
    }


def _some(slugs: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(slugs), unique=True, max_size=3) if slugs else st.just([])


def _bodies() -> st.SearchStrategy[str]:
    return paragraphs.map("\n\n".join)
