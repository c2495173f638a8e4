#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/gate/dicom_file.h"
#include "imaging/result/result.h"
#include "report/dicom_object/object_modules.h"
#include "report/dicom_object/study_header.h"
#include "report/dicom_sr/measurement_report.h"

namespace nadir::report
{
/// Who answers for a document. Organization is required by DICOM (PS3.3 C.17.2).
struct SrVerification
{
  std::string person;
  std::string organization;
  DateTime when_utc;
};

/// A measurement report as a document of its own. Its instance UID follows from its content.
struct SrDocument
{
  StudyHeader header;
  ObjectIdentity identity;  ///< `sop_instance` is filled in by sr_bytes
  MeasurementReport report;
  std::vector<std::string> unfinished;        ///< what is missing for it to be complete; empty = COMPLETE
  std::vector<SrVerification> verifications;  ///< empty = UNVERIFIED
  std::vector<ObjectReference> predecessors;  ///< documents that this one replaces
};

/// The document as a DICOM file, Comprehensive (3D) SR as identity.sop_class says. Every object that the report refers to is in the
/// evidence.
std::string sr_bytes(const SrDocument& document);

/// What a report file says: of ours and of other makers.
struct ReadSr
{
  MeasurementReport report;
  std::string sop_instance;
  std::string study_instance;
  std::string completion;    ///< "COMPLETE", "PARTIAL"
  std::string verification;  ///< "VERIFIED", "UNVERIFIED"
  std::vector<std::string> verifiers;
  std::vector<ObjectReference> evidence;
  std::vector<ObjectReference> predecessors;
};

/// Failures: SrError.
Result<ReadSr> read_sr(const imaging::DicomFile& file);
}  // namespace nadir::report
