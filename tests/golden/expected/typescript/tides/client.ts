// Generated from spec/tides/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import { BaseClient, type CallOptions, type ClientOptions } from "../runtime/client.js";
import type { Server } from "../runtime/servers.js";
import { chart, type ChartArguments, type ChartResult } from "./chart.js";
import { heights, type HeightsArguments, type HeightsResult } from "./heights.js";
import { levels, type LevelsArguments, type LevelsResult } from "./levels.js";
import { notices, type NoticesArguments, type NoticesResult } from "./notices.js";
import { predictions, type PredictionsArguments, type PredictionsResult } from "./predictions.js";
import { report, type ReportArguments, type ReportResult } from "./report.js";
import { TIDES } from "./servers.js";

/**
 * Tides of some ports, asked by JSON-RPC.
 *
 * Every operation is a method. Who calls few operations and wants a small bundle calls them by
 * `call` of a `BaseClient`, with the operation from its own module.
 */
export class Client extends BaseClient {
  /**
   * @param server - Id (any case), server, or base URL; the default if left out.
   * @param options - Base URL, limits, and what moves the bytes.
   * @throws ConfigError - An argument is wrong.
   */
  constructor(server?: string | Server | null, options: ClientOptions = {}) {
    super(TIDES, server, options);
  }

  /**
   * All levels of a port as a database.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws TideFault
   */
  chart(args: ChartArguments, options?: CallOptions): Promise<ChartResult> {
    return this.call(chart, args, options);
  }

  /**
   * Heights of bridges.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws TideFault
   */
  heights(args: HeightsArguments, options?: CallOptions): Promise<HeightsResult> {
    return this.call(heights, args, options);
  }

  /**
   * The water levels of ports at this moment.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws TideFault
   */
  levels(args: LevelsArguments, options?: CallOptions): Promise<LevelsResult> {
    return this.call(levels, args, options);
  }

  /**
   * What the harbour masters have said.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws TideFault
   */
  notices(args: NoticesArguments, options?: CallOptions): Promise<NoticesResult> {
    return this.call(notices, args, options);
  }

  /**
   * High waters to come.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws TideFault
   */
  predictions(args: PredictionsArguments, options?: CallOptions): Promise<PredictionsResult> {
    return this.call(predictions, args, options);
  }

  /**
   * Report a level that you have read.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws TideFault
   */
  report(args: ReportArguments, options?: CallOptions): Promise<ReportResult> {
    return this.call(report, args, options);
  }
}
