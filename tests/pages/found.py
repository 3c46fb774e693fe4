"""A publication to look through: harbour with claims in other scripts, built with a search and served."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from site_src.building.job import Job
from site_src.building.pipeline import build
from tests.editions import TEMPLATES
from tests.harbour import HARBOUR, claim
from tests.pages.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

OTHERS = {
    "lock-zh": claim(
        "claim: 北闸建于1911年，今天仍在使用。\nlanguage: zh\nverdict: 门上的石头刻着这一年。", "潜水员看过人工水道。"
    ),
    "lock-hi": claim(
        "claim: उत्तरी द्वार की स्थापना 1911 में हुई थी।\nlanguage: hi\nverdict: विद्यालय के अभिलेख यही कहते हैं।\n"
        "claimant: {name: नगर परिषद, slug: nagar-parishad, kind: organization}"
    ),
    "lock-de": claim(
        "claim: Die Nordschleuse wurde 1911 gebaut.\nlanguage: de\nverdict: So steht es über dem Tor.\n"
        "reviewed_on: 2023-02-01\nrating: contradicted"
    ),
}


@contextmanager
def served_with_search(folder: Path, below: str, more: Mapping[str, str] | None = None) -> Iterator[str]:
    """Build and serve below a path of its host, such as `repo/`, and yield the home page's address."""
    content = folder / "content"
    shutil.copytree(HARBOUR, content)
    for slug, text in {**OTHERS, **(more or {})}.items():
        (content / "claims" / f"{slug}.md").write_text(text, encoding="utf-8")
    public = folder / "public"
    # At the root the site is the folder that is served, which a build may make while it is being served.
    with served(public if below else public / "root") as host:
        output = public / (below.strip("/") or "root")
        assert build(Job(content, TEMPLATES, output, base_url=f"{host}{below}", search=True)).files
        yield f"{host}{below}"
