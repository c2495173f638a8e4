#include "imaging/gate/dicom_file.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "imaging/gate/data_set_parser.h"
#include "imaging/gate/number_syntax.h"
#include "imaging/gate/pixel_layout_check.h"
#include "imaging/gate/sop_class.h"

namespace nadir::imaging
{
namespace detail
{
namespace
{
constexpr std::uint64_t preamble = 128;
constexpr std::uint64_t prefix = 4;
constexpr Tag media_storage_sop_class{0x0002, 0x0002};
constexpr Tag transfer_syntax_uid{0x0002, 0x0010};
constexpr Tag sop_class{0x0008, 0x0016};
constexpr Tag rows{0x0028, 0x0010};
constexpr Tag columns{0x0028, 0x0011};

/// Attributes in a row after which a file without preamble counts as DICOM, though a damaged one.
constexpr std::size_t enough_attributes = 4;

Failure not_dicom(const char* why)
{
  return Failure(GateError::NotDicom, std::string(why) + " (no DICOM file). Nothing needs to be done unless it should be an image.");
}

Failure damaged(GateError error, std::string problem)
{
  return Failure(error, std::move(problem) + " (it would be incomplete or misread). Copy the file again from its source.");
}
}  // namespace

/// Takes one file through the gate.
class DicomFileReader
{
public:
  DicomFileReader(ByteSource source, const GateLimits& limits)
      : source_(std::move(source)), limits_(limits), tree_(std::make_shared<DataSetTree>()), parser_(source_, limits_, *tree_)
  {
  }

  Result<DicomFile> read()
  {
    if (source_.size() > limits_.file_bytes) return damaged(GateError::TooLarge, "The file is larger than the limit");
    if (const auto problem = find_start()) return *problem;
    if (const auto problem = read_meta()) return *problem;
    if (const auto problem = choose_encoding()) return *problem;
    if (!is_deflated_ && !parser_.parse_data(data_offset_, encoding_)) return damaged_or_foreign();
    return finish();
  }

private:
  bool has_prefix_at(std::uint64_t offset)
  {
    const auto* bytes = source_.peek(offset, prefix);
    return bytes && std::memcmp(bytes, "DICM", prefix) == 0;
  }

  /// Finds where group 0002, or the data set of a file without one, starts.
  std::optional<Failure> find_start()
  {
    if (source_.size() == 0) return not_dicom("The file is empty");
    if (const auto* bytes = source_.keep(0, 1); !bytes)
      return Failure(GateError::Unreadable, "The file cannot be read (nothing of it can be used). Check the medium.");
    has_prefix_ = has_prefix_at(preamble) || has_prefix_at(0);
    if (has_prefix_) start_ = has_prefix_at(preamble) ? preamble + prefix : prefix;
    if (!has_prefix_ && !could_start_here()) return not_dicom("There is neither a DICOM prefix nor a data set");
    return std::nullopt;
  }

  bool could_start_here()
  {
    const auto* bytes = source_.peek(0, short_header);
    const auto encoding = bytes ? encoding_at(bytes, source_.size()) : std::nullopt;
    if (!encoding) return false;
    const auto group = read_16(bytes, encoding->big_endian);
    return group == 0x0008 || (group == 0x0002 && *encoding == Encoding{true, false});
  }

  std::optional<Failure> read_meta()
  {
    const auto* bytes = source_.peek(start_, short_header);
    if (!bytes) return damaged(GateError::Truncated, "The file ends behind its prefix");
    data_offset_ = start_;
    const bool has_meta = read_16(bytes, false) == 0x0002;
    if (!has_meta) return std::nullopt;
    if (!parser_.parse_meta(start_, {is_known(read_vr(bytes)), false})) return parser_.failure();
    meta_level_ = parser_.root();
    data_offset_ = parser_.position();
    return std::nullopt;
  }

  /// Text of an attribute of group 0002, before the tree is complete.
  std::string meta_text(Tag tag)
  {
    if (!meta_level_) return {};
    const auto& level = tree_->levels[*meta_level_];
    for (std::size_t i = level.first; i < std::size_t{level.first} + level.count; ++i)
      if (const auto& element = tree_->elements[i]; element.key == key_of(tag) && element.content == Content::Value)
        if (const auto* bytes = source_.peek(element.place, element.length))
          return std::string(without_padding({reinterpret_cast<const char*>(bytes), element.length}));
    return {};
  }

  std::optional<Failure> choose_encoding()
  {
    transfer_syntax_ = meta_text(transfer_syntax_uid);
    if (transfer_syntax_.empty()) return infer_encoding();
    const auto syntax = transfer_syntax_of(transfer_syntax_);
    encoding_ = syntax.encoding;
    is_deflated_ = syntax.coding == PixelCoding::Deflated;
    if (syntax.coding == PixelCoding::Unsupported)
      return Failure(GateError::UnsupportedTransferSyntax, "The transfer syntax \"" + escaped(transfer_syntax_) +
                                                               "\" is not known here (the file cannot be read). Export it uncompressed.");
    if (!is_deflated_) correct_encoding();
    return std::nullopt;
  }

  std::optional<Failure> infer_encoding()
  {
    const auto* bytes = source_.peek(data_offset_, short_header);
    if (!bytes) return damaged(GateError::Truncated, "There is no data set behind the file's header");
    const auto encoding = encoding_at(bytes, source_.size() - data_offset_);
    if (!encoding) return damaged(GateError::Malformed, "The file does not say how it is written, and it cannot be seen");
    encoding_ = *encoding;
    transfer_syntax_ = uid_of(encoding_);
    return std::nullopt;
  }

  /// Some writers declare explicit VR and write implicit, or the other way round. Where the first attribute proves it, follow the bytes.
  void correct_encoding()
  {
    const auto* bytes = source_.peek(data_offset_, short_header);
    if (!bytes || encoding_.big_endian) return;
    const auto seen = encoding_at(bytes, source_.size() - data_offset_);
    if (seen && !seen->big_endian && is_known(read_vr(bytes)) != encoding_.explicit_vr) encoding_ = *seen;
  }

  Failure damaged_or_foreign()
  {
    const bool is_surely_dicom = has_prefix_ || parser_.element_count() > enough_attributes;
    return is_surely_dicom ? parser_.failure() : not_dicom("There is no DICOM prefix and no data set that can be followed");
  }

  Result<DicomFile> finish()
  {
    const auto data_level = is_deflated_ ? std::nullopt : std::optional(parser_.root());
    tree_->store = source_.take(source_.size());
    tree_->finish();
    DicomFile file;
    if (meta_level_) file.meta_ = tree_->data_set(*meta_level_);
    if (data_level) file.data_ = tree_->data_set(*data_level);
    file.transfer_syntax_ = transfer_syntax_;
    file.data_set_offset_ = data_offset_;
    file.file_size_ = source_.size();
    file.memory_ = tree_->store.memory;
    if (is_deflated_) return file;
    if (const auto problem = data_set_problem(file)) return *problem;
    if (const auto problem = add_pixels(file)) return *problem;
    return file;
  }

  std::optional<Failure> data_set_problem(const DicomFile& file) const
  {
    const auto& data = file.data();
    if (data.tags().empty()) return damaged(GateError::Truncated, "There is no data set behind the file's header");
    static constexpr std::array signs{sop_class, Tag{0x0008, 0x0060}, Tag{0x0010, 0x0020}, Tag{0x0020, 0x000d}};
    const bool has_sign = std::any_of(signs.begin(), signs.end(), [&data](Tag tag) { return data.contains(tag); });
    if (!has_prefix_ && !has_sign) return not_dicom("There is no DICOM prefix and nothing that names a study or a modality");
    return uid_problem(data);
  }

  static std::optional<Failure> uid_problem(const DataSet& data)
  {
    static constexpr std::array uids{sop_class, Tag{0x0008, 0x0018}, Tag{0x0020, 0x000d}, Tag{0x0020, 0x000e}, Tag{0x0020, 0x0052}};
    for (const Tag tag : uids)
      if (const auto values = data.texts(tag); values.size() > 1 || (values.size() == 1 && !is_identifier(values.front())))
        return damaged(GateError::Malformed, text_of(tag) + " is no unique identifier");
    return std::nullopt;
  }

  std::optional<Failure> add_pixels(DicomFile& file)
  {
    if (!parser_.pixels()) return missing_pixels(file);
    auto layout = checked_layout(file.data_, std::move(*parser_.pixels()), transfer_syntax_, limits_);
    if (!layout) return layout.failure();
    file.pixels_ = *std::move(layout);
    return std::nullopt;
  }

  static std::optional<Failure> missing_pixels(const DicomFile& file)
  {
    const bool describes_pixels = file.data().contains(rows) && file.data().contains(columns);
    const auto declared = file.data().text(sop_class);
    if (!describes_pixels && !is_image(declared.empty() ? file.meta().text(media_storage_sop_class) : declared)) return std::nullopt;
    return damaged(GateError::Truncated, "This is an image without pixel data");
  }

  ByteSource source_;
  const GateLimits& limits_;
  std::shared_ptr<DataSetTree> tree_;
  DataSetParser parser_;
  bool has_prefix_ = false;
  bool is_deflated_ = false;
  std::uint64_t start_ = 0;
  std::uint64_t data_offset_ = 0;
  std::optional<std::size_t> meta_level_;
  Encoding encoding_;
  std::string transfer_syntax_;
};
}  // namespace detail

Result<DicomFile> DicomFile::open(const std::filesystem::path& path, const GateLimits& limits)
{
  auto source = detail::ByteSource::of_file(path);
  if (!source) return source.failure();
  return detail::DicomFileReader(*std::move(source), limits).read();
}

Result<DicomFile> DicomFile::parse(std::vector<std::byte> bytes, const GateLimits& limits)
{
  auto shared = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
  return detail::DicomFileReader(detail::ByteSource::of_memory(std::move(shared)), limits).read();
}

bool DicomFile::is_deflated() const { return detail::transfer_syntax_of(transfer_syntax_).coding == detail::PixelCoding::Deflated; }

bool DicomFile::is_big_endian() const { return data_.is_big_endian(); }

std::span<const std::byte> DicomFile::memory() const { return memory_ ? std::span(*memory_) : std::span<const std::byte>(); }
}  // namespace nadir::imaging
