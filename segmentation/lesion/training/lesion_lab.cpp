#include <cstdio>
#include <cstdlib>
#include <string>

#include "imaging/units/number_text.h"
#include "segmentation/lesion/segment_lesion.h"
#include "segmentation/lesion/training/simulated_prompt.h"
#include "segmentation/lesion/training/training_case.h"

// Developer's program: Dice of the training cases for each kind of prompt.
namespace
{
using namespace nadir;
using namespace nadir::segmentation;
using namespace nadir::segmentation::lesion;

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

SegmentedByPrompt segmented(const TrainingCase& sample, const LesionPrompt& prompt)
{
  auto lesion = segment_lesion({sample.image}, prompt);
  if (!lesion)
  {
    print("failed: " + lesion.failure().message() + "\n");
    std::exit(1);
  }
  return *std::move(lesion);
}

std::string dice_text(const Mask& a, const Mask& b) { return " " + format_fixed(dice(a, b), 3); }

void evaluate(const TrainingCase& sample)
{
  const auto prompt = simulated_prompt(sample.truth);
  LesionPrompt line{prompt.long_axis, {}, {}, {}, {}, nullptr}, axes{prompt.long_axis, prompt.short_axis, {}, {}, {}, nullptr};
  LesionPrompt extent{prompt.long_axis, prompt.short_axis, prompt.extent, {}, {}, nullptr}, click{{}, {}, {}, prompt.click, {}, nullptr};
  std::string text = sample.name;
  for (const auto& each : {line, axes, extent, click}) text += dice_text(sample.truth, segmented(sample, each).mask);
  auto lesion = segmented(sample, axes);
  text += " |";
  for (int n = 0; n < 3; ++n)
  {
    const auto stroke = corrective_stroke(sample.truth, lesion.mask, 5.0);
    if (stroke) lesion = *refine(lesion, {*stroke});
    text += dice_text(sample.truth, lesion.mask);
  }
  print(text + "\n");
}
}  // namespace

int main(int argc, char** argv)
{
  const std::filesystem::path data = argc > 1 ? argv[1] : "../shared/data";
  print("case line axes axes+extent click | axes + 1 2 3 strokes\n");
  for (const auto& folder : training_folders(data))
    if (const auto sample = read_training_case(folder)) evaluate(*sample);
  return 0;
}
