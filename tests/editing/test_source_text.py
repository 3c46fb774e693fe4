"""The text of a source, as it is fetched or lies in a file: every character right, or a sentence says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_src.editing.answers import Refused
from site_src.editing.fetched import Fetched, Hop
from site_src.editing.source_text import SourceText, decoded, keep, of_answer, of_file, write_shingles
from site_src.reading.shingles import parse, position

if TYPE_CHECKING:
    from pathlib import Path

PLACE = "https://example.org/report"
TEXT = "The bridge cost 4.2 million euros to repair."


def whole(html: str, address: str) -> SourceText:
    """Takes the whole of a page for its text, and its address for its title."""
    return SourceText(html, {"title": f"At {address}"})


@pytest.mark.parametrize(
    ("content", "charset", "text", "read_as"),
    [
        ("Brücke".encode(), "", "Brücke", "utf-8"),
        ("Brücke".encode(), "latin-1", "BrÃ¼cke", "cp1252"),
        ("Brücke €".encode("cp1252"), "iso-8859-1", "Brücke €", "cp1252"),
        ("Brücke €".encode("cp1252"), "", "Brücke €", "cp1252"),
        (b"\xef\xbb\xbf" + "Brücke".encode(), "latin-1", "Brücke", "utf-8"),
        (b"\xff\xfe" + "Brücke".encode("utf-16-le"), "", "Brücke", "utf-16-le"),
        (b'<meta charset="shift_jis">' + "橋".encode("shift_jis"), "", '<meta charset="shift_jis">橋', "cp932"),
        (
            b'<meta http-equiv=Content-Type content="text/html; charset=koi8-r">' + "Мост".encode("koi8-r"),
            "",
            '<meta http-equiv=Content-Type content="text/html; charset=koi8-r">Мост',
            "koi8-r",
        ),
        (
            b"<?xml version='1.0' encoding='gb2312'?>" + "桥".encode("gb2312"),
            "",
            "<?xml version='1.0' encoding='gb2312'?>桥",
            "gb18030",
        ),
        ("Мост".encode(), "windows-1251-no-such", "Мост", "utf-8"),
        ("Мост".encode("cp1251"), "windows-1251", "Мост", "cp1251"),
        ("Die Brücke ".encode() + b"\xff", "utf-8", "Die Brücke \ufffd", "utf-8"),
    ],
)
def test_characters_are_read_as_the_page_or_the_server_means_them(
    content: bytes, charset: str, text: str, read_as: str
) -> None:
    assert decoded(content, charset) == (text, read_as)


def test_of_a_page_the_text_is_taken_out_and_the_way_to_it_is_told() -> None:
    fetched = Fetched(PLACE, (Hop(301, PLACE),), 200, "text/html", "utf-8", TEXT.encode())
    assert of_answer(fetched, whole) == SourceText(
        TEXT, {"url": PLACE, "title": f"At {PLACE}"}, (f"301: it leads to {PLACE}",)
    )


def test_a_plain_text_is_taken_as_it_is() -> None:
    assert of_answer(Fetched(PLACE, (), 200, "text/plain", "", TEXT.encode()), whole).known == {"url": PLACE}


@pytest.mark.parametrize(
    ("fetched", "message"),
    [
        (
            Fetched(PLACE, failure="The server refuses the connection."),
            f"{PLACE} could not be read. The server refuses",
        ),
        (Fetched(PLACE, (), 200, "text/html", "", b"x", complete=False), f"{PLACE} is too large to be read."),
        (Fetched(PLACE, (), 200, "application/pdf", "", b"%PDF-"), f"{PLACE} is not a page but application/pdf."),
        (Fetched(PLACE, (), 200, "text/html", "", b"too few words"), "There is no text in it to speak of."),
    ],
)
def test_where_there_is_no_text_that_is_said_with_what_to_do(fetched: Fetched, message: str) -> None:
    with pytest.raises(Refused) as refused:
        of_answer(fetched, whole)
    assert refused.value.message.startswith(message)
    assert refused.value.hint.endswith("call again with --text FILE.")


def test_a_page_that_does_not_say_how_it_is_written_is_remarked_upon() -> None:
    read = of_answer(Fetched(PLACE, (), 200, "text/html", "", "Die Brücke kostete viel.".encode("cp1252")), whole)
    assert read.text == "Die Brücke kostete viel."
    assert "it was read as cp1252" in read.remarks[0]


def test_a_file_is_a_text_or_a_saved_page(tmp_path: Path) -> None:
    plain, page, other = tmp_path / "a.txt", tmp_path / "b.dat", tmp_path / "c.txt"
    plain.write_text(TEXT.replace(" ", "\r\n"), encoding="utf-8", newline="")
    assert of_file(plain, whole) == SourceText(TEXT.replace(" ", "\n"), {})
    page.write_text(f"\n<!DOCTYPE html>{TEXT}", encoding="utf-8")
    assert of_file(page, whole).known == {"title": "At "}
    other.write_bytes(b"%PDF-1.7 and more words than four")
    for path in (other, tmp_path / "nowhere.txt", tmp_path):
        with pytest.raises(Refused) as refused:
            of_file(path, whole)
        assert str(path) in refused.value.message


def test_a_text_is_kept_outside_the_repository_and_never_in_it(tmp_path: Path) -> None:
    content = tmp_path / "work" / "content"
    content.mkdir(parents=True)
    (tmp_path / "work" / ".git").mkdir()
    (tmp_path / "aside").symlink_to(tmp_path / "work", target_is_directory=True)
    assert keep(TEXT, tmp_path / "home", "report", content).read_text(encoding="utf-8") == TEXT
    for inside in (content, tmp_path / "work" / "texts", tmp_path / "aside", tmp_path / "home" / ".." / "work"):
        with pytest.raises(Refused, match="lies in the repository"):
            keep(TEXT, inside, "report", content)
    with pytest.raises(Refused, match="is there already"):
        keep("Another text.", tmp_path / "home", "report", content)
    assert (tmp_path / "home" / "report.txt").read_text(encoding="utf-8") == TEXT


def test_fingerprints_stand_beside_the_source(tmp_path: Path) -> None:
    assert write_shingles(tmp_path / "report.md", TEXT) == 8
    shingles = parse((tmp_path / "report.shingles").read_bytes())
    assert position(shingles, "cost 4.2 million euros") == 3
