"""The tables of the open data: claims, sources, and a topic's matrix in long form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from site_src.addresses import Links, claim, source
from site_src.models.appearance import Appearance as AppearanceRecord
from site_src.models.claim import Claim as ClaimRecord
from site_src.models.claim import Claimant, Measure
from site_src.models.source import Source as SourceRecord
from site_src.site.matrix import matrix
from site_src.views.appearance import source_name
from site_src.views.columns import Cell, Column, Lines, Row, Table, meaning, span, table
from site_src.views.records import verified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from site_src.models.record import Record
    from site_src.site.matrix import Absence
    from site_src.site.model import Appearance, Claim, Site, Source


@dataclass(frozen=True, slots=True)
class MatrixEntry:
    """One thing that a source says of a claim, counted from 1; or, as number 0, the absence of any."""

    claim: Claim
    source: str
    number: int
    said: Appearance | None = None
    absence: Absence | None = None

    @property
    def record(self) -> AppearanceRecord | None:
        """Give the appearance as the editors wrote it."""
        return self.said.record if self.said else None

    @property
    def stance(self) -> str | None:
        """Give the stance, or the reason why there is none."""
        return self.absence.value if self.absence else self.record.stance if self.record else None

    @property
    def origin(self) -> str | None:
        """Give the source whose statement it is."""
        return self.said.origin if self.said and self.said.speaks else None


def claims_lines(site: Site, links: Links, line: Callable[[Sequence[str]], str]) -> Lines:
    """Give a line for each listed claim, by slug; `line` writes a row as one. Each is remembered, for they are many."""

    def work(slug: str) -> str:
        return line(table(CLAIMS, [Row(site, links, site.claims[slug])]).rows[0])

    slugs = sorted(site.listed)
    return Lines(
        line([column.name for column in CLAIMS]),
        tuple(site.recall("claims.csv", slug, partial(work, slug)) for slug in slugs),
    )


def sources_table(site: Site, links: Links) -> Table:
    """Give a row for each source, by slug."""
    return table(SOURCES, (Row(site, links, site.sources[slug]) for slug in sorted(site.sources)))


def matrix_table(site: Site, links: Links, slug: str) -> Table:
    """Give the matrix of the topic with that slug, a row for each thing said and for each absence."""
    return table(MATRIX, (Row(site, links, entry) for entry in _entries(site, slug)))


def _entries(site: Site, slug: str) -> Iterator[MatrixEntry]:
    for row in matrix(site, site.topics[slug]).rows:
        for cell in row.cells:
            if cell.absence is not None:
                yield MatrixEntry(row.claim, cell.source, 0, absence=cell.absence)
            yield from (
                MatrixEntry(row.claim, cell.source, n, said) for n, said in enumerate(cell.appearances, start=1)
            )


def _kept(model: type[Record], *keys: str) -> tuple[Column[Any], ...]:
    """Give the columns of texts that stand in a record as they stand there."""
    return tuple(Column(key, "string", meaning(model, key), _under(key)) for key in keys)


def _under(key: str) -> Callable[[Row[Any]], Cell]:
    return lambda row: getattr(row.it.record, key)


def _of_claimant(name: str, key: str) -> Column[Claim]:
    return Column(name, "string", meaning(Claimant, key), lambda r: getattr(r.it.record.claimant, key, None))


def _of_said(key: str) -> Column[MatrixEntry]:
    return Column(key, "string", meaning(AppearanceRecord, key), lambda r: getattr(r.it.record, key, None))


def _low(row: Row[MatrixEntry]) -> Cell:
    value = row.it.record.value if row.it.record else None
    return value.low if value else None


def _high(row: Row[MatrixEntry]) -> Cell:
    value = row.it.record.value if row.it.record else None
    return value.high or value.low if value else None


def _unit(entry: MatrixEntry) -> Cell:
    measure = entry.claim.record.measure
    return measure.unit if measure and entry.record and entry.record.value else None


def _own_claim(row: Row[MatrixEntry]) -> Cell:
    slug = row.it.record.claim if row.it.record else None
    return slug if slug in row.site.claims else None


_RATING = "The rating's id; ratings.yaml and claims.json explain it."
_NAME = "The words by which this site names the source."
_ENTRY = "1 for the first thing that the source says of the claim, 2 for the next; 0 where the editors noted none."
_STANCE = (
    "asserts: says so in its own voice; attributes: to someone; differs: another figure or scope; denies; silent; "
    "not-examined: its text was not read for this; earlier: appeared before the claim was made."
)
_WHETHER = "Whether the words of the excerpt were found in the source's text; false: the editors do not hold it."
_WORD = "The word of the source's text with which the excerpt begins, counted from 1."
_ORIGIN = (
    "The source whose statement this is, worked out from all relays; the source itself where it has it from nobody."
)

CLAIMS: tuple[Column[Claim], ...] = (
    Column("slug", "string", "The claim's name in addresses and in the other tables.", lambda r: r.it.slug),
    Column("page", "string", "The page of the verdict.", lambda r: r.page(claim(r.it.slug))),
    *_kept(ClaimRecord, "claim"),
    Column("language", "string", "The language of claim and verdict (BCP 47).", lambda r: r.it.language),
    *_kept(ClaimRecord, "topic"),
    _of_claimant("claimant", "name"),
    _of_claimant("claimant_kind", "kind"),
    _of_claimant("claimant_citing", "citing"),
    *span("claimed_on", meaning(ClaimRecord, "claimed_on"), lambda r: r.it.record.claimed_on),
    Column("rating", "string", _RATING, lambda r: r.it.record.rating),
    Column("rating_label", "string", "The rating as readers see it.", lambda r: r.it.rating.label),
    Column(
        "rating_value", "integer", "Its place on the scale, 1 being worst; empty: none.", lambda r: r.it.rating.number
    ),
    Column("rating_best", "integer", "The place of the best rating.", lambda r: r.it.rating.best),
    Column("verdict", "string", meaning(ClaimRecord, "verdict"), lambda r: r.it.verdict),
    Column("reviewed_on", "date", meaning(ClaimRecord, "reviewed_on"), lambda r: r.it.record.reviewed_on),
    Column("updated_on", "date", meaning(ClaimRecord, "updated_on"), lambda r: r.it.record.updated_on),
    Column("corrections", "integer", "How many changes readers are told of.", lambda r: len(r.it.record.corrections)),
    Column("carriers", "list", "The sources that carry the claim.", lambda r: r.it.carriers),
    Column("origins", "list", "The origins of what those sources say, each once.", lambda r: r.it.origins),
    Column("tags", "list", meaning(ClaimRecord, "tags"), lambda r: r.it.record.tags),
    Column("status", "string", "Always `published`; in a preview also `draft`.", lambda r: r.it.status),
)

SOURCES: tuple[Column[Source], ...] = (
    Column("slug", "string", "The source's name in addresses and in the other tables.", lambda r: r.it.slug),
    Column("page", "string", "The page of the source on this site.", lambda r: r.page(source(r.it.slug))),
    Column("name", "string", _NAME, lambda r: source_name(r.it)),
    *_kept(SourceRecord, "title", "publisher", "kind", "url", "archive_url", "author"),
    *span("published", meaning(SourceRecord, "published"), lambda r: r.it.record.published),
    Column("retrieved", "date", meaning(SourceRecord, "retrieved"), lambda r: r.it.record.retrieved),
    Column("language", "string", "Its language (BCP 47).", lambda r: r.it.language),
    Column("held", "boolean", "Whether the editors hold its text, to verify excerpts.", lambda r: r.it.is_held),
    Column("words", "integer", "How many words the text held has.", lambda r: r.it.words),
    Column("relays", "list", meaning(SourceRecord, "relays"), lambda r: r.it.record.relays),
    Column("inferred", "list", meaning(SourceRecord, "inferred"), lambda r: r.it.record.inferred),
)

MATRIX: tuple[Column[MatrixEntry], ...] = (
    Column("topic", "string", meaning(ClaimRecord, "topic"), lambda r: r.it.claim.record.topic),
    Column("slug", "string", "The claim's slug, as in claims.csv.", lambda r: r.it.claim.slug),
    Column("claim", "string", meaning(ClaimRecord, "claim"), lambda r: r.it.claim.record.claim),
    Column("rating", "string", _RATING, lambda r: r.it.claim.record.rating),
    Column("source", "string", "The source's slug, as in sources.csv.", lambda r: r.it.source),
    Column("source_name", "string", _NAME, lambda r: source_name(r.site.sources[r.it.source])),
    Column("entry", "integer", _ENTRY, lambda r: r.it.number),
    Column("stance", "string", _STANCE, lambda r: r.it.stance),
    _of_said("says"),
    Column("value_low", "number", "The figure, or the lower end of a range.", _low),
    Column("value_high", "number", "The upper end of a range, else the same figure.", _high),
    Column("unit", "string", meaning(Measure, "unit"), lambda r: _unit(r.it)),
    _of_said("bound"),
    _of_said("figure"),
    *span("as_of", meaning(AppearanceRecord, "as_of"), lambda r: getattr(r.it.record, "as_of", None), inferred=False),
    _of_said("excerpt"),
    Column("excerpt_verified", "boolean", _WHETHER, lambda r: verified(r.it.said) if r.it.said else None),
    Column("word", "integer", _WORD, lambda r: r.it.said.word if r.it.said else None),
    _of_said("via"),
    Column("origin", "string", _ORIGIN, lambda r: r.it.origin),
    Column("own_claim", "string", meaning(AppearanceRecord, "claim"), _own_claim),
    _of_said("note"),
)
