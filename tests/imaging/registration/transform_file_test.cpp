#include "imaging/registration/transform_file.h"

#include <gmock/gmock.h>

#include <string>

namespace nadir::imaging
{
namespace
{
SavedTransform example()
{
  const auto lattice = ImageGeometry::make({5, 4, 3}, {40, 40, 40}, {-80, -60, -40}, {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}}).value();
  std::vector<PatientVector> controls;
  for (int n = 0; n < 60; ++n) controls.push_back({0.1 * n, -0.3 * n, 1.0 / (n + 3)});
  SavedTransform saved{RigidTransform({0.1, -0.2, 0.3}, {4, 5, -6}, {10, 20, 30}), SplineField(lattice, controls), {}};
  saved.quality.inconsistency = Millimeters{1.25};
  return saved;
}

TEST(TransformFile, ReadsBackTheSameMap)
{
  const auto saved = example();
  const auto read = parse_transform_json(to_transform_json(saved));
  ASSERT_TRUE(read) << read.failure().message();
  for (const PatientPoint p : {PatientPoint{0, 0, 0}, PatientPoint{33.3, -20, 51}, PatientPoint{-200, 100, 300}})
    EXPECT_LT(norm((*read)(p)-saved(p)), 1e-9);
  EXPECT_EQ(read->quality.inconsistency->value(), 1.25);
}

TEST(TransformFile, WithoutADeformationIsRigid)
{
  auto saved = example();
  saved.field.reset();
  const auto read = parse_transform_json(to_transform_json(saved));
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->field);
  EXPECT_LT(norm((*read)({1, 2, 3}) - saved.rigid({1, 2, 3})), 1e-9);
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
  const auto at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(TransformFile, ThatIsDamagedIsRefused)
{
  const std::string good = to_transform_json(example());
  EXPECT_FALSE(parse_transform_json(""));
  EXPECT_FALSE(parse_transform_json("[]"));
  EXPECT_FALSE(parse_transform_json("{}"));
  EXPECT_FALSE(parse_transform_json(good.substr(0, good.size() / 2)));
  EXPECT_FALSE(parse_transform_json(replaced(good, "nadir-transform", "other")));
  EXPECT_FALSE(parse_transform_json(replaced(good, "\"schema_version\": 1", "\"schema_version\": 2")));
  EXPECT_FALSE(parse_transform_json(replaced(good, "\"rotation\"", "\"rotations\"")));
  EXPECT_FALSE(parse_transform_json(replaced(good, "\"size\": [\n   5", "\"size\": [\n   6")));
  EXPECT_FALSE(parse_transform_json(replaced(good, "\"size\": [\n   5", "\"size\": [\n   -5")));
}

TEST(TransformFile, WithAMatrixThatIsNoRotationIsRefused)
{
  const std::string text = to_transform_json({RigidTransform{}, std::nullopt, {}});
  const std::size_t rotation = text.find("\"rotation\"");
  const std::string before = text.substr(0, rotation), after = text.substr(rotation);
  EXPECT_TRUE(parse_transform_json(before + after));
  EXPECT_FALSE(parse_transform_json(before + replaced(after, "1.0", "-1.0")));
  EXPECT_FALSE(parse_transform_json(before + replaced(after, "1.0", "1.1")));
}
}  // namespace
}  // namespace nadir::imaging
