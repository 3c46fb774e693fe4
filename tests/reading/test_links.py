"""Where links may lead, and what an editor is told who wrote something else."""

from __future__ import annotations

import pytest

from site_src.reading.links import Refusal, Target, judge

WAYS = "Links lead to https, http and mailto addresses, to #a-heading, and to claim:, source:, topic:, page: and file:."
SLUG = "A slug has small letters a–z, digits and single hyphens only, and at most 80 characters"
FILE = "Names in files/ have a–z, 0–9 and hyphens and end in png, jpg, jpeg, webp, avif, pdf or csv"
PICTURE = "Put the picture into files/ and write file: and its name, as in ![The bridge in March](file:bridge.png)."


@pytest.mark.parametrize(
    ("destination", "kind", "target"),
    [
        ("claim:twelve-billion-plan", "claim", "twelve-billion-plan"),
        ("source:a1", "source", "a1"),
        ("topic:2", "topic", "2"),
        ("page:about", "page", "about"),
        ("file:bill-2.pdf", "file", "bill-2.pdf"),
        ("#how-we-counted", "fragment", "how-we-counted"),
        ("https://example.org", "external", "https://example.org"),
        ("HTTP://example.org:8080/a?b=c#d", "external", "HTTP://example.org:8080/a?b=c#d"),
        ("https://[2001:db8::1]/", "external", "https://[2001:db8::1]/"),
        ("https://пример.example/é", "external", "https://пример.example/é"),
        ("mailto:desk@example.org", "external", "mailto:desk@example.org"),
        ("mailto:desk@example.org?subject=A%20b", "external", "mailto:desk@example.org?subject=A%20b"),
    ],
)
def test_links_lead_to_entries_headings_and_other_sites(destination: str, kind: str, target: str) -> None:
    assert judge(destination, image=False) == Target(kind, target)


@pytest.mark.parametrize(
    ("destination", "hint"),
    [
        ("other.md", "Write the kind and the slug, such as claim:other."),
        ("twelve-billion-plan", "Write the kind and the slug, such as claim:twelve-billion-plan."),
        ("claims/the_plan.md", "Write claim:the-plan."),
        ("../sources/harbour-daily.md#part", "Write source:harbour-daily."),
        ("/claims/plan/", "Write claim:plan."),
        ("/topics/bridge/index.html", "Write topic:bridge."),
        ("/matrix/bridge/", "Write topic:bridge."),
        ("/about/", "Write page:about."),
        ("/about.html", "Write page:about."),
        ("/files/bill.pdf", "Write file:bill.pdf for a file in files/."),
        ("images/Big_Bridge.JPG?raw=1", "Write file:big-bridge.jpg for a file in files/."),
        ("Bridge.PNG", "Write file:bridge.png for a file in files/."),
        ("www.example.org", "Write it in full, such as https://www.example.org"),
        ("example.org/bill.pdf", "Write it in full, such as https://example.org/bill.pdf"),
        ("example.org:8080/a", "Write it in full, such as https://example.org:8080/a"),
        ("//example.org/a", "Write it in full, such as https://example.org/a"),
        ("desk@example.org", "Write mailto:desk@example.org"),
        ("/claims/", WAYS),
        ("/", WAYS),
        ("?page=2", WAYS),
        ("…", WAYS),
    ],
)
def test_a_path_or_half_an_address_is_told_with_what_was_meant(destination: str, hint: str) -> None:
    message = f"“{destination}” leads nowhere: it is neither a complete web address nor an entry by kind and slug."
    assert judge(destination, image=False) == Refusal("body-link", message, hint)


@pytest.mark.parametrize(
    ("destination", "message", "hint"),
    [
        ("", "This link has no address.", WAYS),
        (" ", "This link has no address.", WAYS),
        ("ftp://example.org", "A link cannot lead to “ftp://example.org”.", WAYS),
        ("tel:+123", "A link cannot lead to “tel:+123”.", WAYS),
        ("C:\\plan.md", "A link cannot lead to “C:\\plan.md”.", WAYS),
        *(
            (scripted, f"“{scripted}” is a script or a document in itself, and links lead to a place.", WAYS)
            for scripted in ("javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "data:text/html,x")
        ),
        ("Claim:plan", "“Claim:plan” leads nowhere.", "Write claim:plan."),
        ("sources:harbour daily", "“sources:harbour daily” leads nowhere.", "Write source:harbour-daily."),
        ("files:", "“files:” leads nowhere.", WAYS),
        ("claim:", "“claim:” does not end in a slug.", f"{SLUG}."),
        ("claim:The Plan", "“claim:The Plan” does not end in a slug.", f"{SLUG}: write claim:the-plan."),
        ("topic:brücke/", "“topic:brücke/” does not end in a slug.", f"{SLUG}: write topic:brucke."),
        (f"page:{'a' * 81}", f"“page:{'a' * 75}…” does not end in a slug.", f"{SLUG}: write page:{'a' * 80}."),
        (
            "claim:plan#sum",
            "“claim:plan#sum” leads to a part of an entry, and links lead to whole entries.",
            "Write claim:plan.",
        ),
        ("file:Plan 1.PDF", "“file:Plan 1.PDF” does not name a file in files/.", f"{FILE}: write file:plan-1.pdf."),
        ("file:map.svg", "“file:map.svg” does not name a file in files/.", f"{FILE}."),
        ("file:2024/map.png", "“file:2024/map.png” does not name a file in files/.", f"{FILE}: write file:map.png."),
        (
            "mailto:desk",
            "“mailto:desk” is not a complete e-mail address.",
            "Write it in full, such as mailto:desk@example.org",
        ),
        (
            "mailto:\\\\desk@example.org?subject=`a`",
            "“mailto:\\\\desk@example.org?subject=`a`” holds a character that no address may have.",
            "Write mailto:%5C%5Cdesk@example.org?subject=%60a%60",
        ),
        *(
            (half, f"“{half}” is not a complete web address.", "Write it in full, such as https://example.org/page")
            for half in (
                "https:",
                "https://",
                "https:/example.org",
                "http:page",
                "https://[::1",
                "https://a.org:99999/",
            )
        ),
        (
            "https://me:secret@example.org/a",
            "“https://me:secret@example.org/a” holds a user name or password.",
            "Write https://example.org/a",
        ),
        (
            "https://example.org/a b|c",
            "“https://example.org/a b|c” holds a character that no web address may have.",
            "Write https://example.org/a%20b%7Cc",
        ),
        (
            "https://example.org\\@example.net",
            "“https://example.org\\@example.net” holds a character that no web address may have.",
            "Write https://example.org%5C@example.net",
        ),
    ],
)
def test_anything_else_is_refused_with_the_words_that_were_written(destination: str, message: str, hint: str) -> None:
    assert judge(destination, image=False) == Refusal("body-link", message, hint)


def test_a_picture_is_a_file_of_ours() -> None:
    assert judge("file:bridge.png", image=True) == Target("file", "bridge.png")


@pytest.mark.parametrize(
    ("destination", "hint"),
    [
        ("https://example.org/Bridge.JPG?w=3", "Put the picture into files/ and write file:bridge.jpg."),
        ("bridge.png", "Put the picture into files/ and write file:bridge.png."),
        ("FILE:bridge.png", "Put the picture into files/ and write file:bridge.png."),
        ("data:image/png;base64,x", PICTURE),
        ("claim:plan", PICTURE),
    ],
)
def test_a_picture_from_elsewhere_is_refused(destination: str, hint: str) -> None:
    message = f"A picture cannot come from “{destination}”."
    assert judge(destination, image=True) == Refusal("body-image", message, hint)


def test_a_picture_without_address_is_refused() -> None:
    assert judge("", image=True) == Refusal("body-image", "This picture has no address.", PICTURE)


def test_an_endless_address_is_refused_and_quoted_by_its_beginning() -> None:
    judged = judge(f"https://example.org/{'a' * 5000}", image=False)
    assert isinstance(judged, Refusal)
    assert judged.message.endswith("aaa…” has 5,020 characters, and an address may have 2,000.")
    assert len(judged.message) < 200
