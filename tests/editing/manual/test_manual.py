"""Every rule that can be found has a page, with what is right and what is wrong."""

from __future__ import annotations

import ast
import re

import pytest

from site_src.editing.manual import NoSuchRule, contents, page, pages
from site_src.reading.plain_yaml import PlainYaml
from tests.modules import modules

# Where the rule stands among the arguments of what makes a finding or a fault.
MAKERS = {
    "Finding": 1, "Fault": 0, "Refusal": 0, "refuse": 0, "_reader": 2, "_finding": 1, "_refused": 1, "_report": 1,
    "fault": 0, "finding": 1, "body_finding": 2,
}  # fmt: skip


def named_in_the_program() -> set[str]:
    """Gives each rule that is written out where something is found, and each that a check calls RULE."""
    found = set()
    for module in modules():
        for node in ast.walk(ast.parse(module.text)):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                place = MAKERS.get(name)
                if place is not None and len(node.args) > place:
                    found |= rules_of(node.args[place])
            elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ("RULE", "GONE", "SILENT"):
                found |= rules_of(node.value)
    return found


def rules_of(node: ast.expr) -> set[str]:
    """Gives the rules that an expression may be: a text, or a choice between two."""
    if isinstance(node, ast.IfExp):
        return rules_of(node.body) | rules_of(node.orelse)
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return {text} if re.fullmatch(r"[a-z]+(-[a-z]+)*", text) else set()


def test_every_rule_that_can_be_found_has_a_page_and_every_page_a_rule() -> None:
    assert set(pages()) == named_in_the_program()


@pytest.mark.parametrize("rule", pages())
def test_a_page_says_what_is_wanted_and_shows_what_is_right_and_what_is_wrong(rule: str) -> None:
    text = page(rule)
    assert text.startswith(f"{rule}\n\n")
    assert re.search(r"\bRight:  \S", text)
    assert re.search(r"\bWrong:  \S", text)
    assert all(len(line) <= 120 for line in text.splitlines())


def test_the_list_has_every_rule_with_a_sentence() -> None:
    lines = contents().splitlines()
    assert [line.split()[0] for line in lines] == sorted(pages())
    assert all(re.fullmatch(r"[a-z-]+ +[A-Z`].*\.", line) for line in lines)


def test_a_rule_that_there_is_not_is_told_with_the_nearest() -> None:
    with pytest.raises(NoSuchRule) as caught:
        page("excerpts")
    assert caught.value.hint == "Did you mean excerpt?"
    with pytest.raises(NoSuchRule) as caught:
        page("zzzzzz")
    assert "--explain" in caught.value.hint


def test_what_the_page_on_yaml_calls_right_is_right_and_what_it_calls_wrong_is_wrong() -> None:
    right, wrong = list[str](), list[str]()
    for line in page("yaml").splitlines():
        if line.startswith(("Right:  ", " " * 8)):
            first, *second = re.split(r" {3,}(?:Wrong:  )?", line.removeprefix("Right:").strip())
            right.append(first)
            wrong += second
        elif line.startswith("Wrong:  "):
            wrong.append(line.removeprefix("Wrong:  "))
    assert len(right) > 3
    assert all(is_text_or_group(line) for line in right)
    assert not any(is_text_or_group(line) for line in wrong)


def is_text_or_group(line: str) -> bool:
    read = PlainYaml(line, file="x")
    return not read.findings and not any(isinstance(value, list) for value in read.value.values())
