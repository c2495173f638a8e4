#include "report/identity/date_time.h"

#include <gmock/gmock.h>

namespace nadir::report
{
namespace
{
using ::testing::Eq;
using ::testing::Optional;

TEST(DateTime, ReadsIsoWithAndWithoutATime)
{
  EXPECT_THAT(parse_date_time("2024-02-29"), Optional(DateTime{2024, 2, 29}));
  EXPECT_THAT(parse_date_time("2024-01-31T10:15:09"), Optional(DateTime{2024, 1, 31, 10, 15, 9}));
}

TEST(DateTime, RefusesWhatIsNoMomentOnThisCalendar)
{
  for (const auto* text : {"", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-31", "24-01-31", "2024-01-31 10:15:00",
                           "2024-01-31T24:00:00", "2024-01-31T10:60:00", "2024-01-31T10:15:00Z", "0000-01-01", "2024/01/31", "abcd-ef-gh"})
    EXPECT_THAT(parse_date_time(text), Eq(std::nullopt)) << text;
}

TEST(DateTime, ReadsDicomDateAndTimeOfAnyPrecision)
{
  EXPECT_THAT(parse_dicom_date_time("20240131", "101500.250000"), Optional(DateTime{2024, 1, 31, 10, 15, 0}));
  EXPECT_THAT(parse_dicom_date_time("20240131", "10"), Optional(DateTime{2024, 1, 31, 10, 0, 0}));
  EXPECT_THAT(parse_dicom_date_time("20240131", ""), Optional(DateTime{2024, 1, 31}));
  EXPECT_THAT(parse_dicom_date_time("2024.01.31", "101500"), Eq(std::nullopt));
  EXPECT_THAT(parse_dicom_date_time("", "101500"), Eq(std::nullopt));
}

// PS3.5 6.2: seconds may be 60 for a leap second.
TEST(DateTime, TakesALeapSecondForTheSecondBefore)
{
  EXPECT_THAT(parse_dicom_date_time("20161231", "235960"), Optional(DateTime{2016, 12, 31, 23, 59, 59}));
}

TEST(DateTime, WritesWhatItReads)
{
  const DateTime moment{2024, 1, 2, 3, 4, 5};
  EXPECT_EQ(iso_text(moment), "2024-01-02T03:04:05");
  EXPECT_THAT(parse_date_time(iso_text(moment)), Optional(moment));
  EXPECT_THAT(parse_dicom_date_time(dicom_date(moment), dicom_time(moment)), Optional(moment));
}
}  // namespace
}  // namespace nadir::report
