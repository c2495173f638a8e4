#include "measure/assessment/case_questions.h"

#include "measure/assessment/lesion_site.h"
#include "measure/assessment/technique_comparison.h"

namespace nadir::measure
{
namespace
{
/// A mask that misses the voxels of its own images and meets those of another examination belongs there.
std::vector<Question> swapped_mask_questions(const std::vector<MeasuredLesions>& all, const Timepoints& timepoints)
{
  std::vector<Question> questions;
  for (std::size_t t = 0; t < all.size(); ++t)
    for (const auto& lesion : all[t])
      for (std::size_t other = 0; other < timepoints.size(); ++other)
        if (other != t && lesion.off_grid && lies_on_lattice_of(*lesion.off_grid, timepoints[other]->images().stacks()))
          questions.push_back({"mask-images", "the mask of lesion " + lesion.assessment.lesion.id.text() + " at \"" +
                                                  timepoints[t]->images().label.text() + "\" has the voxels of the images at \"" +
                                                  timepoints[other]->images().label.text() + "\", not of its own. Are the masks swapped?"});
  return questions;
}

std::vector<Question> measured_series_questions(const std::vector<MeasuredLesions>& all)
{
  std::vector<Question> questions;
  for (std::size_t t = 1; t < all.size(); ++t)
    for (std::size_t l = 0; l < all[t].size(); ++l)
    {
      const auto* baseline = all.front()[l].stack;
      const auto* followup = all[t][l].stack;
      if (!baseline || !followup) continue;
      const auto found = site_questions(*baseline, *followup, all[t][l].assessment.lesion.id.text());
      questions.insert(questions.end(), found.begin(), found.end());
    }
  return questions;
}

}  // namespace

std::vector<Question> lesion_questions(const std::vector<MeasuredLesions>& all, const Timepoints& timepoints)
{
  auto questions = swapped_mask_questions(all, timepoints);
  for (const auto& lesions : all)
    for (const auto& lesion : lesions) questions.insert(questions.end(), lesion.questions.begin(), lesion.questions.end());
  const auto sides = measured_series_questions(all);
  questions.insert(questions.end(), sides.begin(), sides.end());
  return questions;
}

std::vector<Question> empty_folder_questions(const Case& input, const Timepoints& timepoints)
{
  std::vector<Question> questions;
  for (std::size_t t = 0; t < timepoints.size(); ++t)
    if (!input.timepoints[t].folder.empty() && timepoints[t]->images().stacks().empty())
      questions.push_back(
          {"no-images", "the folder of time point \"" + timepoints[t]->images().label.text() +
                            "\" holds no images that can be used, so neither patient nor geometry can be checked. Go on without images?"});
  return questions;
}

std::vector<Question> technique_questions(const std::vector<std::vector<ComparabilityReport>>& reports, const Timepoints& timepoints)
{
  std::vector<Question> questions;
  for (std::size_t t = 1; t < reports.size(); ++t)
  {
    const auto found = comparability_questions(reports[t], timepoints[t]->images().label);
    questions.insert(questions.end(), found.begin(), found.end());
  }
  return questions;
}
}  // namespace nadir::measure
