// Generated from spec/drms/show_series_wrapper.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isArray, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";
import { SeriesError } from "./errors.js";
import { isSeriesName, type SeriesName, SeriesNameSchema } from "./types.js";

/**
 * The public series, or the text of a failure.
 *
 * Source: showextseries.py, netdrms observed.
 */
export interface PublicSeries {
  /** Empty on success, else what went wrong. */
  readonly errMsg: string;
  /**
   * Names, or one-entry objects from name to description when `info` is set; sorted, empty on
   * failure.
   */
  readonly seriesList: readonly (SeriesName | Readonly<Record<string, SeriesDescription>>)[];
}

/** Whether a value is of the type `PublicSeries`. */
export function isPublicSeries(value: unknown, seen: Seen = unseen()): value is PublicSeries {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.errMsg !== "string") {
    return false;
  }
  if (!isArray(value.seriesList)) {
    return false;
  }
  for (const item of value.seriesList) {
    if (isObject(item) && sizeOf(item) >= 1 && sizeOf(item) <= 1) {
      for (const key2 in item) {
        const item2 = item[key2];
        if (!isSeriesDescription(item2, seen)) {
          return false;
        }
      }
    } else if (!isSeriesName(item)) {
      return false;
    }
  }
  seen.unknown += sizeOf(value) - 2;
  return true;
}

/**
 * What is said of one series.
 *
 * Source: showextseries.py, netdrms observed.
 */
export interface SeriesDescription {
  /** What the series is, in the words of its owner; may be empty. */
  readonly description: string;
}

/** Whether a value is of the type `SeriesDescription`. */
export function isSeriesDescription(
  value: unknown,
  seen: Seen = unseen(),
): value is SeriesDescription {
  if (!isObject(value)) {
    return false;
  }
  if (typeof value.description !== "string") {
    return false;
  }
  seen.unknown += sizeOf(value) - 1;
  return true;
}

/** Explains why a value is not of the type `SeriesDescription`. */
export const SeriesDescriptionSchema: Schema = {
  type: "object",
  required: ["description"],
  properties: { description: { type: "string" } },
};

/** Explains why a value is not of the type `PublicSeries`. */
export const PublicSeriesSchema: Schema = {
  type: "object",
  required: ["errMsg", "seriesList"],
  properties: {
    errMsg: { type: "string" },
    seriesList: {
      type: "array",
      items: {
        anyOf: [
          SeriesNameSchema,
          {
            type: "object",
            additionalProperties: SeriesDescriptionSchema,
            minProperties: 1,
            maxProperties: 1,
          },
        ],
      },
    },
  },
};

/** Arguments of `showSeriesWrapper`. */
export interface ShowSeriesWrapperArguments {
  /** Regular expression for series names, such as `hmi\.m_`; not given means all series. */
  readonly ds_filter?: string | null;
  /**
   * Also give each series' description.
   *
   * @defaultValue `false`
   */
  readonly info?: boolean | null;
}

/** What `showSeriesWrapper` comes to. */
export type ShowSeriesWrapperResult = PublicSeries;

/** Whether a value is arguments of `showSeriesWrapper`, rules between them apart. */
export function isShowSeriesWrapperArguments(value: unknown): value is ShowSeriesWrapperArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.ds_filter !== undefined) {
    if (typeof value.ds_filter !== "string" && value.ds_filter !== null) {
      return false;
    }
    known += 1;
  }
  if (value.info !== undefined) {
    if (typeof value.info !== "boolean" && value.info !== null) {
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
  properties: { ds_filter: { type: ["string", "null"] }, info: { type: ["boolean", "null"] } },
  additionalProperties: false,
};

/**
 * List all public data series of JSOC, its internal ones included.
 *
 * The public series are spread over two databases; this program asks both and merges the lists. It
 * gives names only, or names with descriptions, and never prime keys. The filter follows the same
 * rules as that of `show_series`.
 *
 * On the internal site the program is showintseries, which lists one database and knows no white
 * list.
 *
 * Offered by JSOC, JSOC, with internal series, JSOC, internal.
 *
 * Source: seed, client json.py, showextseries.py, showintseries.py.
 *
 * @throws SeriesError - The server could not answer a question about series or records; its text
 * says why.
 *
 * @example
 * ```ts
 * import { showSeriesWrapper, SERVERS } from "astrowire/drms";
 *
 * const request = showSeriesWrapper.encode({ ds_filter: "hmi\\.m_" }, SERVERS.jsoc);
 * console.log(request.method, request.url);
 * ```
 */
export const showSeriesWrapper = /* @__PURE__ */ cgiOperation<
  ShowSeriesWrapperArguments,
  ShowSeriesWrapperResult
>({
  service: "drms",
  name: "show_series_wrapper",
  effect: "read",
  parameters: [{ name: "ds_filter" }, { name: "info", default: false }],
  endpoint: "show_series_wrapper",
  query: [
    codecs.setting("dbhost", "dbhost"),
    codecs.text("filter", "ds_filter"),
    codecs.flag("info", "info"),
  ],
  charset: "latin-1",
  maxBody: 268435456,
  request: { accepts: isShowSeriesWrapperArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: PublicSeriesSchema,
    accepts: isPublicSeries,
    failure: { member: "errMsg", told: "", isBad: false, error: SeriesError },
  },
});
