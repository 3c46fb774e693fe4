"""What a verdict rests on: one of the sources, or a document of which the claim's file tells all."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from site_src.models.conditions import absent, present
from site_src.models.fields import Day, InferredDate, Language, SourceSlug, Text, Url
from site_src.models.record import Fault, Record
from site_src.models.source import SourceKind


class Evidence(Record):
    """What the verdict rests on: one of the publication's sources, or a document named here."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": present("source"),
            "then": absent(
                "title", "url", "publisher", "carrier", "kind", "language", "published", "retrieved", "archive_url"
            ),
            "else": present("title"),
        }
    )

    source: SourceSlug | None = Field(
        None, description="One of the publication's sources; then only `note` may stand beside it."
    )
    title: Text | None = Field(None, description="The document's title.")
    url: Url | None = Field(None, description="Its address; shown as text when absent.")
    publisher: Text | None = Field(None, description="Who published it.")
    carrier: Text | None = Field(None, description="Where the publisher's text was read.")
    kind: SourceKind | None = Field(None, description="What sort of document it is.")
    language: Language | None = Field(None, description="Its language.")
    published: InferredDate | None = Field(None, description="When it was published, as exactly as is known.")
    retrieved: Day | None = Field(None, description="When the editors read it.")
    archive_url: Url | None = Field(None, description="A lasting copy.")
    note: Text | None = Field(None, description="What it shows.")

    def faults(self) -> list[Fault]:
        """List what may not stand beside `source`, or that neither it nor a title is there."""
        if self.source is None:
            hint = "Add `title:` with the document's title, or `source:` with the slug of one of the sources."
            message = "This evidence has neither `source` nor `title`."
            return [] if self.title else [Fault("missing-key", message, hint, needs=("source", "title"))]
        others = [key for key in self.model_fields_set - {"source", "note"} if getattr(self, key) is not None]
        message = "`{}` may not stand beside `source`: the source's own file has it."
        hint = "Take it out here, and put it into the source's file if it is missing there."
        return [Fault("evidence", message.format(key), hint, (key,)) for key in sorted(others)]
