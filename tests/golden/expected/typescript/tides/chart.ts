// Generated from spec/tides/chart.yaml; do not edit.
// Change the spec, then run `make generate`.

import * as finishing from "../runtime/finishing.js";
import { isObject, sizeOf } from "../runtime/guards.js";
import { rpcOperation } from "../runtime/rpc.js";
import type { Schema } from "../runtime/schema.js";
import { TideFault } from "./errors.js";
import { PROTOCOL } from "./servers.js";
import { isPortId, type PortId, PortIdSchema } from "./types.js";

/**
 * The database.
 *
 * Source: guide.
 */
export type PackedChart = Uint8Array;

/** Whether a value is of the type `PackedChart`. */
export function isPackedChart(value: unknown): boolean {
  return typeof value === "string";
}

/** Explains why a value is not of the type `PackedChart`. */
export const PackedChartSchema: Schema = { type: "string" };

/** Arguments of `chart`. */
export interface ChartArguments {
  /** The port. */
  readonly port: PortId;
}

/** What `chart` comes to. */
export type ChartResult = PackedChart;

/** Whether a value is arguments of `chart`, rules between them apart. */
export function isChartArguments(value: unknown): value is ChartArguments {
  if (!isObject(value)) {
    return false;
  }
  if (!isPortId(value.port)) {
    return false;
  }
  if (sizeOf(value) !== 1) {
    return false;
  }
  return true;
}

const REQUEST: Schema = {
  type: "object",
  required: ["port"],
  properties: { port: PortIdSchema },
  additionalProperties: false,
};

/**
 * All levels of a port as a database.
 *
 * Source: guide.
 *
 * @throws TideFault - The server refused a call.
 */
export const chart = /* @__PURE__ */ rpcOperation<ChartArguments, ChartResult>({
  service: "tides",
  name: "chart",
  effect: "bulk",
  parameters: [{ name: "port", required: true }],
  protocol: PROTOCOL,
  fault: TideFault,
  request: { accepts: isChartArguments, schema: REQUEST },
  result: {
    kind: "plain",
    schema: PackedChartSchema,
    accepts: isPackedChart,
    finish: finishing.database,
  },
});
