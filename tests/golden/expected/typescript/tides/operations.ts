// Generated from spec/tides/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import { chart } from "./chart.js";
import { heights } from "./heights.js";
import { levels } from "./levels.js";
import { notices } from "./notices.js";
import { predictions } from "./predictions.js";
import { report } from "./report.js";

/** The operations of the service, by the names of the documents. */
export const OPERATIONS = {
  chart: chart,
  heights: heights,
  levels: levels,
  notices: notices,
  predictions: predictions,
  report: report,
} as const;
