"""What a page may load and run, as Content Security Policy (level 3); base.html carries it in a meta element.

Nothing may come from another host, and no script may stand in a page itself.
"""

from __future__ import annotations

_ALWAYS = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

STILL = _ALWAYS
"""For pages without a script."""

SCRIPTED = f"{_ALWAYS}; script-src 'self'"
"""For pages that run scripts of ours."""

FETCHING = f"{_ALWAYS}; script-src 'self'; connect-src 'self'"
"""For pages whose scripts fetch files of ours."""

SEARCHING = f"{_ALWAYS}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"
"""For pages that search: the index is fetched, and read by WebAssembly, in a worker."""
