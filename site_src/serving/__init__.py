"""The preview: the site shown while it is being written. Sees diagnostics, reading and building.

Whatever is asked for is made at that moment, from the files as they are; nothing is written, and nothing of what
stands here is ever published.
"""
