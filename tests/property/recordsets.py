"""Record sets as Hypothesis draws them: texts by the grammar, values by the methods, and texts gone wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta

from hypothesis import strategies as st

from astrowire.drms import RecordSet

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORD = f"{LETTERS}0123456789_"

blanks = st.sampled_from(["", "", "", " ", "  ", "\t"])
names = st.builds(str.__add__, st.sampled_from(LETTERS), st.text(WORD, max_size=12))
series = st.builds("{}.{}".format, names, st.text(f"{WORD}.", min_size=1, max_size=30))

_days = st.builds(
    "{:04d}.{:02d}.{:02d}".format, st.integers(1000, 9999), st.integers(1, 12), st.integers(1, 31)
)
_clocks = st.sampled_from(["", "_00", "_12:30", "_23:59:60", "_01:02:03.5"])
_zones = st.sampled_from(["", "_TAI", "_UTC", "_UT", "_Z", "Z"])
calendar = st.builds("{}{}{}".format, _days, _clocks, _zones)
iso = st.builds(
    lambda day, clock, zone: f"{day.replace('.', '-')}{clock}{zone}",
    _days,
    st.sampled_from(["T00", "T12:30", "T23:59:59", "T01:02:03.25"]),
    st.sampled_from(["Z", "_UTC", "_TAI"]),
)
julian = st.builds(
    "{}JD_{}".format, st.sampled_from(["", "M"]), st.floats(0, 1e7).map(lambda day: f"{day:.2f}")
)
times = calendar | iso | julian
reals = st.floats(0, 1e6, allow_nan=False).map(lambda number: f"{number:.3f}") | st.integers(0, 9**9).map(str)
durations = st.builds("{}{}".format, reals, st.sampled_from("smhdu"))
quoted = st.builds(
    lambda quote, text: f"{quote}{text.replace(quote, '')}{quote}",
    st.sampled_from("'\""),
    st.text(f"{WORD} ,;[]{{}}?!%/@-=#'\"", max_size=12),
)
bare = st.builds("{}{}".format, names, st.text(f"{WORD}.:/@-+*%~ ", max_size=12)).map(str.strip)
"""Texts of keys that hold texts: all that needs no quotes."""
indexes = st.one_of(
    st.sampled_from(["#^", "#$", "#-#"]),
    st.builds("#{}".format, st.integers(0, 2**40)),
    st.builds("#{}-#{}".format, st.integers(0, 2**40), st.integers(0, 2**40)),
    st.builds("#{}-#{}@{}".format, st.integers(0, 99), st.just(""), st.integers(1, 9)),
    st.builds("#-#{}".format, st.integers(0, 2**40)),
    st.builds("#{}/{}@{}".format, st.integers(0, 2**40), st.integers(1, 99), st.integers(1, 9)),
)


def _spaced(parts: Sequence[str]) -> st.SearchStrategy[str]:
    return st.lists(blanks, min_size=len(parts), max_size=len(parts)).map(
        lambda gaps: "".join(gap + part for gap, part in zip(gaps, parts, strict=True))
    )


steps = st.just("") | durations.map("@{}".format)
ranges = st.one_of(
    st.sampled_from(["^", "$"]),
    times,
    reals,
    quoted,
    bare,
    st.builds("{}/{}{}".format, times, durations, steps),
    st.builds("{}-{}{}".format, calendar, calendar, steps),
    st.builds("{}-{}{}".format, iso, iso, steps),
    st.builds("{}-{}".format, reals, reals),
    st.builds("{}/{}".format, quoted, reals),
    st.builds("{}-{}".format, quoted, quoted),
    st.tuples(times, st.just("-"), times, steps).flatmap(_spaced),
    st.tuples(times, st.just("/"), durations, steps).flatmap(_spaced),
)
unions = st.lists(st.builds("{1}{0}{1}".format, ranges, blanks), min_size=1, max_size=3).map(",".join)
index_unions = st.lists(indexes, min_size=1, max_size=3).map(",".join)
conditions = st.sampled_from(
    [
        "QUALITY = 0",
        "T_REC > $(2010.05.04_TAI)",
        "HISTORY LIKE '%limb?%' AND N <> 3",
        "a != 'it''s ?]' OR (b < 2)",
        'NAME = "x!]"',
    ]
)
filters = st.one_of(
    st.just("[]"),
    st.builds("[{}]".format, unions),
    st.builds("[{}]".format, index_unions),
    st.builds("[{}={}]".format, names, unions),
    st.builds("[:{}]".format, index_unions),
    st.builds("[? {} ?]".format, conditions.filter(lambda sql: "?" not in sql.split("'")[0])),
    st.builds("[!{}!]".format, st.sampled_from(["1=1", "X = '!' ", "QUALITY>=0"])),
)
segments = st.just("") | st.lists(names | st.just("**ALL**"), min_size=1, max_size=3).flatmap(
    lambda found: st.sampled_from(",:;").map(lambda comma: f"{{{f' {comma} '.join(found)}}}")
)
sets = st.builds("{}{}{}{}".format, series, blanks, st.lists(filters, max_size=4).map("".join), segments)
separators = st.sampled_from([",", ";", "\n", " , ", ",\n", "\n\n", " # said\n"])
texts = st.one_of(
    sets,
    sets,
    st.builds("{1}{0}{1}".format, sets, blanks),
    st.builds("{}{}{}".format, sets, separators, sets),
    st.builds("{}{}@{}".format, sets, separators, names),
)
"""Texts by the grammar."""

moments = st.one_of(times, st.datetimes(), st.datetimes(timezones=st.just(UTC)))
spans = durations | st.integers(1, 10**7).map(lambda seconds: timedelta(seconds=seconds))


@st.composite
def built(draw: st.DrawFn) -> RecordSet:
    """A record set made by the methods."""
    made = RecordSet(draw(series))
    for step in draw(st.lists(st.integers(0, 8), max_size=5)):
        match step:
            case 0:
                made = made.skip()
            case 1:
                made = made.at(*draw(st.lists(moments | reals | quoted, min_size=1, max_size=3)))
            case 2:
                made = made.at(draw(moments)).every(draw(spans)).for_(draw(spans))
            case 3:
                made = made.at(draw(moments), key=draw(names)).for_(draw(spans)).every(draw(spans))
            case 4:
                made = made.between(draw(calendar), draw(calendar))
            case 5:
                made = made.recnum(draw(st.integers(0, 2**40)), (1, draw(st.integers(1, 99))), "$")
            case 6:
                sql = draw(conditions)
                made = made.where(sql, versions="!" not in sql and draw(st.booleans()))
            case 7:
                made = made.segments(*draw(st.lists(names, max_size=3)))
            case _:
                made = made.at("^", key=draw(names))
    return made | draw(sets) if draw(st.integers(0, 9)) == 0 else made


SPICES = (
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    "\n",
    "#",
    "'",
    '"',
    "?",
    "!",
    "?]",
    "[?",
    "@",
    "-",
    "/",
    ":",
    "=",
    "%",
    "\\",
    "é",
    " ",
    "\x0c",
    "\xa0",
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A text by the grammar with a few characters put in, taken out, doubled or cut off."""
    text = draw(texts)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 4)))
        match draw(st.integers(0, 4)):
            case 0:
                text = text[:at] + draw(st.sampled_from(SPICES)) + text[at:]
            case 1:
                text = text[:at] + text[end:]
            case 2:
                text = text[:end] + text[at:]
            case 3:
                text = text[:at] + draw(st.characters()) + text[end:]
            case _:
                text = text[:at]
    return text
