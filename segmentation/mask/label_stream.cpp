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

namespace nadir::segmentation
{
namespace
{
constexpr std::int64_t most_voxels = std::int64_t{1} << 31;
constexpr std::uint64_t most_bytes = std::uint64_t{1} << 31;
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

Failure too_few_voxels()
{
  return Failure{MaskError::Truncated,
                 "the file holds fewer voxels than its header says (part of the lesion would be missing). Copy or export it again."};
}

/// Numbers of a text, word by word.
class TextNumbers
{
public:
  explicit TextNumbers(ByteSource& source) : source_(source) {}

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
      if (*letter == 0) return too_few_voxels();
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

  ByteSource& source_;
  std::array<std::byte, 65536> buffer_{};
  std::size_t filled_ = 0;
  std::size_t position_ = 0;
};

/// Labels are whole numbers far below 2^53, so a double carries them.
constexpr VoxelFormat text_format{VoxelType::Float64, std::endian::native == std::endian::big, 1.0, 0.0};
}  // namespace

Result<GridSize> checked_size(std::int64_t i, std::int64_t j, std::int64_t k, std::uint64_t bytes_per_voxel)
{
  if (i < 1 || j < 1 || k < 1)
    return Failure{MaskError::Malformed, "the header gives a grid size below 1 (there are no voxels). Export the mask again."};
  if (i >= most_voxels || j > most_voxels / i || k > most_voxels / (i * j) ||
      static_cast<std::uint64_t>(i * j * k) > most_bytes / bytes_per_voxel)
    return Failure{MaskError::TooLarge, "the header gives a grid of more than 2 GiB (no scan is that large). Check the file."};
  return GridSize{static_cast<int>(i), static_cast<int>(j), static_cast<int>(k)};
}

Result<std::vector<LabelRuns>> read_labels(ByteSource& source, std::uint64_t voxels, const VoxelFormat& format, std::size_t layers)
{
  const std::uint64_t bytes_per_voxel = layers * bytes_of(format.type);
  if (voxels * bytes_per_voxel > source.at_most()) return too_few_voxels();
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

Result<std::vector<LabelRuns>> read_text_labels(ByteSource& source, std::uint64_t voxels, std::size_t layers)
{
  if (voxels * layers > source.at_most()) return too_few_voxels();
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

Result<bool> has_more(ByteSource& source)
{
  std::array<std::byte, 1> next;
  const auto count = source.read(next);
  if (!count) return count.failure();
  return *count > 0;
}
}  // namespace nadir::segmentation
