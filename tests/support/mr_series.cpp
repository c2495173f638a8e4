#include "tests/support/mr_series.h"

namespace nadir::testing
{
DicomObject& put_text(DicomObject& object, Tag tag, std::string vr, std::string_view value)
{
  DicomObject single;
  single.text(tag, std::move(vr), value);
  return object.set(single.elements.front()).sorted();
}

std::vector<DicomObject> mr_series(const SeriesSpec& spec)
{
  std::vector<DicomObject> slices;
  for (int n = 0; n < spec.slices; ++n)
  {
    auto slice = classic_slice({.number = n + 1, .z = spec.step * n});
    put_text(slice, {0x0008, 0x0070}, "LO", spec.manufacturer);
    put_text(slice, {0x0018, 0x0020}, "CS", "SE");
    slices.push_back(std::move(slice));
  }
  return slices;
}

void write_series(const TemporaryFolder& folder, const std::vector<DicomObject>& slices, const std::string& transfer_syntax)
{
  for (std::size_t n = 0; n < slices.size(); ++n)
  {
    const auto bytes = dicom_file(slices[n], transfer_syntax);
    folder.write("IM" + std::to_string(1000 + n), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
}
}  // namespace nadir::testing
