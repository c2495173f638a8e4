#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nadir::session
{
/// A value of assessment.json that came out otherwise when it was computed again.
struct ResultDifference
{
  std::string place;  ///< JSON pointer with names for numbers: "/timepoints/baseline/lesions/T01/volume_ml"
  std::string kept;
  std::string again;
};

enum class ResultScope
{
  Everything,     ///< computed again from pixels, masks and rules
  WithoutPixels,  ///< from masks, calipers and rules: sizes, states, sums and responses, not what rests on pixels
};

struct ResultComparison
{
  std::size_t compared = 0;  ///< values
  std::vector<ResultDifference> differences;
};

/// Compares two documents assessment.json value by value. Left out: the software's version, names of files and folders, and warnings, which
/// name files. Numbers agree when they differ by at most 1e-9 of the larger one (without pixels: 1e-6). Both must be JSON (contract).
ResultComparison compare_results(std::string_view kept, std::string_view again, ResultScope scope);
}  // namespace nadir::session
