// A table of readings as subjects and readers, or as problems with line and column. Rules N1, N2, N3 and R10 of the specification.
#include "reading/table/readings_table.h"

#include <gmock/gmock.h>

#include "imaging/units/number_text.h"
#include "reading/table/plain_number.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::reading;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
const std::string header = "subject,reader,timepoint,date,lesion,role,organ,nodal,state,diameter_mm,short_axis_mm,note,site\n";

struct Table
{
  nadir::testing::TemporaryFolder folder;
  Result<TableIndex> index;

  explicit Table(const std::string& text) : index(TableIndex::build(folder.write("readings.csv", text), ReadingsTable::needed_columns())) {}

  SubjectReadings subject(std::size_t position = 0) const
  {
    SubjectRows rows(*index);
    FilePieces file(index->path());
    EXPECT_TRUE(rows.read(index->subjects().at(position), file).has_value());
    return ReadingsTable(*index).readings_of(index->subjects()[position].name, rows);
  }
};

SubjectReadings subject_of(const std::string& rows) { return Table(header + rows).subject(); }

void expect_problem(const std::string& rows, std::uint64_t line, const std::string& column)
{
  const auto read = subject_of(rows);
  ASSERT_THAT(read.problems, SizeIs(1)) << rows;
  EXPECT_EQ(read.problems[0].line, line) << rows;
  EXPECT_EQ(read.problems[0].column, column) << rows;
  EXPECT_THAT(read.readers, IsEmpty());
}
const std::string baseline = "S,A,0,2020-01-01,T,TARGET,lung,no,MEASURED,20,,,\n";
}  // namespace

TEST(ReadingsTable, TakesRowsAndColumnsInAnyOrder)
{
  const Table table(
      "STATE, Diameter_mm ,lesion,role,subject,timepoint\nMEASURED,10,T,TARGET,S,1\nMEASURED,7,T,TARGET,R,0\nMEASURED,20,T,,S,0\n");
  ASSERT_THAT(table.index->subjects(), SizeIs(2));
  const auto read = table.subject();
  ASSERT_THAT(read.readers, SizeIs(1));
  const auto& timepoints = read.readers[0].readings.timepoints();
  EXPECT_EQ(timepoints[0].lesions[0].longest_diameter, Millimeters{20});
  EXPECT_EQ(timepoints[1].lesions[0].longest_diameter, Millimeters{10});
}

TEST(ReadingsTable, KeepsReadersApartAndUnknownColumns)
{
  const auto read = subject_of("S,B,0,,T,TARGET,,,MEASURED,20,,,north\nS,A,0,,T,TARGET,,,MEASURED,30,,,\n");
  ASSERT_THAT(read.readers, SizeIs(2));
  EXPECT_EQ(read.readers[0].reader, "A");
  ASSERT_THAT(read.readers[1].kept, SizeIs(1));
  EXPECT_EQ(read.readers[1].kept[0].cells[0].second, "north");
}

TEST(ReadingsTable, TakesALesionWithoutARowAsNotDoneAndANewOneAsNone)
{
  const auto read = subject_of(baseline + "S,A,0,,U,NON-TARGET,,,PRESENT,,,,\nS,A,1,,V,NEW,,,EQUIVOCAL,,,,\nS,A,2,,T,,,,ABSENT,,,,\n");
  ASSERT_THAT(read.readers, SizeIs(1));
  const auto& timepoints = read.readers[0].readings.timepoints();
  using measure::LesionState;
  EXPECT_EQ(timepoints[1].lesions[0].state, LesionState::NotDone);
  EXPECT_EQ(timepoints[1].lesions[1].state, LesionState::NotDone);
  EXPECT_EQ(timepoints[0].lesions[2].state, LesionState::None);
  EXPECT_EQ(timepoints[2].lesions[2].state, LesionState::NotDone);  // was there once; not looked at is not gone
}

TEST(ReadingsTable, TakesTheLastDateOfATimePointAndKeepsTheOthers)
{
  const auto read = subject_of(baseline + "S,A,1,2020-02-03,T,,,,MEASURED,20,,,\nS,A,1,2020-02-01,N,NEW,,,UNEQUIVOCAL,,,,\n");
  ASSERT_THAT(read.readers, SizeIs(1));
  const auto& timepoint = read.readers[0].readings.timepoints()[1];
  EXPECT_EQ(timepoint.date, measure::parse_calendar_day("2020-02-03"));
  EXPECT_EQ(timepoint.lesions[0].examined, measure::parse_calendar_day("2020-02-01"));
}

TEST(ReadingsTable, NamesLineAndColumnOfABadCell)
{
  expect_problem(baseline + "S,A,1,,T,,,,MEASURED,\"12,5\",,,\n", 3, "diameter_mm");
  expect_problem(baseline + "S,A,1,,T,,,,MEASURED,-1,,,\n", 3, "diameter_mm");
  expect_problem(baseline + "S,A,1,,T,,,,MEASURED,,,,\n", 3, "diameter_mm");
  expect_problem(baseline + "S,A,1,,T,,,,MEASURED,nan,,,\n", 3, "diameter_mm");
  expect_problem(baseline + "S,A,1,03/02/2020,T,,,,MEASURED,1,,,\n", 3, "date");
  expect_problem(baseline + "S,A,one,,T,,,,MEASURED,1,,,\n", 3, "timepoint");
  expect_problem(baseline + "S,A,1,,T,,,,,19,,,\n", 3, "state");
  expect_problem(baseline + "S,A,1,,T,,,,PRESENT,,,,\n", 3, "state");
  expect_problem(baseline + "S,A,1,,T,,,maybe,MEASURED,19,,,\n", 3, "nodal");
  expect_problem(baseline + "S,A,1,,T,,,,MEASURED,19\n", 3, "");
}

TEST(ReadingsTable, RefusesWhatOnlyLooksLikeANumber)
{
  for (const std::string cell : {"12.5 mm", "0x10", "inf", "1.2.3", "+-3",
                                 "\xC2\xA0"
                                 "12",
                                 "3001"})
    expect_problem(baseline + "S,A,1,,T,,,,MEASURED," + cell + ",,,\n", 3, "diameter_mm");
}

TEST(ReadingsTable, TakesWordsInAnyLetterCaseAndNumbersWithExponents)
{
  const auto read = subject_of("S,A,0,2020-01-01,T,target,lung,No,measured,1.5e1,,,\nS,A,1,,T,,,,Not Evaluable,,,,\n");
  ASSERT_THAT(read.readers, SizeIs(1));
  const auto& timepoints = read.readers[0].readings.timepoints();
  EXPECT_EQ(timepoints[0].lesions[0].longest_diameter, Millimeters{15});
  EXPECT_EQ(timepoints[1].lesions[0].state, measure::LesionState::NotEvaluable);
}

TEST(ReadingsTable, ListsNoMoreProblemsOfASubjectThanAPersonReads)
{
  std::string rows;
  for (int i = 0; i < 300; ++i) rows += "S,A," + std::to_string(i) + ",,T,TARGET,,,MEASURED,x,,,\n";
  EXPECT_THAT(subject_of(rows).problems, SizeIs(101));
}

// 200 lesions, each at a time point of its own: 40,000 readings would have to be made of 200 rows.
TEST(ReadingsTable, RefusesMoreLesionsAndTimePointsThanAPatientHas)
{
  std::string rows;
  for (int i = 0; i < 200; ++i) rows += "S,A," + std::to_string(i) + ",,T" + std::to_string(i) + ",TARGET,,,MEASURED,9,,,\n";
  expect_problem(rows, 2, "lesion");
}

TEST(ReadingsTable, NamesWhatContradictsAnotherRow)
{
  expect_problem(baseline + "S,A,1,,T,NON-TARGET,,,MEASURED,19,,,\n", 3, "role");
  expect_problem(baseline + "S,A,1,,T,,,yes,MEASURED,19,,,\n", 3, "nodal");
  expect_problem(baseline + "S,A,1,,T,,liver,,MEASURED,19,,,\n", 3, "organ");
  expect_problem(baseline + "S,A,0,,T,,,,MEASURED,20,,,\n", 3, "lesion");
  expect_problem(baseline + "S,A,0,2021-01-01,U,NON-TARGET,,,PRESENT,,,,\n", 3, "date");
  expect_problem("S,A,1,,T,TARGET,,,MEASURED,20,,,\n", 2, "timepoint");  // no baseline
  expect_problem(baseline + "S,A,1,,T,,,,MERGED_INTO,,,X,\n", 3, "state");
  expect_problem(baseline + "S,A,1,,T,,,,MERGED_INTO T,,,,\n", 3, "state");
}

TEST(ReadingsTable, ReadsMergedAndSplitTargets)
{
  const auto read =
      subject_of(baseline + "S,A,0,,U,TARGET,,,MEASURED,9,,,\nS,A,1,,T,,,,SPLIT 12.0+8.5,,,,\nS,A,1,,U,,,,MERGED_INTO(T),,,,\n");
  ASSERT_THAT(read.readers, SizeIs(1)) << (read.problems.empty() ? "" : read.problems[0].message);
  const auto& lesions = read.readers[0].readings.timepoints()[1].lesions;
  EXPECT_THAT(lesions[0].fragments, ::testing::ElementsAre(Millimeters{12}, Millimeters{8.5}));
  EXPECT_EQ(lesions[1].merged_into.text(), "T");
}

TEST(TableIndex, RefusesWhatIsNoTableWithCommas)
{
  EXPECT_THAT(Table("subject;timepoint;lesion\n").index.failure().message(), HasSubstr("semicolons"));
  EXPECT_THAT(Table("\xFF\xFEs").index.failure().message(), HasSubstr("UTF-16"));
  EXPECT_THAT(Table("").index.failure().message(), HasSubstr("empty"));
  EXPECT_THAT(Table("subject,subject,timepoint\n").index.failure().message(), HasSubstr("twice"));
  EXPECT_THAT(Table("subject,time_point,lesion,role,state\n").index.failure().message(), HasSubstr("time_point"));
  EXPECT_FALSE(TableIndex::build("/no/such/file", {"subject"}).has_value());
  EXPECT_FALSE(TableIndex::build("/tmp", {"subject"}).has_value());
}

// The quick number is the number, to the last bit.
TEST(PlainNumber, IsWhatTheGeneralParserGives)
{
  for (const std::string text :
       {"0", "7", "34.5", ".5", "12.00", "0.1", "2.675", "123456789012345", "0.00000000000001", "9007199254740.99"})
    EXPECT_EQ(parse_plain_number(text), parse_number(text)) << text;
  for (const std::string text : {"", ".", "5.", "1e3", "-1", "+1", " 1", "1,5", "1.2.3", "1234567890123456"})
    EXPECT_EQ(parse_plain_number(text), std::nullopt) << text;
}

// Found by a reader with fresh eyes: two subjects in Latin-1 became one name in the findings.
TEST(ReadingsTable, RefusesTextThatIsNoUtf8)
{
  const Table table(header + "S\xC4,A,0,2020-01-01,T,TARGET,lung,no,MEASURED,20,,,\n" + baseline +
                    "R,A,0,2020-01-01,T,TARGET,lung,no,MEASURED,20,,M\xFCller,\n");
  ASSERT_THAT(table.index->problems(), SizeIs(1));
  EXPECT_THAT(table.index->problems()[0].message, HasSubstr("CSV UTF-8"));
  ASSERT_THAT(table.index->subjects(), SizeIs(2));
  EXPECT_THAT(table.subject(0).problems, IsEmpty());
  EXPECT_THAT(table.subject(1).problems, SizeIs(1));
  EXPECT_THAT(subject_of("S,A,0,2020-01-01,T,TARGET,lung,no,MEASURED,20,,M\xC3\xBCller,\n").problems, IsEmpty());
}

// A node of 20 mm that shrinks to 9 mm is PR by its longest diameter and CR by its short axis (rule T11).
TEST(ReadingsTable, AsksWhetherALesionInALymphNodeIsNodal)
{
  const auto warnings = [](const std::string& organ, const std::string& nodal)
  { return subject_of("S,A,0,2020-01-01,T,TARGET," + organ + "," + nodal + ",MEASURED,20,20,,\n").warnings; };
  EXPECT_THAT(warnings("Lymph node", ""), SizeIs(1));
  EXPECT_THAT(warnings("Lymph node", "no"), IsEmpty());
  EXPECT_THAT(warnings("Lymph node", "yes"), IsEmpty());
  EXPECT_THAT(warnings("lung", ""), IsEmpty());
}

TEST(ReadingsTable, SaysThatALengthBesideThePartsOfASplitLesionWasNotUsed)
{
  const auto warnings = [](const std::string& length)
  { return subject_of(baseline + "S,A,1,2020-03-01,T,TARGET,lung,no,SPLIT 12.0+8.0," + length + ",,,\n").warnings; };
  EXPECT_THAT(warnings("30"), SizeIs(1));
  EXPECT_THAT(warnings("20"), IsEmpty());
  EXPECT_THAT(warnings(""), IsEmpty());
}
