// What a TypeScript user expects of the types that openapi-typescript makes; it is compiled, never run.

import type { components, operations, paths } from "./drms.js";

type Answer = components["schemas"]["RsListAnswer"];
type Query = operations["rs_list"]["parameters"]["query"];

export function columns(answer: Answer): string[] {
  return "count" in answer ? (answer.keywords ?? []).map((column) => column.name) : [];
}

export function message(answer: Answer): string | undefined {
  return "error" in answer && typeof answer.error === "string" ? answer.error : undefined;
}

export const query: Query = { op: "rs_list", ds: "hmi.m_720s[$]", key: "T_REC" };

// @ts-expect-error: the operation that shares its program is another one
export const other: Query = { op: "rs_summary", ds: "hmi.m_720s[$]" };

// @ts-expect-error: a record set is needed
export const nothing: Query = { op: "rs_list", key: "T_REC" };

export type Path = paths["/jsoc_info#rs_list"]["get"]["responses"][200]["content"]["application/json"];
export const same: (answer: Path) => string[] = columns;
