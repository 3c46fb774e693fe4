"""A reader can tell whether a published site is what the content makes, and if not, what differs and why it may."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from site_src.building import manifest, pipeline
from site_src.building.job import Job
from site_src.editing.verify import Comparison, NotVerifiable, in_words, read_published, verify
from tests.harbour import HARBOUR
from tests.modules import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from site_src.building.manifest import Manifest

TEMPLATES = ROOT / "templates"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives harbour, published."""
    output = tmp_path_factory.mktemp("verify") / "site"
    assert pipeline.build(Job(HARBOUR, TEMPLATES, output)).files
    return output


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """Gives a copy of it to meddle with."""
    return shutil.copytree(built, tmp_path / "site")


def compared(published: Path, content: Path = HARBOUR, templates: Path = TEMPLATES) -> Comparison:
    comparison = verify(read_published(published), content, templates).comparison
    assert comparison is not None
    return comparison


def told(site: Path) -> Manifest:
    return manifest.read((site / "build.json").read_bytes())


def rewrite(site: Path, change: dict[str, object]) -> None:
    """Puts other values into a site's build.json."""
    there = json.loads((site / "build.json").read_bytes())
    (site / "build.json").write_text(json.dumps({**there, **change}))


def test_a_site_is_equal_to_what_it_was_made_of(site: Path) -> None:
    comparison = compared(site)
    assert comparison.is_equal
    assert comparison.ingredients == ()
    assert in_words(comparison) == f"Equal: all {len(told(site).files)} files beside build.json, byte for byte."


def test_a_saved_manifest_is_enough(site: Path, tmp_path: Path) -> None:
    saved = (site / "build.json").rename(tmp_path / "saved.json")
    assert compared(saved).is_equal


def test_a_changed_a_missing_and_an_extra_file_are_found(site: Path) -> None:
    page = site / "claims" / "repair-cost" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"4.2", b"4.3", 1))
    (site / "404.html").unlink()
    (site / "claims" / "new").mkdir()
    (site / "claims" / "new" / "index.html").write_text("A claim that nobody checked")
    comparison = compared(site)
    assert comparison.different == ("claims/repair-cost/index.html",)
    assert comparison.missing == ("404.html",)
    assert comparison.extra == ("claims/new/index.html",)
    same = len(told(site).files) - 2
    changed = ["404.html", "claims/new/index.html", "claims/repair-cost/index.html"]
    assert in_words(comparison).splitlines() == [
        "missing    404.html",
        "extra      claims/new/index.html",
        "different  claims/repair-cost/index.html",
        f"Not equal: {same} of the {same + 2} files made here are the same there.",
        f"Changed after the build, for build.json lists them otherwise: {', '.join(changed)}.",
        "By its build.json it was made of the same content by the same program.",
    ]


def test_a_manifest_that_was_changed_with_the_page_does_not_help(site: Path) -> None:
    """A lie in both places is still not what the content makes."""
    page = site / "index.html"
    page.write_bytes(page.read_bytes() + b" ")
    lie = told(site)
    lie.note("index.html", page.read_bytes())
    (site / "build.json").write_bytes(lie.as_bytes())
    comparison = compared(site)
    assert (comparison.different, comparison.changed) == (("index.html",), ())


def test_a_manifest_that_is_untrue_of_sound_files_is_told(site: Path) -> None:
    lie = told(site)
    lie.note("index.html", b"another")
    (site / "build.json").write_bytes(lie.as_bytes())
    comparison = compared(site)
    assert not comparison.is_equal
    assert (comparison.different, comparison.changed) == ((), ("index.html",))


def test_links_and_special_files_are_never_followed_nor_opened(site: Path) -> None:
    (site / "index.html").rename(site.with_name("elsewhere.html"))
    (site / "index.html").symlink_to(site.with_name("elsewhere.html"))
    os.mkfifo(site / "pipe")
    (site / "loop").symlink_to(site)
    comparison = compared(site)
    assert comparison.different == ("index.html",)
    assert comparison.extra == ("loop", "pipe")


def test_what_a_build_in_place_leaves_alone_is_not_counted(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").touch()
    (site / ".touchstone-lock").touch()
    assert compared(site).is_equal


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"generator": "touchstone 9.9"}, "Program: touchstone 9.9 there, touchstone {version} here."),
        ({"source": "0" * 64}, "The program's text is another one."),
        ({"python": "3.99.0"}, "Python: 3.99.0 there, {python} here."),
        ({"unicode": "1.1.5"}, "Unicode data: 1.1.5 there, {unicode} here."),
        ({"packages": {"Jinja2": "2.0"}}, "Jinja2: 2.0 there, {jinja} here."),
        ({"packages": {"Markdown": "3.0"}}, "Markdown: 3.0 there, none here."),
        ({"lock": "0" * 64}, "The lock file requirements.txt is another one."),
        ({"content": "0" * 64}, "The content is another one."),
        ({"templates": "0" * 64}, "The templates are others."),
    ],
    ids=["program", "source", "python", "unicode", "package", "former package", "lock", "content", "templates"],
)
def test_the_ingredient_that_differs_is_named(site: Path, change: dict[str, object], sentence: str) -> None:
    here = told(site)
    rewrite(site, change)
    words = sentence.format(
        version=here.generator.split()[1],
        python=here.python,
        unicode=here.unicode,
        jinja=here.packages["Jinja2"],
    )
    comparison = compared(site)
    assert comparison.is_equal
    assert words in comparison.ingredients
    assert f"- {words}" in in_words(comparison).splitlines()


def test_another_content_is_named_with_the_pages_that_it_changes(site: Path, tmp_path: Path) -> None:
    content = shutil.copytree(HARBOUR, tmp_path / "content")
    page = content / "pages" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne line more.\n", encoding="utf-8")
    comparison = compared(site, content)
    assert "about/index.html" in comparison.different
    assert comparison.changed == ()
    assert comparison.ingredients == ("The content is another one.",)


def test_another_template_is_named_with_the_pages_that_it_changes(site: Path, tmp_path: Path) -> None:
    templates = shutil.copytree(TEMPLATES, tmp_path / "templates")
    page = templates / "pages" / "not_found.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</p>", "!</p>"), encoding="utf-8")
    comparison = compared(site, templates=templates)
    assert comparison.different == ("404.html",)
    assert comparison.ingredients == ("The templates are others.",)


def test_address_and_options_are_those_of_the_site(tmp_path: Path) -> None:
    """A site built for another address than site.yaml names is compared under its own; the address is told."""
    site = tmp_path / "site"
    job = Job(HARBOUR, TEMPLATES, site, base_url="https://mirror.example.org/h", drafts=True, for_disk=True)
    assert pipeline.build(job).files
    comparison = compared(site)
    assert comparison.is_equal
    addresses = "https://mirror.example.org/h/ there, https://example.org/harbour/ in site.yaml here"
    assert comparison.ingredients == (f"Address: {addresses}. The former was taken to compare.",)


def test_names_that_nobody_can_see_are_written_out(site: Path) -> None:
    (site / "x\x1b[2K\u202egpj.html").touch()
    assert "extra      x<U+001B>[2K<U+202E>gpj.html" in in_words(compared(site))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON with the keys"),
        ('{"generator": "touchstone 0.1.0"}', "not JSON with the keys"),
        (None, "cannot be read"),
    ],
)
def test_what_is_no_site_is_not_verified(tmp_path: Path, text: str | None, reason: str) -> None:
    if text is not None:
        (tmp_path / "build.json").write_text(text)
    with pytest.raises(NotVerifiable, match=reason) as refused:
        read_published(tmp_path)
    assert "build.json" in refused.value.hint


@pytest.mark.parametrize("base", ["javascript:alert(1)//", "https://a:b@example.org/", "https://example.org/?q"])
def test_a_site_of_an_impossible_address_is_not_verified(site: Path, base: str) -> None:
    rewrite(site, {"base": base})
    with pytest.raises(NotVerifiable, match="its address"):
        read_published(site)


def test_content_with_errors_is_not_compared(site: Path, tmp_path: Path) -> None:
    content = shutil.copytree(HARBOUR, tmp_path / "content")
    (content / "claims" / "broken.md").write_text("---\nclaim: too short\n---\n")
    verified = verify(read_published(site), content, TEMPLATES)
    assert verified.comparison is None
    assert {finding.place.file.rpartition("/")[2] for finding in verified.findings} == {"broken.md"}


def test_a_template_that_cannot_be_used_is_told(site: Path, tmp_path: Path) -> None:
    templates = shutil.copytree(TEMPLATES, tmp_path / "templates")
    (templates / "pages" / "not_found.html").write_text("{{ view.nothing_of_that_name }}")
    verified = verify(read_published(site), HARBOUR, templates)
    assert verified.comparison is None
    assert [finding.rule for finding in verified.findings] == ["template"]
