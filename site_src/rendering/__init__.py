"""From a view to text. Sees diagnostics only: what is shown was decided before."""
