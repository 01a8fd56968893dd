/** What checks explain values by: the keywords of JSON Schema 2020-12 that descriptions use. */

/** The JSON kinds. */
export type Kind = "string" | "integer" | "number" | "boolean" | "null" | "array" | "object";

/** A constant of a closed set. */
export type Scalar = string | number | boolean | null;

/** A schema; where JSON Schema refers to a definition by name, this holds the definition itself. */
export interface Schema {
  readonly type?: Kind | readonly Kind[];
  readonly const?: Scalar | readonly null[];
  readonly enum?: readonly Scalar[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** What keys of a map look like. */
  readonly propertyNames?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  /** Says in words what a pattern means. */
  readonly description?: string;
}

/** A text of which some words are known; others may come, and are taken. */
export type Open<Known extends string> = Known | (string & {});
