#pragma once

#include <string>

#include "report/deidentify/identifiers.h"
#include "report/deidentify/options.h"
#include "report/deidentify/pseudonyms.h"

class DcmElement;
class DcmItem;

namespace nadir::report
{
/// Applies the profile to all levels of one object. Structured content is cleaned, not emptied: codes, numbers and coordinates stay; names,
/// UIDs and dates are replaced; a text stays only where its concept is one of a program's own labels and no identifier stands in it.
class Cleaner
{
public:
  Cleaner(const Pseudonyms& pseudonyms, const DeidentifyOptions& options, const Identifiers& identifiers, std::string patient);

  void clean(DcmItem& item) const;

private:
  void clean_element(DcmItem& item, DcmElement& element) const;
  void clean_items(DcmElement& sequence) const;
  void clean_content(DcmItem& item) const;
  void keep(DcmElement& element) const;  ///< but for identifiers in it
  void keep_codes(DcmElement& element, const std::string& text) const;
  bool is_retained(std::uint32_t tag) const;
  bool shift(DcmElement& element) const;
  void map_uids(DcmElement& element) const;

  const Pseudonyms& pseudonyms_;
  const DeidentifyOptions& options_;
  const Identifiers& identifiers_;
  std::string patient_;
};
}  // namespace nadir::report
