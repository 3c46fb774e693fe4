"""Content folders by chance, in which nothing is wrong, of every shape that the format allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from site_src.editing.front_matter import front_matter
from site_src.editing.front_matter import yaml as as_yaml
from site_src.reading.files import ContentFile, Tree
from site_src.reading.shingles import make
from tests.harbour import HARBOUR
from tests.hostile.bodies import sound
from tests.hostile.chance import LANGUAGES, about, days, slugs, some, texts, urls
from tests.hostile.claims import RATINGS, STATUSES, Known, claim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Files = dict[str, str | bytes | None]

PICTURE = (HARBOUR / "files/bridge.png").read_bytes()
# What may stand in a source's text, each a word by itself.
HELD = ("the", "Bridge", "COST", "4.2", "−3", "12%", "€", "été", "Straße", "жщ", "ابت", "कखग", "of", "2024", "ΣΑΣ")


@st.composite
def valid(draw: st.DrawFn) -> Files:
    """Draw a content folder in which nothing is wrong."""
    sources = draw(st.lists(slugs, unique=True, min_size=1, max_size=5))
    topics = draw(st.lists(slugs, unique=True, min_size=1, max_size=3))
    claims = draw(st.lists(slugs, unique=True, max_size=5))
    pages = [f"{slug}-page" for slug in draw(st.lists(slugs, unique=True, max_size=2))]
    columns = {topic: draw(st.lists(st.sampled_from(sources), unique=True, min_size=1)) for topic in topics}
    # Each source may relay those before it, so that there is no circle.
    relayed = {slug: draw(some(sources[:place])) for place, slug in enumerate(sources)}
    held = {slug: draw(st.lists(st.sampled_from(HELD), min_size=4, max_size=40)) for slug in draw(some(sources))}
    placed = {slug: draw(st.sampled_from(topics)) for slug in claims}
    statuses = {slug: draw(st.sampled_from(STATUSES)) for slug in claims}
    living = [slug for slug in claims if statuses[slug] != "draft"]
    bodies = sound(_targets({"source": sources, "topic": topics, "claim": living, "page": pages}))

    files: Files = {"site.yaml": as_yaml(draw(_settings(pages))), "ratings.yaml": as_yaml(_scale(draw))}
    files["files/bridge.png"] = PICTURE
    for slug in sources:
        files[f"sources/{slug}.md"] = front_matter(draw(_source(slug, relayed[slug])), draw(bodies))
    for slug, words in held.items():
        files[f"sources/{slug}.shingles"] = make(" ".join(words))
    for slug in topics:
        order = draw(some([one for one in claims if placed[one] == slug]))
        values = {"title": draw(texts), "summary": draw(texts), "sources": columns[slug], "order": order}
        files[f"topics/{slug}.md"] = front_matter(values, draw(bodies))
    for slug, topic in placed.items():
        known = Known(columns[topic], relayed, held, [other for other in living if other != slug])
        values = draw(claim(topic, known, slug, statuses[slug]))
        folder = draw(st.sampled_from(["claims", "claims/a", "claims/a/b-c"]))
        files[f"{folder}/{slug}.md"] = front_matter(values, draw(bodies))
    for slug in pages:
        files[f"pages/{slug}.md"] = front_matter({"title": draw(texts), "nav": "1"}, draw(bodies))
    return files


def tree_of(files: Mapping[str, str | bytes | None]) -> Tree:
    """Give texts by file name as a folder that was read."""
    coded = {name: text.encode() if isinstance(text, str) else text for name, text in sorted(files.items())}
    return Tree(tuple(ContentFile(name, text) for name, text in coded.items() if text is not None), ())


def _targets(entries: Mapping[str, Sequence[str]]) -> list[str]:
    return ["file:bridge.png", *(f"{kind}:{slug}" for kind, slugs in entries.items() for slug in slugs)]


def _settings(pages: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    repository = {"url": "https://github.com/owner/name", "branch": "main"}
    logo = {"logo": st.just("file:bridge.png")}
    policies = st.fixed_dictionaries({}, optional={"methodology": st.sampled_from(pages)} if pages else {})
    return st.fixed_dictionaries(
        {
            "title": texts,
            "tagline": texts,
            "url": st.sampled_from(["https://example.org/site/", "https://example.org", "http://example.org:8080/a"]),
            "language": st.sampled_from(LANGUAGES),
            "publisher": st.fixed_dictionaries({"name": texts, "url": urls}, optional=logo),
            "policies": policies,
        },
        optional={
            "contact": urls,
            "security_contact": urls,
            "license": st.fixed_dictionaries({"name": texts, "url": urls}),
            "repository": st.just(repository),
            "review_after": st.sampled_from(["1", "12", "999999"]),
        },
    )


def _scale(draw: st.DrawFn) -> list[dict[str, Any]]:
    tones = ("negative", "warning", "positive", "neutral")
    return [
        {"id": name, "label": draw(texts), "definition": draw(texts), "tone": tone, "unrated": name == "unrated-one"}
        for name, tone in zip(RATINGS, tones, strict=True)
    ]


def _source(slug: str, relays: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"title": texts, "kind": st.sampled_from(["article", "wire", "court", "post"]), "relays": st.just(relays)},
        optional={
            "publisher": texts,
            "url": urls,
            "archive_url": urls,
            "author": texts,
            "published": about,
            "retrieved": days,
            "language": st.sampled_from(LANGUAGES),
            "inferred": some(relays),
            "aliases": some([f"former-{slug}", f"/former/source/{slug}/"]),
        },
    )
