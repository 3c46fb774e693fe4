"""What is shown, in which words: plain data for templates. Sees addresses, arithmetic and site."""
