"""Every class, colour and size is where it belongs: classes in templates and styles alike, the rest in the tokens."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, get_args

import pytest

from site_src.models.appearance import Stance
from site_src.models.ratings import Tone
from site_src.site.matrix import Absence
from tests.component import TEMPLATES, components
from tests.editions import templates
from tests.modules import modules
from tests.stylesheet import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = {
    path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(TEMPLATES.rglob("*"))
    if path.suffix in (".html", ".css")
}
# Put together of the others, and what the tokens are put together of.
SHEETS = ("assets/site.css", "assets/embed.css")
PARTS = ("assets/light.css", "assets/dark.css")
STYLES = {
    name: tuple(rules(templates().render(name, None).decode()))
    for name in TEXTS
    if name.endswith(".css") and name not in (*SHEETS, *PARTS)
}

# By what an expression inside a class ends on, what it can give.
VARIANTS = {
    "tone": get_args(Tone),
    "sign": (*get_args(Stance), *(absence.value for absence in Absence)),
    "name": (*get_args(Stance), *(absence.value for absence in Absence), "verified", *get_args(Tone)),
    "align": ("left", "center", "right"),
}
# Classes without a style that no component has: why they are there all the same.
UNSTYLED = {
    "footnote-back": "is a link like any other",
    "on-claim": "names an entry of a source's statements",
    "source-head": "names the head of a source's page",
}
COLOURS = re.compile(
    r"#[0-9a-fA-F]{3}|(?<![\w-])(?:(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(|(?:black|white|gr[ae]y|red|green|blue)\b)"
)


def test_every_class_that_is_used_has_a_style_or_a_reason_to_have_none() -> None:
    reasons = {name for component in components() for name in component.told.get("unstyled", {})} | UNSTYLED.keys()
    known = styled() | reasons
    assert {name for name in used() - known if not excused(name, known)} == set()
    assert reasons <= used() - styled()


def test_every_class_that_has_a_style_is_used() -> None:
    assert styled() - used() == set()


@pytest.mark.parametrize("name", STYLES)
def test_selectors_are_flat(name: str) -> None:
    for rule in STYLES[name]:
        for part in rule.classes:
            assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*(__[a-z]+(-[a-z0-9]+)*)?(--[a-z]+(-[a-z0-9]+)*)?", part), part
        for selector in rule.selectors:
            assert len(re.findall(r"\.[a-z]", selector)) <= 2, selector
            assert "#" not in selector, selector
            assert "!important" not in str(rule.declarations)


@pytest.mark.parametrize("name", STYLES)
def test_rules_stand_in_the_layer_of_their_file(name: str) -> None:
    folder, _, stem = name.removesuffix(".css").partition("/")
    layer = "components" if folder == "components" else stem
    assert {rule.around[0] for rule in STYLES[name]} == {f"@layer {layer}"}
    inside = {around.split(" ")[0] for rule in STYLES[name] for around in rule.around[1:]}
    assert inside <= {"@media", "@supports"}


@pytest.mark.parametrize("name", [name for name in STYLES if name not in ("assets/tokens.css", "assets/theme.css")])
def test_colours_and_sizes_come_from_the_tokens(name: str) -> None:
    for rule in STYLES[name]:
        for key, value in rule.declarations:
            assert not COLOURS.search(value), (rule.selector, value)
            assert not key.startswith("--"), rule.selector
            if re.match(r"(?:margin|padding|gap|row-gap|column-gap|font)(?:-|$)", key) and rule.selector != "html":
                assert not re.search(r"\d(?:rem|px|pt|vw|%)", value), (rule.selector, key, value)
            if re.search(r"color|background$|fill|stroke$", key):
                assert re.search(r"var\(--|none|currentColor|inherit", value), (rule.selector, key, value)


def test_every_token_is_there_and_used() -> None:
    declared = {key for rule in STYLES["assets/tokens.css"] for key, _ in rule.declarations if key.startswith("--")}
    named = set(re.findall(r"var\((--[\w-]+)", "".join(TEXTS.values())))
    assert (named - declared, declared - named) == (set(), set())


def test_dark_tokens_are_those_of_colours() -> None:
    light, *others = STYLES["assets/tokens.css"]
    colours = {key for key, value in light.declarations if value.startswith("oklch(")}
    (dark,) = (rule for rule in others if "prefers-color-scheme: dark" in rule.around[-1])
    assert {key for key, _ in dark.declarations} == colours


def test_every_file_is_in_a_stylesheet() -> None:
    assert {file for sheet in SHEETS for file in included(sheet)} == STYLES.keys()


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_stylesheet_holds_a_file_once_and_in_the_order_of_the_layers(sheet: str) -> None:
    files = included(sheet)
    assert len(set(files)) == len(files)
    order = [STYLES[name][0].around[0].removeprefix("@layer ") for name in files]
    layers = TEXTS[sheet].split(";")[0].removeprefix("@layer ").split(", ")
    assert [layer for layer, _ in itertools.groupby(order)] == layers


def included(sheet: str) -> list[str]:
    """Gives the files that a stylesheet is put together of."""
    return re.findall(r'{% include "(.*?)" %}', TEXTS[sheet])


def styled() -> set[str]:
    """Gives every class that has a style."""
    return {name for file in STYLES.values() for rule in file for name in rule.classes}


def used() -> set[str]:
    """Gives every class that a template, or the program in the HTML of a body, gives an element."""
    templates = [
        re.sub(r"{#.*?#}", "", text, flags=re.DOTALL) for name, text in TEXTS.items() if name.endswith(".html")
    ]
    bodies = [module.text for module in modules() if module.room == "reading"]
    found = set()
    for text in [*templates, *bodies]:
        for written in [
            *re.findall(r'class="([^"]*)"', text),
            *re.findall(r"{% block width %}(.*?){% endblock %}", text),
        ]:
            plain = re.sub(r"{+\s*([\w.\[\]]+)\s*}+", r"{\1}", re.sub(r"{%.*?%}", "", written))
            found |= {name for word in plain.split() for name in expanded(word)}
    return found


def expanded(word: str) -> Iterator[str]:
    """Gives a class, or where an expression stands in it, all that it can become."""
    inside = re.search(r"{(?:[\w.\[\]]*\.)?(\w+)}", word)
    yield from [word] if inside is None else [word.replace(inside[0], variant) for variant in VARIANTS[inside[1]]]


def excused(name: str, known: set[str]) -> bool:
    """Tells whether a class needs no style of its own: the name of a block, or a state, of which others are known."""
    block = re.split("__|--", name)[0]
    return "__" not in name and any(
        other == block or re.match(rf"{re.escape(block)}(?:__|--)", other) for other in known
    )
