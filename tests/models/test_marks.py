"""Normal forms are those of the library, and come in a time that grows with the text alone."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from site_src.models.marks import Form, normalized

FORMS: tuple[Form, ...] = ("NFC", "NFD", "NFKC", "NFKD")
# Marks above, below, around and of other scripts, two that are several, signs that become marks, and letters.
SIGNS = "\u0301\u0323\u0308\u0344\u0345\u05b0\u0651\u0f71\u0f72\u0f73\u3099\uff9e\uff9f\u20dd\u0360aé\u1eadかﾊ가—\u200d"
RUNS = st.text(st.sampled_from(SIGNS), min_size=31, max_size=80)


@given(st.sampled_from(FORMS), st.tuples(st.text(max_size=5), RUNS | st.text(), st.text(max_size=5)).map("".join))
@example("NFKC", "か" + "\uff9e\u0301" * 20)
@example("NFC", "o" + "\u0302\u0323" * 40 + "o")
def test_a_normal_form_is_that_of_the_library(form: Form, text: str) -> None:
    assert normalized(form, text) == unicodedata.normalize(form, text)
