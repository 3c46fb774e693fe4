"""How a verdict is cited: never without its rating, in ways of writing that other programs read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from site_src.views.citation import citation
from tests.editions import edition, links, shipped
from tests.harbour import claim

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_src.site.model import Site
    from site_src.views.citation import Citation

# Of CSL-JSON 1.0.2, the parts that we write: https://docs.citationstyles.org/en/stable/specification.html
CSL_TEXT = {"type": "string", "minLength": 1}
CSL_NAME = {
    "type": "object",
    "properties": {"literal": CSL_TEXT},
    "required": ["literal"],
    "additionalProperties": False,
}
CSL_PART = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
CSL_DATE = {
    "type": "object",
    "properties": {"date-parts": {"type": "array", "items": CSL_PART, "minItems": 1, "maxItems": 2}},
    "required": ["date-parts"],
    "additionalProperties": False,
}
CSL_ITEM = {
    "type": "object",
    "properties": {
        **dict.fromkeys(
            ["id", "title", "container-title", "publisher", "genre", "abstract", "language", "URL"], CSL_TEXT
        ),
        "type": {"const": "webpage"},
        "author": {"type": "array", "items": CSL_NAME, "minItems": 1},
        "issued": CSL_DATE,
        "original-date": CSL_DATE,
    },
    "required": ["id", "type"],
    "additionalProperties": False,
}
CSL_DATA = {"type": "array", "items": CSL_ITEM}
HOSTILE = 'A "10%" {rise} \\ of $5_000 & more ~ #1 ^ is } what <b>they</b> and @we say.'


def test_as_text_it_names_who_found_what_and_when() -> None:
    assert cited("repair-cost").text == (
        "Desk for figures (2 May 2024). Fact check: “The bridge cost 4.2 million euros to repair.” – Partly supported. "
        "Harbour Checks. https://example.org/harbour/claims/repair-cost/"
    )


def test_a_publication_that_signs_its_own_verdicts_is_named_once() -> None:
    assert cited("detour-cost").text.count("Harbour Checks") == 1


def test_as_bibtex_it_is_an_entry_of_fields_in_braces() -> None:
    assert cited("repair-cost").bibtex == (
        "@misc{repair-cost,\n"
        "  author = {{Desk for figures}},\n"
        "  title = {{Fact check: “The bridge cost 4.2 million euros to repair.” – Partly supported}},\n"
        "  howpublished = {Harbour Checks},\n"
        "  year = {2024},\n"
        "  month = may,\n"
        "  url = {https://example.org/harbour/claims/repair-cost/},\n"
        "}"
    )


def test_several_reviewers_are_several_authors() -> None:
    site = edition({"claims/lock.md": claim("reviewers: [A. Desk, 'B. and C. Desk']")})
    assert "  author = {{A. Desk} and {B. and C. Desk}},\n" in cited("lock", site).bibtex
    assert [one["literal"] for one in item("lock", site)["author"]] == ["A. Desk", "B. and C. Desk"]


def test_signs_of_tex_are_texts_in_bibtex_and_braces_stay_in_balance() -> None:
    site = edition({"claims/lock.md": claim(f"claim: {json.dumps(HOSTILE)}")})
    bibtex = cited("lock", site).bibtex
    title = re.search(r"title = \{\{(.*)\}\},", bibtex)
    assert title is not None
    assert title[1] == (
        'Fact check: “A "10\\%" \\textbraceleft{}rise\\textbraceright{} \\textbackslash{} of \\$5\\_000 \\& more '
        "\\textasciitilde{} \\#1 \\textasciicircum{} is \\textbraceright{} what <b>they</b> and @we say.” – Supported"
    )
    assert depths(bibtex)[-1] == 0
    assert min(depths(bibtex)) == 0


def test_as_csl_it_has_the_rating_the_days_and_the_verdict() -> None:
    told = item("repair-cost")
    assert told["title"] == "Fact check: “The bridge cost 4.2 million euros to repair.” – Partly supported"
    assert told["issued"] == {"date-parts": [[2024, 5, 2]]}
    assert told["original-date"] == {"date-parts": [[2024, 3, 20]]}
    assert told["abstract"].startswith("Partly supported: The repair itself cost")
    assert (told["language"], told["URL"]) == ("en", "https://example.org/harbour/claims/repair-cost/")
    assert "original-date" not in item("detour-cost")


@pytest.mark.parametrize("make", [edition, shipped], ids=["harbour", "shipped"])
def test_csl_json_is_as_its_specification_has_it(make: Callable[[], Site]) -> None:
    site = make()
    for it in site.listed:
        jsonschema.Draft7Validator(CSL_DATA).validate(json.loads(cited(it, site).csl))


def cited(slug: str, site: Site | None = None) -> Citation:
    """Give how the verdict on a claim is cited."""
    whole = site or edition()
    return citation(whole, links(whole, f"claims/{slug}/"), whole.claims[slug])


def item(slug: str, site: Site | None = None) -> dict[str, Any]:
    """Give the one item of a claim's CSL-JSON."""
    (one,) = json.loads(cited(slug, site).csl)
    return dict(one)


def depths(text: str) -> list[int]:
    """Give how deep in braces each sign of a text is, as BibTeX counts: also behind a backslash."""
    found = [0]
    for sign in text:
        found.append(found[-1] + (sign == "{") - (sign == "}"))
    return found
