# Generated from spec/drms/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What the service says no with."""

from astrowire_runtime.errors import RemoteError
from astrowire_runtime.patterns import every, first


class BackendTerminated(RemoteError):
    """The server's program was stopped before it could answer (status -1)."""


class ExportExpired(RemoteError):
    """The export was finished, and its files have been deleted since (status 5); request it again."""


class ExportFailed(RemoteError):
    """The export was refused or went wrong (status 4, or "1" in a finished index); its text says why."""


class ExportNotFound(RemoteError):
    """The server does not know this request id (status 6, older servers); new ids may take seconds to
    appear.
    """


class ExportOffline(RemoteError):
    """Some of the files are on tape only and the server will not fetch them by itself (status 25)."""

    @property
    def request_id(self) -> str | None:
        """Id that the server gave to the refused request; it appears in the text only."""
        return first("JSOC_[0-9]{8}_[0-9]+(_X)?(_IN)?", self.answer.error)


class ExportTooLarge(RemoteError):
    """The export is larger than the server allows (status 3); ask for fewer records."""


class NoHandle(RemoteError):
    """The server could not give out a handle."""


class PendingLimit(RemoteError):
    """This address or computer has too many unfinished exports (status 7); wait for one to finish."""

    @property
    def request_ids(self) -> list[str]:
        """Ids of the unfinished requests that the server names; empty when it names none."""
        return every("JSOC_[0-9]{8}_[0-9]+(_X)?(_IN)?", self.answer.error)


class QueryNotStopped(RemoteError):
    """The query was not stopped; the server's answer is kept."""


class RegistrationFailed(RemoteError):
    """The address could not be registered (negative status); the text says why."""


class RequestNotManaged(RemoteError):
    """The server could not look for, or cancel, unfinished exports (negative status); its text says
    why.
    """


class SeriesError(RemoteError):
    """The server could not answer a question about series or records; its text says why."""


class StorageDown(RemoteError):
    """The servers' storage system (SUMS) does not answer; try again later."""


class UnknownStatus(RemoteError):
    """The server answered with a status that no document lists; the whole answer is kept."""


class WrapperFailed(RemoteError):
    """A step of the public site around its program went wrong (status 2, 3, 5 or 6); its text says
    which.
    """
