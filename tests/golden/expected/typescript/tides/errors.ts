// Generated from spec/tides/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import { RpcFault } from "../runtime/envelope.js";

/**
 * The server refused a call.
 *
 * Source: server.
 */
export class TideFault extends RpcFault {
  override get name(): string {
    return "TideFault";
  }
}
