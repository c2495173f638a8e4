#include "imaging/dicom/loader/slice_runs.h"

namespace nadir::imaging
{
namespace
{
bool follows(const SliceSource& slice, const SliceSource& before)
{
  return slice.file == before.file && slice.path == before.path && slice.frame == before.frame + 1;
}
}  // namespace

std::vector<SliceRun> runs_of(std::span<const SliceSource> slices, std::size_t most_slices)
{
  std::vector<SliceRun> runs;
  for (std::size_t n = 0; n < slices.size(); ++n)
  {
    if (!runs.empty() && runs.back().count < most_slices && follows(slices[n], slices[n - 1])) ++runs.back().count;
    else runs.push_back({n, 1});
  }
  return runs;
}
}  // namespace nadir::imaging
