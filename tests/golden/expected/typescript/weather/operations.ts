// Generated from spec/weather/service.yaml; do not edit.
// Change the spec, then run `make generate`.

/* eslint-disable @typescript-eslint/no-deprecated -- all operations are here, the deprecated ones too */

import { observations } from "./observations.js";
import { order } from "./order.js";
import { picture } from "./picture.js";
import { printout } from "./printout.js";
import { readings } from "./readings.js";
import { retire } from "./retire.js";
import { sensors } from "./sensors.js";
import { stations } from "./stations.js";
import { ticket } from "./ticket.js";

/** The operations of the service, by the names of the documents. */
export const OPERATIONS = {
  observations: observations,
  order: order,
  picture: picture,
  printout: printout,
  readings: readings,
  retire: retire,
  sensors: sensors,
  stations: stations,
  ticket: ticket,
} as const;
