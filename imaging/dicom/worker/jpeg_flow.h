#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "imaging/dicom/worker/jpeg_header.h"
#include "imaging/dicom/worker/value_range.h"

namespace nadir::imaging::worker
{
/// What decoding JPEG and JPEG-LS has in common: the stream's own header is held against the DICOM header before `run`, the library's
/// decoder, sees it; samples are widened where the library gives fewer bytes than the file has; values are checked at the end. `run(header,
/// out)` decodes to decoded_bytes(header) a sample.
template <class Run> Outcome decode_by(Run run, std::span<const std::byte> data, const FrameFormat& format, std::span<std::byte> out)
{
  const auto header = find_jpeg_header(data);
  if (!header) return Outcome::Damaged;
  if (const auto checked = check_header(*header, format); checked != Outcome::Done) return checked;
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();  // lengths of the library
  if (data.size() >= most || out.size() > most) return Outcome::TooLarge;
  const auto stored = decoded_bytes(*header);
  if (stored == format.bytes_per_sample)
  {
    const auto outcome = run(*header, out);
    return outcome == Outcome::Done ? check_values(out, format, {header->precision, 0}) : outcome;
  }
  std::vector<std::byte> narrow(out.size() / format.bytes_per_sample * stored);
  if (const auto outcome = run(*header, std::span(narrow)); outcome != Outcome::Done) return outcome;
  widen(narrow, stored, out, format.bytes_per_sample);
  return check_values(out, format, {header->precision, 0});
}
}  // namespace nadir::imaging::worker
