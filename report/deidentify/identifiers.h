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

  /// True when a text for people has one of them in it, however it is spelled: an ID, a UID, a date, a part of a name as a word, or a name
  /// with other letters or marks between its parts (name_text.h). Names of two letters count where all parts of the name stand in the text.
  bool are_in_text(std::string_view text) const;

  /// True when one coded string is or quotes one of them and is no term that the standard defines.
  bool are_in_code(std::string_view code) const;

  /// True when the bytes of a file have one in them that cannot be there by chance: a UID, a date, a whole name or ID of five characters
  /// with a letter, or of eight.
  bool are_in_bytes(std::string_view bytes) const;

private:
  void add(DcmItem& item, const DeidentifyOptions& options);
  void add_element(DcmElement& element, const DeidentifyOptions& options);
  void add_name(std::string_view name);
  void add_spellings(std::string_view group);
  bool names_are_in(std::string_view text) const;
  void add_number(std::string_view number);
  void add_date(std::string_view date);

  std::set<std::string> anywhere_;               ///< not in the bytes
  std::set<std::string> in_text_;                ///< small letters; not in a text
  std::set<std::string> words_;                  ///< folded; not a word of a text
  std::set<std::string> joined_;                 ///< folded names; not in a squeezed text
  std::set<std::set<std::string>> whole_names_;  ///< folded; not all of them words of one text
};
}  // namespace nadir::report
