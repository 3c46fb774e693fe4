"""Whatever stands where a review should be, a draft is made of it that our own reader takes."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from site_src.editing.importing.drafts import Desk
from site_src.editing.importing.node import leaves
from site_src.editing.importing.records import read_records
from site_src.editing.importing.review import read_review
from site_src.models.claim import Claim
from site_src.models.source import Source
from site_src.models.topic import Topic
from site_src.reading.catalogue import Catalogue
from site_src.reading.entry import read_entry

PROPERTIES = (
    "@id", "@type", "@value", "url", "name", "text", "headline", "author", "publisher", "sameAs", "inLanguage",
    "claimReviewed", "reviewRating", "itemReviewed", "datePublished", "dateModified", "keywords", "citation",
    "correction", "appearance", "firstAppearance", "alternateName", "ratingValue", "bestRating", "worstRating",
    "ratingExplanation", "reviewBody", "archivedAt", "description", "x",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "https://example.org/a", "http://[", "https://example.org/harbour/old/", "2024-03-20", "2024", "soon", "en",
            "#id", "Person", "Organization", "ClaimReview", "NewsArticle", "<p>&lt;b&gt;", "TODO", "- [x](y)", "null",
            "a \u202e b", "x" * 500, "---\nclaim: y", '"', "\\", "~", "#", "سلام", "大", "\ud800", "1e999", "NaN",
        ]
    ),
)  # fmt: skip
VALUES = st.recursive(
    st.one_of(TEXTS, st.integers(), st.floats(), st.booleans(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(PROPERTIES), inner, max_size=6)
    ),
    max_leaves=20,
)
REVIEWS = st.fixed_dictionaries(
    {"@type": st.just("ClaimReview")}, optional={name: VALUES for name in PROPERTIES if name != "@type"}
)


@given(st.lists(REVIEWS, min_size=1, max_size=3))
def test_any_json_becomes_a_draft_without_a_mistake(values: list[dict[str, Any]]) -> None:
    desk = Desk(Catalogue(), "https://example.org/harbour/")
    records = read_records(json.dumps(values).encode()).records
    assert len(records) >= len(values)
    for record in records:
        review = read_review(record)
        if draft := desk.draft(review, "false" if review.label else None):
            assert read_entry(Claim, "claims", draft.slug, draft.as_text().encode(), file=draft.name).findings == ()
    for name, text in desk.files().items():
        if name.startswith("sources/"):
            assert read_entry(Source, "sources", "x", text.encode(), file=name).findings == ()
        else:
            assert read_entry(Topic, "topics", "x", text.encode(), file=name).findings == ()


WORDS = st.integers(0, 10**9).map(lambda number: f"w{number}w")
PLAIN = [name for name in PROPERTIES if not name.startswith("@")]
NESTED = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(PLAIN), inner, max_size=6),
        st.fixed_dictionaries(
            {"@type": st.sampled_from(["Person", "Organization", "Article"])}, optional={"name": inner}
        ),
    ),
    max_leaves=30,
)


@given(st.dictionaries(st.sampled_from(PLAIN), NESTED))
def test_nothing_is_lost_without_a_word(values: dict[str, Any]) -> None:
    """Every word of a record is in the draft or its sources, stands on account, or is the publisher's or the label."""
    text = json.dumps({**values, "@type": "ClaimReview", "claimReviewed": values.get("claimReviewed", "A claim")})
    record = read_records(text.encode()).records[0]
    review = read_review(record)
    desk = Desk(Catalogue(), "https://example.org/harbour/")
    draft = desk.draft(review, None)
    assert draft is not None
    kept = [
        draft.as_text(),
        *desk.files().values(),
        review.publisher,
        review.label,
        *(left.text for left in review.left),
    ]
    whole = "\n".join(kept)
    words = [word for _, word in leaves(dict(record.values))]
    assert [word for word in words if word not in whole] == []


def test_objects_that_contain_each_other_by_their_ids_are_read() -> None:
    """As a name, an address, or an author, of themselves."""
    loop = {"@id": "#a", "name": {"@id": "#a"}, "url": {"@id": "#a"}, "author": {"@id": "#a"}}
    review = {**dict.fromkeys(PROPERTIES, loop), "@id": "#a", "@type": "ClaimReview", "claimReviewed": "A claim"}
    (record, *_) = read_records(json.dumps([loop, review]).encode()).records
    assert read_review(record).claim == "A claim"


def test_values_nested_deep_are_read_and_left_over() -> None:
    deep = '{"name": ' * 400 + '"x"' + "}" * 400
    text = f'{{"@type": "ClaimReview", "claimReviewed": "A claim", "author": {deep}, "url": {deep}, "z": {deep}}}'
    (record,) = read_records(text.encode()).records
    assert [left.text for left in read_review(record).left] == ["x"] * 3


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told(content: bytes) -> None:
    found = read_records(content)
    assert found.records == () or found.troubles == ()
