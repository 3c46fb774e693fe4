"""Bodies by chance: signs of markup in any order, and one inside the other as deep as somebody cares to type."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    *"[]()*_~`<>&\"'\\|#^=:!- \t\n",
    *(
        "![",
        "](",
        "**",
        "~~",
        "```",
        "~~~",
        "## ",
        "# ",
        "- ",
        "+ ",
        "12. ",
        "3) ",
        "> ",
        "[^1]",
        "\n\n[^1]: ",
        "[a]: ",
    ),
    *("[a]", "[a][b]", "<https://example.org>", "<desk@example.org>", "<a:b>", "<!--", "-->", "<script>", "</p>"),
    *("[b](claim:b)", "![c](file:c.png)", "[d](#d)", "[e](https://example.org 'f')", "javascript:x", "data:x,", "://"),
    *("&lt;", "&#8238;", "&#0;", "&quot;", "&colon;", "&NewLine;", "|-|-|", "a|b", "\n\n", "\n\n    ", "  \n", "\\\n"),
    *("[^1] and [^1]\n\n[^1]: a[^2]\n\n[^2]: b[^1]\n", "## d\n\n## d\n", "[x]: https://example.org\n\n[x] [x][]"),
    *("\n---\n", "\n===\n", "\n## d\n", "\n| a | b |\n| - | :-: |\n| c |\n", "\u202e", "\u2028", "\0", "é", "漢", "💥"),
)
OPENINGS = (
    *("> ", "- ", "1. ", "[", "![", "[a](", "*", "_a", "**a ", "~~", "`", "``a", "<", "<a ", "&", "\\", "[^1]: ", "[^"),
    *("# ", "|", "| a ", "(", "[a]: ", "- > ", "> 1. ", "  - ", "\t", "    ", "```\n", "<!--", "*_", "[x](y't", "\n> "),
)

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join)
nested = st.lists(
    st.tuples(st.sampled_from(OPENINGS), st.integers(1, 120)).map(lambda drawn: drawn[0] * drawn[1]), max_size=4
).map("".join)
stairs = st.lists(st.sampled_from([*OPENINGS, "\n", "\n\n"]), max_size=120).map("".join)
steps = st.tuples(st.sampled_from(["- ", "> ", "1. ", "[^1]: "]), st.integers(1, 30)).map(
    lambda drawn: "\n".join(" " * 4 * depth + drawn[0] + "a" for depth in range(drawn[1]))
)
bodies = texts | texts | texts | nested | stairs | steps | st.tuples(nested, texts).map("".join) | st.text(max_size=100)
