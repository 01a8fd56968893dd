// Generated from spec/drms/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import { BaseClient, type CallOptions, type ClientOptions } from "../runtime/client.js";
import type { Server } from "../runtime/servers.js";
import {
  cancelRequest,
  type CancelRequestArguments,
  type CancelRequestResult,
} from "./cancel_request.js";
import {
  checkAddress,
  type CheckAddressArguments,
  type CheckAddressResult,
} from "./check_address.js";
import { drmsExport, type DrmsExportArguments, type DrmsExportResult } from "./drms_export.js";
import {
  drmsParserecset,
  type DrmsParserecsetArguments,
  type DrmsParserecsetResult,
} from "./drms_parserecset.js";
import { expRepeat, type ExpRepeatArguments, type ExpRepeatResult } from "./exp_repeat.js";
import { expRequest, type ExpRequestArguments, type ExpRequestResult } from "./exp_request.js";
import { expStatus, type ExpStatusArguments, type ExpStatusResult } from "./exp_status.js";
import { expSu, type ExpSuArguments, type ExpSuResult } from "./exp_su.js";
import { expSuStatus, type ExpSuStatusArguments, type ExpSuStatusResult } from "./exp_su_status.js";
import {
  jsocUserkill,
  type JsocUserkillArguments,
  type JsocUserkillResult,
} from "./jsoc_userkill.js";
import {
  manageRequest,
  type ManageRequestArguments,
  type ManageRequestResult,
} from "./manage_request.js";
import {
  registerAddress,
  type RegisterAddressArguments,
  type RegisterAddressResult,
} from "./register_address.js";
import { rsList, type RsListArguments, type RsListResult } from "./rs_list.js";
import { rsRecords, type RsRecordsArguments, type RsRecordsResult } from "./rs_records.js";
import { rsSummary, type RsSummaryArguments, type RsSummaryResult } from "./rs_summary.js";
import { seriesInfo, type SeriesInfoArguments, type SeriesInfoResult } from "./series_info.js";
import {
  seriesStruct,
  type SeriesStructArguments,
  type SeriesStructResult,
} from "./series_struct.js";
import { DRMS } from "./servers.js";
import { showInfo, type ShowInfoArguments, type ShowInfoResult } from "./show_info.js";
import { showSeries, type ShowSeriesArguments, type ShowSeriesResult } from "./show_series.js";
import {
  showSeriesWrapper,
  type ShowSeriesWrapperArguments,
  type ShowSeriesWrapperResult,
} from "./show_series_wrapper.js";
import {
  webRequestId,
  type WebRequestIdArguments,
  type WebRequestIdResult,
} from "./web_request_id.js";

/**
 * The CGIs of the JSOC and NetDRMS solar data servers.
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
    super(DRMS, server, options);
  }

  /**
   * Give up the unfinished export of an address.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws RequestNotManaged
   * @throws UnknownStatus
   */
  cancelRequest(args: CancelRequestArguments, options?: CallOptions): Promise<CancelRequestResult> {
    return this.call(cancelRequest, args, options);
  }

  /**
   * Ask whether an e-mail address is registered for data exports.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   */
  checkAddress(args: CheckAddressArguments, options?: CallOptions): Promise<CheckAddressResult> {
    return this.call(checkAddress, args, options);
  }

  /**
   * Fetch the files of a record set at once, as one stream.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws ExportFailed
   */
  drmsExport(args: DrmsExportArguments, options?: CallOptions): Promise<DrmsExportResult> {
    return this.call(drmsExport, args, options);
  }

  /**
   * Take a record-set text apart, as the servers read it.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws SeriesError
   */
  drmsParserecset(
    args: DrmsParserecsetArguments,
    options?: CallOptions,
  ): Promise<DrmsParserecsetResult> {
    return this.call(drmsParserecset, args, options);
  }

  /**
   * Ask for an earlier export again; every known server refuses.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws ExportTooLarge
   * @throws ExportFailed
   * @throws ExportExpired
   * @throws ExportNotFound
   * @throws PendingLimit
   * @throws ExportOffline
   * @throws BackendTerminated
   * @throws UnknownStatus
   */
  expRepeat(args: ExpRepeatArguments, options?: CallOptions): Promise<ExpRepeatResult> {
    return this.call(expRepeat, args, options);
  }

  /**
   * Order an export of the data of a record set.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws ExportFailed
   * @throws ExportTooLarge
   * @throws ExportExpired
   * @throws ExportNotFound
   * @throws PendingLimit
   * @throws ExportOffline
   * @throws BackendTerminated
   * @throws UnknownStatus
   */
  expRequest(args: ExpRequestArguments, options?: CallOptions): Promise<ExpRequestResult> {
    return this.call(expRequest, args, options);
  }

  /**
   * Ask whether an export is ready, and for its files.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws ExportFailed
   * @throws ExportTooLarge
   * @throws ExportExpired
   * @throws ExportNotFound
   * @throws PendingLimit
   * @throws ExportOffline
   * @throws BackendTerminated
   * @throws UnknownStatus
   */
  expStatus(args: ExpStatusArguments, options?: CallOptions): Promise<ExpStatusResult> {
    return this.call(expStatus, args, options);
  }

  /**
   * Export whole storage units by their numbers.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws StorageDown
   * @throws ExportTooLarge
   * @throws ExportFailed
   * @throws ExportExpired
   * @throws ExportNotFound
   * @throws PendingLimit
   * @throws ExportOffline
   * @throws BackendTerminated
   * @throws UnknownStatus
   */
  expSu(args: ExpSuArguments, options?: CallOptions): Promise<ExpSuResult> {
    return this.call(expSu, args, options);
  }

  /**
   * Ask whether an export of storage units is ready, and where they are.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws ExportFailed
   * @throws ExportTooLarge
   * @throws ExportExpired
   * @throws ExportNotFound
   * @throws PendingLimit
   * @throws ExportOffline
   * @throws BackendTerminated
   * @throws UnknownStatus
   */
  expSuStatus(args: ExpSuStatusArguments, options?: CallOptions): Promise<ExpSuStatusResult> {
    return this.call(expSuStatus, args, options);
  }

  /**
   * Stop a running query by its handle.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws QueryNotStopped
   */
  jsocUserkill(args: JsocUserkillArguments, options?: CallOptions): Promise<JsocUserkillResult> {
    return this.call(jsocUserkill, args, options);
  }

  /**
   * Ask whether an address has an unfinished export.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws RequestNotManaged
   * @throws UnknownStatus
   */
  manageRequest(args: ManageRequestArguments, options?: CallOptions): Promise<ManageRequestResult> {
    return this.call(manageRequest, args, options);
  }

  /**
   * Register an e-mail address for data exports; the server sends a mail to it.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws RegistrationFailed
   * @throws UnknownStatus
   */
  registerAddress(
    args: RegisterAddressArguments,
    options?: CallOptions,
  ): Promise<RegisterAddressResult> {
    return this.call(registerAddress, args, options);
  }

  /**
   * List keyword, segment and link values for every record of a record set.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws SeriesError
   * @throws WrapperFailed
   * @throws BackendTerminated
   * @throws UnknownStatus
   */
  rsList(args: RsListArguments, options?: CallOptions): Promise<RsListResult> {
    return this.call(rsList, args, options);
  }

  /**
   * List keyword, segment and link values record by record, under their FITS names.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws SeriesError
   * @throws WrapperFailed
   * @throws BackendTerminated
   * @throws UnknownStatus
   */
  rsRecords(args: RsRecordsArguments, options?: CallOptions): Promise<RsRecordsResult> {
    return this.call(rsRecords, args, options);
  }

  /**
   * Count the records of a record set.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws SeriesError
   * @throws WrapperFailed
   * @throws BackendTerminated
   * @throws UnknownStatus
   */
  rsSummary(args: RsSummaryArguments, options?: CallOptions): Promise<RsSummaryResult> {
    return this.call(rsSummary, args, options);
  }

  /**
   * Tell attributes, keywords, segments and links of several series at once.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws SeriesError
   */
  seriesInfo(args: SeriesInfoArguments, options?: CallOptions): Promise<SeriesInfoResult> {
    return this.call(seriesInfo, args, options);
  }

  /**
   * Describe a data series, its keywords, segments, links and extent.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws SeriesError
   * @throws WrapperFailed
   * @throws BackendTerminated
   * @throws UnknownStatus
   */
  seriesStruct(args: SeriesStructArguments, options?: CallOptions): Promise<SeriesStructResult> {
    return this.call(seriesStruct, args, options);
  }

  /**
   * List values of records as a text, one line for each record.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws SeriesError
   */
  showInfo(args: ShowInfoArguments, options?: CallOptions): Promise<ShowInfoResult> {
    return this.call(showInfo, args, options);
  }

  /**
   * List the data series of a server.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws SeriesError
   * @throws BackendTerminated
   * @throws UnknownStatus
   */
  showSeries(args: ShowSeriesArguments = {}, options?: CallOptions): Promise<ShowSeriesResult> {
    return this.call(showSeries, args, options);
  }

  /**
   * List all public data series of JSOC, its internal ones included.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws SeriesError
   */
  showSeriesWrapper(
    args: ShowSeriesWrapperArguments = {},
    options?: CallOptions,
  ): Promise<ShowSeriesWrapperResult> {
    return this.call(showSeriesWrapper, args, options);
  }

  /**
   * Get a handle by which a running query can be stopped.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws NoHandle
   */
  webRequestId(
    args: WebRequestIdArguments = {},
    options?: CallOptions,
  ): Promise<WebRequestIdResult> {
    return this.call(webRequestId, args, options);
  }
}
