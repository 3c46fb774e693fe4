"""site.yaml: the publication: who, where, in which language."""

from __future__ import annotations

import re

from pydantic import ConfigDict, Field

from site_src.models.fields import Contact, FileName, Flag, Language, PageSlug, Text, Url, Whole
from site_src.models.record import Fault, Record

GITHUB = r"https://github\.com/([A-Za-z0-9-]+/[A-Za-z0-9._-]+?)(?:\.git)?/?"


class Publisher(Record):
    """Who signs the reviews: the author in ClaimReview."""

    name: Text = Field(description="The publisher's name.")
    url: Url = Field(description="The publisher's own home page.")
    logo: FileName | None = Field(None, description="A picture in files/.")


class Repository(Record):
    """Where the content can be edited: makes the edit and history links."""

    url: Url = Field(description="The repository's address.")
    branch: Text = Field(description="The branch that is published.")

    @property
    def on_github(self) -> str:
        """Give owner and name, such as `owner/name`, where the repository is on GitHub; empty elsewhere."""
        found = re.fullmatch(GITHUB, self.url)
        return found[1] if found else ""


class License(Record):
    """The licence of the content."""

    name: Text = Field(description="The licence's name.")
    url: Url = Field(description="The licence's text.")


class Policies(Record):
    """Slugs of the standing pages that hold the publication's policies."""

    methodology: PageSlug | None = Field(None, description="How claims are checked.")
    corrections: PageSlug | None = Field(None, description="How mistakes are corrected.")
    ethics: PageSlug | None = Field(None, description="The publication's principles.")
    funding: PageSlug | None = Field(None, description="Who pays.")


class Publication(Record):
    """The publication as a whole."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["admin"], "properties": {"admin": {"enum": [True, "true"]}}},
            "then": {
                "required": ["repository"],
                "properties": {"repository": {"type": "object", "properties": {"url": {"pattern": f"^(?:{GITHUB})$"}}}},
            },
        }
    )

    title: Text = Field(description="The publication's name.")
    tagline: Text = Field(description="One line under the name.")
    url: Url = Field(description="The canonical address of the home page.")
    language: Language = Field(description="The language of the content and of the interface.")
    publisher: Publisher = Field(description="Who signs the reviews.")
    repository: Repository | None = Field(None, description="Makes the edit, history and suggest-a-claim links.")
    license: License | None = Field(None, description="The licence of the content.")
    policies: Policies = Field(Policies(), description="The standing pages that hold policies.")
    contact: Contact | None = Field(None, description="An e-mail address or a web address.")
    security_contact: Contact | None = Field(
        None,
        json_schema_extra={"not": {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp]:"}},
        description="Where security problems are reported.",
    )
    review_after: Whole | None = Field(None, description="Months after which a verdict is to be looked at again.")
    search: Flag = Field(True, description="Whether the site has a search.")
    cards: Flag = Field(False, description="Whether share-card pictures are made.")
    admin: Flag = Field(False, description="Whether the editors' page stands at /admin/.")

    def faults(self) -> list[Fault]:
        """List a security contact that is not secure, and an editors' page without a place to edit."""
        return [*self._contact(), *self._admin()]

    def _admin(self) -> list[Fault]:
        if not self.admin or (self.repository and self.repository.on_github):
            return []
        if self.repository:
            message = "The editors' page writes to GitHub, and this repository lies elsewhere."
            hint = "Write its address as in https://github.com/owner/name, or take `admin` out."
            return [Fault("url", message, hint, ("repository", "url"), ("repository", "admin"))]
        message = "The editors' page writes to a repository, and none is named."
        hint = "Add `repository:` with `url: https://github.com/owner/name` and `branch:`, or take `admin` out."
        return [Fault("missing-key", message, hint, ("admin",), ("repository",))]

    def _contact(self) -> list[Fault]:
        """List a security contact on the web that is not under https (RFC 9116, section 2.5.3)."""
        contact = self.security_contact or ""
        if not contact.lower().startswith("http:"):
            return []
        message = f"“{contact}” begins with http, and reports of security problems need https."
        hint = f"Write https{contact[4:]}, if that works too, or an e-mail address."
        return [Fault("contact", message, hint, ("security_contact",))]
