"""The contract in every language: a folder with a module ``step`` is a step of ``make conformance``."""
