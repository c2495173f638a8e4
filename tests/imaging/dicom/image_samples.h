#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tests/support/dicom_samples.h"

/// Small images of every pixel layout, native and RLE, for tests of the pixel loader.
namespace nadir::testing
{
struct ImageSpec
{
  std::uint16_t rows = 2;
  std::uint16_t columns = 3;
  int frames = 1;
  std::uint16_t samples = 1;
  std::uint16_t bits_allocated = 16;
  std::uint16_t bits_stored = 16;
  std::uint16_t is_signed = 0;
  std::uint16_t planar = 0;
};

/// A secondary capture without pixel data.
inline DicomObject image_header(const ImageSpec& spec)
{
  DicomObject image;
  add_identity(image, sop_class::secondary_capture, "2.25.100.20");
  image.text({0x0008, 0x0060}, "CS", "OT").text({0x0020, 0x000e}, "UI", "2.25.100.21").us({0x0028, 0x0002}, {spec.samples});
  image.text({0x0028, 0x0004}, "CS", spec.samples == 3 ? "RGB" : "MONOCHROME2");
  if (spec.samples > 1) image.us({0x0028, 0x0006}, {spec.planar});
  image.text({0x0028, 0x0008}, "IS", std::to_string(spec.frames)).us({0x0028, 0x0010}, {spec.rows}).us({0x0028, 0x0011}, {spec.columns});
  image.us({0x0028, 0x0100}, {spec.bits_allocated}).us({0x0028, 0x0101}, {spec.bits_stored});
  image.us({0x0028, 0x0102}, {static_cast<std::uint16_t>(spec.bits_stored - 1)}).us({0x0028, 0x0103}, {spec.is_signed});
  return image.sorted();
}

/// Little-endian bytes of numbers.
template <class Number> Bytes bytes_of_numbers(std::span<const Number> numbers)
{
  const auto raw = std::as_bytes(numbers);
  return {raw.begin(), raw.end()};
}

template <class Number> Bytes bytes_of_numbers(std::initializer_list<Number> numbers)
{
  return bytes_of_numbers(std::span(numbers.begin(), numbers.size()));
}

/// One RLE segment of literal runs (PS3.5 G.3.1), padded to an even length.
inline Bytes rle_segment(const Bytes& plane)
{
  Bytes segment;
  for (std::size_t at = 0; at < plane.size(); at += 128)
  {
    const std::size_t count = std::min<std::size_t>(128, plane.size() - at);
    segment.push_back(static_cast<std::byte>(count - 1));
    segment.insert(segment.end(), plane.begin() + static_cast<std::ptrdiff_t>(at), plane.begin() + static_cast<std::ptrdiff_t>(at + count));
  }
  if (segment.size() % 2 != 0) segment.push_back(std::byte{0x80});
  return segment;
}

/// An RLE frame out of its segments: 64 bytes of header, then the segments (PS3.5 G.5).
inline Bytes rle_of_segments(const std::vector<Bytes>& segments)
{
  Bytes frame, body;
  append_number(frame, static_cast<std::uint32_t>(segments.size()), false);
  for (const auto& segment : segments)
  {
    append_number(frame, static_cast<std::uint32_t>(64 + body.size()), false);
    append(body, segment);
  }
  frame.resize(64);
  append(frame, body);
  return frame;
}

/// The RLE frame of little-endian interleaved samples: one segment a byte of a sample, the most significant first.
inline Bytes rle_frame(const Bytes& samples, std::size_t samples_per_pixel, std::size_t bytes_per_sample)
{
  std::vector<Bytes> segments;
  const std::size_t step = samples_per_pixel * bytes_per_sample;
  for (std::size_t sample = 0; sample < samples_per_pixel; ++sample)
    for (std::size_t byte = bytes_per_sample; byte-- > 0;)
    {
      Bytes plane;
      for (std::size_t at = sample * bytes_per_sample + byte; at < samples.size(); at += step) plane.push_back(samples[at]);
      segments.push_back(rle_segment(plane));
    }
  return rle_of_segments(segments);
}
}  // namespace nadir::testing
