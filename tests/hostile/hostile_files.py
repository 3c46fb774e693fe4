"""Other files that are hostile or odd: settings, fingerprints, pictures, bodies, names; what is told of each.

What is told is the rule, with its line before it where that is not the first; nothing where the file is read.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from tests.harbour import HARBOUR, edited

if TYPE_CHECKING:
    from tests.hostile.worst_keys import Files

_PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 8, 8) + b"\x08\x00\x00\x00\x00"
_SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
_HTML = b"<!doctype html><script>alert(1)</script>"
_SHINGLES = (HARBOUR / "sources" / "harbour-daily.shingles").read_bytes()
_HELD = "sources/harbour-daily.shingles"
_HEAD, _CODE = _SHINGLES.split(b"\n", 1)


def _settings(address: str) -> Files:
    old = "url: https://example.org/harbour/\nlanguage:"
    return {"site.yaml": edited("site.yaml", old, f"url: {address}\nlanguage:")}


def _pieces(code: bytes) -> list[bytes]:
    flat = code.replace(b"\n", b"")
    return [flat[at : at + 8] for at in range(0, len(flat), 8)]


def _sized(width: int, height: int) -> bytes:
    return _PNG.replace(struct.pack(">II", 8, 8), struct.pack(">II", width, height))


BODIES: dict[str, tuple[str, str]] = {
    "a script": ("<script>alert(1)</script>", ""),
    "a link to a script": ("[a](javascript:alert(1))", "11 body-link"),
    "a link to a script in capitals": ("[a](JaVaScRiPt:alert(1))", "11 body-link"),
    "a link to a script by codes": ("[a](&#106;avascript:alert(1))", "11 body-link"),
    "a link to a script by a code of no character": ("[a](java&#10;script:alert(1))", "11 body-link"),
    "a link to a script by percent signs": ("[a](%6aavascript:alert(1))", "11 body-link"),
    "a link to a script after a blank": ("[a](<\u00a0javascript:alert(1)>)", "11 body-link"),
    "a link to a script with a tab in it": ("[a](<java\tscript:alert(1)>)", "11 body-link"),
    "a link to a script by a definition": ("[a]\n\n[a]: javascript:alert(1)", "13 body-link"),
    "a link to a script in pointed brackets": ("<javascript:alert(1)>", "11 body-link"),
    "a link to a document in itself": ("[a](data:text/html,<script>alert(1)</script>)", "11 body-link"),
    "a link to a script of another kind": ("[a](vbscript:msgbox)", "11 body-link"),
    "a link to a file of the machine": ("[a](file:///etc/passwd)", "11 body-link"),
    "a link to a blob": ("[a](blob:https://example.org/x)", "11 body-link"),
    "a link out of the folder": ("[a](file:../../site.yaml)", "11 body-link"),
    "a link to nowhere in particular": ("[a](//example.org)", "11 body-link"),
    "a link by strokes the other way": ("[a](https:\\\\\\\\example.org)", "11 body-link"),
    "a link with a password": ("[a](https://you:secret@example.org)", "11 body-link"),
    "a link with a name before the host": ("[a](https://example.org@example.com)", "11 body-link"),
    "a link with an override": ("[a](https://example.org/&#x202e;gpj)", "11 characters"),
    "a mail with an override": ("[a](mailto:desk&#x202e;@example.org)", "11 characters"),
    "a title with an override": ('[a](https://example.org "b&#x202e;c")', "11 characters"),
    "a picture's words with an override": ("![a&#x202e;b](file:bridge.png)", "11 characters"),
    "a link with a line feed by a code": ("[a](https://example.org/&#10;x)", "11 body-link"),
    "a link of 2,001 characters": (f"[a](https://example.org/{'a' * 1_981})", "11 body-link"),
    "a link with a long title": (f'[a](https://example.org "{"b" * 2_001}")', "11 body-link"),
    "a mail with a header": ("[a](mailto:desk@example.org?bcc=x@example.org)", ""),
    "a mail without a place": ("[a](mailto:desk)", "11 body-link"),
    "a picture of elsewhere": ("![a](https://example.org/x.png)", "11 body-image"),
    "a picture in itself": ("![a](data:image/svg+xml,x)", "11 body-image"),
    "a drawing": ("![a](file:x.svg)", "11 body-link"),
    "brackets": ("[" * 10_001, "11 limit"),
    "signs that may be markup": ("*a " * 50_001, "11 limit"),
    "lines": ("a\n" * 20_001, "11 limit"),
    "cells": (f"{'a|' * 300}\n{'-|' * 300}\n" + f"{'a|' * 300}\n" * 70, "11 limit"),
    "quotes 20 deep": (f"{'> ' * 20}a", "11 limit"),
    "lists 10 deep": (f"{'- ' * 10}a", "11 limit"),
    "headings of the first level": ("# a\n" * 300, "11 heading-level"),
    "a note that notes itself": ("a[^1]\n\n[^1]: b[^1]", ""),
    "notes that note each other": ("a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]", ""),
    "a label that is a property": ("[__proto__] [constructor][toString]", ""),
    "a definition of a property": ("[__proto__]\n\n[__proto__]: https://example.org", ""),
    "front matter again": ("---\nrating: true\n---", ""),
    "a template": ("{{ 7*7 }} {% include '/etc/passwd' %} ${7*7} <%= 7*7 %>", ""),
}

FILES: dict[str, tuple[Files, str]] = {
    "settings that are empty": ({"site.yaml": ""}, "front-matter"),
    "settings that are a list": ({"site.yaml": "- a\n- b"}, "front-matter"),
    "settings that are a word": ({"site.yaml": "title"}, "front-matter"),
    "settings that are null": ({"site.yaml": "~"}, "front-matter"),
    "settings of two documents": ({"site.yaml": edited("site.yaml", "tagline:", "---\ntagline:")}, "2 yaml"),
    "settings after a directive": ({"site.yaml": "%YAML 1.2\n---\na: b"}, "missing-key"),
    "settings of 200,001 bytes": ({"site.yaml": "#" * 200_001}, "limit"),
    "settings of another language": ({"site.yaml": '{"title": "A", "url": "https://example.org"}'}, "missing-key"),
    "settings with an address of a script": (_settings("javascript:alert(1)"), "3 url"),
    "settings with an address of a file": (_settings("file:///etc/passwd"), "3 url"),
    "settings with an address and a password": (_settings("https://a:b@example.org/"), "3 url"),
    "settings with an address of no port": (_settings("https://example.org:99999/"), "3 url"),
    "settings with an address of another scheme": (_settings("ftp://example.org/"), "3 url"),
    "settings with an address of brackets": (_settings("'https://[::1/'"), "3 url"),
    "a scale that is empty": ({"ratings.yaml": ""}, "front-matter"),
    "a scale that is a group": ({"ratings.yaml": "false: wrong"}, "front-matter"),
    "a scale of nothing": ({"ratings.yaml": "[]"}, "missing-key"),
    "a scale of 1,001": ({"ratings.yaml": "- a\n" * 1_001}, "shape"),
    "fingerprints that are empty": ({_HELD: b""}, "shingles"),
    "fingerprints without a head": ({_HELD: _CODE}, "shingles"),
    "fingerprints of a later version": ({_HELD: _SHINGLES.replace(b"shingles 1", b"shingles 2")}, "shingles"),
    "fingerprints of too many words": ({_HELD: _SHINGLES.replace(b"words:", b"words:9")}, "shingles"),
    "fingerprints of a billion words": ({_HELD: b"shingles 1 sha256:" + b"a" * 64 + b" words:9999999999"}, "shingles"),
    "fingerprints of words below zero": ({_HELD: b"shingles 1 sha256:" + b"a" * 64 + b" words:-1"}, "shingles"),
    "fingerprints of another digest": ({_HELD: _SHINGLES.replace(b"sha256", b"md5")}, "shingles"),
    "fingerprints with a sign of another alphabet": ({_HELD: _HEAD + b"\n" + b"-" + _CODE[1:]}, "2 shingles"),
    "fingerprints with NUL": ({_HELD: _HEAD + b"\n\0" + _CODE[1:]}, "2 shingles"),
    "fingerprints that are cut off": ({_HELD: _SHINGLES[:-9]}, "shingles"),
    "fingerprints with a line too many": ({_HELD: _SHINGLES + b"AAAAAAAA\n"}, "12 shingles"),
    "fingerprints on lines of their own": ({_HELD: _HEAD + b"\n" + b"\n".join(_pieces(_CODE))}, "2 shingles"),
    "fingerprints with padding": ({_HELD: _SHINGLES.rstrip(b"\n")[:-2] + b"==\n"}, "12 shingles"),
    "fingerprints with CRLF": ({_HELD: _SHINGLES.replace(b"\n", b"\r\n")}, ""),
    "fingerprints with a byte-order mark": ({_HELD: b"\xef\xbb\xbf" + _SHINGLES}, ""),
    "fingerprints in UTF-16": ({_HELD: _SHINGLES.decode().encode("utf-16")}, "shingles"),
    "fingerprints of no source": ({"sources/x.shingles": _SHINGLES}, "shingles"),
    "fingerprints of a claim": ({"claims/x.shingles": _SHINGLES}, "file"),
    "a drawing with a script": ({"files/x.svg": _SVG}, "file"),
    "a drawing called a picture": ({"files/x.png": _SVG}, "file"),
    "a page called a picture": ({"files/x.jpg": _HTML}, "file"),
    "a page called a document": ({"files/x.pdf": _HTML}, "file"),
    "a page called a table": ({"files/x.csv": _HTML}, ""),
    "a page after a picture's signature": ({"files/x.png": _PNG + _HTML}, ""),
    "a picture called another": ({"files/x.jpg": _PNG}, "file"),
    "a moving picture": ({"files/x.gif": b"GIF89a/*" + _HTML}, "file"),
    "a picture of 4 billion pixels a side": ({"files/x.png": _sized(0xFFFFFFFF, 0xFFFFFFFF)}, ""),
    "a picture of no pixels": ({"files/x.png": _sized(0, 0)}, ""),
    "a picture of 65,535 pixels a side": ({"files/x.jpg": b"\xff\xd8\xff\xc0\0\x0b\x08\xff\xff\xff\xff\1"}, ""),
    "a picture that ends after its signature": ({"files/x.png": _PNG[:8]}, ""),
    "a picture of nothing": ({"files/x.png": b""}, "file"),
    "a picture of endless markers": ({"files/x.jpg": b"\xff\xd8" + b"\xff" * 1_900_000}, ""),
    "a table with NUL": ({"files/x.csv": b"a,b\0"}, "file"),
    "a table of Latin-1": ({"files/x.csv": b"pass\xe9"}, "file"),
    "an archive": ({"files/x.zip": b"PK\x03\x04"}, "file"),
    "a program": ({"files/x.js": b"alert(1)"}, "file"),
    "a page": ({"files/x.html": _HTML}, "file"),
    "a picture in a folder": ({"files/a/x.png": _PNG}, "file"),
    "a picture of capitals": ({"files/X.PNG": _PNG}, "file"),
    "a picture of two endings": ({"files/x.html.png": _PNG}, "file"),
}

NAMES: dict[str, str] = {
    "a name in capitals": "claims/A.md",
    "an ending in capitals": "claims/a.MD",
    "a look-alike letter": "claims/\u0430.md",
    "a letter and its accent": "claims/passe\u0301.md",
    "a letter with its accent": "claims/pass\u00e9.md",
    "a full-width letter": "claims/\uff41.md",
    "a name that is too long": f"claims/{'a' * 81}.md",
    "a line feed": "claims/a\n::error::b.md",
    "a carriage return": "claims/a\rb.md",
    "an escape": "claims/a\x1b[31mb.md",
    "an override": "claims/a\u202edm.exe.md",
    "a quotation mark": 'claims/a".md',
    "an apostrophe": "claims/a'.md",
    "a less-than sign": "claims/<script>.md",
    "a percent sign": "claims/%2e%2e.md",
    "two points": "claims/...md",
    "two points alone": "claims/..md",
    "a stroke the other way": "claims/a\\b.md",
    "a blank": "claims/a b.md",
    "a blank at the end": "claims/a .md",
    "a hyphen first": "claims/-a.md",
    "two hyphens": "claims/a--b.md",
    "an underscore": "claims/a_b.md",
    "no name at all": "claims/.md",
    "an ending upon an ending": "claims/a.md.md",
    "an ending of a copy": "claims/a.md~",
    "an ending of an editor": "claims/a.md.orig",
    "an ending of a rejected change": "claims/a.md.rej",
    "no ending": "claims/a",
    "another ending": "claims/a.markdown",
    "a name of a property": "claims/__proto__.md",
    "a folder of another case": "Claims/a.md",
    "a folder of one": "claim/a.md",
    "a folder of none": "drafts/a.md",
    "a folder of templates": "templates/base.html",
    "a program": "build.py",
    "settings of another ending": "site.yml",
    "settings of another case": "Site.yaml",
    "settings in a folder": "claims/site.yaml",
    "a text in the folder of pictures": "files/a.md",
}
