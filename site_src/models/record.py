"""What every record has in common: frozen, no unknown keys, and rules between its fields that are told all at once."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, NoReturn, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

# The version of the content format; the next is due when what could be written no longer can.
FORMAT = 1


class Fault(NamedTuple):
    """A rule that a record breaks: `at` leads from the record to the key that has to change.

    `needs` are the record's keys on which the rule looks: where one of them is wrong itself, nobody is told of this.
    """

    rule: str
    message: str
    hint: str = ""
    at: tuple[str | int, ...] = ()
    needs: tuple[str, ...] = ()


class Record(BaseModel):
    """What every record and part of a record has in common."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    unless_draft: ClassVar[tuple[str, ...]] = ()
    """The keys that only a draft may lack."""

    def faults(self) -> list[Fault]:
        """List the rules between this record's own fields that it breaks."""
        return []

    @model_validator(mode="after")
    def _keeps_its_rules(self) -> Self:
        if faults := self.faults():
            refuse_for(faults)
        return self


def repeated(key: str, texts: tuple[str, ...]) -> list[Fault]:
    """List those entries of the list `key` that stand in it a second time."""
    found, seen = [], set[str]()
    for index, text in enumerate(texts):
        if text in seen:
            found.append(
                Fault(
                    "repeated",
                    f"“{text}” stands twice in this list.",
                    "Take one of the two out.",
                    (key, index),
                )
            )
        seen.add(text)
    return found


def refuse_for(faults: list[Fault]) -> NoReturn:
    """Raise the error by which pydantic learns of broken rules."""
    raise PydanticCustomError("faults", "{words}", {"words": faults[0].message, "faults": faults})


def refuse(rule: str, message: str, hint: str) -> NoReturn:
    """Raise the error by which a field refuses its value, in the words that the editor will read."""
    refuse_for([Fault(rule, message, hint)])
