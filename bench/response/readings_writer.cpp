#include "bench/response/readings_writer.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "imaging/units/number_text.h"

namespace nadir::bench
{
namespace
{
constexpr std::array<const char*, 6> days = {"2024-01-01", "2024-02-26", "2024-04-22", "2024-06-17", "2024-08-12", "2024-10-07"};
constexpr std::array<const char*, 5> organs = {"LIVER", "LUNG", "LYMPH NODE", "SOFT TISSUE", "ADRENAL"};

/// The rows of one subject after the other.
class Rows
{
public:
  std::vector<std::string> of_subject(std::size_t subject)
  {
    std::array<double, 5> lengths{};
    for (auto& length : lengths) length = between(12, 80);
    std::vector<std::string> rows;
    for (std::size_t visit = 0; visit < days.size(); ++visit)
    {
      const double change = between(0.75, 1.2);
      for (std::size_t lesion = 0; lesion < organs.size(); ++lesion)
      {
        if (visit > 0) lengths[lesion] *= change * between(0.93, 1.07);
        rows.push_back(row(subject, visit, lesion, format_fixed(lengths[lesion], 1)));
      }
    }
    return rows;
  }

  std::mt19937_64& random() { return random_; }

private:
  double between(double low, double high) { return std::uniform_real_distribution<>(low, high)(random_); }

  static std::string row(std::size_t subject, std::size_t visit, std::size_t lesion, const std::string& length)
  {
    const bool nodal = lesion == 2;
    const auto number = std::to_string(1'000'000 + subject).substr(1);
    return "S" + number + ",R1," + std::to_string(visit) + "," + days[visit] + ",T0" + std::to_string(lesion + 1) + ",TARGET," +
           organs[lesion] + (nodal ? ",Y,MEASURED,," + length : ",N,MEASURED," + length + ",") + ",,,3.0,3.0,MRI,\n";
  }

  std::mt19937_64 random_{7};
};
}  // namespace

void write_readings(const std::filesystem::path& path, std::size_t subjects, RowOrder order)
{
  std::ofstream file(path, std::ios::binary);
  file << "subject,reader,timepoint,date,lesion,role,organ,nodal,state,diameter_mm,short_axis_mm,volume_ml,viable_volume_ml,"
          "slice_thickness_mm,slice_spacing_mm,modality,note\n";
  Rows rows;
  std::vector<std::string> all;
  for (std::size_t subject = 0; subject < subjects; ++subject)
    for (auto& row : rows.of_subject(subject)) order == RowOrder::Shuffled ? all.push_back(std::move(row)) : static_cast<void>(file << row);
  std::shuffle(all.begin(), all.end(), rows.random());
  for (const auto& row : all) file << row;
}
}  // namespace nadir::bench
