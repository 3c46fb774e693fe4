"""What is wrong, where, and what to write instead. Sees nothing else of the project."""
