"""Texts, slugs, addresses, days and figures by chance, from which content folders are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from site_src.models.texts import FORBIDDEN
from tests.hostile.payloads import PAYLOADS

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGES = ("en", "de", "ar", "hi", "zh-Hans", "he", "pt-BR", "fr", "ja", "no")
SCRIPTS = "abcxyzÀßéñøłœ אבגד ابتث कखगि あア漢字 한글 ไทย ქართ Ωλ жщ 𝒳😀\u0301\u200d\u200f"
SIGNS = "!?.,;:'\"“”()*_`~<>&%$€#@+-=/\\|{}^0123456789"

characters = st.one_of(st.sampled_from(SCRIPTS + SIGNS), st.characters(exclude_categories=["Cs", "Cc"]))
texts = st.one_of(
    st.text(characters, min_size=1, max_size=60).map(lambda text: " ".join(FORBIDDEN.sub("", text).split()) or "x"),
    st.sampled_from(PAYLOADS),
)
slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,5}){0,2}", fullmatch=True).map(lambda slug: f"x-{slug}")
urls = texts.map(lambda text: "https://example.org/" + "".join(c for c in text if c.isalnum()))
days = st.dates().map(str)
periods = st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))
about = st.tuples(st.sampled_from(["", "~"]), periods).map("".join)
numbers = st.one_of(
    st.integers(-(10**9), 10**9).map(str),
    st.decimals(-(10**6), 10**6, places=3).map(str),
    st.sampled_from(["0", "-0", "1e30", "-2.5E-30", "0.000", "9" * 40]),
)


def some(values: Sequence[str], most: int = 3) -> st.SearchStrategy[list[str]]:
    """Give a few of the values, none twice."""
    return st.lists(st.sampled_from(values), unique=True, max_size=most) if values else st.just([])
