// Writes fuzzed assessments in every format that needs no images: write_fuzzed FOLDER COUNT. Beside them truth.tsv, told from the values in
// memory; refused.txt names what a format would not write. Every format is read back and compared by its own reader on the way.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "imaging/storage/write_file.h"
#include "imaging/units/number_text.h"
#include "report/export/export_formats.h"
#include "report/export/write_export.h"
#include "tests/report/support/random_assessment.h"

using namespace nadir;
namespace fs = std::filesystem;

namespace
{
bool write(const fs::path& path, const std::string& bytes)
{
  fs::create_directories(path.parent_path());
  const auto written = imaging::write_file(path, bytes);
  if (!written) std::fprintf(stderr, "%s\n", written.failure().message().c_str());
  return written.has_value();
}

std::string hexadecimal(const std::string& text)
{
  std::string digits;
  for (const char c : text)
  {
    const auto byte = static_cast<unsigned char>(c);
    digits.append({"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]});
  }
  return digits.empty() ? "-" : digits;
}

template <class Quantity> std::string number(const std::optional<Quantity>& quantity)
{
  return quantity ? format_number(quantity->value()) : "-";
}

std::string length(const std::optional<measure::Caliper>& caliper) { return caliper ? format_number(caliper->length.value()) : "-"; }

/// A line for each time point, and for each lesion at it.
std::string truth_of(const measure::Assessment& assessment)
{
  std::string text;
  for (std::size_t t = 0; t < assessment.timepoints.size(); ++t)
  {
    const auto& timepoint = assessment.timepoints[t];
    const auto& response = timepoint.response;
    text += "T\t" + std::to_string(t) + "\t" + number(response.sum_of_diameters) + "\t" + response.overall_response + "\n";
    for (const auto& lesion : timepoint.lesions)
      text += "L\t" + std::to_string(t) + "\t" + hexadecimal(lesion.lesion.id.text()) + "\t" + std::string(name_of(lesion.lesion.role)) +
              "\t" + lesion.state + "\t" + length(lesion.longest_diameter) + "\t" + length(lesion.short_axis) + "\t" +
              number(lesion.volume) + "\n";
  }
  return text;
}

bool write_case(const fs::path& folder, measure::Assessment assessment)
{
  bool good = write(folder / "truth.tsv", truth_of(assessment));
  report::ExportJob job;
  job.sources.emplace_back().assessed.assessment = std::move(assessment);
  job.settings.at = report::parse_dicom_date_time("20240501", "120000");
  std::string refused;
  for (const auto& format : report::export_formats())
  {
    if (format.needs == report::FormatNeeds::Images) continue;
    const auto made = report::make_format(job, format);
    if (!made) refused += format.name + "\t" + std::string(made.failure().code()) + "\t" + made.failure().message() + "\n";
    if (made)
      for (const auto& file : made->files) good = write(folder / format.name / file.name, file.bytes) && good;
  }
  return write(folder / "refused.txt", refused) && good;
}
}  // namespace

int main(int count, char** arguments)
{
  if (count != 3) return 64;
  const char* wanted = std::getenv("NADIR_FUZZED");
  const auto cases = parse_integer(wanted ? wanted : arguments[2]).value_or(0);
  fs::remove_all(arguments[1]);
  for (std::int64_t seed = 0; seed < cases; ++seed)
  {
    const auto texts = seed % 2 == 0 ? test::Texts::Plain : test::Texts::Odd;
    if (!write_case(fs::path(arguments[1]) / std::to_string(seed), test::random_assessment(static_cast<std::uint64_t>(seed), texts)))
      return 1;
  }
  return 0;
}
