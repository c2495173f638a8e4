#include "imaging/volume/nrrd.h"

#include <gmock/gmock.h>

#include <cstring>

using namespace nadir;
using namespace nadir::imaging;
using ::testing::HasSubstr;

// The header is checked against the NRRD definition: directions are columns of the grid in mm, the space is named.
TEST(Nrrd, CarriesGeometryUnitAndPhysicalValues)
{
  const auto geometry = ImageGeometry::make({2, 1, 2}, {0.5, 0.75, 6}, {-10, 20, 30.5}, {}).value();
  const Volume volume(geometry, std::vector<std::int16_t>{1, 2, 3, 4}, {{1, 0}, {10, 1}}, "1e-6 mm2/s");
  const auto bytes = to_nrrd(volume);
  EXPECT_THAT(bytes, HasSubstr("space: left-posterior-superior\n"));
  EXPECT_THAT(bytes, HasSubstr("sizes: 2 1 2\n"));
  EXPECT_THAT(bytes, HasSubstr("space directions: (0.5,0,0) (0,0.75,0) (0,0,6)\n"));
  EXPECT_THAT(bytes, HasSubstr("space origin: (-10,20,30.5)\n"));
  EXPECT_THAT(bytes, HasSubstr("sample units: \"1e-6 mm2/s\"\n"));
  const auto data = bytes.find("\n\n") + 2;
  ASSERT_EQ(bytes.size() - data, 4 * sizeof(float));
  float last = 0;
  std::memcpy(&last, bytes.data() + data + 3 * sizeof(float), sizeof last);
  EXPECT_FLOAT_EQ(last, 41.0f);
}
