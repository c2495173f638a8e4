#include "cli/follow_up/open_dates.h"

#include <optional>
#include <utility>

#include "cli/talk.h"
#include "imaging/dicom/patient_identity.h"
#include "imaging/geometry/anatomical_plane.h"
#include "measure/assessment/assessment_error.h"

namespace nadir::cli
{
namespace
{
using imaging::SequenceType;

imaging::OpenConfig config_of(const std::string& stack)
{
  imaging::OpenConfig config;
  config.stack = stack;
  config.wanted = {SequenceType::T1PostContrast, SequenceType::T2FatSaturated, SequenceType::T1, SequenceType::T2,
                   SequenceType::ProtonDensity,  SequenceType::Other};
  config.progress = terminal_progress("Reading");
  return config;
}

Result<imaging::OpenedImage> opened(const std::string& path, const imaging::OpenConfig& config)
{
  auto image = imaging::open_image(path, config);
  if (!image) return image.failure().in_context(path);
  if (!image->choice.empty()) say("note: " + path + ": " + image->choice);
  for (const auto& warning : image->warnings) say("warning: " + path + ": " + warning);
  return image;
}

/// Prefers what can be compared with the baseline.
imaging::OpenConfig like(const imaging::OpenedImage& baseline, imaging::OpenConfig config)
{
  config.wanted.insert(config.wanted.begin(), baseline.sequence);
  config.plane = nearest_plane(baseline.volume->geometry().axes().k);
  return config;
}

std::optional<Failure> another_patient(const OpenedDates& dates)
{
  const auto &before = dates.baseline.patient, &after = dates.follow_up.patient;
  if (!before || !after || compare(*before, *after) != imaging::IdentityAgreement::Conflict) return std::nullopt;
  return Failure{measure::AssessmentError::IdentityQuestion, "the two images name different patients (they differ in " +
                                                                 differing_fields(*before, *after) +
                                                                 "; a lesion would be looked for in somebody else). Check the folders, or "
                                                                 "confirm with --confirm patient-id that it is one patient."};
}

void warn_of_differences(const OpenedDates& dates)
{
  if (!dates.baseline.digest.empty() && dates.baseline.digest == dates.follow_up.digest)
    say("warning: both dates are the very same images (one SHA-256): nothing can have changed between them. Check the folders");
  if (dates.baseline.sequence != dates.follow_up.sequence)
    say("warning: the sequences differ (" + std::string(imaging::name_of(dates.baseline.sequence)) + " and " +
        std::string(imaging::name_of(dates.follow_up.sequence)) + ")");
}
}  // namespace

Result<OpenedDates> open_dates(const DateOptions& options)
{
  auto baseline = opened(options.baseline, config_of(options.baseline_stack));
  if (!baseline) return baseline.failure();
  auto follow_up = opened(options.follow_up, like(*baseline, config_of(options.follow_up_stack)));
  if (!follow_up) return follow_up.failure();
  OpenedDates dates{std::move(*baseline), std::move(*follow_up)};
  if (!options.confirmed.contains("patient-id"))
    if (auto question = another_patient(dates)) return *question;
  warn_of_differences(dates);
  return dates;
}
}  // namespace nadir::cli
