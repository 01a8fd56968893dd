// Generated from spec/weather/service.yaml; do not edit.
// Change the spec, then run `make generate`.

/* eslint-disable @typescript-eslint/no-deprecated -- all operations are here, the deprecated ones too */

import { BaseClient, type CallOptions, type ClientOptions } from "../runtime/client.js";
import type { Server } from "../runtime/servers.js";
import {
  observations,
  type ObservationsArguments,
  type ObservationsResult,
} from "./observations.js";
import { order, type OrderArguments, type OrderResult } from "./order.js";
import { picture, type PictureArguments, type PictureResult } from "./picture.js";
import { printout, type PrintoutArguments, type PrintoutResult } from "./printout.js";
import { readings, type ReadingsArguments, type ReadingsResult } from "./readings.js";
import { retire, type RetireArguments, type RetireResult } from "./retire.js";
import { sensors, type SensorsArguments, type SensorsResult } from "./sensors.js";
import { WEATHER } from "./servers.js";
import { stations, type StationsArguments, type StationsResult } from "./stations.js";
import { ticket, type TicketArguments, type TicketResult } from "./ticket.js";

/**
 * Weather stations, asked through CGI programs.
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
    super(WEATHER, server, options);
  }

  /**
   * Read what a station has seen.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws StationError
   * @throws UnknownStatus
   */
  observations(args: ObservationsArguments, options?: CallOptions): Promise<ObservationsResult> {
    return this.call(observations, args, options);
  }

  /**
   * Order a report.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws OrderRefused
   * @throws UnknownStatus
   */
  order(args: OrderArguments, options?: CallOptions): Promise<OrderResult> {
    return this.call(order, args, options);
  }

  /**
   * Fetch a picture of the sky.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws StationError
   */
  picture(args: PictureArguments, options?: CallOptions): Promise<PictureResult> {
    return this.call(picture, args, options);
  }

  /**
   * Print a table of values.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws StationError
   */
  printout(args: PrintoutArguments, options?: CallOptions): Promise<PrintoutResult> {
    return this.call(printout, args, options);
  }

  /**
   * Read everything that a station has seen, sensor by sensor.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws UnknownStatus
   */
  readings(args: ReadingsArguments, options?: CallOptions): Promise<ReadingsResult> {
    return this.call(readings, args, options);
  }

  /**
   * Close stations for good.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws StationError
   */
  retire(args: RetireArguments, options?: CallOptions): Promise<RetireResult> {
    return this.call(retire, args, options);
  }

  /**
   * Describe the sensors of a station.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   */
  sensors(args: SensorsArguments, options?: CallOptions): Promise<SensorsResult> {
    return this.call(sensors, args, options);
  }

  /**
   * List the stations.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws StationError
   */
  stations(args: StationsArguments = {}, options?: CallOptions): Promise<StationsResult> {
    return this.call(stations, args, options);
  }

  /**
   * Get a number for the queue.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws OrderRefused
   */
  ticket(args: TicketArguments = {}, options?: CallOptions): Promise<TicketResult> {
    return this.call(ticket, args, options);
  }
}
