"""An address that is accepted leads where it says, by http, https or mail, and reaches the page as it was typed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hypothesis import assume, given
from hypothesis import strategies as st

from site_src.addresses import Addressing
from site_src.building.plan import plan
from site_src.editing.front_matter import yaml
from site_src.models.texts import url_problem
from site_src.outputs import OUTPUTS
from site_src.reading.body import read
from site_src.reading.links import Target, judge
from tests.editions import edition, templates
from tests.elements import Start, events
from tests.harbour import claim, findings, laid_over
from tests.hostile.searching import examples

if TYPE_CHECKING:
    from site_src.editing.front_matter import Value

SCHEMES = (
    *(
        "http",
        "https",
        "HTTPS",
        "mailto",
        "MailTo",
        "javascript",
        "JaVaScRiPt",
        "java\tscript",
        "data",
        "vbscript",
        "file",
    ),
    *(
        "blob",
        "about",
        "ftp",
        "tel",
        "claim",
        "source",
        "",
        "\x01https",
        " https",
        "https ",
        "ｈttps",
        "view-source:https",
    ),
)
AFTER = ("://", ":", ":/", ":///", "//", "\\\\", ":\\\\", "", "://user:pass@", "://@", ":%2f%2f", "&colon;//")
HOSTS = (
    *(
        "example.org",
        "EXAMPLE.org",
        "müller.example",
        "xn--mller-kva.example",
        "127.0.0.1",
        "[::1]",
        "[::1",
        "localhost",
    ),
    *(
        "example.org:8080",
        "example.org:99999",
        "example.org:x",
        "desk@example.org",
        "a.b",
        "",
        ".",
        "-",
        "alert(1)",
        "١.٢",
    ),
)
PATHS = (
    *(
        "",
        "/",
        "/a b",
        "/a%20b",
        "/ä",
        "/漢字",
        "/?a=1&b=2",
        "/?a=<b>",
        '/"onload="x',
        "/'x'",
        "/(a)",
        "/a)b",
        "/#b",
        "/\\b",
    ),
    *(
        "/&amp;",
        "/&lt;",
        "/&#106;",
        "/{{ x }}",
        "/\u202e",
        "/\u2028",
        "/\x00",
        "/a\nb",
        "/%0d%0a",
        "/..",
        "/[a]",
        "/`",
        "//",
    ),
    *("?subject=a&body=b", "/^|", "/" + "a" * 2100, "/;a=1", "/*a*", "/_a_", "/~~a~~", "/💥", "/e\u0301"),
)

addresses = st.tuples(*map(st.sampled_from, (SCHEMES, AFTER, HOSTS, PATHS))).map("".join) | st.text(max_size=30)
sound = st.tuples(st.sampled_from(["http://", "https://"]), st.sampled_from(HOSTS), st.sampled_from(PATHS)).map("".join)
UNSAFE = set("\"'<>` \t\r\n\\") - {"'"}


@given(destination=addresses | sound, image=st.booleans())
@examples(300)
def test_what_a_link_may_lead_to_is_an_address_or_an_entry(destination: str, *, image: bool) -> None:
    judged = judge(destination, image=image)
    if not isinstance(judged, Target):
        assert judged.message
        assert judged.hint
    elif judged.kind == "external":
        assert not image
        assert urlsplit(judged.target).scheme in ("http", "https", "mailto")
        assert judged.target == destination
        assert not UNSAFE & set(destination)
    elif judged.kind != "fragment":
        assert judged.target.replace("-", "").replace(".", "").isalnum()


@given(addresses | sound, st.sampled_from(["[a]({})", "[a](<{}>)", "[a][b]\n\n[b]: {}", "[a][b]\n\n[b]: <{}>", "<{}>"]))
@examples(300)
def test_a_link_in_a_body_leads_where_it_was_said_to(destination: str, way: str) -> None:
    body, _ = read(way.format(destination), slug="x")
    led = [one.get("href") for one in events(str(body.html(lambda link: f"/{link.target}"))) if isinstance(one, Start)]
    assert [link.target for link in body.links if link.kind == "external"] == [
        href for href in led if href and not href.startswith(("/", "#s-"))
    ]


@given(addresses | sound)
@examples(300)
def test_an_address_in_front_matter_is_of_the_web_and_has_no_name_or_password(address: str) -> None:
    if not url_problem(address):
        parts = urlsplit(address)
        assert parts.scheme in ("http", "https")
        assert parts.hostname
        assert parts.username is None
        assert not UNSAFE & set(address)


@given(sound)
@examples(30)
def test_an_address_in_front_matter_stands_on_the_page_as_it_was_typed(address: str) -> None:
    typed: dict[str, Value] = {"claim": "The lock was built in 1911.", "evidence": [{"title": "Deed", "url": address}]}
    files = {"claims/lock.md": claim(yaml(typed))}
    refused = any(finding.is_error for finding in findings(laid_over(files)))
    assert refused == bool(url_problem(address) or any(not sign.isprintable() for sign in address))
    assume(not refused)
    assert address in [one.get("href") for one in events(page(yaml(typed))) if isinstance(one, Start)]


@lru_cache(maxsize=1)
def page(front: str) -> str:
    """Give the page of a claim with these keys."""
    site = edition({"claims/lock.md": claim(front)})
    render = {output.NAME: output.render for output in OUTPUTS}
    artifacts = plan(site, Addressing(site.base, for_disk=False))
    found = next(one for one in artifacts if one.path == "claims/lock/index.html")
    return render[found.output](found.view, templates()).decode()
