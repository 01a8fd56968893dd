"""Compares two descriptions: what was added, removed and changed, and whom that breaks."""
