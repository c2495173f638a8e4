#include "imaging/open/files_digest.h"

#include "imaging/digest/sha256.h"

namespace nadir::imaging
{
std::string files_digest(const std::set<std::filesystem::path>& files)
{
  std::multiset<std::string> digests;
  for (const auto& file : files)
  {
    const auto digest = sha256_of_file(file.string());
    digests.insert(digest ? *digest : "");
  }
  Sha256 all;
  for (const auto& digest : digests) all.add(digest + "\n");
  return all.hex();
}
}  // namespace nadir::imaging
