// Generated from spec/tides/types.yaml; do not edit.
// Change the spec, then run `make generate`.

import { lengthOf } from "../runtime/guards.js";
import type { Schema } from "../runtime/schema.js";

/**
 * A port, `COAST:NAME`.
 *
 * Source: guide.
 */
export type PortId = string;

/** Whether a value is of the type `PortId`. */
export function isPortId(value: unknown): value is PortId {
  return typeof value === "string" && lengthOf(value) >= 1 && lengthOf(value) <= 40;
}

/** Explains why a value is not of the type `PortId`. */
export const PortIdSchema: Schema = { type: "string", minLength: 1, maxLength: 40 };
