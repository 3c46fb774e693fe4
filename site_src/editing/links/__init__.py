"""Do all links lead somewhere: those between the pages of a built site, and those to the documents that are cited."""
