#include "viewer/render/orientation_letters.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nadir::viewer
{
std::string orientation_letters(PatientVector direction)
{
  constexpr double smallest = 0.25;
  struct Part
  {
    double size;
    char letter;
  };
  std::array<Part, 3> parts{{{std::abs(direction.left), direction.left > 0 ? 'L' : 'R'},
                             {std::abs(direction.posterior), direction.posterior > 0 ? 'P' : 'A'},
                             {std::abs(direction.superior), direction.superior > 0 ? 'H' : 'F'}}};
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.size > b.size; });
  std::string letters;
  for (const Part& part : parts)
    if (part.size >= smallest) letters += part.letter;
  return letters;
}
}  // namespace nadir::viewer
