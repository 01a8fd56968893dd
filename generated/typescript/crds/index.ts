// Generated from spec/crds/service.yaml; do not edit.
// Change the spec, then run `make generate`.

/**
 * The JSON-RPC services of the HST, JWST and Roman calibration reference servers.
 *
 * The Calibration Reference Data System (CRDS) of the Space Telescope Science Institute says which
 * calibration files are best for which observation. Its rules are kept in *mapping* files: a
 * `.pmap` for an observatory, an `.imap` for an instrument and an `.rmap` for one type of reference
 * file. A *context* is one version of all the rules, and is named by its top mapping, for example
 * `jwst_0565.pmap`.
 *
 * **Contexts.** Where an operation asks for a context it takes the name of a mapping, a date
 * (`2015-05-25T00:00:27`: the context that was the default then), or a symbolic name such as
 * `jwst-operational`, `jwst-latest`, `hst-acs-edit`. What this service calls *latest* today was
 * called *operational* until 2024; older servers and documents keep the older word.
 *
 * **Servers.** Every observatory has a server of its own, and a server answers for its own
 * observatory only. Which one is meant is never guessed: choose `hst`, `jwst` or `roman`. Test and
 * development servers follow the pattern `https://<observatory>-crds-<string>.stsci.edu/` with the
 * strings `bit`, `cit`, `dev`, `dit`, `int`, `test`, `tvac` and `serverless`; give such an address
 * as base URL. `tobs` is a test observatory that the public client knows; it has no server.
 *
 * **A call** is one POST of a JSON-RPC 1.0 request to `json/` below the server's base URL. What
 * stands behind `json/` in the path, as in `json/get_file_info/<id>/`, only makes the access log
 * readable; the server believes the body. Parameters travel by position in an array, all of them,
 * with `null` for what is not given: too few or too many make the server answer `OtherError` ("...
 * takes N positional arguments ..."), and named parameters do not work with version 1.0. The `id`
 * may be any JSON value and comes back as it was sent, but a missing or null `id` makes the call a
 * notification: HTTP 204 without a body. No method needs a login or a cookie.
 *
 * **An answer** is an object with exactly the members `error`, `jsonrpc`, `id` and `result`, in any
 * order, of the media type `application/json-rpc`. On success `error` is null; on failure `result`
 * is null. The error object holds `name` (a class name), `code` (500 for `OtherError`, 0 for the
 * server's own classes, negative for the JSON-RPC library's), `message` (the name, a colon and the
 * text, which may be HTML-escaped) and `data`; a server in debug mode adds `stack` and
 * `executable`. Application errors come with HTTP status 200. Trouble below that has other
 * statuses: 400 `InvalidRequestError` (-32600) for a GET request or an unreadable body, 404
 * `MethodNotFoundError` (-32601) for an unknown method, 504 from the proxy when the server is busy
 * for too long; `InvalidParamsError` has the code -32602.
 *
 * **Packed results.** Any result may be packed: an object whose member `crds_encoded` is "1.0" and
 * whose member `crds_payload` is base64 of gzip of JSON stands for that JSON.
 *
 * **Files** are fetched with GET, without a login, from places that the server information names:
 * `static_urls` of the client makes their URLs. Pickled rules are bytes here and are never
 * unpickled.
 *
 * **Facilities of the server beside the operations.** `json/browse/` is a page for trying the
 * methods by hand, found on development and test servers upon request.
 */

export { Client } from "./client.js";
export * from "./errors.js";
export { OPERATIONS } from "./operations.js";
export * from "./servers.js";
export * from "./types.js";
export * from "./file_exists.js";
export * from "./get_affected_datasets.js";
export * from "./get_aui_best_references.js";
export * from "./get_best_references.js";
export * from "./get_best_references_by_header_map.js";
export * from "./get_best_references_by_ids.js";
export * from "./get_build_context.js";
export * from "./get_context_by_date.js";
export * from "./get_context_history.js";
export * from "./get_dataset_headers_by_id.js";
export * from "./get_dataset_ids.js";
export * from "./get_default_context.js";
export * from "./get_delivery_status.js";
export * from "./get_file_info.js";
export * from "./get_file_info_map.js";
export * from "./get_mapping_names.js";
export * from "./get_mapping_url.js";
export * from "./get_reference_names.js";
export * from "./get_reference_url.js";
export * from "./get_remote_context.js";
export * from "./get_required_parkeys.js";
export * from "./get_server_info.js";
export * from "./get_sqlite_db.js";
export * from "./get_submission_info.js";
export * from "./get_system_versions.js";
export * from "./get_url.js";
export * from "./jpoll_abort.js";
export * from "./jpoll_pull_messages.js";
export * from "./list_mappings.js";
export * from "./list_references.js";
export * from "./push_remote_context.js";
export * from "./system_describe.js";
