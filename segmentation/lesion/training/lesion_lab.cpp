#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>

#include "imaging/units/number_text.h"
#include "segmentation/lesion/segment_with.h"
#include "segmentation/lesion/training/dump_samples.h"
#include "segmentation/lesion/training/figure_sheet.h"
#include "segmentation/lesion/training/simulated_prompt.h"
#include "segmentation/lesion/training/training_case.h"

// Developer's program: training samples, and figures of the training cases for each kind of prompt.
namespace
{
using namespace nadir;
using namespace nadir::segmentation;
using namespace nadir::segmentation::lesion;

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout), std::fflush(stdout); }

/// Models of a folder: <kind>_<case>.trees, or <kind>.trees, or those shipped.
class Models
{
public:
  Models(std::filesystem::path folder, int number) : folder_(std::move(folder)), number_(number) {}

  const TreeModel& operator()(PromptKind kind)
  {
    if (const auto found = read_.find(kind); found != read_.end()) return found->second;
    for (const auto& name : {std::string(name_of(kind)) + "_" + std::to_string(number_), std::string(name_of(kind))})
    {
      std::ifstream file(folder_ / (name + ".trees"));
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      if (auto model = TreeModel::parse(text)) return read_.emplace(kind, *std::move(model)).first->second;
    }
    return lesion_model(kind);
  }

private:
  std::filesystem::path folder_;
  int number_;
  std::map<PromptKind, TreeModel> read_;
};

struct Figures
{
  std::map<std::string, std::vector<double>> columns;

  std::string add(const std::string& name, double value)
  {
    columns[name].push_back(value);
    return " " + format_fixed(value, 3);
  }
};

double quantile(std::vector<double> values, double share)
{
  std::sort(values.begin(), values.end());
  const double at = share * static_cast<double>(values.size() - 1);
  const auto low = static_cast<std::size_t>(at);
  return values[low] + (at - static_cast<double>(low)) * (values[std::min(low + 1, values.size() - 1)] - values[low]);
}

SegmentedByPrompt segmented(const TrainingCase& sample, const LesionPrompt& prompt, Models& models)
{
  auto lesion = segment_with([&models](PromptKind kind) -> const TreeModel& { return models(kind); }, {sample.image}, prompt, {2});
  if (!lesion)
  {
    print(sample.name + " failed: " + lesion.failure().message() + "\n");
    std::exit(1);
  }
  return *std::move(lesion);
}

double volume_of(const Mask& mask) { return static_cast<double>(mask.count()) * mask.geometry().voxel_volume_mm3() / 1000.0; }

void evaluate(const TrainingCase& sample, Models models, Figures& figures)
{
  const auto prompt = simulated_prompt(sample.truth);
  LesionPrompt line, axes, line_extent, axes_extent, click;
  line.long_axis = axes.long_axis = line_extent.long_axis = axes_extent.long_axis = prompt.long_axis;
  axes.short_axis = axes_extent.short_axis = prompt.short_axis;
  line_extent.extent = axes_extent.extent = prompt.extent;
  click.click = prompt.click;
  const std::array<std::pair<std::string, const LesionPrompt*>, 5> kinds{
      {{"point", &click}, {"line", &line}, {"line_extent", &line_extent}, {"axes", &axes}, {"axes_extent", &axes_extent}}};
  std::string text = sample.name;
  for (const auto& [name, each] : kinds)
  {
    const auto lesion = segmented(sample, *each, models);
    text += figures.add(name, dice(sample.truth, lesion.mask));
    figures.add(name + " volume error", std::abs(lesion.volume_ml.value / volume_of(sample.truth) - 1.0));
    figures.add(name + " volume in interval",
                lesion.volume_ml.low <= volume_of(sample.truth) && volume_of(sample.truth) <= lesion.volume_ml.high ? 1.0 : 0.0);
    figures.add(name + " diameter error",
                std::abs(lesion.longest_diameter_mm.value / distance(prompt.long_axis.from, prompt.long_axis.to).value() - 1.0));
    if (name != "axes" && name != "axes_extent") continue;
    text += " |";
    auto refined = lesion;
    for (int n = 1; n <= 3; ++n)
    {
      if (const auto stroke = corrective_stroke(sample.truth, refined.mask, 5.0)) refined = *refine(refined, {*stroke});
      text += figures.add(name + " + " + std::to_string(n), dice(sample.truth, refined.mask));
    }
    text += " |";
  }
  print(text + "\n");
}

int evaluate_all(const std::filesystem::path& data, const std::filesystem::path& models)
{
  Figures figures;
  int number = 0;
  print("point line line_extent axes | 1 2 3 strokes | axes_extent | 1 2 3 strokes\n");
  for (const auto& folder : training_folders(data))
    if (const auto sample = read_training_case(folder)) evaluate(*sample, Models(models, number++), figures);
  for (const auto& [name, values] : figures.columns)
  {
    double sum = 0.0;
    for (const double value : values) sum += value / static_cast<double>(values.size());
    print(name + ": mean " + format_fixed(sum, 3) + " median " + format_fixed(quantile(values, 0.5), 3) + " p10 " +
          format_fixed(quantile(values, 0.1), 3) + "\n");
  }
  return 0;
}

/// Lesions from both axes, by models that may not have seen them.
int draw(const std::filesystem::path& data, const std::filesystem::path& models, const std::filesystem::path& out)
{
  FigureSheet sheet;
  int number = 0;
  for (const auto& folder : training_folders(data))
    if (const auto sample = read_training_case(folder))
    {
      Models of_case(models, number++);
      const auto drawn = simulated_prompt(sample->truth);
      LesionPrompt axes;
      axes.long_axis = drawn.long_axis;
      axes.short_axis = drawn.short_axis;
      sheet.add_row(*sample, segmented(*sample, axes, of_case).mask);
    }
  const auto bytes = sheet.pixmap();
  std::ofstream(out, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return 0;
}

int dump(char** words)
{
  DumpConfig config;
  config.kind = static_cast<PromptKind>(*parse_integer(words[3]));
  config.first_seed = static_cast<int>(*parse_integer(words[4]));
  config.seeds = static_cast<int>(*parse_integer(words[5]));
  std::FILE* out = std::fopen(words[6], "wb");
  if (!out) return 1;
  int number = 0;
  for (const auto& folder : training_folders(words[2]))
    if (const auto sample = read_training_case(folder)) dump_samples(*sample, number++, config, out);
  std::fclose(out);
  return 0;
}
}  // namespace

int main(int argc, char** argv)
{
  if (argc == 7 && std::string(argv[1]) == "dump") return dump(argv);
  if (argc >= 3 && std::string(argv[1]) == "eval") return evaluate_all(argv[2], argc > 3 ? argv[3] : "");
  if (argc == 5 && std::string(argv[1]) == "draw") return draw(argv[2], argv[3], argv[4]);
  print("nadir-lesion-lab draw DATA MODELS PICTURE.ppm\nnadir-lesion-lab eval DATA [MODELS]\nnadir-lesion-lab dump DATA KIND FIRST_SEED "
        "END_SEED FILE\n");
  return 64;
}
