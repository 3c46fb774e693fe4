"""Numbers, dates, stances and directions in the words that readers see."""

from __future__ import annotations

import datetime

import pytest

from site_src.models.appearance import Appearance
from site_src.models.claim import Measure
from site_src.models.values import Figure, Number, PartialDate
from site_src.site.matrix import Absence
from site_src.views.wording import (
    absence,
    byte_size,
    counted,
    date,
    day,
    direction,
    figure,
    foreign,
    kind,
    language_name,
    listed,
    number,
    stance,
)

EUROS = Measure(label="Cost of the repair", unit="million euros")


@pytest.mark.parametrize(
    ("typed", "language", "shown"),
    [
        ("7", "en", "7"),
        ("1234", "en", "1,234"),
        ("1234567", "en", "1,234,567"),
        ("1234567", "de", "1.234.567"),
        ("1234567", "de-CH", "1’234’567"),
        ("1234567", "fr", "1\u202f234\u202f567"),
        ("1234567", "ru", "1\u00a0234\u00a0567"),
        ("1234567", "hi", "12,34,567"),
        ("123456789", "en-IN", "12,34,56,789"),
        ("1234567", "zh-Hans", "1,234,567"),
        ("1234567", "tlh", "1,234,567"),
    ],
)
def test_numbers_are_grouped_as_their_language_does(typed: str, language: str, shown: str) -> None:
    assert shown == number(Number(typed), language)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("4.20", "4.20"),
        ("0.050", "0.050"),
        ("-0.5", "−0.5"),
        ("1234.5678901", "1,234.5678901"),
        ("9007199254740993", "9,007,199,254,740,993"),
        ("1.50e6", "1.50 × 10⁶"),
        ("-3E-7", "−3 × 10⁻⁷"),
        ("2e+12", "2 × 10¹²"),
    ],
)
def test_numbers_keep_the_digits_that_were_typed(typed: str, shown: str) -> None:
    assert shown == number(Number(typed), "en")


def test_the_decimal_sign_is_the_languages() -> None:
    assert number(Number("4.20"), "de") == "4,20"
    assert number(Number("1.50e6"), "fr") == "1,50 × 10⁶"


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        (None, "5 million euros"),
        ("exactly", "exactly 5 million euros"),
        ("about", "about 5 million euros"),
        ("nearly", "nearly 5 million euros"),
        ("over", "more than 5 million euros"),
        ("at-least", "at least 5 million euros"),
        ("at-most", "at most 5 million euros"),
    ],
)
def test_a_figure_has_its_bound_before_it_and_its_unit_after_it(bound: str | None, words: str) -> None:
    assert words == figure(said(value="5", bound=bound), EUROS, "en")


def test_a_range_is_shown_with_a_dash_and_one_unit() -> None:
    assert figure(said(value=["4", "5.5"]), EUROS, "en") == "4–5.5 million euros"
    assert figure(said(value=["-1500", "2000"]), EUROS, "de") == "−1.500–2.000 million euros"


def test_the_unit_can_be_left_to_a_column_that_names_it() -> None:
    assert figure(said(value="5", bound="over"), None, "en") == "more than 5"


def test_the_sources_own_figure_takes_the_place_of_value_and_unit_and_keeps_the_bound() -> None:
    assert figure(said(value="5", figure="5 Mio. Euro"), EUROS, "en") == "5 Mio. Euro"
    assert figure(said(value="5", figure="5 Mio. Euro", bound="over"), EUROS, "en") == "more than 5 Mio. Euro"
    assert figure(said(value="5", figure="5 Mio. Euro"), None, "en") == "5 Mio. Euro"


def test_without_a_value_there_is_no_figure_unless_the_source_has_one() -> None:
    assert figure(said(), EUROS, "en") == ""
    assert figure(said(), None, "en") == ""
    assert figure(said(figure="a few thousand"), None, "en") == "a few thousand"


@pytest.mark.parametrize(
    ("typed", "iso", "words"),
    [
        ("2025-01-24", "2025-01-24", "24 January 2025"),
        ("2025-01", "2025-01", "January 2025"),
        ("2025", "2025", "2025"),
        ("~2025-01-24", "2025-01-24", "about 24 January 2025"),
        ("~2025-01", "2025-01", "about January 2025"),
        ("~2025", "2025", "about 2025"),
        ("0987-05-03", "0987-05-03", "3 May 987"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known_and_about_where_it_is_inferred(typed: str, iso: str, words: str) -> None:
    assert date(PartialDate.read(typed)) == (iso, words)


def test_a_day_is_told_without_leading_zeros() -> None:
    assert day(datetime.date(2025, 3, 5)) == ("2025-03-05", "5 March 2025")


@pytest.mark.parametrize("language", ["en", "zh-Hans", "sr-Latn", "ar-Latn", "sd-IN", "ks-Deva", "tlh", "en-GB"])
def test_languages_written_from_the_left(language: str) -> None:
    assert direction(language) == "ltr"


@pytest.mark.parametrize(
    "language", ["ar", "ar-EG", "arz", "he", "iw", "fa", "prs", "ur", "dv", "az-Arab", "AZ-ARAB", "az-IR", "en-Hebr"]
)
def test_languages_written_from_the_right(language: str) -> None:
    assert direction(language) == "rtl"


@pytest.mark.parametrize(
    ("language", "name"),
    [("pt", "Portuguese"), ("pt-BR", "Portuguese (Brazil)"), ("zh-Hans", "Chinese (Simplified)"), ("tlh", "tlh")],
)
def test_a_language_is_named_in_the_interfaces_language_or_else_by_its_tag(language: str, name: str) -> None:
    assert language_name(language) == name


def test_every_stance_and_absence_has_a_shape_and_a_word_of_its_own() -> None:
    absences = [absence(each) for each in Absence]
    stances = [stance(each) for each in ("asserts", "attributes", "differs", "denies")]
    told = [*stances, *absences]
    assert len({one.sign for one in told}) == len(told)
    assert len({one.short for one in told}) == len(told)


def test_a_silence_looks_the_same_whether_noted_or_found() -> None:
    assert stance("silent") == absence(Absence.SILENT)


@pytest.mark.parametrize(("count", "words"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims")])
def test_counts_agree_with_their_noun(count: int, words: str) -> None:
    assert counted(count, "claim") == words


@pytest.mark.parametrize(
    ("words", "joined"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_a_list_of_names_reads_as_a_sentence_does(words: list[str], joined: str) -> None:
    assert listed(words) == joined


def test_kinds_of_documents_are_told_without_hyphens() -> None:
    assert kind("press-statement") == "press statement"


def said(*, value: str | list[str] | None = None, figure: str | None = None, bound: str | None = None) -> Appearance:
    """Give an appearance with that figure."""
    return Appearance.model_validate(
        {
            "source": "harbour-daily",
            "stance": "asserts",
            "says": "What it cost",
            "value": Figure.read(value) if value else None,
            "figure": figure,
            "bound": bound,
        }
    )


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "1 kB"), (607, "1 kB"), (1_499, "1 kB"), (64_000, "64 kB"), (999_499, "999 kB"), (1_234_567, "1.2 MB")],
)
def test_a_files_size_is_told_in_kilobytes_or_megabytes(count: int, words: str) -> None:
    assert byte_size(count) == words


@pytest.mark.parametrize(
    ("tag", "told"), [("en", None), ("EN-gb", None), ("ar", "ar"), ("pt-BR", "pt-BR"), ("enm", "enm")]
)
def test_only_a_language_that_is_not_the_interfaces_needs_to_be_named(tag: str, told: str | None) -> None:
    assert foreign(tag) == told
