"""The corpus as files: ours in the content format, and for each peer what it reads, with all look-ups done for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml

from benchmarks.corpus import RATINGS, SITE, Part, Values
from site_src.reading.shingles import make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Files = dict[str, str]
"""Texts by their path from the folder of the project that is built."""


def ours(part: Part) -> Files:
    """Give a part in the content format."""
    files = {f"content/topics/{part.slug}.md": _markdown(part.topic.values, part.topic.body)}
    for slug, it in part.claims.items():
        files[f"content/claims/{slug}.md"] = _markdown(it.values, it.body)
    for slug, it in part.sources.items():
        files[f"content/sources/{slug}.md"] = _markdown(it.values, it.body)
        files[f"content/sources/{slug}.shingles"] = make(it.held)
    return files


def our_settings() -> Files:
    """Give what stands once in our content folder."""
    return {
        "content/site.yaml": _yaml(SITE),
        "content/ratings.yaml": _yaml(RATINGS),
        "content/pages/about.md": _markdown({"title": "About"}, "Made up.\n"),
    }


def peers(front: Callable[[Values], Values]) -> Callable[[Part], Files]:
    """Give how a part becomes files for a peer that finds a claim where `front` puts it."""

    def staged(part: Part) -> Files:
        return {
            f"content/claims/{slug}.md": _markdown(front(facts(part, slug)), it.body.replace("(claim:", "(../"))
            for slug, it in part.claims.items()
        }

    return staged


def facts(part: Part, slug: str) -> Values:
    """Give all that a peer's page of a claim shows, as plain data."""
    values = part.claims[slug].values
    rating = next(rating for rating in RATINGS if rating["id"] == values["rating"])
    return {
        **values,
        "slug": slug,
        "topic": part.topic.values["title"],
        "rating": rating,
        "scale": [{"label": one["label"], "here": one is rating} for one in RATINGS],
        "appearances": [_said(part, one) for one in values["appearances"]],
        "related": [
            {
                "slug": other,
                "claim": part.claims[other].values["claim"],
                "verdict": part.claims[other].values["verdict"],
            }
            for other in values["related"]
        ],
        "review": _review(slug, values, str(rating["label"])),
    }


def write(folder: Path, files: Files) -> None:
    """Write those files that are not there as they should be."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _said(part: Part, one: Values) -> Values:
    source = part.sources[one["source"]].values
    via = part.sources[one["via"]].values["publisher"] if "via" in one else ""
    return {**one, "publisher": source["publisher"], "title": source["title"], "url": source["url"], "via": via}


def _review(slug: str, values: Values, label: str) -> str:
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"{SITE['url']}claims/{slug}/",
        "claimReviewed": values["claim"],
        "datePublished": str(values["reviewed_on"]),
        "author": {"@type": "Organization", **SITE["publisher"]},
        "reviewRating": {"@type": "Rating", "alternateName": label, "ratingExplanation": values["verdict"]},
        "itemReviewed": {"@type": "Claim", "datePublished": str(values["claimed_on"])},
    }
    return json.dumps(review)


def _markdown(values: Values, body: str) -> str:
    return f"---\n{_yaml(values)}---\n{body}"


def _yaml(values: object) -> str:
    return yaml.dump(values, Dumper=_Dumper, sort_keys=False, width=10_000)


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        """Write out every value, for the content format knows no anchors."""
        del data
        return True
