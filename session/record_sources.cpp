#include "session/record_sources.h"

#include <map>

#include "imaging/digest/sha256.h"
#include "session/images_list.h"

namespace nadir::session
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

/// Images of one time point among others, e.g. on a disc with several examinations: links to them in a folder of their own.
class GatheredImages
{
public:
  explicit GatheredImages(PrivateFolder folder) : folder_(std::move(folder)) {}

  std::optional<fs::path> among(const fs::path& place, const reading::Digest& digest, const std::string& list)
  {
    const auto links = folder_.path() / digest.text();
    if (fs::exists(links)) return links;
    auto files = files_.find(place);
    if (files == files_.end())
    {
      auto found = ImageFiles::under(place);
      if (!found) return std::nullopt;
      files = files_.emplace(place, std::move(*found)).first;
    }
    return files->second.gather(list, links) ? std::optional(links) : std::nullopt;
  }

private:
  PrivateFolder folder_;
  std::map<fs::path, ImageFiles> files_;
};

FindImages at_remembered_places(reading::RecordStore& store, const std::shared_ptr<GatheredImages>& gathered)
{
  return [&store, gathered](const reading::Digest& digest) -> std::optional<fs::path>
  {
    const auto place = store.place_of(digest);
    if (!place || holds(*place, digest)) return place;
    const auto list = store.blob(digest);
    return list ? gathered->among(fs::is_directory(*place) ? *place : place->parent_path(), digest, *list) : std::nullopt;
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
  auto folder = PrivateFolder::make();
  if (!folder) return folder.failure();
  return ReadingSources{blob, at_remembered_places(store, std::make_shared<GatheredImages>(std::move(*folder)))};
}
}  // namespace nadir::session
