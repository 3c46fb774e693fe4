"""What is shown, in which words: plain data for templates. Sees addresses, arithmetic and site.

What comes many times on a page is a NamedTuple: it is made in half the time that a frozen dataclass takes.
"""
