"""The rules of writing: of front matter, of YAML, and of the files themselves."""

PAGES = {
    "yaml": """\
Front matter is YAML, in which some signs have a meaning of their own. A text that could be misread is put in
double quotes, with \\ before each double quote in it.

That is a text which begins with " ' [ { * & ! @ ` % > | , ] } or with a hyphen or question mark and a space;
and a text in which a colon stands before a space, or at its end.

Right:  says: "Repair: 4.2 million euros"       Wrong:  says: Repair: 4.2 million euros
        title: "[Morning news of 6 March]"              title: [Morning news of 6 March]
        verdict: "\\"Over\\" is the word they use."       verdict: "Over" is the word they use.

After the colon of a key, and after the hyphen of an entry, comes a space. Lines are indented with spaces, two for
each step; keys that belong together begin in one column. In braces, what has a comma or a colon in it is quoted:

Right:  claimant: {name: "Smith, Jones and Co", kind: organization}
Wrong:  claimant: {name: Smith, Jones and Co, kind: organization}

There are no anchors, aliases or tags (& * !), and one block of keys only.""",
    "comment": """\
A # after a space begins a comment, and what follows is not read: a text with a # in it is quoted. A comment
stands on a line of its own.

Right:  says: "Bridge #3 was closed"            Wrong:  says: Bridge #3 was closed
        # ask again in May
        rating: supported                       Wrong:  rating: supported # ask again in May""",
    "repeated": """\
A key stands once in its group, a slug once in its list, and an id once in ratings.yaml.

Right:  tags:                                   Wrong:  related: [detour-cost, detour-cost]
          - costs
          - detour                              Wrong:  tags: [costs]
                                                        tags: [detour]""",
    "empty-entry": """\
Each entry of a list holds something.

Right:  tags:                                   Wrong:  tags:
          - costs                                         - costs
                                                          -""",
    "front-matter": """\
A file of the content begins with a line of three hyphens, then come the keys, then three hyphens again, and below
them the text.

Right:  ---                                     Wrong:  title: Harbour bridge
        title: Harbour bridge
        ---                                             The bridge was closed in the winter.
        The bridge was closed in the winter.""",
    "encoding": """\
Files are UTF-8 text. Editors call that “encoding”, in the menu under which a file is saved.

Right:  a file saved as UTF-8, with or without a byte-order mark
Wrong:  a file saved as Latin-1, Windows-1252 or UTF-16""",
    "characters": """\
No text holds characters that cannot be seen and change how it is shown: controls, separators of lines and
paragraphs, and those that turn the direction of reading around. They come with texts that are copied from
elsewhere.

Right:  says: Finished in March
Wrong:  says: Finished<U+202E> in March         (the report shows such a character as its number)""",
    "limit": """\
A file has at most 1,000,000 bytes (in files/ 2,000,000), 200 KB of front matter, 20 levels and 1,000 entries a list;
a body 20,000 lines, 10,000 brackets, and tables of 20,000 cells.

Right:  a long list of documents as a table in files/ (.csv), linked from the text
Wrong:  evidence: with 1,200 entries""",
    "file": """\
Each kind of file has its folder: claims/, sources/, topics/ and pages/ hold .md files, files/ pictures and
documents. site.yaml and ratings.yaml stand beside them and cannot be missing. Links to other places are no files.

What stands in files/ is named in small letters, digits and hyphens, and is of the kind that its ending says: png,
jpg, jpeg, webp, avif, pdf or csv. It is named with `file:` before it.

Right:  content/files/final-invoice.pdf         Wrong:  content/files/Final Invoice.PDF
        file: file:bridge.png                   Wrong:  file: bridge.png""",
    "shingles": """\
A file <slug>.shingles holds the fingerprints of a source's text. It lies beside the source's file and is made by the
program; nobody edits it.

Right:  python build.py shingle text.txt --source harbour-daily
Wrong:  a .shingles file that was changed by hand, or that lies where there is no such source""",
    "template": """\
A file of the site's templates cannot be used; the place is in templates/, and so is the mistake. Editors who did
not change a template tell whoever did.

Right:  {{ claim.title }}
Wrong:  {{ claim.heading }} (a claim has none)""",
}
