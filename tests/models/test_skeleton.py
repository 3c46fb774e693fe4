"""The front matter of a new file: what is needed on, the rest off, a note above each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from site_src.models.claim import Claim
from site_src.models.described import keys
from site_src.models.page import Page
from site_src.models.skeleton import AFTERWARDS, bare, skeleton
from site_src.models.source import Source
from site_src.models.topic import Topic
from tests.editor import sound, typed

if TYPE_CHECKING:
    from site_src.models.record import Record

KNOWN = {"topics": ["bridge"], "sources": ["daily", "radio"], "ratings": ["false", "true"]}


def test_a_topic_is_laid_out_for_people() -> None:
    assert skeleton(Topic, {"title": '"The bridge"', "sources": ["daily", "radio"]}, known=KNOWN) == (
        "---\n"
        '# Write behind the colons. Lines that begin with "# " are notes for you: readers never see them.\n'
        '# A key behind "#" is switched off. To use it, delete that "#", and the "#" of the lines that belong to it.\n'
        "\n"
        "# The topic's title.\n"
        'title: "The bridge"\n'
        "\n"
        "# What it is about, in a sentence or two.\n"
        "summary:\n"
        "\n"
        "# The sources compared, in the matrix's column order. Each one of: daily, radio.\n"
        "sources:\n"
        "  - daily\n"
        "  - radio\n"
        "\n"
        "# What follows is there if you need it.\n"
        "\n"
        "# The claims that lead the matrix's rows. Each the name of a file in content/claims/, without .md.\n"
        "#order:\n"
        "#  -\n"
        "---\n"
    )


@pytest.mark.parametrize("model", [Claim, Source, Topic, Page])
def test_every_key_is_there_but_those_that_come_in_after_publication(model: type[Record]) -> None:
    text = skeleton(model, {}, known=KNOWN)
    assert re.findall(r"^#?([a-z_]+):", text, re.MULTILINE) != []
    assert set(re.findall(r"^#?([a-z_]+):", text, re.MULTILINE)) == {each.name for each in keys(model)} - set(
        AFTERWARDS
    )


def test_what_is_filled_in_is_read_back_and_nothing_else_is_there() -> None:
    text = skeleton(
        Claim,
        {
            "claim": '"The bridge: it cost #4 million."',
            "topic": "bridge",
            "status": "draft",
            "claimant": {"name": '"The mayor"', "kind": "person"},
            "appearances": [
                {"source": "daily", "stance": "asserts", "says": '"TODO"'},
                {"source": "radio", "stance": "silent"},
            ],
            "tags": ["no", "bridge"],
        },
        known=KNOWN,
    )
    claim = sound(typed(Claim, text))
    assert claim.claim == "The bridge: it cost #4 million."
    assert [(one.source, one.stance) for one in claim.appearances] == [("daily", "asserts"), ("radio", "silent")]
    assert claim.tags == ("no", "bridge")
    assert claim.claimant
    assert claim.claimant.model_fields_set == {"name", "kind"}
    assert claim.model_fields_set == {"claim", "topic", "status", "claimant", "appearances", "tags"}


def test_whatever_is_off_can_be_switched_on_by_deleting_its_signs() -> None:
    text = skeleton(Claim, {"claim": "Ten letters.", "topic": "bridge", "status": "draft"}, known=KNOWN)
    on = re.sub(r"^#(?=\S|  )", "", text, flags=re.MULTILINE)
    read = typed(Claim, on)
    # Blank as they are, groups lack what a group needs, and lists have an empty entry: nothing worse.
    assert {finding.rule for finding in read.findings} == {"missing-key", "empty-entry"}


def test_without_notes_only_what_is_needed_stands_there() -> None:
    assert bare(Source, {"title": '"Report"', "published": "2024"}) == (
        '---\ntitle: "Report"\nkind:\npublished: 2024\n---\n'
    )
