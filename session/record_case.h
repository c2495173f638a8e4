#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/assessed_case.h"
#include "measure/assessment/case.h"
#include "measure/lesion/assessment.h"
#include "reading/record/reading.h"
#include "session/private_folder.h"

namespace nadir::session
{
/// Where a reading's blobs and images come from: a record and the places it remembers, or a bundle and a folder.
struct ReadingSources
{
  std::function<Result<std::string>(const reading::Digest&)> blob;
  /// Folder with exactly the images of a digest; nullopt when they are not at hand.
  std::function<std::optional<std::filesystem::path>(const reading::Digest&)> images;
};

/// A reading as a case that can be measured; its masks lie in a private folder as long as this lives.
struct RecordCase
{
  PrivateFolder folder;
  measure::Case input;
  std::vector<TimepointLabel> without_images;  ///< time points whose images the reading names but that were not found
};

/// Failures: those of the blobs; NotAllowed for a reading without time points or with a protocol that cannot be used.
/// Where a lesion has a caliper and a segmentation, the drawn lengths stay the reader's own; volume and tissue come from the segmentation.
Result<RecordCase> case_of(const reading::Reading& reading, const ReadingSources& sources);

/// The same with masks and protocol laid out in a folder that stays; what lies there already is taken as it is. Time points whose images
/// are not at hand are added to `without_images`.
Result<measure::Case> case_in(const std::filesystem::path& folder, const reading::Reading& reading, const ReadingSources& sources,
                              std::vector<TimepointLabel>& without_images);

/// Names of folders and files become those of time points and digests, nothing of this machine; the software signs.
void sign_off(const measure::Case& input, measure::Assessment& assessment);

/// As assess, and keeps images and voxels.
Result<measure::AssessedCase> measure(const RecordCase& record, const imaging::Progress& progress = {});

/// Measures and assesses. Names of folders and files in it are those of time points and digests, nothing of this machine.
Result<measure::Assessment> assess(const RecordCase& record, const imaging::Progress& progress = {});
}  // namespace nadir::session
