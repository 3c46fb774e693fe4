"""The content of a git revision is read from git's objects, and a revision that is not there is told with a way out."""

from __future__ import annotations

import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from site_src.reading.files import Tree, read_content
from site_src.reading.revision import Revision, RevisionRefused, read_revision
from tests.editing.repository import ENVIRONMENT, Repository, repository

if TYPE_CHECKING:
    from pathlib import Path

CLAIM = "claims/budget-kept.md"


@pytest.fixture
def desk(tmp_path: Path) -> Repository:
    return repository(tmp_path / "desk")


def read(desk: Repository, name: str) -> Revision:
    return read_revision(desk.content, name, ENVIRONMENT, now=read_content(desk.content))


def refused(desk: Repository, name: str) -> RevisionRefused:
    with pytest.raises(RevisionRefused) as caught:
        read(desk, name)
    return caught.value


def held(tree: Tree, name: str) -> bytes:
    return next((file.content for file in tree.files if file.name == name), b"")


@pytest.mark.parametrize("name", ["HEAD", "main", "HEAD~0", "refs/heads/main"])
def test_it_is_the_content_as_it_stood_whatever_lies_there_now(desk: Repository, name: str) -> None:
    before = read_content(desk.content)
    desk.change(CLAIM, "contradicted", "supported")
    desk.write("claims/new.md", "not committed")
    shutil.rmtree(desk.content / "pages")
    assert read(desk, name).tree == before


def test_nothing_is_checked_out_and_nothing_written(desk: Repository) -> None:
    desk.change(CLAIM, "contradicted", "supported")
    before = {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()}
    read(desk, "HEAD")
    assert {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()} == before


def test_what_is_passed_over_on_the_disk_is_passed_over_here(desk: Repository) -> None:
    desk.write("FORMAT.md", "x")
    desk.write("claims/README.md", "x")
    desk.write(".hidden/claim.md", "x")
    desk.write("claims/.draft.md", "x")
    (desk.content / "claims/link.md").symlink_to("budget-kept.md")
    desk.write("files/long.csv", "x" * 2_000_001)
    desk.commit()
    assert [file.name for file in read(desk, "HEAD").tree.files] == [
        file.name for file in read_content(desk.content).files
    ]


def test_names_in_every_script_are_read(desk: Repository) -> None:
    desk.write("claims/übung ”x”/大桥\n.md", "x")
    desk.commit()
    assert held(read(desk, "HEAD").tree, "claims/übung ”x”/大桥\n.md") == b"x"


def test_it_is_where_the_work_parted_from_the_revision(desk: Repository) -> None:
    desk.git("switch", "--quiet", "--create", "work")
    desk.change(CLAIM, "contradicted", "supported")
    desk.commit()
    parted = desk.git("rev-parse", "main")
    desk.git("switch", "--quiet", "main")
    desk.write("pages/later.md", "x")
    desk.commit()
    desk.git("switch", "--quiet", "work")
    revision = read(desk, "main")
    assert revision.commit == parted
    assert not held(revision.tree, "pages/later.md")
    assert b"contradicted" in held(revision.tree, CLAIM)


def merged(desk: Repository) -> str:
    """Make what a forge makes of a pull request: a merge of the work into main. Give main's commit."""
    desk.git("switch", "--quiet", "--create", "work")
    desk.change(CLAIM, "contradicted", "supported")
    desk.commit()
    desk.git("switch", "--quiet", "main")
    desk.write("pages/later.md", "x")
    main = desk.commit()
    desk.git("switch", "--quiet", "--detach", "main")
    desk.git("merge", "--quiet", "--no-edit", "work")
    desk.git("branch", "merge")
    return main


def test_a_merge_is_compared_with_the_revision_that_it_contains(desk: Repository) -> None:
    main = merged(desk)
    assert read(desk, "main").commit == main
    assert held(read(desk, "main").tree, "pages/later.md") == b"x"


def test_a_merge_is_enough_in_a_clone_of_one_commit(desk: Repository, tmp_path: Path) -> None:
    main = merged(desk)
    shallow = desk.clone(tmp_path / "shallow", "--depth=1", "--branch=merge")
    assert shallow.git("rev-list", "--count", "HEAD") == "1"
    shallow.git("fetch", "--quiet", "--depth=1", "origin", "+refs/heads/main:refs/remotes/origin/main")
    assert read(shallow, "origin/main").commit == main


@pytest.mark.parametrize("name", ["origin/main", "main"])
def test_a_branch_that_was_not_fetched_is_told_with_the_command_that_fetches_it(
    desk: Repository, tmp_path: Path, name: str
) -> None:
    merged(desk)
    shallow = desk.clone(tmp_path / "shallow", "--depth=1", "--branch=merge")
    told = refused(shallow, name)
    assert f"no revision “{name}”" in told.message
    follow(shallow, told.hint)
    assert read(shallow, "origin/main").commit == desk.git("rev-parse", "main")


def test_a_commit_that_was_not_fetched_is_told_with_the_command_that_fetches_it(
    desk: Repository, tmp_path: Path
) -> None:
    first = desk.git("rev-parse", "HEAD")
    desk.write("pages/later.md", "x")
    desk.commit()
    shallow = desk.clone(tmp_path / "shallow", "--depth=1")
    assert f"git fetch origin {first}" in refused(shallow, first).hint
    assert "git fetch --unshallow origin" in refused(shallow, "HEAD~1").hint


def test_where_the_parting_was_cut_off_it_is_told_how_to_get_it(desk: Repository, tmp_path: Path) -> None:
    desk.git("switch", "--quiet", "--create", "work")
    desk.change(CLAIM, "contradicted", "supported")
    desk.commit()
    desk.git("switch", "--quiet", "main")
    desk.write("pages/later.md", "x")
    desk.commit()
    shallow = desk.clone(tmp_path / "shallow", "--depth=1", "--branch=work", "--no-single-branch")
    told = refused(shallow, "origin/main")
    assert "parted from “origin/main”" in told.message
    follow(shallow, told.hint)
    assert read(shallow, "origin/main").commit == desk.git("merge-base", "work", "main")


def follow(desk: Repository, hint: str) -> None:
    """Do what a hint says."""
    command = shlex.split(hint[hint.index("git ") :].partition(", and")[0])
    assert command[:2] == ["git", "fetch"]
    desk.git(*command[1:])


@pytest.mark.parametrize(
    "name",
    [
        "",
        "nowhere",
        "--upload-pack=touch gone",
        "--output=gone",
        "-n",
        "^main",
        "main..main",
        "main:content",
        "HEAD:content/site.yaml",
        "main\nmain",
        "main\x00",
        "$(touch gone)",
        "; touch gone",
        "\u202emain",
    ],
)
def test_what_is_no_revision_is_refused_and_does_nothing(desk: Repository, name: str) -> None:
    told = refused(desk, name)
    assert told.message.startswith("There is no revision")
    assert "\x00" not in told.message + told.hint
    assert not list(desk.folder.rglob("gone"))


def test_without_a_repository_or_a_commit_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    bare = Repository(tmp_path)
    assert "is not in a git repository" in refused(bare, "HEAD").message
    bare.git("init", "--quiet")
    assert refused(bare, "HEAD").hint


def test_without_git_it_is_told(desk: Repository, tmp_path: Path) -> None:
    environment = {**ENVIRONMENT, "PATH": str(tmp_path)}
    with pytest.raises(RevisionRefused, match="could not be run"):
        read_revision(desk.content, "HEAD", environment, now=Tree((), ()))


def test_branches_without_a_common_beginning_cannot_be_compared(desk: Repository) -> None:
    desk.git("switch", "--quiet", "--orphan", "other")
    desk.write(CLAIM, "x")
    desk.commit()
    assert "no commit in common" in refused(desk, "main").hint


def test_a_content_that_was_not_there_yet_is_empty(desk: Repository) -> None:
    (desk.folder / "other").mkdir()
    revision = read_revision(desk.folder / "other", "HEAD", ENVIRONMENT, now=Tree((), ()))
    assert revision.tree.files == ()


def test_the_content_may_be_the_whole_repository(tmp_path: Path) -> None:
    whole = Repository(tmp_path)
    whole.git("init", "--quiet")
    (tmp_path / "site.yaml").write_text("x", encoding="utf-8")
    whole.commit()
    assert held(read_revision(tmp_path, "HEAD", ENVIRONMENT, now=Tree((), ())).tree, "site.yaml") == b"x"


def test_variables_that_name_another_repository_do_not_count(desk: Repository, tmp_path: Path) -> None:
    other = repository(tmp_path / "other")
    environment = {**ENVIRONMENT, "GIT_DIR": str(other.folder / ".git"), "GIT_WORK_TREE": str(other.folder)}
    desk.change(CLAIM, "contradicted", "supported")
    commit = desk.commit()
    assert read_revision(desk.content, "HEAD", environment, now=Tree((), ())).commit == commit


def test_a_clone_without_all_objects_fetches_nothing(desk: Repository, tmp_path: Path) -> None:
    desk.git("config", "uploadpack.allowFilter", "true")
    desk.change(CLAIM, "contradicted", "supported")
    desk.commit()
    partial = desk.clone(tmp_path / "partial", "--filter=blob:none")
    told = refused(partial, "HEAD~1")
    assert "is not in this clone" in told.message
    assert "?" in partial.git("rev-list", "--objects", "--all", "--missing=print")
    follow(partial, told.hint)
    assert b"contradicted" in held(read(partial, "HEAD~1").tree, CLAIM)


def test_repositories_with_longer_names_of_objects_are_read(tmp_path: Path) -> None:
    other = Repository(tmp_path)
    other.git("init", "--quiet", "--object-format=sha256")
    other.write(CLAIM, "x")
    commit = other.commit()
    assert len(commit) == 64
    revision = read_revision(other.content, commit, ENVIRONMENT, now=read_content(other.content))
    assert (revision.commit, held(revision.tree, CLAIM)) == (commit, b"x")
