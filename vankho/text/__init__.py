"""Helpers on characters: folding, cleaning, joining lines. They know nothing of letters."""
