"""HTML as a run of elements that begin, elements that end, and texts, to compare two ways of writing one thing."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

VOID = frozenset({"br", "hr", "img"})
BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "div", "section"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)


class Start(NamedTuple):
    """An element that begins, with its attributes in the order of their names."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """Give an attribute, empty where there is none."""
        return dict(self.attributes).get(name, "")

    def having(self, **values: str) -> Start:
        """Give the same element with other values of some attributes."""
        return self._replace(attributes=tuple(sorted({**dict(self.attributes), **values}.items())))


class End(NamedTuple):
    """An element that ends."""

    tag: str


class Text(NamedTuple):
    """What stands between elements."""

    text: str


Event = Start | End | Text


def events(html: str) -> list[Event]:
    """Give the events of a piece of HTML; line ends around blocks, outside code, mean nothing and are left out."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return _without_line_ends(joined(parser.events))


def unbalanced(events: Iterable[Event]) -> list[str]:
    """Give the elements that never end, and those that end where another is open."""
    begun: list[str] = []
    mistaken: list[str] = []
    for one in events:
        if isinstance(one, Start) and one.tag not in VOID:
            begun.append(one.tag)
        elif isinstance(one, End) and (not begun or begun.pop() != one.tag):
            mistaken.append(f"/{one.tag}")
    return mistaken + begun


def joined(events: Iterable[Event]) -> list[Event]:
    """Make one text of those that follow each other, and none of empty ones."""
    whole: list[Event] = []
    for one in events:
        if isinstance(one, Text) and whole and isinstance(whole[-1], Text):
            whole[-1] = Text(whole[-1].text + one.text)
        elif one != Text(""):
            whole.append(one)
    return whole


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(Start(tag, tuple(sorted((name, value or "") for name, value in attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.events.append(End(tag))

    def handle_data(self, data: str) -> None:
        self.events.append(Text(data))

    def handle_comment(self, data: str) -> None:
        self.events.append(Start("!", (("comment", data),)))

    def handle_decl(self, decl: str) -> None:
        self.events.append(Start("!", (("declaration", decl),)))

    def handle_pi(self, data: str) -> None:
        self.events.append(Start("?", (("instruction", data),)))

    def unknown_decl(self, data: str) -> None:
        self.events.append(Start("!", (("section", data),)))


def _without_line_ends(whole: Sequence[Event]) -> list[Event]:
    kept: list[Event] = []
    pre = False
    for place, one in enumerate(whole):
        if isinstance(one, Text) and not pre:
            text = one.text.lstrip("\n") if _is_block(whole, place - 1) else one.text
            kept.append(Text(text.rstrip("\n") if _is_block(whole, place + 1) else text))
        else:
            kept.append(one)
            if not isinstance(one, Text) and one.tag == "pre":
                pre = isinstance(one, Start)
    return [one for one in kept if one != Text("")]


def _is_block(whole: Sequence[Event], place: int) -> bool:
    if not 0 <= place < len(whole):
        return True
    one = whole[place]
    return not isinstance(one, Text) and one.tag in BLOCKS
