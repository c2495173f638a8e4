#include "measure/size/rotating_calipers.h"

#include "imaging/result/expects.h"

namespace nadir::measure
{
namespace
{
/// Walks round the hull with two parallel lines and keeps the longest chord between points they touch.
class Calipers
{
public:
  explicit Calipers(const Polygon& hull) : hull_(hull), longest_{hull.front(), hull.front()} {}

  Chord turn_once()
  {
    for (std::size_t edge = 0; edge < hull_.size(); ++edge)
    {
      while (height(edge, opposite_ + 1) > height(edge, opposite_)) opposite_ = next(opposite_);
      consider_ends(edge, opposite_);
      consider_ends(edge, next(opposite_));  // an opposite edge that is parallel: both its ends are touched
    }
    return longest_;
  }

private:
  std::size_t next(std::size_t index) const { return (index + 1) % hull_.size(); }
  PlanePoint at(std::size_t index) const { return hull_[index % hull_.size()]; }
  double height(std::size_t edge, std::size_t index) const { return cross(at(edge + 1) - at(edge), at(index) - at(edge)); }

  void consider(PlanePoint a, PlanePoint b)
  {
    const auto chord = ordered_chord(a, b);
    if (is_longer(chord, longest_)) longest_ = chord;
  }
  void consider_ends(std::size_t edge, std::size_t index)
  {
    consider(at(edge), at(index));
    consider(at(edge + 1), at(index));
  }

  const Polygon& hull_;
  std::size_t opposite_ = 1;
  Chord longest_;
};
}  // namespace

Chord longest_chord(const Polygon& hull)
{
  NADIR_EXPECTS(!hull.empty());
  if (hull.size() == 1) return {hull.front(), hull.front()};
  return Calipers(hull).turn_once();
}
}  // namespace nadir::measure
