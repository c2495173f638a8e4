// Writes the example assessments into a folder, for checks by other programs: write_examples DIR.
#include <filesystem>
#include <fstream>

#include "report/table/assessment_json.h"
#include "tests/report/support/example_assessment.h"

int main(int count, char** arguments)
{
  if (count != 2) return 2;
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  const auto write = [&folder](const char* name, const nadir::measure::Assessment& assessment) {
    std::ofstream(folder / (std::string(name) + ".json"), std::ios::binary) << nadir::report::to_json(assessment);
  };
  write("sarcoma", nadir::test::sarcoma_assessment());
  write("long", nadir::test::long_assessment());
}
