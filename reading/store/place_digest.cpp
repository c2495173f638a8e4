#include "reading/store/place_digest.h"

#include "imaging/digest/sha256.h"

namespace nadir::reading
{
Digest place_digest(const Digest& images, std::string_view folder)
{
  imaging::Sha256 digest;
  digest.add(images.text() + "\n");
  digest.add(folder);
  return Digest{digest.hex()};
}
}  // namespace nadir::reading
