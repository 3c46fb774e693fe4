"""Decides what to make, makes it, and brings it live as a whole. Sees all rooms before it."""
