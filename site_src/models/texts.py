"""How the texts of single fields must look: each reader gives the value, or refuses it in the editor's words."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from site_src.models.record import refuse
from site_src.models.values import Number, ValueProblem

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
WHOLE = r"0|[1-9][0-9]{0,5}"
FILE_NAME = r"[a-z0-9-]+\.(?:png|jpg|jpeg|webp|avif|pdf|csv)"
_SLUG = re.compile(SLUG)
FILE = f"file:({FILE_NAME})"
# What no text may hold: controls, separators of lines and paragraphs, overrides of direction, and no characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufffe\uffff]")
LANGUAGE = (  # RFC 5646, section 2.1, without grandfathered tags; no language has 4 to 8 letters
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WYZa-wyz](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
)
_LONGEST_PATH = 500
PATH = r"(?:/(?!\.\.?(?:/|$))[A-Za-z0-9._~-]{1,100})+/?"
MAIL = r'[^\s@<>"(),:;\\\[\]]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+'
_NOT_IN_WEB = re.compile(r"[\s<>\"{}|\\^`]")
_PLAIN_WEB = re.compile(r'https?://[A-Za-z0-9.-]+(?:[/?#][^\s<>"{}|\\^`]*)?')  # as most are: nothing to take apart
WEB = r'[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"{}|\\^`@/?#]+(?:[/?#][^\s<>"{}|\\^`]*)?'


def text_problem(value: str) -> str:
    """Name the first character that no text may hold (control, line separator, override), or give an empty string."""
    found = None if value.isprintable() else FORBIDDEN.search(value)  # none of them is printable
    return f"the invisible character U+{ord(found[0]):04X}" if found else ""


def url_problem(text: str) -> str:
    """Say why a text is no absolute http or https address (RFC 3986) without credentials; empty when it is one."""
    if _PLAIN_WEB.fullmatch(text):
        return ""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "is not a complete web address"
    if _NOT_IN_WEB.search(text):
        return "holds a character that no web address may have"
    if parts.scheme.lower() not in ("http", "https") or not host:
        return "is not a complete web address"
    if "@" in parts.netloc:
        return "holds a user name or password"
    return ""


def read_text(value: object) -> str:
    """Read a text without characters that cannot be shown."""
    if not isinstance(value, str):
        shape = "a list" if isinstance(value, list) else "a group of keys"
        refuse("text", f"One text is needed here, and {shape} stands here.", "Write it on the line of its key.")
    if problem := text_problem(value):
        refuse(
            "characters",
            f"This text holds {problem}, which cannot be shown.",
            "Delete it, or type the text anew.",
        )
    return value


def read_slug(value: object) -> str:
    """Read a slug of at most 80 characters."""
    text = read_text(value)
    if len(text) > 80:
        refuse("slug", f"“{text[:40]}…” is too long for a slug.", f"At most 80 characters; it has {len(text)}.")
    if not _SLUG.fullmatch(text):
        refuse("slug", f"“{text}” is not a slug.", f"{slug_rule()}{_likely_slug(text)}")
    return text


def slug_rule() -> str:
    """Say what a slug is."""
    return "A slug has small letters a–z, digits and single hyphens only"


def _likely_slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    near = "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))
    return f": write {near[:80].strip('-')}" if near else "."


def read_url(value: object) -> str:
    """Read a complete http or https address."""
    text = read_text(value)
    if problem := url_problem(text):
        example = f"https://{text}" if text.startswith("www.") else "https://example.org/path"
        refuse("url", f"“{text}” {problem}.", f"Write it in full, such as {example}")
    return text


def read_language(value: object) -> str:
    """Read a well-formed BCP 47 tag."""
    text = read_text(value)
    if not re.fullmatch(LANGUAGE, text):
        refuse("language", f"“{text}” is not a language tag.", "Write a BCP 47 tag such as en, pt-BR or zh-Hans.")
    return text


def read_file(value: object) -> str:
    """Read the name of a file of the content, written file:<name>."""
    text = read_text(value)
    if not re.fullmatch(FILE, text):
        hint = (
            "Write file:name.png; names have a–z, 0–9 and hyphens, and end in png, jpg, jpeg, webp, avif, pdf or csv."
        )
        refuse("file", f"“{text}” does not name a file in files/.", hint)
    return text


def read_flag(value: object) -> bool:
    """Read true or false."""
    if isinstance(value, bool):
        return value
    text = read_text(value)
    if text not in ("true", "false"):
        refuse("flag", f"“{text}” is neither true nor false.", "Write true or false.")
    return text == "true"


def read_whole(value: object) -> int:
    """Read a whole number."""
    text = str(value) if type(value) is int else read_text(value)
    if not re.fullmatch(WHOLE, text):
        refuse("number", f"“{text}” is not a whole number.", "Write digits only, such as 12.")
    return int(text)


def read_alias(value: object) -> str:
    """Read a former slug, or a former path that begins with a stroke."""
    text = read_text(value)
    if not text.startswith("/"):
        return read_slug(text)
    if not re.fullmatch(PATH, text) or len(text) > _LONGEST_PATH:
        hint = "Write a path such as /2024/old-name/, with letters, digits and . _ ~ - only."
        refuse("alias", f"“{text}” is not a path on this site.", hint)
    return text


def read_result(value: object) -> str:
    """Read a number, or a number with %."""
    text = read_text(value)
    try:
        Number.read(text.removesuffix("%"))
    except ValueProblem as problem:
        refuse("number", f"“{text}” is not a number, nor a number with %.", problem.hint)
    return text


def read_contact(value: object) -> str:
    """Read an e-mail address or a web address."""
    text = read_text(value)
    if not re.fullmatch(MAIL, text) and url_problem(text):
        hint = "Write one such as desk@example.org or https://example.org/contact"
        refuse("contact", f"“{text}” is neither an e-mail address nor a web address.", hint)
    return text
