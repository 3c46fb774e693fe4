"""What we publish as ClaimReview comes back as it was, as far as ClaimReview can carry it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_src.building import pipeline
from site_src.building.job import Job
from site_src.editing.importing import bring_in, gather, write_table
from site_src.site.assemble import assemble
from site_src.views.claim_review import review_dates
from tests.harbour import HARBOUR
from tests.modules import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_src.models.evidence import Evidence
    from site_src.models.source import Source
    from site_src.site.model import Claim, Site

CONTENTS = {"harbour": HARBOUR, "the publication": ROOT / "content"}


@pytest.fixture(scope="session", params=CONTENTS.values(), ids=list(CONTENTS))
def content(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="session")
def built(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the site that a content folder makes."""
    output = tmp_path_factory.mktemp("round-trip") / "site"
    assert pipeline.build(Job(content, ROOT / "templates", output)).files
    return output


@pytest.mark.parametrize("served", ["data/claimreview.json", "claims/*/index.html"])
def test_what_both_have_is_the_same(content: Path, built: Path, tmp_path: Path, served: str) -> None:
    moved = tmp_path / "content"
    # The settings, and what they name; no claim, topic or source.
    shutil.copytree(content, moved, ignore=shutil.ignore_patterns("claims", "topics", "sources"))
    for page in (moved / "pages").glob("*.md"):
        page.write_text(f"---\ntitle: {page.stem}\n---\n")
    gathered = gather(sorted(built.glob(served)))
    write_table(gathered, moved, tmp_path / "ratings-map.yaml")
    imported = bring_in(gathered, moved, tmp_path / "ratings-map.yaml")
    before, after = site_of(content, drafts=False), site_of(moved, drafts=True)
    expected = {claim.record.claim: shared(claim, before) for claim in before.claims.values() if is_told(claim)}
    found = {claim.record.claim: shared(claim, after) for claim in after.claims.values()}
    assert found.keys() == expected.keys()
    for text, told in expected.items():
        assert found[text] == told
    assert imported.drafts == len(expected) > 0
    assert imported.settings == ()


def is_told(claim: Claim) -> bool:
    """Tells whether a claim is published as ClaimReview."""
    return claim.status == "published"


def site_of(content: Path, *, drafts: bool) -> Site:
    checked = pipeline.check(content)
    assert [finding for finding in checked.findings if finding.is_error] == []
    return assemble(checked.catalogue, drafts=drafts)


def shared(claim: Claim, site: Site) -> Mapping[str, object]:
    """Gives what a claim and its ClaimReview both say."""
    record = claim.record
    claimant = record.claimant
    return {
        "claimant": (claimant.name, claimant.kind, claimant.url) if claimant else None,
        "claimed on": record.claimed_on.text if record.claimed_on else None,
        "language": claim.language,
        "rating": claim.rating.id,
        "verdict": claim.verdict,
        "dates": review_dates(claim),
        "corrections": sorted((each.date, each.kind, each.note) for each in record.corrections),
        "appeared in": sorted(document(site.sources[slug].record, None) for slug in appeared_in(claim)),
        "evidence": [evidence(each, site) for each in record.evidence],
    }


def appeared_in(claim: Claim) -> set[str]:
    """Gives the sources that carry a claim, and the one in which it began where there is but one."""
    return {*claim.carriers, *(claim.origins if len(claim.origins) == 1 else ())}


def evidence(each: Evidence, site: Site) -> tuple[str, ...]:
    return document(site.sources[each.source].record if each.source else each, each.note)


def document(record: Evidence | Source, note: str | None) -> tuple[str, ...]:
    published = record.published.text if record.published else ""
    return tuple(
        part or "" for part in (record.title, record.url, record.publisher, published, record.archive_url, note)
    )
