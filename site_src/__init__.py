"""Touchstone: a folder of claim files becomes a fact-check publication.

The rooms, in the order in which the work goes through them (each sees only those before it, as its heading says):
addresses, elsewhere      where everything lies; addresses that are not ours
arithmetic                sums in exact fractions
diagnostics               what is wrong, where, and what to write instead
models                    what an editor may write
reading                   from bytes to a catalogue of records
checks                    what needs a second file or a sum
site                      what is true once all is sound: matrix and provenance
views                     what is shown, in which words
rendering, outputs        from views to files
building                  decides what to make, and makes it
serving, editing          preview, and the tools of editors
"""

__version__ = "0.2.0"
