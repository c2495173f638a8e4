#pragma once

#include <memory>
#include <string>
#include <vector>

#include "measure/assessment/assessed_case.h"
#include "report/identity/date_time.h"

namespace nadir::report
{
/// Who stands for a reading, and when (UTC).
struct ReadingSignature
{
  std::string reader;
  DateTime when_utc;
  std::string meaning;  ///< "reviewed and approved"
};

/// One reading of one case, as every format gets it: the numbers always; images, voxels and signatures where its source has them.
struct ExportSource
{
  measure::AssessedCase assessed;            ///< `timepoints` and `lesions` are empty when only the numbers are known (assessment.json)
  std::string reader;                        ///< "" = not known
  std::vector<ReadingSignature> signatures;  ///< of the version at hand, in their order
  int version = 1;                           ///< of the reading; raised each time a signed reading was reopened
  std::string record_sha256;                 ///< digest of the record's last event; "" when the source is no record
  std::shared_ptr<const void> files;         ///< keeps temporary files that the images lie in

  const measure::Assessment& assessment() const { return assessed.assessment; }
  bool has_images() const { return !assessed.timepoints.empty(); }
};

/// SHA-256 of the source's assessment.json: what every exported number can be traced to.
std::string digest_of(const ExportSource& source);
}  // namespace nadir::report
