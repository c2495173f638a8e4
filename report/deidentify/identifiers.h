#pragma once

#include <set>
#include <string>
#include <string_view>

#include "report/deidentify/options.h"

class DcmItem;

namespace nadir::report
{
/// What in an object points to people, places and times: what must not be left anywhere in its de-identified copy.
class Identifiers
{
public:
  /// Of all levels of an object, as it came.
  static Identifiers of(DcmItem& object, const DeidentifyOptions& options);

  /// True when a text for people has one of them in it: an ID, a UID, a date, or a part of a name as a word of its own.
  bool are_in_text(std::string_view text) const;

  /// True when the bytes of a file have an ID, a UID, a date or a whole name in them.
  bool are_in_bytes(std::string_view bytes) const;

private:
  void add(DcmItem& item, const DeidentifyOptions& options);

  std::set<std::string> whole_; ///< anywhere
  std::set<std::string> words_; ///< parts of names, small letters
};
} // namespace nadir::report
