"""Pagefind, which makes the search index: where it is installed, how it is run, and its files in one fixed order.

It keeps filters and sorts in tables whose order is another one in every run. Put in order here, the same pages give
the same bytes. Its files are CBOR (RFC 8949) of whole numbers, texts and lists, packed by gzip (RFC 1952).
"""

from __future__ import annotations

import json
import subprocess
import zlib
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING, Any

from site_src.building.refusal import SearchImpossible

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Pagefind", "SearchImpossible", "installed", "packed", "settled", "unpacked"]

DISTRIBUTION = "pagefind-bin"
LIBRARY = "pagefind.js"
ENTRY = "pagefind-entry.json"


@dataclass(frozen=True, slots=True)
class Pagefind:
    """The program that is installed, and its version."""

    program: Path
    version: str

    def run(self, pages: Path, output: Path, language: str) -> None:
        """Makes the index of a folder of pages; raises SearchImpossible where it does not come about."""
        folders = ["--site", str(pages), "--output-path", str(output)]
        command = [str(self.program), *folders, "--force-language", language, "--quiet"]
        try:
            # In that folder and without an environment nobody else's settings for Pagefind are found.
            done = subprocess.run(
                command, cwd=pages, env={}, stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
        except OSError as error:
            raise SearchImpossible(f"Pagefind cannot be started: {error.strerror}.", _HINT) from error
        if done.returncode:
            said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
            raise SearchImpossible(f"Pagefind {self.version} made no search index. {said[-500:]}".strip(), _HINT)


def installed() -> Pagefind:
    """Finds the program among the packages that are installed; raises SearchImpossible where it is not."""
    try:
        found = distribution(DISTRIBUTION)
    except PackageNotFoundError:
        raise SearchImpossible("The search index is made by Pagefind, which is not installed.", _HINT) from None
    program = next((file for file in found.files or () if Path(file).stem == "pagefind"), None)
    if program is None:
        raise SearchImpossible(f"The package {DISTRIBUTION} has no program in it.", _HINT)
    return Pagefind(Path(str(found.locate_file(program))).resolve(), found.version)


def settled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Gives the files of an index that a page needs, in an order that is always the same.

    Takes them by their paths in the index's folder; raises ValueError where they are not as Pagefind 1.5 writes them.
    """
    entry = json.loads(files[ENTRY])
    ((language, about),) = entry["languages"].items()
    version, pages, chunks, filters, sorts, *others = unpacked(files[f"pagefind.{about['hash']}.pf_meta"])
    kept = {path: content for path, content in files.items() if path.startswith(("fragment/", "index/"))}
    ordered = []
    for name, former in sorted(filters):
        content = packed(_filter(files[f"filter/{former}.pf_filter"]))
        here = f"{language}_{sha256(content).hexdigest()[:16]}"
        kept[f"filter/{here}.pf_filter"] = content
        ordered.append([name, here])
    meta = packed([version, pages, chunks, ordered, sorted(sorts), *others])
    about["hash"] = f"{language}_{sha256(meta).hexdigest()[:16]}"
    kept[f"pagefind.{about['hash']}.pf_meta"] = meta
    kept[ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    # What runs in the browser; the ready-made page parts that come along are not used.
    for path in (LIBRARY, f"wasm.{about['wasm'] or 'unknown'}.pagefind"):
        kept[path] = files[path]
    return dict(sorted(kept.items()))


def unpacked(content: bytes) -> list[Any]:
    """Unpacks a file of an index and gives the list that it is; raises ValueError where it is none."""
    plain = zlib.decompress(content, wbits=31)
    item, end = _item(plain, len(_SIGNATURE))
    if not plain.startswith(_SIGNATURE) or end != len(plain) or not isinstance(item, list):
        raise ValueError("This is no file of an index by Pagefind.")
    return item


def packed(item: _Item) -> bytes:
    """Packs whole numbers, texts and lists of such as Pagefind's script unpacks them."""
    plain = _SIGNATURE + _bytes(item)
    # No repetitions are looked for: that is where implementations of zlib differ.
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_HUFFMAN_ONLY)
    deflated = packer.compress(plain) + packer.flush()
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + deflated + pack("<II", zlib.crc32(plain), len(plain))


_Item = Any  # a whole number, a text, or a list of items

_HINT = (
    "Install it by “pip install --require-hashes -r requirements.txt”, or build with --no-search, or write "
    "`search: false` into site.yaml."
)
_SIGNATURE = b"pagefind_dcd"
_NUMBER, _TEXT, _LIST = 0, 3, 4


def _filter(content: bytes) -> _Item:
    name, values = unpacked(content)
    return [name, sorted(values)]


def _item(plain: bytes, at: int) -> tuple[_Item, int]:
    """Give the item of CBOR that begins at a place, and where it ends."""
    kind, size = plain[at] >> 5, plain[at] & 31
    at += 1
    if size >= 24:
        length = 1 << (size - 24)
        size, at = int.from_bytes(plain[at : at + length]), at + length
    if kind == _NUMBER:
        return size, at
    if kind == _TEXT:
        return plain[at : at + size].decode(), at + size
    if kind != _LIST or size > len(plain):
        raise ValueError("Pagefind's index has a kind of item that is not known.")
    items = []
    for _ in range(size):
        item, at = _item(plain, at)
        items.append(item)
    return items, at


def _bytes(item: _Item) -> bytes:
    if isinstance(item, int):
        return _head(_NUMBER, item)
    if isinstance(item, str):
        return _head(_TEXT, len(item.encode())) + item.encode()
    return _head(_LIST, len(item)) + b"".join(map(_bytes, item))


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    length = next(length for length in (1, 2, 4, 8) if size < 1 << 8 * length)
    return bytes([kind << 5 | 23 + length.bit_length()]) + size.to_bytes(length)
