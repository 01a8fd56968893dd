// Generated from spec/drms/exp_request.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isArray, isInteger, isNumber, isObject, lengthOf, sizeOf } from "../runtime/guards.js";
import * as rules from "../runtime/rules.js";
import type { Schema } from "../runtime/schema.js";
import {
  BackendTerminated,
  ExportExpired,
  ExportFailed,
  ExportNotFound,
  ExportOffline,
  ExportTooLarge,
  PendingLimit,
  UnknownStatus,
} from "./errors.js";
import {
  type ExportDone,
  ExportDoneSchema,
  ExportFailedIndexSchema,
  ExportFailureSchema,
  type ExportPending,
  ExportPendingSchema,
  isExportDone,
  isExportFailedIndex,
  isExportFailure,
  isExportPending,
  isOtherStatus,
  isRecordSet,
  isTermination,
  OtherStatusSchema,
  type RecordSet,
  RecordSetSchema,
  TerminationSchema,
} from "./types.js";

const COLOR_TABLE_WORDS: readonly unknown[] = [
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
];
const SCALING_WORDS: readonly unknown[] = ["LOG", "MINMAX", "MINMAXGIVEN", "SQRT", "mag"];
const NOTIFY_PATTERN = /^[^\n\r]+$/u;
const METHOD_WORDS: readonly unknown[] = ["url_quick", "url", "url-tar", "ftp", "ftp-tar", null];
const PROTOCOL_WORDS: readonly unknown[] = ["as-is", "fits", "jpg", "mpg", "mp4", null];
const FILENAMEFMT_PATTERN = /^[^\n\r]*$/u;
const PROCESS_KEY_PATTERN =
  /^(im_patch|resize|rebin|aia_scale_aialev1|aia_scale_orig|aia_scale_other|Maproj|HmiB2ptr)$/u;
const PROCESS_KEY_PATTERN_2 = /^[A-Za-z_][A-Za-z0-9_]*$/u;
const PROCESS_PATTERN = /^[^,|\n\r]*$/u;
const SEG_PATTERN = /^[^,]+$/u;
const PROCESSING_KEY_PATTERN =
  /^(aia_scale_orig|aia_scale_aialev1|aia_scale_other|to_ptr|resize|im_patch|map_proj|rebin)$/u;

/** A closed set of words. */
export type ExpRequestMethod = "url_quick" | "url" | "url-tar" | "ftp" | "ftp-tar";

/** A closed set of words. */
export type ExpRequestProtocol = "as-is" | "fits" | "jpg" | "mpg" | "mp4";

/**
 * How an image or movie is made; null means the default.
 *
 * Source: client json.py, client client.py, web protocols.js, as_images.
 */
export interface ProtocolArgs {
  /** Colour table; default grey.sao. */
  readonly ct?: ColorTable | null;
  /** How data values become brightness; default MINMAX. */
  readonly scaling?: Scaling | null;
  /** Divisor of the image's width and height, 1 (full size, the default), 2, 4, 8, 16. */
  readonly size?: number | null;
  /** Lowest data value shown, in the segment's unit; not given leaves it to the server. */
  readonly min?: number | null;
  /** Highest data value shown, in the segment's unit; not given leaves it to the server. */
  readonly max?: number | null;
}

/** Whether a value is of the type `ProtocolArgs`. */
export function isProtocolArgs(value: unknown): value is ProtocolArgs {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.ct !== undefined) {
    if (!isColorTable(value.ct) && value.ct !== null) {
      return false;
    }
    known += 1;
  }
  if (value.scaling !== undefined) {
    if (!isScaling(value.scaling) && value.scaling !== null) {
      return false;
    }
    known += 1;
  }
  if (value.size !== undefined) {
    if ((!isInteger(value.size) || value.size < 1) && value.size !== null) {
      return false;
    }
    known += 1;
  }
  if (value.min !== undefined) {
    if (!isNumber(value.min) && value.min !== null) {
      return false;
    }
    known += 1;
  }
  if (value.max !== undefined) {
    if (!isNumber(value.max) && value.max !== null) {
      return false;
    }
    known += 1;
  }
  if (sizeOf(value) !== known) {
    return false;
  }
  return true;
}

/**
 * Colour tables of the server, for HMI, for each AIA channel, and general ones.
 *
 * Source: client client.py.
 */
export type ColorTable =
  | "HMI_mag.lut"
  | "aia_131.lut"
  | "aia_1600.lut"
  | "aia_1700.lut"
  | "aia_171.lut"
  | "aia_193.lut"
  | "aia_211.lut"
  | "aia_304.lut"
  | "aia_335.lut"
  | "aia_4500.lut"
  | "aia_94.lut"
  | "aia_mixed"
  | "bb.sao"
  | "grey.sao"
  | "heat.sao";

/** Whether a value is of the type `ColorTable`. */
export function isColorTable(value: unknown): value is ColorTable {
  return COLOR_TABLE_WORDS.includes(value);
}

/**
 * Brightness by logarithm, the data's own range, a given range (MINMAXGIVEN), square root, or for
 * magnetograms.
 *
 * Source: client client.py.
 */
export type Scaling = "LOG" | "MINMAX" | "MINMAXGIVEN" | "SQRT" | "mag";

/** Whether a value is of the type `Scaling`. */
export function isScaling(value: unknown): value is Scaling {
  return SCALING_WORDS.includes(value);
}

/** Explains why a value is not of the type `ColorTable`. */
export const ColorTableSchema: Schema = {
  enum: [
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
  ],
};

/** Explains why a value is not of the type `Scaling`. */
export const ScalingSchema: Schema = { enum: ["LOG", "MINMAX", "MINMAXGIVEN", "SQRT", "mag"] };

/** Explains why a value is not of the type `ProtocolArgs`. */
export const ProtocolArgsSchema: Schema = {
  type: "object",
  properties: {
    ct: { anyOf: [ColorTableSchema, { type: "null" }] },
    scaling: { anyOf: [ScalingSchema, { type: "null" }] },
    size: { type: ["integer", "null"], minimum: 1 },
    min: { type: ["number", "null"] },
    max: { type: ["number", "null"] },
  },
  additionalProperties: false,
};

/** Arguments of `expRequest`. */
export interface ExpRequestArguments {
  /** Record set of one series; without a filter all its records are meant. */
  readonly ds: RecordSet;
  /** Your registered e-mail address, on one line. */
  readonly notify: string;
  /**
   * How the files are handed over; `-tar` makes one tar file. Not given means `url_quick` for as-is
   * and `url` for every other protocol.
   */
  readonly method?: ExpRequestMethod | null;
  /**
   * The form of the files, as stored (as-is), FITS with headers, images (jpg) or movies (mpg, mp4).
   *
   * @defaultValue `"as-is"`
   */
  readonly protocol?: ExpRequestProtocol | null;
  /** How images and movies look; with protocols jpg, mpg and mp4 only. */
  readonly protocol_args?: ProtocolArgs | null;
  /**
   * Template of the file names, such as `hmi.m_720s.{T_REC:A}.{segment}`; ignored for url_quick
   * with as-is.
   */
  readonly filenamefmt?: string | null;
  /** Processing steps with their options, in the order in which they run. */
  readonly process?: Readonly<
    Record<string, Readonly<Record<string, string | number | boolean>>>
  > | null;
  /**
   * At most this many records, the first n, or the last abs(n) when negative; 0 or not given means
   * all.
   */
  readonly n?: number | null;
  /**
   * Your user name at the server; not given means the part of `notify` before the `@`, false sends
   * none.
   */
  readonly requestor?: string | false | null;
  /** Segment names that are added to `ds`; not together with `{...}` in `ds`. */
  readonly seg?: string | readonly string[] | null;
  /**
   * Processing steps with their options, sent as JSON, in place of `process`; the steps have names
   * of their own (`to_ptr` is HmiB2ptr, `map_proj` is Maproj).
   */
  readonly processing?: Readonly<
    Record<string, Readonly<Record<string, string | number | boolean>>>
  > | null;
  /**
   * With `processing`, at most this many records, the oldest, or the newest when negative; 0 means
   * all.
   */
  readonly max_recs?: number | null;
  /** Factor by which the server corrects its estimate of the size, for cut-outs. */
  readonly sizeratio?: number | null;
  /**
   * Content of a file with a record set, which is uploaded in place of a long `ds`; `ds` is then
   * `*file*`.
   */
  readonly file?: string | null;
}

/** What `expRequest` comes to. */
export type ExpRequestResult = ExportDone | ExportPending;

/** Whether a value is arguments of `expRequest`, rules between them apart. */
export function isExpRequestArguments(value: unknown): value is ExpRequestArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 2;
  if (!isRecordSet(value.ds)) {
    return false;
  }
  if (
    typeof value.notify !== "string" ||
    !NOTIFY_PATTERN.test(value.notify) ||
    value.notify.includes("\n")
  ) {
    return false;
  }
  if (value.method !== undefined) {
    if (!METHOD_WORDS.includes(value.method)) {
      return false;
    }
    known += 1;
  }
  if (value.protocol !== undefined) {
    if (!PROTOCOL_WORDS.includes(value.protocol)) {
      return false;
    }
    known += 1;
  }
  if (value.protocol_args !== undefined) {
    if (!isProtocolArgs(value.protocol_args) && value.protocol_args !== null) {
      return false;
    }
    known += 1;
  }
  if (value.filenamefmt !== undefined) {
    if (
      (typeof value.filenamefmt !== "string" ||
        !FILENAMEFMT_PATTERN.test(value.filenamefmt) ||
        value.filenamefmt.includes("\n")) &&
      value.filenamefmt !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.process !== undefined) {
    if (isObject(value.process)) {
      for (const key in value.process) {
        if (!PROCESS_KEY_PATTERN.test(key)) {
          return false;
        }
        const item = value.process[key];
        if (!isObject(item)) {
          return false;
        }
        for (const key2 in item) {
          if (!PROCESS_KEY_PATTERN_2.test(key2)) {
            return false;
          }
          const item2 = item[key2];
          if (
            (typeof item2 !== "string" || !PROCESS_PATTERN.test(item2) || item2.includes("\n")) &&
            !isNumber(item2) &&
            typeof item2 !== "boolean"
          ) {
            return false;
          }
        }
      }
    } else if (value.process !== null) {
      return false;
    }
    known += 1;
  }
  if (value.n !== undefined) {
    if (
      (!isInteger(value.n) || value.n < -2147483648 || value.n > 2147483647) &&
      value.n !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.requestor !== undefined) {
    if (
      typeof value.requestor !== "string" &&
      value.requestor !== false &&
      value.requestor !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.seg !== undefined) {
    if (isArray(value.seg)) {
      for (const item of value.seg) {
        if (typeof item !== "string" || !SEG_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.seg !== "string" && value.seg !== null) {
      return false;
    }
    known += 1;
  }
  if (value.processing !== undefined) {
    if (isObject(value.processing)) {
      for (const key in value.processing) {
        if (!PROCESSING_KEY_PATTERN.test(key)) {
          return false;
        }
        const item = value.processing[key];
        if (!isObject(item)) {
          return false;
        }
        for (const key2 in item) {
          const item2 = item[key2];
          if (typeof item2 !== "string" && !isNumber(item2) && typeof item2 !== "boolean") {
            return false;
          }
        }
      }
    } else if (value.processing !== null) {
      return false;
    }
    known += 1;
  }
  if (value.max_recs !== undefined) {
    if (
      (!isInteger(value.max_recs) || value.max_recs < -2147483648 || value.max_recs > 2147483647) &&
      value.max_recs !== null
    ) {
      return false;
    }
    known += 1;
  }
  if (value.sizeratio !== undefined) {
    if (!isNumber(value.sizeratio) && value.sizeratio !== null) {
      return false;
    }
    known += 1;
  }
  if (value.file !== undefined) {
    if ((typeof value.file !== "string" || lengthOf(value.file) < 1) && value.file !== null) {
      return false;
    }
    known += 1;
  }
  if (sizeOf(value) !== known) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["ds", "notify"],
  properties: {
    ds: RecordSetSchema,
    notify: {
      type: "string",
      pattern: "^[^\\n\\r]+$",
      not: { type: "string", pattern: "\\n" },
      description: "Your registered e-mail address, on one line.",
    },
    method: { enum: ["url_quick", "url", "url-tar", "ftp", "ftp-tar", null] },
    protocol: { enum: ["as-is", "fits", "jpg", "mpg", "mp4", null] },
    protocol_args: { anyOf: [ProtocolArgsSchema, { type: "null" }] },
    filenamefmt: {
      type: ["string", "null"],
      pattern: "^[^\\n\\r]*$",
      not: { type: "string", pattern: "\\n" },
      description:
        "Template of the file names, such as `hmi.m_720s.{T_REC:A}.{segment}`; ignored for url_quick with as-is.",
    },
    process: {
      type: ["object", "null"],
      additionalProperties: {
        type: "object",
        additionalProperties: {
          type: ["string", "number", "boolean"],
          pattern: "^[^,|\\n\\r]*$",
          not: { type: "string", pattern: "\\n" },
        },
        propertyNames: {
          pattern: "^[A-Za-z_][A-Za-z0-9_]*$",
          not: { type: "string", pattern: "\\n" },
        },
      },
      propertyNames: {
        pattern:
          "^(im_patch|resize|rebin|aia_scale_aialev1|aia_scale_orig|aia_scale_other|Maproj|HmiB2ptr)$",
        not: { type: "string", pattern: "\\n" },
      },
    },
    n: { type: ["integer", "null"], minimum: -2147483648, maximum: 2147483647 },
    requestor: { anyOf: [{ type: "string" }, { const: false }, { type: "null" }] },
    seg: {
      anyOf: [
        { type: "string" },
        {
          type: "array",
          items: {
            type: "string",
            pattern: "^[^,]+$",
            description: "One name without a comma; give several names as several items.",
          },
        },
        { type: "null" },
      ],
    },
    processing: {
      type: ["object", "null"],
      additionalProperties: {
        type: "object",
        additionalProperties: { type: ["string", "number", "boolean"] },
      },
      propertyNames: {
        pattern:
          "^(aia_scale_orig|aia_scale_aialev1|aia_scale_other|to_ptr|resize|im_patch|map_proj|rebin)$",
        not: { type: "string", pattern: "\\n" },
      },
    },
    max_recs: { type: ["integer", "null"], minimum: -2147483648, maximum: 2147483647 },
    sizeratio: { type: ["number", "null"] },
    file: { type: ["string", "null"], minLength: 1 },
  },
  additionalProperties: false,
};

const RESPONSE: Schema = {
  anyOf: [
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: ["0", 0] } } },
        ExportDoneSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [1, 2, 12] } } },
        ExportPendingSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: ["1"] } } },
        ExportFailedIndexSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [3] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [4] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [5] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [6] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [7] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [25] } } },
        ExportFailureSchema,
      ],
    },
    {
      allOf: [
        { type: "object", required: ["status"], properties: { status: { enum: [-1] } } },
        TerminationSchema,
      ],
    },
    {
      allOf: [
        {
          type: "object",
          required: ["status"],
          properties: { status: { not: { enum: ["0", 0, 1, 2, 12, "1", 3, 4, 5, 6, 7, 25, -1] } } },
        },
        OtherStatusSchema,
      ],
    },
  ],
};

/**
 * Order an export of the data of a record set.
 *
 * An export turns records into files that can be downloaded. There are two ways:
 *
 * - `url_quick` with `as-is` answers at once with the paths of the stored files, which have no
 *   keyword headers, when all of them are on disk.
 * - Everything else is queued. The answer is an `ExportPending` with a request id; ask `exp_status`
 *   about it until it is done. Files stay on disk for seven days.
 *
 * The address in `notify` must be registered (`check_address`). An address may usually have one
 * unfinished export; a second one is refused with `PendingLimit`. An identical order within 24
 * hours costs nothing: it is answered with the earlier request's id.
 *
 * Unless `ds` itself filters on `quality`, the server silently leaves out records without an image.
 *
 * **Processing.** `process` maps the names of processing steps to their options, in the order in
 * which they run, for example `{"im_patch": {"t_ref": "2024-01-01T00:00:00", "t": 0, "r": 0, "c":
 * 0, "locunits": "arcsec", "boxunits": "arcsec", "x": -517.2, "y": -246, "width": 345.6, "height":
 * 345.6}}`. The results come from a derived series whose name ends in `_mod`. The options are not
 * checked by anybody; a wrong one may give unprocessed data without an error.
 *
 * - `aia_scale_aialev1`, `aia_scale_orig`, `aia_scale_other`: cut-out `xc`, `yc`, `wide`, `high`;
 *   pointing series `mpt`, such as `aia.master_pointing3h`.
 * - `HmiB2ptr`: `l` 1; `ambweak` 0 potential, 1 random, 2 radial.
 * - `resize`: `regrid`, `do_stretchmarks`, `rescale` 0 or 1; `center_to` 0, 1 or 2; `scale_to` with
 *   `rescale` 1; `c` 1.
 * - `rebin`: `scale`; `method` `boxcar` or `gaussian`; `FWHM` and `nvector` for gaussian; `u` 0 or
 *   1; `c` 1.
 * - `im_patch`: `t_start`, `t_stop` (or `NotSpecified`); `t` 1 no tracking; `r` 1 register; `c` 1
 *   crop; `cadence`; `locunits` `stony`, `arcsec`, `pixels` or `carrlong`; `boxunits` `pixels`,
 *   `degrees` or `arcsec`; `t_ref`; `car_rot` with `carrlong`; `x`, `y`, `width`, `height`; `A` 1.
 * - `Maproj`: `map` `carree`, `cyleqa`, `orthographic`, `Postel`, `Lambert` and others; `grid`,
 *   `clon`, `clat`; `scale` in degrees per pixel; `cols`, `rows`; `A` 1.
 *
 * **File names.** `filenamefmt` is literal text with fields in braces: `{seriesname}`, `{segment}`
 * (with its extension), `{recnum:%d}`, `{#:%05d}` (running number) or any keyword, with an optional
 * printf-like layout. For times the layout may be `A` (without dots and colons) or `D` (as a
 * directory), a precision (-1 without seconds, -2 without minutes) and a zone: `{T_REC:A}` gives
 * `20120101_010130_TAI`. Without `{segment}` at the end the files get no extension. The server's
 * own template is `{seriesname}.{recnum:%d}.{segment}`.
 *
 * Offered by JSOC, JSOC, with internal series, JSOC, internal.
 *
 * Source: seed, client json.py, jsoc_fetch.c, rec 2020.
 *
 * @throws ExportFailed - The export was refused or went wrong (status 4, or "1" in a finished
 * index); its text says why.
 * @throws ExportTooLarge - The export is larger than the server allows (status 3); ask for fewer
 * records.
 * @throws ExportExpired - The export was finished, and its files have been deleted since (status
 * 5); request it again.
 * @throws ExportNotFound - The server does not know this request id (status 6, older servers); new
 * ids may take seconds to appear.
 * @throws PendingLimit - This address or computer has too many unfinished exports (status 7); wait
 * for one to finish.
 * @throws ExportOffline - Some of the files are on tape only and the server will not fetch them by
 * itself (status 25).
 * @throws BackendTerminated - The server's program was stopped before it could answer (status -1).
 * @throws UnknownStatus - The server answered with a status that no document lists; the whole
 * answer is kept.
 *
 * @example
 * ```ts
 * import { expRequest, SERVERS } from "astrowire/drms";
 *
 * const request = expRequest.encode(
 *   {
 *     ds: "hmi.M_45s[2012.01.01_01:01:10_TAI-2012.01.01_01:01:12_TAI]",
 *     notify: "name@example.com",
 *     method: "url_quick",
 *     protocol: "as-is",
 *     filenamefmt: "hmi.m_45s.{T_REC:A}.{CAMERA}.{segment}",
 *     requestor: "name",
 *   },
 *   SERVERS.jsoc,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const expRequest = /* @__PURE__ */ cgiOperation<ExpRequestArguments, ExpRequestResult>({
  service: "drms",
  name: "exp_request",
  effect: "dedup",
  parameters: [
    { name: "ds", required: true },
    { name: "notify", required: true, secret: true },
    { name: "method" },
    { name: "protocol", default: "as-is" },
    { name: "protocol_args" },
    { name: "filenamefmt" },
    { name: "process" },
    { name: "n" },
    { name: "requestor" },
    { name: "seg" },
    { name: "processing" },
    { name: "max_recs" },
    { name: "sizeratio" },
    { name: "file" },
  ],
  endpoint: "jsoc_fetch",
  query: [
    codecs.fixed("op", "exp_request"),
    codecs.fixed("format", "json"),
    codecs.text("ds", "ds"),
    codecs.text("notify", "notify"),
    codecs.lower("method", "method", codecs.byCase("protocol", { "as-is": "url_quick" }, "url")),
    codecs.options({
      name: "protocol",
      argument: "protocol",
      companion: "protocol_args",
      onlyFor: ["jpg", "mpg", "mp4"],
      options: [
        {
          name: "ct",
          wire: "CT",
          default: "grey.sao",
          words: [
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
          ],
        },
        {
          name: "scaling",
          wire: "scaling",
          default: "MINMAX",
          words: ["LOG", "MINMAX", "MINMAXGIVEN", "SQRT", "mag"],
        },
        { name: "size", wire: "size", default: 1 },
        { name: "min", wire: "min" },
        { name: "max", wire: "max" },
      ],
    }),
    codecs.text("filenamefmt", "filenamefmt"),
    codecs.steps("process", "process", "n"),
    codecs.text("requestor", "requestor", codecs.before("notify", "@")),
    codecs.words("seg", "seg"),
    codecs.jsonText("processing", "processing"),
    codecs.integer("max_recs", "max_recs"),
    codecs.number("sizeratio", "sizeratio"),
    codecs.file("file", "file"),
    codecs.setting("dbhost", "wrapper_dbhost"),
  ],
  charset: "latin-1",
  postOver: 2000,
  rules: [
    rules.needs("method", "url_quick", "protocol", "as-is"),
    rules.needs("protocol_args", null, "protocol", "jpg", "mpg", "mp4"),
    rules.atMostOneOf("process", "processing"),
    rules.atMostOneOf("n", "processing"),
    rules.goesWith("max_recs", "processing"),
    rules.needs("file", null, "ds", "*file*"),
  ],
  maxBody: 268435456,
  broken: [
    {
      pattern:
        /^status=4\nerror=(Illegal text in arg: [^\n]*)\n(Content-type: application\/json\n\n[^\n]*\n?)?$/u,
      error: ExportFailed,
      values: { status: 4 },
      message: "error",
    },
  ],
  request: { accepts: isExpRequestArguments, schema: REQUEST },
  result: {
    kind: "select",
    member: "status",
    schema: RESPONSE,
    arms: [
      { when: ["0", 0], accepts: isExportDone },
      { when: [1, 2, 12], accepts: isExportPending },
      { when: ["1"], accepts: isExportFailedIndex, error: ExportFailed },
      { when: [3], accepts: isExportFailure, error: ExportTooLarge },
      { when: [4], accepts: isExportFailure, error: ExportFailed },
      { when: [5], accepts: isExportFailure, error: ExportExpired },
      { when: [6], accepts: isExportFailure, error: ExportNotFound },
      { when: [7], accepts: isExportFailure, error: PendingLimit },
      { when: [25], accepts: isExportFailure, error: ExportOffline },
      { when: [-1], accepts: isTermination, error: BackendTerminated },
    ],
    otherwise: { accepts: isOtherStatus, error: UnknownStatus },
  },
});
