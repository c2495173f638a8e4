#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/dicom_samples.h"
#include "tests/support/temporary_folder.h"

namespace nadir::testing
{
/// Puts a text attribute in the place of the one with the same tag, or adds it where it belongs.
DicomObject& put_text(DicomObject& object, Tag tag, std::string vr, std::string_view value);

/// A classic axial MR series for spoiling: 20 slices of 4 x 4 pixels (0.75 mm between rows, 0.5 mm between columns), 3 mm apart along z,
/// SE with TE 10, TR 500. Lengths mm, LPS.
struct SeriesSpec
{
  int slices = 20;
  double step = 3.0;
  std::string transfer_syntax = syntax::explicit_little;
  std::string manufacturer = "SIEMENS";
};

/// The slices of that series, numbered from 1, lowest first.
std::vector<DicomObject> mr_series(const SeriesSpec& spec = {});

/// Writes one file a slice.
void write_series(const TemporaryFolder& folder, const std::vector<DicomObject>& slices,
                  const std::string& transfer_syntax = syntax::explicit_little);
}  // namespace nadir::testing
