#include "tests/report/support/german_locale.h"

#include <clocale>
#include <cstdlib>

#include "tests/support/run_program.h"

namespace nadir::test
{
GermanLocale::GermanLocale()
{
  testing::run_system_program("localedef", {"-i", "de_DE", "-f", "UTF-8", (folder_.path() / "de_DE.UTF-8").string()});
  ::setenv("LOCPATH", folder_.path().c_str(), 1);
  is_set_ = std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr && *std::localeconv()->decimal_point == ',';
}

GermanLocale::~GermanLocale()
{
  std::setlocale(LC_ALL, "C");
  ::unsetenv("LOCPATH");
}
}  // namespace nadir::test
