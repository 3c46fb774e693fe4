"""What a site tells the host that serves it, and those who find something wrong with it: three small files."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_src.addresses import DOMAIN, NO_JEKYLL, SECURITY, Address
from site_src.elsewhere import contact
from site_src.views.sitemap import newest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.addresses import Links
    from site_src.site.model import Site

_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*")
# RFC 9116, section 2.5.5: less than a year ahead.
_VALID = datetime.timedelta(weeks=52)


def hosting_files(site: Site, links: Links) -> Iterator[tuple[Address, str]]:
    """Give address and text of each file that this site has."""
    yield NO_JEKYLL, ""
    if own := domain(site.base):
        yield DOMAIN, f"{own}\n"
    if security := _security(site, links):
        yield SECURITY, security


def domain(base: str) -> str:
    """Give the domain that GitHub Pages has to be told of; empty where the address is not one of the site's own.

    That is where the site lies in a folder, on github.io, at a port, or at a host that is no domain name in ASCII.
    """
    parts = urlsplit(base)
    host = parts.hostname or ""
    own = parts.path in ("", "/") and parts.port is None and not f".{host}".endswith(".github.io")
    return host if own and _DOMAIN.fullmatch(host) else ""


def _security(site: Site, links: Links) -> str:
    """Give security.txt (RFC 9116): empty without a contact, or without a day from which it could be valid.

    It is valid for 52 weeks from the newest day of the content, not from the clock's: the same content gives the same
    bytes, and where nobody has touched a site for a year, nobody should be said to read what is sent to it.
    """
    to, day = site.publication.security_contact, newest(site)
    if to is None or day is None:
        return ""
    until = min(day, datetime.date.max - _VALID) + _VALID
    lines = [f"Contact: {contact(to)}", f"Expires: {until.isoformat()}T00:00:00Z"]
    lines.append(f"Preferred-Languages: {site.publication.language}")
    if site.base.startswith("https:"):
        lines.append(f"Canonical: {links.canonical(SECURITY)}")
    return "\n".join(lines) + "\n"
