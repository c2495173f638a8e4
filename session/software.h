#pragma once

#include <string>

namespace nadir::session
{
/// What wrote an event or an assessment: "nadir 0.1.0".
const std::string& software();
}  // namespace nadir::session
