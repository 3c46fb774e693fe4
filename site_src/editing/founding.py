"""Empties a content folder of somebody else's edition and founds a new one: settings, policies, one sample claim.

The sample's files lie in `starter/`, as an editor would write them; TODAY in them stands for the day of the founding.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from site_src.building.exchange import Place, replace, settle
from site_src.building.pipeline import check
from site_src.editing.front_matter import yaml
from site_src.models.texts import text_problem
from site_src.reading.files import read_content
from site_src.reading.named_files import copy_passed_over, write_new

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

STARTER = Path(__file__).with_name("starter")


@dataclass(frozen=True, slots=True)
class Founder:
    """What a new publication is asked for: its name, its address, its language and who signs its verdicts."""

    title: str
    url: str
    publisher: str
    language: str = "en"
    repository: str | None = None


class NotFounded(Exception):
    """What was entered makes no publication: `message` says what is wrong, `hint` what to write."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep the two sentences."""
        super().__init__(message)
        self.message = message
        self.hint = hint


def standing(content: Path) -> Mapping[str, int]:
    """Count the files of a content folder by their kind, such as `claims`; these are what `found` removes."""
    counted: dict[str, int] = {}
    for file in read_content(content).files:
        kind, slash, _ = file.name.partition("/")
        if slash:
            counted[kind] = counted.get(kind, 0) + 1
    return counted


def found(content: Path, founder: Founder, *, today: date) -> tuple[str, ...]:
    """Put a new edition in the place of a content folder, in one step; give its files.

    FORMAT.md, README.md and names that begin with a point stay. Raises NotFounded or OSError, and then all stays.
    """
    texts = {
        file.name: file.content.decode().replace("TODAY", today.isoformat()) for file in read_content(STARTER).files
    }
    for typed in filter(None, (founder.title, founder.url, founder.publisher, founder.language, founder.repository)):
        if problem := text_problem(typed):
            raise NotFounded(f"What was entered holds {problem}, which cannot be shown.", "Type it anew.")
    texts["site.yaml"] = yaml(_settings(founder))
    place = Place(content.resolve())
    settle(place)
    copy_passed_over(content, place.spare)
    for name, text in texts.items():
        write_new(place.spare / name, text)
    for finding in check(place.spare).findings:
        settle(place)
        raise NotFounded(finding.message, finding.hint)
    replace(place)
    settle(place)
    return tuple(sorted(texts))


def _settings(founder: Founder) -> Mapping[str, str | int | Mapping[str, str] | None]:
    home = founder.url if founder.url.endswith("/") else f"{founder.url}/"
    return {
        "title": founder.title,
        "tagline": "What was said, and what can be shown",
        "url": home,
        "language": founder.language,
        "publisher": {"name": founder.publisher, "url": home},
        "repository": {"url": founder.repository, "branch": "main"} if founder.repository else None,
        "policies": {"methodology": "how-we-check", "corrections": "corrections-policy", "funding": "about"},
        "review_after": 12,
    }
