"""What one source says of a claim: a cell of the matrix."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import ConfigDict, Field

from site_src.models.conditions import absent, equal, present
from site_src.models.fields import ClaimSlug, Period, SourceSlug, Text, Text40, Text140, Value
from site_src.models.record import Fault, Record

Stance = Literal["asserts", "attributes", "differs", "denies", "silent"]
Bound = Literal["exactly", "about", "nearly", "over", "at-least", "at-most"]


class Voice(NamedTuple):
    """Who speaks in an appearance, and whose words they are: as much of it as lists of many claims look at."""

    source: str
    stance: Stance
    via: str | None = None
    origin: str | None = None

    @property
    def carries(self) -> bool:
        """Tell whether by this appearance its source carries the claim."""
        return self.stance in ("asserts", "attributes")


class Appearance(Record):
    """One source's words on the claim."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                {
                    "if": equal("stance", "silent"),
                    "then": absent("says", "value", "bound", "figure", "as_of", "excerpt", "via", "origin", "claim"),
                    "else": present("says"),
                },
                {
                    "if": present("bound"),
                    "then": {"required": ["value"], "properties": {"value": {"type": ["number", "string"]}}},
                },
            ]
        }
    )

    source: SourceSlug = Field(description="One of the topic's sources.")
    stance: Stance = Field(
        description="Whether it says so itself, has it from someone, says otherwise, denies it, or is silent."
    )
    says: Text140 | None = Field(None, description="What the source says, in the editor's words.")
    value: Value | None = Field(None, description="A number in the measure's unit, or [low, high].")
    bound: Bound | None = Field(None, description="How the source limits the value; absent: the bare figure.")
    figure: Text40 | None = Field(None, description="The figure as the source puts it, with its unit.")
    as_of: Period | None = Field(None, description="The date or period that the figure is for.")
    excerpt: Text | None = Field(None, description="Consecutive words of the source.")
    via: SourceSlug | None = Field(None, description="The source that it has this from, one of its own relays.")
    origin: SourceSlug | None = Field(
        None, description="The source whose statement this is, where the relays lead elsewhere."
    )
    claim: ClaimSlug | None = Field(None, description="The claim that is this statement.")
    note: Text | None = Field(None, description="What readers should know about it.")

    @property
    def carries(self) -> bool:
        """Tell whether by this appearance its source carries the claim."""
        return self.voice.carries

    @property
    def voice(self) -> Voice:
        """Give who speaks in it."""
        return Voice(self.source, self.stance, self.via, self.origin)

    def faults(self) -> list[Fault]:
        """List keys that do not go with the stance or with each other."""
        if self.stance == "silent":
            return self._silence()
        return [*self._says(), *self._bound()]

    def _silence(self) -> list[Fault]:
        others = [key for key in self.model_fields_set - {"source", "stance", "note"} if getattr(self, key) is not None]
        message = "A silent source says nothing, so `{}` cannot stand here."
        hint = "Take it out, or choose the stance that fits what the source says."
        return [Fault("silent", message.format(key), hint, (key,)) for key in sorted(others)]

    def _says(self) -> list[Fault]:
        if self.says:
            return []
        hint = "Add `says:` with what the source says, in your words, in at most 140 characters."
        return [Fault("missing-key", "`says` is missing from this appearance.", hint, ("says",), ("says",))]

    def _bound(self) -> list[Fault]:
        if self.bound is None:
            return []
        if self.value is None:
            hint = "Add `value:` with the number, or take `bound` out."
            return [Fault("bound", f"“{self.bound}” bounds a value, and there is none.", hint, ("bound",), ("value",))]
        if self.value.high is not None:
            hint = "Take `bound` out: the range says it all."
            return [Fault("bound", "A bound may not stand beside a range.", hint, ("bound",))]
        return []
