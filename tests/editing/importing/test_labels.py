"""The labels of other publishers become ratings by a table that the program proposes and an editor confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.editing.importing import ImportRefused
from tests.editing.office import REVIEW, Office

if TYPE_CHECKING:
    from pathlib import Path

    from site_src.models.claim import Claim


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def rated(*labels: str | dict[str, object]) -> list[object]:
    """Gives a review for each label, or for each rating written out."""
    return [
        {
            **REVIEW,
            "claimReviewed": f"The ferry has {number} decks.",
            "reviewRating": label if isinstance(label, dict) else {"alternateName": label},
        }
        for number, label in enumerate(labels)
    ]


def ratings(office: Office) -> dict[str, str | None]:
    """Gives the rating of each imported claim by its label's place among those of `rated`."""
    claims: list[Claim] = [claim for claim in office.claims().values() if claim.topic == "imported"]
    return {claim.claim.split()[3]: claim.rating for claim in claims}


def test_the_first_run_proposes_a_table_and_imports_nothing(office: Office) -> None:
    office.settle()
    office.put("a.json", rated("Falsch", "Supported", "partly supported", "Contradictd", "Falsch", "Half right"))
    assert office.propose() == (
        "# Which rating each label becomes. Go over the line `rating` of each: the id of a rating in ratings.yaml, "
        "or a new id,\n"
        "# which is added there. Without that line, drafts with this label get no rating. The other lines are for you "
        "to read.\n"
        '- label: "Falsch"\n  count: 2\n  proposed: "a new rating"\n  rating: "falsch"\n'
        '- label: "Contradictd"\n  count: 1\n'
        '  proposed: "near “Contradicted”: please check"\n  rating: "contradicted"\n'
        '- label: "Half right"\n  count: 1\n  proposed: "a new rating"\n  rating: "half-right-2"\n'
        '- label: "Supported"\n  count: 1\n  proposed: "the rating of that name"\n  rating: "supported"\n'
        '- label: "partly supported"\n  count: 1\n'
        '  proposed: "the rating of that name"\n  rating: "partly-supported"\n'
    )
    assert "imported" not in {claim.topic for claim in office.claims().values()}


@pytest.mark.parametrize("label", ["Unsupported", "Not supported", "Well supported", "Not contradicted"])
def test_a_word_that_turns_a_rating_round_is_not_taken_for_it(office: Office, label: str) -> None:
    office.settle()
    office.put("a.json", rated(label))
    assert 'proposed: "a new rating"' in office.propose()


def test_a_new_folder_has_a_scale_although_no_label_becomes_a_rating(office: Office) -> None:
    office.put("a.json", rated("Falsch"))
    office.table.write_text("- label: Falsch\n")
    office.bring_in()
    assert ratings(office) == {"0": None}


def test_a_table_that_is_there_is_not_overwritten(office: Office) -> None:
    office.put("a.json", rated("Falsch"))
    office.table.write_text("mine")
    with pytest.raises(ImportRefused, match="is there already") as refused:
        office.propose()
    assert f"--ratings {office.table}" in refused.value.hint
    assert office.table.read_text() == "mine"


def test_drafts_are_rated_as_the_editor_confirmed(office: Office) -> None:
    office.settle()
    office.put("a.json", rated("Falsch", "Wahr", "Satire"))
    office.table.write_text(
        "- label: Falsch\n  rating: contradicted\n- label: Wahr\n  rating: supported\n- label: Satire\n"
    )
    account = office.bring_in().account
    assert ratings(office) == {"0": "contradicted", "1": "supported", "2": None}
    assert "reviewRating.alternateName: has no rating in the table, such as “Satire”" in account


def test_a_new_rating_is_added_below_the_scale_without_a_place_on_it(office: Office) -> None:
    office.settle()
    before = office.text("ratings.yaml")
    imported = office.bring_in(*rated({"alternateName": "Satire", "ratingValue": 1, "bestRating": 5}))
    assert imported.settings == ("ratings.yaml",)
    assert office.text("ratings.yaml") == (
        f"{before}"
        '- id: "satire"\n  label: "Satire"\n'
        '  definition: "What was rated “Satire” where it was first published."\n  tone: "neutral"\n  unrated: true\n'
    )
    assert ratings(office) == {"0": "satire"}


def test_a_new_scale_is_in_the_order_of_the_numbers_and_all_else_is_unrated(office: Office) -> None:
    office.bring_in(
        *rated(
            {"alternateName": "Right", "ratingValue": "9", "bestRating": "10", "worstRating": "0"},
            {"alternateName": "Wrong", "ratingValue": 1},
            {"alternateName": "Satire"},
            {"alternateName": "Odd", "ratingValue": -1, "bestRating": 5},
            {"ratingValue": 3},
            {"alternateName": "خطأ", "ratingValue": 2},
        )
    )
    entries = office.text("ratings.yaml").split("- id: ")[1:]
    assert [entry.split('"')[3] for entry in entries] == ["Wrong", "خطأ", "3 of 1 to 5", "Right", "Odd", "Satire"]
    assert ["unrated" in entry for entry in entries] == [False, False, False, False, True, True]
    assert entries[1].startswith('"rating-')


def test_labels_that_differ_in_case_only_are_one_rating(office: Office) -> None:
    office.bring_in(*rated("falsch", "Falsch", "Falsch", "FALSCH!"))
    assert set(ratings(office).values()) == {"falsch"}
    assert office.text("ratings.yaml").count("- id:") == 1
    assert 'label: "Falsch"' in office.text("ratings.yaml")


def test_a_review_without_a_label_becomes_a_draft_without_a_rating(office: Office) -> None:
    account = office.bring_in(*rated("Falsch", {})).account
    assert ratings(office) == {"0": "falsch", "1": None}
    assert "reviewRating.alternateName: is missing" in account


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("- label: False\n  rating: contradicted\n", "has no line for the label “Falsch” and for 1 more"),
        ("- label: Falsch\n  rating: half-right\n- label: Odd\n", "names the rating “half-right”, which no claim may"),
        ("- label: Falsch\n  rating: Very Wrong\n- label: Odd\n", r"ratings-map\.yaml:2:11: error: .* is not a slug"),
        ("- label: Falsch\n- label: Falsch\n", r"ratings-map\.yaml:2:10: error: The label “Falsch” stands twice"),
        ("- label: Falsch\n  ratnig: x\n", "Did you mean"),
        ("label: Falsch\n", "Here should stand|`labels` is missing|is not a key"),
        ("- label: [\n", "not closed"),
        ("\xff", "is not UTF-8 text"),
    ],
    ids=["label", "retired", "slug", "twice", "key", "shape", "yaml", "encoding"],
)
def test_a_table_that_cannot_be_followed_is_refused(office: Office, table: str, reason: str) -> None:
    office.settle()
    office.put("a.json", rated("Falsch", "Odd"))
    office.table.write_bytes(table.encode("latin-1" if table == "\xff" else "utf-8"))
    with pytest.raises(ImportRefused, match=reason):
        office.bring_in()
    assert "imported" not in {claim.topic for claim in office.claims().values()}


def test_more_labels_than_a_table_can_hold_are_refused(office: Office) -> None:
    office.put("a.json", rated(*(f"Label {number}" for number in range(1001))))
    with pytest.raises(ImportRefused, match="1001 different labels"):
        office.propose()
    assert not office.table.exists()


def test_a_scale_to_which_nothing_can_be_added_is_left_alone(office: Office) -> None:
    """A list in brackets cannot be gone on with on the next line."""
    office.settle()
    flow = "[{id: supported, label: Supported, definition: It is, tone: positive}]\n"
    (office.content / "ratings.yaml").write_text(flow)
    office.put("a.json", rated("Satire"))
    with pytest.raises(ImportRefused, match="cannot be added"):
        office.bring_in()
    assert office.text("ratings.yaml") == flow
