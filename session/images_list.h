#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/case.h"

namespace nadir::session
{
/// The SHA-256 of every image file that a time point's assessment rests on, sorted, one a line. The SHA-256 of this text is the digest
/// of the images, the same as in assessment.json. Empty without images. Failures: those of reading the folder.
Result<std::string> images_list(const measure::CaseTimepoint& timepoint, const imaging::Progress& progress = {});

/// Files of a folder by their SHA-256, however they are named and wherever they lie in it.
class ImageFiles
{
public:
  /// Failure: CannotOpen.
  static Result<ImageFiles> under(const std::filesystem::path& folder);

  /// Links to the files of a list, in a folder that this makes. False when one of them is not there.
  bool gather(const std::string& list, const std::filesystem::path& folder) const;

private:
  std::map<std::string, std::filesystem::path, std::less<>> by_digest_;
};
}  // namespace nadir::session
