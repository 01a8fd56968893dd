"""Whether a pattern can take more than linear time, told from its position automaton.

A backtracking matcher is slow where one text can be read in several ways. Every
character set of the pattern is a position; ``follow`` says which positions can
come next. Two different ways around a loop over the same text make exponential
time; two loops that can share a text between them make quadratic time.
Counted repeats are looked at with at most three copies: they cannot make a loop.
"""

from __future__ import annotations

from functools import lru_cache

from codegen.regex import Chars, Choice, Node, Pattern, Repeat, Sequence

MAX_POSITIONS = 400

Edges = list[dict[int, int]]


class _Automaton:
    """Positions, and how many ways lead from each to the next."""

    def __init__(self, node: Node) -> None:
        self.masks: list[int] = []
        self.follow: Edges = []
        self._build(node)

    def _build(self, node: Node) -> tuple[bool, list[int], list[int]]:
        """Adds a tree; returns whether it can be empty, its first and its last positions."""
        match node:
            case Chars(mask):
                self.masks.append(mask)
                self.follow.append({})
                here = [len(self.masks) - 1]
                return False, here, here
            case Sequence(parts):
                return self._sequence([self._build(part) for part in parts])
            case Choice(branches):
                built = [self._build(branch) for branch in branches]
                return (
                    any(b[0] for b in built),
                    [p for b in built for p in b[1]],
                    [p for b in built for p in b[2]],
                )
            case Repeat(part, least, most):
                return self._repeat(part, least, most)

    def _repeat(self, part: Node, least: int, most: int | None) -> tuple[bool, list[int], list[int]]:
        if most is None:
            copies = [self._build(part) for _ in range(max(1, min(least, 2)))]
            _, first, last = copies[-1]
            self._join(last, first)
            if least == 0:
                copies[-1] = (True, first, last)
            return self._sequence(copies)
        copies = [self._build(part) for _ in range(min(most, 3))]
        if least < most:
            copies[min(least, len(copies) - 1) :] = [
                (True, *each[1:]) for each in copies[min(least, len(copies) - 1) :]
            ]
        return self._sequence(copies)

    def _sequence(self, built: list[tuple[bool, list[int], list[int]]]) -> tuple[bool, list[int], list[int]]:
        empty, first, last = True, list[int](), list[int]()
        for part_empty, part_first, part_last in built:
            self._join(last, part_first)
            first = first + part_first if empty else first
            last = last + part_last if part_empty else part_last
            empty = empty and part_empty
        return empty, first, last

    def _join(self, last: list[int], first: list[int]) -> None:
        for here in last:
            for there in first:
                self.follow[here][there] = self.follow[here].get(there, 0) + 1


@lru_cache(maxsize=512)
def slowness(pattern: Pattern) -> str | None:
    """What makes the pattern slow, or ``None``.

    >>> from codegen.regex import parse
    >>> slowness(parse("^(a+)+$"))
    'one text can go round a repeat in several ways (exponential time)'
    >>> slowness(parse("^[a-z]*[a-y]*$"))
    'two neighbouring repeats can share a text in many ways (quadratic time)'
    >>> slowness(parse("^[a-z]+(,[a-z]+)*$"))
    """
    automaton = _Automaton(pattern.node)
    if len(automaton.masks) > MAX_POSITIONS:
        return f"it has more than {MAX_POSITIONS} parts"
    loops = _loops(automaton.follow)
    if _exponential(automaton, loops):
        return "one text can go round a repeat in several ways (exponential time)"
    if _quadratic(automaton, loops):
        return "two neighbouring repeats can share a text in many ways (quadratic time)"
    return None


def _reach(follow: Edges) -> list[set[int]]:
    """Which positions can be reached from each, in one step or more."""
    reached: list[set[int]] = []
    for start in range(len(follow)):
        seen: set[int] = set()
        todo = list(follow[start])
        while todo:
            here = todo.pop()
            if here not in seen:
                seen.add(here)
                todo.extend(follow[here])
        reached.append(seen)
    return reached


def _loops(follow: Edges) -> list[frozenset[int]]:
    """The strongly connected sets of positions that can repeat."""
    reach = _reach(follow)
    found = {frozenset(q for q in reach[p] if p in reach[q]) for p in range(len(follow)) if p in reach[p]}
    return sorted(found, key=min)


def _exponential(automaton: _Automaton, loops: list[frozenset[int]]) -> bool:
    return any(_two_ways_round(automaton, loop) for loop in loops)


def _two_ways_round(automaton: _Automaton, loop: frozenset[int]) -> bool:
    """Whether two different walks in the loop start together, read one text and meet again."""
    if any(ways > 1 and there in loop for here in loop for there, ways in automaton.follow[here].items()):
        return True
    seen = {pair for here in loop for pair in _steps(automaton, here, here, loop) if pair[0] != pair[1]}
    todo = list(seen)
    while todo:
        here = todo.pop()
        for pair in _steps(automaton, *here, loop):
            if pair[0] == pair[1]:
                return True
            if pair not in seen:
                seen.add(pair)
                todo.append(pair)
    return False


def _steps(automaton: _Automaton, p: int, q: int, loop: frozenset[int]) -> list[tuple[int, int]]:
    masks, follow = automaton.masks, automaton.follow
    return [(a, b) for a in follow[p] if a in loop for b in follow[q] if b in loop and masks[a] & masks[b]]


def _quadratic(automaton: _Automaton, loops: list[frozenset[int]]) -> bool:
    """Whether some text leads from loop to the same loop, from it to a later one, and round the later one."""
    reach = _reach(automaton.follow)
    return any(
        _shares(automaton, p, q, first, second)
        for first in loops
        for second in loops
        if first is not second and any(q in reach[p] for p in first for q in second)
        for p in first
        for q in second
    )


def _shares(automaton: _Automaton, p: int, q: int, first: frozenset[int], second: frozenset[int]) -> bool:
    masks, follow = automaton.masks, automaton.follow
    start, goal = (p, p, q), (p, q, q)
    seen, todo = {start}, [start]
    while todo:
        a, b, c = todo.pop()
        for x in follow[a]:
            if x not in first:
                continue
            for z in follow[c]:
                common = masks[x] & masks[z] if z in second else 0
                if not common:
                    continue
                for y in follow[b]:
                    step = (x, y, z)
                    if common & masks[y] and step not in seen:
                        if step == goal:
                            return True
                        seen.add(step)
                        todo.append(step)
    return False
