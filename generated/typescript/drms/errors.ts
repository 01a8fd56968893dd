// Generated from spec/drms/service.yaml; do not edit.
// Change the spec, then run `make generate`.

import { RemoteError } from "../runtime/errors.js";
import { every, first } from "../runtime/patterns.js";
import type { NoStream } from "./drms_export.js";
import type { ParsedRecordSet } from "./drms_parserecset.js";
import type { StorageUnitsDown } from "./exp_su.js";
import type { StorageUnitsFailed } from "./exp_su_status.js";
import type { RegistrationRefused } from "./register_address.js";
import type { ShowInfoFailure } from "./show_info.js";
import type { ShowSeriesFailure } from "./show_series.js";
import type { PublicSeries } from "./show_series_wrapper.js";
import type {
  ExportFailedIndex,
  ExportFailure,
  InfoFailure,
  OtherStatus,
  RequestFault,
  Termination,
  WrapperFailure,
} from "./types.js";
import type { QueryHandle } from "./web_request_id.js";

/** The server's program was stopped before it could answer (status -1). */
export class BackendTerminated extends RemoteError<Termination> {
  override get name(): string {
    return "BackendTerminated";
  }
}

/** The export was finished, and its files have been deleted since (status 5); request it again. */
export class ExportExpired extends RemoteError<ExportFailure> {
  override get name(): string {
    return "ExportExpired";
  }
}

/** What `ExportFailed` comes with. */
export type ExportFailedAnswer = NoStream | ExportFailure | ExportFailedIndex | StorageUnitsFailed;

/**
 * The export was refused or went wrong (status 4, or "1" in a finished index); its text says why.
 */
export class ExportFailed extends RemoteError<ExportFailedAnswer> {
  override get name(): string {
    return "ExportFailed";
  }
}

/**
 * The server does not know this request id (status 6, older servers); new ids may take seconds to
 * appear.
 */
export class ExportNotFound extends RemoteError<ExportFailure> {
  override get name(): string {
    return "ExportNotFound";
  }
}

/** Some of the files are on tape only and the server will not fetch them by itself (status 25). */
export class ExportOffline extends RemoteError<ExportFailure> {
  override get name(): string {
    return "ExportOffline";
  }

  /** Id that the server gave to the refused request; it appears in the text only. */
  get requestId(): string | null {
    return first(/JSOC_[0-9]{8}_[0-9]+(_X)?(_IN)?/u, this.answer, "error");
  }
}

/** The export is larger than the server allows (status 3); ask for fewer records. */
export class ExportTooLarge extends RemoteError<ExportFailure> {
  override get name(): string {
    return "ExportTooLarge";
  }
}

/** The server could not give out a handle. */
export class NoHandle extends RemoteError<QueryHandle> {
  override get name(): string {
    return "NoHandle";
  }
}

/** This address or computer has too many unfinished exports (status 7); wait for one to finish. */
export class PendingLimit extends RemoteError<ExportFailure> {
  override get name(): string {
    return "PendingLimit";
  }

  /** Ids of the unfinished requests that the server names; empty when it names none. */
  get requestIds(): string[] {
    return every(/JSOC_[0-9]{8}_[0-9]+(_X)?(_IN)?/u, this.answer, "error");
  }
}

/** The query was not stopped; the server's answer is kept. */
export class QueryNotStopped extends RemoteError<OtherStatus> {
  override get name(): string {
    return "QueryNotStopped";
  }
}

/** The address could not be registered (negative status); the text says why. */
export class RegistrationFailed extends RemoteError<RegistrationRefused> {
  override get name(): string {
    return "RegistrationFailed";
  }
}

/**
 * The server could not look for, or cancel, unfinished exports (negative status); its text says
 * why.
 */
export class RequestNotManaged extends RemoteError<RequestFault> {
  override get name(): string {
    return "RequestNotManaged";
  }
}

/** What `SeriesError` comes with. */
export type SeriesErrorAnswer =
  | ParsedRecordSet
  | InfoFailure
  | WrapperFailure
  | ShowInfoFailure
  | ShowSeriesFailure
  | PublicSeries;

/** The server could not answer a question about series or records; its text says why. */
export class SeriesError extends RemoteError<SeriesErrorAnswer> {
  override get name(): string {
    return "SeriesError";
  }
}

/** The servers' storage system (SUMS) does not answer; try again later. */
export class StorageDown extends RemoteError<StorageUnitsDown> {
  override get name(): string {
    return "StorageDown";
  }
}

/** The server answered with a status that no document lists; the whole answer is kept. */
export class UnknownStatus extends RemoteError<OtherStatus> {
  override get name(): string {
    return "UnknownStatus";
  }
}

/**
 * A step of the public site around its program went wrong (status 2, 3, 5 or 6); its text says
 * which.
 */
export class WrapperFailed extends RemoteError<WrapperFailure> {
  override get name(): string {
    return "WrapperFailed";
  }
}
