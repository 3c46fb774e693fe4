"""Two states of the publication compared as readers see them, for whoever reviews a change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from site_src.checks import run
from site_src.diagnostics.finding import in_order
from site_src.editing.comparing import claims, others
from site_src.editing.comparing.cells import cells
from site_src.editing.comparing.markdown import markdown
from site_src.editing.comparing.notice import Changes
from site_src.editing.comparing.pairs import paired
from site_src.reading.gather import read_catalogue
from site_src.reading.revision import RevisionRefused, read_revision
from site_src.site.assemble import assemble

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from site_src.building.pipeline import Checked
    from site_src.reading.files import Tree
    from site_src.site.model import Site

__all__ = ["Changes", "RevisionRefused", "changes", "compare"]


def changes(checked: Checked, content: Path, name: str, environment: Mapping[str, str], base: str | None) -> str:
    """Gives in Markdown what readers will notice of a sound content since a git revision; raises RevisionRefused.

    `environment` are the variables that git shall see; `base` is the address of a site that shows the content.
    """
    now = assemble(checked.catalogue)
    then = read_revision(content, name, environment, now=checked.tree)
    return markdown(compare(_site(then.tree, name, now), now), base)


def compare(then: Site, now: Site) -> Changes:
    """Gives what readers will notice when one state of the publication takes the place of another."""
    in_claims = paired("claims", then.claims, now.claims)
    in_topics = paired("topics", then.topics, now.topics)
    found = (*claims.sections(then, now, in_claims), *others.sections(then, now, in_topics))
    return Changes(
        sections=tuple(section for section in found if section.notices),
        cells=tuple(cells(then, now, in_claims, in_topics)),
    )


def _site(tree: Tree, name: str, now: Site) -> Site:
    """Make the site of a former content: one without any entries where there was none."""
    if not tree.files:
        return replace(now, topics={}, sources={}, claims={}, pages={}, listed=(), spoken_to={}, relayed_by={})
    catalogue, found = read_catalogue(tree)
    errors = in_order([finding for finding in (*found, *run(catalogue)) if finding.is_error])
    if errors:
        first = errors[0]
        hint = f"The first is {first.place}: {first.message} Compare with another revision."
        raise RevisionRefused(f"At “{name}” the content has errors ({len(errors)}), so it made no site.", hint)
    return assemble(catalogue)
