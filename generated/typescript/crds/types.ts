// Generated from spec/crds/types.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isObject, type Seen, sizeOf, unseen } from "../runtime/guards.js";
import type { Open, Schema } from "../runtime/schema.js";

const OBSERVATORY_WORDS: readonly unknown[] = ["hst", "jwst", "roman", "tobs"];
const PMAP_NAME_PATTERN = /^[a-z]{2,9}(?:_[0-9]{4})?\.pmap$/u;
const CONTEXT_SPEC_PATTERN =
  /^([a-z]{2,9}(_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?\.[pir]map|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?)?|[a-z]{2,9}(-[a-z][a-z0-9]{1,16}(-[a-z][a-z0-9-]{1,32})?)?-(edit|operational|latest|build|versions|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?)?))$/u;
const FILE_NAME_PATTERN = /^[A-Za-z0-9._ -]{1,128}$/u;
const DATASET_ID_PATTERN = /^[A-Za-z0-9_.+-]{1,128}(:[A-Za-z0-9_.+-]{1,128})?$/u;
const HEADER_KEY_PATTERN = /^[A-Za-z0-9_.-]{1,256}$/u;
const HEADER_PATTERN = /^[^\n\r]{0,256}$/u;
const SHA1SUM_PATTERN = /^([0-9a-f]{40}|none)?$/u;
const SIZE_PATTERN = /^(-1|[0-9]+)$/u;
const HISTORY_DATE_PATTERN =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(\+00:00)?$/u;

/** Words that are known; others may come. */
export type FileInfoPedigree = Open<"ground" | "dummy" | "model" | "none" | "">;

/** Words that are known; others may come. */
export type FileInfoState = Open<
  | "uploaded"
  | "delivered"
  | "submitted"
  | "archiving"
  | "archiving-failed"
  | "archived"
  | "operational"
  | "latest"
  | "cancelled"
  | "bad"
>;

/**
 * An observatory; a server answers for its own only.
 *
 * `tobs` is a test observatory that only the public client knows; no server answers for it.
 *
 * Source: config.py, server 2019.
 */
export type Observatory = "hst" | "jwst" | "roman" | "tobs";

/** Whether a value is of the type `Observatory`. */
export function isObservatory(value: unknown): value is Observatory {
  return OBSERVATORY_WORDS.includes(value);
}

/**
 * The name of a pmap, the top mapping of one context, such as "jwst_0565.pmap".
 *
 * The first version of an observatory's rules has no number (`hst.pmap`); later ones have four
 * digits.
 *
 * Source: config.py, cache.
 */
export type PmapName = string;

/** Whether a value is of the type `PmapName`. */
export function isPmapName(value: unknown): value is PmapName {
  return typeof value === "string" && PMAP_NAME_PATTERN.test(value);
}

/**
 * A context; the name of a mapping, a date, or a symbolic name such as "jwst-operational".
 *
 * | form | example | meaning |
 * |---|---|---|
 * | mapping | `jwst_0192.pmap`, `hst_wfc3_0001.imap`, `jwst_miri_flat_0012.rmap` | that file |
 * | date | `2015-05-25`, `2015-05-25T00:00:27`, `2040-02-22T12:01:30.4567` | the default context at that time |
 * | observatory and date | `hst-2040-01-29T12:00:00` | the same, a pmap |
 * | with instrument | `hst-acs-2040-01-29T12:00:00` | the imap of that time |
 * | with type | `jwst-miri-pars-tweakreg-2040-01-29T12:00:00` | the rmap of that time |
 * | symbolic | `jwst-operational`, `jwst-latest`, `hst-edit`, `hst-cos-deadtab-edit` | a named context |
 *
 * The symbolic words: `operational` and `latest` are the default of the pipeline (*operational* on
 * servers before 2024, *latest* since); `edit` is the context edited last, from which new rules
 * start; `versions` is the most capable one for the versions of calibration software, not expected
 * to go back; `build` fits the calibration software that is installed. Dates are those of the
 * server's history, with `T` between day and time; a blank is not accepted.
 *
 * Source: seed, guide, config.py, heavy_client, server 2019.
 */
export type ContextSpec = string;

/** Whether a value is of the type `ContextSpec`. */
export function isContextSpec(value: unknown): value is ContextSpec {
  return typeof value === "string" && CONTEXT_SPEC_PATTERN.test(value);
}

/**
 * The name of a mapping or reference file, without a folder; at most 128 characters.
 *
 * Source: config.py, server 2019.
 */
export type FileName = string;

/** Whether a value is of the type `FileName`. */
export function isFileName(value: unknown): value is FileName {
  return typeof value === "string" && FILE_NAME_PATTERN.test(value);
}

/**
 * A dataset id; one part, or two parts joined by a colon, each of at most 128 characters.
 *
 * | observatory | form | example |
 * |---|---|---|
 * | HST | product:exposure, names of nine characters | `I9ZF01010:I9ZF01DZQ` |
 * | JWST | fileset.detector, twice | `JW80500017001_02101_00001.MIRIFUSHORT:JW80500017001_02101_00001.MIRIFUSHORT` |
 * | Roman | as JWST | `R0000101001001001001_01101_0001.WFI16:R0000101001001001001_01101_0001.WFI16` |
 *
 * Either half may be used in a question. The first letter of an HST name tells the instrument (J
 * acs, U wfpc2, I wfc3, N nicmos, O stis, L cos; V, W, X, Y, Z, E and F are historical), the
 * detector that of a JWST name (GUIDER is fgs, NIS or NIRISS niriss, NRCA and NRCB nircam, NRS
 * nirspec, MIRI miri). Names of HST products and associations end in 0; an exposure without an
 * association stands in both halves. JWST ids are accepted in lower case and with `_detector`; the
 * server writes capitals and a dot.
 *
 * Source: seed, server 2019, test.
 */
export type DatasetId = string;

/** Whether a value is of the type `DatasetId`. */
export function isDatasetId(value: unknown): value is DatasetId {
  return typeof value === "string" && DATASET_ID_PATTERN.test(value);
}

/**
 * The datasets that are asked for; at most 200 ids in one call.
 *
 * Source: seed, server 2019.
 */
export type DatasetIds = readonly DatasetId[];

/** Whether a value is of the type `DatasetIds`. */
export function isDatasetIds(value: unknown): value is DatasetIds {
  if (!isArray(value) || value.length > 200) {
    return false;
  }
  for (const item of value) {
    if (!isDatasetId(item)) {
      return false;
    }
  }
  return true;
}

/**
 * The matching parameters of one dataset; name to value, both strings.
 *
 * Names have 1 to 256 letters, digits, `_`, `-` and `.`; their case does not matter. Values have up
 * to 256 characters without a line break and may be empty. Numbers and booleans must be written as
 * strings ("1.5", "T"). Names that the rules do not use are ignored, so that a whole FITS header of
 * 150 keywords may be given. The instrument is looked for under the context's own name for it, then
 * under INSTRUME, META.INSTRUMENT.NAME, META_INSTRUMENT_NAME, INSTRUMENT,
 * ROMAN.META.INSTRUMENT.NAME, META.INSTRUMENT.TYPE and META_INSTRUMENT_TYPE. JWST takes FITS
 * keywords as well as the names of its data model.
 *
 * The server conditions values before it compares them: blanks at both ends are cut and letters
 * made capital; numbers become decimal text ("1" is "1.0"); what starts with N/A, NOT APPLICABLE or
 * `()`, and -2147483648.0, counts as N/A (does not matter); ANY is `*` (fits everything); TRUE is T
 * and FALSE is F. Parameters that the rules need and the header lacks count as UNDEFINED.
 *
 * Source: seed, server 2019, recorded, rmap.py.
 */
export type Header = Readonly<Record<string, string>>;

/** Whether a value is of the type `Header`. */
export function isHeader(value: unknown): value is Header {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    if (!HEADER_KEY_PATTERN.test(key)) {
      return false;
    }
    const item = value[key];
    if (typeof item !== "string" || !HEADER_PATTERN.test(item) || item.includes("\n")) {
      return false;
    }
  }
  return true;
}

/**
 * The wanted reference types, such as "flat" or "darkfile", in any case.
 *
 * Known words: HST 89 (acs 25, cos 26, nicmos 18, stis 32, synphot 6, wfc3 23, wfpc2 10), JWST
 * about 155 with many `pars-...`, Roman about 51. A name that the server does not know fails the
 * whole call.
 *
 * Source: seed, server 2019.
 */
export type ReferenceTypes = readonly string[];

/** Whether a value is of the type `ReferenceTypes`. */
export function isReferenceTypes(value: unknown): value is ReferenceTypes {
  if (!isArray(value)) {
    return false;
  }
  for (const item of value) {
    if (typeof item !== "string") {
      return false;
    }
  }
  return true;
}

/**
 * The name of the best reference file, or "NOT FOUND" and why there is none.
 *
 * `NOT FOUND n/a` says that the type does not apply to the dataset. Any other text that starts with
 * `NOT FOUND` carries a reason, for example: `No match found.`, `No selection <= '2001-01-01
 * 00:00:00'`, `UseAfter parameter 'META.OBSERVATION.DATE' is UNDEFINED.`, `parameter='CCDAMP'
 * value='ABCE' is not in [...]`, `More than one match clause matched.`, `Unknown reference type
 * 'x'`.
 *
 * Source: seed, rmap.py, selectors.py, computed.
 */
export type Reference = string;

/**
 * Which of the texts that stand for something else a text is, or `null`.
 *
 * `NotApplicable`: The reference type does not apply to the dataset.
 *
 * `NotFound`: No reference of the type was found; the text says why.
 */
export function tellReference(text: string): "NotApplicable" | "NotFound" | null {
  if (text.toLowerCase() === "NOT FOUND n/a".toLowerCase()) {
    return "NotApplicable";
  }
  if (text.startsWith("NOT FOUND")) {
    return "NotFound";
  }
  return null;
}

/** Whether a value is of the type `Reference`. */
export function isReference(value: unknown): value is Reference {
  return typeof value === "string";
}

/**
 * The best references of one dataset; reference type, in lower case, to what was found.
 *
 * Nearly every value is the name of one file. It is an array of names where the rules choose the
 * two neighbours of a number or several files fit equally well, and an object of names where the
 * rules say so. A type that the rules leave out on purpose (OMIT) is absent. Types that were asked
 * for but do not apply are there, as `NOT FOUND n/a`.
 *
 * Source: seed, rmap.py, selectors.py.
 */
export type BestReferences = Readonly<
  Record<string, Reference | readonly string[] | Readonly<Record<string, string>>>
>;

/** Whether a value is of the type `BestReferences`. */
export function isBestReferences(value: unknown): value is BestReferences {
  if (!isObject(value)) {
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (isArray(item)) {
      for (const item2 of item) {
        if (typeof item2 !== "string") {
          return false;
        }
      }
    } else if (isObject(item)) {
      for (const key2 in item) {
        const item2 = item[key2];
        if (typeof item2 !== "string") {
          return false;
        }
      }
    } else if (!isReference(item)) {
      return false;
    }
  }
  return true;
}

/**
 * What the server's catalogue says of one file.
 *
 * All values are strings. The server writes them in lower case; truth values are "true" and
 * "false", numbers are decimal digits, what is missing is "none" or empty. The fields may be
 * limited by the question, and examples in the documents leave some out, so that every member is
 * optional here; unknown members are kept. The members `deliverer_email`, `catalog_link`,
 * `pathname` and `blob` of the catalogue are never sent.
 *
 * A file passes through the states uploaded, delivered, submitted, archiving, archived (or
 * archiving-failed); it is operational (latest) while a default context uses it, and then archived
 * again. Dates have the form `YYYY-MM-DD HH:MM:SS`, with up to six digits of a fraction.
 *
 * Source: seed, guide, server 2019.
 */
export interface FileInfo {
  /** When the file first was in a default context; 2050-01-01 00:00:00 means never. */
  readonly activation_date?: string;
  /** The file's APERTURE keyword; free text, "none". */
  readonly aperture?: string;
  /** Whether the file or one that it refers to is invalid. */
  readonly blacklisted?: Open<"true" | "false">;
  /** How much the file changes calibrated results, compared with the one before it. */
  readonly change_level?: Open<"severe" | "moderate" | "trivial">;
  /** The file's DESCRIP keyword; free text, "none". */
  readonly comment?: string;
  /** Who made the file; free text. */
  readonly creator_name?: string;
  /** User name of who submitted the file. */
  readonly deliverer_user?: string;
  /** When CRDS received the file. */
  readonly delivery_date?: string;
  /** The mapping that this one was made from; "none", or free text such as "initial delivery". */
  readonly derived_from?: string;
  /** What the submitter wrote about the delivery; free text. */
  readonly description?: string;
  /** Reference type; empty for pmaps and imaps, "unknown" when not known. */
  readonly filekind?: string;
  /** The file's HISTORY text; free text, "none"; in answers about mappings and in newer ones. */
  readonly history?: string;
  /** Instrument in lower case; empty for pmaps, "unknown" when not known. */
  readonly instrument?: string;
  /** Name of the file in CRDS; unique. */
  readonly name?: string;
  /** Observatory that the file belongs to. */
  readonly observatory?: Open<"hst" | "jwst" | "roman">;
  /** Where the data come from; also "inflight" and two dates, DD/MM/YYYY. */
  readonly pedigree?: FileInfoPedigree;
  /** The file's REFTYPE keyword; free text, "none" or empty. */
  readonly reference_file_type?: string;
  /** Whether the file itself is scientifically invalid. */
  readonly rejected?: Open<"true" | "false">;
  /** Name of the file that takes the place of this one; empty when there is none. */
  readonly replaced_by_filename?: string;
  /** SHA-1 of the whole file, 40 hexadecimal digits; "none" or empty when not known. */
  readonly sha1sum?: string;
  /** Size in bytes, as decimal digits; "-1" when not known. */
  readonly size?: string;
  /** Place of the file in its life; "operational" on older servers is "latest" on newer ones. */
  readonly state?: FileInfoState;
  /** Whether the file holds rules (mapping) or data (reference). */
  readonly type?: Open<"mapping" | "reference">;
  /** Name that the file had when it was uploaded. */
  readonly uploaded_as?: string;
  /** From which time of observation the file is valid; 1900-01-01 00:00:00 means unknown. */
  readonly useafter_date?: string;
}

/** Whether a value is of the type `FileInfo`. */
export function isFileInfo(value: unknown, seen: Seen = unseen()): value is FileInfo {
  if (!isObject(value)) {
    return false;
  }
  let known = 0;
  if (value.activation_date !== undefined) {
    if (typeof value.activation_date !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.aperture !== undefined) {
    if (typeof value.aperture !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.blacklisted !== undefined) {
    if (typeof value.blacklisted !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.change_level !== undefined) {
    if (typeof value.change_level !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.comment !== undefined) {
    if (typeof value.comment !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.creator_name !== undefined) {
    if (typeof value.creator_name !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.deliverer_user !== undefined) {
    if (typeof value.deliverer_user !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.delivery_date !== undefined) {
    if (typeof value.delivery_date !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.derived_from !== undefined) {
    if (typeof value.derived_from !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.description !== undefined) {
    if (typeof value.description !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.filekind !== undefined) {
    if (typeof value.filekind !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.history !== undefined) {
    if (typeof value.history !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.instrument !== undefined) {
    if (typeof value.instrument !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.name !== undefined) {
    if (typeof value.name !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.observatory !== undefined) {
    if (typeof value.observatory !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.pedigree !== undefined) {
    if (typeof value.pedigree !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.reference_file_type !== undefined) {
    if (typeof value.reference_file_type !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.rejected !== undefined) {
    if (typeof value.rejected !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.replaced_by_filename !== undefined) {
    if (typeof value.replaced_by_filename !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.sha1sum !== undefined) {
    if (typeof value.sha1sum !== "string" || !SHA1SUM_PATTERN.test(value.sha1sum)) {
      return false;
    }
    known += 1;
  }
  if (value.size !== undefined) {
    if (typeof value.size !== "string" || !SIZE_PATTERN.test(value.size)) {
      return false;
    }
    known += 1;
  }
  if (value.state !== undefined) {
    if (typeof value.state !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.type !== undefined) {
    if (typeof value.type !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.uploaded_as !== undefined) {
    if (typeof value.uploaded_as !== "string") {
      return false;
    }
    known += 1;
  }
  if (value.useafter_date !== undefined) {
    if (typeof value.useafter_date !== "string") {
      return false;
    }
    known += 1;
  }
  seen.unknown += sizeOf(value) - known;
  return true;
}

/**
 * When the context became the default; the server's time, "YYYY-MM-DD HH:MM:SS".
 *
 * Up to six digits of a fraction may follow, and since 2026 the zone, as in `2026-06-17
 * 18:42:21.675150+00:00`.
 *
 * Source: seed, cache.
 */
export type HistoryDate = string;

/** Whether a value is of the type `HistoryDate`. */
export function isHistoryDate(value: unknown): value is HistoryDate {
  return typeof value === "string" && HISTORY_DATE_PATTERN.test(value);
}

/**
 * Why the context was made or put into use; free text, which may hold line breaks.
 *
 * Source: seed, cache.
 */
export type HistoryDescription = string;

/** Whether a value is of the type `HistoryDescription`. */
export function isHistoryDescription(value: unknown): value is HistoryDescription {
  return typeof value === "string";
}

/** Explains why a value is not of the type `Observatory`. */
export const ObservatorySchema: Schema = { enum: ["hst", "jwst", "roman", "tobs"] };

/** Explains why a value is not of the type `PmapName`. */
export const PmapNameSchema: Schema = {
  type: "string",
  pattern: "^[a-z]{2,9}(?:_[0-9]{4})?\\.pmap$",
  not: { type: "string", pattern: "\\n" },
  description: 'The name of a pmap, the top mapping of one context, such as "jwst_0565.pmap".',
};

/** Explains why a value is not of the type `ContextSpec`. */
export const ContextSpecSchema: Schema = {
  type: "string",
  pattern:
    "^([a-z]{2,9}(_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?\\.[pir]map|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?)?|[a-z]{2,9}(-[a-z][a-z0-9]{1,16}(-[a-z][a-z0-9-]{1,32})?)?-(edit|operational|latest|build|versions|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?)?))$",
  not: { type: "string", pattern: "\\n" },
  description:
    'A context; the name of a mapping, a date, or a symbolic name such as "jwst-operational".',
};

/** Explains why a value is not of the type `FileName`. */
export const FileNameSchema: Schema = {
  type: "string",
  pattern: "^[A-Za-z0-9._ -]{1,128}$",
  not: { type: "string", pattern: "\\n" },
  description: "The name of a mapping or reference file, without a folder; at most 128 characters.",
};

/** Explains why a value is not of the type `DatasetId`. */
export const DatasetIdSchema: Schema = {
  type: "string",
  pattern: "^[A-Za-z0-9_.+-]{1,128}(:[A-Za-z0-9_.+-]{1,128})?$",
  not: { type: "string", pattern: "\\n" },
  description:
    "A dataset id; one part, or two parts joined by a colon, each of at most 128 characters.",
};

/** Explains why a value is not of the type `DatasetIds`. */
export const DatasetIdsSchema: Schema = { type: "array", items: DatasetIdSchema, maxItems: 200 };

/** Explains why a value is not of the type `Header`. */
export const HeaderSchema: Schema = {
  type: "object",
  additionalProperties: {
    type: "string",
    pattern: "^[^\\n\\r]{0,256}$",
    not: { type: "string", pattern: "\\n" },
  },
  propertyNames: { pattern: "^[A-Za-z0-9_.-]{1,256}$", not: { type: "string", pattern: "\\n" } },
};

/** Explains why a value is not of the type `ReferenceTypes`. */
export const ReferenceTypesSchema: Schema = { type: "array", items: { type: "string" } };

/** Explains why a value is not of the type `Reference`. */
export const ReferenceSchema: Schema = { type: "string" };

/** Explains why a value is not of the type `BestReferences`. */
export const BestReferencesSchema: Schema = {
  type: "object",
  additionalProperties: {
    anyOf: [
      ReferenceSchema,
      { type: "array", items: { type: "string" } },
      { type: "object", additionalProperties: { type: "string" } },
    ],
  },
};

/** Explains why a value is not of the type `FileInfo`. */
export const FileInfoSchema: Schema = {
  type: "object",
  properties: {
    activation_date: { type: "string" },
    aperture: { type: "string" },
    blacklisted: { type: "string" },
    change_level: { type: "string" },
    comment: { type: "string" },
    creator_name: { type: "string" },
    deliverer_user: { type: "string" },
    delivery_date: { type: "string" },
    derived_from: { type: "string" },
    description: { type: "string" },
    filekind: { type: "string" },
    history: { type: "string" },
    instrument: { type: "string" },
    name: { type: "string" },
    observatory: { type: "string" },
    pedigree: { type: "string" },
    reference_file_type: { type: "string" },
    rejected: { type: "string" },
    replaced_by_filename: { type: "string" },
    sha1sum: {
      type: "string",
      pattern: "^([0-9a-f]{40}|none)?$",
      not: { type: "string", pattern: "\\n" },
      description:
        'SHA-1 of the whole file, 40 hexadecimal digits; "none" or empty when not known.',
    },
    size: {
      type: "string",
      pattern: "^(-1|[0-9]+)$",
      not: { type: "string", pattern: "\\n" },
      description: 'Size in bytes, as decimal digits; "-1" when not known.',
    },
    state: { type: "string" },
    type: { type: "string" },
    uploaded_as: { type: "string" },
    useafter_date: { type: "string" },
  },
};

/** Explains why a value is not of the type `HistoryDate`. */
export const HistoryDateSchema: Schema = {
  type: "string",
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?(\\+00:00)?$",
  not: { type: "string", pattern: "\\n" },
  description: 'When the context became the default; the server\'s time, "YYYY-MM-DD HH:MM:SS".',
};

/** Explains why a value is not of the type `HistoryDescription`. */
export const HistoryDescriptionSchema: Schema = { type: "string" };
