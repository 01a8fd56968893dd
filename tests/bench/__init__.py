"""How fast things are, beside what people use today: ``python -m tests.bench``.

A bench reports and never fails: every goal is printed with its verdict, and a
contender that is not installed is a row that says so. Only numbers of one work
may be compared: its contenders take turns in shuffled order in one process, so
that a busy machine slows all of them alike. What they return is held against a
plain conversion before anything is timed, so that none is fast by being wrong.
"""
