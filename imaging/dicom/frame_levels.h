#pragma once

#include <string>

#include "imaging/gate/data_set.h"

namespace nadir::imaging
{
/// Where the attributes of one frame are found: for classic objects all in the file's data set; for Enhanced multi-frame objects
/// in the per-frame functional group, else in the shared one.
class FrameLevels
{
public:
  /// frame: 0-based. The data set must outlive this object.
  FrameLevels(const DataSet& root, int frame);

  /// True for objects with functional groups.
  bool is_enhanced() const { return per_frame_ != nullptr || shared_ != nullptr; }

  /// The level that holds a functional group's attributes. Classic: the root. Enhanced: the group's item, or nullptr when the
  /// object has no such group.
  const DataSet* group(Tag functional_group_sequence) const;

  /// The level that holds `attribute`: the functional group when it has it, else the root.
  const DataSet& level_of(Tag functional_group_sequence, Tag attribute) const;

  const DataSet& root() const { return root_; }
  /// Item of the per-frame functional groups; nullptr for classic objects.
  const DataSet* per_frame() const { return per_frame_; }
  const DataSet* shared() const { return shared_; }

private:
  const DataSet& root_;
  const DataSet* shared_ = nullptr;
  const DataSet* per_frame_ = nullptr;
};
}  // namespace nadir::imaging
