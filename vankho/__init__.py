"""Vankho: a folder of Vietnamese official letters becomes a static, searchable archive."""

__version__ = "0.1.0"
