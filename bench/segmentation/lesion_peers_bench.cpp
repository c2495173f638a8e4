// Lesions from both axes by Nadir and by peers that get the same prompt: Dice against the expert and time, in one run.
//
// Data: the sarcomas of the shared data (Nadir's models were trained on these: its figure there is no test; figures by models that have not
// seen the case stand in segmentation/lesion/README.md) and the cores of the shared gliomas (T1 after contrast; nothing was trained on
// them). Prompt: axes of the expert's own contour on its largest slice. Exit code 1 when a peer has a better mean Dice than Nadir.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/segmentation/itk_peers.h"
#include "bench/segmentation/peer_task.h"
#include "bench/segmentation/random_walker_peer.h"
#include "imaging/open/open_image.h"
#include "imaging/units/number_text.h"
#include "segmentation/edit/islands.h"
#include "segmentation/lesion/segment_lesion.h"
#include "segmentation/lesion/training/simulated_prompt.h"
#include "segmentation/lesion/training/training_case.h"
#include "segmentation/mask/read_mask.h"

namespace
{
namespace fs = std::filesystem;
using namespace nadir;
using namespace nadir::bench;
using namespace nadir::segmentation;
using lesion::TrainingCase;

/// The tumour's core of a glioma of the BraTS data: labels 1 (necrosis), 3 (not enhancing) and 4 (enhancing), its largest part.
std::optional<TrainingCase> read_glioma(const fs::path& folder)
{
  const auto image = imaging::open_image(folder / "T1c_subtrMeanDivStd.nii.gz");
  const auto labels = read_mask(folder / "OTMultiClass.nii.gz");
  if (!image || !labels) return std::nullopt;
  const auto& geometry = image->volume->geometry();
  std::vector<std::uint8_t> voxels(geometry.size().voxels(), 0);
  for (const auto& label : *labels)
  {
    const auto* mask = std::get_if<Mask>(&label.shape);
    if (label.label == 2 || !mask || mask->is_empty() || !mask->geometry().coincides_with(geometry, Millimeters{0.1})) continue;
    std::size_t n = 0;
    for (int k = 0; k < geometry.size().k; ++k)
      for (int j = 0; j < geometry.size().j; ++j)
        for (int i = 0; i < geometry.size().i; ++i, ++n)
          if (mask->contains({i, j, k})) voxels[n] = 1;
  }
  return TrainingCase{folder.filename().string(), image->volume, keep_largest_island(Mask::from_grid(geometry, voxels))};
}

/// Dice and seconds of one method over the cases so far.
struct Score
{
  std::vector<double> dice;
  std::vector<double> seconds;
  int failed = 0;
};

class Table
{
public:
  void add(const TrainingCase& sample)
  {
    const auto marks = lesion::simulated_prompt(sample.truth);
    LesionPrompt axes;
    axes.long_axis = marks.long_axis;
    axes.short_axis = marks.short_axis;
    add_own(sample, axes);
    const auto task = peer_task(*sample.image, axes);
    add_ellipsoid(sample, task);
    add("2 confidence connected (ITK)", sample, task, confidence_connected(task));
    add("3 geodesic active contour (ITK)", sample, task, geodesic_contour(task));
    add("4 random walker (scikit-image)", sample, task, random_walker(task, fs::temp_directory_path() / "nadir-bench-walker"));
  }

  /// Prints the table; true when no peer has a better mean.
  bool print(const std::string& title) const
  {
    std::printf("%s\n  %-34s %5s %7s %6s %11s %9s\n", title.c_str(), "", "mean", "median", "p10", "time median", "largest");
    bool best = true;
    double own = 0.0;
    for (const auto& [name, score] : scores_)
    {
      const double mean = mean_of(score.dice);
      if (name.front() == '0') own = mean;
      else best = best && mean <= own;
      std::printf("  %-34s %s   %s  %s  %8s s %7s s%s\n", name.substr(2).c_str(), format_fixed(mean, 3).c_str(),
                  format_fixed(quantile(score.dice, 0.5), 3).c_str(), format_fixed(quantile(score.dice, 0.1), 3).c_str(),
                  format_fixed(quantile(score.seconds, 0.5), 2).c_str(), format_fixed(quantile(score.seconds, 1.0), 2).c_str(),
                  score.failed > 0 ? ("  " + std::to_string(score.failed) + " not done within a minute").c_str() : "");
    }
    return best;
  }

private:
  void add(const std::string& name, const TrainingCase& sample, const PeerTask& task, const std::optional<PeerAnswer>& answer)
  {
    auto& score = scores_[name];
    if (!answer)
    {
      ++score.failed;
      return;
    }
    auto lesion = answer->lesion;
    for (std::size_t n = 0; n < lesion.size(); ++n)
      if (task.outside[n] != 0) lesion[n] = 0;  // filters that know no outer seeds get theirs here
    score.dice.push_back(dice_of(task, lesion, sample.truth));
    score.seconds.push_back(answer->seconds);
  }

  void add_own(const TrainingCase& sample, const LesionPrompt& axes)
  {
    auto& score = scores_["0 Nadir"];
    const auto begin = std::chrono::steady_clock::now();
    const auto found = segment_lesion({sample.image}, axes, {2});
    if (!found) return static_cast<void>(++score.failed);
    score.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    score.dice.push_back(lesion::dice(sample.truth, found->mask));
  }

  void add_ellipsoid(const TrainingCase& sample, const PeerTask& task)
  {
    PeerAnswer answer{BlockMask(task.radius.size()), 0.0};
    std::transform(task.radius.begin(), task.radius.end(), answer.lesion.begin(),
                   [](float radius) { return radius <= 1.0F ? std::uint8_t{1} : std::uint8_t{0}; });
    add("1 ellipsoid of the axes, no image", sample, task, answer);
  }

  static double mean_of(const std::vector<double>& values)
  {
    double sum = 0.0;
    for (const double value : values) sum += value / static_cast<double>(values.size());
    return sum;
  }

  static double quantile(std::vector<double> values, double share)
  {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    const double at = share * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    return values[low] + (at - static_cast<double>(low)) * (values[std::min(low + 1, values.size() - 1)] - values[low]);
  }

  std::map<std::string, Score> scores_;
};

std::vector<fs::path> folders_of(const fs::path& folder)
{
  std::vector<fs::path> folders;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}
}  // namespace

int main()
{
  const char* named = std::getenv("NADIR_TEST_DATA");
  const fs::path data = named ? named : "../shared/data";
  if (!fs::exists(data / "sts"))
  {
    std::printf("lesion against peers: skipped, no data in %s\n", data.c_str());
    return 0;
  }
  Table sarcomas, gliomas;
  for (const auto& folder : lesion::training_folders(data))
    if (const auto sample = lesion::read_training_case(folder)) sarcomas.add(*sample);
  for (const auto& folder : folders_of(data / "brats"))
    if (const auto sample = read_glioma(folder)) gliomas.add(*sample);
  const bool first = sarcomas.print("12 sarcomas, T1, both axes (Nadir's models were trained on these)");
  const bool second = gliomas.print("2 gliomas, core on T1 after contrast, both axes (nothing was trained on them)");
  return first && second ? 0 : 1;
}
