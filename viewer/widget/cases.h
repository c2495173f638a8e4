#pragma once

namespace nadir::viewer
{
/// One function for each alternative of a variant: std::visit(Cases{[](int) {}, [](double) {}}, value).
template <class... Functions> struct Cases : Functions...
{
  using Functions::operator()...;
};
template <class... Functions> Cases(Functions...) -> Cases<Functions...>;
}  // namespace nadir::viewer
