// Writes the example assessments into a folder, for checks by other programs and by eye: write_examples DIR.
#include <cstdio>
#include <filesystem>
#include <string>

#include "imaging/storage/write_file.h"
#include "report/document/html_report.h"
#include "report/pdf/pdf_report.h"
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

bool write_all(const std::filesystem::path& folder, const std::string& name, const nadir::measure::Assessment& assessment)
{
  return write(folder / (name + ".json"), nadir::report::to_json(assessment)) &&
         write(folder / (name + ".html"), nadir::report::to_html(assessment)) &&
         write(folder / (name + ".pdf"), nadir::report::to_pdf(assessment).bytes) &&
         write(folder / (name + "-letter.pdf"), nadir::report::to_pdf(assessment, nadir::report::letter).bytes);
}
}  // namespace

int main(int count, char** arguments)
{
  if (count != 2) return 2;
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  const bool done = write_all(folder, "sarcoma", nadir::test::sarcoma_assessment()) &&
                    write_all(folder, "long", nadir::test::long_assessment()) &&
                    write_all(folder, "hostile", nadir::test::hostile_assessment());
  return done ? 0 : 1;
}
