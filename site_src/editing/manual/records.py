"""The rules between the keys of one file."""

PAGES = {
    "missing-key": """\
Each kind of file has keys that it needs; content/FORMAT.md lists them. A draft needs fewer: it may lack `rating`,
`verdict`, `reviewed_on` and `appearances`.

Right:  status: draft                           Wrong:  a published claim without `verdict`
        claim: The bridge cost 4.2 million euros to repair.
        topic: harbour-bridge                   Wrong:  `value: 4.2` in a claim without `measure`""",
    "unknown-key": """\
A key that the format does not know would be ignored in silence, so it is refused. The report names the nearest key
that there is.

Right:  claimed_on: 2024-03-02                  Wrong:  claimed: 2024-03-02
        note: Seen on paper.                    Wrong:  comment: Seen on paper.""",
    "shape": """\
A list has an entry on each line, with a hyphen and a space before it; a group has a key and a value on each line.
Both are indented below the key that they belong to.

Right:  tags:                                   Wrong:  tags: costs
          - costs
        claimant:                               Wrong:  claimant: Port authority
          name: Port authority
          kind: organization""",
    "status": """\
A claim is a `draft`, `published` or `retracted`. When it is retracted, `retracted` says when and why; otherwise that
key is not there.

Right:  status: retracted                       Wrong:  retracted:
        retracted:                                        date: 2024-04-01
          date: 2024-04-01                                reason: …
          reason: It was about another bridge.          (and `status` says nothing of it)""",
    "silent": """\
A source that is `silent` says nothing on the claim: such an appearance has `source`, `stance` and perhaps a `note`.

Right:  - source: port-blog                     Wrong:  - source: port-blog
          stance: silent                                  stance: silent
          note: Written before the opening.               says: Nothing""",
    "bound": """\
A `bound` limits the number in `value`; it does not stand without one, nor beside a range.

Right:  value: 5                                Wrong:  value: [4, 5]
        bound: over                                     bound: about""",
    "evidence": """\
Evidence is either one of the publication's sources, named by its slug, or a document that is described here. A
source's title and address stand in its own file.

Right:  - source: audit-report                  Wrong:  - source: audit-report
          note: Has the sum of all contracts.             url: https://example.org/report
        - title: Final invoice
          url: https://example.org/invoice""",
    "inferred": """\
`inferred` names those of a source's `relays` which it does not credit, and which the editors infer. The body says
why.

Right:  relays: [harbour-daily, audit-report]   Wrong:  relays: [harbour-daily]
        inferred: [audit-report]                        inferred: [audit-report]""",
}
