"""What the documents' `crds.client` does beside its calls: defaults, other names, and the form of answers.

Every public method here is a function of the face; those that have the name of an
operation stand in the place of the function that would be generated.
"""

from __future__ import annotations

import html
import os
import re
import warnings
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, cast

from ..client import BaseClient
from ..display import value as shown
from ..envelope import RpcFault
from ..environment import Environment, settings
from ..errors import ConfigError, DownloadError, RequestInvalid
from ..faces import FaceModule, Struct, also_named
from ..log import logger
from ..operation import Operation
from . import cache, names
from .static import UNCHECKED, FileFacts, StaticUrls

if TYPE_CHECKING:
    from .caching import Cacher, OnFailure

OBSERVATORIES: Final = ("hst", "jwst", "roman", "tobs")
SOFTWARE: Final = {"hst": "caldp", "jwst": "jwst", "roman": "romancal"}
"""The package of an observatory's calibration software."""
SECTIONS: Final = ("reference_url", "mapping_url", "config_url", "pickle_url")
IDS_PER_CALL: Final = 200
"""Most ids in one call that the documents allow."""

_VERSION: Final = r"[0-9]{1,8}(\.[0-9]{1,8}(\.[0-9]{1,8})?)?"


class ServiceFace(FaceModule):
    """The functions of the face that are more than a call.

    Parameters
    ----------
    client : type of BaseClient
        Of the service.
    environment : tuple of Variable
        The service's variables.
    operations : mapping of str to Operation
        The service's operations.
    """

    def __init__(
        self, client: type[BaseClient], environment: Environment, operations: Mapping[str, Operation[Any]]
    ) -> None:
        super().__init__(client, environment)
        self._operations = operations
        self._set: BaseClient | None = None
        self._infos: dict[str, dict[str, Any]] = {}
        self._files: dict[str, StaticUrls] = {}

    def client(self) -> BaseClient:
        """Return the client for the server that was set, or that the environment names now."""
        return self._set or super().client()

    def _ask(self, name: str, **arguments: Any) -> Any:
        return self.call(self._operations[name], arguments)

    # ------------------------------------------------------------------ servers

    def set_crds_server(self, url: str | None) -> None:
        """Ask this server from now on, whatever the environment says; ``None``: the environment's again."""
        self._set = None if url is None else self._kind(base_url=url)

    def get_crds_server(self) -> str:
        """The base URL of the server, without a slash at its end."""
        return self.client().server.base_url.rstrip("/")

    def get_default_observatory(self) -> str:
        """The observatory that ``CRDS_OBSERVATORY`` names, or the server's URL.

        Raises
        ------
        ConfigError
            Neither names one; it is never supposed.
        """
        said = (settings(self._environment).server or "none").lower()
        if said in OBSERVATORIES:
            return said
        if said != "none":
            raise ConfigError(
                f"the environment variable CRDS_OBSERVATORY is {shown(said)}: it names no observatory; "
                f"known are {', '.join(OBSERVATORIES)}"
            )
        url = self.get_crds_server()
        found = next((each for each in OBSERVATORIES if each in url), None)
        if found is None:
            raise ConfigError(
                f"no observatory is named: CRDS_OBSERVATORY is not set, and {shown(url)} has none in it; set "
                f"CRDS_OBSERVATORY to one of {', '.join(OBSERVATORIES)}, or give observatory="
            )
        return found

    def get_server_info(self) -> dict[str, Any]:
        """What a client must know of the server, with URLs in their unchecked form.

        The members server, status and connected are added, and download_metadata where
        the server has none: then the catalogue is asked for all files.
        """
        info: dict[str, Any] = self._ask("get_server_info")
        server = self.get_crds_server()
        info |= {"server": server, "status": "server", "connected": True}
        for section in SECTIONS:
            if UNCHECKED in info.get(section, {}):
                info[section] = info[section][UNCHECKED]
        if "download_metadata" not in info:
            arguments = {"observatory": info["observatory"], "files": None, "fields": ["sha1sum", "size"]}
            info["download_metadata"] = _packed(self._ask("get_file_info_map", **arguments))
        self._infos[server] = info
        self._files[server] = StaticUrls(info)
        return info

    def get_cached_server_info(self) -> dict[str, Any]:
        """What ``get_server_info`` answered last for this server; asked for if it was not yet."""
        found = self._infos.get(self.get_crds_server())
        return self.get_server_info() if found is None else found

    def get_server_version(self) -> str:
        """The version of the server's program."""
        return str(self.get_cached_server_info()["crds_version"]["str"])

    def get_server_observatory(self) -> str:
        """The observatory that the server answers for."""
        return str(self.get_cached_server_info()["observatory"])

    def get_download_metadata(self) -> dict[str, dict[str, str]]:
        """Size and checksum of every file, by name."""
        facts = StaticUrls(self.get_cached_server_info()).facts
        return {name: {"size": each.size, "sha1sum": each.sha1sum} for name, each in facts.items()}

    # ------------------------------------------------------------------ contexts

    def get_default_context(self, observatory: str | None = None, state: str | None = None) -> str:
        """The context that the archive's pipeline uses at present.

        Without a state, and with "build", JWST's is the build context where the package
        jwst is installed here; a server that is too old to know states gives the latest.
        """
        observatory = observatory or self.get_default_observatory()
        if state == "build" or (observatory == "jwst" and state is None):
            return self.get_build_context(observatory)
        return self._default_context(observatory, state)

    def _default_context(self, observatory: str, state: str | None) -> str:
        try:
            return str(self._ask("get_default_context", observatory=observatory, state=state))
        except RpcFault as fault:
            # What an old server takes for granted may be left unsaid; nothing else may.
            if state != "latest" or "positional argument" not in fault.message:
                raise
            return str(self._ask("get_default_context", observatory=observatory))

    def get_build_context(self, observatory: str | None = None) -> str:
        """The context that fits the calibration software that is installed here; the latest if none is.

        The software is the package jwst, romancal (Roman) or caldp (HST). For a version
        of development the edit context is asked for. The latest context is the answer
        as well when the server can't tell the build context.
        """
        observatory = observatory or self.get_default_observatory()
        version = _installed(SOFTWARE.get(observatory))
        if version is not None and "dev" in version:
            return self._default_context(observatory, "edit")
        number = re.match(_VERSION, version or "")
        if number is not None:
            try:
                return str(self._ask("get_build_context", observatory=observatory, calver=number[0]))
            except RpcFault as fault:
                message = "no build context for %s %s, the latest one is used: %s"
                logger().warning(message, SOFTWARE[observatory], number[0], fault)
        return self._default_context(observatory, None)

    def push_remote_context(self, observatory: str, kind: str, key: str, context: str) -> None:
        """Tell the server which context a pipeline's own copy of the rules is at.

        A server that refuses the kind operational is told latest, which is its newer word.
        """
        arguments = {"observatory": observatory, "kind": kind, "key": key, "context": context}
        try:
            self._ask("push_remote_context", **arguments)
        except RpcFault:
            if kind != "operational":
                raise
            self._ask("push_remote_context", **arguments | {"kind": "latest"})

    # ------------------------------------------------------------------ best references and datasets

    @also_named(pipeline_context="context")
    def get_best_references(
        self, context: str, header: Mapping[str, str], reftypes: Sequence[str] | None = None
    ) -> dict[str, Any]:
        """The best reference files for one set of matching parameters."""
        found: dict[str, Any] = self._ask(
            "get_best_references", context=context, header=header, reftypes=reftypes
        )
        return found

    @also_named(dataset_ids="ids")
    def get_aui_best_references(self, date: str, ids: Sequence[str]) -> dict[str, list[Any]]:
        """The best reference files for datasets of the archive, as plain lists of names."""
        found: dict[str, list[Any]] = self._ask("get_aui_best_references", date=date, ids=ids)
        return found

    @also_named(context="context_specifier", dataset_ids="ids")
    def get_dataset_headers_by_id(
        self, context_specifier: str, ids: Sequence[str], datasets_since: str | None = None
    ) -> dict[str, Any]:
        """The matching parameters of datasets; of a context that is a path, the name counts."""
        found: dict[str, Any] = self._ask(
            "get_dataset_headers_by_id",
            context_specifier=_file_of(context_specifier),
            ids=ids,
            datasets_since=datasets_since,
        )
        return found

    def get_dataset_ids(self, context: str, instrument: str, datasets_since: str | None = None) -> list[str]:
        """The ids of all datasets of an instrument; of a context that is a path, the name counts."""
        found: list[str] = self._ask(
            "get_dataset_ids", context=_file_of(context), instrument=instrument, datasets_since=datasets_since
        )
        return found

    def get_dataset_headers_by_instrument(
        self, context: str, instrument: str, datasets_since: str | None = None
    ) -> dict[str, Any]:
        """The matching parameters of every dataset of one instrument, in as many calls as that takes."""
        ids = self.get_dataset_ids(context, instrument, datasets_since)
        return dict(self.get_dataset_headers_unlimited(context, ids))

    def get_dataset_headers_unlimited(self, context: str, ids: Sequence[str]) -> Iterator[tuple[str, Any]]:
        """Ids and matching parameters of any number of datasets, in as many calls as that takes."""
        most = min(IDS_PER_CALL, self.get_cached_server_info().get("max_headers_per_rpc", IDS_PER_CALL))
        for start in range(0, len(ids), most):
            yield from self.get_dataset_headers_by_id(context, ids[start : start + most]).items()

    def get_required_parkeys(self, context: str) -> list[str] | dict[str, list[str]]:
        """The matching parameters that rules look at; of a context that is a path, the name counts."""
        found: list[str] | dict[str, list[str]] = self._ask("get_required_parkeys", context=_file_of(context))
        return found

    def get_affected_datasets(
        self, observatory: str, old_context: str | None = None, new_context: str | None = None
    ) -> Struct:
        """The datasets whose best references a change of the context has changed."""
        arguments = {"observatory": observatory, "old_context": old_context, "new_context": new_context}
        return Struct(self._ask("get_affected_datasets", **arguments))

    def get_system_versions(self, master_version: str, context: str | None = None) -> Struct:
        """The versions of the calibration steps that belong to one release of the calibration software."""
        return Struct(self._ask("get_system_versions", master_version=master_version, context=context))

    # ------------------------------------------------------------------ files

    def get_flex_uri(self, filename: str, observatory: str | None = None) -> str:
        """Where a file is fetched from: a place that the environment names, else the server's.

        ``"none"`` if there is no such place. Names are checked, so that none is a path.
        """
        if filename.upper().startswith("NOT FOUND"):
            return filename
        kind = names.kind(filename)
        base = os.environ.get(f"CRDS_{kind.upper()}_URI", "none").strip()
        if base.lower() not in ("", "none"):  # the documents' client sets it to "None" where it is not set
            return f"{base.removesuffix('/')}/{filename}"
        observatory = observatory or self.get_default_observatory()
        info = self.get_cached_server_info()
        if not info.get(f"{kind}_url"):
            return "none"
        return StaticUrls(info, observatory).of(filename)

    def get_url(self, pipeline_context: str, filename: str) -> str:
        """The URL under which the server gives a file; deprecated."""
        _deprecated("get_url")
        return str(self._ask("get_url", pipeline_context=pipeline_context, filename=filename))

    def get_mapping_url(self, pipeline_context: str, mapping: str) -> str:
        """The URL under which the server gives a mapping; deprecated."""
        _deprecated("get_mapping_url")
        return str(self._ask("get_mapping_url", pipeline_context=pipeline_context, mapping=mapping))

    def get_reference_url(self, pipeline_context: str, reference: str) -> str:
        """The URL under which the server gives a reference file; deprecated."""
        _deprecated("get_reference_url")
        return str(self._ask("get_reference_url", pipeline_context=pipeline_context, reference=reference))

    def is_known_mapping(self, mapping: str) -> bool:
        """Whether the server knows a mapping."""
        try:
            return bool(self._ask("get_mapping_url", pipeline_context=mapping, mapping=mapping))
        except RpcFault:
            return False

    def get_sqlite_db(self, observatory: str) -> str:
        """Write the server's database to the cache, and return its path.

        The place is that of the documents' client: crds_db.sqlite3 among the configuration files. What comes
        is verified before anything is written, and the file is replaced whole.
        """
        cache.require_writable()
        answer = self.client().call(self._operations["get_sqlite_db"], {"observatory": observatory})
        path = os.path.join(cache.config_folder(observatory), cache.DATABASE)
        cache.write(path, answer.database)
        return path

    # ------------------------------------------------------------------ files in the cache

    def cache_references(
        self,
        pipeline_context: str,
        bestrefs: Mapping[str, Any],
        ignore_cache: bool = False,
        parameters: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Bring best references into the cache, and return them with paths in place of names.

        What is not found because it does not apply (`NOT FOUND n/a`) stays as it is. Before anything is
        fetched, the call fails if another type is not found; when a file can't be fetched, it fails after the
        others were. The matching parameters of the dataset tell whose instrument the files are, where their
        names do not. With `CRDS_S3_RETURN_URI` set nothing is fetched, and places are in the places of paths.

        Raises
        ------
        DownloadError
            A type of reference was not found, or a file could not be fetched.
        """
        from . import references

        wanted = references.wanted(bestrefs)
        if cache.flag("CRDS_S3_RETURN_URI", False):
            places = {name: self.get_flex_uri(name) for name in wanted}
        else:
            cacher = self._cacher(pipeline_context, ignore_cache, "raise at the end", parameters)
            places = cacher.get(wanted)[0]
        return references.placed(bestrefs, places)

    def cache_best_references(
        self,
        pipeline_context: str,
        header: Mapping[str, str],
        ignore_cache: bool = False,
        reftypes: Sequence[str] | None = None,
    ) -> dict[str, Any]:
        """Ask for the best references of a dataset, and do as ``cache_references`` with them."""
        found = self.get_best_references(pipeline_context, header, reftypes)
        with _names_of_server():
            return self.cache_references(pipeline_context, found, ignore_cache)

    def dump_mappings(
        self,
        pipeline_context: str,
        ignore_cache: bool = False,
        mappings: Iterable[str] | None = None,
        raise_exceptions: bool = True,
    ) -> dict[str, str]:
        """Bring all mappings that a context reaches into the cache, and return their paths by name.

        Mappings that are given are fetched alone, without what they reach. What is fetched is bytes: no
        mapping is ever run. With ``raise_exceptions=False`` a file that can't be fetched is warned of, and
        its path returned all the same.

        Raises
        ------
        DownloadError
            A file could not be fetched.
        """
        return self.dump_mappings3(pipeline_context, ignore_cache, mappings, raise_exceptions)[0]

    def dump_mappings3(
        self,
        pipeline_context: str,
        ignore_cache: bool = False,
        mappings: Iterable[str] | None = None,
        raise_exceptions: bool = True,
    ) -> tuple[dict[str, str], int, int]:
        """Do as ``dump_mappings``, and return how many files were not there and their bytes, too."""
        cacher = self._cacher(pipeline_context, ignore_cache, "raise" if raise_exceptions else "warn")
        if mappings is not None:
            return cacher.get(sorted(_texts("mappings", mappings), reverse=True))
        found = self._ask("get_mapping_names", pipeline_context=pipeline_context)
        with _names_of_server():
            return cacher.get(sorted(set(found), reverse=True))

    def dump_references(
        self,
        pipeline_context: str,
        baserefs: Iterable[str] | None = None,
        ignore_cache: bool = False,
        raise_exceptions: bool = True,
    ) -> dict[str, str]:
        """Bring reference files into the cache, by default all of a context, and return their paths by name.

        Names that begin with `NOT FOUND` are left out. ``raise_exceptions`` is as in ``dump_mappings``.

        Raises
        ------
        DownloadError
            A file could not be fetched.
        """
        return self.dump_references3(pipeline_context, baserefs, ignore_cache, raise_exceptions)[0]

    def dump_references3(
        self,
        pipeline_context: str,
        baserefs: Iterable[str] | None = None,
        ignore_cache: bool = False,
        raise_exceptions: bool = True,
    ) -> tuple[dict[str, str], int, int]:
        """Do as ``dump_references``, and return how many files were not there and their bytes, too."""
        cacher = self._cacher(pipeline_context, ignore_cache, "raise" if raise_exceptions else "warn")
        if baserefs is not None:
            given = _texts("baserefs", baserefs)
            return cacher.get(sorted(each for each in given if "NOT FOUND" not in each))
        found = self._ask("get_reference_names", pipeline_context=pipeline_context)
        with _names_of_server():
            return cacher.get(sorted(each for each in set(found) if "NOT FOUND" not in each))

    def dump_files(
        self,
        pipeline_context: str | None = None,
        files: Iterable[str] | None = None,
        ignore_cache: bool = False,
        raise_exceptions: bool = True,
    ) -> tuple[dict[str, str], int, int]:
        """Bring mappings and references into the cache, by default all mappings of the default context.

        Of files that are given as paths, the names count.

        Returns
        -------
        (dict, int, int)
            Paths by name, how many files were not there, and how many bytes they have.

        Raises
        ------
        DownloadError
            A file could not be fetched.
        """
        context = self.get_default_context() if pipeline_context is None else pipeline_context
        if files is None:
            return self.dump_mappings3(context, ignore_cache, None, raise_exceptions)
        given = sorted({_file_of(each) for each in _texts("files", files)})
        mappings = [each for each in given if each.endswith(names.MAPPINGS)]
        others = [each for each in given if not each.endswith(names.MAPPINGS)]
        paths, lacking, size = self.dump_mappings3(context, ignore_cache, mappings, raise_exceptions)
        more = self.dump_references3(context, others, ignore_cache, raise_exceptions)
        return paths | more[0], lacking + more[1], size + more[2]

    def _cacher(
        self,
        context: str,
        ignore_cache: bool,
        on_failure: OnFailure,
        parameters: Mapping[str, Any] | None = None,
    ) -> Cacher:
        from .caching import Cacher, Source

        if not isinstance(ignore_cache, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise RequestInvalid(f"ignore_cache must be True or False, got {shown(ignore_cache)}")
        observatory = next((each for each in OBSERVATORIES if each in str(context)), None)
        return Cacher(
            Source(self.client, self._catalogue, self._instruments, self.get_flex_uri),
            observatory or self.get_default_observatory(),
            ignore_cache=ignore_cache,
            on_failure=on_failure,
            parameters=parameters,
        )

    def _catalogue(self, ask: bool) -> Mapping[str, FileFacts]:
        """What the server says of its files; unless it is to be asked, what it said before."""
        if ask:
            self.get_cached_server_info()
        try:
            found = self._files.get(self.get_crds_server())
        except ConfigError:  # no server is named, and none may be needed
            found = None
        return {} if found is None else found.facts

    def _instruments(self, observatory: str, files: Sequence[str]) -> dict[str, str]:
        """The instruments of files, by the server's catalogue."""
        arguments = {"observatory": observatory, "files": list(files), "fields": ["instrument"]}
        found: dict[str, Any] = self._ask("get_file_info_map", **arguments)
        said = {name: _member(each, "instrument") for name, each in found.items()}
        return {name: each.lower() for name, each in said.items() if isinstance(each, str)}

    # ------------------------------------------------------------------ submissions

    def jpoll_pull_messages(self, key: str, since_id: int | str | None = None) -> list[Struct]:
        """What a submission that is being worked on has said, with texts un-escaped."""
        messages: list[dict[str, Any]] = self._ask("jpoll_pull_messages", key=key, since_id=since_id)
        return [Struct(each | {"data": _unescaped(each["data"])}) for each in messages]


@contextmanager
def _names_of_server() -> Generator[None]:
    """Names that a server sent and that are none are no fault of the caller."""
    try:
        yield
    except RequestInvalid as error:
        raise DownloadError(f"the server names a file that could be none: {error.message}") from error


def _texts(argument: str, given: Iterable[str]) -> set[str]:
    """Names that were given, each once.

    Raises
    ------
    RequestInvalid
        They are no texts, or one text and no list of them.
    """
    found: list[object] | None
    try:
        found = None if isinstance(given, str) else list(given)
    except TypeError:  # it holds nothing
        found = None
    if found is None or not all(isinstance(each, str) for each in found):
        raise RequestInvalid(f"{argument} is a list of names of files, got {shown(given)}")
    return {str(each) for each in found}


def _member(value: object, name: str) -> object:
    """A member of what may be no object."""
    return cast("dict[str, object]", value).get(name) if isinstance(value, dict) else None


def _unescaped(data: Any) -> Any:
    return html.unescape(data) if isinstance(data, str) else data


def _file_of(context: str) -> str:
    """The name of a context that may be given as a path."""
    return os.path.basename(context) if type(context) is str else context


def _installed(package: str | None) -> str | None:
    """The version of an installed package."""
    from importlib.metadata import PackageNotFoundError, version

    if package is None:
        return None
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _packed(value: object) -> dict[str, str]:
    """A value packed as the server packs it."""
    import base64
    import gzip

    import msgspec

    payload = base64.b64encode(gzip.compress(msgspec.json.encode(value))).decode("ascii")
    return {"crds_encoded": "1.0", "crds_payload": payload}


def _deprecated(name: str) -> None:
    warnings.warn(
        f"{name} is deprecated since 2020; get_flex_uri makes URLs from the server information",
        DeprecationWarning,
        stacklevel=3,
    )
