"""How a verdict is cited: as a line of text, as BibTeX, and as CSL-JSON for reference managers.

The title always has the rating in it, so that no list of references gives a claim for a finding.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_src.addresses import claim
from site_src.views.wording import day, listed

if TYPE_CHECKING:
    import datetime

    from site_src.addresses import Links
    from site_src.site.model import Claim, Site

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_JSON = json.JSONEncoder(ensure_ascii=False).encode
# BibTeX counts braces even behind a backslash, so they are named.
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A verdict as others cite it, in three ways of writing."""

    text: str
    bibtex: str
    csl: str


def citation(site: Site, links: Links, it: Claim) -> Citation:
    """Give how the verdict on a published claim is cited, dated by its last change."""
    record, on = it.record, it.changed_on
    authors = list(record.reviewers) or [site.publication.publisher.name]
    title = f"Fact check: “{record.claim}” – {it.rating.label}"
    address = links.canonical(claim(it.slug))
    return Citation(
        text=_text(authors, title, site.publication.title, on, address),
        bibtex=_bibtex(it.slug, authors, title, site.publication.title, on, address),
        csl=_csl(site, it, authors, title, on, address),
    )


def _text(authors: list[str], title: str, publication: str, on: datetime.date, address: str) -> str:
    where = "" if authors == [publication] else f" {publication}."
    return f"{listed(authors)} ({day(on).words}). {title}.{where} {address}"


def _bibtex(slug: str, authors: list[str], title: str, publication: str, on: datetime.date, address: str) -> str:
    names = " and ".join(f"{{{name.translate(_BIBTEX)}}}" for name in authors)
    fields = {
        "author": f"{{{names}}}",
        "title": f"{{{{{title.translate(_BIBTEX)}}}}}",
        "howpublished": f"{{{publication.translate(_BIBTEX)}}}",
        "year": f"{{{on.year}}}",
        "month": _MONTHS[on.month - 1],
        "url": f"{{{address}}}",
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@misc{{{slug},\n{lines}}}"


def _csl(site: Site, it: Claim, authors: list[str], title: str, last: datetime.date, address: str) -> str:
    """Write the list of one item that the CSL data schema (1.0.2) wants."""
    first = it.record.reviewed_on
    item = {
        "id": it.slug,
        "type": "webpage",
        "title": title,
        "author": [{"literal": name} for name in authors],
        "issued": _csl_date(last),
        **({"original-date": _csl_date(first)} if first and first != last else {}),
        "container-title": site.publication.title,
        "publisher": site.publication.publisher.name,
        "genre": "Fact check",
        "abstract": f"{it.rating.label}: {it.verdict}",
        "language": it.language,
        "URL": address,
    }
    lines = (f"  {_JSON(name)}: {_JSON(value)}" for name, value in item.items())
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _csl_date(on: datetime.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[on.year, on.month, on.day]]}
