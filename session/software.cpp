#include "session/software.h"

namespace nadir::session
{
const std::string& software()
{
  static const std::string name = "nadir " NADIR_VERSION;
  return name;
}
}  // namespace nadir::session
