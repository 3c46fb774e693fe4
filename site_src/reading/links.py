"""Where a link or picture in a body leads: an entry or file of ours, a heading of the same text, or another site.

What is written in the brackets is judged here, by itself; whether there is such an entry is for the checks to see.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from site_src.models.texts import FILE_NAME, SLUG, text_problem, url_problem

LONGEST = 2_000  # characters of an address; one that is defined once may be used thousands of times
OWN = ("claim", "source", "topic", "page", "file")


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture in a body: what it leads to, and where it stands there (both counted from 1).

    `kind` is one of OWN, `fragment` or `external`; `target` a slug, a file's name, a heading's anchor or an address.
    """

    kind: str
    target: str
    image: bool
    line: int
    column: int

    @property
    def is_own(self) -> bool:
        """Tells whether it leads to an entry or a file of ours."""
        return self.kind in OWN


class Target(NamedTuple):
    """A destination that a body may have: kind and target of a Link; a fragment is still to be looked up."""

    kind: str
    target: str


class Refusal(NamedTuple):
    """A destination that no body may have: the rule that it breaks, a plain sentence, and what to write."""

    rule: str
    message: str
    hint: str


def judge(destination: str, *, image: bool) -> Target | Refusal:
    """Gives where a destination leads, or why nothing in a body may lead there."""
    if len(destination) > LONGEST:
        message = f"{shown(destination)} has {len(destination):,} characters, and an address may have {LONGEST:,}."
        return Refusal("body-image" if image else "body-link", message, "Write a shorter address.")
    if problem := text_problem(destination):  # by its code; the file itself was searched
        return Refusal("characters", f"{shown(destination)} holds {problem}, which no text may hold.", "Take it out.")
    scheme, colon, rest = destination.partition(":")
    if image:
        return _own("file", rest) if colon and scheme == "file" else _no_picture(destination)
    if colon and scheme in OWN:
        return _own(scheme, rest)
    if destination.startswith("#"):
        return Target("fragment", destination[1:])
    scheme = scheme.lower() if colon else ""
    if scheme in ("http", "https"):
        return _web(destination)
    if scheme == "mailto":
        return _mail(destination)
    return _nowhere(destination, scheme)


def shown(text: str) -> str:
    """Gives the editor's words as a message quotes them: in quotation marks, cut off where they are long."""
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN]}…”"


_SHOWN = 80
_SLUG = re.compile(SLUG)
_FILE = re.compile(FILE_NAME)
_NOT_IN_ADDRESS = re.compile('[\\s<>"{}|\\\\^`\x00-\x1f\x7f-\x9f\u202d\u202e]')
_MAIL = re.compile(r'[^\s@<>"]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+(?:\?[^\s<>"]*)?')
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?::\d+)?")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*")
_FOLDERS = {
    "claims": "claim",
    "sources": "source",
    "topics": "topic",
    "matrix": "topic",
    "pages": "page",
    "files": "file",
}
_WAYS = (
    "Links lead to https, http and mailto addresses, to #a-heading, and to claim:, source:, topic:, page: and file:."
)
_PICTURES = "Put the picture into files/ and write file: and its name, as in ![The bridge in March](file:bridge.png)."


def _own(kind: str, name: str) -> Target | Refusal:
    if kind == "file":
        return Target(kind, name) if _FILE.fullmatch(name) else _no_file_name(name)
    if len(name) <= 80 and _SLUG.fullmatch(name):
        return Target(kind, name)
    written = shown(f"{kind}:{name}")
    slug, sign, _ = name.partition("#")
    if sign and _SLUG.fullmatch(slug):
        message = f"{written} leads to a part of an entry, and links lead to whole entries."
        return Refusal("body-link", message, f"Write {kind}:{slug}.")
    rule = "A slug has small letters a–z, digits and single hyphens only, and at most 80 characters"
    return Refusal("body-link", f"{written} does not end in a slug.", _with_example(rule, kind, _as_slug(name)))


def _no_file_name(name: str) -> Refusal:
    rule = "Names in files/ have a–z, 0–9 and hyphens and end in png, jpg, jpeg, webp, avif, pdf or csv"
    message = f"{shown(f'file:{name}')} does not name a file in files/."
    return Refusal("body-link", message, _with_example(rule, "file", _as_file(name)))


def _with_example(rule: str, kind: str, likely: str) -> str:
    return f"{rule}: write {kind}:{likely}." if likely else f"{rule}."


def _web(address: str) -> Target | Refusal:
    if not (problem := url_problem(address)):
        return Target("external", address)
    return Refusal("body-link", f"{shown(address)} {problem}.", _mended_web(address))


def _mended_web(address: str) -> str:
    if _NOT_IN_ADDRESS.search(address):
        encoded = _NOT_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)
        return f"Write {_cut(encoded)}"
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    if "@" in host:
        bare = host.rpartition("@")[2]
        return f"Write {_cut(f'{scheme}://{bare}{slash}{path}')}"
    return _in_full("https://example.org/page")


def _mail(address: str) -> Target | Refusal:
    if _MAIL.fullmatch(address[len("mailto:") :]):
        if not _NOT_IN_ADDRESS.search(address):
            return Target("external", address)
        message = f"{shown(address)} holds a character that no address may have."
        return Refusal("body-link", message, _mended_web(address))
    message = f"{shown(address)} is not a complete e-mail address."
    return Refusal("body-link", message, _in_full("mailto:desk@example.org"))


def _nowhere(destination: str, scheme: str) -> Refusal:
    if not destination.strip():
        return Refusal("body-link", "This link has no address.", _WAYS)
    if scheme in ("javascript", "vbscript", "data"):
        message = f"{shown(destination)} is a script or a document in itself, and links lead to a place."
        return Refusal("body-link", message, _WAYS)
    if scheme.removesuffix("s") in OWN:
        kind, name = scheme.removesuffix("s"), destination.partition(":")[2]
        likely = _as_file(name) if kind == "file" else _as_slug(name)
        return Refusal(
            "body-link", f"{shown(destination)} leads nowhere.", f"Write {kind}:{likely}." if likely else _WAYS
        )
    if scheme and _SCHEME.fullmatch(scheme) and not _HOST.match(destination):
        return Refusal("body-link", f"A link cannot lead to {shown(destination)}.", _WAYS)
    message = f"{shown(destination)} leads nowhere: it is neither a complete web address nor an entry by kind and slug."
    return Refusal("body-link", message, _likely(destination))


def _no_picture(destination: str) -> Refusal:
    if not destination.strip():
        return Refusal("body-image", "This picture has no address.", _PICTURES)
    likely = _as_file(re.split(r"[?#]", destination)[0])
    hint = f"Put the picture into files/ and write file:{likely}." if likely else _PICTURES
    return Refusal("body-image", f"A picture cannot come from {shown(destination)}.", hint)


def _likely(destination: str) -> str:
    """Guess what was meant by a path, or by a web or mail address without its scheme."""
    if destination.startswith("//"):
        return _in_full(f"https:{destination}")
    if _MAIL.fullmatch(destination):
        return f"Write {_cut(f'mailto:{destination}')}"
    path = re.split(r"[?#]", destination)[0]
    host, _, _ = path.partition("/")
    file = _as_file(path)
    if _HOST.fullmatch(host) and not host.endswith((".md", ".html")) and not (file and host == path):
        return _in_full(f"https://{destination}")
    if file:
        return f"Write file:{file} for a file in files/."
    return _likely_entry(
        [part for part in path.split("/") if part not in ("", ".", "..")], from_root=path.startswith("/")
    )


def _likely_entry(parts: list[str], *, from_root: bool) -> str:
    names = [part.removesuffix(".md").removesuffix(".html") for part in parts]
    if names[-1:] == ["index"]:
        names.pop()
    slug = _as_slug(names[-1]) if names else ""
    if not slug or names[-1] in _FOLDERS:
        return _WAYS
    kind = _FOLDERS.get(names[-2], "") if len(names) > 1 else "page" if from_root else ""
    return f"Write {kind}:{slug}." if kind else f"Write the kind and the slug, such as claim:{slug}."


def _in_full(address: str) -> str:
    return f"Write it in full, such as {_cut(address)}"


def _cut(text: str) -> str:
    return text if len(text) <= 2 * _SHOWN else f"{text[: 2 * _SHOWN]}…"


def _as_slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text[: 2 * _SHOWN].casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:80].strip("-")


def _as_file(path: str) -> str:
    stem, _, ending = re.split("[/:]", path)[-1].rpartition(".")
    likely = f"{_as_slug(stem)}.{ending.lower()}"
    return likely if _FILE.fullmatch(likely) else ""
