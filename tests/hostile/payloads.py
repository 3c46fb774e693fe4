"""Texts by which a stranger might try to be more than text, and harbour with one of them in every free text."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from site_src.editing.front_matter import yaml as as_yaml
from site_src.reading.files import read_content
from site_src.reading.plain_yaml import PlainYaml
from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.editing.front_matter import Value
    from site_src.reading.files import ContentFile

PLAIN = "plain words"

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    '" onmouseover=alert(1) x="',
    "' onfocus=alert(1) autofocus x='",
    "` onload=alert(1) `",
    "--><script>alert(1)</script><!--",
    "<!--<script>alert(1)",
    "]]><script>alert(1)</script>",
    "<![CDATA[<script>]]>",
    "<?xml version='1.0'?><x>",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "&amp;quot;&quot;&apos;&colon;",
    "javascript:alert(1)//example",
    "data:text/html,<script>alert(1)",
    "{{ 7*7 }}{% raw %}{# x #}",
    "${{ secrets.TOKEN }} $(id) `id`",
    "{{constructor.constructor('x')()}}",
    '=HYPERLINK("https://example.org")',
    "+1+1|cmd /c calc!A0 words",
    "-1+1|cmd /c calc!A0 words",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "::error file=a,line=1::said words",
    "::set-output name=a::b words here",
    "%0A::warning::said words",
    "[words](javascript:alert(1)) x",
    "![words](https://example.org/x.png)",
    "<iframe srcdoc='<script>'></iframe>",
    "<a href=javascript:alert(1)>words</a>",
    "</style><style>*{display:none}",
    "@import 'https://example.org/x';",
    "\\u003cscript\\u003ealert(1)",
    '\\"};alert(1);//\\ and words',
    '#set page(width: 1pt); #eval("1")',
    "| cell | cell |, *bold* _words_",
    "@everyone #1 GH-1 words and words",
    "\u2066words\u2069 and \u2067words\u2069 x",
    "\u202bwords that run\u202c back",
    "e\u0301\u0301\u0301\u0301\u0301 many marks on it",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 and words",
    "\ufdfa\ufdfa\ufdfa is one letter each",
    "i\u0307 \u0130 \u0131 \u1e9e \ufb01 case words",
)

# Keys whose value is shown as it stands. Every other text has a form of its own: a slug, an address, a date.
_FREE = frozenset(
    {"title", "tagline", "summary", "name", "label", "definition", "unit", "claim", "verdict", "reason", "citing"}
    | {"says", "note", "figure", "publisher", "author", "carrier", "alt", "credit"}
)


def harbour_with(text: str, *, body: str = PLAIN) -> dict[str, str | bytes | None]:
    """Give the files of harbour with a text in the place of every free text, and one in every body.

    The fingerprints are taken out: no held source has these words.
    """
    return _harbour(itertools.repeat(text), body)


def harbour_with_all() -> dict[str, str | bytes | None]:
    """Give the files of harbour with the payloads in turn in its free texts, and all but links in its bodies."""
    return _harbour(itertools.cycle(PAYLOADS), "\n\n".join(payload for payload in PAYLOADS if "](" not in payload))


def _harbour(texts: Iterator[str], body: str) -> dict[str, str | bytes | None]:
    files: dict[str, str | bytes | None] = {}
    for file in read_content(HARBOUR).files:
        if file.name.endswith(".shingles"):
            files[file.name] = None
        elif file.name.endswith((".md", ".yaml")):
            files[file.name] = _with(texts, body, file)
    return files


def _with(texts: Iterator[str], body: str, file: ContentFile) -> str:
    is_markdown = file.name.endswith(".md")
    written = file.content.decode()
    values = PlainYaml(written.split("---\n", 2)[1] if is_markdown else written, file=file.name).value
    filled = _filled(values, texts)
    assert isinstance(filled, dict | list)
    return (f"---\n{as_yaml(filled)}---\n{_body(body)}") if is_markdown else as_yaml(filled)


def _filled(value: Value, texts: Iterator[str], key: str = "") -> Value:
    if isinstance(value, dict):
        filled = {name: _filled(each, texts, name) for name, each in value.items() if name != "excerpt"}
        # A claimant without a slug of its own gets one of its name, which is to be another text here.
        return {"slug": "somebody", **filled} if key == "claimant" else filled
    if isinstance(value, list):
        return [_filled(each, texts, key) for each in value]
    # Evidence names another claim by its slug, which has no space in it.
    return next(texts) if key in _FREE and (key != "claim" or " " in str(value)) else value


def _body(text: str) -> str:
    if "\n" in text:
        return text
    return f"{text}\n\n`{text}`\n\n    {text}\n\n- {text}\n\n> {text}\n\n## {text}\n\n[{PLAIN}](https://example.org/)\n"
