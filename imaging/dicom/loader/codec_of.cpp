#include "imaging/dicom/loader/codec_of.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nadir::imaging
{
std::optional<worker::Codec> codec_of(std::string_view transfer_syntax)
{
  using worker::Codec;
  static constexpr std::array<std::pair<std::string_view, Codec>, 11> known{{
      {"1.2.840.10008.1.2.4.50", Codec::Jpeg},      // baseline
      {"1.2.840.10008.1.2.4.51", Codec::Jpeg},      // extended, 8 and 12 bits
      {"1.2.840.10008.1.2.4.53", Codec::Jpeg},      // spectral selection (retired)
      {"1.2.840.10008.1.2.4.55", Codec::Jpeg},      // full progression (retired)
      {"1.2.840.10008.1.2.4.57", Codec::Jpeg},      // lossless
      {"1.2.840.10008.1.2.4.70", Codec::Jpeg},      // lossless, first-order prediction
      {"1.2.840.10008.1.2.4.80", Codec::JpegLs},    // lossless
      {"1.2.840.10008.1.2.4.81", Codec::JpegLs},    // near-lossless
      {"1.2.840.10008.1.2.4.90", Codec::Jpeg2000},  // lossless
      {"1.2.840.10008.1.2.4.91", Codec::Jpeg2000},
      {"1.2.840.10008.1.2.5", Codec::Rle},
  }};
  const auto* found = std::ranges::find(known, transfer_syntax, &std::pair<std::string_view, Codec>::first);
  return found == known.end() ? std::nullopt : std::optional(found->second);
}
}  // namespace nadir::imaging
