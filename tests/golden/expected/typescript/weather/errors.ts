// Generated from spec/weather/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import { RemoteError } from "../runtime/errors.js";
import { every, first } from "../runtime/patterns.js";
import type { StationFailure } from "./observations.js";
import type { OrderFailure } from "./order.js";
import type { NoPicture } from "./picture.js";
import type { Refusal } from "./printout.js";
import type { StationNames } from "./stations.js";
import type { Ticket } from "./ticket.js";
import type { OtherStatus } from "./types.js";

/**
 * The order was refused.
 *
 * Wait for the orders that are open.
 *
 * Source: server.
 */
export class OrderRefused extends RemoteError<OrderFailure | Ticket> {
  override get name(): string {
    return "OrderRefused";
  }

  /** The desk that refused, or None. */
  get desk(): string | null {
    return first(/desk [A-Z]/u, this.answer, "error");
  }

  /**
   * Numbers of the open orders.
   *
   * In the order of the text.
   */
  get orderIds(): string[] {
    return every(/W[0-9]{4}/u, this.answer, "error");
  }
}

/** The station is not known, or says nothing. */
export class StationError extends RemoteError<StationFailure | NoPicture | Refusal | StationNames> {
  override get name(): string {
    return "StationError";
  }
}

/** A status that the handbook does not list. */
export class UnknownStatus extends RemoteError<OtherStatus> {
  override get name(): string {
    return "UnknownStatus";
  }
}
