"""An excerpt holds if its words stand in the source, however they are set; one word changed, and it does not."""

from __future__ import annotations

import binascii
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from site_src.reading.shingles import Shingles, ShinglesError, longest_part, make, parse, position
from site_src.reading.words import placed_words, words
from tests.hostile.searching import examples

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each is one word by the format's section "Shingles", whatever stands around it.
WORDS = (
    *(
        "the",
        "bridge",
        "cost",
        "Straße",
        "naïve",
        "ΣΟΦΟΣ",
        "жизнь",
        "ابتثج",
        "קשרים",
        "कार्य",
        "한국어",
        "Ωmega",
        "finally",
    ),
    *("2024", "4.2", "1,600", "1.234,56", "٣٤", "v1", "km2", "x", "I"),
)
# What may stand between two of them: print, typing and copying set these in many ways.
BETWEEN = (
    *(" ", "  ", "\n", "\t", "\u00a0", "\u202f", "\u3000", ", ", "; ", ". ", " – ", " — ", " - ", "—", " … ", " ... "),
    *(" “", "” ", " «", "» ", " (", ") ", " [", "] ", " ‘", "’ ", '" ', " '", "/", " · ", "\n> ", "*", "_", " & "),
)
AROUND = ("", "…", "… ", "“", "(", "«", " ", "\n", "- ", "—")
HIDDEN = ("\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u200e")

found = st.lists(st.sampled_from(WORDS), min_size=4, max_size=40)


@st.composite
def cut(draw: st.DrawFn, words: Sequence[str]) -> tuple[int, int]:
    """Draw where an excerpt of at least four of the words begins and ends."""
    first = draw(st.integers(0, len(words) - 4))
    return first, draw(st.integers(first + 4, len(words)))


@st.composite
def set_in_print(draw: st.DrawFn, words: Sequence[str]) -> str:
    """Draw these words as somebody else would set them: other signs between them, other capitals, hidden signs."""
    text = draw(st.sampled_from(AROUND))
    for place, word in enumerate(words):
        text += (draw(st.sampled_from(BETWEEN)) if place else "") + draw(st.sampled_from(_WAYS))(draw, word)
    return text + draw(st.sampled_from(AROUND))


@given(found=found, data=st.data())
@examples(150)
def test_an_excerpt_is_found_however_it_is_set(found: list[str], data: st.DataObject) -> None:
    source = data.draw(set_in_print(found))
    first, end = data.draw(cut(found))
    excerpt = data.draw(set_in_print(found[first:end]))
    folded, wanted = ([words(word)[0] for word in part] for part in (found, found[first:end]))
    place = next(at for at in range(len(folded)) if folded[at : at + len(wanted)] == wanted)
    assert position(held(source), excerpt) == place + 1
    whole = longest_part(held(source), excerpt)
    assert whole is not None
    assert words(whole) == wanted


@given(found=found, data=st.data())
@examples(150)
def test_an_excerpt_in_which_a_word_is_another_is_not_found(found: list[str], data: st.DataObject) -> None:
    first, end = data.draw(cut(found))
    excerpt = found[first:end]
    at = data.draw(st.integers(0, len(excerpt) - 1))
    excerpt[at] = data.draw(st.sampled_from(["not", "4.3", "2,024", "−4", "km", "brücke", excerpt[at] + "s"]))
    assert position(held(data.draw(set_in_print(found))), data.draw(set_in_print(excerpt))) is None


@given(found=found, data=st.data())
@examples(100)
def test_an_excerpt_in_which_a_word_is_left_out_or_added_is_found_only_where_it_stands(
    found: list[str], data: st.DataObject
) -> None:
    first, end = data.draw(cut(found))
    at = data.draw(st.integers(first + 1, end - 1))
    excerpt = data.draw(
        st.sampled_from([found[first:at] + found[at + 1 : end], [*found[first:at], "not", *found[at:end]]])
    )
    stands = any(found[at : at + len(excerpt)] == excerpt for at in range(len(found)))
    assert (position(held(" ".join(found)), " ".join(excerpt)) is not None) == (stands and len(excerpt) >= 4)


@given(source=st.text(max_size=200), excerpt=st.text(max_size=80))
@examples(150)
def test_any_two_texts_are_compared(source: str, excerpt: str) -> None:
    assume(all(not "\ud800" <= sign <= "\udfff" for sign in source + excerpt))
    shingles = held(source)
    place, part = position(shingles, excerpt), longest_part(shingles, excerpt)
    wanted, there = words(excerpt), words(source)
    stands = [at + 1 for at in range(len(there)) if len(wanted) >= 4 and there[at : at + len(wanted)] == wanted]
    assert place == (stands[0] if stands else None)
    assert part is None or part in excerpt
    assert [word.text for word in placed_words(source)] == there


@given(found=found, data=st.data())
@examples(150)
def test_a_file_of_shingles_in_which_something_is_changed_is_refused_at_a_line_or_is_another_text(
    found: list[str], data: st.DataObject
) -> None:
    made = make(" ".join(found)).encode()
    at = data.draw(st.integers(0, len(made)))
    changed = made[:at] + data.draw(st.binary(max_size=4)) + made[at + data.draw(st.integers(0, 3)) :]
    shingles = read_or_refused(changed)
    if isinstance(shingles, Shingles) and (shingles.digest, shingles.windows) == (
        parse(made).digest,
        parse(made).windows,
    ):
        assert shingles.count == parse(made).count or not shingles.windows


@given(st.binary(max_size=200))
@examples(100)
def test_any_bytes_are_a_file_of_shingles_or_are_refused_at_a_line(content: bytes) -> None:
    read_or_refused(content)
    read_or_refused(b"shingles 1 sha256:" + b"a" * 64 + b" words:" + content)


def read_or_refused(content: bytes) -> Shingles | None:
    """Read a file of shingles; None where it is refused, which must be told at a line that it has."""
    try:
        shingles = parse(content)
    except ShinglesError as error:
        refused = error
    else:
        code = binascii.b2a_base64(shingles.windows, newline=False).decode()
        assert len(code) == 8 * max(0, shingles.count - 3)
        return shingles
    assert 1 <= refused.line <= content.count(b"\n") + 1
    assert refused.message.endswith(".")
    return None


def held(text: str) -> Shingles:
    """Give what is known of a text that is held."""
    return parse(make(text).encode())


def _as_it_is(_: st.DrawFn, word: str) -> str:
    return word


def _in_capitals(_: st.DrawFn, word: str) -> str:
    return word.upper()


def _wide(_: st.DrawFn, word: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in word)


def _divided(draw: st.DrawFn, word: str) -> str:
    at = draw(st.integers(0, len(word)))
    return word[:at] + draw(st.sampled_from(HIDDEN)) + word[at:]


def _with_ligatures(_: st.DrawFn, word: str) -> str:
    return word.replace("fi", "ﬁ").replace("ï", "i\u0308").replace("km2", "㎢")


_WAYS = (_as_it_is, _as_it_is, _in_capitals, _wide, _divided, _with_ligatures)
