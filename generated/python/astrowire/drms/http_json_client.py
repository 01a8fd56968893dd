# Generated from spec/drms/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The interface that the service's document describes."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from astrowire_runtime.faces import FaceClass
from astrowire_runtime.servers import ServerConfig

from . import (
    check_address,
    exp_request,
    exp_status,
    rs_list,
    rs_summary,
    series_struct,
    show_series,
    show_series_wrapper,
)
from .clients import Client
from .exp_request import ProtocolArgs


class HttpJsonClient(FaceClass):
    """The client class of the drms documents, with the same methods and arguments and plain
    dictionaries.

    Every method returns what the server sent, as a dictionary: status, number texts, `[null]` lists
    and unknown members stay as they came, and a failure status is returned, not raised. Exceptions
    mean wrong arguments, no connection, or a body that is no valid answer at all.
    """

    CLIENT = Client

    def __init__(self, server: str | ServerConfig = "jsoc", debug: bool = False) -> None:
        super().__init__(server, debug)

    def check_address(self, email: str) -> dict[str, Any]:
        """Ask whether an e-mail address is registered for data exports."""
        answer: dict[str, Any] = self._call(check_address.OPERATION, {"email": email})
        return answer

    def exp_request(
        self,
        ds: str,
        notify: str,
        method: Literal["url_quick", "url", "url-tar", "ftp", "ftp-tar"] | None = None,
        protocol: Literal["as-is", "fits", "jpg", "mpg", "mp4"] = "as-is",
        protocol_args: ProtocolArgs | None = None,
        filenamefmt: str | None = None,
        process: Mapping[str, Mapping[str, str | float | bool]] | None = None,
        n: int | None = None,
        requestor: str | Literal[False] | None = None,
        requester: str | Literal[False] | None = None,
    ) -> dict[str, Any]:
        """Order an export of the data of a record set."""
        answer: dict[str, Any] = self._call(
            exp_request.OPERATION,
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
                "requester": requester,
            },
        )
        return answer

    def exp_status(self, requestid: str) -> dict[str, Any]:
        """Ask whether an export is ready, and for its files."""
        answer: dict[str, Any] = self._call(exp_status.OPERATION, {"requestid": requestid})
        return answer

    def rs_list(
        self,
        ds: str,
        key: str | Sequence[str] | None = None,
        seg: str | Sequence[str] | None = None,
        link: str | Sequence[str] | None = None,
        recinfo: bool = False,
        n: int | None = None,
        uid: str | None = None,
    ) -> dict[str, Any]:
        """List keyword, segment and link values for every record of a record set."""
        answer: dict[str, Any] = self._call(
            rs_list.OPERATION,
            {"ds": ds, "key": key, "seg": seg, "link": link, "recinfo": recinfo, "n": n, "uid": uid},
        )
        return answer

    def rs_summary(self, ds: str) -> dict[str, Any]:
        """Count the records of a record set."""
        answer: dict[str, Any] = self._call(rs_summary.OPERATION, {"ds": ds})
        return answer

    def series_struct(self, ds: str) -> dict[str, Any]:
        """Describe a data series, its keywords, segments, links and extent."""
        answer: dict[str, Any] = self._call(series_struct.OPERATION, {"ds": ds})
        return answer

    def show_series(self, ds_filter: str | None = None) -> dict[str, Any]:
        """List the data series of a server."""
        answer: dict[str, Any] = self._call(show_series.OPERATION, {"ds_filter": ds_filter})
        return answer

    def show_series_wrapper(self, ds_filter: str | None = None, info: bool = False) -> dict[str, Any]:
        """List all public data series of JSOC, its internal ones included."""
        answer: dict[str, Any] = self._call(
            show_series_wrapper.OPERATION, {"ds_filter": ds_filter, "info": info}
        )
        return answer
