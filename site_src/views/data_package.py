"""A description of the tables for programs: Data Package 2.0 with Table Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_src.addresses import DATA, HOME, Links, data
from site_src.views.tables import CLAIMS, MATRIX, SOURCES

if TYPE_CHECKING:
    from site_src.site.model import Site
    from site_src.views.columns import Column
    from site_src.views.plain import Json

PROFILE = "https://datapackage.org/profiles/2.0/"


def data_package(site: Site, links: Links) -> Json:
    """Give data/datapackage.json: a resource for each CSV file, with its fields, keys and references."""
    it = site.publication
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "id": links.canonical(data("datapackage.json")),
        "title": it.title,
        "description": it.tagline,
        "homepage": links.canonical(DATA),
        **({"licenses": [{"title": it.license.name, "path": it.license.url}]} if it.license else {}),
        "contributors": [{"title": it.publisher.name, "path": it.publisher.url, "roles": ["publisher"]}],
        "sources": [{"title": it.title, "path": links.canonical(HOME)}],
        "resources": [
            _resource("claims", "claims.csv", "Claims", CLAIMS, ["slug"]),
            _resource("sources", "sources.csv", "Sources", SOURCES, ["slug"]),
            *(
                _resource(
                    f"matrix-{slug}",
                    f"matrix/{slug}.csv",
                    f"{site.topics[slug].record.title}: what each source says of each claim",
                    MATRIX,
                    ["slug", "source", "entry"],
                    slug="claims",
                    source="sources",
                )
                for slug in sorted(site.topics)
            ),
        ],
    }


def _resource(
    name: str, path: str, title: str, columns: tuple[Column[Any], ...], key: list[str], **references: str
) -> Json:
    """Describe a table; `references` names for a column the resource whose `slug` it holds."""
    foreign = [
        {"fields": [field], "reference": {"resource": other, "fields": ["slug"]}} for field, other in references.items()
    ]
    return {
        "$schema": f"{PROFILE}dataresource.json",
        "name": name,
        "type": "table",
        "title": title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{PROFILE}tableschema.json",
            "fields": [_field(column) for column in columns],
            "missingValues": [""],
            "primaryKey": key,
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _field(column: Column[Any]) -> Json:
    if column.type == "list":  # which the standard has, but not the profile by which packages are validated
        return {"name": column.name, "type": "string", "description": f"{column.means} Slugs, joined by one space."}
    return {"name": column.name, "type": column.type, "description": column.means}
