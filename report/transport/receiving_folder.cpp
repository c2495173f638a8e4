#include "report/transport/receiving_folder.h"

#include <unistd.h>

#include <algorithm>

#include "imaging/gate/dicom_file.h"
#include "imaging/units/number_text.h"
#include "report/transport/outgoing_object.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
namespace fs = std::filesystem;

constexpr imaging::Tag patient_id{0x0010, 0x0020}, study_uid{0x0020, 0x000D}, series_uid{0x0020, 0x000E}, instance_uid{0x0008, 0x0018};

std::string name_of(std::size_t number)
{
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits + ".dcm";
}

std::vector<fs::path> files_in(const fs::path& folder)
{
  std::vector<fs::path> files;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(folder, problem))
    if (entry.path().extension() == ".dcm") files.push_back(entry.path());
  return files;
}

std::size_t number_in(const fs::path& file)
{
  return static_cast<std::size_t>(std::max<std::int64_t>(0, parse_integer(file.stem().string()).value_or(0)));
}

Failure refused(const std::string& why)
{
  return Failure(TransportError::ObjectInvalid,
                 "an object was refused: " + why + " (it could be taken for the patient's). Ask the archive's keeper.");
}
}  // namespace

Result<ReceivingFolder> ReceivingFolder::open(const fs::path& folder, const FetchRequest& request)
{
  if (request.patient_id.empty() || !is_uid(request.study_instance))
    return Failure(TransportError::SettingInvalid,
                   "a patient ID and a Study Instance UID are needed to fetch (another patient's objects could not be told). Give both.");
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (!fs::is_directory(folder, problem))
    return Failure(TransportError::SettingInvalid,
                   "the folder for fetched objects cannot be made (there is no place for them). Name another.");
  ReceivingFolder made(folder, request);
  for (const auto& file : files_in(folder))
  {
    made.number_ = std::max(made.number_, number_in(file));
    if (const auto known = imaging::DicomFile::open(file)) made.seen_.insert(known->data().text(instance_uid));
  }
  return made;
}

fs::path ReceivingFolder::next_hidden() const
{
  return folder_ / (".incoming-" + std::to_string(::getpid()) + "-" + std::to_string(came_));
}

Result<std::string> ReceivingFolder::checked(const fs::path& hidden) const
{
  const auto file = imaging::DicomFile::open(hidden);
  if (!file) return file.failure();
  if (file->is_deflated()) return refused("it is deflated, so that its patient cannot be read");
  const auto& data = file->data();
  if (data.text(patient_id) != request_.patient_id) return refused("its patient ID is another than the one asked for");
  if (data.text(study_uid) != request_.study_instance) return refused("it belongs to another study than the one asked for");
  if (!request_.series_instance.empty() && data.text(series_uid) != request_.series_instance)
    return refused("it belongs to another series than the one asked for");
  const std::string instance = data.text(instance_uid);
  if (!is_uid(instance)) return refused("it has no valid SOP Instance UID");
  return instance;
}

bool ReceivingFolder::goes_on(std::size_t left) const
{
  return !request_.progress || request_.progress(came_, came_ + std::max<std::size_t>(left, 1));
}

bool ReceivingFolder::has_room_for(std::uintmax_t bytes) const
{
  std::error_code problem;
  const auto space = fs::space(folder_, problem);
  return bytes <= limits().object_bytes && bytes_ + bytes <= limits().bytes && came_ < limits().objects &&
         (problem || space.available >= limits().free_bytes);
}

Result<Done> ReceivingFolder::take(const fs::path& hidden)
{
  std::error_code problem;
  ++came_;
  if (const auto size = fs::file_size(hidden, problem); !problem) bytes_ += size;
  const auto instance = checked(hidden);
  if (!instance)
  {
    fs::remove(hidden, problem);
    refusals_.push_back(instance.failure().message());
    return instance.failure();
  }
  if (!seen_.insert(*instance).second)
  {
    fs::remove(hidden, problem);
    return Done{};
  }
  const fs::path named = folder_ / name_of(++number_);
  fs::rename(hidden, named, problem);
  if (problem)
    return Failure(TransportError::SettingInvalid, "a fetched object could not be given its name (it is not kept). Check the folder.");
  files_.push_back(named);
  return Done{};
}
}  // namespace nadir::report
