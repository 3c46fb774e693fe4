"""What a page may load and run, as Content Security Policy (level 3); base.html carries it in a meta element.

Nothing may come from another host, and no script may stand in a page itself.
"""

from __future__ import annotations

# What a page may ask of its own site is open: a tool that a reader lets loose on a page asks for robots.txt from there.
_ALWAYS = (
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)

STILL = _ALWAYS
"""For pages without a script."""

SCRIPTED = f"{_ALWAYS}; script-src 'self'"
"""For pages that run scripts of ours."""

SEARCHING = f"{_ALWAYS}; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'"
"""For pages that search: the index is fetched, and read by WebAssembly, in a worker."""
