#include "reading/audit/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <memory>

namespace nadir::reading
{
namespace
{
constexpr std::uint64_t most_files = 20'000;
constexpr std::uint64_t largest_file = 512u << 20;
constexpr std::uint64_t largest_total = 2048ull << 20;
constexpr std::uint64_t largest_ratio = 1100;  // deflate cannot do better than 1032
constexpr zip_uint16_t first_dos_day = 0x21;   // 1980-01-01

struct Discard
{
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;

Failure not_written() { return {RecordError::WriteFailed, "the archive could not be made (memory?). Free some memory and try again."}; }
Failure no_archive()
{
  return {RecordError::CannotOpen, "is no ZIP archive that can be read. Give a file that \"nadir export bundle\" made."};
}

bool add_file(zip_t* archive, const std::string& name, const std::string& bytes)
{
  Source source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0));
  if (!source) return false;
  const auto index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) return false;
  (void)source.release();  // the archive has it now
  return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, first_dos_day, 0) == 0;
}

Result<std::string> bytes_in(zip_source_t* source)
{
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return not_written();
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  const auto count = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  return count == static_cast<zip_int64_t>(bytes.size()) ? Result<std::string>(bytes) : not_written();
}

/// Empty text when it cannot be unpacked; libzip checks length and CRC-32.
std::string unpacked(zip_t* archive, zip_uint64_t index, const zip_stat_t& stat, std::string& problem)
{
  const File file(zip_fopen_index(archive, index, 0));
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  char beyond = 0;
  const bool whole = file && zip_fread(file.get(), bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()) &&
                     zip_fread(file.get(), &beyond, 1) == 0;
  if (!whole) problem = "cannot be unpacked, or its checksum is wrong";
  return whole ? bytes : std::string();
}

void take_file(zip_t* archive, zip_uint64_t index, std::uint64_t& total, ZipContent& content)
{
  zip_stat_t stat;
  zip_stat_init(&stat);
  const auto number = "file number " + std::to_string(index);
  if (zip_stat_index(archive, index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE) || !(stat.valid & ZIP_STAT_COMP_SIZE) ||
      !(stat.valid & ZIP_STAT_NAME))
    return content.problems.emplace_back(number, "cannot be read"), void();
  total += stat.size;
  const bool can_be = stat.size <= largest_ratio * (stat.comp_size + 1);
  if (!can_be || stat.size > largest_file || total > largest_total)
    return content.problems.emplace_back(number, "is larger than it can be or may be"), void();
  std::string problem;
  auto bytes = unpacked(archive, index, stat, problem);
  if (!problem.empty()) return content.problems.emplace_back(stat.name, problem), void();
  if (!content.files.emplace(stat.name, std::move(bytes)).second) content.problems.emplace_back(stat.name, "is there twice");
}
}  // namespace

Result<std::string> zip_bytes(const std::vector<std::pair<std::string, std::string>>& files, std::string_view comment)
{
  Source source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!source) return not_written();
  Archive archive(zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
  if (!archive) return not_written();
  zip_source_keep(source.get());
  for (const auto& [name, bytes] : files)
    if (!add_file(archive.get(), name, bytes)) return not_written();
  zip_set_archive_comment(archive.get(), comment.data(), static_cast<zip_uint16_t>(comment.size()));
  if (zip_close(archive.get()) != 0) return not_written();
  (void)archive.release();
  return bytes_in(source.get());
}

Result<ZipContent> unzip(const std::string& bytes)
{
  Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
  if (!source) return no_archive();
  const Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
  if (!archive) return no_archive();
  (void)source.release();
  ZipContent content;
  const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive.get(), 0)));
  if (count > most_files) return no_archive();
  int length = 0;
  if (const char* comment = zip_get_archive_comment(archive.get(), &length, ZIP_FL_ENC_RAW))
    content.comment.assign(comment, static_cast<std::size_t>(length));
  std::uint64_t total = 0;
  for (std::uint64_t index = 0; index < count; ++index) take_file(archive.get(), index, total, content);
  return content;
}
}  // namespace nadir::reading
