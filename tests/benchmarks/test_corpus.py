"""The corpus of the benchmarks: sound in our own eyes, the same at every run, and changed by each edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import corpus, staging
from site_src.building.pipeline import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_checks_find_nothing_in_it(tmp_path: Path) -> None:
    staging.write(tmp_path, staging.our_settings())
    for part in corpus.parts(30):
        staging.write(tmp_path, staging.ours(part))
    checked = check(tmp_path / "content")
    assert (checked.findings, len(checked.catalogue.claims)) == ((), 30)


def test_it_is_the_same_at_every_run() -> None:
    assert staging.ours(corpus.part(3, 25)) == staging.ours(corpus.part(3, 25))
    assert staging.ours(corpus.part(3, 25)) != staging.ours(corpus.part(4, 25))


@pytest.mark.parametrize(
    ("edit", "folder"),
    [(corpus.with_body, "claims"), (corpus.with_rating, "claims"), (corpus.with_title, "sources")],
)
def test_an_edit_changes_one_file_and_no_check_minds(
    edit: Callable[[corpus.Part], corpus.Part], folder: str, tmp_path: Path
) -> None:
    before = corpus.part(0, 5)
    first, second = staging.ours(before), staging.ours(edit(before))
    changed = [name for name in first if first[name] != second[name]]
    assert [name.split("/")[1] for name in changed] == [folder]
    staging.write(tmp_path, {**staging.our_settings(), **second})
    assert check(tmp_path / "content").findings == ()


def test_a_peer_reads_every_claim_with_all_look_ups_done() -> None:
    part = corpus.part(0, 5)
    files = staging.peers(lambda facts: {"claim": facts})(part)
    assert len(files) == 5
    for slug, it in part.claims.items():
        facts = staging.facts(part, slug)
        assert [said["publisher"] for said in facts["appearances"]] == [
            part.sources[said["source"]].values["publisher"] for said in it.values["appearances"]
        ]
        assert "(claim:" not in files[f"content/claims/{slug}.md"]
