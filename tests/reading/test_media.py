"""Pictures and documents: what they are by their bytes, and how large a picture is."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.reading.media import read_media

ENDINGS = ("png", "jpg", "jpeg", "webp", "avif", "pdf", "csv")


def png(width: int, height: int) -> bytes:
    """Gives a grey picture (PNG, ISO/IEC 15948)."""
    rows = (b"\0" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def chunk(name: bytes, content: bytes) -> bytes:
    """Gives a chunk of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def jpeg(width: int, height: int, *, frame: int = 0xC0, before: bytes = b"") -> bytes:
    """Gives the headers of a JPEG, with segments before the frame header."""
    head = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + before + segment(frame, head) + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x00\xff\xd9"


def segment(marker: int, content: bytes) -> bytes:
    """Gives a marker segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def webp(chunk_name: bytes, content: bytes) -> bytes:
    """Gives a WebP with this first chunk."""
    body = b"WEBP" + chunk_name + struct.pack("<I", len(content)) + content
    return b"RIFF" + struct.pack("<I", len(body)) + body


def lossy(width: int, height: int) -> bytes:
    """Gives the head of a lossy WebP."""
    return webp(b"VP8 ", b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width, height) + b"\0" * 8)


def lossless(width: int, height: int) -> bytes:
    """Gives the head of a lossless WebP."""
    return webp(b"VP8L", b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14) + b"\0" * 8)


def extended(width: int, height: int) -> bytes:
    """Gives the head of an extended WebP."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return webp(b"VP8X", b"\x10\0\0\0" + sides)


def avif(width: int, height: int, *, brands: tuple[bytes, ...] = (b"avif", b"mif1")) -> bytes:
    """Gives the boxes of an AVIF that say its kind and its size."""
    major, *others = brands
    kind = box(b"ftyp", major + b"\0\0\0\0" + major + b"".join(others))
    return kind + box(
        b"meta", b"\0" * 4 + box(b"iprp", box(b"ipco", box(b"ispe", struct.pack(">III", 0, width, height))))
    )


def box(name: bytes, content: bytes) -> bytes:
    """Gives a box (ISO/IEC 14496-12)."""
    return struct.pack(">I", len(content) + 8) + name + content


@pytest.mark.parametrize("sides", [(1, 1), (48, 32), (640, 1), (16_383, 300)])
def test_a_picture_tells_its_width_and_height(sides: tuple[int, int]) -> None:
    for name, content in (
        ("a.png", png(*sides) if sides[0] < 1000 else b""),
        ("a.jpg", jpeg(*sides)),
        ("a.jpeg", jpeg(*sides, frame=0xC2)),
        ("lossy.webp", lossy(*sides)),
        ("lossless.webp", lossless(*sides)),
        ("extended.webp", extended(*sides)),
        ("a.avif", avif(*sides)),
    ):
        if content:
            media = read_media(name, content)
            assert media
            assert (media.size, media.is_picture, media.content) == (sides, True, content), name


def test_an_extended_webp_may_be_larger_than_others_can() -> None:
    media = read_media("a.webp", extended(100_000, 70_000))
    assert media
    assert media.size == (100_000, 70_000)


@pytest.mark.parametrize(
    "before",
    [
        segment(0xE0, b"JFIF\0" + b"\0" * 9),
        segment(0xE1, b"Exif\0\0" + b"\xff\xc0\x00\x11\x08" * 20),
        segment(0xC4, b"\0" * 20),
        b"\xff\xff\xff" + segment(0xFE, b"fill bytes stand before markers"),
        segment(0xFE, b""),
    ],
)
def test_what_stands_before_the_frame_of_a_jpeg_is_passed_over(before: bytes) -> None:
    media = read_media("a.jpg", jpeg(48, 32, before=before))
    assert media
    assert media.size == (48, 32)


def test_an_avif_may_name_its_kind_second() -> None:
    media = read_media("a.avif", avif(48, 32, brands=(b"mif1", b"miaf", b"avif")))
    assert media
    assert media.size == (48, 32)


SAMPLES = {
    "png": png(2, 2),
    "jpg": jpeg(2, 2),
    "jpeg": jpeg(2, 2),
    "webp": lossy(2, 2),
    "avif": avif(2, 2),
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "csv": "Jahr,Maß\n2024,5\n".encode(),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_of_the_kind_that_its_ending_says(ending: str) -> None:
    same = {"jpg", "jpeg"}
    for other, content in SAMPLES.items():
        taken = read_media(f"a.{ending}", content) is not None
        assert taken is (other == ending or {other, ending} == same), other


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_web_page_or_a_drawing_with_scripts_passes_as_nothing_but_text(ending: str) -> None:
    for content in (b"<html><script>alert(1)</script>", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"MZ"):
        assert (read_media(f"a.{ending}", content) is not None) is (ending == "csv")


def test_a_table_is_utf_8_text() -> None:
    assert read_media("a.csv", b"\xef\xbb\xbfa,b\n")
    assert read_media("a.csv", b"a,b\xff\n") is None
    assert read_media("a.csv", b"a\0b\n") is None


def test_documents_have_no_size_and_are_no_pictures() -> None:
    for ending in ("pdf", "csv"):
        media = read_media(f"a.{ending}", SAMPLES[ending])
        assert media
        assert (media.size, media.is_picture) == (None, False)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "avif"])
def test_a_picture_that_is_cut_off_has_no_size_or_the_right_one(ending: str) -> None:
    whole = SAMPLES[ending]
    for length in range(len(whole)):
        media = read_media(f"a.{ending}", whole[:length])
        assert media is None or media.size in (None, (2, 2)), length


@pytest.mark.parametrize("content", [jpeg(48, 0), png(1, 1)[:16] + b"\0" * 8, lossy(0, 32), avif(0, 0)])
def test_a_side_of_no_length_is_not_known(content: bytes) -> None:
    sizes = [media.size for ending in ("png", "jpg", "webp", "avif") if (media := read_media(f"a.{ending}", content))]
    assert sizes == [None]


@given(st.binary(max_size=200), st.sampled_from(sorted(SAMPLES)))
def test_no_bytes_at_all_break_the_reading(content: bytes, ending: str) -> None:
    for whole in (content, SAMPLES[ending][:30] + content):
        media = read_media(f"a.{ending}", whole)
        assert media is None or media.content == whole


def exif(orientation: int, order: str = ">", *, entries: int = 2) -> bytes:
    """Gives an Exif segment of a JPEG that says how the picture lies."""
    mark = {">": b"MM\0*", "<": b"II*\0"}[order]
    other = struct.pack(f"{order}HHIHH", 271, 3, 1, 7, 0)
    lies = struct.pack(f"{order}HHIHH", 274, 3, 1, orientation, 0)
    directory = struct.pack(f"{order}IH", 8, entries) + other + lies
    return segment(0xE1, b"Exif\0\0" + mark + directory)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (48, 32)), (3, (48, 32)), (5, (32, 48)), (6, (32, 48)), (8, (32, 48))]
)
def test_a_photograph_that_lies_on_its_side_has_the_size_at_which_it_is_shown(
    order: str, orientation: int, size: tuple[int, int]
) -> None:
    media = read_media("a.jpg", jpeg(48, 32, before=exif(orientation, order)))
    assert media
    assert media.size == size


@pytest.mark.parametrize(
    "before",
    [
        segment(0xE1, b"Exif\0\0"),
        segment(0xE1, b"Exif\0\0MM\0*\xff\xff\xff\xff"),
        exif(6, entries=1),
        segment(0xE1, b"http://"),
    ],
    ids=["empty", "a directory outside", "an entry that is not counted", "no Exif"],
)
def test_what_says_nothing_of_how_it_lies_turns_nothing(before: bytes) -> None:
    media = read_media("a.jpg", jpeg(48, 32, before=before))
    assert media
    assert media.size == (48, 32)


def test_the_largest_extent_of_an_avif_is_its_size_and_a_quarter_turn_counts() -> None:
    tile = box(b"ispe", struct.pack(">III", 0, 16, 16))
    whole = box(b"ispe", struct.pack(">III", 0, 48, 32))
    kind = box(b"ftyp", b"avif\0\0\0\0avif")
    for turn, size in ((b"", (48, 32)), (box(b"irot", b"\x01"), (32, 48)), (box(b"irot", b"\x02"), (48, 32))):
        media = read_media("a.avif", kind + box(b"meta", b"\0" * 4 + tile + whole + turn))
        assert media
        assert media.size == size
