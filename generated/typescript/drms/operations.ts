// Generated from spec/drms/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import { cancelRequest } from "./cancel_request.js";
import { checkAddress } from "./check_address.js";
import { drmsExport } from "./drms_export.js";
import { drmsParserecset } from "./drms_parserecset.js";
import { expRepeat } from "./exp_repeat.js";
import { expRequest } from "./exp_request.js";
import { expStatus } from "./exp_status.js";
import { expSu } from "./exp_su.js";
import { expSuStatus } from "./exp_su_status.js";
import { jsocUserkill } from "./jsoc_userkill.js";
import { manageRequest } from "./manage_request.js";
import { registerAddress } from "./register_address.js";
import { rsList } from "./rs_list.js";
import { rsRecords } from "./rs_records.js";
import { rsSummary } from "./rs_summary.js";
import { seriesInfo } from "./series_info.js";
import { seriesStruct } from "./series_struct.js";
import { showInfo } from "./show_info.js";
import { showSeries } from "./show_series.js";
import { showSeriesWrapper } from "./show_series_wrapper.js";
import { webRequestId } from "./web_request_id.js";

/** The operations of the service, by the names of the documents. */
export const OPERATIONS = {
  cancel_request: cancelRequest,
  check_address: checkAddress,
  drms_export: drmsExport,
  drms_parserecset: drmsParserecset,
  exp_repeat: expRepeat,
  exp_request: expRequest,
  exp_status: expStatus,
  exp_su: expSu,
  exp_su_status: expSuStatus,
  jsoc_userkill: jsocUserkill,
  manage_request: manageRequest,
  register_address: registerAddress,
  rs_list: rsList,
  rs_records: rsRecords,
  rs_summary: rsSummary,
  series_info: seriesInfo,
  series_struct: seriesStruct,
  show_info: showInfo,
  show_series: showSeries,
  show_series_wrapper: showSeriesWrapper,
  web_request_id: webRequestId,
} as const;
