#include "session/live_assessment.h"

#include <utility>

#include "reading/record/record_error.h"
#include "session/record_case.h"

namespace nadir::session
{
namespace
{
/// A folder's name says whether there are images; the files are open already.
ReadingSources sources_of(const reading::Reading& reading, const LiveAssessment::Blobs& blobs, const LiveAssessment::OpenTimepoints& open)
{
  auto images = [&reading, &open](const reading::Digest& digest) -> std::optional<std::filesystem::path>
  {
    for (const auto& timepoint : reading.content().timepoints)
      if (timepoint.images == digest && open.contains(timepoint.label)) return std::filesystem::path(timepoint.label.text());
    return std::nullopt;
  };
  return {blobs, std::move(images)};
}

/// What scanning no folder gives.
std::shared_ptr<measure::OpenTimepoint> empty_timepoint(const TimepointLabel& label)
{
  auto opened = measure::OpenTimepoint::open({label, {}});
  NADIR_EXPECTS(opened.has_value());
  return *opened;
}
}  // namespace

std::shared_ptr<measure::OpenTimepoint> LiveAssessment::timepoint_of(const reading::ReadTimepoint& timepoint, const OpenTimepoints& open)
{
  const auto found = open.find(timepoint.label);
  if (found != open.end() && !timepoint.images.empty()) return found->second;
  auto& stand_in = without_images_[timepoint.label];
  if (!stand_in) stand_in = empty_timepoint(timepoint.label);
  return stand_in;
}

Result<LiveCase> LiveAssessment::prepare(const reading::Reading& reading, const Blobs& blobs, const OpenTimepoints& open)
{
  if (!folder_)
  {
    auto made = PrivateFolder::make();
    if (!made) return made.failure();
    folder_.emplace(std::move(*made));
  }
  LiveCase live;
  auto input = case_in(folder_->path(), reading, sources_of(reading, blobs, open), live.without_images);
  if (!input) return input.failure();
  live.input = std::move(*input);
  for (const auto& timepoint : reading.content().timepoints) live.timepoints.push_back(timepoint_of(timepoint, open));
  return live;
}

Result<measure::CaseAssessor*> LiveAssessment::assessor_of(const LiveCase& live, measure::Thoroughness thoroughness)
{
  if (thoroughness == measure::Thoroughness::Complete && !live.without_images.empty())
    return Failure{reading::RecordError::NotAllowed, "the images of \"" + live.without_images.front().text() +
                                                         "\" are not open (the numbers to be kept cannot be computed). Bring them back."};
  if (!assessor_ || assessed_ != live.timepoints)
  {
    assessed_ = live.timepoints;
    assessor_ = std::make_unique<measure::CaseAssessor>(assessed_);
  }
  return assessor_.get();
}

Result<measure::Assessment> LiveAssessment::assess(const LiveCase& live, measure::Thoroughness thoroughness,
                                                   const imaging::Progress& progress)
{
  const auto assessor = assessor_of(live, thoroughness);
  if (!assessor) return assessor.failure();
  auto assessment = (*assessor)->assess(live.input, thoroughness, progress);
  if (assessment) sign_off(live.input, *assessment);
  return assessment;
}

Result<measure::AssessedCase> LiveAssessment::measure(const LiveCase& live, const imaging::Progress& progress)
{
  const auto assessor = assessor_of(live, measure::Thoroughness::Complete);
  if (!assessor) return assessor.failure();
  auto assessed = (*assessor)->assess_with_voxels(live.input, measure::Thoroughness::Complete, progress);
  if (assessed) sign_off(live.input, assessed->assessment);
  return assessed;
}

std::vector<measure::TissueTask> LiveAssessment::tissues_to_tell() const
{
  return assessor_ ? assessor_->tissues_to_tell() : std::vector<measure::TissueTask>{};
}

void LiveAssessment::take_tissue(const measure::TissueTask& task, const measure::TissueOutcome& outcome)
{
  if (assessor_) assessor_->take_tissue(task, outcome);
}

std::vector<measure::UnmeasuredLesion> LiveAssessment::unmeasured() const
{
  return assessor_ ? assessor_->unmeasured() : std::vector<measure::UnmeasuredLesion>{};
}

std::vector<measure::Question> LiveAssessment::questions() const
{
  return assessor_ ? assessor_->questions() : std::vector<measure::Question>{};
}
}  // namespace nadir::session
