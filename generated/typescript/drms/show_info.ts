// Generated from spec/drms/show_info.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cgiOperation } from "../runtime/cgi.js";
import * as codecs from "../runtime/codecs.js";
import { isArray, isInteger, isObject, sizeOf } from "../runtime/guards.js";
import * as rules from "../runtime/rules.js";
import type { Open, Schema } from "../runtime/schema.js";
import { SeriesError } from "./errors.js";
import { isRecordSet, type RecordSet, RecordSetSchema } from "./types.js";

const KEY_PATTERN = /^[^,]+$/u;
const SEG_PATTERN = /^[^,]+$/u;
const LINK_PATTERN = /^[^,]+$/u;

/**
 * What the program says when it can list nothing.
 *
 * Source: show_info.c, showextinfo.py, netdrms observed.
 */
export interface ShowInfoFailure {
  /** The reason. */
  readonly error: Open<"ds=<record_query> parameter is required, must quit">;
}

/** Arguments of `showInfo`. */
export interface ShowInfoArguments {
  /**
   * Record set of one series, or the name of a series with `count_only`, `describe`, `definition`
   * and `extent`.
   */
  readonly ds?: RecordSet | null;
  /** Keyword names, as a list or as one text with blanks or commas between. */
  readonly key?: string | readonly string[] | null;
  /** Segment names, as a list or as one text. */
  readonly seg?: string | readonly string[] | null;
  /** Link names, as a list or as one text. */
  readonly link?: string | readonly string[] | null;
  /** A limit to the number of records. */
  readonly n?: number | null;
  /** Numbers of storage units, in place of a record set. */
  readonly sunum?: readonly number[] | null;
  /**
   * All keywords of the series.
   *
   * @defaultValue `false`
   */
  readonly all_keywords?: boolean | null;
  /**
   * Only the number of records, in a sentence.
   *
   * @defaultValue `false`
   */
  readonly count_only?: boolean | null;
  /**
   * The records' own specifications, in a column `query`.
   *
   * @defaultValue `false`
   */
  readonly queries?: boolean | null;
  /**
   * Describe the series in place of listing records.
   *
   * @defaultValue `false`
   */
  readonly describe?: boolean | null;
  /**
   * Also the target of every link.
   *
   * @defaultValue `false`
   */
  readonly all_links?: boolean | null;
  /**
   * Full paths of the files of `seg`.
   *
   * @defaultValue `false`
   */
  readonly paths?: boolean | null;
  /**
   * The first and the last record, and whether there is a shadow table.
   *
   * @defaultValue `false`
   */
  readonly extent?: boolean | null;
  /**
   * All segments of the series.
   *
   * @defaultValue `false`
   */
  readonly all_segments?: boolean | null;
  /**
   * Also the records that newer ones with the same prime keys have replaced.
   *
   * @defaultValue `false`
   */
  readonly all_versions?: boolean | null;
  /**
   * Floating-point values as hexadecimal texts.
   *
   * @defaultValue `false`
   */
  readonly hexadecimal?: boolean | null;
  /**
   * With `paths` or `staged_paths`: do not look up the records that links lead to.
   *
   * @defaultValue `false`
   */
  readonly no_links?: boolean | null;
  /**
   * With segments: their units, protocols and dimensions.
   *
   * @defaultValue `false`
   */
  readonly dimensions?: boolean | null;
  /**
   * Only the record set, taken apart into series and filters.
   *
   * @defaultValue `false`
   */
  readonly parse?: boolean | null;
  /**
   * The session that made each record: host, number, time, software version and log directory.
   *
   * @defaultValue `false`
   */
  readonly session?: boolean | null;
  /**
   * The definition of the series, as the servers write such files, in place of listing records.
   *
   * @defaultValue `false`
   */
  readonly definition?: boolean | null;
  /**
   * Lines of `name=value`, a paragraph for each record, in place of a table.
   *
   * @defaultValue `false`
   */
  readonly one_per_line?: boolean | null;
  /**
   * Floating-point values with all the digits that the database has.
   *
   * @defaultValue `false`
   */
  readonly full_precision?: boolean | null;
  /**
   * Whether the files of each record are on disk.
   *
   * @defaultValue `false`
   */
  readonly online?: boolean | null;
  /**
   * Let the database search for more than 10 minutes, its limit otherwise.
   *
   * @defaultValue `false`
   */
  readonly no_time_limit?: boolean | null;
  /**
   * Full paths of the files of `seg`; files that are on tape are fetched first, which takes time.
   *
   * @defaultValue `false`
   */
  readonly staged_paths?: boolean | null;
  /**
   * Leave out the line of names.
   *
   * @defaultValue `false`
   */
  readonly no_header?: boolean | null;
  /**
   * The number of each record.
   *
   * @defaultValue `false`
   */
  readonly record_numbers?: boolean | null;
  /**
   * The day until which the files of each record stay on disk.
   *
   * @defaultValue `false`
   */
  readonly retention?: boolean | null;
  /**
   * The number of the storage unit of each record.
   *
   * @defaultValue `false`
   */
  readonly storage_units?: boolean | null;
  /**
   * Two lines more after the names: types and print formats of the keywords.
   *
   * @defaultValue `false`
   */
  readonly types?: boolean | null;
  /**
   * The tape and the place on it where the files of each record are archived.
   *
   * @defaultValue `false`
   */
  readonly tape?: boolean | null;
  /**
   * Details of the run.
   *
   * @defaultValue `false`
   */
  readonly verbose?: boolean | null;
  /**
   * Whether the storage unit of each record is archived.
   *
   * @defaultValue `false`
   */
  readonly archived?: boolean | null;
  /**
   * Bytes of the storage unit of each record.
   *
   * @defaultValue `false`
   */
  readonly sizes?: boolean | null;
}

/** What `showInfo` comes to. */
export type ShowInfoResult = string;

/** Whether a value is arguments of `showInfo`, rules between them apart. */
export function isShowInfoArguments(value: unknown): value is ShowInfoArguments {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.ds !== undefined) {
    if (!isRecordSet(value.ds) && value.ds !== null) {
      return false;
    }
    known += 1;
  }
  if (value.key !== undefined) {
    if (isArray(value.key)) {
      for (const item of value.key) {
        if (typeof item !== "string" || !KEY_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.key !== "string" && value.key !== null) {
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
  if (value.link !== undefined) {
    if (isArray(value.link)) {
      for (const item of value.link) {
        if (typeof item !== "string" || !LINK_PATTERN.test(item)) {
          return false;
        }
      }
    } else if (typeof value.link !== "string" && value.link !== null) {
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
  if (value.sunum !== undefined) {
    if (isArray(value.sunum) && value.sunum.length >= 1) {
      for (const item of value.sunum) {
        if (!isInteger(item)) {
          return false;
        }
      }
    } else if (value.sunum !== null) {
      return false;
    }
    known += 1;
  }
  if (value.all_keywords !== undefined) {
    if (typeof value.all_keywords !== "boolean" && value.all_keywords !== null) {
      return false;
    }
    known += 1;
  }
  if (value.count_only !== undefined) {
    if (typeof value.count_only !== "boolean" && value.count_only !== null) {
      return false;
    }
    known += 1;
  }
  if (value.queries !== undefined) {
    if (typeof value.queries !== "boolean" && value.queries !== null) {
      return false;
    }
    known += 1;
  }
  if (value.describe !== undefined) {
    if (typeof value.describe !== "boolean" && value.describe !== null) {
      return false;
    }
    known += 1;
  }
  if (value.all_links !== undefined) {
    if (typeof value.all_links !== "boolean" && value.all_links !== null) {
      return false;
    }
    known += 1;
  }
  if (value.paths !== undefined) {
    if (typeof value.paths !== "boolean" && value.paths !== null) {
      return false;
    }
    known += 1;
  }
  if (value.extent !== undefined) {
    if (typeof value.extent !== "boolean" && value.extent !== null) {
      return false;
    }
    known += 1;
  }
  if (value.all_segments !== undefined) {
    if (typeof value.all_segments !== "boolean" && value.all_segments !== null) {
      return false;
    }
    known += 1;
  }
  if (value.all_versions !== undefined) {
    if (typeof value.all_versions !== "boolean" && value.all_versions !== null) {
      return false;
    }
    known += 1;
  }
  if (value.hexadecimal !== undefined) {
    if (typeof value.hexadecimal !== "boolean" && value.hexadecimal !== null) {
      return false;
    }
    known += 1;
  }
  if (value.no_links !== undefined) {
    if (typeof value.no_links !== "boolean" && value.no_links !== null) {
      return false;
    }
    known += 1;
  }
  if (value.dimensions !== undefined) {
    if (typeof value.dimensions !== "boolean" && value.dimensions !== null) {
      return false;
    }
    known += 1;
  }
  if (value.parse !== undefined) {
    if (typeof value.parse !== "boolean" && value.parse !== null) {
      return false;
    }
    known += 1;
  }
  if (value.session !== undefined) {
    if (typeof value.session !== "boolean" && value.session !== null) {
      return false;
    }
    known += 1;
  }
  if (value.definition !== undefined) {
    if (typeof value.definition !== "boolean" && value.definition !== null) {
      return false;
    }
    known += 1;
  }
  if (value.one_per_line !== undefined) {
    if (typeof value.one_per_line !== "boolean" && value.one_per_line !== null) {
      return false;
    }
    known += 1;
  }
  if (value.full_precision !== undefined) {
    if (typeof value.full_precision !== "boolean" && value.full_precision !== null) {
      return false;
    }
    known += 1;
  }
  if (value.online !== undefined) {
    if (typeof value.online !== "boolean" && value.online !== null) {
      return false;
    }
    known += 1;
  }
  if (value.no_time_limit !== undefined) {
    if (typeof value.no_time_limit !== "boolean" && value.no_time_limit !== null) {
      return false;
    }
    known += 1;
  }
  if (value.staged_paths !== undefined) {
    if (typeof value.staged_paths !== "boolean" && value.staged_paths !== null) {
      return false;
    }
    known += 1;
  }
  if (value.no_header !== undefined) {
    if (typeof value.no_header !== "boolean" && value.no_header !== null) {
      return false;
    }
    known += 1;
  }
  if (value.record_numbers !== undefined) {
    if (typeof value.record_numbers !== "boolean" && value.record_numbers !== null) {
      return false;
    }
    known += 1;
  }
  if (value.retention !== undefined) {
    if (typeof value.retention !== "boolean" && value.retention !== null) {
      return false;
    }
    known += 1;
  }
  if (value.storage_units !== undefined) {
    if (typeof value.storage_units !== "boolean" && value.storage_units !== null) {
      return false;
    }
    known += 1;
  }
  if (value.types !== undefined) {
    if (typeof value.types !== "boolean" && value.types !== null) {
      return false;
    }
    known += 1;
  }
  if (value.tape !== undefined) {
    if (typeof value.tape !== "boolean" && value.tape !== null) {
      return false;
    }
    known += 1;
  }
  if (value.verbose !== undefined) {
    if (typeof value.verbose !== "boolean" && value.verbose !== null) {
      return false;
    }
    known += 1;
  }
  if (value.archived !== undefined) {
    if (typeof value.archived !== "boolean" && value.archived !== null) {
      return false;
    }
    known += 1;
  }
  if (value.sizes !== undefined) {
    if (typeof value.sizes !== "boolean" && value.sizes !== null) {
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
  properties: {
    ds: { anyOf: [RecordSetSchema, { type: "null" }] },
    key: {
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
    link: {
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
    n: { type: ["integer", "null"], minimum: -2147483648, maximum: 2147483647 },
    sunum: { type: ["array", "null"], items: { type: "integer" }, minItems: 1 },
    all_keywords: { type: ["boolean", "null"] },
    count_only: { type: ["boolean", "null"] },
    queries: { type: ["boolean", "null"] },
    describe: { type: ["boolean", "null"] },
    all_links: { type: ["boolean", "null"] },
    paths: { type: ["boolean", "null"] },
    extent: { type: ["boolean", "null"] },
    all_segments: { type: ["boolean", "null"] },
    all_versions: { type: ["boolean", "null"] },
    hexadecimal: { type: ["boolean", "null"] },
    no_links: { type: ["boolean", "null"] },
    dimensions: { type: ["boolean", "null"] },
    parse: { type: ["boolean", "null"] },
    session: { type: ["boolean", "null"] },
    definition: { type: ["boolean", "null"] },
    one_per_line: { type: ["boolean", "null"] },
    full_precision: { type: ["boolean", "null"] },
    online: { type: ["boolean", "null"] },
    no_time_limit: { type: ["boolean", "null"] },
    staged_paths: { type: ["boolean", "null"] },
    no_header: { type: ["boolean", "null"] },
    record_numbers: { type: ["boolean", "null"] },
    retention: { type: ["boolean", "null"] },
    storage_units: { type: ["boolean", "null"] },
    types: { type: ["boolean", "null"] },
    tape: { type: ["boolean", "null"] },
    verbose: { type: ["boolean", "null"] },
    archived: { type: ["boolean", "null"] },
    sizes: { type: ["boolean", "null"] },
  },
  additionalProperties: false,
};

/**
 * List values of records as a text, one line for each record.
 *
 * The program prints what people want to read: a line of names, then a line for each record, with
 * tabs between the cells; `rows()` of the answer splits them. `rs_list` gives the same values as
 * typed columns. A line break inside a value ends its line, here as in the program's own output.
 *
 * Values are as the database prints them: missing ones are not marked, and numbers that are missing
 * have a number of their own, such as -2147483648 or nan.
 *
 * In no document; known from what servers answered. Offered by JSOC, JSOC, with internal series,
 * JSOC, internal.
 *
 * Source: show_info.c, showextinfo.py, netdrms observed.
 *
 * @throws SeriesError - The server could not answer a question about series or records; its text
 * says why.
 *
 * @example
 * ```ts
 * import { showInfo, SERVERS } from "astrowire/drms";
 *
 * const request = showInfo.encode(
 *   { ds: "hmi.m_mini[2010.05.01/1h]", key: ["T_REC", "CAMERA", "CRVAL1"] },
 *   SERVERS.jsoc,
 * );
 * console.log(request.method, request.url);
 * ```
 */
export const showInfo = /* @__PURE__ */ cgiOperation<ShowInfoArguments, ShowInfoResult>({
  service: "drms",
  name: "show_info",
  effect: "read",
  parameters: [
    { name: "ds" },
    { name: "key" },
    { name: "seg" },
    { name: "link" },
    { name: "n" },
    { name: "sunum" },
    { name: "all_keywords", default: false },
    { name: "count_only", default: false },
    { name: "queries", default: false },
    { name: "describe", default: false },
    { name: "all_links", default: false },
    { name: "paths", default: false },
    { name: "extent", default: false },
    { name: "all_segments", default: false },
    { name: "all_versions", default: false },
    { name: "hexadecimal", default: false },
    { name: "no_links", default: false },
    { name: "dimensions", default: false },
    { name: "parse", default: false },
    { name: "session", default: false },
    { name: "definition", default: false },
    { name: "one_per_line", default: false },
    { name: "full_precision", default: false },
    { name: "online", default: false },
    { name: "no_time_limit", default: false },
    { name: "staged_paths", default: false },
    { name: "no_header", default: false },
    { name: "record_numbers", default: false },
    { name: "retention", default: false },
    { name: "storage_units", default: false },
    { name: "types", default: false },
    { name: "tape", default: false },
    { name: "verbose", default: false },
    { name: "archived", default: false },
    { name: "sizes", default: false },
  ],
  endpoint: "show_info",
  query: [
    codecs.text("ds", "ds"),
    codecs.words("key", "key"),
    codecs.words("seg", "seg"),
    codecs.words("link", "link"),
    codecs.integer("n", "n"),
    codecs.integers("sunum", "sunum"),
    codecs.flag("a", "all_keywords"),
    codecs.flag("c", "count_only"),
    codecs.flag("i", "queries"),
    codecs.flag("l", "describe"),
    codecs.flag("K", "all_links"),
    codecs.flag("P", "paths"),
    codecs.flag("s", "extent"),
    codecs.flag("A", "all_segments"),
    codecs.flag("b", "all_versions"),
    codecs.flag("B", "hexadecimal"),
    codecs.flag("C", "no_links"),
    codecs.flag("d", "dimensions"),
    codecs.flag("e", "parse"),
    codecs.flag("I", "session"),
    codecs.flag("j", "definition"),
    codecs.flag("k", "one_per_line"),
    codecs.flag("M", "full_precision"),
    codecs.flag("o", "online"),
    codecs.flag("O", "no_time_limit"),
    codecs.flag("p", "staged_paths"),
    codecs.flag("q", "no_header"),
    codecs.flag("r", "record_numbers"),
    codecs.flag("R", "retention"),
    codecs.flag("S", "storage_units"),
    codecs.flag("t", "types"),
    codecs.flag("T", "tape"),
    codecs.flag("v", "verbose"),
    codecs.flag("x", "archived"),
    codecs.flag("z", "sizes"),
    codecs.setting("dbhost", "wrapper_dbhost"),
  ],
  charset: "latin-1",
  postOver: 2000,
  rules: [rules.atLeastOneOf("ds", "sunum")],
  maxBody: 268435456,
  broken: [
    { pattern: /^### show_info: ([^\n]*)\n?$/u, error: SeriesError, values: {}, message: "error" },
    {
      pattern: /^Error status: [^\n]*\nError message: ([^\n]*)\n?$/u,
      error: SeriesError,
      values: {},
      message: "error",
    },
  ],
  request: { accepts: isShowInfoArguments, schema: REQUEST },
  result: { kind: "opaque", form: "text" },
});
