"""From bytes to a catalogue of records, with the place of every key. Sees addresses, diagnostics and models."""
