"""What stands in paragraphs, headings and cells → HTML in parts. All that comes from the editor is escaped here."""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from site_src.models.texts import FORBIDDEN
from site_src.reading.headings import anchor_of, words
from site_src.reading.links import LONGEST, Link, Refusal, judge, shown
from site_src.reading.markdown import Fault
from site_src.reading.nearest import near
from site_src.reading.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from markdown_it.token import Token

    from site_src.reading.markdown import Parsed
    from site_src.reading.notes import Notes

ANCHOR_PREFIX = "s-"  # no id of the page's templates or of a note begins so


class Phrases:
    """Sets inline tokens into `parts`, in which a Link stands for its address; gathers `links` and `faults`."""

    def __init__(self, parsed: Parsed, notes: Notes, anchors: Collection[str]) -> None:
        self.parts: list[str | Link] = []
        self.links: list[Link] = []
        self.faults: list[Fault] = []
        self.places = Places(parsed.lines)
        self._definitions = parsed.definitions
        self._notes = notes
        self._anchors = anchors
        self._guesses = 20
        self._block = ""
        self._searched = 0  # how far brackets left as text were looked up in the block
        self._unclosed = 0  # how many of them are open there
        self._open: list[tuple[str, int, tuple[int, int]]] = []
        self._setters: dict[str, Callable[[Token], None]] = {
            "text": self._text,
            "text_special": self._special,
            "code_inline": self._code,
            "link_open": self._link_open,
            "link_close": self._link_close,
            "image": self._image,
            "footnote_ref": self._note,
        }

    def set(self, block: Token) -> None:
        """Sets the inline token of one paragraph, heading or cell."""
        self.places.enter(block)
        self._block = block.content
        self._searched = self._unclosed = 0
        for token in block.children or ():
            fixed = _FIXED.get(token.type)
            if fixed is None:
                self._setters[token.type](token)
            else:
                self.parts.append(fixed)

    def fault(self, rule: str, message: str, hint: str, place: tuple[int, int]) -> None:
        """Notes what is wrong at a line and column."""
        self.faults.append(Fault(rule, message, hint, *place))

    def _text(self, token: Token) -> None:
        self.parts.append(html.escape(token.content, quote=False))
        if "[" in token.content or "]" in token.content:
            self._brackets(token.content)

    def _special(self, token: Token) -> None:
        self.parts.append(html.escape(token.content, quote=False))
        if "forbidden" in token.meta:
            self._forbidden(token.meta["forbidden"], self._place(token))

    def _code(self, token: Token) -> None:
        self.parts.append(f"<code>{html.escape(token.content, quote=False)}</code>")

    def _link_open(self, token: Token) -> None:
        place, destination = self._place(token), str(token.attrs["href"])
        opening: tuple[str | Link, ...] = ()
        if self._open:
            hint = "Take its < and > away, or the link around it."
            self.fault("body-link", f"{shown(destination)} is a link inside a link.", hint, place)
        elif link := self._link(destination, place, image=False):
            opening = ('<a href="', link if link.is_own else self._href(link), f'"{self._title(token, place)}>')
        self.parts += opening
        self._open.append(("</a>" if opening else "", len(self.parts), place))

    def _link_close(self, _: Token) -> None:
        closing, start, place = self._open.pop()
        if closing and not any(isinstance(part, Link) or part.strip() for part in self.parts[start:]):
            hint = "Write between the brackets what it leads to: [the plan](claim:twelve-billion-plan)."
            self.fault("body-link", "This link has no words.", hint, place)
        self.parts.append(closing)

    def _image(self, token: Token) -> None:
        place, said = self._place(token), words(token.children or ())
        alt = html.escape(said)
        link = self._link(str(token.attrs["src"]), place, image=True)
        for child in token.children or ():
            if "forbidden" in child.meta:
                self._forbidden(child.meta["forbidden"], place)
        if not said:
            hint = "Write between the brackets what it shows: ![The bridge in March](file:bridge.png)."
            self.fault("body-image", "This picture has no words for those who do not see it.", hint, place)
        if link:
            title = self._title(token, place)
            self.parts += ['<img src="', link, f'" alt="{alt}"{title} loading="lazy" decoding="async">']
        else:
            self.parts.append(alt)

    def _note(self, token: Token) -> None:
        label = str(token.meta["note"])
        if label in self._notes.written:
            self.parts.append(self._notes.reference(label))
            return
        written = f"[^{label}]"
        self.parts.append(html.escape(written))
        if label not in self._notes.missing:
            self._notes.missing.add(label)
            message = f"The note {shown(written)} is not written anywhere."
            hint = f"Begin a line with {written}: and write the note there. Where no note is meant, write \\{written}."
            self.fault("body-footnote", message, hint, self._place(token))

    def _link(self, destination: str, place: tuple[int, int], *, image: bool) -> Link | None:
        judged = judge(destination, image=image)
        if isinstance(judged, Refusal):
            self.fault(*judged, place)
            return None
        kind, target = judged
        if kind == "fragment":
            target = unicodedata.normalize("NFC", unquote(target))
            if target not in self._anchors:
                message = f"No heading here has the anchor {shown(f'#{target}')}."
                self.fault("body-fragment", message, self._heading_near(target), place)
                return None
        link = Link(kind, target, image, *place)
        self.links.append(link)
        return link

    def _href(self, link: Link) -> str:
        return html.escape(f"#{ANCHOR_PREFIX}{link.target}" if link.kind == "fragment" else link.target)

    def _title(self, token: Token, place: tuple[int, int]) -> str:
        title = str(token.attrs.get("title", ""))
        if len(title) > LONGEST:
            message = f"The title {shown(title)} has {len(title):,} characters, and may have {LONGEST:,}."
            self.fault("body-link", message, "Shorten it, or write it into the text.", place)
            return ""
        if found := FORBIDDEN.search(title):
            self._forbidden(found[0], place)
            title = FORBIDDEN.sub("", title)
        return f' title="{html.escape(title)}"' if title else ""

    def _heading_near(self, target: str) -> str:
        if not self._anchors:
            return "This text has no headings."
        for likely in (anchor_of(target), target.removeprefix(ANCHOR_PREFIX)):
            if likely in self._anchors:
                return f"Write #{likely}."
        self._guesses -= 1
        known = [f"#{anchor}" for anchor in islice(self._anchors, 100) if len(anchor) <= 200]
        guess = near(f"#{target}", known) if self._guesses > 0 and len(target) <= 200 else ""
        return guess or "Write # and the words of a heading in small letters, joined by hyphens."

    def _brackets(self, text: str) -> None:
        """Look into brackets that were left as text for links and notes that the parser did not recognise."""
        start = max(self._block.find(text, self._searched), self._searched)
        self._searched = start + len(text)
        middle = text.find("](")
        if middle >= 0 and self._unclosed + text.count("[", 0, middle) > text.count("]", 0, middle):
            opening, end = max(text.rfind("[", 0, middle), 0), text.find(")", middle) + 1
            message = f"{shown(text[opening : end or None])} cannot be read as a link."
            hint = "An address has no spaces, and its bracket is closed: [the plan](claim:twelve-billion-plan)."
            self.fault("body-link", message, hint, self.places.at(start + opening))
        note = _SPACED_NOTE.search(text)
        if note and " " in note[0]:
            hint = f"A note's name has no spaces: write {note[0].replace(' ', '-')}."
            place = self.places.at(start + note.start())
            self.fault("body-footnote", f"{shown(note[0])} cannot be read as a note.", hint, place)
        self._unclosed = max(0, self._unclosed + text.count("[") - text.count("]"))

    def _forbidden(self, character: str, place: tuple[int, int]) -> None:
        message = f"Here stands a code for the invisible character U+{ord(character):04X}, which no text may hold."
        self.fault("characters", message, "Take the code out; it begins with & and ends with ;.", place)

    def _place(self, token: Token) -> tuple[int, int]:
        line = self._definitions.get(token.meta.get("label", ""))
        return self.places.at(token.meta["at"]) if line is None else self.places.of("[", line)


_FIXED = {
    "softbreak": "\n",
    "hardbreak": "<br>\n",
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "s_open": "<s>",
    "s_close": "</s>",
}
_SPACED_NOTE = re.compile(r"\[\^[^\[\]]{1,200}\]")
