#include "measure/size/chord.h"

#include <tuple>

namespace nadir::measure
{
namespace
{
constexpr double tie_mm = 1e-9;
}

bool is_longer(const Chord& a, const Chord& b)
{
  const double difference = a.length() - b.length();
  if (difference > tie_mm) return true;
  return difference >= -tie_mm && std::tie(a.from, a.to) < std::tie(b.from, b.to);
}
}  // namespace nadir::measure
