#include "report/dicom_object/dicom_text.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "report/table/visible_text.h"

namespace nadir::report
{
namespace
{
TEST(DicomText, FitsItsRepresentation)
{
  EXPECT_EQ(fitting_text("  a\\b\tc  ", 64), "a/b c");
  EXPECT_EQ(fitting_text(std::string("a\0b", 3), 64), "a b");
  EXPECT_EQ(fitting_text("\xE8\x82\x9D\xE8\x87\x93\xE8\x82\x9D", 2), "\xE8\x82\x9D\xE8\x87\x93") << "characters count, not bytes";
  EXPECT_EQ(fitting_text("\xFF", 64), "\xEF\xBF\xBD");
  EXPECT_EQ(free_text("a\\b\r\nc\x1b"), "a\\b\r\nc ");
  EXPECT_EQ(person_name("Doe^Jane=x"), "Doe^Jane x");
}

// PS3.5 6.2: DS has at most 16 characters.
/// UT is stripped of blanks at its end (PS3.5 6.2) and may hold no control characters but line ends.
TEST(DicomText, IsCarriedWithoutWhatUtLoses)
{
  for (const auto& text : {std::string(" T1 \t"), std::string("a\0b ", 4), std::string(" "), std::string("T\r\n1"), std::string("a\\b")})
  {
    const auto carried = carried_text(text);
    EXPECT_EQ(free_text(carried), carried);
    EXPECT_FALSE(carried.starts_with(' ') || carried.ends_with(' ')) << carried;
    EXPECT_EQ(original_text(carried), text);
  }
}

TEST(DicomText, DecimalsAreAsExactAsSixteenCharactersAllow)
{
  EXPECT_EQ(decimal_string(87.3), "87.3");
  EXPECT_EQ(decimal_string(0.0), "0");
  for (const double value : {1.0 / 3.0, -1.0 / 3.0, 1e-300 / 3.0, -1e300 / 3.0, 123456789.123456789, -0.000012345678901234, 1e16 / 7.0,
                             std::numeric_limits<double>::max()})
  {
    const auto text = decimal_string(value);
    EXPECT_LE(text.size(), 16u) << text;
    EXPECT_NEAR(parse_number(text).value() / value, 1.0, 1e-8) << text;
  }
  EXPECT_THROW(decimal_string(std::nan("")), ContractViolation);
}
}  // namespace
}  // namespace nadir::report
