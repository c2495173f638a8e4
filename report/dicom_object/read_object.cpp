#include "report/dicom_object/read_object.h"

#include <cstring>
#include <utility>
#include <vector>

namespace nadir::report
{
Result<imaging::DicomFile> read_object(std::string_view bytes)
{
  std::vector<std::byte> copy(bytes.size());
  if (!bytes.empty()) std::memcpy(copy.data(), bytes.data(), bytes.size());
  return imaging::DicomFile::parse(std::move(copy));
}
}  // namespace nadir::report
