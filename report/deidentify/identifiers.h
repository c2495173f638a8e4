#pragma once

#include <set>
#include <string>
#include <string_view>

#include "report/deidentify/options.h"

class DcmElement;
class DcmItem;

namespace nadir::report
{
/// What in an object points to people, places and times: what must not be left anywhere in its de-identified copy.
class Identifiers
{
public:
  /// Of all levels of an object, as it came.
  static Identifiers of(DcmItem& object, const DeidentifyOptions& options);

  /// True when a text for people has one of them in it, however it is spelled: an ID, a UID, a date, or a part of a name as a word.
  bool are_in_text(std::string_view text) const;

  /// True when a coded string is one of them as a whole.
  bool are(std::string_view code) const;

  /// True when the bytes of a file have one in them that cannot be there by chance: a UID, a date, a whole name or ID of five characters
  /// with a letter, or of eight.
  bool are_in_bytes(std::string_view bytes) const;

private:
  void add(DcmItem& item, const DeidentifyOptions& options);
  void add_element(DcmElement& element, const DeidentifyOptions& options);
  void add_name(std::string_view name);
  void add_number(std::string_view number);
  void add_date(std::string_view date);

  std::set<std::string> anywhere_; ///< not in the bytes
  std::set<std::string> in_text_;  ///< small letters; not in a text
  std::set<std::string> words_;    ///< small letters; not a word of a text
};
} // namespace nadir::report
