"""A git repository of a test's own, with harbour as its content."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.harbour import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

# What git shall see: nothing of whoever runs the tests.
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


@dataclass(frozen=True, slots=True)
class Repository:
    """A folder with a repository in it."""

    folder: Path

    @property
    def content(self) -> Path:
        """Give the content folder."""
        return self.folder / "content"

    def git(self, *arguments: str) -> str:
        """Give what git answers; fails where git does."""
        command = ["git", "-C", str(self.folder), "-c", "protocol.file.allow=always", *arguments]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=ENVIRONMENT)
        return done.stdout.strip()

    def write(self, name: str, text: str) -> None:
        """Write a file of the content."""
        file = self.content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace something in a file of the content that stands there once."""
        text = (self.content / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        self.write(name, text.replace(old, new))

    def commit(self, *arguments: str) -> str:
        """Commit all there is and give the commit's name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Work", *arguments)
        return self.git("rev-parse", "HEAD")

    def clone(self, folder: Path, *arguments: str) -> Repository:
        """Clone it into a folder."""
        command = ["git", "clone", "--quiet", *arguments, self.folder.as_uri(), str(folder)]
        subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
        return Repository(folder)


def repository(folder: Path) -> Repository:
    """Make a repository with harbour as its content, in one commit on the branch main."""
    made = Repository(folder)
    shutil.copytree(HARBOUR, made.content)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit()
    return made
