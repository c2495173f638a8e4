#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dicom_masks.h"
#include "imaging/gate/gate_error.h"
#include "mask_reading.h"
#include "segmentation/mask/contour_shape.h"
#include "tests/support/test_data.h"

namespace nadir::segmentation
{
namespace
{
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using nadir::testing::ContourSpec;
using nadir::testing::expect_refusal;
using nadir::testing::read_bytes;
using nadir::testing::RoiSpec;
using nadir::testing::stack_of;
using nadir::testing::structure_set_file;

/// A 10 x 5 mm rectangle at height z.
ContourSpec rectangle(const std::string& z, const std::string& image = "")
{
  return {"0\\0\\" + z + "\\10\\0\\" + z + "\\10\\5\\" + z + "\\0\\5\\" + z, "4", "CLOSED_PLANAR", image};
}

std::vector<RoiSpec> sample() { return {{"3", "GTV", {rectangle("4", "2.25.4"), rectangle("0", "2.25.0"), rectangle("2", "2.25.2")}}}; }

TEST(Rtstruct, GivesTheContoursOfEachRoiByPlane)
{
  const auto lesions = read_bytes(structure_set_file(sample()));
  ASSERT_TRUE(lesions) << lesions.failure().message();
  ASSERT_EQ(lesions->size(), 1u);
  EXPECT_EQ(lesions->at(0).label, 3);
  EXPECT_EQ(lesions->at(0).name, "GTV");
  const auto& stack = stack_of(lesions);
  ASSERT_EQ(stack.planes.size(), 3u);
  EXPECT_EQ(stack.plane_spacing, 2.0);
  EXPECT_EQ(norm(vector_area(stack.planes[1].contours[0])), 50.0);
  EXPECT_EQ(stack.planes[1].sop_instance.text(), "2.25.2");
  EXPECT_THAT(lesions->at(0).warnings, IsEmpty());
}

TEST(Rtstruct, KnowsItsSeriesAndFrameOfReference)
{
  const auto lesions = read_bytes(structure_set_file(sample()));
  ASSERT_TRUE(lesions);
  EXPECT_EQ(lesions->at(0).provenance.format, "RTSTRUCT");
  EXPECT_EQ(lesions->at(0).provenance.referenced_series.text(), "2.25.100.1");
  EXPECT_EQ(lesions->at(0).provenance.frame_of_reference.text(), "2.25.100.2");
}

TEST(Rtstruct, LeavesOutPointsAndOpenContours)
{
  auto rois = sample();
  rois[0].contours.push_back({"1\\1\\1", "1", "POINT", ""});
  rois[0].contours.push_back({"1\\1\\1\\2\\2\\2", "2", "OPEN_PLANAR", ""});
  const auto lesions = read_bytes(structure_set_file(rois));
  ASSERT_TRUE(lesions);
  EXPECT_EQ(stack_of(lesions).planes.size(), 3u);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("2 point or open contour")));
}

/// A ROI without contours may be a tumour that is gone: it stays, and measuring it fails by name.
TEST(Rtstruct, KeepsARoiWithoutContours)
{
  auto rois = sample();
  rois.push_back({"1", "gone", {}});
  const auto lesions = read_bytes(structure_set_file(rois));
  ASSERT_TRUE(lesions);
  ASSERT_EQ(lesions->size(), 2u);
  EXPECT_EQ(lesions->at(0).name, "gone");
  EXPECT_THAT(stack_of(lesions, 0).planes, IsEmpty());
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("nothing to measure")));
}

TEST(Rtstruct, SaysThatARoiIsDrawnInOpenContoursOnly)
{
  auto rois = sample();
  rois.push_back({"1", "open", {{"1\\1\\1\\2\\2\\1\\3\\1\\1", "3", "OPEN_PLANAR", ""}}});
  const auto lesions = read_bytes(structure_set_file(rois));
  ASSERT_TRUE(lesions);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("open contours or points only")));
}

TEST(Rtstruct, OneBadRoiCostsThatRoi)
{
  auto rois = sample();
  rois.push_back({"1", "bent", {{"0\\0\\0\\10\\0\\0\\10\\5\\9\\0\\5\\0", "4", "CLOSED_PLANAR", ""}}});
  const auto lesions = read_bytes(structure_set_file(rois));
  ASSERT_TRUE(lesions);
  EXPECT_THAT(stack_of(lesions, 0).planes, IsEmpty());
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("cannot be used")));
  EXPECT_EQ(stack_of(lesions, 1).planes.size(), 3u);
}

TEST(Rtstruct, WhoseOnlyRoiIsBadIsRefused)
{
  expect_refusal(read_bytes(structure_set_file({{"1", "bent", {{"0\\0\\0\\10\\0\\0\\10\\5\\9\\0\\5\\0", "4", "CLOSED_PLANAR", ""}}}})),
                 MaskError::NoGeometry, "parallel");
  expect_refusal(read_bytes(structure_set_file({{"1", "x", {{"0\\0\\0\\10\\0\\0\\10\\5", "", "CLOSED_PLANAR", ""}}}})),
                 MaskError::Malformed, "threes");
  expect_refusal(read_bytes(structure_set_file({{"1", "x", {{"0\\0\\0\\10\\0\\0\\10\\5\\0", "4", "CLOSED_PLANAR", ""}}}})),
                 MaskError::Malformed, "number of points");
  expect_refusal(read_bytes(structure_set_file({{"1", "x", {{"0\\0\\0\\10,5\\0\\0\\10\\5\\0", "3", "CLOSED_PLANAR", ""}}}})),
                 imaging::GateError::BadNumber, "(3006,0050)");
  expect_refusal(read_bytes(structure_set_file({{"1", "x", {{"0\\0\\0\\1e30\\0\\0\\10\\5\\0", "3", "CLOSED_PLANAR", ""}}}})),
                 MaskError::Malformed, "no place");
}

TEST(Rtstruct, WithTwoRoisOfOneNumberIsRefused)
{
  auto rois = sample();
  rois.push_back(rois.front());
  expect_refusal(read_bytes(structure_set_file(rois)), MaskError::Malformed, "same number");
}

TEST(Rtstruct, WithoutRoiIsEmptyByName) { expect_refusal(read_bytes(structure_set_file({})), MaskError::Empty, "no ROI"); }

struct KnownContours
{
  const char* name;
  double volume_ml;
  std::size_t planes;
  std::size_t contours;
};

void PrintTo(const KnownContours& known, std::ostream* out) { *out << known.name; }

class RealRtstruct : public ::testing::TestWithParam<KnownContours>
{
};

double plane_area(const ContourPlane& plane)
{
  double area = 0.0;
  for (const auto& contour : plane.contours) area += norm(vector_area(contour));
  return area;
}

/// Truth: sts/derived_reference.csv (shoelace area x slice step), files without holes, so that areas add up.
TEST_P(RealRtstruct, HasTheKnownVolume)
{
  const auto path = nadir::testing::test_data() / "sts" / GetParam().name / "mask/RS.dcm";
  NADIR_NEEDS_TEST_DATA(std::filesystem::path("sts") / GetParam().name);
  const auto lesions = read_mask(path);
  ASSERT_TRUE(lesions) << lesions.failure().message();
  const auto& stack = stack_of(lesions);
  EXPECT_EQ(stack.planes.size(), GetParam().planes);
  double volume = 0.0;
  std::size_t contours = 0;
  for (const auto& plane : stack.planes)
  {
    volume += plane_area(plane) * stack.plane_spacing / 1000;
    contours += plane.contours.size();
    EXPECT_FALSE(plane.sop_instance.empty());
  }
  EXPECT_EQ(contours, GetParam().contours);
  EXPECT_NEAR(volume, GetParam().volume_ml, 1e-4 * GetParam().volume_ml + 0.005);
}

INSTANTIATE_TEST_SUITE_P(Sts, RealRtstruct,
                         ::testing::Values(KnownContours{"STS_001", 365.17, 31, 32}, KnownContours{"STS_002", 53.27, 16, 16},
                                           KnownContours{"STS_003", 80.09, 20, 20}, KnownContours{"STS_005", 584.92, 47, 48},
                                           KnownContours{"STS_008", 27.57, 19, 19}, KnownContours{"STS_017", 744.33, 39, 40},
                                           KnownContours{"STS_022", 818.08, 38, 39}, KnownContours{"STS_025", 30.09, 15, 15},
                                           KnownContours{"STS_037", 741.05, 43, 43}, KnownContours{"STS_042", 34.82, 17, 18},
                                           KnownContours{"STS_044", 640.93, 37, 43}, KnownContours{"STS_046", 750.15, 52, 52}));
}  // namespace
}  // namespace nadir::segmentation
