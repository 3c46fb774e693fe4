"""The checks across files, done again where what they look at has changed.

An entry's checks are a user of the facts that they look up: the topic's sources, a source's relays, whether a slug is
there. Those that set all entries against each other are one user each.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from site_src.checks import BY_ITSELF, CHECKS, TOGETHER
from site_src.diagnostics.plain import findings_of, plain_findings
from site_src.reading.catalogue import KINDS
from site_src.reading.trace import Fact, crowded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from site_src.checks import Check
    from site_src.diagnostics.finding import Finding
    from site_src.reading.catalogue import Catalogue

CHECKED = "check"
SETTINGS = "settings"

Verdict = tuple[str, str, set[Fact]]
"""The name of what was checked, the findings as JSON (empty where there are none), and the facts looked at."""


def everything(catalogue: Catalogue) -> list[str]:
    """Give the names of all that is checked: the settings, the checks of all entries together, each entry."""
    with catalogue.trace.paused():
        named = [f"{kind}/{slug}" for kind in KINDS for slug in _shelf(catalogue, kind)]
    return [SETTINGS, *map(rule_of, TOGETHER), *named]


def rule_of(check: Check) -> str:
    """Give the name under which a check of all entries together is remembered."""
    return f"all/{check.RULE}"


def checked(catalogue: Catalogue, names: Iterable[str]) -> Iterator[Verdict]:
    """Check what is named, one after the other."""
    together = {rule_of(check): check for check in TOGETHER}
    hidden: dict[str, Any] = {kind: _shelf(catalogue, kind).showing() for kind in KINDS}
    nothing = replace(catalogue, publication=None, twice=(), **hidden)
    for name in names:
        with catalogue.trace.watching() as facts:
            found = list(together[name].check(catalogue) if name in together else _alone(catalogue, name, nothing))
        yield name, json.dumps(plain_findings(found), ensure_ascii=False) if found else "", crowded(facts)


def findings_in(texts: Iterable[str]) -> list[Finding]:
    """Give the findings that were kept as JSON."""
    return [finding for text in texts if text for finding in findings_of(json.loads(text))]


_LOOKING_UP = tuple(check for check in CHECKS if check not in (*BY_ITSELF, *TOGETHER))


def _alone(catalogue: Catalogue, name: str, nothing: Catalogue) -> Iterator[Finding]:
    """Check one entry, or the settings: beside `nothing` it alone is shown to the checks, and they look up the rest."""
    kind, _, slug = name.partition("/")
    if name == SETTINGS:
        focused = replace(nothing, publication=catalogue.publication)
    else:
        focused = replace(nothing, **{kind: _shelf(catalogue, kind).showing(slug)})
    for check in _LOOKING_UP:
        yield from check.check(focused)


def _shelf(catalogue: Catalogue, kind: str) -> Any:
    return getattr(catalogue, kind)
