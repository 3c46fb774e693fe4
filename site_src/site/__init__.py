"""What is true once all is sound: references resolved, orders fixed, origins counted. Sees models and reading."""
