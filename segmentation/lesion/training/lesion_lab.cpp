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
#include <string_view>

#include "imaging/units/number_text.h"
#include "segmentation/lesion/segment_with.h"
#include "segmentation/lesion/stroke_response.h"
#include "segmentation/lesion/training/corrective_stroke.h"
#include "segmentation/lesion/training/dump_samples.h"
#include "segmentation/lesion/training/dump_strokes.h"
#include "segmentation/lesion/training/figure_sheet.h"
#include "segmentation/lesion/training/imprecise_prompts.h"
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
    tell_of_shipped(name_of(kind));
    return read_.emplace(kind, lesion_model(kind)).first->second;
  }

  /// The folder's own model of corrections; none where it has none.
  const TreeModel* own_of_strokes()
  {
    for (const auto& name : {"stroke_" + std::to_string(number_), std::string("stroke")})
    {
      if (strokes_) break;
      std::ifstream file(folder_ / (name + ".trees"));
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      strokes_ = TreeModel::parse(text);
    }
    return strokes_ ? &*strokes_ : nullptr;
  }

  const TreeModel* of_strokes()
  {
    if (const auto* own = own_of_strokes()) return own;
    tell_of_shipped("stroke");
    strokes_ = stroke_model();
    return &*strokes_;
  }

  ModelSource source()
  {
    return {[this](PromptKind kind) -> const TreeModel& { return (*this)(kind); }, of_strokes()};
  }

private:
  /// A figure of a case by a model that was taught with it says nothing of other lesions.
  void tell_of_shipped(std::string_view kind) const
  {
    print("case " + std::to_string(number_) + ": NO MODEL OF " + std::string(kind) + " WITHOUT THIS CASE in \"" + folder_.string() +
          "\"; the shipped one, which has seen it, answers: its figures are not held-out\n");
  }

  std::optional<TreeModel> strokes_;
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
  auto lesion = segment_with(models.source(), {sample.image}, prompt, {2});
  if (!lesion)
  {
    print(sample.name + " failed: " + lesion.failure().message() + "\n");
    std::exit(1);
  }
  return *std::move(lesion);
}

double volume_of(const Mask& mask) { return static_cast<double>(mask.count()) * mask.geometry().voxel_volume_mm3() / 1000.0; }

/// The prompts of each kind that a reader's marks give.
std::array<std::pair<std::string, LesionPrompt>, 5> prompts_of(const SimulatedPrompt& marks)
{
  LesionPrompt click, line, axes;
  click.click = marks.click;
  line.long_axis = axes.long_axis = marks.long_axis;
  axes.short_axis = marks.short_axis;
  auto line_extent = line, axes_extent = axes;
  line_extent.extent = axes_extent.extent = marks.extent;
  return {{{"point", click}, {"line", line}, {"line_extent", line_extent}, {"axes", axes}, {"axes_extent", axes_extent}}};
}

/// Dice after each of three corrections.
std::string corrected(const TrainingCase& sample, const std::string& name, const SegmentedByPrompt& first, Figures& figures)
{
  std::string text;
  for (const auto style : {StrokeStyle::Disc, StrokeStyle::Line, StrokeStyle::Paint})
  {
    auto lesion = first;
    text += " |";
    for (int n = 1; n <= 3; ++n)
    {
      if (const auto strokes = corrective_strokes(sample.truth, lesion.mask, style); !strokes.empty()) lesion = *refine(lesion, strokes);
      text += figures.add(name + " + " + std::to_string(n) + " " + std::string(name_of(style)), dice(sample.truth, lesion.mask));
    }
  }
  return text;
}

void add_sizes(const TrainingCase& sample, const std::string& name, const SegmentedByPrompt& lesion, Figures& figures)
{
  const double volume = volume_of(sample.truth), found = lesion.volume_ml.value;
  const auto axis = simulated_prompt(sample.truth).long_axis;
  figures.add(name + " volume error", std::abs(found / volume - 1.0));
  figures.add(name + " volume in interval", lesion.volume_ml.low <= volume && volume <= lesion.volume_ml.high ? 1.0 : 0.0);
  figures.add(name + " volume interval, high over low", lesion.volume_ml.high / std::max(0.1, lesion.volume_ml.low));
  figures.add(name + " diameter error", std::abs(lesion.longest_diameter_mm.value / distance(axis.from, axis.to).value() - 1.0));
}

void evaluate(const TrainingCase& sample, Models& models, int reader, Figures& figures)
{
  std::string text = sample.name + " reader " + std::to_string(reader) + ":";
  for (const auto& [name, prompt] : prompts_of(simulated_reader(sample.truth, reader)))
  {
    const auto lesion = segmented(sample, prompt, models);
    text += " " + name + figures.add(name, dice(sample.truth, lesion.mask));
    add_sizes(sample, name, lesion, figures);
    if (prompt.short_axis) text += corrected(sample, name, lesion, figures);
  }
  print(text + "\n");
}

int evaluate_all(const std::filesystem::path& data, const std::filesystem::path& models, int readers)
{
  Figures figures;
  int number = 0;
  print("after axes and axes_extent: 1, 2, 3 dabs | lines | scribble masks\n");
  for (const auto& folder : training_folders(data))
    if (const auto sample = read_training_case(folder))
    {
      Models of_case(models, number++);
      for (int reader = 0; reader < readers; ++reader) evaluate(*sample, of_case, reader, figures);
    }
  for (const auto& [name, values] : figures.columns)
  {
    double sum = 0.0;
    for (const double value : values) sum += value / static_cast<double>(values.size());
    print(name + ": mean " + format_fixed(sum, 3) + " median " + format_fixed(quantile(values, 0.5), 3) + " p10 " +
          format_fixed(quantile(values, 0.1), 3) + "\n");
  }
  return 0;
}

std::string interval_text(double truth, const EstimatedValue& estimate)
{
  return " " + format_fixed(truth, 1) + " " + format_fixed(estimate.value, 1) + " " + format_fixed(estimate.low, 1) + " " +
         format_fixed(estimate.high, 1);
}

/// One row: do the intervals hold the truth?
void print_intervals(const TrainingCase& sample, const LesionPrompt& prompt, Models& models)
{
  const auto lesion = segment_with(models.source(), {sample.image}, prompt, {2});
  if (!lesion)
  {
    print(" refused: " + lesion.failure().message() + "\n");
    return;
  }
  const auto axis = simulated_prompt(sample.truth).long_axis;
  print(interval_text(volume_of(sample.truth), lesion->volume_ml) +
        interval_text(distance(axis.from, axis.to).value(), lesion->longest_diameter_mm));
  for (const auto& warning : lesion->warnings) print(" | " + warning);
  print("\n");
}

void print_all_intervals(const TrainingCase& sample, Models& models)
{
  for (const auto& [fault, marks] : imprecise_prompts(sample.truth))
    for (const auto& [name, prompt] : prompts_of(marks))
      if (prompt.long_axis && (prompt.extent || !fault.starts_with("extent")))
      {
        print(sample.name + " " + name + " " + fault);
        print_intervals(sample, prompt, models);
      }
}

int evaluate_intervals(const std::filesystem::path& data, const std::filesystem::path& models)
{
  int number = 0;
  print("case, prompt, fault; volume (mL): truth, found, low, high; longest diameter (mm): the same; warnings\n");
  for (const auto& folder : training_folders(data))
    if (const auto sample = read_training_case(folder))
    {
      Models of_case(models, number++);
      print_all_intervals(*sample, of_case);
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

int dump(int count, char** words)
{
  DumpConfig config;
  config.kind = static_cast<PromptKind>(*parse_integer(words[3]));
  config.first_seed = static_cast<int>(*parse_integer(words[4]));
  config.seeds = static_cast<int>(*parse_integer(words[5]));
  if (count > 7) config.cells = static_cast<int>(*parse_integer(words[7]));
  std::FILE* out = std::fopen(words[6], "wb");
  if (!out) return 1;
  int number = 0;
  for (const auto& folder : training_folders(words[2]))
    if (const auto sample = read_training_case(folder)) dump_samples(*sample, number++, config, out);
  std::fclose(out);
  return 0;
}

/// Corrections of prompts by several readers, for the model of corrections. Without such a model in the folder only the first of each is
/// written: what a second one corrects depends on how the first was answered.
int dump_corrections(char** words)
{
  std::FILE* out = std::fopen(words[5], "wb");
  if (!out) return 1;
  const int readers = static_cast<int>(*parse_integer(words[4]));
  int number = 0;
  for (const auto& folder : training_folders(words[2]))
    if (const auto sample = read_training_case(folder))
    {
      Models of_case(words[3], number);
      const int corrections = of_case.own_of_strokes() ? 3 : 1;
      const ModelSource models{of_case.source().of_prompt, of_case.own_of_strokes()};
      for (int reader = 0; reader < readers; ++reader)
        for (const auto& [name, prompt] : prompts_of(simulated_reader(sample->truth, reader)))
          if (prompt.long_axis) dump_strokes({*sample, prompt, number, reader, corrections}, models, out);
      ++number;
    }
  std::fclose(out);
  return 0;
}
}  // namespace

int main(int argc, char** argv)
{
  if (argc >= 7 && std::string(argv[1]) == "dump") return dump(argc, argv);
  if (argc >= 3 && std::string(argv[1]) == "eval")
    return evaluate_all(argv[2], argc > 3 ? argv[3] : "", argc > 4 ? static_cast<int>(*parse_integer(argv[4])) : 1);
  if (argc == 4 && std::string(argv[1]) == "intervals") return evaluate_intervals(argv[2], argv[3]);
  if (argc == 6 && std::string(argv[1]) == "strokes") return dump_corrections(argv);
  if (argc == 5 && std::string(argv[1]) == "draw") return draw(argv[2], argv[3], argv[4]);
  print("nadir-lesion-lab draw DATA MODELS PICTURE.ppm\nnadir-lesion-lab eval DATA [MODELS [READERS]]\nnadir-lesion-lab intervals DATA "
        "MODELS\nnadir-lesion-lab dump DATA KIND "
        "FIRST_SEED "
        "END_SEED FILE [CELLS]\nnadir-lesion-lab strokes DATA MODELS READERS FILE\n");
  return 64;
}
