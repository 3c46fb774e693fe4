"""A fact-checker moves in with ClaimReview files: each review becomes a draft, and what cannot be kept is told."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from site_src.building import pipeline
from site_src.editing.importing import ImportRefused
from site_src.reading.files import read_content
from site_src.reading.gather import read_catalogue
from tests.editing.office import REVIEW, Office

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from site_src.models.claim import Claim

Json = dict[str, Any]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def only(claims: Mapping[str, Claim]) -> Claim:
    (claim,) = claims.values()
    return claim


def test_a_review_becomes_a_draft_with_all_that_the_format_has_a_place_for(office: Office) -> None:
    review = {
        **REVIEW,
        "dateModified": "2024-04-01T10:00:00+02:00",
        "inLanguage": "en-GB",
        "keywords": "Bridges, City Budget",
        "reviewBody": "<p>We looked at the *invoice*.</p><p>1. It says five.</p>",
        "reviewRating": {"alternateName": "Half true", "ratingValue": 2, "bestRating": 3, "ratingExplanation": "Five."},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Head of the press office", "sameAs": "https://example.org/head"},
            "datePublished": "2024-03",
            "appearance": {"@type": "NewsArticle", "url": "https://daily.example.org/4", "headline": "Four million"},
        },
        "citation": [
            {"@type": "CreativeWork", "name": "Final invoice", "archivedAt": "https://example.org/archive/1"},
            "https://audit.example.org/report.pdf",
        ],
        "correction": {"@type": "CorrectionComment", "text": "A figure was wrong.", "datePublished": "2024-04-01"},
    }
    imported = office.bring_in(review)
    assert imported.drafts == 1
    assert [line for line in imported.account.splitlines() if line[0] != " "] == ["reviewBody: HTML was taken out"]
    assert office.text("claims/the-bridge-cost-4-million-euros.md") == (
        "---\n"
        'claim: "The bridge cost 4 million euros."\n'
        'topic: "imported"\n'
        "claimant:\n"
        '  name: "Head of the press office"\n'
        '  kind: "person"\n'
        '  url: "https://example.org/head"\n'
        'claimed_on: "2024-03"\n'
        'language: "en-GB"\n'
        'rating: "half-true"\n'
        'verdict: "Five."\n'
        'reviewed_on: "2024-03-20"\n'
        'updated_on: "2024-04-01"\n'
        'status: "draft"\n'
        "appearances:\n"
        '  - source: "four-million"\n'
        '    stance: "asserts"\n'
        '    says: "TODO say what this source says of it, and choose the stance"\n'
        "evidence:\n"
        '  - title: "Final invoice"\n'
        '    archive_url: "https://example.org/archive/1"\n'
        '  - title: "[audit.example.org]"\n'
        '    url: "https://audit.example.org/report.pdf"\n'
        "corrections:\n"
        '  - date: "2024-04-01"\n'
        '    kind: "correction"\n'
        '    note: "A figure was wrong."\n'
        "tags:\n"
        '  - "bridges"\n'
        '  - "city-budget"\n'
        "aliases:\n"
        '  - "/checks/2024/the-bridge/"\n'
        "---\n"
        "We looked at the \\*invoice\\*.\n"
        "\n"
        "1\\. It says five.\n"
    )
    assert office.text("sources/four-million.md") == (
        '---\ntitle: "Four million"\nurl: "https://daily.example.org/4"\nkind: "article"\n---\n'
    )
    assert office.text("topics/imported.md").splitlines()[-2:] == ['  - "four-million"', "---"]


def test_a_new_folder_gets_settings_that_can_be_published(office: Office) -> None:
    imported = office.bring_in({**REVIEW, "inLanguage": "pt"})
    assert imported.settings == ("site.yaml", "ratings.yaml")
    assert set(office.claims()) == {"the-bridge-cost-4-million-euros"}
    assert 'title: "News desk"' in office.text("site.yaml")
    assert 'language: "pt"' in office.text("site.yaml")
    assert 'url: "https://news.example.org/"' in office.text("site.yaml")


def test_what_is_there_already_is_not_changed(office: Office) -> None:
    office.settle()
    before = {file.name: file.content for file in read_content(office.content).files}
    office.bring_in({**REVIEW, "reviewRating": {"alternateName": "supported"}})
    after = {file.name: file.content for file in read_content(office.content).files}
    assert before.items() <= after.items()
    assert after.keys() - before.keys() == {"claims/the-bridge-cost-4-million-euros.md", "topics/imported.md"}
    assert office.claims()["the-bridge-cost-4-million-euros"].rating == "supported"


def test_importing_twice_writes_nothing_and_says_so(office: Office) -> None:
    office.bring_in(REVIEW)
    before = read_content(office.content)
    again = office.bring_in()
    assert again.drafts == 0
    assert "Not imported: the folder has a claim of that text already" in again.account
    assert read_content(office.content) == before


def test_a_draft_that_an_editor_has_changed_is_left_as_it_is(office: Office) -> None:
    office.bring_in(REVIEW)
    draft = office.content / "claims" / "the-bridge-cost-4-million-euros.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("It cost five.", "It cost six."), encoding="utf-8")
    office.bring_in(REVIEW, {**REVIEW, "claimReviewed": "The ferry is free for children."})
    assert "It cost six." in draft.read_text(encoding="utf-8")
    assert len(office.claims()) == 2


@pytest.mark.parametrize(
    "wrapped",
    [
        pytest.param(lambda it: it, id="the review alone"),
        pytest.param(lambda it: [it], id="a list"),
        pytest.param(lambda it: {"@type": "DataFeed", "dataFeedElement": [{"item": [it]}]}, id="a data feed"),
        pytest.param(lambda it: {"@graph": [{"@type": "WebPage"}, it]}, id="a graph"),
        pytest.param(lambda it: {"@type": "NewsArticle", "review": it}, id="inside an article"),
        pytest.param(lambda it: {**it, "@type": ["Review", "ClaimReview"]}, id="with two types"),
        pytest.param(lambda it: {**it, "@type": "http://schema.org/ClaimReview"}, id="with its type in full"),
        pytest.param(
            lambda it: {f"http://schema.org/{key}" if key[0] != "@" else key: value for key, value in it.items()},
            id="with properties in full",
        ),
        pytest.param(
            lambda it: {**it, "claimReviewed": {"@value": it["claimReviewed"], "@language": "en"}}, id="a value"
        ),
        pytest.param(
            lambda it: {"@graph": [{**it, "author": {"@id": "#desk"}}, {**it["author"], "@id": "#desk"}]}, id="by @id"
        ),
        pytest.param(lambda it: {**it, "author": [it["author"]]}, id="with lists of one"),
        pytest.param(lambda it: {**it, "itemReviewed": {"@type": "CreativeWork"}}, id="about a creative work"),
    ],
)
def test_a_review_is_found_in_every_form_in_which_it_is_served(
    office: Office, wrapped: Callable[[Json], object]
) -> None:
    office.put("served.json", wrapped(REVIEW))
    assert (office.bring_in().drafts, office.bring_in().account.count("the folder has")) == (1, 1)
    claim = only(office.claims())
    assert claim.claim == "The bridge cost 4 million euros."
    assert claim.verdict == "It cost five."
    assert 'name: "News desk"' in office.text("site.yaml")


def test_reviews_are_read_from_lines_from_packed_files_and_from_pages(office: Office) -> None:
    texts = [f"The ferry has {number} decks." for number in range(1, 5)]
    first, second, third, fourth = ({**REVIEW, "claimReviewed": text} for text in texts)
    office.put("a.jsonl", f"{json.dumps(first)}\n\n{json.dumps(second)}\n".encode())
    office.put("b.json.gz", gzip.compress(b"\xef\xbb\xbf" + json.dumps(third).encode()))
    page = (
        '<!doctype html><html lang="nl"><title>a < b</title><script>var x = "<script>";</script>'
        '<script type="application/ld+json">{"@type": "WebPage"}</script>'
        f"<SCRIPT TYPE='application/ld+json; charset=utf-8'>//<![CDATA[\n{json.dumps(fourth)}\n//]]></SCRIPT>"
    )
    office.put("c.html", page.encode())
    assert office.bring_in().drafts == 4
    claims = {claim.claim: claim for claim in office.claims().values()}
    assert set(claims) == set(texts)
    assert claims[texts[3]].language == "nl"


def test_texts_in_every_script_arrive_whole(office: Office) -> None:
    texts = [
        "كلّف إصلاح الجسر أربعة ملايين يورو.",
        "पुल की मरम्मत में चालीस लाख यूरो लगे।",
        "大桥的维修花费了四百万欧元，而不是五百万。",
        "Ремонт моста стоил четыре миллиона евро.",
        "Die Brücke – „groß“ & schön – kostete 4 Mio. €, łącznie.",
    ]
    office.bring_in(*({**REVIEW, "claimReviewed": text, "inLanguage": "ar"} for text in texts))
    claims = office.claims()
    assert sorted(claim.claim for claim in claims.values()) == sorted(texts)
    german, russian, *digests = sorted(claims, key=lambda slug: (slug.startswith("claim-"), slug))
    assert german == "die-brucke-gross-schon-kostete-4-mio-lacznie"
    assert russian == "remont-mosta-stoil-chetyre-milliona-evro"
    assert all(slug.startswith("claim-") and len(slug) == len("claim-01234567") for slug in digests)


def test_claims_of_one_text_get_slugs_of_their_own(office: Office) -> None:
    office.bring_in(REVIEW, {**REVIEW, "datePublished": "2024-05-01"})
    assert set(office.claims()) == {"the-bridge-cost-4-million-euros", "the-bridge-cost-4-million-euros-2"}


def test_a_text_over_the_limit_is_shortened_told_and_kept_in_the_draft(office: Office) -> None:
    long = "The bridge cost four million euros. " * 20
    imported = office.bring_in({**REVIEW, "claimReviewed": long})
    claim = only(office.claims())
    assert claim.claim == ("The bridge cost four million euros. " * 8).strip()
    assert "claimReviewed: shortened to 300 characters" in imported.account
    assert f"- claimReviewed: {long.strip()}\n" in office.text("claims/" + next(iter(office.claims())) + ".md")


def test_invisible_characters_and_html_are_taken_out_and_told(office: Office) -> None:
    imported = office.bring_in(
        {
            **REVIEW,
            "claimReviewed": "<p>The &quot;bridge&quot;\u0007 cost\r\n4&nbsp;million.<br/></p>",
            "reviewRating": {"alternateName": "Half true", "ratingExplanation": "5 < 6\u202e &amp;lt;b&amp;gt;so"},
        }
    )
    claim = only(office.claims())
    assert claim.claim == 'The "bridge" cost 4 million.'
    assert claim.verdict == "5 < 6 so"
    assert "claimReviewed: HTML was taken out" in imported.account
    assert "claimReviewed: invisible characters were taken out (U+0007)" in imported.account
    assert "reviewRating.ratingExplanation: invisible characters were taken out (U+202E)" in imported.account


def test_what_has_no_place_is_told_by_file_and_field_and_kept_in_the_draft(office: Office) -> None:
    review = {
        **REVIEW,
        "headline": "No, the bridge was *not* cheap",
        "image": {"@type": "ImageObject", "url": "https://news.example.org/b.png", "width": 1200},
        "itemReviewed": {"author": {"@type": "Person", "name": "A", "jobTitle": "Head"}, "keywords": ["x", "y"]},
        "datePublished": "3/4/2024",
        "dateModified": "soon",
        "citation": {"url": "httpx://nowhere"},
    }
    account = office.bring_in(review).account
    (office.files / "reviews.json").rename(office.files / "kept.json")
    for line in (
        "headline: has no place in the format, such as “No, the bridge was *not* cheap”",
        "image.url: has no place in the format, such as “https://news.example.org/b.png”",
        "image.width: has no place in the format, such as “1200”",
        "itemReviewed.author.jobTitle: has no place in the format, such as “Head”",
        "datePublished: is no certain date, such as “3/4/2024”",
        "dateModified: is no certain date, such as “soon”",
        "citation.url: is not a complete web address, such as “httpx://nowhere”",
    ):
        assert line in account.splitlines()
    body = office.text("claims/the-bridge-cost-4-million-euros.md").rpartition("---\n")[2]
    for line in (
        "- headline: No, the bridge was \\*not\\* cheap",
        "- image.width: 1200",
        "- itemReviewed.author.jobTitle: Head",
        "- itemReviewed.keywords: x",
        "- itemReviewed.keywords: y",
        "- datePublished: 3/4/2024",
    ):
        assert line in body.splitlines()


def test_a_draft_with_something_left_over_cannot_be_published_as_it_is(office: Office) -> None:
    office.bring_in({**REVIEW, "headline": "No", "itemReviewed": {"appearance": "https://daily.example.org/4"}})
    draft = office.content / "claims" / "the-bridge-cost-4-million-euros.md"
    text = draft.read_text(encoding="utf-8").replace('status: "draft"', 'status: "published"')
    draft.write_text(text, encoding="utf-8")
    errors = [finding.rule for finding in pipeline.check(office.content).findings if finding.is_error]
    assert errors == ["leftover"] * 2


def test_the_account_names_the_records_of_each_file(office: Office) -> None:
    ferries = [{**REVIEW, "claimReviewed": f"The ferry has {number} decks."} for number in range(1, 6)]
    office.put("a.json", [*ferries[:3], ferries[0], {**ferries[3], "headline": "Four"}])
    office.put("b.json", [{**ferries[4], "headline": "Five"}])
    office.put("c.html", b"<p>No review</p>")
    office.put("d.json", b'{"claimReviewed": ')
    office.put("e.jsonl", b'{"claimReviewed": "A claim in one line"}\n{"claimReviewed": \n')
    office.put("f.json", {"@type": "ClaimReview", "author": "Nobody"})
    account = office.bring_in().account.replace(f"{office.files.as_posix()}/", "")
    lines = account.splitlines()
    for told, places in (
        ("Not imported: the same record stands before it", ["a.json: 1 record: 4"]),
        ("headline: has no place in the format, such as “Four”", ["a.json: 1 record: 5", "b.json: 1 record"]),
        ("Not imported: there is no ClaimReview in this file", ["c.html"]),
        ("Not imported: it names no claim and has no headline", ["f.json: 1 record: 1"]),
    ):
        at = lines.index(told)
        assert [line.strip() for line in lines[at + 1 : at + 1 + len(places)]] == places
    assert "Not imported: This is not JSON: Expecting value: line 1 column 19 (char 18)" in lines
    assert "Not imported: Line 2 is not JSON: Expecting value: line 1 column 19 (char 18)" in lines


def test_a_review_without_a_claim_becomes_a_draft_that_asks_for_one(office: Office) -> None:
    headless = {key: value for key, value in REVIEW.items() if key != "claimReviewed"}
    imported = office.bring_in({**headless, "headline": "Bridge was dear"}, {**REVIEW, "claimReviewed": "Free!"})
    assert {slug: claim.claim for slug, claim in office.claims().items()} == {
        "bridge-was-dear": "TODO say in a sentence what was claimed: “Bridge was dear”",
        "free": "TODO say in a sentence what was claimed: “Free!”",
    }
    assert "claimReviewed: is missing; the headline stands for it" in imported.account


def test_a_source_that_is_there_is_used_and_a_new_one_made_once(office: Office) -> None:
    office.settle()
    new = {"@type": "SocialMediaPosting", "url": "https://social.example.org/1"}
    known = {"url": "https://example.org/city/harbour-bridge"}
    reviews = [
        {**REVIEW, "itemReviewed": {"firstAppearance": known, "appearance": [known, new]}, "citation": new},
        {**REVIEW, "claimReviewed": "The ferry is free for all.", "itemReviewed": {"appearance": new}},
    ]
    office.bring_in(*reviews)
    claims = office.claims()
    first, second = claims["the-bridge-cost-4-million-euros"], claims["the-ferry-is-free-for-all"]
    assert [appearance.source for appearance in first.appearances] == ["city-press-release", "social-example-org-1"]
    assert [appearance.source for appearance in second.appearances] == ["social-example-org-1"]
    assert [evidence.source for evidence in first.evidence] == ["social-example-org-1"]
    made = read_catalogue(read_content(office.content))[0].sources["social-example-org-1"].record
    assert (made.title, made.kind) == ("[social.example.org]", "post")


def test_what_is_said_of_one_document_in_two_places_is_joined(office: Office) -> None:
    bare = "https://daily.example.org/4"
    full = {"@type": "NewsArticle", "url": bare, "headline": "Four million", "datePublished": "2024-03-01"}
    other = {"url": bare, "headline": "Four millions", "datePublished": "2024-03-01"}
    account = office.bring_in(
        {**REVIEW, "itemReviewed": {"firstAppearance": bare, "appearance": [full, other]}}
    ).account
    source = read_catalogue(read_content(office.content))[0].sources["four-million"].record
    assert (source.title, source.url, source.kind) == ("Four million", bare, "article")
    told = "itemReviewed.appearance.name: is said otherwise of this document before, such as “Four millions”"
    assert [line for line in account.splitlines() if line[0] != " "] == [told]


def test_a_folder_that_cannot_be_written_to_is_told(office: Office) -> None:
    office.put("a.json", REVIEW)
    office.propose()
    office.content.mkdir()
    (office.content / "claims").touch()
    with pytest.raises(ImportRefused, match="content cannot be written to"):
        office.bring_in()


def test_an_address_that_cannot_be_an_alias_is_told(office: Office) -> None:
    office.settle()
    addresses = {
        "The first of the claims.": "https://example.org/harbour/old/first/",
        "The second of the claims.": "https://example.org/harbour/old/first/",
        "The third of the claims.": "https://example.org/harbour/data/third/",
        "The fourth of the claims.": "https://news.example.org/harbour/fourth/",
        "The fifth of the claims.": "https://example.org/harbour/?p=5",
    }
    account = office.bring_in(
        *({**REVIEW, "claimReviewed": text, "url": url} for text, url in addresses.items())
    ).account
    aliases = {claim.claim: claim.aliases for claim in office.claims().values() if claim.claim in addresses}
    assert aliases == {text: ("/old/first/",) if "first" in text else () for text in addresses}
    assert "url: cannot be an alias on this site" in account
    assert "- url: https://example.org/harbour/?p=5" in office.text("claims/the-fifth-of-the-claims.md")


def test_a_review_that_our_checks_refuse_is_told_and_not_written(office: Office) -> None:
    office.bring_in({**REVIEW, "claimReviewed": "The ferry is free for all."})
    imported = office.bring_in({**REVIEW, "reviewBody": "[" * 10_001})
    assert imported.drafts == 0
    assert "Not imported: A text may have at most 10,000 brackets [, and this one has more, such as" in imported.account


def test_nobody_is_taken_for_the_publisher_of_this_site(office: Office) -> None:
    office.settle()
    people = [{"@type": "Person", "name": "A. Reviewer"}, {"@type": "Organization", "name": "News desk"}]
    account = office.bring_in({**REVIEW, "author": people}).account
    assert office.claims()["the-bridge-cost-4-million-euros"].reviewers == ("A. Reviewer",)
    assert "author: is not the publisher of this site, whom the draft names, such as “News desk”" in account


def test_a_claimant_of_unknown_kind_is_told(office: Office) -> None:
    account = office.bring_in({**REVIEW, "itemReviewed": {"author": "Viral image"}}).account
    claimant = only(office.claims()).claimant
    assert claimant is not None
    assert (claimant.name, claimant.kind) == ("Viral image", "organization")
    assert "itemReviewed.author.@type: is missing; the claimant is put down as an organization" in account


def test_a_packed_file_that_holds_too_much_is_refused(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_src.editing.importing.records.MOST", 1000)
    office.put("large.json.gz", gzip.compress(b" " * 1001))
    with pytest.raises(ImportRefused, match=r"large\.json\.gz holds more than"):
        office.bring_in()


def test_a_file_that_is_too_large_is_refused(office: Office) -> None:
    path = office.put("large.json", b"")
    with path.open("wb") as file:
        file.truncate(100_000_001)
    with pytest.raises(ImportRefused, match=r"large\.json is larger than 100 MB"):
        office.bring_in()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"<![x[<script type=application/ld+json>",
        gzip.compress(b'{"claimReviewed": "cut off"}')[:-9],
        b'<script type="application/ld+json">{"claimReviewed": </script>',
        b'{"a": ' + b"1" * 5000 + b"}",
        b"null",
    ],
    ids=["nothing", "no text", "deep", "no page", "cut off", "a broken block", "a long number", "null"],
)
def test_a_file_without_a_review_is_told(office: Office, content: bytes) -> None:
    office.put("odd.json", content)
    with pytest.raises(ImportRefused, match="There is no ClaimReview in these files") as refused:
        office.propose()
    assert "odd.json" in refused.value.hint


def test_broken_settings_are_told_before_anything_is_read_into_them(office: Office) -> None:
    office.settle()
    (office.content / "ratings.yaml").write_text("- id: x\n")
    office.put("a.json", REVIEW)
    with pytest.raises(ImportRefused, match="`label` is missing"):
        office.propose()
