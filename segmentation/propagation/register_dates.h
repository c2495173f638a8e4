#pragma once

#include <span>

#include "imaging/registration/register_rigid.h"
#include "imaging/registration/transform_file.h"
#include "segmentation/mask/mask.h"
#include "segmentation/propagation/propagation_error.h"

namespace nadir::segmentation
{
enum class MotionModel
{
  Rigid,       ///< shift and turn: fast, for navigation
  Deformable,  ///< the limb bends, tissue is pushed aside
};

struct DateConfig
{
  MotionModel motion = MotionModel::Deformable;
  imaging::RigidConfig rigid{};  ///< progress and limits of quality
};

/// Brings two dates together: a point of the baseline -> the same tissue at the follow-up (patient LPS, mm). Voxels of the lesions
/// (baseline masks on any grid; may be none) deeper than 3 mm do not pull, so that a lesion that shrinks is not forced to its old size; its
/// border does. The quality holds around the lesions (30 mm). Failures: RegistrationError; NotTheSamePlace when the quality is poor, or
/// when a lesion would lie more than 130 mm farther to the left or right: the other limb.
Result<imaging::SavedTransform> register_dates(const imaging::Volume& baseline, const imaging::Volume& follow_up,
                                               std::span<const Mask> lesions, const DateConfig& config = {});
}  // namespace nadir::segmentation
