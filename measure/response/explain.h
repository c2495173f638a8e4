#pragma once

namespace nadir::measure
{
/// Whether a derivation writes down its reasons. Categories are the same either way; without reasons it is faster.
enum class Explain
{
  Yes,
  No,
};
}  // namespace nadir::measure
