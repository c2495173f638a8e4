#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace nadir::imaging
{
/// A new file beside the one to be written; it removes itself unless it was kept. Where a step answers false, errno says why.
class NewFile
{
public:
  explicit NewFile(const std::filesystem::path& target);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  bool is_open() const { return descriptor_ >= 0; }
  bool write(std::string_view bytes);
  bool reach_disk();  ///< every byte is on the disk, and the file closed
  bool keep();        ///< it takes its target's name

private:
  std::filesystem::path target_;
  std::string name_;
  int descriptor_ = -1;
  bool exists_ = false;
};

/// Makes the renaming itself survive a power cut; file systems that cannot are no reason to refuse.
void synchronise_folder_of(const std::filesystem::path& file);
}  // namespace nadir::imaging
