#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nadir::test
{
/// What a small MR image says.
struct SmallObject
{
  std::string patient_id = "PAT-1";
  std::string patient_name = "Muster^Anna";
  std::string study = "1.2.826.0.1.3680043.8.498.77.1";
  std::string series = "1.2.826.0.1.3680043.8.498.77.1.1";
  std::string instance;
};

/// Writes an 8 x 8 MR image that the gate takes.
void write_object(const std::filesystem::path& file, const SmallObject& object);

/// Writes `count` images of one series, instances 1, 2, 3 ... below the series' UID, as "k.dcm"; gives their paths.
std::vector<std::filesystem::path> write_series(const std::filesystem::path& folder, int count, SmallObject object = {});
}  // namespace nadir::test
