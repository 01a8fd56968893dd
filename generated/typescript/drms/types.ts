// Generated from spec/drms/types.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isInteger, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Open, Schema } from "../runtime/schema.js";

const SERIES_NAME_PATTERN = /^[A-Za-z][A-Za-z0-9_]*\.[A-Za-z0-9_.]+$/u;
const STATUS_WORDS: readonly unknown[] = [2, 3, 4, 5, 6];
const QUANTITY_PATTERN = /^-?[0-9]{1,300}(\.[0-9]{1,300})?$/u;
const STATUS_WORDS_2: readonly unknown[] = [3, 4, 5, 6, 7, 25];
const STATUS_WORDS_3: readonly unknown[] = ["0", "1", "2", "3"];
const STATUS_WORDS_4: readonly unknown[] = ["-1", "-2", "-3", "-4", "-5", "-6"];

/** A closed set of words. */
export type WrapperFailureStatus = 2 | 3 | 4 | 5 | 6;

/** Words that are known; others may come. */
export type ExportDoneMethod = Open<"url_quick" | "url" | "url-tar" | "ftp" | "ftp-tar">;

/** Words that are known; others may come. */
export type ExportDoneProtocol = Open<
  "as-is" | "fits" | "jpg" | "mpg" | "mp4" | "png" | "su-as-is"
>;

/** Words that are known; others may come. */
export type ExportFailedIndexMethod = Open<"url_quick" | "url" | "url-tar" | "ftp" | "ftp-tar">;

/** Words that are known; others may come. */
export type ExportFailedIndexProtocol = Open<
  "as-is" | "fits" | "jpg" | "mpg" | "mp4" | "png" | "su-as-is"
>;

/** Words that are known; others may come. */
export type ExportPendingMethod = Open<"url_quick" | "url" | "url-tar" | "ftp" | "ftp-tar">;

/** A closed set of words. */
export type ExportFailureStatus = 3 | 4 | 5 | 6 | 7 | 25;

/** Words that are known; others may come. */
export type ExportFailureMethod = Open<"url_quick" | "url" | "url-tar" | "ftp" | "ftp-tar">;

/** A closed set of words. */
export type RequestFaultStatus = "-1" | "-2" | "-3" | "-4" | "-5" | "-6";

/**
 * A record-set specification, series name plus filters, such as
 * `hmi.m_720s[2024.01.01_TAI/1d]{magnetogram}`.
 *
 * `series[filter][filter]{segment,segment}`. The first bracket filters the first prime key, the
 * second the second one, and so on; `[]` skips a key and `[KEY=value]` names one.
 *
 * | text | meaning |
 * |---|---|
 * | `[2024.01.01_TAI/1d@6h]` | one day from that time, end excluded, one record every six hours |
 * | `[2024.01.01_TAI-2024.01.02_TAI]` | from the first to the second time, both included |
 * | `[^]`, `[$]` | the first, the last value of a key |
 * | `[:#123]`, `[:#$]` | by record number |
 * | `[? DATAMEAN > 5 ?]` | an SQL condition over keywords; only the newest version of each record |
 * | `[! 1=1 !]` | an SQL condition over all versions of the records |
 * | `{magnetogram}` | these segments only |
 *
 * Durations are numbers with `s`, `m`, `h`, `d` (seconds to days) or `u` (slots). A time without a
 * zone is UTC. Series names ignore case. Several record sets may be joined by `,` where the
 * operation allows it.
 *
 * Source: drms_names.c, drms_record.c, help RecordSet.
 */
export type RecordSet = string;

/** Whether a value is of the type `RecordSet`. */
export function isRecordSet(value: unknown): value is RecordSet {
  return typeof value === "string";
}

/**
 * Name of a data series, namespace and name joined by a dot, such as `hmi.M_720s`; at most 63
 * characters.
 *
 * Source: drms_names.c, drms_types.h, show_series.c.
 */
export type SeriesName = string;

/** Whether a value is of the type `SeriesName`. */
export function isSeriesName(value: unknown): value is SeriesName {
  return typeof value === "string" && SERIES_NAME_PATTERN.test(value);
}

/**
 * The answer of `jsoc_info` when it cannot do what it was asked.
 *
 * Source: jsoc_info.c, netdrms observed.
 */
export interface InfoFailure {
  /** Always 1, any error. */
  readonly status: 1;
  /** What went wrong, in the server's or its database's words; may hold line breaks. */
  readonly error: string;
}

/** Whether a value is of the type `InfoFailure`. */
export function isInfoFailure(value: unknown, seen: Seen = unseen()): value is InfoFailure {
  if (!isObject(value)) {
    return false;
  }
  if (value.status !== 1) {
    return false;
  }
  if (typeof value.error !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/**
 * The answer of the public site's wrapper program when it could not get an answer from `jsoc_info`.
 *
 * Source: jsocextinfo.py.
 */
export interface WrapperFailure {
  /**
   * Which step went wrong: 2 the site's settings, 3 the kind of its machine, 4 reading the record
   * set, 5 the choice of the database, 6 the program itself.
   */
  readonly status: WrapperFailureStatus;
  /** What went wrong, in the program's own words. */
  readonly error: string;
}

/** Whether a value is of the type `WrapperFailure`. */
export function isWrapperFailure(value: unknown, seen: Seen = unseen()): value is WrapperFailure {
  if (!isObject(value)) {
    return false;
  }
  if (!STATUS_WORDS.includes(value.status)) {
    return false;
  }
  if (typeof value.error !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/**
 * The answer of a program that was stopped, by a time limit, by its user or because storage is
 * down.
 *
 * Source: jsoc_info.c, netdrms observed.
 */
export interface Termination {
  /** Always -1, the program was terminated. */
  readonly status: -1;
  /** What went wrong; absent in every answer seen so far. */
  readonly error?: string;
}

/** Whether a value is of the type `Termination`. */
export function isTermination(value: unknown, seen: Seen = unseen()): value is Termination {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (value.status !== -1) {
    return false;
  }
  if (value.error !== undefined) {
    if (typeof value.error !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * An answer whose status is in no document.
 *
 * Source: inference.
 */
export interface OtherStatus {
  /** The unlisted status, as number or as text. */
  readonly status: number | string;
  /** What went wrong, if the server says so. */
  readonly error?: string;
}

/** Whether a value is of the type `OtherStatus`. */
export function isOtherStatus(value: unknown, seen: Seen = unseen()): value is OtherStatus {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!isInteger(value.status) && typeof value.status !== "string") {
    return false;
  }
  if (value.error !== undefined) {
    if (typeof value.error !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * A number, or the same number as text, as finished exports write it.
 *
 * Source: rec 2020, make_index.c.
 */
export type Quantity = number | string;

/** Whether a value is of the type `Quantity`. */
export function isQuantity(value: unknown): value is Quantity {
  return isInteger(value) || (typeof value === "string" && QUANTITY_PATTERN.test(value));
}

/**
 * One exported file.
 *
 * Source: make_index.c, jsoc_fetch.c, rec 2020.
 */
export interface ExportFile {
  /**
   * Record that the file belongs to, as a record-set text; `movie of the following data` for a
   * movie, and a warning or error text (`warning=No FITS files were exported. ...`) when there is
   * no file.
   */
  readonly record: Open<
    | "movie of the following data"
    | "warning=No FITS files were exported. The requested FITS files no longer exist."
  >;
  /**
   * File name below `dir`, a full path when `dir` is empty, `NoDataFile` when the file is missing.
   */
  readonly filename: Open<"NoDataFile" | "">;
}

/** Whether a value is of the type `ExportFile`. */
export function isExportFile(value: unknown, seen: Seen = unseen()): value is ExportFile {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.record !== "string") {
    return false;
  }
  if (typeof value.filename !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/**
 * The files of a finished export, answered at once or read from its stored index.
 *
 * Two programs write this answer. An immediate one (`url_quick` with `as-is`) has numbers, an empty
 * `dir` and full paths. The stored index of a queued export has texts for every scalar; numbers
 * written as texts arrive here as numbers. Which of the optional members are there depends on the
 * exporter:
 *
 * | member | immediate | as-is | fits | images, movies |
 * |---|---|---|---|---|
 * | `requestid` | `""` | yes | yes | no, `reqid` |
 * | `count` | yes | yes | yes | no |
 * | `rcount` | yes | no | no | no |
 * | `wait` | 0 | 0 | no | no |
 * | `dir` | `""` | unless there are no records | yes | yes |
 * | `version` | no | yes | yes | no |
 * | `exptime` | no | no | yes | no |
 * | `expversion`, `recordset`, `filefmt`, `cparms` | no | no | no | yes |
 * | `movie name` | no | no | no | movies |
 * | `keywords` | no | yes | yes | yes |
 * | `tarfile` | no | with a `-tar` method | with a `-tar` method | with a `-tar` method |
 *
 * To download a file, append `tarfile`, or `dir` + `/` + `filename`, or the full `filename` when
 * `dir` is empty, to `http://jsoc.stanford.edu`. Files stay on disk for seven days.
 *
 * Source: make_index.c, jsoc_fetch.c, as_is.c, as_fits.c, as_images, SU_as_is.c, rec 2020, netdrms
 * observed.
 */
export interface ExportDone {
  /** Done; the number 0 in an immediate answer, the text "0" in a stored index. */
  readonly status: "0" | 0;
  /** Id of the export; empty in an immediate answer, absent for images and movies. */
  readonly requestid?: string;
  /** Id of the export, for images and movies only. */
  readonly reqid?: string;
  /** Export method, such as `url_quick` or `url-tar`. */
  readonly method: ExportDoneMethod;
  /** Export protocol, the bare word. */
  readonly protocol: ExportDoneProtocol;
  /**
   * Directory of the files, such as `/SUM66/D1278070722/S00000`; empty when filenames are full
   * paths.
   */
  readonly dir?: string;
  /** The files, in record order; a movie comes before its frames. */
  readonly data: readonly ExportFile[];
  /** Number of files. */
  readonly count?: Quantity;
  /** Number of records, in an immediate answer. */
  readonly rcount?: Quantity;
  /** Size of all files in megabytes, rounded down, at least 1; movies have decimals. */
  readonly size: Quantity;
  /** Seconds still to wait, 0. */
  readonly wait?: Quantity;
  /** Version of the index format, "1" or "0.5". */
  readonly version?: string;
  /** Version of the image exporter. */
  readonly expversion?: string;
  /**
   * When the files were made, `YYYY.MM.DD_hh:mm:ss_UT`; before the request when an earlier export
   * is reused.
   */
  readonly exptime?: string;
  /** The record set that was exported, for images and movies. */
  readonly recordset?: string;
  /** Template of the file names, for images and movies. */
  readonly filefmt?: string;
  /** Compression parameters, for images and movies; may be empty. */
  readonly cparms?: string;
  /**
   * Path of the file with keyword values, or `**IN FITS FILES**`; images send it twice, the last
   * one counts.
   */
  readonly keywords?: Open<"**IN FITS FILES**">;
  /** Path of the one tar file, with methods ending in `-tar`. */
  readonly tarfile?: string;
  /** File name of the movie, with protocols mpg and mp4. */
  readonly "movie name"?: string;
  /** Text of a problem that the exporter noted although it finished. */
  readonly error?: string;
}

/** Whether a value is of the type `ExportDone`. */
export function isExportDone(value: unknown, seen: Seen = unseen()): value is ExportDone {
  if (!isObject(value)) {
    return false;
  }
  let known = 5;
  if (value.status !== "0" && value.status !== 0) {
    return false;
  }
  if (value.requestid !== undefined) {
    if (typeof value.requestid !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.reqid !== undefined) {
    if (typeof value.reqid !== "string") {
      return false;
    }
    known += 1;
  }
  if (typeof value.method !== "string") {
    return false;
  }
  if (typeof value.protocol !== "string") {
    return false;
  }
  if (value.dir !== undefined) {
    if (typeof value.dir !== "string") {
      return false;
    }
    known += 1;
  }
  if (!isArray(value.data)) {
    return false;
  }
  for (const item of value.data) {
    if (!isExportFile(item, seen)) {
      return false;
    }
  }
  if (value.count !== undefined) {
    if (!isQuantity(value.count)) {
      return false;
    }
    known += 1;
  }
  if (value.rcount !== undefined) {
    if (!isQuantity(value.rcount)) {
      return false;
    }
    known += 1;
  }
  if (!isQuantity(value.size)) {
    return false;
  }
  if (value.wait !== undefined) {
    if (!isQuantity(value.wait)) {
      return false;
    }
    known += 1;
  }
  if (value.version !== undefined) {
    if (typeof value.version !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.expversion !== undefined) {
    if (typeof value.expversion !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.exptime !== undefined) {
    if (typeof value.exptime !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.recordset !== undefined) {
    if (typeof value.recordset !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.filefmt !== undefined) {
    if (typeof value.filefmt !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.cparms !== undefined) {
    if (typeof value.cparms !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.keywords !== undefined) {
    if (typeof value.keywords !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.tarfile !== undefined) {
    if (typeof value.tarfile !== "string") {
      return false;
    }
    known += 1;
  }
  if (value["movie name"] !== undefined) {
    if (typeof value["movie name"] !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.error !== undefined) {
    if (typeof value.error !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * The stored index of an export that ran and failed; every scalar is a text.
 *
 * The text "1" in a stored index is the exporter's own verdict. It is not the number 1, which means
 * that an export is still being worked on.
 *
 * Source: as_fits.c, make_index.c.
 */
export interface ExportFailedIndex {
  /** Always the text "1", the exporter failed. */
  readonly status: "1";
  /** Id of the export. */
  readonly requestid?: string;
  /** Id of the export, for images and movies. */
  readonly reqid?: string;
  /** Version of the index format. */
  readonly version?: string;
  /** Export method. */
  readonly method?: ExportFailedIndexMethod;
  /** Export protocol. */
  readonly protocol?: ExportFailedIndexProtocol;
  /** Number of files that were made. */
  readonly count?: Quantity;
  /** Size of all files in megabytes. */
  readonly size?: Quantity;
  /** Seconds still to wait, 0. */
  readonly wait?: Quantity;
  /** When the export ended, `YYYY.MM.DD_hh:mm:ss_UT`. */
  readonly exptime?: string;
  /** Directory of the files on the server. */
  readonly dir?: string;
  /** Path of the file with the keyword values, or `**IN FITS FILES**`. */
  readonly keywords?: string;
  /** Entries whose `record` holds the exporter's error text, and files that were made before it. */
  readonly data?: readonly ExportFile[];
  /**
   * The exporter's error text, in single quotes; the FITS exporter writes it as a `record` in
   * `data` instead.
   */
  readonly error?: string;
}

/** Whether a value is of the type `ExportFailedIndex`. */
export function isExportFailedIndex(
  value: unknown,
  seen: Seen = unseen(),
): value is ExportFailedIndex {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (value.status !== "1") {
    return false;
  }
  if (value.requestid !== undefined) {
    if (typeof value.requestid !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.reqid !== undefined) {
    if (typeof value.reqid !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.version !== undefined) {
    if (typeof value.version !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.method !== undefined) {
    if (typeof value.method !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.protocol !== undefined) {
    if (typeof value.protocol !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.count !== undefined) {
    if (!isQuantity(value.count)) {
      return false;
    }
    known += 1;
  }
  if (value.size !== undefined) {
    if (!isQuantity(value.size)) {
      return false;
    }
    known += 1;
  }
  if (value.wait !== undefined) {
    if (!isQuantity(value.wait)) {
      return false;
    }
    known += 1;
  }
  if (value.exptime !== undefined) {
    if (typeof value.exptime !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.dir !== undefined) {
    if (typeof value.dir !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.keywords !== undefined) {
    if (typeof value.keywords !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.data !== undefined) {
    if (!isArray(value.data)) {
      return false;
    }
    for (const item of value.data) {
      if (!isExportFile(item, seen)) {
        return false;
      }
    }
    known += 1;
  }
  if (value.error !== undefined) {
    if (typeof value.error !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * An export that was taken and is not ready yet.
 *
 * Source: jsoc_fetch.c, rec 2020, netdrms observed.
 */
export interface ExportPending {
  /**
   * 1 is being worked on, or taken and not started yet; 2 is queued; 12 is queued in the server's
   * test mode.
   */
  readonly status: 1 | 2 | 12;
  /**
   * Id for exp_status, such as `JSOC_20200410_003`; that of an identical earlier request, if there
   * was one.
   */
  readonly requestid: string;
  /** Export method, as requested. */
  readonly method: ExportPendingMethod;
  /** Export protocol with its options, as requested. */
  readonly protocol: string;
  /**
   * Estimate of the seconds still to wait; 10 for a new request, negative when the estimate has
   * passed.
   */
  readonly wait: number;
  /** Number of records; always 0 when asked with exp_status. */
  readonly rcount: number;
  /**
   * Estimated size in megabytes; 0 or a missing-value number (-2147483648) when an earlier export
   * is reused.
   */
  readonly size: number;
  /** Address to ask for help; with status 12 only. */
  readonly contact?: string;
}

/** Whether a value is of the type `ExportPending`. */
export function isExportPending(value: unknown, seen: Seen = unseen()): value is ExportPending {
  if (!isObject(value)) {
    return false;
  }
  let known = 7;
  if (value.status !== 1 && value.status !== 2 && value.status !== 12) {
    return false;
  }
  if (typeof value.requestid !== "string") {
    return false;
  }
  if (typeof value.method !== "string") {
    return false;
  }
  if (typeof value.protocol !== "string") {
    return false;
  }
  if (!isInteger(value.wait)) {
    return false;
  }
  if (!isInteger(value.rcount)) {
    return false;
  }
  if (!isInteger(value.size)) {
    return false;
  }
  if (value.contact !== undefined) {
    if (typeof value.contact !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * An export that was refused, has failed, or is gone.
 *
 * A refusal has `status` and `error` only. A status question about a failed or expired export also
 * gets `requestid`, `method`, `protocol`, `wait`, `rcount`, `size` and `contact`; a too large
 * request gets `requestid`, `method`, `protocol`, `wait`, `count` and `size`.
 *
 * Source: jsoc_fetch.c, jsocextfetch.py, netdrms observed.
 */
export interface ExportFailure {
  /**
   * 3 too large, 4 refused or failed, 5 expired, 6 unknown id, 7 too many unfinished, 25 files
   * offline.
   */
  readonly status: ExportFailureStatus;
  /** What went wrong, in the server's words; may end with a line break. */
  readonly error: string;
  /** Id of the export; `VOID` when it was too large to get one. */
  readonly requestid?: Open<"VOID">;
  /** Export method, as requested. */
  readonly method?: ExportFailureMethod;
  /** Export protocol with its options, as requested. */
  readonly protocol?: string;
  /** 999999 for a failed export, 0 for one that is too large; no time to wait. */
  readonly wait?: number;
  /** Always 0 here. */
  readonly rcount?: number;
  /** Number of records (not files) of a request that is too large. */
  readonly count?: number;
  /** Size in megabytes. */
  readonly size?: number;
  /** Address to ask for help, `jsoc_help@jsoc.stanford.edu`. */
  readonly contact?: string;
}

/** Whether a value is of the type `ExportFailure`. */
export function isExportFailure(value: unknown, seen: Seen = unseen()): value is ExportFailure {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!STATUS_WORDS_2.includes(value.status)) {
    return false;
  }
  if (typeof value.error !== "string") {
    return false;
  }
  if (value.requestid !== undefined) {
    if (typeof value.requestid !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.method !== undefined) {
    if (typeof value.method !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.protocol !== undefined) {
    if (typeof value.protocol !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.wait !== undefined) {
    if (!isInteger(value.wait)) {
      return false;
    }
    known += 1;
  }
  if (value.rcount !== undefined) {
    if (!isInteger(value.rcount)) {
      return false;
    }
    known += 1;
  }
  if (value.count !== undefined) {
    if (!isInteger(value.count)) {
      return false;
    }
    known += 1;
  }
  if (value.size !== undefined) {
    if (!isInteger(value.size)) {
      return false;
    }
    known += 1;
  }
  if (value.contact !== undefined) {
    if (typeof value.contact !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * A storage unit, a directory of the servers' storage system; every member is a text.
 *
 * Source: jsoc_fetch.c, make_index.c, netdrms observed.
 */
export interface StorageUnit {
  /** Its number. */
  readonly sunum: string;
  /** Series that it belongs to, `NA` when there is none. */
  readonly series: string;
  /** Its directory, `NA` when it is not on disk. */
  readonly path: string;
  /** Y on disk, N on tape and can be fetched, X gone and not on tape, I no such storage unit. */
  readonly sustatus: Open<"Y" | "N" | "X" | "I">;
  /** Size in bytes. */
  readonly susize: string;
}

/** Whether a value is of the type `StorageUnit`. */
export function isStorageUnit(value: unknown, seen: Seen = unseen()): value is StorageUnit {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.sunum !== "string") {
    return false;
  }
  if (typeof value.series !== "string") {
    return false;
  }
  if (typeof value.path !== "string") {
    return false;
  }
  if (typeof value.sustatus !== "string") {
    return false;
  }
  if (typeof value.susize !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 5;
  return true;
}

/**
 * Whether an address has an unfinished export.
 *
 * Source: manage-request.py, web exportdata.
 */
export interface ManagedRequest {
  /**
   * 0 the address is unknown, 1 nothing is pending, 2 an export is pending, 3 it was cancelled; a
   * text.
   */
  readonly status: "0" | "1" | "2" | "3";
  /** The same in words, with the id of the request. */
  readonly msg: string;
}

/** Whether a value is of the type `ManagedRequest`. */
export function isManagedRequest(value: unknown, seen: Seen = unseen()): value is ManagedRequest {
  if (!isObject(value)) {
    return false;
  }
  if (!STATUS_WORDS_3.includes(value.status)) {
    return false;
  }
  if (typeof value.msg !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/**
 * Why the server cannot tell.
 *
 * Source: manage-request.py.
 */
export interface RequestFault {
  /** An error, as a text. */
  readonly status: RequestFaultStatus;
  /** The reason in words. */
  readonly msg?: string;
}

/** Whether a value is of the type `RequestFault`. */
export function isRequestFault(value: unknown, seen: Seen = unseen()): value is RequestFault {
  if (!isObject(value)) {
    return false;
  }
  let known = 1;
  if (!STATUS_WORDS_4.includes(value.status)) {
    return false;
  }
  if (value.msg !== undefined) {
    if (typeof value.msg !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/** Explains why a value is not of the type `RecordSet`. */
export const RecordSetSchema: Schema = { type: "string" };

/** Explains why a value is not of the type `SeriesName`. */
export const SeriesNameSchema: Schema = {
  type: "string",
  pattern: "^[A-Za-z][A-Za-z0-9_]*\\.[A-Za-z0-9_.]+$",
  not: { type: "string", pattern: "\\n" },
  description:
    "Name of a data series, namespace and name joined by a dot, such as `hmi.M_720s`; at most 63 characters.",
};

/** Explains why a value is not of the type `InfoFailure`. */
export const InfoFailureSchema: Schema = {
  type: "object",
  required: ["status", "error"],
  properties: { status: { const: 1 }, error: { type: "string" } },
};

/** Explains why a value is not of the type `WrapperFailure`. */
export const WrapperFailureSchema: Schema = {
  type: "object",
  required: ["status", "error"],
  properties: { status: { enum: [2, 3, 4, 5, 6] }, error: { type: "string" } },
};

/** Explains why a value is not of the type `Termination`. */
export const TerminationSchema: Schema = {
  type: "object",
  required: ["status"],
  properties: { status: { const: -1 }, error: { type: "string" } },
};

/** Explains why a value is not of the type `OtherStatus`. */
export const OtherStatusSchema: Schema = {
  type: "object",
  required: ["status"],
  properties: { status: { type: ["integer", "string"] }, error: { type: "string" } },
};

/** Explains why a value is not of the type `Quantity`. */
export const QuantitySchema: Schema = {
  type: ["integer", "string"],
  pattern: "^-?[0-9]{1,300}(\\.[0-9]{1,300})?$",
  not: { type: "string", pattern: "\\n" },
  description: "A number, or the same number as text, as finished exports write it.",
};

/** Explains why a value is not of the type `ExportFile`. */
export const ExportFileSchema: Schema = {
  type: "object",
  required: ["record", "filename"],
  properties: { record: { type: "string" }, filename: { type: "string" } },
};

/** Explains why a value is not of the type `ExportDone`. */
export const ExportDoneSchema: Schema = {
  type: "object",
  required: ["status", "method", "protocol", "data", "size"],
  properties: {
    status: { enum: ["0", 0] },
    requestid: { type: "string" },
    reqid: { type: "string" },
    method: { type: "string" },
    protocol: { type: "string" },
    dir: { type: "string" },
    data: { type: "array", items: ExportFileSchema },
    count: QuantitySchema,
    rcount: QuantitySchema,
    size: QuantitySchema,
    wait: QuantitySchema,
    version: { type: "string" },
    expversion: { type: "string" },
    exptime: { type: "string" },
    recordset: { type: "string" },
    filefmt: { type: "string" },
    cparms: { type: "string" },
    keywords: { type: "string" },
    tarfile: { type: "string" },
    "movie name": { type: "string" },
    error: { type: "string" },
  },
};

/** Explains why a value is not of the type `ExportFailedIndex`. */
export const ExportFailedIndexSchema: Schema = {
  type: "object",
  required: ["status"],
  properties: {
    status: { const: "1" },
    requestid: { type: "string" },
    reqid: { type: "string" },
    version: { type: "string" },
    method: { type: "string" },
    protocol: { type: "string" },
    count: QuantitySchema,
    size: QuantitySchema,
    wait: QuantitySchema,
    exptime: { type: "string" },
    dir: { type: "string" },
    keywords: { type: "string" },
    data: { type: "array", items: ExportFileSchema },
    error: { type: "string" },
  },
};

/** Explains why a value is not of the type `ExportPending`. */
export const ExportPendingSchema: Schema = {
  type: "object",
  required: ["status", "requestid", "method", "protocol", "wait", "rcount", "size"],
  properties: {
    status: { enum: [1, 2, 12] },
    requestid: { type: "string" },
    method: { type: "string" },
    protocol: { type: "string" },
    wait: { type: "integer" },
    rcount: { type: "integer" },
    size: { type: "integer" },
    contact: { type: "string" },
  },
};

/** Explains why a value is not of the type `ExportFailure`. */
export const ExportFailureSchema: Schema = {
  type: "object",
  required: ["status", "error"],
  properties: {
    status: { enum: [3, 4, 5, 6, 7, 25] },
    error: { type: "string" },
    requestid: { type: "string" },
    method: { type: "string" },
    protocol: { type: "string" },
    wait: { type: "integer" },
    rcount: { type: "integer" },
    count: { type: "integer" },
    size: { type: "integer" },
    contact: { type: "string" },
  },
};

/** Explains why a value is not of the type `StorageUnit`. */
export const StorageUnitSchema: Schema = {
  type: "object",
  required: ["sunum", "series", "path", "sustatus", "susize"],
  properties: {
    sunum: { type: "string" },
    series: { type: "string" },
    path: { type: "string" },
    sustatus: { type: "string" },
    susize: { type: "string" },
  },
};

/** Explains why a value is not of the type `ManagedRequest`. */
export const ManagedRequestSchema: Schema = {
  type: "object",
  required: ["status", "msg"],
  properties: { status: { enum: ["0", "1", "2", "3"] }, msg: { type: "string" } },
};

/** Explains why a value is not of the type `RequestFault`. */
export const RequestFaultSchema: Schema = {
  type: "object",
  required: ["status"],
  properties: { status: { enum: ["-1", "-2", "-3", "-4", "-5", "-6"] }, msg: { type: "string" } },
};
