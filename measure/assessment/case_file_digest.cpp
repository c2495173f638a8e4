#include "measure/assessment/case_file_digest.h"

#include "imaging/digest/sha256.h"
#include "measure/assessment/assessment_error.h"

namespace nadir::measure
{
Result<InputDigest> case_file_digest(const std::filesystem::path& path)
{
  const auto digest = imaging::sha256_of_file(path.string());
  if (!digest) return Failure{AssessmentError::CaseUnreadable, path.string() + ": cannot be read. Check that the case file exists."};
  return InputDigest{"case", "case file", *digest};
}
}  // namespace nadir::measure
