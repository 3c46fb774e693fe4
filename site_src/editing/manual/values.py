"""The rules of single values: what a key may hold."""

PAGES = {
    "text": """\
Where one text is needed, one text stands: no list and no group. A text that begins with [ or { is quoted, and so is
an entry of a list with a colon and a space in it.

Right:  title: "[Morning news of 6 March]"      Wrong:  title: [Morning news of 6 March]
        reviewers:                              Wrong:  reviewers:
          - "Desk: figures"                               - Desk: figures""",
    "length": """\
Texts that stand in tables, cards and search results are short. Characters are counted, spaces among them:
`claim` 10 to 300, `verdict` at most 400, `says` 140, `citing` 80, `figure` 40, `expression` 200.

Right:  says: More than 5 million euros, detour included
Wrong:  says: (a paragraph; what else there is to tell goes into `note` or the body)""",
    "choice": """\
Some keys take one of a few words, spelt as they are listed; the report lists them.

Right:  stance: asserts                         Wrong:  stance: Asserted
        status: draft                           Wrong:  status: not yet""",
    "flag": """\
What is switched on or off is `true` or `false`.

Right:  search: true                            Wrong:  search: yes""",
    "number": """\
A number has digits only, a point for decimals and nothing between thousands; its unit stands in `measure`. A range
is two numbers in brackets, the lower one first. What readers see is grouped and spelt as their language does.

Right:  value: 4200000                          Wrong:  value: 4,200,000
        value: 4.2                              Wrong:  value: 4,2 million
        value: [10, 12]                         Wrong:  value: [12, 10]

What the source wrote, word for word, can stand in `figure`.""",
    "url": """\
An address of the web is written in full, beginning with https:// or http://, and has no user name or password.

Right:  url: https://example.org/daily/bridge-repair
Wrong:  url: www.example.org/daily/bridge-repair""",
    "language": """\
A language is named by its BCP 47 tag: two or three letters, perhaps with a script or a region.

Right:  language: en                            Wrong:  language: English
        language: pt-BR                         Wrong:  language: pt_BR
        language: zh-Hans""",
    "contact": """\
A contact is an e-mail address or a web address. That for security problems does not begin with http: (RFC 9116).

Right:  contact: desk@example.org               Wrong:  contact: the desk
        security_contact: https://example.org/security""",
}
