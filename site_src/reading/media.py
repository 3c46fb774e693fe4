"""Pictures and documents in files/: what they are by their first bytes, and how large a picture is."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

_SIGNATURES = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "avif": re.compile(rb".{4}ftyp(?:avi[fs]|.{8}(?:.{4}){0,30}?avi[fs])", re.DOTALL),
    "pdf": re.compile(rb"%PDF-"),
}


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file to show or link: its bytes, and for a picture its width and height in pixels where they are known.

    They are those at which it is shown: a photograph that says that it lies on its side is turned.
    """

    name: str
    content: bytes
    size: tuple[int, int] | None = None

    @property
    def ending(self) -> str:
        """Give the ending of its name."""
        return self.name.rpartition(".")[2]

    @property
    def is_picture(self) -> bool:
        """Tell whether it can be shown as a picture."""
        return self.ending not in ("pdf", "csv")


def read_media(name: str, content: bytes) -> MediaFile | None:
    """Make a media file of a name and its bytes; None where they are not of the kind that the ending says."""
    ending = name.rpartition(".")[2]
    if ending == "csv":
        return MediaFile(name, content) if _is_text(content) else None
    if not _SIGNATURES[ending].match(content):
        return None
    size = _picture_size(ending, content)
    return MediaFile(name, content, size if size and all(size) else None)


def _is_text(content: bytes) -> bool:
    try:
        return "\x00" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _picture_size(ending: str, content: bytes) -> tuple[int, int] | None:
    try:
        if ending == "png":
            return struct.unpack(">II", content[16:24])
        if ending in ("jpg", "jpeg"):
            return _jpeg_size(content)
        if ending == "webp":
            return _webp_size(content)
        if ending == "avif":
            return _avif_size(content)
    except (struct.error, IndexError):
        return None
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Find the frame header (ITU-T T.81, B.2.2) by going from marker to marker, and on the way how the picture lies."""
    at, on_its_side = 2, False
    while content[at] == 0xFF:
        if content[at + 1] == 0xFF:  # markers may be preceded by fill bytes (B.1.1.2)
            at += 1
            continue
        marker, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return (height, width) if on_its_side else (width, height)
        if marker == 0xE1 and content[at + 4 : at + 10] == b"Exif\0\0":
            on_its_side = _lies_on_its_side(content[at + 10 : at + 2 + length])
        at += 2 + length
    return None


def _lies_on_its_side(exif: bytes) -> bool:
    """Read the orientation (Exif 2.32, tag 274) out of the first directory, which is laid out as in TIFF 6.0."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return False
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (entries,) = struct.unpack_from(f"{order}H", exif, at)
        for entry in range(at + 2, at + 2 + 12 * entries, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, entry)
            if tag == _ORIENTATION:
                return bool(value in _TURNED)
    except struct.error:
        return False
    return False


def _webp_size(content: bytes) -> tuple[int, int] | None:
    """Read the size from the first chunk (RFC 9649, sections 2.5 to 2.7)."""
    chunk = content[12:16]
    if chunk == b"VP8X":
        width, more, height, most = struct.unpack("<HBHB", content[24:30])
        return 1 + width + (more << 16), 1 + height + (most << 16)
    if chunk == b"VP8L":
        (bits,) = struct.unpack("<I", content[21:25])
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 ":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _avif_size(content: bytes) -> tuple[int, int] | None:
    """Read the largest of the image spatial extents (ISO/IEC 23008-12, 6.5.3), turned as a rotation says (6.5.10).

    Smaller ones are of tiles and thumbnails.
    """
    found = [struct.unpack_from(">II", content, each.end() + 4) for each in _EXTENTS.finditer(content)]
    width, height = max(found, key=lambda size: size[0] * size[1], default=(0, 0))
    return (height, width) if _QUARTER_TURN.search(content) else (width, height)


_EXTENTS = re.compile(rb"\0\0\0\x14ispe")
_QUARTER_TURN = re.compile(rb"\0\0\0\x09irot[\x01\x03]")
_ORIENTATION = 274
_TURNED = range(5, 9)
