"""Whether a pattern can take more than linear time, told from its position automaton.

A backtracking matcher is slow where one text can be read in several ways: for
every character it goes back over all of them. Every character set of the pattern
is a position; ``follow`` says which positions can come next. The ways to read a
text are counted along all texts that there can be; a pattern is fine when no text
has more than ``MAX_WAYS``. What is not is looked at again, to say why: two
different ways around a loop over the same text make exponential time, two loops
that can share a text between them make quadratic time.

A pattern without ``^`` is tried from every character of the text: it is looked at
as if a loop over anything came first. Counted repeats are written out where they
are short, and are loops where they are long.
"""

from __future__ import annotations

from functools import lru_cache
from heapq import heappop, heappush

from codegen.regex import EVERYTHING, Chars, Choice, Node, Pattern, Repeat, Sequence

MAX_POSITIONS = 400
MAX_COPIES = 60
"""Positions that a counted repeat is written out to; beyond, it counts as a loop."""
MAX_WAYS = 100
MAX_WORK = 1_000_000
MAX_ROUNDS = 5
MAX_EXPLAINED = 60
"""Positions of patterns whose slowness is explained."""

Edges = list[dict[int, int]]
Ways = tuple[tuple[int, int], ...]
"""Positions that can have been reached, each with the number of ways."""


class _TooLarge(Exception):
    """The pattern has more positions than are looked at."""


class _Automaton:
    """Positions, and how many ways lead from each to the next."""

    def __init__(self, pattern: Pattern) -> None:
        self.masks: list[int] = []
        self.follow: Edges = []
        anything = Repeat(Chars(EVERYTHING), 0, None)
        node = pattern.node if pattern.starts else Sequence((anything, pattern.node))
        _, self.first, _ = self._build(node)

    def _build(self, node: Node) -> tuple[bool, list[int], list[int]]:
        """Adds a tree; returns whether it can be empty, its first and its last positions."""
        match node:
            case Chars(mask):
                if len(self.masks) >= MAX_POSITIONS:
                    raise _TooLarge
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
        if most == 0:
            return True, [], []
        before = len(self.masks)
        copies = [self._build(part)]
        size = len(self.masks) - before
        if most is None or (most > 1 and most * size > MAX_COPIES):
            _, first, last = copies[0]
            self._join(last, first)
            return copies[0] if least else (True, first, last)
        copies += [self._build(part) for _ in range(most - 1)]
        can_be_empty, first, _ = self._sequence(copies)
        ends = copies if copies[0][0] else copies[max(least, 1) - 1 :]
        return can_be_empty or least == 0, first, [position for _, _, last in ends for position in last]

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
    >>> slowness(parse("[a-z]+$"))
    'without ^ it is tried from every character, whose repeats overlap (quadratic time)'
    >>> slowness(parse("^[a-z]+(,[a-z]+)*$"))
    """
    try:
        automaton = _Automaton(pattern)
    except _TooLarge:
        return f"it has more than {MAX_POSITIONS} parts"
    return _why(pattern, automaton) if _is_ambiguous(automaton) else None


def _is_ambiguous(automaton: _Automaton) -> bool:
    """Whether a text can be read in more than ``MAX_WAYS`` ways, or a little work does not tell."""
    letters = _letters(automaton.masks)
    takes = [[at for at, letter in enumerate(letters) if mask & letter] for mask in automaton.masks]
    if _has_few_ways(automaton, takes):
        return False
    todo = [(0, ways) for ways in _readable(dict.fromkeys(automaton.first, 1), takes)]
    seen: set[Ways] = set()
    work = 0
    while todo:
        total, ways = heappop(todo)
        if -total > MAX_WAYS or work > MAX_WORK:
            return True
        if ways in seen:
            continue
        seen.add(ways)
        after: dict[int, int] = {}
        for here, number in ways:
            for there, more in automaton.follow[here].items():
                after[there] = after.get(there, 0) + number * more
        work += sum(len(takes[there]) for there in after)
        for further in _readable(after, takes):
            heappush(todo, (-sum(number for _, number in further), further))
    return False


def _has_few_ways(automaton: _Automaton, takes: list[list[int]]) -> bool:
    """Whether a rough bound tells: there are no more ways from a position on than from all that may follow.

    Rough, because every branch may go on with the text that is worst for it. Most positions follow those with
    smaller numbers, so that few rounds from the end find the bound, if there is one.
    """
    bounds = [1] * len(automaton.masks)
    for _ in range(MAX_ROUNDS):
        before = list(bounds)
        for here in range(len(bounds) - 1, -1, -1):
            bounds[here] = _bound(automaton.follow[here], takes, bounds)
            if bounds[here] > MAX_WAYS:
                return False
        if bounds == before:
            return _bound(dict.fromkeys(automaton.first, 1), takes, bounds) <= MAX_WAYS
    return False


def _bound(after: dict[int, int], takes: list[list[int]], bounds: list[int]) -> int:
    by_letter: dict[int, int] = {}
    for there, number in after.items():
        for letter in takes[there]:
            by_letter[letter] = by_letter.get(letter, 0) + number * bounds[there]
    return max(by_letter.values(), default=1)


def _readable(after: dict[int, int], takes: list[list[int]]) -> set[Ways]:
    """What remains of the ways to some positions, for each letter that can come there."""
    by_letter: dict[int, list[tuple[int, int]]] = {}
    for each in sorted(after.items()):
        for letter in takes[each[0]]:
            by_letter.setdefault(letter, []).append(each)
    return set(map(tuple, by_letter.values()))


def _letters(masks: list[int]) -> list[int]:
    """Sets of characters that no position tells apart."""
    found = [EVERYTHING]
    for mask in set(masks):
        found = [part for each in found for part in (each & mask, each & ~mask) if part]
    return found


def _why(pattern: Pattern, automaton: _Automaton) -> str:
    """The same again in words, by a closer look that only small patterns are worth."""
    if len(automaton.masks) <= MAX_EXPLAINED:
        loops = _loops(automaton.follow)
        if _exponential(automaton, loops):
            return "one text can go round a repeat in several ways (exponential time)"
        if pattern.starts and _quadratic(automaton, loops):
            return "two neighbouring repeats can share a text in many ways (quadratic time)"
        if not pattern.starts and _quadratic(automaton, loops):
            return "without ^ it is tried from every character, whose repeats overlap (quadratic time)"
    return f"one text can be read in more than {MAX_WAYS} ways"


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
