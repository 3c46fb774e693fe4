"""The claims in parts, where they are many."""

from __future__ import annotations

from site_src.views.dataset import claims_dataset, claims_part, claims_parts
from tests.editions import edition, links


def test_many_claims_are_in_parts_and_each_in_one() -> None:
    site = edition()
    at = links(site, "data/")
    whole = claims_dataset(site, at)
    parts = list(claims_parts(site, most=4, part=2))
    assert [here for here, _, _ in parts] == ["data/claims/1.json", "data/claims/2.json", "data/claims/3.json"]
    index = claims_dataset(site, at, most=4, part=2)
    assert "claims" not in index
    assert index["parts"] == [f"{site.base}{here}" for here, _, _ in parts]
    made = [claims_part(site, at, start, stop) for _, start, stop in parts]
    claims = [claim for one in made for claim in one["claims"]]
    assert sorted(claims, key=lambda claim: claim["slug"]) == whole["claims"]
    assert [claim["reviewed_on"] for claim in claims] == sorted(claim["reviewed_on"] for claim in claims)


def test_drafts_are_in_the_last_part() -> None:
    site = edition(drafts=True)
    parts = list(claims_parts(site, most=2, part=2))
    made = [claims_part(site, links(site, "data/"), start, stop) for _, start, stop in parts]
    slugs = [claim["slug"] for one in made for claim in one["claims"]]
    assert sorted(slugs) == sorted(site.listed)
    assert slugs[-1] == "ferry-passengers"
