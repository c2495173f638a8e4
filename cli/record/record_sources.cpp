#include "cli/record/record_sources.h"

#include "cli/record/images_list.h"
#include "imaging/digest/sha256.h"

namespace nadir::cli
{
namespace
{
namespace fs = std::filesystem;
using FindImages = std::function<std::optional<fs::path>(const reading::Digest&)>;

FindImages no_images()
{
  return [](const reading::Digest&) -> std::optional<fs::path> { return std::nullopt; };
}

/// Whether a folder still has exactly the images that were loaded from it.
bool holds(const fs::path& folder, const reading::Digest& digest)
{
  const auto list = images_list({TimepointLabel{"images"}, folder});
  return list && imaging::sha256_of(*list) == digest.text();
}

FindImages at_remembered_places(reading::RecordStore& store)
{
  return [&store](const reading::Digest& digest) -> std::optional<fs::path>
  {
    const auto place = store.place_of(digest);
    return place && holds(*place, digest) ? place : std::nullopt;
  };
}
}  // namespace

Result<ReadingSources> sources_of(std::function<Result<std::string>(const reading::Digest&)> blob, const fs::path& images)
{
  if (images.empty()) return ReadingSources{std::move(blob), no_images()};
  auto files = ImageFiles::under(images);
  if (!files) return files.failure();
  auto folder = PrivateFolder::make();
  if (!folder) return folder.failure();
  const auto shared_files = std::make_shared<ImageFiles>(std::move(*files));
  const auto shared_folder = std::make_shared<PrivateFolder>(std::move(*folder));
  FindImages find = [blob, shared_files, shared_folder](const reading::Digest& digest) -> std::optional<fs::path>
  {
    const auto list = blob(digest);
    const auto links = shared_folder->path() / digest.text();
    if (list && (fs::exists(links) || shared_files->gather(*list, links))) return links;
    return std::nullopt;
  };
  return ReadingSources{std::move(blob), std::move(find)};
}

Result<ReadingSources> sources_of(reading::RecordStore& store, const fs::path& images)
{
  auto blob = [&store](const reading::Digest& digest) { return store.blob(digest); };
  if (!images.empty()) return sources_of(blob, images);
  return ReadingSources{blob, at_remembered_places(store)};
}
}  // namespace nadir::cli
