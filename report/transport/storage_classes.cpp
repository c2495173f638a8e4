#include "report/transport/storage_classes.h"

namespace nadir::report
{
const std::vector<std::string>& storage_classes()
{
  static const std::vector<std::string> classes = []
  {
    std::vector<std::string> all;
    for (const char* last :
         {"4",    "4.1",  "4.2",  "4.3", "4.4",   "2",     "2.1",   "128",   "130",   "20",    "7",    "7.1", "7.2",   "7.3", "7.4", "66",
          "66.1", "66.2", "66.4", "30",  "88.11", "88.22", "88.33", "88.34", "88.59", "104.1", "11.1", "67",  "481.3", "1",   "1.1"})
      all.push_back(std::string("1.2.840.10008.5.1.4.1.1.") + last);
    return all;
  }();
  return classes;
}

const std::vector<std::string>& readable_syntaxes()
{
  static const std::vector<std::string> syntaxes{"1.2.840.10008.1.2.1",    "1.2.840.10008.1.2",      "1.2.840.10008.1.2.2",
                                                 "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57",
                                                 "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81",
                                                 "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.5"};
  return syntaxes;
}
}  // namespace nadir::report
