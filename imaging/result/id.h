#pragma once

#include <compare>
#include <string>
#include <utility>

namespace nadir
{
/// An identity that cannot be mistaken for another kind of identity: `using LesionId = Id<struct LesionTag>;`.
template <class Tag> class Id
{
public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  auto operator<=>(const Id&) const = default;

private:
  std::string text_;
};
}  // namespace nadir
