#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drawn_shapes.h"
#include "segmentation/mask/build_contour_stack.h"
#include "segmentation/mask/contour_shape.h"

namespace nadir::segmentation
{
namespace
{
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using nadir::testing::circle;
using nadir::testing::drawn;
using nadir::testing::rectangle;
using nadir::testing::tilted;

TEST(VectorArea, OfARectangleIsWidthTimesHeight)
{
  EXPECT_NEAR(norm(vector_area(rectangle(-3, 5, 4, 2, 7))), 8.0, 1e-12);
  EXPECT_NEAR(norm(vector_area(tilted(rectangle(-3, 5, 4, 2, 7), 33))), 8.0, 1e-12);
  EXPECT_EQ(vector_area(rectangle(0, 0, 1, 1, 0)).superior, 1.0);
  EXPECT_EQ(vector_area(nadir::testing::reversed(rectangle(0, 0, 1, 1, 0))).superior, -1.0);
}

TEST(CrossesItself, AFigureEightDoesAKeyholeDoesNot)
{
  const PatientVector up{0, 0, 1};
  const Contour eight{{0, 0, 0}, {2, 2, 0}, {2, 0, 0}, {0, 2, 0}};
  const Contour keyhole{{0, 0, 0}, {6, 0, 0}, {6, 6, 0}, {0, 6, 0}, {0, 3, 0}, {2, 3, 0},
                        {2, 4, 0}, {4, 4, 0}, {4, 2, 0}, {2, 2, 0}, {2, 3, 0}, {0, 3, 0}};
  EXPECT_TRUE(crosses_itself(eight, up));
  EXPECT_FALSE(crosses_itself(keyhole, up));
  EXPECT_NEAR(norm(vector_area(keyhole)), 36 - 4, 1e-12);
  EXPECT_FALSE(crosses_itself(circle(5, 0), up));
}

TEST(ContourStack, SortsPlanesAlongTheNormal)
{
  const auto built = build_contour_stack(drawn({circle(5, 6), circle(5, 0), nadir::testing::reversed(circle(5, 3))}));
  ASSERT_TRUE(built);
  EXPECT_EQ(built->stack.normal, (PatientVector{0, 0, 1}));
  ASSERT_EQ(built->stack.planes.size(), 3u);
  EXPECT_EQ(built->stack.planes[0].offset, 0.0);
  EXPECT_NEAR(built->stack.plane_spacing, 3.0, 1e-12);
  EXPECT_TRUE(built->stack.uniform);
  EXPECT_THAT(built->warnings, IsEmpty());
}

TEST(ContourStack, MayBeOblique)
{
  const auto built = build_contour_stack(drawn({tilted(circle(5, 0), 30), tilted(circle(5, 4), 30)}));
  ASSERT_TRUE(built);
  EXPECT_NEAR(built->stack.normal.posterior, -0.5, 1e-9);
  EXPECT_NEAR(built->stack.normal.superior, std::sqrt(0.75), 1e-9);
  EXPECT_NEAR(built->stack.plane_spacing, 4.0, 1e-9);
}

TEST(ContourStack, KeepsAHoleInItsPlane)
{
  const auto built = build_contour_stack(drawn({circle(5, 0), nadir::testing::reversed(circle(2, 0)), circle(5, 3)}));
  ASSERT_TRUE(built);
  ASSERT_EQ(built->stack.planes.size(), 2u);
  EXPECT_EQ(built->stack.planes[0].contours.size(), 2u);
  EXPECT_THAT(built->warnings, IsEmpty());
}

TEST(ContourStack, SaysThatAPlaneIsMissing)
{
  const auto built = build_contour_stack(drawn({circle(5, 0), circle(5, 3), circle(5, 9)}));
  ASSERT_TRUE(built);
  EXPECT_TRUE(built->stack.uniform);
  EXPECT_NEAR(built->stack.plane_spacing, 3.0, 1e-12);
  EXPECT_THAT(built->warnings, ElementsAre(HasSubstr("1 slice has no contour")));
}

TEST(ContourStack, SaysThatPlanesAreUneven)
{
  const auto built = build_contour_stack(drawn({circle(5, 0), circle(5, 3), circle(5, 7), circle(5, 10)}));
  ASSERT_TRUE(built);
  EXPECT_FALSE(built->stack.uniform);
  EXPECT_THAT(built->warnings, ElementsAre(HasSubstr("unevenly spaced")));
}

TEST(ContourStack, LeavesOutPointsLinesAndCopies)
{
  const auto line = Contour{{0, 0, 0}, {5, 0, 0}, {9, 0, 0}};
  const auto built = build_contour_stack(drawn({circle(5, 0), circle(5, 0), line, {{1, 1, 0}}, circle(5, 3)}));
  ASSERT_TRUE(built);
  EXPECT_EQ(built->stack.planes[0].contours.size(), 1u);
  EXPECT_THAT(built->warnings, ElementsAre(HasSubstr("2 contours without area"), HasSubstr("1 contour is a copy")));
}

TEST(ContourStack, DropsTheRepeatedLastPoint)
{
  auto closed = rectangle(0, 0, 4, 2, 0);
  closed.push_back(closed.front());
  const auto built = build_contour_stack(drawn({closed, rectangle(0, 0, 4, 2, 1)}));
  ASSERT_TRUE(built);
  EXPECT_EQ(built->stack.planes[0].contours[0].size(), 4u);
}

TEST(ContourStack, SaysThatContoursCross)
{
  const Contour eight{{0, 0, 0}, {5, 5, 0}, {5, 0, 0}, {0, 6, 0}};
  const auto selves = build_contour_stack(drawn({eight, circle(5, 3)}));
  ASSERT_TRUE(selves);
  EXPECT_THAT(selves->warnings, Contains(HasSubstr("crosses itself")));
  const auto pair = build_contour_stack(drawn({rectangle(0, 0, 4, 4, 0), rectangle(2, 2, 4, 4, 0), circle(5, 3)}));
  ASSERT_TRUE(pair);
  EXPECT_THAT(pair->warnings, Contains(HasSubstr("counts as outside")));
}

TEST(ContourStack, OfPlanesThatAreNotParallelIsRefused)
{
  const auto built = build_contour_stack(drawn({circle(20, 0), tilted(circle(20, 30), 3)}));
  ASSERT_FALSE(built);
  EXPECT_TRUE(built.failure().is(MaskError::NoGeometry));
  Contour bent = circle(20, 0);
  bent[10].superior = 2;
  EXPECT_FALSE(build_contour_stack(drawn({bent})));
}

TEST(ContourStack, OfStraightLinesAloneSaysThatTheyEncloseNoArea)
{
  const auto built = build_contour_stack(drawn({{{0, 0, 0}, {5, 0, 0}, {10, 0, 0}}}));
  ASSERT_TRUE(built);
  EXPECT_THAT(built->stack.planes, IsEmpty());
  EXPECT_THAT(built->warnings, Contains(HasSubstr("enclose no area")));
}

TEST(ContourStack, WithoutContoursHasNoPlanesAndSaysSo)
{
  const auto built = build_contour_stack({});
  ASSERT_TRUE(built);
  EXPECT_THAT(built->stack.planes, IsEmpty());
  EXPECT_THAT(built->warnings, ElementsAre(HasSubstr("nothing to measure")));
}
}  // namespace
}  // namespace nadir::segmentation
