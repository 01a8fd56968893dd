"""How fast things are, beside what people use today: ``python -m tests.bench``.

A bench reports and never fails: every goal is printed with PASS or MISS. Only
numbers of one table may be compared; contenders of a table take turns in
shuffled order, so that a busy machine slows all of them alike.
"""
