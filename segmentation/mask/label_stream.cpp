#include "segmentation/mask/label_stream.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "imaging/units/number_text.h"
#include "imaging/volume/file/checked_size.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::uint64_t piece_voxels = 32768;

std::vector<std::int32_t> layer_of(const std::vector<std::int32_t>& labels, std::size_t layer, std::size_t layers)
{
  std::vector<std::int32_t> result;
  result.reserve(labels.size() / layers);
  for (auto n = layer; n < labels.size(); n += layers) result.push_back(labels[n]);
  return result;
}

Result<Done> append(std::vector<LabelRuns>& runs, const std::vector<std::int32_t>& labels)
{
  if (runs.size() == 1) return runs.front().append(labels);
  for (std::size_t layer = 0; layer < runs.size(); ++layer)
    if (auto done = runs[layer].append(layer_of(labels, layer, runs.size())); !done) return done;
  return Done{};
}
/// Most of a mask is background: zero bytes are zero in every number type.
bool is_all_zero(std::span<const std::byte> bytes)
{
  return bytes.empty() || (bytes.front() == std::byte{0} && std::memcmp(bytes.data(), bytes.data() + 1, bytes.size() - 1) == 0);
}

void skip(std::vector<LabelRuns>& runs, std::uint64_t voxels)
{
  for (auto& layer : runs) layer.skip(voxels);
}

/// Numbers of a text, word by word.
class TextNumbers
{
public:
  explicit TextNumbers(FileBytes& source) : source_(source) {}

  /// The next number; Truncated when there is none.
  Result<double> next()
  {
    constexpr std::size_t longest_word = 64;
    std::string word;
    while (word.size() <= longest_word)
    {
      const auto letter = next_letter();
      if (!letter) return letter.failure();
      const bool is_end = *letter == 0 || is_separator(*letter);
      if (!is_end) word.push_back(*letter);
      if (is_end && !word.empty()) break;
      if (*letter == 0) return imaging::too_few_voxels();
    }
    const auto number = word.size() <= longest_word ? parse_number(word) : std::nullopt;
    if (!number) return Failure{MaskError::Malformed, "a voxel is no number (labels would be wrong). Export the mask again."};
    return *number;
  }

private:
  static bool is_separator(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ','; }

  /// 0 at the end of the text.
  Result<char> next_letter()
  {
    if (position_ == filled_)
    {
      const auto count = source_.read(buffer_);
      if (!count) return count.failure();
      filled_ = *count;
      position_ = 0;
      if (filled_ == 0) return '\0';
    }
    return static_cast<char>(buffer_[position_++]);
  }

  FileBytes& source_;
  std::array<std::byte, 65536> buffer_{};
  std::size_t filled_ = 0;
  std::size_t position_ = 0;
};

/// Labels are whole numbers far below 2^53, so a double carries them.
constexpr VoxelFormat text_format{VoxelType::Float64, std::endian::native == std::endian::big, 1.0, 0.0};
}  // namespace

Result<std::vector<LabelRuns>> read_labels(FileBytes& source, std::uint64_t voxels, const VoxelFormat& format, std::size_t layers)
{
  const std::uint64_t bytes_per_voxel = layers * bytes_of(format.type);
  if (voxels * bytes_per_voxel > source.at_most()) return imaging::too_few_voxels();
  std::vector<LabelRuns> runs(layers);
  std::vector<std::byte> piece;
  for (std::uint64_t done = 0; done < voxels; done += piece_voxels)
  {
    piece.resize(static_cast<std::size_t>(std::min(piece_voxels, voxels - done) * bytes_per_voxel));
    if (auto read = source.read_all(piece); !read) return read.failure();
    if (format.intercept == 0.0 && is_all_zero(piece))
    {
      skip(runs, piece.size() / bytes_per_voxel);
      continue;
    }
    const auto labels = labels_of(piece, format);
    if (!labels) return labels.failure();
    if (auto added = append(runs, *labels); !added) return added.failure();
  }
  return runs;
}

Result<std::vector<LabelRuns>> read_text_labels(FileBytes& source, std::uint64_t voxels, std::size_t layers)
{
  if (voxels * layers > source.at_most()) return imaging::too_few_voxels();
  const auto numbers = std::make_unique<TextNumbers>(source);
  std::vector<LabelRuns> runs(layers);
  std::vector<double> piece;
  for (std::uint64_t done = 0; done < voxels; done += piece_voxels)
  {
    piece.resize(static_cast<std::size_t>(std::min(piece_voxels, voxels - done)) * layers);
    for (auto& value : piece)
    {
      const auto number = numbers->next();
      if (!number) return number.failure();
      value = *number;
    }
    const auto labels = labels_of(std::as_bytes(std::span(piece)), text_format);
    if (!labels) return labels.failure();
    if (auto added = append(runs, *labels); !added) return added.failure();
  }
  return runs;
}
}  // namespace nadir::segmentation
