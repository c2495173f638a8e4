#include "imaging/dicom/frame_levels.h"

#include "imaging/dicom/tags.h"

namespace nadir::imaging
{
namespace
{
const DataSet* item(const DataSet& data, Tag sequence, std::size_t index)
{
  const auto items = data.items(sequence);
  return index < items.size() ? &items[index] : nullptr;
}
}  // namespace

FrameLevels::FrameLevels(const DataSet& root, int frame)
    : root_(root), shared_(item(root, tags::shared_functional_groups, 0)),
      per_frame_(item(root, tags::per_frame_functional_groups, static_cast<std::size_t>(frame)))
{
}

const DataSet* FrameLevels::group(Tag functional_group_sequence) const
{
  if (!is_enhanced()) return &root_;
  if (per_frame_ != nullptr)
    if (const auto* found = item(*per_frame_, functional_group_sequence, 0)) return found;
  return shared_ == nullptr ? nullptr : item(*shared_, functional_group_sequence, 0);
}

const DataSet& FrameLevels::level_of(Tag functional_group_sequence, Tag attribute) const
{
  const auto* found = group(functional_group_sequence);
  return found != nullptr && found->contains(attribute) ? *found : root_;
}
}  // namespace nadir::imaging
