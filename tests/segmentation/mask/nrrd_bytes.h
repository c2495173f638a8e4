#pragma once

#include <string>

namespace nadir::testing
{
/// An NRRD file to be written: 4 x 3 x 2 voxels of uint8, 1 x 2 x 3 mm, LPS. Every field may be spoiled.
struct NrrdBytes
{
  std::string type = "type: uint8\n";
  std::string sizes = "dimension: 3\nsizes: 4 3 2\n";
  std::string space = "space: left-posterior-superior\n";
  std::string directions = "space directions: (1,0,0) (0,2,0) (0,0,3)\n";
  std::string origin = "space origin: (10,20,30)\n";
  std::string encoding = "encoding: raw\n";
  std::string more = "endian: little\nkinds: domain domain domain\n";
  std::string data;

  std::string bytes() const { return "NRRD0004\n# comment\n" + type + sizes + space + directions + origin + encoding + more + "\n" + data; }
};

/// Label 1 at (1, 1, 0), label 5 at (2, 1, 1) and (3, 1, 1) of 4 x 3 x 2 voxels.
inline std::string two_labels()
{
  std::string data(24, '\0');
  data[5] = 1;
  data[18] = 5;
  data[19] = 5;
  return data;
}

inline NrrdBytes nrrd_sample()
{
  NrrdBytes file;
  file.data = two_labels();
  return file;
}
}  // namespace nadir::testing
