"""What the program writes for editors, it reads back as it was; so does any reader of YAML."""

from __future__ import annotations

import unicodedata

import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from site_src.editing.front_matter import Value, front_matter, quoted, yaml
from site_src.reading.frontmatter import read_markdown

# Texts as our reader leaves them: trimmed, without runs of white space, without what no text may hold.
TEXTS = (
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20)
    .map(lambda text: " ".join(text.translate(dict.fromkeys([0x202D, 0x202E, 0xA0, 0x3000], " ")).split()))
    .filter(bool)
)
LISTS = st.lists(TEXTS, min_size=1, max_size=3)
GROUPS = st.dictionaries(TEXTS, st.one_of(TEXTS, LISTS), min_size=1, max_size=3)
VALUES: st.SearchStrategy[dict[str, Value]] = st.dictionaries(
    st.from_regex(r"[a-z_]{1,5}", fullmatch=True), st.one_of(TEXTS, LISTS, GROUPS), min_size=1, max_size=4
)


def test_a_file_is_written_as_an_editor_would_lay_it_out() -> None:
    values: dict[str, Value] = {
        "claim": "He said: “it's 5 # or \\6\\”",
        "claimant": {"name": "City press office", "url": None, "kind": "organization"},
        "appearances": [{"source": "daily", "values": ["4", "5"]}, {"source": "radio"}],
        "tags": [],
        "translations": {"pt-BR": "no", "no": "null"},
        "rounded": True,
        "nav": 0,
    }
    assert front_matter(values, "The body.\n") == (
        "---\n"
        'claim: "He said: “it\'s 5 # or \\\\6\\\\”"\n'
        "claimant:\n"
        '  name: "City press office"\n'
        '  kind: "organization"\n'
        "appearances:\n"
        '  - source: "daily"\n'
        "    values:\n"
        '      - "4"\n'
        '      - "5"\n'
        '  - source: "radio"\n'
        "tags: []\n"
        "translations:\n"
        '  pt-BR: "no"\n'
        '  "no": "null"\n'
        "rounded: true\n"
        "nav: 0\n"
        "---\n"
        "The body.\n"
    )


def test_what_cannot_be_seen_is_escaped() -> None:
    assert quoted("a\u0085b\u2028c\ufeffd\u202ee\x00f\n") == r'"a\u0085b\u2028c\ufeffd\u202ee\u0000f\n"'


def test_writing_is_no_ascii_art() -> None:
    assert quoted("Żółć – “السلام” 你好 🎉 e\u0301") == '"Żółć – “السلام” 你好 🎉 e\u0301"'


@given(VALUES, TEXTS)
def test_our_reader_reads_back_what_was_written(values: dict[str, Value], body: str) -> None:
    outcome = read_markdown(front_matter(values, f"{body}\n").encode(), file="content/claims/x.md")
    assert outcome.findings == ()
    assert outcome.document is not None
    assert outcome.document.values == values
    assert outcome.document.body == f"{body}\n"


@given(st.lists(st.one_of(VALUES, TEXTS), min_size=1, max_size=3))
def test_another_reader_of_yaml_reads_it_back_too(values: list[Value]) -> None:
    assert pyyaml.safe_load(yaml(values)) == values


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_the_quotes(text: str) -> None:
    assert pyyaml.safe_load(quoted(text)) == text
    assert not any(unicodedata.category(character) == "Cc" for character in quoted(text))
