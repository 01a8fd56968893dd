// Generated from spec/crds/service.yaml; do not edit.
// Change the spec, then run `make generate`.

/* eslint-disable @typescript-eslint/no-deprecated -- all operations are here, the deprecated ones too */

import { BaseClient, type CallOptions, type ClientOptions } from "../runtime/client.js";
import type { Server } from "../runtime/servers.js";
import { fileExists, type FileExistsArguments, type FileExistsResult } from "./file_exists.js";
import {
  getAffectedDatasets,
  type GetAffectedDatasetsArguments,
  type GetAffectedDatasetsResult,
} from "./get_affected_datasets.js";
import {
  getAuiBestReferences,
  type GetAuiBestReferencesArguments,
  type GetAuiBestReferencesResult,
} from "./get_aui_best_references.js";
import {
  getBestReferences,
  type GetBestReferencesArguments,
  type GetBestReferencesResult,
} from "./get_best_references.js";
import {
  getBestReferencesByHeaderMap,
  type GetBestReferencesByHeaderMapArguments,
  type GetBestReferencesByHeaderMapResult,
} from "./get_best_references_by_header_map.js";
import {
  getBestReferencesByIds,
  type GetBestReferencesByIdsArguments,
  type GetBestReferencesByIdsResult,
} from "./get_best_references_by_ids.js";
import {
  getBuildContext,
  type GetBuildContextArguments,
  type GetBuildContextResult,
} from "./get_build_context.js";
import {
  getContextByDate,
  type GetContextByDateArguments,
  type GetContextByDateResult,
} from "./get_context_by_date.js";
import {
  getContextHistory,
  type GetContextHistoryArguments,
  type GetContextHistoryResult,
} from "./get_context_history.js";
import {
  getDatasetHeadersById,
  type GetDatasetHeadersByIdArguments,
  type GetDatasetHeadersByIdResult,
} from "./get_dataset_headers_by_id.js";
import {
  getDatasetIds,
  type GetDatasetIdsArguments,
  type GetDatasetIdsResult,
} from "./get_dataset_ids.js";
import {
  getDefaultContext,
  type GetDefaultContextArguments,
  type GetDefaultContextResult,
} from "./get_default_context.js";
import {
  getDeliveryStatus,
  type GetDeliveryStatusArguments,
  type GetDeliveryStatusResult,
} from "./get_delivery_status.js";
import { getFileInfo, type GetFileInfoArguments, type GetFileInfoResult } from "./get_file_info.js";
import {
  getFileInfoMap,
  type GetFileInfoMapArguments,
  type GetFileInfoMapResult,
} from "./get_file_info_map.js";
import {
  getMappingNames,
  type GetMappingNamesArguments,
  type GetMappingNamesResult,
} from "./get_mapping_names.js";
import {
  getMappingUrl,
  type GetMappingUrlArguments,
  type GetMappingUrlResult,
} from "./get_mapping_url.js";
import {
  getReferenceNames,
  type GetReferenceNamesArguments,
  type GetReferenceNamesResult,
} from "./get_reference_names.js";
import {
  getReferenceUrl,
  type GetReferenceUrlArguments,
  type GetReferenceUrlResult,
} from "./get_reference_url.js";
import {
  getRemoteContext,
  type GetRemoteContextArguments,
  type GetRemoteContextResult,
} from "./get_remote_context.js";
import {
  getRequiredParkeys,
  type GetRequiredParkeysArguments,
  type GetRequiredParkeysResult,
} from "./get_required_parkeys.js";
import {
  getServerInfo,
  type GetServerInfoArguments,
  type GetServerInfoResult,
} from "./get_server_info.js";
import { getSqliteDb, type GetSqliteDbArguments, type GetSqliteDbResult } from "./get_sqlite_db.js";
import {
  getSubmissionInfo,
  type GetSubmissionInfoArguments,
  type GetSubmissionInfoResult,
} from "./get_submission_info.js";
import {
  getSystemVersions,
  type GetSystemVersionsArguments,
  type GetSystemVersionsResult,
} from "./get_system_versions.js";
import { getUrl, type GetUrlArguments, type GetUrlResult } from "./get_url.js";
import { jpollAbort, type JpollAbortArguments, type JpollAbortResult } from "./jpoll_abort.js";
import {
  jpollPullMessages,
  type JpollPullMessagesArguments,
  type JpollPullMessagesResult,
} from "./jpoll_pull_messages.js";
import {
  listMappings,
  type ListMappingsArguments,
  type ListMappingsResult,
} from "./list_mappings.js";
import {
  listReferences,
  type ListReferencesArguments,
  type ListReferencesResult,
} from "./list_references.js";
import {
  pushRemoteContext,
  type PushRemoteContextArguments,
  type PushRemoteContextResult,
} from "./push_remote_context.js";
import { CRDS } from "./servers.js";
import {
  systemDescribe,
  type SystemDescribeArguments,
  type SystemDescribeResult,
} from "./system_describe.js";

/**
 * The JSON-RPC services of the HST, JWST and Roman calibration reference servers.
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
    super(CRDS, server, options);
  }

  /**
   * Whether the server knows a file and gives it out; if not, the call fails.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  fileExists(args: FileExistsArguments, options?: CallOptions): Promise<FileExistsResult> {
    return this.call(fileExists, args, options);
  }

  /**
   * The datasets whose best references a change of the context has changed.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getAffectedDatasets(
    args: GetAffectedDatasetsArguments,
    options?: CallOptions,
  ): Promise<GetAffectedDatasetsResult> {
    return this.call(getAffectedDatasets, args, options);
  }

  /**
   * The best reference files for datasets of the archive, as plain lists of names.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getAuiBestReferences(
    args: GetAuiBestReferencesArguments,
    options?: CallOptions,
  ): Promise<GetAuiBestReferencesResult> {
    return this.call(getAuiBestReferences, args, options);
  }

  /**
   * The best reference files for one set of matching parameters.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getBestReferences(
    args: GetBestReferencesArguments,
    options?: CallOptions,
  ): Promise<GetBestReferencesResult> {
    return this.call(getBestReferences, args, options);
  }

  /**
   * The best reference files for several sets of matching parameters, in one call.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getBestReferencesByHeaderMap(
    args: GetBestReferencesByHeaderMapArguments,
    options?: CallOptions,
  ): Promise<GetBestReferencesByHeaderMapResult> {
    return this.call(getBestReferencesByHeaderMap, args, options);
  }

  /**
   * The best reference files for datasets of the archive, in one call.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getBestReferencesByIds(
    args: GetBestReferencesByIdsArguments,
    options?: CallOptions,
  ): Promise<GetBestReferencesByIdsResult> {
    return this.call(getBestReferencesByIds, args, options);
  }

  /**
   * The context that fits a version of the calibration software, for example "jwst_1293.pmap".
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getBuildContext(
    args: GetBuildContextArguments,
    options?: CallOptions,
  ): Promise<GetBuildContextResult> {
    return this.call(getBuildContext, args, options);
  }

  /**
   * The mapping that a date or a symbolic context stands for.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getContextByDate(
    args: GetContextByDateArguments,
    options?: CallOptions,
  ): Promise<GetContextByDateResult> {
    return this.call(getContextByDate, args, options);
  }

  /**
   * Which context was the pipeline's default from when on, oldest first.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getContextHistory(
    args: GetContextHistoryArguments,
    options?: CallOptions,
  ): Promise<GetContextHistoryResult> {
    return this.call(getContextHistory, args, options);
  }

  /**
   * The matching parameters that the archive holds for given datasets.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getDatasetHeadersById(
    args: GetDatasetHeadersByIdArguments,
    options?: CallOptions,
  ): Promise<GetDatasetHeadersByIdResult> {
    return this.call(getDatasetHeadersById, args, options);
  }

  /**
   * The ids of all datasets of one instrument that the archive knows.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getDatasetIds(args: GetDatasetIdsArguments, options?: CallOptions): Promise<GetDatasetIdsResult> {
    return this.call(getDatasetIds, args, options);
  }

  /**
   * The context that the archive's pipeline uses at present, for example "jwst_0101.pmap".
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getDefaultContext(
    args: GetDefaultContextArguments,
    options?: CallOptions,
  ): Promise<GetDefaultContextResult> {
    return this.call(getDefaultContext, args, options);
  }

  /**
   * What became of the deliveries of files since a date, newest first.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getDeliveryStatus(
    args: GetDeliveryStatusArguments,
    options?: CallOptions,
  ): Promise<GetDeliveryStatusResult> {
    return this.call(getDeliveryStatus, args, options);
  }

  /**
   * What the server's catalogue says of one mapping or reference file.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getFileInfo(args: GetFileInfoArguments, options?: CallOptions): Promise<GetFileInfoResult> {
    return this.call(getFileInfo, args, options);
  }

  /**
   * What the catalogue says of several files, or of all files of an observatory.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getFileInfoMap(
    args: GetFileInfoMapArguments,
    options?: CallOptions,
  ): Promise<GetFileInfoMapResult> {
    return this.call(getFileInfoMap, args, options);
  }

  /**
   * The names of a context and of every imap and rmap that it reaches, sorted.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getMappingNames(
    args: GetMappingNamesArguments,
    options?: CallOptions,
  ): Promise<GetMappingNamesResult> {
    return this.call(getMappingNames, args, options);
  }

  /**
   * The URL under which the server gives a mapping, after a look at whether it may.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getMappingUrl(args: GetMappingUrlArguments, options?: CallOptions): Promise<GetMappingUrlResult> {
    return this.call(getMappingUrl, args, options);
  }

  /**
   * The names of all reference files that a context reaches, sorted.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getReferenceNames(
    args: GetReferenceNamesArguments,
    options?: CallOptions,
  ): Promise<GetReferenceNamesResult> {
    return this.call(getReferenceNames, args, options);
  }

  /**
   * The URL under which the server gives a reference file, after a look at whether it may.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getReferenceUrl(
    args: GetReferenceUrlArguments,
    options?: CallOptions,
  ): Promise<GetReferenceUrlResult> {
    return this.call(getReferenceUrl, args, options);
  }

  /**
   * The context that a pipeline reported when it last synchronised its copy of the rules.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getRemoteContext(
    args: GetRemoteContextArguments,
    options?: CallOptions,
  ): Promise<GetRemoteContextResult> {
    return this.call(getRemoteContext, args, options);
  }

  /**
   * The names of the matching parameters that a context's rules look at.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getRequiredParkeys(
    args: GetRequiredParkeysArguments,
    options?: CallOptions,
  ): Promise<GetRequiredParkeysResult> {
    return this.call(getRequiredParkeys, args, options);
  }

  /**
   * What a client must know of the server; its contexts, mappings, bad files and the URLs of files.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getServerInfo(
    args: GetServerInfoArguments = {},
    options?: CallOptions,
  ): Promise<GetServerInfoResult> {
    return this.call(getServerInfo, args, options);
  }

  /**
   * The server's catalogue and the history of its contexts as a SQLite database.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getSqliteDb(args: GetSqliteDbArguments, options?: CallOptions): Promise<GetSqliteDbResult> {
    return this.call(getSqliteDb, args, options);
  }

  /**
   * Where a user puts files that are to be submitted, and which kinds of submissions there are.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getSubmissionInfo(
    args: GetSubmissionInfoArguments,
    options?: CallOptions,
  ): Promise<GetSubmissionInfoResult> {
    return this.call(getSubmissionInfo, args, options);
  }

  /**
   * The versions of the calibration steps that belong to one release of the calibration software.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getSystemVersions(
    args: GetSystemVersionsArguments,
    options?: CallOptions,
  ): Promise<GetSystemVersionsResult> {
    return this.call(getSystemVersions, args, options);
  }

  /**
   * The URL under which the server gives a file, after a look at whether it may.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  getUrl(args: GetUrlArguments, options?: CallOptions): Promise<GetUrlResult> {
    return this.call(getUrl, args, options);
  }

  /**
   * Ask the server to stop the work on a submission.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  jpollAbort(args: JpollAbortArguments, options?: CallOptions): Promise<JpollAbortResult> {
    return this.call(jpollAbort, args, options);
  }

  /**
   * What a submission that is being worked on has said, oldest message first.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  jpollPullMessages(
    args: JpollPullMessagesArguments,
    options?: CallOptions,
  ): Promise<JpollPullMessagesResult> {
    return this.call(jpollPullMessages, args, options);
  }

  /**
   * The names of all mapping files of an observatory that match a pattern, sorted.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  listMappings(
    args: ListMappingsArguments = {},
    options?: CallOptions,
  ): Promise<ListMappingsResult> {
    return this.call(listMappings, args, options);
  }

  /**
   * The names of all reference files of an observatory that match a pattern, sorted.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  listReferences(
    args: ListReferencesArguments = {},
    options?: CallOptions,
  ): Promise<ListReferencesResult> {
    return this.call(listReferences, args, options);
  }

  /**
   * Tell the server which context a pipeline's own copy of the rules is at.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  pushRemoteContext(
    args: PushRemoteContextArguments,
    options?: CallOptions,
  ): Promise<PushRemoteContextResult> {
    return this.call(pushRemoteContext, args, options);
  }

  /**
   * What the server's JSON-RPC library says of the service and of all its methods.
   *
   * @param args - The arguments by name.
   * @param options - Of this call.
   * @throws CrdsFault
   */
  systemDescribe(
    args: SystemDescribeArguments = {},
    options?: CallOptions,
  ): Promise<SystemDescribeResult> {
    return this.call(systemDescribe, args, options);
  }
}
