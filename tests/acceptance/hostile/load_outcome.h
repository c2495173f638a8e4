#pragma once

#include <memory>
#include <string>
#include <vector>

#include "imaging/volume/volume.h"
#include "tests/support/dicom_bytes.h"
#include "tests/support/temporary_folder.h"

namespace nadir::testing
{
/// What a scan and a load of everything in a folder came to.
struct LoadOutcome
{
  std::vector<std::shared_ptr<const imaging::Volume>> volumes;
  std::vector<std::string> remarks;  ///< refusals and warnings: codes, as a user would see them
};

/// Scans and loads, in this process (the codecs run in theirs).
LoadOutcome load_all(const std::filesystem::path& folder);

/// Same grid within 1e-9 mm and the same physical value in every voxel.
bool are_alike(const imaging::Volume& one, const imaging::Volume& other);

/// A folder in which one file of a series is put in the place of another, again and again.
class SpoiledSeries
{
public:
  /// Files that stay: may be none.
  explicit SpoiledSeries(const std::vector<Bytes>& companions);

  /// Loads the series with this file in it.
  LoadOutcome with(const Bytes& file) const;

private:
  TemporaryFolder folder_;
};

/// Slices 1, 3, 4 and 5 of the series of hostile_seed_spec(), so that a second slice that vanishes leaves a gap.
std::vector<Bytes> companion_slices();
}  // namespace nadir::testing
