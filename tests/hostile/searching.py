"""How long the tests that search go on: for a moment, or `SEARCH` times as long where that is in the environment."""

from __future__ import annotations

import os

from hypothesis import settings

TIMES = int(os.environ.get("SEARCH", "1"))


def examples(few: int) -> settings:
    """Give the settings of a test that tries a few examples, or a few times as many in a long run."""
    return settings(max_examples=few * TIMES)
