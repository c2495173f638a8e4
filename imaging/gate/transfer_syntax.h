#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nadir::imaging::detail
{
/// How attributes are written.
struct Encoding
{
  bool explicit_vr = true;
  bool big_endian = false;

  bool operator==(const Encoding&) const = default;
};

enum class PixelCoding : std::uint8_t
{
  Native,        ///< pixel bytes as they are
  Encapsulated,  ///< compressed frames in fragments
  Deflated,      ///< the whole data set is one zlib stream
  Unsupported,
};

/// What a transfer syntax UID means for reading a file (PS3.5 annex A). Video, JPIP and private ones are Unsupported.
struct TransferSyntax
{
  Encoding encoding;
  PixelCoding coding = PixelCoding::Unsupported;
};
TransferSyntax transfer_syntax_of(std::string_view uid);

/// UID of the native transfer syntax with this encoding; implicit big endian does not exist.
std::string uid_of(Encoding encoding);
}  // namespace nadir::imaging::detail
