#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/architecture/forbidden_words.h"
#include "tests/architecture/include_rules.h"
#include "tests/architecture/source_file.h"

using namespace nadir::test;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace
{
/// Tests run in the repository's root.
std::vector<SourceFile> project(const std::vector<std::string>& folders) { return source_files(".", folders); }

std::string list_of(const std::vector<std::string>& lines)
{
  std::string list;
  for (const auto& line : lines) list += line + "\n";
  return list;
}

/// A header of each folder, so that planted includes name files that exist.
std::vector<SourceFile> with(const std::string& path, const std::string& text)
{
  std::vector<SourceFile> files;
  for (const char* header :
       {"imaging/units/u.h", "imaging/gate/g.h", "imaging/dicom/d.h", "imaging/volume/v.h", "segmentation/mask/m.h", "measure/lesion/l.h",
        "measure/response/r.h", "measure/size/s.h", "report/table/t.h", "report/document/h.h", "cli/c.h"})
    files.push_back({header, "#pragma once\n"});
  files.push_back({path, text});
  return files;
}
}  // namespace

TEST(IncludeDirection, OfEveryFileFollowsTheTable)
{
  const auto files =
      project({"imaging", "segmentation", "measure", "reading", "report", "session", "cli", "viewer", "sample_data", "bench"});
  ASSERT_GT(files.size(), 60u) << "the test does not run in the repository's root";
  const auto violations = include_violations(files);
  EXPECT_THAT(violations, IsEmpty()) << list_of(violations);
}

TEST(IncludeDirection, NamesFileAndLineOfAnIncludeThatPointsUpwards)
{
  EXPECT_THAT(include_violations(with("imaging/gate/x.cpp", "#include <vector>\n\n#include \"report/table/t.h\"\n")),
              ElementsAre("imaging/gate/x.cpp:3: \"report/table/t.h\" points the wrong way: imaging/gate/ may not include it"));
}

TEST(IncludeDirection, FindsEachKindOfWrongInclude)
{
  const std::vector<std::pair<std::string, std::string>> planted{{"imaging/units/x.h", "#include \"imaging/gate/g.h\""},
                                                                 {"imaging/volume/x.cpp", "#include \"imaging/dicom/d.h\""},
                                                                 {"measure/response/x.cpp", "#include \"imaging/volume/v.h\""},
                                                                 {"measure/lesion/x.h", "#  include \"measure/response/r.h\""},
                                                                 {"report/table/x.cpp", "#include \"report/document/h.h\""},
                                                                 {"report/document/x.cpp", "#include \"segmentation/mask/m.h\""},
                                                                 {"measure/size/x.cpp", "#include \"cli/c.h\""},
                                                                 {"segmentation/mask/x.cpp", "#include \"m.h\""},
                                                                 {"measure/response/x.cpp", "#include <nlohmann/json.hpp>"},
                                                                 {"measure/lesion/x.cpp", "#include <unistd.h>"},
                                                                 {"report/table/x.h", "#include <nlohmann/json.hpp>"},
                                                                 {"report/document/x.cpp", "#include <CLI/CLI.hpp>"},
                                                                 {"cli/x.cpp", "#include <QWidget>"},
                                                                 {"imaging/dicom/x.cpp", "#include <dcmtk/dcmdata/dctk.h>"},
                                                                 {"segmentation/mask/x.cpp", "#include <itkImage.h>"},
                                                                 {"elsewhere/x.cpp", ""}};
  for (const auto& [path, text] : planted) EXPECT_EQ(include_violations(with(path, text)).size(), 1u) << path << ": " << text;
}

TEST(IncludeDirection, LetsRightIncludesPass)
{
  const std::vector<std::pair<std::string, std::string>> right{
      {"report/document/x.cpp", "#include <png.h>\n#include \"report/table/t.h\"\n#include \"measure/lesion/l.h\""},
      {"measure/size/x.cpp", "#include \"segmentation/mask/m.h\"\n#include \"imaging/volume/v.h\""},
      {"imaging/dicom/x.cpp", "#include <sys/types.h>\n#include \"imaging/gate/g.h\""},
      {"cli/x.cpp", "#include <CLI/CLI.hpp>\n#include \"cli/version.h\"\n#include \"report/document/h.h\""}};
  for (const auto& [path, text] : right) EXPECT_THAT(include_violations(with(path, text)), IsEmpty()) << path;
}

// The benchmark measures ITK's reader as a peer; everything else may not read DICOM with it.
TEST(ForbiddenWords, AreUsedNowhereButInTheBenchmark)
{
  const auto uses =
      forbidden_uses(project({"imaging", "segmentation", "measure", "reading", "report", "session", "cli", "viewer", "sample_data"}));
  EXPECT_THAT(uses, IsEmpty()) << list_of(uses);
}

TEST(ForbiddenWords, AreFoundWithFileAndLine)
{
  EXPECT_THAT(forbidden_uses({{"imaging/x.cpp", "int a;\nauto v = std::strtod(text, nullptr);\n"}}),
              ElementsAre("imaging/x.cpp:2: strtod (it follows the locale; use parse_number or parse_integer)"));
}

TEST(ForbiddenWords, AreFoundInEveryShape)
{
  for (const char* code :
       {"#include <itkGDCMImageIO.h>", "#include \"gdcmReader.h\"", "itk::ImageSeriesReader<Image>::New();", "vtkDICOMImageReader* r;",
        "std::system (\"ls\");", "popen(name, mode);", "x = atof(y);", "std::stod(s)", "sscanf(a, b)",
        "std::locale::global(std::locale(\"\"));", "setlocale(LC_ALL, \"\");", "flags |= EC_BIT_PRESERVING;"})
    EXPECT_EQ(forbidden_uses({{"imaging/x.cpp", code}}).size(), 1u) << code;
  EXPECT_EQ(forbidden_uses({{"imaging/CMakeLists.txt", "find_package(GDCM REQUIRED)"}}).size(), 1u);
}

TEST(ForbiddenWords, InCommentsTextsAndLongerNamesAreNoUse)
{
  for (const char* code :
       {"// never strtod(text)", "/* system(\n popen( */ int a;", "const char* a = \"GDCM aborts; system(1)\";", "operating_system(1);",
        "int system = 0;", "auto a = R\"x(popen(\")x\";", "const int million = 1'000'000; // sscanf(", "char quote = '\"'; // atof("})
    EXPECT_THAT(forbidden_uses({{"imaging/x.cpp", code}}), IsEmpty()) << code;
}
