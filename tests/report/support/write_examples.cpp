// Writes the example assessments into a folder, for checks by other programs and by eye: write_examples DIR.
#include <cstdio>
#include <filesystem>
#include <string>

#include "report/document/html_report.h"
#include "imaging/storage/write_file.h"
#include "report/table/assessment_json.h"
#include "tests/report/support/example_assessment.h"

namespace
{
bool write(const std::filesystem::path& path, const std::string& bytes)
{
  const auto written = nadir::imaging::write_file(path, bytes);
  if (!written) std::fprintf(stderr, "%s\n", written.failure().message().c_str());
  return written.has_value();
}

bool write_both(const std::filesystem::path& folder, const std::string& name, const nadir::measure::Assessment& assessment)
{
  return write(folder / (name + ".json"), nadir::report::to_json(assessment)) &&
         write(folder / (name + ".html"), nadir::report::to_html(assessment));
}
}  // namespace

int main(int count, char** arguments)
{
  if (count != 2) return 2;
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  const bool done = write_both(folder, "sarcoma", nadir::test::sarcoma_assessment()) &&
                    write_both(folder, "long", nadir::test::long_assessment()) &&
                    write_both(folder, "hostile", nadir::test::hostile_assessment());
  return done ? 0 : 1;
}
