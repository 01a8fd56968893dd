"""Arbitrary bytes for what reads bytes: the loader of descriptions, and the decoders of all operations.

``python -m tests.fuzz TARGET`` searches, guided by coverage (``make fuzz``). What is
worth trying again is kept in ``corpus``, and every run of the tests replays it.
"""
