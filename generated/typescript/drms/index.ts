// Generated from spec/drms/service.yaml; do not edit.
// Change the spec, then run `make generate`.

/**
 * The CGIs of the JSOC and NetDRMS solar data servers.
 *
 * DRMS keeps solar observations as *series*: named tables such as `hmi.m_720s`, whose *records*
 * have keywords (metadata), segments (data files) and links (pointers to records of other series).
 * Small web programs answer questions about them and take export orders.
 *
 * | question | operation |
 * |---|---|
 * | Which series are there? | `show_series`, `show_series_wrapper` |
 * | What is in a series? | `series_struct` |
 * | How many records does a record set hold? | `rs_summary` |
 * | What are their values and where are their files? | `rs_list` |
 * | Is my e-mail address registered for exports? | `check_address` |
 * | Please prepare these data for me. | `exp_request` |
 * | Are they ready? | `exp_status` |
 *
 * That is what the usual client knows. The servers can do more:
 *
 * | question | operation |
 * |---|---|
 * | The values record by record, under their FITS names? | `rs_records` |
 * | The same as a text with tabs, and counts, extents, paths? | `show_info` |
 * | What does a record-set text mean? | `drms_parserecset` |
 * | What is known of several series? | `series_info` |
 * | Please register my address. | `register_address` |
 * | Whole storage units, and how they are getting on? | `exp_su`, `exp_su_status` |
 * | Has my address an unfinished export? Please cancel it. | `manage_request`, `cancel_request` |
 * | A handle for my query? Please stop the query. | `web_request_id`, `jsoc_userkill` |
 * | The files at once, as one stream? | `drms_export` |
 * | The same export again? (Refused by every server.) | `exp_repeat` |
 *
 * The public site has wrapper programs (`jsocextinfo`, `jsocextfetch`, `showextinfo`) that also
 * read the internal series that JSOC shows to everybody, and the internal site has `showintseries`.
 * They take and give the same as the programs that they stand before, so they are no operations of
 * their own but other servers: `jsoc_ext` and `jsoc_internal`.
 *
 * A *record set* is written as a series name with filters:
 * `hmi.m_720s[2024.01.01_TAI/1d@6h]{magnetogram}` means one day of that series, every six hours,
 * segment `magnetogram` only.
 *
 * Requests are GET with the whole request in the query string; a blank is sent as `%20`, which is
 * the one form that every one of these programs reads as a blank. With a URL of more than 2000
 * characters the same text is sent as a form by POST, to the programs that read one. Answers are
 * JSON inside HTTP 200, failures too: the member `status` (or `errMsg`) tells. The JSON is UTF-8 or
 * Latin-1 without saying which, so a body that is not valid UTF-8 is read as Latin-1.
 */

export { Client } from "./client.js";
export * from "./errors.js";
export { OPERATIONS } from "./operations.js";
export * from "./servers.js";
export * from "./types.js";
export * from "./cancel_request.js";
export * from "./check_address.js";
export * from "./drms_export.js";
export * from "./drms_parserecset.js";
export * from "./exp_repeat.js";
export * from "./exp_request.js";
export * from "./exp_status.js";
export * from "./exp_su.js";
export * from "./exp_su_status.js";
export * from "./jsoc_userkill.js";
export * from "./manage_request.js";
export * from "./register_address.js";
export * from "./rs_list.js";
export * from "./rs_records.js";
export * from "./rs_summary.js";
export * from "./series_info.js";
export * from "./series_struct.js";
export * from "./show_info.js";
export * from "./show_series.js";
export * from "./show_series_wrapper.js";
export * from "./web_request_id.js";
