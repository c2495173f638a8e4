#pragma once

#include "tests/support/temporary_folder.h"

namespace nadir::test
{
/// Puts the process into a German UTF-8 locale, in which a comma is the decimal sign, until its end. The locale is made here, because a
/// bare machine has none.
class GermanLocale
{
public:
  GermanLocale();
  ~GermanLocale();
  GermanLocale(const GermanLocale&) = delete;
  GermanLocale& operator=(const GermanLocale&) = delete;

  /// False where the system has no definition of the locale.
  bool is_set() const { return is_set_; }

private:
  testing::TemporaryFolder folder_;
  bool is_set_ = false;
};
}  // namespace nadir::test
