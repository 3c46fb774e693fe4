"""How long builds take, ours and those of other generators, on the same made-up content; see README.md."""
