"""Files that are hostile or odd by their bytes: what they are, the bytes of a claim, and what is told of it.

What is told is a line and a rule; nothing where the claim is read, and then it says what the plain one says.
"""

from __future__ import annotations

import codecs

from tests.harbour import claim

PLAIN = claim(body="It is so.\n\nAnd so.")
_RAW = PLAIN.encode()


def in_verdict(piece: bytes | str) -> bytes:
    """Give the claim with something in its verdict, which stands on line 5."""
    return _RAW.replace(b"The stone", b"The " + (piece if isinstance(piece, bytes) else piece.encode()) + b" stone")


def in_body(piece: bytes | str) -> bytes:
    """Give the claim with something in its body, which begins on line 11."""
    return _RAW.replace(b"It is so", b"It " + (piece if isinstance(piece, bytes) else piece.encode()) + b" is so")


_ILL = {
    "a lone 0xFF": b"\xff",
    "a lone 0xFE": b"\xfe",
    "a continuation byte alone": b"\x80",
    "a sequence that is cut off": b"\xe2\x82",
    "a sequence of four that is cut off": b"\xf0\x9f\x98",
    "a stroke in two bytes": b"\xc0\xaf",
    "NUL in two bytes": b"\xc0\x80",
    "a less-than sign in three bytes": b"\xe0\x80\xbc",
    "a stroke in four bytes": b"\xf0\x80\x80\xaf",
    "half a surrogate pair": b"\xed\xa0\x80",
    "a surrogate pair": b"\xed\xa0\xbd\xed\xb8\x80",
    "what lies beyond Unicode": b"\xf4\x90\x80\x80",
    "a sequence of five": b"\xf8\x88\x80\x80\x80",
    "a sequence of six": b"\xfc\x84\x80\x80\x80\x80",
    "an e acute of Latin-1": b"\xe9",
    "quotation marks of Windows": b"\x93words\x94",
}
_HIDDEN = {
    **{f"U+{code:04X}": chr(code) for code in (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20))},
    **{f"U+{code:04X}": chr(code) for code in (0x7F, 0x80, 0x85, 0x9B, 0x9F)},
    "a line separator": "\u2028",
    "a paragraph separator": "\u2029",
    "a left-to-right override": "\u202d",
    "a right-to-left override": "\u202e",
    "U+FFFE": "\ufffe",
    "U+FFFF": "\uffff",
}
ODD = {
    "an embedding": "\u202b",
    "an embedding that ends": "\u202c",
    "an isolate": "\u2066",
    "an isolate that ends": "\u2069",
    "a mark of direction": "\u200f",
    "a space of no width": "\u200b",
    "a joiner": "\u200d",
    "a byte-order mark inside": "\ufeff",
    "a soft hyphen": "\u00ad",
    "no character of another plane": "\U0001fffe",
    "no character among the Arabic forms": "\ufdd0",
    "a letter for private use": "\ue000",
    "a tag character": "\U000e0041",
    "31 marks on a letter": "a" + "\u0301" * 31,
    "a letter of 18 when folded": "\ufdfa",
}

BYTES: dict[str, tuple[bytes, str]] = {
    **{f"{what}, in a key's text": (in_verdict(ill), "5 encoding") for what, ill in _ILL.items()},
    **{f"{what}, in the body": (in_body(ill), "11 encoding") for what, ill in list(_ILL.items())[::3]},
    **{f"{what}, in a key's text": (in_verdict(sign), "5 characters") for what, sign in _HIDDEN.items()},
    **{f"{what}, in the body": (in_body(sign), "11 characters") for what, sign in list(_HIDDEN.items())[::5]},
    "NUL as a code, in the body": (in_body("&#0;"), ""),
    "ESC as a code, in the body": (in_body("&#27;"), ""),
    "an override as a code, in the body": (in_body("&#x202e;"), "11 characters"),
    "half a surrogate pair as a code, in the body": (in_body("&#xd800;"), ""),
    "a lone carriage return": (_RAW.replace(b"The stone", b"The\rstone"), "5 characters"),
    "UTF-16 with a mark": (PLAIN.encode("utf-16"), "1 encoding"),
    "UTF-16 without": (PLAIN.encode("utf-16-le"), "1 characters"),
    "UTF-16 the other way round": (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), "1 encoding"),
    "UTF-32 with a mark": (PLAIN.encode("utf-32"), "1 encoding"),
    "UTF-32 without": (PLAIN.encode("utf-32-be"), "1 characters"),
    "UTF-7": (PLAIN.replace("---", "+AC0ALQAt-").encode(), "1 front-matter"),
    "nothing": (b"", "1 front-matter"),
    "a byte-order mark alone": (codecs.BOM_UTF8, "1 front-matter"),
    "blanks": (b" \n\t\n  \n", "1 front-matter"),
    "line feeds": (b"\n" * 1000, "1 front-matter"),
    "one line of dashes": (b"---", "1 front-matter"),
    "one line of dashes, ended": (b"---\n", "1 front-matter"),
    "two lines of dashes": (b"---\n---\n", "2 front-matter"),
    "three lines of dashes": (b"---\n---\n---\n", "2 front-matter"),
    "dashes that are no dashes": (PLAIN.replace("---", "\u2014\u2014\u2014").encode(), "1 front-matter"),
    "dashes after a blank": (b" " + _RAW, "1 front-matter"),
    "dashes after an empty line": (b"\n" + _RAW, "1 front-matter"),
    "no end of the front matter": (_RAW.replace(b"\n---\n", b"\n"), "1 front-matter"),
    "keys alone": (_RAW.replace(b"---\n", b""), "1 front-matter"),
    "a million and one NUL": (b"\0" * 900_000, "1 characters"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "1 encoding"),
    "an archive": (b"PK\x03\x04" + b"\0" * 100, "1 front-matter"),
    "a program": (b"\x7fELF" + b"\0" * 100, "1 characters"),
    "two byte-order marks": (codecs.BOM_UTF8 * 2 + _RAW, "1 front-matter"),
}
READ: dict[str, bytes] = {
    "a byte-order mark": codecs.BOM_UTF8 + _RAW,
    "CRLF": _RAW.replace(b"\n", b"\r\n"),
    "CRLF in the front matter alone": _RAW.replace(b"\n", b"\r\n", 9),
    "a byte-order mark and CRLF": codecs.BOM_UTF8 + _RAW.replace(b"\n", b"\r\n"),
    "no end of the last line": _RAW.rstrip(b"\n"),
    "empty lines at the end": _RAW + b"\n" * 100,
    "blanks behind the dashes": _RAW.replace(b"---\n", b"---  \t\n"),
    "comments between the keys": _RAW.replace(b"topic:", b"# topic: none\ntopic:"),
    "empty lines between the keys": _RAW.replace(b"topic:", b"\n\n\ntopic:"),
}
