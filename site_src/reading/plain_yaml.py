"""YAML as plain data: every scalar is text, and tags, anchors, aliases and repeated keys are refused.

Works on parser events: the C composer dies on deep nesting, and a constructor would give `no` and `12:30` a type.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

import yaml

from site_src.diagnostics.finding import Finding, Place
from site_src.reading import yaml_words
from site_src.reading.mended import in_quotes

if TYPE_CHECKING:
    from site_src.reading.document import Loc, Position

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEPTH = 20
_ENTRIES = 1000
_SPACE = re.compile(r"[ \t\r\n]+")
_COMMENT = re.compile(r"[ \t]+#")
_EMPTY_COMMENT = re.compile(r"[ \t]*#(?=[^ \t#])")
_TOP_KEY = re.compile(r"[^\s#\-\[\]{}][^:]*:(?=\s|$)")
_ENTRY = re.compile(r"-(?=\s|$)")
_ABSENT = object()


class PlainYaml:
    """What a YAML text holds: `value` (None where nothing could be read), the places, and the findings.

    `unread` are the top-level keys that could not be read, `lost` the values that were left out and the lists that
    an entry was left out of.
    """

    def __init__(self, text: str, *, file: str, first_line: int = 1) -> None:
        """Read the text; its first line is line `first_line` of the file."""
        self.values_at: dict[Loc, Position] = {}
        self.keys_at: dict[Loc, Position] = {}
        self.findings: list[Finding] = []
        self.unread: set[str] = set()
        self.lost: set[Loc] = set()
        self._file = file
        self._first = first_line
        self._entries = 0
        self._lines = text.split("\n")
        self.value: Any = self._whole(text)

    def _whole(self, text: str) -> Any:
        try:
            return self._read(text, 0)
        except _Refused as refused:
            trouble = refused.finding
        except yaml.YAMLError as error:
            trouble = self._syntax(error, 0)
        return self._by_parts(trouble)

    def _by_parts(self, trouble: Finding) -> Any:
        """Read each top-level key, or entry of a list, by itself, so that one mistake does not hide those below it."""
        starts = self._starting(_TOP_KEY)
        whole: dict[str, Any] | list[Any] = {} if starts else []
        starts = starts or self._starting(_ENTRY)
        last = max(starts[:_ENTRIES], default=0)
        self.values_at, self.keys_at, self.findings, self.lost = {(): (self._first, 1)}, {}, [], set()
        for start, end in itertools.pairwise([*starts, len(self._lines)]):
            if len(self.findings) > yaml_words.MISTAKES or start > last:
                self.lost.add(())
                self.unread |= {yaml_words.key_of(line) for line in self._lines[start:] if _TOP_KEY.match(line)}
                break
            self._entries = 0 if isinstance(whole, dict) else len(whole)
            part = self._part(start, end)
            if isinstance(whole, dict) and isinstance(part, dict):
                whole.update(part)
            elif isinstance(whole, list) and isinstance(part, list):
                whole += part
            else:
                self._leave_out(start, part)
        if not self.findings or (starts[0] > yaml_words.blank(self._lines) and trouble not in self.findings):
            self.findings.append(trouble)
        return whole if starts else None

    def _starting(self, pattern: re.Pattern[str]) -> list[int]:
        return [number for number, line in enumerate(self._lines) if pattern.match(line)]

    def _part(self, start: int, end: int) -> Any:
        try:
            return self._read("\n".join(self._lines[start:end]), start)
        except _Refused as refused:
            self._tell(refused.finding)
        except yaml.YAMLError as error:
            found = self._syntax(error, start)
            follows = [one.place.line + 1 for one in self.findings if one.rule == "comment"]
            if found.place.line not in follows and found not in self.findings:
                self._tell(found)
        return _ABSENT

    def _leave_out(self, start: int, part: Any) -> None:
        if part is not _ABSENT:
            self._report((start + self._first, 1), "yaml", *yaml_words.keyless(self._lines[start]))
        if _ENTRY.match(self._lines[start]):
            self.lost.add(())
            self.keys_at = {loc: at for loc, at in self.keys_at.items() if loc[0] != self._entries}
        else:
            self.unread.add(yaml_words.key_of(self._lines[start]))

    def _read(self, text: str, offset: int) -> Any:
        loader = _Loader(text)
        self._next, self._offset, self._may_comment = loader.get_event, offset, "#" in text
        try:
            return self._document()
        finally:
            loader.dispose()

    def _document(self) -> Any:
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        value = self._node(self._next(), ())
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            hint = "Keep one block, and take the line with --- or ... out."
            raise self._refused(after, "yaml", "A second block of keys begins here.", hint)
        return None if value is _ABSENT else value

    def _node(self, event: Any, loc: Loc) -> Any:
        self.values_at[loc] = self._at(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise self._refused(event, "yaml", *yaml_words.sign_first(self._line(event), sign))
        if event.tag is not None:
            raise self._refused(event, "yaml", *yaml_words.sign_first(self._line(event), "!"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, loc)
        if len(loc) >= _DEPTH:
            raise self._refused(event, "limit", f"This is nested more than {_DEPTH} levels deep.", "Write it flatter.")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(loc, in_braces=bool(event.flow_style))
        return self._sequence(loc)

    def _scalar(self, event: Any, loc: Loc) -> Any:
        value = event.value
        if not event.style:
            if self._may_comment:
                self._no_comment(event, loc)
            if value in ("", "~", "null"):
                return _ABSENT
        elif not value and event.style in "|>" and (told := yaml_words.swallowed(self._line(event), event.style)):
            self.lost.add(loc)
            self._report(self._at(event), "yaml", *told)
        if "\n" in value or "  " in value or "\t" in value:
            value = _SPACE.sub(" ", value)
        return value.strip(" \n\t\r\u00a0\u3000") or _ABSENT

    def _no_comment(self, event: Any, loc: Loc) -> None:
        mark = event.end_mark
        line = mark.line + self._offset
        rest = self._lines[line][mark.column :] if line < len(self._lines) else ""  # an empty value may end below all
        if "#" in rest and (comment := (_COMMENT if event.value else _EMPTY_COMMENT).match(rest)):
            self.lost.add(loc)
            text = in_quotes(f"{event.value} {rest.strip()}".strip())
            before = f"{loc[-1]}:" if loc and isinstance(loc[-1], str) else "-"
            hint = f"Give a comment a line of its own; or, if the # belongs to the text, write: {before} {text}"
            place = (line + self._first, mark.column + comment.end())
            self._report(place, "comment", "A # after a space would cut the text off here, in silence.", hint)

    def _mapping(self, loc: Loc, *, in_braces: bool) -> dict[str, Any]:
        made: dict[str, Any] = {}
        room = itertools.count(_ENTRIES, -1)
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not next(room):
                raise self._refused(event, "limit", f"This group has more than {_ENTRIES} keys.", "Shorten it.")
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag or not event.value:
                raise self._refused(event, "yaml", "A key must be a word.", "Write it as in `key: value`.")
            key = str(event.value)
            at = (*loc, key)
            position = self._at(event)
            if key != key.strip():
                raise self._refused(event, "yaml", *yaml_words.foreign_indent(self._line(event)))
            if key in made or at in self.keys_at:
                self._node(self._next(), (*at, "again"))
                self._report(position, "repeated", *yaml_words.twice(key))
                continue
            self.keys_at[at] = position
            following = self._next()
            value = self._node(following, at)
            if value is _ABSENT and in_braces and ":" not in yaml_words.between(self._line(event), event, following):
                self._lost_in_braces(event, key, loc)
            if value is not _ABSENT:
                made[key] = value
        return made

    def _sequence(self, loc: Loc) -> list[Any]:
        made: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            if len(made) >= _ENTRIES:
                raise self._refused(event, "limit", f"This list has more than {_ENTRIES} entries.", "Shorten it.")
            at = (*loc, len(made) + (0 if loc else self._entries))
            value = self._node(event, at)
            if value is _ABSENT:
                place = self.values_at.pop(at)
                if at not in self.lost:
                    self._report(place, "empty-entry", "This entry of the list is empty.", "Fill it in or delete it.")
                self.lost.discard(at)
                self.lost.add(loc)
                continue
            made.append(value)
        return made

    def _line(self, event: Any) -> str:
        return str(self._lines[event.start_mark.line + self._offset])

    def _lost_in_braces(self, key_event: Any, key: str, loc: Loc) -> None:
        self.lost.add(loc)
        place = self._at(key_event)
        is_new = place[0] not in {finding.place.line for finding in self.findings[-1:]}  # a line is told as a whole
        if is_new and (told := yaml_words.lost_in_braces(self._line(key_event), key)):
            self._report(place, "yaml", *told)

    def _report(self, position: Position, rule: str, message: str, hint: str) -> None:
        self._tell(Finding(Place(self._file, *position), rule, message, hint))

    def _tell(self, finding: Finding) -> None:
        if len(self.findings) < yaml_words.MISTAKES:
            self.findings.append(finding)
        elif len(self.findings) == yaml_words.MISTAKES:
            self.findings.append(Finding(finding.place, "limit", *yaml_words.too_many()))

    def _refused(self, event: Any, rule: str, message: str, hint: str) -> _Refused:
        return _Refused(Finding(Place(self._file, *self._at(event)), rule, message, hint))

    def _at(self, event: Any) -> Position:
        mark = event.start_mark
        return mark.line + self._offset + self._first, mark.column + 1

    def _syntax(self, error: yaml.YAMLError, offset: int) -> Finding:
        line, column, message, hint, key = yaml_words.in_words(error, self._lines, offset)
        self.unread |= {key} if key else set()
        return Finding(Place(self._file, line + self._first, column + 1), "yaml", message, hint)


class _Refused(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding
