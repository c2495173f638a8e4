#include "imaging/dicom/merge_duplicates.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <span>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/patient_identity.h"

namespace nadir::imaging
{
namespace
{
using Frames = std::vector<ImageFrame>;

const ImageObject& object_of(const Frames& frames) { return *frames.front().object; }

/// Uncompressed before compressed, then by path.
bool comes_first(const Frames& a, const Frames& b)
{
  const auto& left = object_of(a);
  const auto& right = object_of(b);
  if (left.sop_instance != right.sop_instance) return left.sop_instance < right.sop_instance;
  const bool left_packed = left.file->pixels()->encapsulated, right_packed = right.file->pixels()->encapsulated;
  if (left_packed != right_packed) return right_packed;
  return left.path < right.path;
}

/// Bytes of a file from an offset, block by block.
class ByteReader
{
public:
  ByteReader(const ImageObject& object, ByteRange range) : memory_(object.file->memory()), left_(range.length), position_(range.offset)
  {
    if (!memory_.empty()) return;
    stream_.open(object.path, std::ios::binary);
    stream_.seekg(static_cast<std::streamoff>(range.offset));
  }

  /// The next block; empty at the end, or when the file cannot be read any more.
  std::vector<char> next()
  {
    std::vector<char> block(static_cast<std::size_t>(std::min<std::uint64_t>(left_, 1 << 16)));
    if (memory_.empty())
    {
      stream_.read(block.data(), static_cast<std::streamsize>(block.size()));
      block.resize(static_cast<std::size_t>(stream_.gcount()));
    }
    else std::memcpy(block.data(), memory_.data() + position_, block.size());
    position_ += block.size();
    left_ -= block.size();
    return block;
  }
  bool is_at_end() const { return left_ == 0; }

private:
  std::span<const std::byte> memory_;
  std::ifstream stream_;
  std::uint64_t left_;
  std::uint64_t position_;
};

bool have_same_bytes(const ImageObject& a, ByteRange in_a, const ImageObject& b, ByteRange in_b)
{
  if (in_a.length != in_b.length) return false;
  ByteReader left(a, in_a), right(b, in_b);
  while (!left.is_at_end())
  {
    const auto block = left.next();
    if (block.empty() || block != right.next()) return false;
  }
  return true;
}

ByteRange data_set_range(const DicomFile& file) { return {file.data_set_offset(), file.file_size() - file.data_set_offset()}; }

bool have_same_pixels(const ImageObject& a, const ImageObject& b)
{
  const auto& left = *a.file->pixels();
  const auto& right = *b.file->pixels();
  if (!left.encapsulated && !right.encapsulated) return have_same_bytes(a, left.native, b, right.native);
  if (left.fragments.size() != right.fragments.size()) return false;
  for (std::size_t n = 0; n < left.fragments.size(); ++n)
    if (!have_same_bytes(a, left.fragments[n], b, right.fragments[n])) return false;
  return true;
}

bool are_alike(const FramePlacement& a, const FramePlacement& b)
{
  return a.position == b.position && a.row == b.row && a.column == b.column && a.row_spacing == b.row_spacing &&
         a.column_spacing == b.column_spacing && a.thickness == b.thickness && a.defects.size() == b.defects.size();
}

bool are_alike(const FrameContrast& a, const FrameContrast& b)
{
  return a.image_type == b.image_type && a.b_value == b.b_value && a.gradient == b.gradient && a.echo_time == b.echo_time &&
         a.inversion_time == b.inversion_time;
}

bool are_alike(const PixelLayout& a, const PixelLayout& b)
{
  return a.rows == b.rows && a.columns == b.columns && a.frames == b.frames && a.samples == b.samples && a.bits_stored == b.bits_stored &&
         a.is_signed == b.is_signed;
}

/// True when everything that a scan reads is the same, however it is encoded.
bool are_alike(const Frames& a, const Frames& b)
{
  const auto& left = object_of(a);
  const auto& right = object_of(b);
  if (a.size() != b.size() || left.study != right.study || left.series != right.series ||
      left.frame_of_reference != right.frame_of_reference)
    return false;
  if (compare(left.patient, right.patient) == IdentityAgreement::Conflict || !are_alike(*left.file->pixels(), *right.file->pixels()))
    return false;
  for (std::size_t n = 0; n < a.size(); ++n)
    if (!are_alike(a[n].placement, b[n].placement) || !are_alike(a[n].contrast, b[n].contrast) || a[n].rescale != b[n].rescale)
      return false;
  return true;
}

GeometryRemark remark_on(const Frames& kept, const Frames& other)
{
  const auto& a = object_of(kept);
  const auto& b = object_of(other);
  const auto names = shown_name(a.path) + " and " + shown_name(b.path);
  const bool same_encoding = a.file->transfer_syntax() == b.file->transfer_syntax();
  if (same_encoding && have_same_bytes(a, data_set_range(*a.file), b, data_set_range(*b.file)))
    return {Severity::Note, "identity.duplicate-file", names + " are the same image; it is counted once."};
  if (are_alike(kept, other) && (!same_encoding || have_same_pixels(a, b)))
    return {Severity::Warning, "identity.duplicate-image",
            names + " are one image in two forms (they may differ in what is not read here); " + shown_name(a.path) + " is used."};
  return {Severity::Refusal, "identity.duplicate-uid",
          names + " have the same SOP Instance UID and different content (which is the right image cannot be told). Remove the wrong one."};
}

/// The frames with a remark added to their object, which they share.
Frames remarked(const Frames& frames, const std::vector<GeometryRemark>& remarks)
{
  auto object = object_of(frames);
  object.remarks = remarks;
  const auto shared = std::make_shared<const ImageObject>(std::move(object));
  auto changed = frames;
  for (auto& frame : changed) frame.object = shared;
  return changed;
}
}  // namespace

void merge_duplicates(std::vector<Frames>& files)
{
  std::ranges::sort(files, comes_first);
  std::vector<Frames> kept;
  kept.reserve(files.size());
  for (std::size_t first = 0; first < files.size();)
  {
    auto last = first + 1;
    std::vector<GeometryRemark> remarks;
    for (; last < files.size() && object_of(files[last]).sop_instance == object_of(files[first]).sop_instance; ++last)
      remarks.push_back(remark_on(files[first], files[last]));
    kept.push_back(remarks.empty() ? std::move(files[first]) : remarked(files[first], remarks));
    for (auto other = first + 1; other < last; ++other)
      if (remarks[other - first - 1].severity == Severity::Refusal) kept.push_back(remarked(files[other], {remarks[other - first - 1]}));
    first = last;
  }
  files = std::move(kept);
}
}  // namespace nadir::imaging
