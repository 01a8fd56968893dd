# Generated from spec/crds/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The typed client of the service."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.crds.client import ServiceMethods

from .file_exists import file_exists
from .get_affected_datasets import get_affected_datasets
from .get_aui_best_references import get_aui_best_references
from .get_best_references import get_best_references
from .get_best_references_by_header_map import get_best_references_by_header_map
from .get_best_references_by_ids import get_best_references_by_ids
from .get_build_context import get_build_context
from .get_context_by_date import get_context_by_date
from .get_context_history import get_context_history
from .get_dataset_headers_by_id import get_dataset_headers_by_id
from .get_dataset_ids import get_dataset_ids
from .get_default_context import get_default_context
from .get_delivery_status import get_delivery_status
from .get_file_info import get_file_info
from .get_file_info_map import get_file_info_map
from .get_mapping_names import get_mapping_names
from .get_mapping_url import get_mapping_url
from .get_reference_names import get_reference_names
from .get_reference_url import get_reference_url
from .get_remote_context import get_remote_context
from .get_required_parkeys import get_required_parkeys
from .get_server_info import get_server_info
from .get_sqlite_db import get_sqlite_db
from .get_submission_info import get_submission_info
from .get_system_versions import get_system_versions
from .get_url import get_url
from .jpoll_abort import jpoll_abort
from .jpoll_pull_messages import jpoll_pull_messages
from .list_mappings import list_mappings
from .list_references import list_references
from .push_remote_context import push_remote_context
from .servers import SERVERS
from .system_describe import system_describe


class Client(ServiceMethods, BaseClient):
    """The JSON-RPC services of the HST, JWST and Roman calibration reference servers.

    The Calibration Reference Data System (CRDS) of the Space Telescope Science Institute says which
    calibration files are best for which observation. Its rules are kept in *mapping* files: a
    `.pmap` for an observatory, an `.imap` for an instrument and an `.rmap` for one type of
    reference file. A *context* is one version of all the rules, and is named by its top mapping,
    for example `jwst_0565.pmap`.

    **Contexts.** Where an operation asks for a context it takes the name of a mapping, a date
    (`2015-05-25T00:00:27`: the context that was the default then), or a symbolic name such as
    `jwst-operational`, `jwst-latest`, `hst-acs-edit`. What this service calls *latest* today was
    called *operational* until 2024; older servers and documents keep the older word.

    **Servers.** Every observatory has a server of its own, and a server answers for its own
    observatory only. Which one is meant is never guessed: choose `hst`, `jwst` or `roman`. Test and
    development servers follow the pattern `https://<observatory>-crds-<string>.stsci.edu/` with the
    strings `bit`, `cit`, `dev`, `dit`, `int`, `test`, `tvac` and `serverless`; give such an address
    as base URL. `tobs` is a test observatory that the public client knows; it has no server.

    **A call** is one POST of a JSON-RPC 1.0 request to `json/` below the server's base URL. What
    stands behind `json/` in the path, as in `json/get_file_info/<id>/`, only makes the access log
    readable; the server believes the body. Parameters travel by position in an array, all of them,
    with `null` for what is not given: too few or too many make the server answer `OtherError` ("...
    takes N positional arguments ..."), and named parameters do not work with version 1.0. The `id`
    may be any JSON value and comes back as it was sent, but a missing or null `id` makes the call a
    notification: HTTP 204 without a body. No method needs a login or a cookie.

    **An answer** is an object with exactly the members `error`, `jsonrpc`, `id` and `result`, in
    any order, of the media type `application/json-rpc`. On success `error` is null; on failure
    `result` is null. The error object holds `name` (a class name), `code` (500 for `OtherError`, 0
    for the server's own classes, negative for the JSON-RPC library's), `message` (the name, a colon
    and the text, which may be HTML-escaped) and `data`; a server in debug mode adds `stack` and
    `executable`. Application errors come with HTTP status 200. Trouble below that has other
    statuses: 400 `InvalidRequestError` (-32600) for a GET request or an unreadable body, 404
    `MethodNotFoundError` (-32601) for an unknown method, 504 from the proxy when the server is busy
    for too long; `InvalidParamsError` has the code -32602.

    **Packed results.** Any result may be packed: an object whose member `crds_encoded` is "1.0" and
    whose member `crds_payload` is base64 of gzip of JSON stands for that JSON.

    **Files** are fetched with GET, without a login, from places that the server information names:
    `static_urls` of the client makes their URLs. Pickled rules are bytes here and are never
    unpickled.

    **Facilities of the server beside the operations.** `json/browse/` is a page for trying the
    methods by hand, found on development and test servers upon request.

    Parameters
    ----------
    server : str or ServerConfig, optional
        Id (any case), configuration, or base URL.
    base_url, deadline, timeout, attempts, session, strict
        By keyword; see `BaseClient`.
    """

    SERVERS = SERVERS
    DEFAULT_SERVER = None
    USER_AGENT = "astrowire/0.1.0"

    file_exists = file_exists
    get_affected_datasets = get_affected_datasets
    get_aui_best_references = get_aui_best_references
    get_best_references = get_best_references
    get_best_references_by_header_map = get_best_references_by_header_map
    get_best_references_by_ids = get_best_references_by_ids
    get_build_context = get_build_context
    get_context_by_date = get_context_by_date
    get_context_history = get_context_history
    get_dataset_headers_by_id = get_dataset_headers_by_id
    get_dataset_ids = get_dataset_ids
    get_default_context = get_default_context
    get_delivery_status = get_delivery_status
    get_file_info = get_file_info
    get_file_info_map = get_file_info_map
    get_mapping_names = get_mapping_names
    get_mapping_url = get_mapping_url
    get_reference_names = get_reference_names
    get_reference_url = get_reference_url
    get_remote_context = get_remote_context
    get_required_parkeys = get_required_parkeys
    get_server_info = get_server_info
    get_sqlite_db = get_sqlite_db
    get_submission_info = get_submission_info
    get_system_versions = get_system_versions
    get_url = get_url
    jpoll_abort = jpoll_abort
    jpoll_pull_messages = jpoll_pull_messages
    list_mappings = list_mappings
    list_references = list_references
    push_remote_context = push_remote_context
    system_describe = system_describe
