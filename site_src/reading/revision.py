"""The content as it stood at a git revision, read from git's objects: nothing is checked out, nothing fetched.

Git is asked with fixed commands and lists of arguments. What an editor names as a revision is resolved to an object's
name before anything else is done with it, so that no name can be taken for an option.
"""

from __future__ import annotations

import hashlib
import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from site_src.reading.files import LARGEST, ContentFile, Tree
from site_src.reading.scanning import PASSED_OVER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Revision:
    """The content at a commit (its full name), but for files that are too large to be read."""

    commit: str
    tree: Tree


class RevisionRefused(Exception):
    """A revision with which nothing can be compared: `message` says why, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep the sentence and the hint."""
        super().__init__(message)
        self.message = message
        self.hint = hint


def read_revision(content: Path, name: str, environment: Mapping[str, str], *, now: Tree) -> Revision:
    """Read the content as it stood where the work on it parted from a revision, or raise RevisionRefused.

    That is the merge base of the revision and HEAD: the revision itself where HEAD contains it. `environment` are
    the variables that git shall see, `now` is the content at hand, of which equal files are not read again.
    """
    git = _Git(content, environment)
    folder = git.line("rev-parse", "--show-prefix")
    if folder is None:
        raise RevisionRefused(f"{content} is not in a git repository.", "Earlier states are read from git alone.")
    commit = _base(git, _commit(git, name), name)
    tree = git.line("rev-parse", "--verify", "--quiet", f"{commit}:{folder}")
    blobs = list(_blobs(git, tree)) if tree else []
    return Revision(commit, Tree(tuple(_read(git, blobs, now)), ()))


_OBJECT = re.compile(r"[0-9a-f]{64}|[0-9a-f]{40}")
# What would lead git to another repository than the one that the content lies in; set where git runs a hook.
_ELSEWHERE = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
)  # fmt: skip
# A clone without all objects would fetch them; replaced objects are not what others see; nobody can be asked.
_INCOMPLETE = "This clone was made without old files. Fetch them: git fetch --refetch --no-filter"
_ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file at a revision: its path below the content folder, and the name of its object."""

    path: str
    object: str


class _Git:
    """Git in the repository in which the content lies."""

    def __init__(self, content: Path, environment: Mapping[str, str]) -> None:
        self._command = ("git", "-C", str(content))
        self._environment = {key: value for key, value in environment.items() if key not in _ELSEWHERE} | _ALONE

    def run(self, *arguments: str, said: bytes = b"") -> bytes | None:
        """Give what git answers; None where it fails."""
        try:
            done = subprocess.run(
                [*self._command, *arguments], input=said, capture_output=True, check=False, env=self._environment
            )
        except OSError as error:
            raise RevisionRefused("Git could not be run.", f"Install git; the system says: {error.strerror}.") from None
        if b"dubious ownership" in done.stderr:
            hint = "Say that you trust it: git config --global --add safe.directory FOLDER"
            raise RevisionRefused("Git does not read this repository, for it belongs to another user.", hint)
        return done.stdout if done.returncode == 0 else None

    def line(self, *arguments: str) -> str | None:
        """Give what git answers on one line; None where it fails."""
        answer = self.run(*arguments)
        return None if answer is None else answer.decode("utf-8", "surrogateescape").removesuffix("\n")

    def object(self, *arguments: str) -> str:
        """Give the name of the object that git answers with first, or nothing."""
        found = _OBJECT.match(self.line(*arguments) or "")
        return found[0] if found else ""

    @property
    def is_shallow(self) -> bool:
        """Tell whether the clone was cut off somewhere."""
        return self.line("rev-parse", "--is-shallow-repository") == "true"


def _commit(git: _Git, name: str) -> str:
    """Give the commit that a revision's name means."""
    is_name = name and not name.startswith("-") and name.isprintable()
    commit = git.object("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") if is_name else ""
    if not commit:
        shown = name if name.isprintable() else ascii(name)
        raise RevisionRefused(f"There is no revision “{shown}” in this clone.", _how_to_get(git, name, is_known=False))
    return commit


def _base(git: _Git, commit: str, name: str) -> str:
    head = git.object("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if not head:
        raise RevisionRefused(
            "This repository has no commit yet.", "Commit once; from then on there is a former state."
        )
    # A pull request is built from a merge, often in a clone of this one commit. It names its parents all the same.
    parents = re.findall(rb"^parent ([0-9a-f]+)$", git.run("cat-file", "commit", head) or b"", re.MULTILINE)
    base = commit if commit.encode() in parents else git.object("merge-base", commit, head)
    if not base:
        message = f"Where the work at hand parted from “{name}” is not in this clone."
        hint = _how_to_get(git, name, is_known=True) if git.is_shallow else "The two have no commit in common."
        raise RevisionRefused(message, hint)
    return base


def _how_to_get(git: _Git, name: str, *, is_known: bool) -> str:
    """Give the command that fetches what is missing."""
    remotes = (git.line("remote") or "").split()
    if not remotes or not re.fullmatch(r"[\w./@{}~^-]+", name) or name.startswith("-"):
        return "Name a branch, a tag or a commit; `git branch --all` and `git log` list them."
    remote = next(
        (one for one in remotes if name.startswith(f"{one}/")), "origin" if "origin" in remotes else remotes[0]
    )
    if is_known or re.search(r"[~^@]", name):
        return f"Fetch what is missing: git fetch --unshallow {shlex.quote(remote)}"
    branch = name.removeprefix(f"{remote}/").removeprefix("refs/heads/")
    if _OBJECT.fullmatch(branch):
        return f"Fetch it: git fetch {shlex.quote(remote)} {branch}"
    if branch == name and git.object("rev-parse", "--verify", "--quiet", f"refs/remotes/{remote}/{branch}"):
        return f"Name it {remote}/{branch}."
    fetched = f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}"
    then = "" if branch != name else f", and name it {remote}/{branch}"
    return f"Fetch it: git fetch {shlex.quote(remote)} {shlex.quote(fetched)}{then}"


def _blobs(git: _Git, tree: str) -> Iterator[_Blob]:
    """List the files below a tree that would be read from the disk."""
    listed = git.run("ls-tree", "-r", "-l", "-z", "--full-tree", tree)
    if listed is None:
        raise RevisionRefused("What the content held at that revision is not in this clone.", _INCOMPLETE)
    for line in listed.split(b"\0"):
        found = re.fullmatch(rb"100[0-9]{3} blob ([0-9a-f]+) +([0-9]+)\t(.*)", line, re.DOTALL)
        path = found[3].decode("utf-8", "replace") if found else ""
        parts = PurePosixPath(path).parts
        if found and int(found[2]) <= LARGEST and not any(part[0] == "." or part in PASSED_OVER for part in parts):
            yield _Blob(path, found[1].decode())


def _read(git: _Git, blobs: Sequence[_Blob], now: Tree) -> Iterator[ContentFile]:
    at_hand = {file.name: file for file in now.files}
    equal = {blob.path for blob in blobs if blob.path in at_hand and _is(blob.object, at_hand[blob.path].content)}
    others = [blob for blob in blobs if blob.path not in equal]
    read = dict(zip((blob.path for blob in others), _contents(git, others), strict=True))
    for blob in sorted(blobs, key=lambda blob: blob.path):
        yield at_hand[blob.path] if blob.path in equal else ContentFile(blob.path, read[blob.path])


def _is(name: str, content: bytes) -> bool:
    """Tell whether an object is a file with that content, by the digest that git names it by."""
    digest = hashlib.sha1 if len(name) == 40 else hashlib.sha256
    return digest(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest() == name


def _contents(git: _Git, blobs: Sequence[_Blob]) -> Iterator[bytes]:
    if not blobs:
        return
    answer = git.run("cat-file", "--batch", said="".join(f"{blob.object}\n" for blob in blobs).encode()) or b""
    at = 0
    for blob in blobs:
        end = answer.find(b"\n", at)
        found = re.fullmatch(rb"[0-9a-f]+ blob ([0-9]+)", answer[at:end])
        if not found:
            raise RevisionRefused(f"What {blob.path} held at that revision is not in this clone.", _INCOMPLETE)
        at = end + 1 + int(found[1]) + 1
        yield answer[end + 1 : at - 1]
