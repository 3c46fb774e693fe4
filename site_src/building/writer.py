"""Publishes a site: bytes go to a spare folder, which takes the output's place in one exchange.

A build that fails or is killed at any moment leaves the output whole, the former site or the new one; what it
leaves beside the output, the next one clears away.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from site_src.building.exchange import Place, remove, replace, settle
from site_src.building.lock import held
from site_src.building.refusal import (
    MARKER,
    OutputRefused,
    is_ours,
    refusal,
    refuse_foreign,
    refuse_place,
    refuse_unswappable,
)
from site_src.building.tree import LOCK_INSIDE, Tree, TreeInPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["OutputRefused", "Renewal", "Tree", "publishing", "recover", "refuse_early", "renewing", "spare_of"]


@contextmanager
def publishing(output: Path, *, protect: Sequence[Path] = (), in_place: bool = False) -> Iterator[Tree]:
    """Yields a tree to write a site to, which becomes the whole of `output` when the block ends well.

    A link to a folder is followed, and its target replaced. Raises OutputRefused, the former site being
    untouched, if `output` is a folder with foreign files, is or holds the current folder or one of
    `protect`, is being built by somebody else, or cannot be written to or renamed.

    With `in_place` the files are written into `output` as they come, for folders that cannot be
    renamed. That is not atomic: a build that ends early leaves new files among former ones.
    """
    with _plainly(output, in_place=in_place):
        place = _place_of(output)
        refuse_place(place.output, protect)
    with _inside(place) if in_place else _beside(place) as tree:
        yield tree


@dataclass(frozen=True, slots=True)
class Renewal:
    """Two trees: `live` is the site as readers see it, and `spare` is to become it.

    What stands in `spare` is as the last build but one left it, if `is_kept`; else it is empty.
    """

    live: Path
    spare: Path
    is_kept: bool


def spare_of(output: Path) -> Path:
    """Gives the folder in which the spare tree of an output stands, where there is one."""
    return _place_of(output).spare


def refuse_early(output: Path, protect: Sequence[Path]) -> None:
    """Raises OutputRefused where it is plain before any work that a site cannot be published there."""
    with _plainly(output):
        refuse_place(_place_of(output).output, protect)


@contextmanager
def renewing(
    output: Path, *, protect: Sequence[Path], is_good: Callable[[Renewal], bool], keep: Callable[[Renewal], bool]
) -> Iterator[Renewal]:
    """Yields two trees, of which the spare one becomes `output` when the block ends well; as safe as `publishing`.

    `is_good` is asked whether a spare tree that was found can be taken as it is; else it is made anew. When the two
    have changed places `keep` tells whether the former site is kept as the next spare tree.
    """
    with _plainly(output):
        place = _place_of(output)
        refuse_place(place.output, protect)
    with ExitStack() as stack:
        with _plainly(place.output):
            refuse_unswappable(place.output)
            place.output.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(held(place.lock))
            settle(place, spare=False)
            refuse_foreign(place.output)
            mode = stat.S_IMODE(place.output.stat().st_mode) if place.output.exists() else None
        clean = stack.enter_context(ExitStack())
        clean.callback(_settle_quietly, place)
        renewal = Renewal(place.output, place.spare, is_kept=place.spare.is_dir())
        with _plainly(place.output):
            if not (renewal.is_kept and is_good(renewal)):
                remove(place.spare)
                place.spare.mkdir(mode=0o777 if mode is None else mode | stat.S_IRWXU)
                renewal = Renewal(place.output, place.spare, is_kept=False)
        yield renewal
        if not is_ours(place.spare):
            raise ValueError(f"a site needs a {MARKER} whose generator begins with the program's name")
        with _plainly(place.output):
            if mode is not None:
                place.spare.chmod(mode)
            replace(place)
            if os.path.lexists(place.former):
                place.former.rename(place.spare)
        if keep(renewal):
            clean.pop_all()


def recover(output: Path) -> None:
    """Makes `output` whole if a build was killed between the two renames of systems without an exchange."""
    with _plainly(output):
        place = _place_of(output)
        if os.path.lexists(place.journal):
            # A build that is alive finishes its own journal.
            with suppress(BlockingIOError), held(place.lock):
                settle(place, spare=False)


@contextmanager
def _beside(place: Place) -> Iterator[Tree]:
    with ExitStack() as stack:
        with _plainly(place.output):
            refuse_unswappable(place.output)
            place.output.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(held(place.lock))
            settle(place)
            refuse_foreign(place.output)
            stack.callback(_settle_quietly, place)
            mode = stat.S_IMODE(place.output.stat().st_mode) if place.output.exists() else None
            place.spare.mkdir(mode=0o777 if mode is None else mode | stat.S_IRWXU)
        tree = Tree(place.spare, place.output)
        yield tree
        tree.require_marker()
        with _plainly(place.output):
            if mode is not None:
                place.spare.chmod(mode)
            replace(place)


@contextmanager
def _inside(place: Place) -> Iterator[Tree]:
    with ExitStack() as stack:
        with _plainly(place.output, in_place=True):
            place.output.parent.mkdir(parents=True, exist_ok=True)
            if _holds_beside(stack, place):
                # Before the folder is made: one that is missing may be waiting for its second rename.
                settle(place)
            refuse_foreign(place.output)
            place.output.mkdir(exist_ok=True)
            stack.enter_context(held(place.output / LOCK_INSIDE))
            tree = TreeInPlace(place.output, place.output)
            tree.claim()
        yield tree
        tree.require_marker()
        with _plainly(place.output, in_place=True):
            tree.remove_unwritten()


def _holds_beside(stack: ExitStack, place: Place) -> bool:
    try:
        stack.enter_context(held(place.lock))
    except OSError as error:
        # Beside a mount point often nothing may be written; then no build can be replacing the folder either.
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return False
        raise
    return True


def _settle_quietly(place: Place) -> None:
    # The output is whole by now; what cannot be removed beside it, the next build meets and reports.
    with suppress(OSError):
        settle(place)


def _place_of(output: Path) -> Place:
    return Place(Path(os.path.realpath(output)))


@contextmanager
def _plainly(output: Path, *, in_place: bool = False) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal(output, error, in_place=in_place) from error
