#include "imaging/gate/transfer_syntax.h"

#include <algorithm>
#include <array>

namespace nadir::imaging::detail
{
namespace
{
using namespace std::literals;

constexpr std::string_view implicit_little = "1.2.840.10008.1.2";
constexpr std::string_view explicit_little = "1.2.840.10008.1.2.1";
constexpr std::string_view explicit_big = "1.2.840.10008.1.2.2";
constexpr std::string_view deflated = "1.2.840.10008.1.2.1.99";
constexpr std::string_view jpeg_family = "1.2.840.10008.1.2.4.";

// RLE, encapsulated uncompressed, deflated image frames.
constexpr std::array other_encapsulated{"1.2.840.10008.1.2.5"sv, "1.2.840.10008.1.2.1.98"sv, "1.2.840.10008.1.2.8.1"sv};

// Members of 1.2.840.10008.1.2.4 that are images: JPEG 50-70, JPEG-LS 80-81, JPEG 2000 90-93, JPEG XL 110-112,
// high-throughput JPEG 2000 201-203. The others are JPIP (94, 95, 204, 205) and video (100-108).
constexpr std::array jpeg_members{"50"sv, "51"sv, "52"sv, "53"sv, "54"sv,  "55"sv,  "56"sv,  "57"sv,  "58"sv,  "59"sv,
                                  "60"sv, "61"sv, "62"sv, "63"sv, "64"sv,  "65"sv,  "66"sv,  "70"sv,  "80"sv,  "81"sv,
                                  "90"sv, "91"sv, "92"sv, "93"sv, "110"sv, "111"sv, "112"sv, "201"sv, "202"sv, "203"sv};

bool is_encapsulated(std::string_view uid)
{
  if (std::find(other_encapsulated.begin(), other_encapsulated.end(), uid) != other_encapsulated.end()) return true;
  if (!uid.starts_with(jpeg_family)) return false;
  return std::find(jpeg_members.begin(), jpeg_members.end(), uid.substr(jpeg_family.size())) != jpeg_members.end();
}
}  // namespace

TransferSyntax transfer_syntax_of(std::string_view uid)
{
  if (uid == implicit_little) return {{false, false}, PixelCoding::Native};
  if (uid == explicit_little) return {{true, false}, PixelCoding::Native};
  if (uid == explicit_big) return {{true, true}, PixelCoding::Native};
  if (uid == deflated) return {{true, false}, PixelCoding::Deflated};
  return {{true, false}, is_encapsulated(uid) ? PixelCoding::Encapsulated : PixelCoding::Unsupported};
}

std::string uid_of(Encoding encoding)
{
  if (!encoding.explicit_vr) return std::string(implicit_little);
  return std::string(encoding.big_endian ? explicit_big : explicit_little);
}
}  // namespace nadir::imaging::detail
