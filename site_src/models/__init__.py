"""What an editor may write: pydantic models, frozen, without unknown keys. Sees nothing else of the project.

One module a kind of record. `fields.py` has the types of single fields. What needs a second file is in `checks`.
"""
