"""Dates are read in the forms in which they are published; one that may mean two days is none."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.editing.importing.dates import read_date


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("2016-08-09", "", "2016-08-09"),
        ("2016-08-09T23:50:56-05:00", "", "2016-08-09"),
        ("2019-07-22 10:11:12", "", "2019-07-22"),
        ("20190722", "", "2019-07-22"),
        ("20190722T101112Z", "", "2019-07-22"),
        ("2019-07", "", "2019-07"),
        ("2019", "", "2019"),
        (" 2019-7-2 ", "", "2019-07-02"),
        ("2019/07/22", "", "2019-07-22"),
        ("2019.07.22.", "hu", "2019-07-22"),
        ("13/04/2020", "", "2020-04-13"),
        ("04/13/2020", "", "2020-04-13"),
        ("4.4.2020", "", "2020-04-04"),
        ("1563790000", "", "2019-07-22"),
        ("1563790000000", "", "2019-07-22"),
        ("Mon, 22 Jul 2019 10:00:00 GMT", "", "2019-07-22"),
        ("April 3, 2020", "", "2020-04-03"),
        ("3rd of April 2020", "", "2020-04-03"),
        ("3 April 2020", "xx-nonsense", "2020-04-03"),
        ("July 2019", "", "2019-07"),
        ("22 de julho de 2019", "pt", "2019-07-22"),
        ("22 juillet 2019", "fr-FR", "2019-07-22"),
        ("12. Jänner 2020", "de-AT", "2020-01-12"),
        ("22 июля 2019 г.", "ru", "2019-07-22"),
        ("2019年7月22日", "ja", "2019-07-22"),
        ("2019년 7월 22일", "ko", "2019-07-22"),
        ("٢٢ يوليو ٢٠١٩", "ar", "2019-07-22"),
        ("२२ जुलाई २०१९", "hi", "2019-07-22"),
    ],
)
def test_a_date_is_read_in_many_forms(text: str, language: str, date: str) -> None:
    assert read_date(text, language) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "3/4/2020",
        "2019-13-45",
        "31.02.2020",
        "0001-01-01T00:00:00",
        "2562-01-01",
        "1398-05-12",
        "2020-01-02/2020-01-05",
        "May 2019 and June 2020",
        "2020: April, but not the 3rd",
        "22 tháng 7, 2019",
        "-1",
        "99999999999999999999",
    ],
)
def test_what_is_not_certain_is_no_date(text: str) -> None:
    assert read_date(text, "vi") == ""


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2199, 12, 31)))
def test_every_day_in_iso_8601_is_itself(day: datetime.date) -> None:
    assert read_date(day.isoformat()) == day.isoformat()
    assert read_date(day.strftime("%Y%m%d")) == day.isoformat()


@given(st.text(max_size=30), st.sampled_from(["", "en", "ar", "ja", "x"]))
def test_any_text_is_a_date_or_none(text: str, language: str) -> None:
    found = read_date(text, language)
    if found:
        assert datetime.date.fromisoformat(f"{found}-01-01"[:10]).year in range(1800, 2200)
