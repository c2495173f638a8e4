#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/document/html.h"

namespace nadir::report
{
/// "name value" beside each other, values in bold; nothing for none.
Html named_values(const std::vector<std::pair<std::string, std::string>>& values);
}  // namespace nadir::report
