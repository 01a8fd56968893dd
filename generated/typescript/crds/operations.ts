// Generated from spec/crds/service.yaml; do not edit.
// Change the spec, then run `make generate`.

/* eslint-disable @typescript-eslint/no-deprecated -- all operations are here, the deprecated ones too */

import { fileExists } from "./file_exists.js";
import { getAffectedDatasets } from "./get_affected_datasets.js";
import { getAuiBestReferences } from "./get_aui_best_references.js";
import { getBestReferences } from "./get_best_references.js";
import { getBestReferencesByHeaderMap } from "./get_best_references_by_header_map.js";
import { getBestReferencesByIds } from "./get_best_references_by_ids.js";
import { getBuildContext } from "./get_build_context.js";
import { getContextByDate } from "./get_context_by_date.js";
import { getContextHistory } from "./get_context_history.js";
import { getDatasetHeadersById } from "./get_dataset_headers_by_id.js";
import { getDatasetIds } from "./get_dataset_ids.js";
import { getDefaultContext } from "./get_default_context.js";
import { getDeliveryStatus } from "./get_delivery_status.js";
import { getFileInfo } from "./get_file_info.js";
import { getFileInfoMap } from "./get_file_info_map.js";
import { getMappingNames } from "./get_mapping_names.js";
import { getMappingUrl } from "./get_mapping_url.js";
import { getReferenceNames } from "./get_reference_names.js";
import { getReferenceUrl } from "./get_reference_url.js";
import { getRemoteContext } from "./get_remote_context.js";
import { getRequiredParkeys } from "./get_required_parkeys.js";
import { getServerInfo } from "./get_server_info.js";
import { getSqliteDb } from "./get_sqlite_db.js";
import { getSubmissionInfo } from "./get_submission_info.js";
import { getSystemVersions } from "./get_system_versions.js";
import { getUrl } from "./get_url.js";
import { jpollAbort } from "./jpoll_abort.js";
import { jpollPullMessages } from "./jpoll_pull_messages.js";
import { listMappings } from "./list_mappings.js";
import { listReferences } from "./list_references.js";
import { pushRemoteContext } from "./push_remote_context.js";
import { systemDescribe } from "./system_describe.js";

/** The operations of the service, by the names of the documents. */
export const OPERATIONS = {
  file_exists: fileExists,
  get_affected_datasets: getAffectedDatasets,
  get_aui_best_references: getAuiBestReferences,
  get_best_references: getBestReferences,
  get_best_references_by_header_map: getBestReferencesByHeaderMap,
  get_best_references_by_ids: getBestReferencesByIds,
  get_build_context: getBuildContext,
  get_context_by_date: getContextByDate,
  get_context_history: getContextHistory,
  get_dataset_headers_by_id: getDatasetHeadersById,
  get_dataset_ids: getDatasetIds,
  get_default_context: getDefaultContext,
  get_delivery_status: getDeliveryStatus,
  get_file_info: getFileInfo,
  get_file_info_map: getFileInfoMap,
  get_mapping_names: getMappingNames,
  get_mapping_url: getMappingUrl,
  get_reference_names: getReferenceNames,
  get_reference_url: getReferenceUrl,
  get_remote_context: getRemoteContext,
  get_required_parkeys: getRequiredParkeys,
  get_server_info: getServerInfo,
  get_sqlite_db: getSqliteDb,
  get_submission_info: getSubmissionInfo,
  get_system_versions: getSystemVersions,
  get_url: getUrl,
  jpoll_abort: jpollAbort,
  jpoll_pull_messages: jpollPullMessages,
  list_mappings: listMappings,
  list_references: listReferences,
  push_remote_context: pushRemoteContext,
  system_describe: systemDescribe,
} as const;
