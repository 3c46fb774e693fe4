"""Who relays whom: a picture as large as a page can bear, and a list in which nobody is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_src.views.appearance import SourceLinks
from site_src.views.provenance import Branch, Provenance, claim_provenance, topic_provenance
from tests.editions import edition, links

if TYPE_CHECKING:
    from collections.abc import Mapping


def test_a_claim_that_nobody_has_from_another_has_no_picture() -> None:
    site = edition()
    assert claim_provenance(SourceLinks(site, links(site)), site.claims["repair-cost-ar"]) is None
    assert topic_provenance(site, links(site), site.topics["harbour-ferry"]) is None


def test_a_claims_list_leads_from_the_origin_to_those_that_carry_it() -> None:
    site = edition()
    made = claim_provenance(SourceLinks(site, links(site)), site.claims["repair-cost"])
    assert made is not None
    assert outline(made.branches) == ["City press office (origin)", "  Harbour Daily", "    Coast Radio"]
    assert (made.alone, made.has_inferred) == ((), False)
    assert made.description == "2 sources compared here, 1 source behind them; 2 steps from one to another."


def test_a_topics_list_has_all_relays_and_says_which_are_inferred_and_who_has_none() -> None:
    made = topic()
    assert outline(made.branches) == [
        "City press office (origin)",
        "  Harbour Daily",
        "    Coast Radio",
        "Audit office (origin)",
        "  Harbour Daily (again)",
        "  Coast Radio (inferred)",
    ]
    assert [link.words for link in made.alone] == ["A post on the detour"]
    assert made.has_inferred


def test_inferred_ways_are_dashed_in_both_pictures() -> None:
    made = topic()
    assert made.wide is not None
    assert made.narrow is not None
    assert sum(way.inferred for way in made.wide.ways) == 1
    assert sum(way.inferred for way in made.narrow.ways) == 1


def test_givers_stand_left_of_takers_and_names_in_their_boxes() -> None:
    drawn = topic().wide
    assert drawn is not None
    at = {" ".join(line.words for line in box.lines): box for box in drawn.boxes}
    assert at["City press office"].x == at["Audit office"].x == 0
    assert at["Harbour Daily"].x < at["Coast Radio"].x
    assert {name for name, box in at.items() if box.arrow} == {"Harbour Daily", "Coast Radio"}
    for box in drawn.boxes:
        assert box.x + box.width <= drawn.width
        assert box.y >= 0
        assert box.y + box.height <= drawn.height
        assert all(box.y < line.y < box.y + box.height for line in box.lines)


def test_the_narrow_picture_is_as_wide_as_a_phone_and_each_row_lower_than_the_one_before() -> None:
    drawn = topic().narrow
    assert drawn is not None
    assert drawn.width == 288
    tops = [box.y for box in drawn.boxes]
    assert tops == sorted(set(tops))
    assert [box.lines[0].words for box in drawn.boxes][4] == "Harbour Daily (as above)"


def test_of_many_that_pass_on_the_same_the_picture_counts_most_and_the_list_names_all() -> None:
    made = topic(papers(41))
    assert made.wide is not None
    names = [" ".join(line.words for line in box.lines) for box in made.wide.boxes]
    assert "and 38 more" in names
    assert made.folded == "The list names those that the picture only counts."
    assert sum("Paper number" in line for line in outline(made.branches)) == 41


def test_what_is_too_much_for_a_picture_is_a_list_and_says_so() -> None:
    chain = {f"sources/paper-{n}.md": paper(n, f"paper-{n - 1}" if n else "harbour-daily") for n in range(31)}
    made = topic({**chain, "topics/harbour-bridge.md": topic_with([f"paper-{n}" for n in range(31)])})
    assert (made.wide, made.narrow) == (None, None)
    assert made.folded == "35 sources are too many for a picture; the list has them all."


def test_a_long_name_is_broken_and_then_cut() -> None:
    name = (
        "The Very Long Established Evening Newspaper of the Northern and the Western Coast and its Weekend Supplement"
    )
    drawn = topic({"sources/audit-report.md": f'---\ntitle: "{name}"\nkind: article\n---\n'}).wide
    assert drawn is not None
    (box,) = (box for box in drawn.boxes if box.lines[0].words.startswith("The Very"))
    assert len(box.lines) == 4
    assert box.lines[-1].words.endswith("…")


def outline(branches: tuple[Branch, ...], depth: int = 0) -> list[str]:
    """Gives a list as lines, set in by its depth."""
    lines = []
    for branch in branches:
        told = [word for word in ("origin", "inferred", "again") if getattr(branch, word)]
        lines.append("  " * depth + branch.source.words + (f" ({', '.join(told)})" if told else ""))
        lines += outline(branch.takers, depth + 1)
    return lines


def topic(files: Mapping[str, str] | None = None) -> Provenance:
    """Gives who relays whom in harbour's topic of the bridge, with files laid over."""
    site = edition(files)
    made = topic_provenance(site, links(site), site.topics["harbour-bridge"])
    assert made is not None
    return made


def papers(count: int) -> dict[str, str]:
    """Gives so many papers that all pass on the same one."""
    slugs = [f"paper-{n}" for n in range(count)]
    files = {f"sources/{slug}.md": paper(n, "harbour-daily") for n, slug in enumerate(slugs)}
    return {**files, "topics/harbour-bridge.md": topic_with(slugs)}


def paper(number: int, relayed: str) -> str:
    """Gives a source that passes on another."""
    return f"---\ntitle: Paper number {number}\nkind: article\nrelays: [{relayed}]\n---\n"


def topic_with(slugs: list[str]) -> str:
    """Gives harbour's topic with more sources."""
    own = ["city-press-release", "harbour-daily", "coast-radio", "port-blog", "audit-report"]
    named = ", ".join([*own, *slugs])
    return f"---\ntitle: The repair of the harbour bridge\nsummary: Who paid.\nsources: [{named}]\n---\n"
