#include "sample_data/phantom/output_folder.h"

#include <fstream>

#include "sample_data/phantom/phantom_error.h"

namespace nadir::phantom
{
namespace
{
namespace fs = std::filesystem;

constexpr const char* marker_name = ".nadir-phantom";

Failure cannot_write()
{
  return Failure{PhantomError::CannotWrite, "the output folder cannot be written (no sample data were made). Choose another one."};
}
}  // namespace

Result<Done> take_folder(const fs::path& folder)
{
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return cannot_write();
  const bool is_own = fs::exists(folder / marker_name, error);
  const bool is_empty = fs::is_empty(folder, error);
  if (error) return cannot_write();
  if (!is_own && !is_empty)
    return Failure{
        PhantomError::FolderInUse,
        "the output folder holds files that this program did not make (they could be overwritten). Choose an empty or new folder."};
  std::ofstream marker(folder / marker_name);
  marker << "Sample data of nadir-phantom; may be deleted and generated again.\n";
  marker.close();
  return marker ? Result<Done>{Done{}} : Result<Done>{cannot_write()};
}

Result<Done> clear_subfolder(const fs::path& taken, const std::string& name)
{
  std::error_code error;
  fs::remove_all(taken / name, error);
  return error ? Result<Done>{cannot_write()} : Result<Done>{Done{}};
}
}  // namespace nadir::phantom
