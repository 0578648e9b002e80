"""The frozen values that stages hand to each other."""
