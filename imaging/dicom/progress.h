#pragma once

#include <cstddef>
#include <functional>

namespace nadir::imaging
{
/// Called now and then during long work with the steps done and to do; return false to cancel. May be called from several
/// threads, never from two at once.
using Progress = std::function<bool(std::size_t done, std::size_t total)>;
}  // namespace nadir::imaging
