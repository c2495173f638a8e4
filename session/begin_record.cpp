#include "session/begin_record.h"

#include <random>
#include <string_view>

#include "session/record_writer.h"

namespace nadir::session
{
namespace
{
reading::RecordId new_identity()
{
  constexpr std::string_view digits = "0123456789abcdef";
  std::random_device random;
  std::string text;
  for (int k = 0; k < 32; ++k) text += digits[random() % 16];
  return reading::RecordId{text};
}
}  // namespace

Result<reading::RecordStore> begin_record(const std::filesystem::path& path, const NewRecord& record)
{
  return reading::RecordStore::begin(path, {reading::BeginRecord{new_identity(), record.patient}, record.reader, record.why}, stamp_now());
}
}  // namespace nadir::session
