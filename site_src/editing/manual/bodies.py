"""The rules of the text below the front matter."""

PAGES = {
    "heading-level": """\
Headings in a text begin at the second level; the first is the page's title.

Right:  ## What it leaves out
Wrong:  # What it leaves out""",
    "heading-empty": """\
A heading says what the part below it is about.

Right:  ## What it leaves out
Wrong:  ##""",
    "body-footnote": """\
A note is written once, on a line that begins with its name, and used at least once.

Right:  That sum is right[^1].                  Wrong:  That sum is right[^1].

        [^1]: The final invoice is of 15 March.         (and no line begins with [^1]:)""",
    "body-fragment": """\
A link that begins with # leads to a heading of the same text, by its words in small letters with hyphens.

Right:  See [below](#what-it-leaves-out).       (and there is a heading ## What it leaves out)
Wrong:  See [below](#left-out).""",
    "body-image": """\
A picture in a text lies in files/, so that it cannot change or vanish.

Right:  ![The bridge, closed](file:bridge.png)
Wrong:  ![The bridge, closed](https://example.org/bridge.png)""",
}
