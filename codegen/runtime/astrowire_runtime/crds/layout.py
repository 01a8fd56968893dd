"""Which folder of the cache a file belongs to: as the documents' client decides, so that both share a cache.

Mappings of an observatory stand in one folder. References do so too in a *flat*
cache; in others each instrument has a folder, whose name is found in what the
caller says of a dataset, in the file's name, or asked of the server.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from ..display import value as shown
from ..errors import ConfigError, DownloadError, RequestInvalid
from . import cache, names

MODE_FILE: Final = "ref_cache_subdir_mode"
"""Among the configuration files: how references are laid out."""
MODES: Final = ("instrument", "flat", "legacy")
MANY: Final = 20
"""A cache with more entries than that, and no word of its layout, is flat."""

INSTRUMENTS: Final = {
    "hst": ("acs", "cos", "nicmos", "stis", "synphot", "wfc3", "wfpc2"),
    "jwst": ("fgs", "miri", "nircam", "niriss", "nirspec", "system", "all"),
    "roman": ("wfi", "all"),
    "tobs": ("tinstr",),
}
KEYWORDS: Final = (
    "INSTRUME",
    "META.INSTRUMENT.NAME",
    "META_INSTRUMENT_NAME",
    "INSTRUMENT",
    "ROMAN.META.INSTRUMENT.NAME",
    "META.INSTRUMENT.TYPE",
    "META_INSTRUMENT_TYPE",
)
"""Where the instrument stands among the matching parameters of a dataset; the first that is there counts."""
SYNONYMS: Final = {"hst": "synphot", "wfii": "wfpc2"}
PREFIXES: Final = {
    "acs": "jref",
    "cos": "lref",
    "nicmos": "nref",
    "stis": "oref",
    "synphot": "ttab",
    "wfc3": "iref",
    "wfpc2": "uref",
}
"""What HST's calibration software calls the folder of an instrument."""

_LETTERS: Final = {
    "j": "acs",
    "o": "stis",
    "n": "nicmos",
    "u": "wfpc2",
    "i": "wfc3",
    "l": "cos",
    "m": "synphot",
}
"""Which instrument the older names of HST mean, by the last letter of their first part."""
_INSTRUMENT: Final = re.compile(r"[a-z][a-z0-9]{1,16}")


class Layout:
    """The folders of one observatory.

    Parameters
    ----------
    observatory : str
        A known one.
    parameters : mapping, optional
        Matching parameters of a dataset, of which the instrument counts.
    """

    def __init__(self, observatory: str, parameters: Mapping[str, Any] | None = None) -> None:
        self.observatory = observatory
        self._said = _said(parameters or {})

    def place(self, name: str) -> str | None:
        """Return the path of a file, None if only the server knows its instrument.

        Parameters
        ----------
        name : str
            Of a mapping or a reference; it was checked.

        Raises
        ------
        ConfigError
            The layout is of no known kind, or names a folder that is not set.
        """
        if names.kind(name) == "mapping":
            return os.path.join(cache.mapping_folder(self.observatory), name)
        if self.mode == "flat":
            return os.path.join(self._root, name)
        instrument = self._instrument(name)
        return None if instrument is None else self.below(instrument, name)

    def below(self, instrument: str, name: str) -> str:
        """Return the path of a reference of this instrument.

        Raises
        ------
        ConfigError
            As `place` does.
        DownloadError
            The instrument's name is none.
        """
        if not _INSTRUMENT.fullmatch(instrument):
            raise DownloadError(f"its instrument is said to be {shown(instrument)}, which is none")
        return os.path.join(self._folder(instrument), name)

    def prepare(self, path: str) -> None:
        """Make the folder of a file, and for HST's calibration software the link that leads to it.

        Raises
        ------
        ConfigError
            The folder can't be made.
        """
        folder = os.path.dirname(path)
        cache.make_folder(folder)
        root, instrument = os.path.split(folder)
        if (
            self.observatory == "hst"
            and root == self._root
            and instrument in PREFIXES
            and instrument != "synphot"
        ):
            cache.link(os.path.join(root, PREFIXES[instrument]), os.path.abspath(folder))

    @cached_property
    def mode(self) -> str:
        """How references are laid out; what is found out is written down, so that it stays so.

        Raises
        ------
        ConfigError
            The cache says something that is no layout, or none of this observatory.
        """
        path = os.path.join(cache.config_folder(self.observatory), MODE_FILE)
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                mode = file.read(64).strip()
        except OSError:
            mode = "flat" if _entries(self._root) > MANY else "instrument"
            _write_down(path, mode)
        if mode not in MODES or (mode == "legacy" and self.observatory != "hst"):
            raise ConfigError(
                f"{path} says {shown(mode)}, which is no layout of references of {self.observatory}; "
                f"known are {', '.join(MODES)}, the last for hst alone"
            )
        return mode

    @property
    def _root(self) -> str:
        return cache.reference_folder(self.observatory)

    def _folder(self, instrument: str) -> str:
        if self.mode != "legacy":
            return os.path.join(self._root, instrument)
        prefix = PREFIXES.get(instrument, f"{instrument}ref")
        folder = os.environ.get(f"{prefix}$") or os.environ.get(prefix)
        if not folder:
            raise ConfigError(
                f"the cache is laid out in the legacy way, and the environment variable {prefix}, the folder "
                f"of references of {instrument}, is not set"
            )
        return folder

    def _instrument(self, name: str) -> str | None:
        known = INSTRUMENTS[self.observatory]
        if self.observatory == "hst":
            return _of_hst(name) or self._said
        named = _in_name(name, known)
        likely = sorted(known, key=lambda each: each != named)
        here = (each for each in likely if os.path.exists(os.path.join(self._folder(each), name)))
        return next(here, None) or self._said or named


def _said(parameters: Mapping[str, Any]) -> str | None:
    """The instrument that a dataset's parameters name."""
    values = (parameters.get(each) or parameters.get(each.lower()) for each in KEYWORDS)
    found = next(
        (each for each in values if each is not None and each not in ("undefined", "UNDEFINED")), None
    )
    if found is None:
        return None
    instrument = str(found).lower()
    instrument = SYNONYMS.get(instrument, instrument)
    if not _INSTRUMENT.fullmatch(instrument):
        raise RequestInvalid(f"the parameters name the instrument {shown(found)}, which is none")
    return instrument


def _in_name(name: str, known: tuple[str, ...]) -> str | None:
    """The instrument that a part of a name is.

    >>> _in_name("jwst_miri_flat_0030.fits", INSTRUMENTS["jwst"])
    'miri'
    """
    text = name.lower()
    return next((each for each in known if f"_{each}_" in text or text.startswith(f"{each}_")), None)


def _of_hst(name: str) -> str | None:
    """The instrument of a reference of HST, by its name of the newer or the older form.

    >>> (
    ...     _of_hst("hst_cos_spottab_0052.fits"),
    ...     _of_hst("zas1615jl_spot.fits"),
    ...     _of_hst("acs_f606w_005_syn.fits"),
    ... )
    ('cos', 'cos', 'synphot')
    """
    stem, _, _ = name.rpartition(".")
    parts = stem.split("_")
    if parts[0] == "hst" and len(parts) in {3, 4} and parts[1] in INSTRUMENTS["hst"]:
        return parts[1]
    if parts[-1].lower() in {"syn", "th"}:
        return "synphot"
    return _LETTERS.get(re.split(r"[_.]", name)[0][-1:].lower())


def _entries(folder: str) -> int:
    try:
        return sum(not each.startswith(".") for each in os.listdir(folder))
    except OSError:
        return 0


def _write_down(path: str, mode: str) -> None:
    from ..log import logger

    try:
        if not cache.is_only_read():
            cache.write(path, mode.encode())
    except ConfigError as error:
        logger().debug("the layout of references was not written down: %s", error)
