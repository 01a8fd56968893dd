"""Hostile descriptions: every case ends in a refusal with file, line and rule, or in right output."""
