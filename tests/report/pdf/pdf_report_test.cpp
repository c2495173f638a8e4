// What other programs read in the PDF: Poppler's pdftotext and pdfinfo, and qpdf.
#include "report/pdf/pdf_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "tests/report/support/example_assessment.h"
#include "tests/report/support/german_locale.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using report::to_pdf;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{
bool is_installed(const std::string& program)
{
  return nadir::testing::run_system_program("sh", {"-c", "command -v " + program}).exit_code == 0;
}

#define SKIP_WITHOUT(program)                                                                                                              \
  if (!is_installed(program)) GTEST_SKIP() << program << " is not installed"

/// Output of a program given the PDF; "@" in the arguments stands for its path.
std::string read_by(const std::string& program, std::vector<std::string> arguments, const std::string& pdf)
{
  const nadir::testing::TemporaryFolder folder;
  const std::string path = folder.write("report.pdf", pdf).string();
  for (auto& argument : arguments)
    if (argument == "@") argument = path;
  const auto run = nadir::testing::run_system_program(program, arguments);
  return run.out + run.err + "[exit " + std::to_string(run.exit_code) + "]";
}

/// A number and its unit are joined by a blank that does not break.
std::string with_plain_blanks(const std::string& words) { return std::regex_replace(words, std::regex("\u00a0"), " "); }

std::string words_of(const std::string& pdf) { return with_plain_blanks(read_by("pdftotext", {"-layout", "@", "-"}, pdf)); }
std::string first_page(const std::string& pdf) { return with_plain_blanks(read_by("pdftotext", {"-layout", "-l", "1", "@", "-"}, pdf)); }
std::string about(const std::string& pdf) { return read_by("pdfinfo", {"@"}, pdf); }

/// Words one after the other, line ends as blanks.
std::string in_one_line(const std::string& words) { return std::regex_replace(words, std::regex("\\s+"), " "); }

measure::Assessment named(const std::string& patient)
{
  auto assessment = test::sarcoma_assessment();
  assessment.patient = patient;
  return assessment;
}
}  // namespace

TEST(PdfReport, AnswersOnItsFirstPage)
{
  SKIP_WITHOUT("pdftotext");
  const std::string page = in_one_line(first_page(to_pdf(test::sarcoma_assessment()).bytes));
  for (const char* part : {"Case P1",
                           "RECIST 1.1",
                           "Stable disease",
                           "24.0 mm from PD",
                           "SD 99.1 %",
                           "100.0 mm",
                           "96.0 mm",
                           "\u22124.0 %",
                           "380.0 \u00b1 7.6 mL",
                           "F1 SD-VOLUP",
                           "Speaks for",
                           "Goreish 2025",
                           "Speaks against",
                           "Tanaka 2018",
                           "3 warnings",
                           "the lesion reaches the last slice",
                           "slice thickness differs",
                           "LD 96.0 mm",
                           "LD 100.0 mm",
                           "not a medical device"})
    EXPECT_THAT(page, HasSubstr(part));
}

// The sentence itself, not only the name of a flag: what RECIST hides is what page one is for.
TEST(PdfReport, SaysOnPageOneWhatRecistHides)
{
  SKIP_WITHOUT("pdftotext");
  auto assessment = test::sarcoma_assessment();
  auto& flag = assessment.timepoints[1].flags.front();
  for (int k = 0; k < 24; ++k)
    flag.literature_for.push_back("Another study of many patients with a finding that takes a line or two of the page, number " +
                                  std::to_string(k));
  const std::string page = in_one_line(first_page(to_pdf(assessment).bytes));
  EXPECT_THAT(page, HasSubstr(flag.id + " (" + flag.level + "): " + flag.explanation.substr(0, 30)));
}

// Four flags with their literature fill a page: what was measured and where comes first, the flags are named on page one and told on the
// next.
TEST(PdfReport, KeepsThePicturesOnPageOneHoweverManyFlagsThereAre)
{
  SKIP_WITHOUT("pdftotext");
  auto assessment = test::sarcoma_assessment();
  auto& flags = assessment.timepoints[1].flags;
  for (const char* id : {"F2 VOLUP-NECROSIS", "F3 PD-NECROTIC", "F4 SHAPE"})
  {
    flags.push_back(flags.front());
    flags.back().id = id;
    for (int k = 0; k < 6; ++k)
      flags.back().literature_for.push_back("Another study of many patients with a finding that takes a line or two of the page, number " +
                                            std::to_string(k));
  }
  const auto pdf = to_pdf(assessment).bytes;
  const std::string page = in_one_line(first_page(pdf));
  for (const char* part : {"LD 96.0 mm", "LD 100.0 mm", "380.0 \u00b1 7.6 mL", "F4 SHAPE (flag), see Flags"})
    EXPECT_THAT(page, HasSubstr(part));
  EXPECT_THAT(page, Not(HasSubstr("Speaks against")));
  EXPECT_THAT(in_one_line(words_of(pdf)), HasSubstr("Tanaka 2018"));
}

TEST(PdfReport, GivesTheNamesOfLesionsTheRoomOfTheirWords)
{
  SKIP_WITHOUT("pdftotext");
  auto assessment = test::long_assessment();
  for (auto& timepoint : assessment.timepoints) timepoint.lesions[0].lesion.organ = "gluteus maximus";
  EXPECT_THAT(words_of(to_pdf(assessment).bytes), HasSubstr("T01 gluteus maximus"));
}

TEST(PdfReport, HasTheEvidenceOnItsLaterPages)
{
  SKIP_WITHOUT("pdftotext");
  const std::string words = in_one_line(words_of(to_pdf(test::sarcoma_assessment()).bytes));
  for (const char* part :
       {"How the responses were derived", "RECIST 1.1 table 1", "Geometry certificates", "-48.00, 12.25, 42.50", "threshold of 40 %",
        "T01.nii.gz", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", "same sequence, plane and body part"})
    EXPECT_THAT(words, HasSubstr(part));
}

TEST(PdfReport, IsWithoutFaultForQpdfWhateverItIsGiven)
{
  SKIP_WITHOUT("qpdf");
  for (const auto& assessment : {test::sarcoma_assessment(), test::long_assessment(), test::hostile_assessment(), measure::Assessment{}})
    for (const auto& paper : {report::a4, report::letter})
      EXPECT_THAT(read_by("qpdf", {"--check", "@"}, to_pdf(assessment, paper).bytes), HasSubstr("[exit 0]"));
}

TEST(PdfReport, IsTaggedAndSaysWhatItIs)
{
  SKIP_WITHOUT("pdfinfo");
  const auto pdf = to_pdf(test::sarcoma_assessment());
  const std::string facts = about(pdf.bytes);
  for (const char* part :
       {"Title:           Response assessment: P1", "Tagged:          yes", "JavaScript:      no", "A4", "Encrypted:       no"})
    EXPECT_THAT(facts, HasSubstr(part));
  EXPECT_THAT(facts, HasSubstr("Pages:           " + std::to_string(pdf.pages)));
  EXPECT_THAT(about(to_pdf(test::sarcoma_assessment(), report::letter).bytes), HasSubstr("612 x 792"));
}

TEST(PdfReport, HasAStructureThatCanBeReadAloud)
{
  SKIP_WITHOUT("pdfinfo");
  const std::string structure = read_by("pdfinfo", {"-struct", "@"}, to_pdf(test::sarcoma_assessment()).bytes);
  for (const char* part : {"Document", "H1", "H2", "Table", "TR", "TH", "TD", "Figure", "Caption"}) EXPECT_THAT(structure, HasSubstr(part));
}

std::size_t times_in(const std::string& text, const std::string& part)
{
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(PdfReport, SaysInWordsWhatItsFiguresShow)
{
  const auto pdf = to_pdf(test::sarcoma_assessment()).bytes;
  const auto figures = times_in(pdf, "/S /Figure");  // each once as Cairo wrote it, and once with its words
  EXPECT_GT(figures, 4u);
  EXPECT_EQ(2 * times_in(pdf, "/Alt <FEFF"), figures);
  EXPECT_THAT(pdf, HasSubstr("/Alt <FEFF00540030003100200061007400200062"));  // "T01 at b" in UTF-16
}

TEST(PdfReport, LeadsFromPageOneToTheEvidence)
{
  const auto pdf = to_pdf(test::sarcoma_assessment()).bytes;
  EXPECT_GE(times_in(pdf, "/Subtype /Link"), 4u);
  SKIP_WITHOUT("qpdf");
  EXPECT_THAT(read_by("qpdf", {"--check", "@"}, pdf), HasSubstr("[exit 0]"));
}

TEST(PdfReport, NamesItsLanguageAndHasBookmarks)
{
  SKIP_WITHOUT("qpdf");
  const std::string objects = read_by("qpdf", {"--qdf", "--object-streams=disable", "@", "-"}, to_pdf(test::sarcoma_assessment()).bytes);
  for (const char* part : {"/Lang (en)", "/DisplayDocTitle true", "/Outlines", "(Overall response)", "(Key images)"})
    EXPECT_THAT(objects, HasSubstr(part));
}

// Names as patients have them; the fonts are those of fonts-noto-core and fonts-noto-cjk.
TEST(PdfReport, WritesNamesInAnyScript)
{
  SKIP_WITHOUT("pdftotext");
  for (const char* name : {"\u5c71\u7530\u592a\u90ce", "\uae40\ucca0\uc218",
                           "\u0418\u0432\u0430\u043d\u043e\u0432 \u0418\u0432\u0430\u043d", "Żółć Őrsi", "Ελένη"})
  {
    const auto pdf = to_pdf(named(name));
    if (pdf.lacks_glyphs) GTEST_SKIP() << "no font for " << name;
    EXPECT_THAT(first_page(pdf.bytes), HasSubstr(name));
  }
}

// Right to left: pdftotext gives each letter on a line of its own between marks of direction, in the order of reading.
std::string letters_of(const std::string& words) { return std::regex_replace(words, std::regex("\u202b|\u202c|\\s"), ""); }

TEST(PdfReport, ShapesArabicAndHebrewNames)
{
  SKIP_WITHOUT("pdftotext");
  for (const char* name : {"\u0645\u062d\u0645\u062f", "\u05d3\u05d5\u05d3"})
  {
    const auto pdf = to_pdf(named(name));
    if (pdf.lacks_glyphs) GTEST_SKIP() << "no font for " << name;
    EXPECT_THAT(letters_of(read_by("pdftotext", {"-raw", "-l", "1", "@", "-"}, pdf.bytes)), HasSubstr(name));
  }
}

TEST(PdfReport, SaysWhenNoFontHasACharacter)
{
  const auto pdf = to_pdf(named("\U0010FFF0"));  // plane 16, private use
  EXPECT_TRUE(pdf.lacks_glyphs);
  SKIP_WITHOUT("pdftotext");
  EXPECT_THAT(in_one_line(first_page(pdf.bytes)), HasSubstr("no font for some characters"));
}

TEST(PdfReport, LosesNoWordOfALongCase)
{
  SKIP_WITHOUT("pdftotext");
  const std::string words = in_one_line(words_of(to_pdf(test::long_assessment()).bytes));
  for (const char* part :
       {"T05", "NT04", "N01", "week 56", "lymph node, left groin", "lymph node, para-aortic", "not evaluable", "unequivocal progression"})
    EXPECT_THAT(words, HasSubstr(part));
}

TEST(PdfReport, RepeatsTheHeadOfATableOnEachPageItReaches)
{
  SKIP_WITHOUT("pdftotext");
  auto assessment = test::sarcoma_assessment();
  for (int k = 0; k < 150; ++k) assessment.inputs.push_back({"images", "folder " + std::to_string(k), std::string(64, 'a')});
  const std::string words = words_of(to_pdf(assessment).bytes);
  std::size_t pages = 0;
  for (std::size_t from = 0; from < words.size();)
  {
    const auto end = std::min(words.find('\f', from), words.size());
    const std::string page = words.substr(from, end - from);
    from = end + 1;
    if (page.find(std::string(40, 'a')) == std::string::npos) continue;
    ++pages;
    EXPECT_TRUE(std::regex_search(page, std::regex("Input\\s+Name\\s+SHA-256"))) << page;
  }
  EXPECT_GE(pages, 2u);
}

TEST(PdfReport, IsTheSameForTheSameValue) { EXPECT_EQ(to_pdf(test::long_assessment()).bytes, to_pdf(test::long_assessment()).bytes); }

TEST(PdfReport, KnowsNoClockAndNoTimeZone)
{
  const std::string expected = to_pdf(test::sarcoma_assessment()).bytes;
  for (const char* zone : {"Asia/Kathmandu", "Pacific/Apia", "America/St_Johns"})
  {
    setenv("TZ", zone, 1);
    tzset();
    EXPECT_EQ(to_pdf(test::sarcoma_assessment()).bytes, expected) << zone;
  }
  unsetenv("TZ");
  tzset();
  EXPECT_THAT(expected, HasSubstr("/CreationDate (D:20240424000000"));
}

TEST(PdfReport, IsTheSameUnderAGermanLocale)
{
  const std::string expected = to_pdf(test::sarcoma_assessment()).bytes;
  const test::GermanLocale locale;
  if (!locale.is_set()) GTEST_SKIP() << "the system has no definition of the locale de_DE";
  EXPECT_EQ(to_pdf(test::sarcoma_assessment()).bytes, expected);
}

TEST(PdfReport, SurvivesATextThatFitsOnNoPage)
{
  SKIP_WITHOUT("qpdf");
  auto assessment = test::sarcoma_assessment();
  std::string words;
  for (int k = 0; k < 6000; ++k) words += "word" + std::to_string(k) + " ";
  assessment.timepoints[1].flags[0].explanation = words;
  assessment.timepoints[1].lesions[0].reason = words;
  assessment.timepoints[1].lesions[0].state = "NOT_EVALUABLE";
  const auto pdf = to_pdf(assessment);
  EXPECT_THAT(read_by("qpdf", {"--check", "@"}, pdf.bytes), HasSubstr("[exit 0]"));
  EXPECT_THAT(words_of(pdf.bytes), HasSubstr("word5999"));
}
