// Generated from spec/crds/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import { RpcFault } from "../runtime/envelope.js";

/** The server answered with an error object; its name, code and text say what it refused. */
export class CrdsFault extends RpcFault {
  override get name(): string {
    return "CrdsFault";
  }
}
