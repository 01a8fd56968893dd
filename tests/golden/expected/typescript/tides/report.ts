// Generated from spec/tides/report.yaml; do not edit.
// Change the spec, then run `make generate`.

import { isArray, isInteger, isNumber, isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { TideFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import { isPortId, type PortId, PortIdSchema } from "./types.js";

/**
 * A number, or why the report was refused.
 *
 * Source: guide.
 */
export type Receipt = readonly [true, number] | readonly [false, string];

/** Whether a value is of the type `Receipt`. */
export function isReceipt(value: unknown): value is Receipt {
  if (isArray(value) && value.length === 2 && value[0] === true) {
    if (!isInteger(value[1])) {
      return false;
    }
  } else if (isArray(value) && value.length === 2 && value[0] === false) {
    if (typeof value[1] !== "string") {
      return false;
    }
  } else {
    return false;
  }
  return true;
}

/** Explains why a value is not of the type `Receipt`. */
export const ReceiptSchema: Schema = {
  anyOf: [
    {
      type: "array",
      prefixItems: [{ const: true }, { type: "integer" }],
      items: false,
      minItems: 2,
    },
    {
      type: "array",
      prefixItems: [{ const: false }, { type: "string" }],
      items: false,
      minItems: 2,
    },
  ],
};

/** Arguments of `report`. */
export interface ReportArguments {
  /** The port. */
  readonly port: PortId;
  /** What you read. */
  readonly metres: number;
}

/** What `report` comes to. */
export type ReportResult = Receipt;

/** Whether a value is arguments of `report`, rules between them apart. */
export function isReportArguments(value: unknown): value is ReportArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isPortId(value.port)) {
    return false;
  }
  if (!isNumber(value.metres) || value.metres < -20 || value.metres > 20) {
    return false;
  }
  if (sizeOf(value) !== 2) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["port", "metres"],
  properties: { port: PortIdSchema, metres: { type: "number", minimum: -20, maximum: 20 } },
  additionalProperties: false,
};

/**
 * Report a level that you have read.
 *
 * Source: guide.
 *
 * @throws TideFault - The server refused a call.
 */
export const report = /* @__PURE__ */ rpcOperation<ReportArguments, ReportResult>({
  service: "tides",
  name: "report",
  effect: "write",
  parameters: [
    { name: "port", required: true },
    { name: "metres", required: true },
  ],
  protocol: PROTOCOL,
  fault: TideFault,
  request: { accepts: isReportArguments, schema: REQUEST },
  result: { kind: "plain", schema: ReceiptSchema, accepts: isReceipt },
});
