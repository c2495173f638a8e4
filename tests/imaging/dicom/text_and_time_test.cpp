#include <gtest/gtest.h>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/moment.h"

using namespace nadir::imaging;

// Encodings: PS3.5 annexes H to K and PS3.3 C.12.1.1.2.
TEST(DisplayText, ConvertsTheCharacterSetOfTheFile)
{
  EXPECT_EQ(utf8_text("Buc^J\xE9r\xF4me", {"ISO_IR 100"}), "Buc^Jérôme");
  EXPECT_EQ(utf8_text("\xBB\xEE\xDA", {"ISO_IR 144"}), "Люк");  // ISO 8859-5: BB = Л (U+041B), EE = ю (U+044E), DA = к (U+043A)
  EXPECT_EQ(utf8_text("\xD9\xF9\xED", {"ISO_IR 126"}), "Ωων");
  EXPECT_EQ(utf8_text("Jérôme", {"ISO_IR 192"}), "Jérôme");
  EXPECT_EQ(utf8_text("\xCD\xF5", {"GB18030"}), "王");
}

TEST(DisplayText, IsAlwaysValidUtf8WithoutControlCharacters)
{
  EXPECT_EQ(utf8_text("T1\x1B[31m\x07 post\r\n", {}), "T1[31m post");
  EXPECT_EQ(utf8_text("a\xFF\xFE z", {"ISO_IR 192"}), "a\xEF\xBF\xBD\xEF\xBF\xBD z");
  EXPECT_EQ(utf8_text("a\xC2\x9Bz", {"ISO_IR 192"}), "az");
  EXPECT_EQ(utf8_text("\xED\xA0\x80", {"ISO_IR 192"}), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(utf8_text("  T2  ", {}), "T2");
}

TEST(DisplayText, FileNamesLoseTheirControlCharacters) { EXPECT_EQ(shown_name("/a/b\x1B[2Jc.dcm"), "b?[2Jc.dcm"); }

TEST(Moment, SortsAsTextWhateverTheFormOfDateAndTime)
{
  EXPECT_EQ(moment_of("20240131", "101500.5"), "20240131101500.500000");
  EXPECT_EQ(moment_of("2024.01.31", "10:15"), "20240131101500.000000");
  EXPECT_EQ(moment_of("20240131", ""), "20240131000000.000000");
  EXPECT_EQ(moment_of("20240131101500.25+0100"), "20240131101500.250000");
  EXPECT_EQ(moment_of("20240131"), "20240131000000.000000");
}

TEST(Moment, IsNoneForWhatIsNoDate)
{
  for (const auto* date : {"", "2024013", "20241331", "20240132", "20240a31", "00000000"}) EXPECT_EQ(moment_of(date, "101500"), "") << date;
  EXPECT_EQ(moment_of("20240131", "9915"), "20240131000000.000000");
}
