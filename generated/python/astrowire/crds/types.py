# Generated from spec/crds/types.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Types that several operations of the service share."""

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from astrowire_runtime.patterns import Pattern
from astrowire_runtime.values import UNSET, Answer, Sentinel, UnsetType, sentinels

_SHA1SUM = Pattern("^([0-9a-f]{40}|none)?$")
_SIZE = Pattern("^(-1|[0-9]+)$")

Observatory: TypeAlias = Literal["hst", "jwst", "roman", "tobs"]
"""An observatory; a server answers for its own only.

`tobs` is a test observatory that only the public client knows; no server answers for it.

Source: config.py, server 2019.
"""

PmapName: TypeAlias = str
"""The name of a pmap, the top mapping of one context, such as "jwst_0565.pmap".

The first version of an observatory's rules has no number (`hst.pmap`); later ones have four digits.

Source: config.py, cache.
"""

ContextSpec: TypeAlias = str
"""A context; the name of a mapping, a date, or a symbolic name such as "jwst-operational".

| form | example | meaning |
|---|---|---|
| mapping | `jwst_0192.pmap`, `hst_wfc3_0001.imap`, `jwst_miri_flat_0012.rmap` | that file |
| date | `2015-05-25`, `2015-05-25T00:00:27`, `2040-02-22T12:01:30.4567` | the default context at that time |
| observatory and date | `hst-2040-01-29T12:00:00` | the same, a pmap |
| with instrument | `hst-acs-2040-01-29T12:00:00` | the imap of that time |
| with type | `jwst-miri-pars-tweakreg-2040-01-29T12:00:00` | the rmap of that time |
| symbolic | `jwst-operational`, `jwst-latest`, `hst-edit`, `hst-cos-deadtab-edit` | a named context |

The symbolic words: `operational` and `latest` are the default of the pipeline (*operational* on
servers before 2024, *latest* since); `edit` is the context edited last, from which new rules start;
`versions` is the most capable one for the versions of calibration software, not expected to go
back; `build` fits the calibration software that is installed. Dates are those of the server's
history, with `T` between day and time; a blank is not accepted.

Source: seed, guide, config.py, heavy_client, server 2019.
"""

FileName: TypeAlias = str
"""The name of a mapping or reference file, without a folder; at most 128 characters.

Source: config.py, server 2019.
"""

DatasetId: TypeAlias = str
"""A dataset id; one part, or two parts joined by a colon, each of at most 128 characters.

| observatory | form | example |
|---|---|---|
| HST | product:exposure, names of nine characters | `I9ZF01010:I9ZF01DZQ` |
| JWST | fileset.detector, twice | `JW80500017001_02101_00001.MIRIFUSHORT:JW80500017001_02101_00001.MIRIFUSHORT` |
| Roman | as JWST | `R0000101001001001001_01101_0001.WFI16:R0000101001001001001_01101_0001.WFI16` |

Either half may be used in a question. The first letter of an HST name tells the instrument (J acs,
U wfpc2, I wfc3, N nicmos, O stis, L cos; V, W, X, Y, Z, E and F are historical), the detector that
of a JWST name (GUIDER is fgs, NIS or NIRISS niriss, NRCA and NRCB nircam, NRS nirspec, MIRI miri).
Names of HST products and associations end in 0; an exposure without an association stands in both
halves. JWST ids are accepted in lower case and with `_detector`; the server writes capitals and a
dot.

Source: seed, server 2019, test.
"""

DatasetIds: TypeAlias = Sequence[DatasetId]
"""The datasets that are asked for; at most 200 ids in one call.

Source: seed, server 2019.
"""

Header: TypeAlias = Mapping[str, str]
"""The matching parameters of one dataset; name to value, both strings.

Names have 1 to 256 letters, digits, `_`, `-` and `.`; their case does not matter. Values have up to
256 characters without a line break and may be empty. Numbers and booleans must be written as
strings ("1.5", "T"). Names that the rules do not use are ignored, so that a whole FITS header of
150 keywords may be given. The instrument is looked for under the context's own name for it, then
under INSTRUME, META.INSTRUMENT.NAME, META_INSTRUMENT_NAME, INSTRUMENT, ROMAN.META.INSTRUMENT.NAME,
META.INSTRUMENT.TYPE and META_INSTRUMENT_TYPE. JWST takes FITS keywords as well as the names of its
data model.

The server conditions values before it compares them: blanks at both ends are cut and letters made
capital; numbers become decimal text ("1" is "1.0"); what starts with N/A, NOT APPLICABLE or `()`,
and -2147483648.0, counts as N/A (does not matter); ANY is `*` (fits everything); TRUE is T and
FALSE is F. Parameters that the rules need and the header lacks count as UNDEFINED.

Source: seed, server 2019, recorded, rmap.py.
"""

ReferenceTypes: TypeAlias = Sequence[str]
"""The wanted reference types, such as "flat" or "darkfile", in any case.

Known words: HST 89 (acs 25, cos 26, nicmos 18, stis 32, synphot 6, wfc3 23, wfpc2 10), JWST about
155 with many `pars-...`, Roman about 51. A name that the server does not know fails the whole call.

Source: seed, server 2019.
"""


class NotApplicable(Sentinel):
    """The reference type does not apply to the dataset."""

    TEXT = "NOT FOUND n/a"


class NotFound(Sentinel):
    """No reference of the type was found; the text says why."""

    PREFIX = "NOT FOUND"


Reference: TypeAlias = str
"""The name of the best reference file, or "NOT FOUND" and why there is none.

`NOT FOUND n/a` says that the type does not apply to the dataset. Any other text that starts with
`NOT FOUND` carries a reason, for example: `No match found.`, `No selection <= '2001-01-01
00:00:00'`, `UseAfter parameter 'META.OBSERVATION.DATE' is UNDEFINED.`, `parameter='CCDAMP'
value='ABCE' is not in [...]`, `More than one match clause matched.`, `Unknown reference type 'x'`.

Source: seed, rmap.py, selectors.py, computed.
"""

tell_reference = sentinels(NotApplicable, NotFound)

BestReferences: TypeAlias = dict[str, Reference | list[str] | dict[str, str]]
"""The best references of one dataset; reference type, in lower case, to what was found.

Nearly every value is the name of one file. It is an array of names where the rules choose the two
neighbours of a number or several files fit equally well, and an object of names where the rules say
so. A type that the rules leave out on purpose (OMIT) is absent. Types that were asked for but do
not apply are there, as `NOT FOUND n/a`.

Source: seed, rmap.py, selectors.py.
"""


class FileInfo(Answer, frozen=True, kw_only=True):
    """What the server's catalogue says of one file.

    All values are strings. The server writes them in lower case; truth values are "true" and
    "false", numbers are decimal digits, what is missing is "none" or empty. The fields may be
    limited by the question, and examples in the documents leave some out, so that every member is
    optional here; unknown members are kept. The members `deliverer_email`, `catalog_link`,
    `pathname` and `blob` of the catalogue are never sent.

    A file passes through the states uploaded, delivered, submitted, archiving, archived (or
    archiving-failed); it is operational (latest) while a default context uses it, and then archived
    again. Dates have the form `YYYY-MM-DD HH:MM:SS`, with up to six digits of a fraction.

    Source: seed, guide, server 2019.
    """

    activation_date: str | UnsetType = UNSET
    """When the file first was in a default context; 2050-01-01 00:00:00 means never."""
    aperture: str | UnsetType = UNSET
    """The file's APERTURE keyword; free text, "none"."""
    blacklisted: str | UnsetType = UNSET
    """Whether the file or one that it refers to is invalid."""
    change_level: str | UnsetType = UNSET
    """How much the file changes calibrated results, compared with the one before it."""
    comment: str | UnsetType = UNSET
    """The file's DESCRIP keyword; free text, "none"."""
    creator_name: str | UnsetType = UNSET
    """Who made the file; free text."""
    deliverer_user: str | UnsetType = UNSET
    """User name of who submitted the file."""
    delivery_date: str | UnsetType = UNSET
    """When CRDS received the file."""
    derived_from: str | UnsetType = UNSET
    """The mapping that this one was made from; "none", or free text such as "initial delivery"."""
    description: str | UnsetType = UNSET
    """What the submitter wrote about the delivery; free text."""
    filekind: str | UnsetType = UNSET
    """Reference type; empty for pmaps and imaps, "unknown" when not known."""
    history: str | UnsetType = UNSET
    """The file's HISTORY text; free text, "none"; in answers about mappings and in newer ones."""
    instrument: str | UnsetType = UNSET
    """Instrument in lower case; empty for pmaps, "unknown" when not known."""
    name: str | UnsetType = UNSET
    """Name of the file in CRDS; unique."""
    observatory: str | UnsetType = UNSET
    """Observatory that the file belongs to."""
    pedigree: str | UnsetType = UNSET
    """Where the data come from; also "inflight" and two dates, DD/MM/YYYY."""
    reference_file_type: str | UnsetType = UNSET
    """The file's REFTYPE keyword; free text, "none" or empty."""
    rejected: str | UnsetType = UNSET
    """Whether the file itself is scientifically invalid."""
    replaced_by_filename: str | UnsetType = UNSET
    """Name of the file that takes the place of this one; empty when there is none."""
    sha1sum: str | UnsetType = UNSET
    """SHA-1 of the whole file, 40 hexadecimal digits; "none" or empty when not known."""
    size: str | UnsetType = UNSET
    """Size in bytes, as decimal digits; "-1" when not known."""
    state: str | UnsetType = UNSET
    """Place of the file in its life; "operational" on older servers is "latest" on newer ones."""
    type: str | UnsetType = UNSET
    """Whether the file holds rules (mapping) or data (reference)."""
    uploaded_as: str | UnsetType = UNSET
    """Name that the file had when it was uploaded."""
    useafter_date: str | UnsetType = UNSET
    """From which time of observation the file is valid; 1900-01-01 00:00:00 means unknown."""


def check_file_info(value: FileInfo) -> bool:
    """Say whether a decoded FileInfo has what its type can't say."""
    if value.sha1sum is not UNSET and not _SHA1SUM.match(value.sha1sum):
        return False
    if value.size is not UNSET and not _SIZE.match(value.size):
        return False
    return True


HistoryDate: TypeAlias = str
"""When the context became the default; the server's time, "YYYY-MM-DD HH:MM:SS".

Up to six digits of a fraction may follow, and since 2026 the zone, as in `2026-06-17
18:42:21.675150+00:00`.

Source: seed, cache.
"""

HistoryDescription: TypeAlias = str
"""Why the context was made or put into use; free text, which may hold line breaks.

Source: seed, cache.
"""
