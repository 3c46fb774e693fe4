"""What is answered to a question, as a static host would: no file is opened for it, it is looked up in the proof."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from site_src.serving import overlay
from site_src.serving.insertion import inserted

if TYPE_CHECKING:
    from site_src.building.proof import Proof
    from site_src.serving.desk import Desk, Sheet

HTML = "text/html; charset=utf-8"
TYPES = {
    "html": HTML,
    "htm": HTML,
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
}
_UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status (RFC 9110), the media type of the body, the body, and further headers."""

    status: int
    type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


def answer(desk: Desk, target: str, *, with_page: bool = False) -> Answer:
    """Answer a question for a target: path and query as they stand in it.

    `with_page` tells that it is for a page that was given just now, so it is answered from the same proof.
    """
    path = urlsplit(target).path
    if (text := overlay.asset(path)) is not None:
        return Answer(200, content_type(path), text.encode())
    proof = desk.proof() if not with_page else desk.last()
    if path == overlay.PROBLEMS or not proof.shown:
        page = overlay.problems_page(proof, desk.problems())
        return Answer(200 if proof.shown else 503, HTML, inserted(page, "", desk.news()))
    if path in ("/", proof.home.removesuffix("/")) and path != proof.home:
        return _moved(302, proof.home)
    address = address_of(proof.home, path)
    return _found(desk, proof, target, address) if address is not None else _nothing(desk, proof, "")


def problems_at(desk: Desk, path: str) -> str | None:
    """Give what is to be laid over the page at a path; nothing where the page itself has to be loaded again for it."""
    proof = desk.last()
    address = address_of(proof.home, path) if proof.shown else None
    return None if address is None else overlay.panel(desk.told(proof, address))


def address_of(home: str, path: str) -> str | None:
    """Give the address that a path on the host stands for: a path from the site's home, if it lies below that."""
    below, asked = unquote(home), unquote(path)
    return asked.removeprefix(below) if asked.startswith(below) else None


def content_type(name: str) -> str:
    """Give the media type of a file by its name; that of a folder's is HTML."""
    last = name.rpartition("/")[2]
    return TYPES.get(last.rpartition(".")[2].lower(), _UNKNOWN) if last else HTML


def part(whole: Answer, asked: str | None) -> Answer:
    """Give the part of an answer that is asked for by a Range header (RFC 9110, section 14), or the whole."""
    wanted = re.fullmatch(r"bytes=(\d*)-(\d*)", (asked or "").strip())
    if whole.status != 200 or not wanted or wanted[0] == "bytes=-":
        return whole
    size = len(whole.body)
    first, last = wanted[1], wanted[2]
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    if first and last and int(last) < int(first):
        return whole
    if start >= size:
        return Answer(416, whole.type, b"", (("Content-Range", f"bytes */{size}"),))
    told = ("Content-Range", f"bytes {start}-{end - 1}/{size}")
    return replace(whole, status=206, body=whole.body[start:end], headers=(*whole.headers, told))


def _found(desk: Desk, proof: Proof, target: str, address: str) -> Answer:
    sheet = desk.sheet(proof, address)
    if sheet.content is not None:
        return _sent(200, address, sheet)
    if proof.has(address):
        return _page(500, overlay.unmade_page(), sheet)
    if proof.has(f"{address}/"):
        split = urlsplit(target)
        return _moved(301, f"{split.path}/{'?' if split.query else ''}{split.query}")
    if proof.has(f"{address}.html"):
        return _sent(200, f"{address}.html", desk.sheet(proof, f"{address}.html"))
    return _nothing(desk, proof, address)


def _nothing(desk: Desk, proof: Proof, address: str) -> Answer:
    """Answer with the site's own page where nothing is; over it, why a page that should be there is not."""
    return _page(404, proof.not_found().content or overlay.unmade_page(), desk.told(proof, address))


def _sent(status: int, name: str, sheet: Sheet) -> Answer:
    kind = content_type(name)
    content = sheet.content or b""
    return _page(status, content, sheet) if kind == HTML else Answer(status, kind, content)


def _page(status: int, content: bytes, sheet: Sheet) -> Answer:
    return Answer(status, HTML, inserted(content, overlay.panel(sheet), sheet.news))


def _moved(status: int, to: str) -> Answer:
    return Answer(status, HTML, b"", (("Location", to),))
