#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "segmentation/mask/read_mask.h"
#include "temporary_file.h"

/// Reading bytes as a mask file, and what the result is asked.
namespace nadir::testing
{
using Lesions = Result<std::vector<segmentation::SegmentedLesion>>;

inline Lesions read_bytes(const std::string& bytes) { return segmentation::read_mask(TemporaryFile(bytes).path()); }

inline const segmentation::Mask& mask_of(const Lesions& lesions, std::size_t n = 0)
{
  return std::get<segmentation::Mask>(lesions->at(n).shape);
}

inline const segmentation::ContourStack& stack_of(const Lesions& lesions, std::size_t n = 0)
{
  return std::get<segmentation::ContourStack>(lesions->at(n).shape);
}

/// Patient position of the first voxel of the mask's box.
inline PatientPoint corner(const segmentation::Mask& mask) { return mask.geometry().voxel_to_patient(mask.box().first); }

template <class Error> void expect_refusal(const Lesions& lesions, Error error, const std::string& words)
{
  ASSERT_FALSE(lesions) << "read, although: " << words;
  EXPECT_TRUE(lesions.failure().is(error)) << lesions.failure().code() << " " << lesions.failure().message();
  EXPECT_THAT(lesions.failure().message(), ::testing::HasSubstr(words));
}
}  // namespace nadir::testing
