# Generated from spec/drms/exp_request.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Order an export of the data of a record set."""

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypeAlias, TypedDict

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import (
    Before,
    ByCase,
    File,
    Fixed,
    Integer,
    Json,
    Lower,
    Number,
    Option,
    Options,
    Setting,
    Steps,
    Text,
    Words,
)
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Arm, Broken, Select
from astrowire_runtime.rules import AtMostOneOf, GoesWith, Needs

from .errors import (
    BackendTerminated,
    ExportExpired,
    ExportFailed,
    ExportNotFound,
    ExportOffline,
    ExportTooLarge,
    PendingLimit,
    UnknownStatus,
)
from .types import (
    ExportDone,
    ExportFailedIndex,
    ExportFailure,
    ExportPending,
    OtherStatus,
    Termination,
    check_export_done,
    check_export_failed_index,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.drms import RecordSet


ColorTable: TypeAlias = Literal[
    "HMI_mag.lut",
    "aia_131.lut",
    "aia_1600.lut",
    "aia_1700.lut",
    "aia_171.lut",
    "aia_193.lut",
    "aia_211.lut",
    "aia_304.lut",
    "aia_335.lut",
    "aia_4500.lut",
    "aia_94.lut",
    "aia_mixed",
    "bb.sao",
    "grey.sao",
    "heat.sao",
]
"""Colour tables of the server, for HMI, for each AIA channel, and general ones.

Source: client client.py.
"""

Scaling: TypeAlias = Literal["LOG", "MINMAX", "MINMAXGIVEN", "SQRT", "mag"]
"""Brightness by logarithm, the data's own range, a given range (MINMAXGIVEN), square root, or for
magnetograms.

Source: client client.py.
"""


class ProtocolArgs(TypedDict):
    """How an image or movie is made; null means the default.

    Source: client json.py, client client.py, web protocols.js, as_images.
    """

    ct: NotRequired[ColorTable | None | None]
    """Colour table; default grey.sao."""
    scaling: NotRequired[Scaling | None | None]
    """How data values become brightness; default MINMAX."""
    size: NotRequired[int | None | None]
    """Divisor of the image's width and height, 1 (full size, the default), 2, 4, 8, 16."""
    min: NotRequired[float | None | None]
    """Lowest data value shown, in the segment's unit; not given leaves it to the server."""
    max: NotRequired[float | None | None]
    """Highest data value shown, in the segment's unit; not given leaves it to the server."""


OPERATION: CgiOperation[ExportDone | ExportPending] = CgiOperation(
    "exp_request",
    module=__name__,
    effect="dedup",
    parameters=(
        Parameter(
            "ds", required=True, language="RecordSet", without=("semicolon", "odd-quote"), also=("*file*",)
        ),
        Parameter("notify", required=True, secret=True),
        Parameter("method"),
        Parameter("protocol", default="as-is"),
        Parameter("protocol_args"),
        Parameter("filenamefmt"),
        Parameter("process"),
        Parameter("n"),
        Parameter("requestor", aliases=("requester",)),
        Parameter("seg"),
        Parameter("processing"),
        Parameter("max_recs"),
        Parameter("sizeratio"),
        Parameter("file"),
    ),
    endpoint="jsoc_fetch",
    query=(
        Fixed("op", "exp_request"),
        Fixed("format", "json"),
        Text("ds", "ds"),
        Text("notify", "notify"),
        Lower("method", "method", default=ByCase("protocol", {"as-is": "url_quick"}, "url")),
        Options(
            "protocol",
            "protocol",
            "protocol_args",
            ("jpg", "mpg", "mp4"),
            (
                Option(
                    "ct",
                    "CT",
                    default="grey.sao",
                    words=(
                        "HMI_mag.lut",
                        "aia_131.lut",
                        "aia_1600.lut",
                        "aia_1700.lut",
                        "aia_171.lut",
                        "aia_193.lut",
                        "aia_211.lut",
                        "aia_304.lut",
                        "aia_335.lut",
                        "aia_4500.lut",
                        "aia_94.lut",
                        "aia_mixed",
                        "bb.sao",
                        "grey.sao",
                        "heat.sao",
                    ),
                ),
                Option(
                    "scaling",
                    "scaling",
                    default="MINMAX",
                    words=("LOG", "MINMAX", "MINMAXGIVEN", "SQRT", "mag"),
                ),
                Option("size", "size", default=1, number=True),
                Option("min", "min", number=True),
                Option("max", "max", number=True),
            ),
        ),
        Text("filenamefmt", "filenamefmt"),
        Steps("process", "process", "n"),
        Text("requestor", "requestor", default=Before("notify", "@"), false_omits=True),
        Words("seg", "seg"),
        Json("processing", "processing"),
        Integer("max_recs", "max_recs"),
        Number("sizeratio", "sizeratio"),
        File("file", "file"),
        Setting("dbhost", "wrapper_dbhost"),
    ),
    charset="latin-1",
    rules=(
        Needs("method", "url_quick", "protocol", ("as-is",), face_sends="url"),
        Needs("protocol_args", None, "protocol", ("jpg", "mpg", "mp4")),
        AtMostOneOf(("process", "processing")),
        AtMostOneOf(("n", "processing")),
        GoesWith("max_recs", "processing"),
        Needs("file", None, "ds", ("*file*",)),
    ),
    post_over=2000,
    max_body=268435456,
    broken=(
        Broken(
            "^status=4\\nerror=(Illegal text in arg: [^\\n]*)\\n(Content-type: application/json\\n\\n[^\\n]*\\n?)?$",
            ExportFailed,
            ExportFailure,
            values={"status": 4},
            message="error",
        ),
    ),
    result=Select(
        "status",
        (
            Arm(("0", 0), ExportDone, check=check_export_done),
            Arm((1, 2, 12), ExportPending, meaning="pending"),
            Arm(("1",), ExportFailedIndex, check=check_export_failed_index, error=ExportFailed),
            Arm((3,), ExportFailure, error=ExportTooLarge),
            Arm((4,), ExportFailure, error=ExportFailed),
            Arm((5,), ExportFailure, error=ExportExpired),
            Arm((6,), ExportFailure, error=ExportNotFound),
            Arm((7,), ExportFailure, error=PendingLimit),
            Arm((25,), ExportFailure, error=ExportOffline),
            Arm((-1,), Termination, error=BackendTerminated),
        ),
        otherwise=Arm((), OtherStatus, error=UnknownStatus),
    ),
)


def exp_request(
    client: BaseClient,
    ds: "RecordSet | str",
    notify: str,
    *,
    method: Literal["url_quick", "url", "url-tar", "ftp", "ftp-tar"] | None = None,
    protocol: Literal["as-is", "fits", "jpg", "mpg", "mp4"] = "as-is",
    protocol_args: ProtocolArgs | None = None,
    filenamefmt: str | None = None,
    process: Mapping[str, Mapping[str, str | float | bool]] | None = None,
    n: int | None = None,
    requestor: str | Literal[False] | None = None,
    seg: str | Sequence[str] | None = None,
    processing: Mapping[str, Mapping[str, str | float | bool]] | None = None,
    max_recs: int | None = None,
    sizeratio: float | None = None,
    file: str | None = None,
) -> ExportDone | ExportPending:
    """Order an export of the data of a record set.

    An export turns records into files that can be downloaded. There are two ways:

    - `url_quick` with `as-is` answers at once with the paths of the stored files, which have no
      keyword headers, when all of them are on disk.
    - Everything else is queued. The answer is an `ExportPending` with a request id; ask
      `exp_status` about it until it is done. Files stay on disk for seven days.

    The address in `notify` must be registered (`check_address`). An address may usually have one
    unfinished export; a second one is refused with `PendingLimit`. An identical order within 24
    hours costs nothing: it is answered with the earlier request's id.

    Unless `ds` itself filters on `quality`, the server silently leaves out records without an
    image.

    **Processing.** `process` maps the names of processing steps to their options, in the order in
    which they run, for example `{"im_patch": {"t_ref": "2024-01-01T00:00:00", "t": 0, "r": 0, "c":
    0, "locunits": "arcsec", "boxunits": "arcsec", "x": -517.2, "y": -246, "width": 345.6, "height":
    345.6}}`. The results come from a derived series whose name ends in `_mod`. The options are not
    checked by anybody; a wrong one may give unprocessed data without an error.

    - `aia_scale_aialev1`, `aia_scale_orig`, `aia_scale_other`: cut-out `xc`, `yc`, `wide`, `high`;
      pointing series `mpt`, such as `aia.master_pointing3h`.
    - `HmiB2ptr`: `l` 1; `ambweak` 0 potential, 1 random, 2 radial.
    - `resize`: `regrid`, `do_stretchmarks`, `rescale` 0 or 1; `center_to` 0, 1 or 2; `scale_to`
      with `rescale` 1; `c` 1.
    - `rebin`: `scale`; `method` `boxcar` or `gaussian`; `FWHM` and `nvector` for gaussian; `u` 0 or
      1; `c` 1.
    - `im_patch`: `t_start`, `t_stop` (or `NotSpecified`); `t` 1 no tracking; `r` 1 register; `c` 1
      crop; `cadence`; `locunits` `stony`, `arcsec`, `pixels` or `carrlong`; `boxunits` `pixels`,
      `degrees` or `arcsec`; `t_ref`; `car_rot` with `carrlong`; `x`, `y`, `width`, `height`; `A` 1.
    - `Maproj`: `map` `carree`, `cyleqa`, `orthographic`, `Postel`, `Lambert` and others; `grid`,
      `clon`, `clat`; `scale` in degrees per pixel; `cols`, `rows`; `A` 1.

    **File names.** `filenamefmt` is literal text with fields in braces: `{seriesname}`, `{segment}`
    (with its extension), `{recnum:%d}`, `{#:%05d}` (running number) or any keyword, with an
    optional printf-like layout. For times the layout may be `A` (without dots and colons) or `D`
    (as a directory), a precision (-1 without seconds, -2 without minutes) and a zone: `{T_REC:A}`
    gives `20120101_010130_TAI`. Without `{segment}` at the end the files get no extension. The
    server's own template is `{seriesname}.{recnum:%d}.{segment}`.

    Parameters
    ----------
    ds
        Record set of one series; without a filter all its records are meant.
    notify
        Your registered e-mail address, on one line.
    method, optional
        How the files are handed over; `-tar` makes one tar file. Not given means `url_quick`
        for as-is and `url` for every other protocol.
    protocol, optional
        The form of the files, as stored (as-is), FITS with headers, images (jpg) or movies
        (mpg, mp4).
    protocol_args, optional
        How images and movies look; with protocols jpg, mpg and mp4 only.
    filenamefmt, optional
        Template of the file names, such as `hmi.m_720s.{T_REC:A}.{segment}`; ignored for
        url_quick with as-is.
    process, optional
        Processing steps with their options, in the order in which they run.
    n, optional
        At most this many records, the first n, or the last abs(n) when negative; 0 or not given
        means all.
    requestor, optional
        Your user name at the server; not given means the part of `notify` before the `@`, false
        sends none.
    seg, optional
        Segment names that are added to `ds`; not together with `{...}` in `ds`.
    processing, optional
        Processing steps with their options, sent as JSON, in place of `process`; the steps have
        names of their own (`to_ptr` is HmiB2ptr, `map_proj` is Maproj).
    max_recs, optional
        With `processing`, at most this many records, the oldest, or the newest when negative; 0
        means all.
    sizeratio, optional
        Factor by which the server corrects its estimate of the size, for cut-outs.
    file, optional
        Content of a file with a record set, which is uploaded in place of a long `ds`; `ds` is
        then `*file*`.

    Returns
    -------
    ExportDone | ExportPending
        The files of a finished export, answered at once or read from its stored index. Or: An
        export that was taken and is not ready yet.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    ExportFailed
        The export was refused or went wrong (status 4, or "1" in a finished index); its text
        says why.
    ExportTooLarge
        The export is larger than the server allows (status 3); ask for fewer records.
    ExportExpired
        The export was finished, and its files have been deleted since (status 5); request it
        again.
    ExportNotFound
        The server does not know this request id (status 6, older servers); new ids may take
        seconds to appear.
    PendingLimit
        This address or computer has too many unfinished exports (status 7); wait for one to
        finish.
    ExportOffline
        Some of the files are on tape only and the server will not fetch them by itself (status
        25).
    BackendTerminated
        The server's program was stopped before it could answer (status -1).
    UnknownStatus
        The server answered with a status that no document lists; the whole answer is kept.

    Examples
    --------
    >>> answer = client.exp_request(
    ...     ds="hmi.M_45s[2012.01.01_01:01:10_TAI-2012.01.01_01:01:12_TAI]",
    ...     notify="name@example.com",
    ...     method="url_quick",
    ...     protocol="as-is",
    ...     filenamefmt="hmi.m_45s.{T_REC:A}.{CAMERA}.{segment}",
    ...     requestor="name",
    ... )

    Offered by JSOC, JSOC, with internal series, JSOC, internal.

    Source: seed, client json.py, jsoc_fetch.c, rec 2020.
    """
    return client.call(
        OPERATION,
        {
            "ds": ds,
            "notify": notify,
            "method": method,
            "protocol": protocol,
            "protocol_args": protocol_args,
            "filenamefmt": filenamefmt,
            "process": process,
            "n": n,
            "requestor": requestor,
            "seg": seg,
            "processing": processing,
            "max_recs": max_recs,
            "sizeratio": sizeratio,
            "file": file,
        },
    )
