#include "report/transport/outgoing_object.h"

#include <algorithm>

#include "imaging/digest/sha256.h"
#include "imaging/gate/dicom_file.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
constexpr imaging::Tag sop_class_uid{0x0008, 0x0016}, sop_instance_uid{0x0008, 0x0018}, study_uid{0x0020, 0x000D},
    series_uid{0x0020, 0x000E};
}

bool is_uid(std::string_view text)
{
  if (text.empty() || text.size() > 64 || text.front() == '.' || text.back() == '.') return false;
  for (std::size_t k = 0; k < text.size(); ++k)
  {
    if (text[k] == '.' && text[k - 1] == '.') return false;
    if (text[k] != '.' && (text[k] < '0' || text[k] > '9')) return false;
  }
  return true;
}

Result<OutgoingObject> read_outgoing(const std::filesystem::path& path)
{
  const auto file = imaging::DicomFile::open(path);
  if (!file) return file.failure();
  const auto& data = file->data();
  OutgoingObject object{path, data.text(sop_class_uid), data.text(sop_instance_uid), file->transfer_syntax(),
                        "",   data.text(study_uid),     data.text(series_uid)};
  if (!is_uid(object.sop_class) || !is_uid(object.sop_instance) || !is_uid(object.transfer_syntax) || !is_uid(object.study_instance) ||
      !is_uid(object.series_instance))
    return Failure(
        TransportError::ObjectInvalid,
        "the object has no valid SOP Class, SOP Instance, Study or Series UID (no archive could keep it). Leave it out or repair it.");
  const auto digest = imaging::sha256_of_file(path);
  if (!digest) return digest.failure();
  object.sha256 = *digest;
  return object;
}
}  // namespace nadir::report
