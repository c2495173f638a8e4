#include "viewer/interaction/screen_number.h"

#include <gtest/gtest.h>

#include <QtCore/QLocale>

using namespace nadir;
using namespace nadir::viewer;

namespace
{
struct LocaleFor
{
  explicit LocaleFor(const char* name) { QLocale::setDefault(QLocale(name)); }
  ~LocaleFor() { QLocale::setDefault(QLocale::c()); }
};
}  // namespace

TEST(ScreenNumber, HasTheDecimalSignOfTheReadersLocale)
{
  {
    const LocaleFor german("de_DE");
    EXPECT_EQ(screen_length(Millimeters{34.25}).toStdString(), "34,3 mm");
  }
  const LocaleFor english("en_US");
  EXPECT_EQ(screen_length(Millimeters{34.25}).toStdString(), "34.3 mm");
}

TEST(ScreenNumber, GroupsNoThousands)
{
  const LocaleFor german("de_DE");
  EXPECT_EQ(screen_number(12345.678, 1).toStdString(), "12345,7");
}
