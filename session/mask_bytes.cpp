#include "session/mask_bytes.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <vector>

#include "imaging/gate/dicom_file.h"
#include "imaging/storage/write_file.h"
#include "reading/record/record_error.h"
#include "segmentation/mask/mask_format.h"
#include "segmentation/mask/read_mask.h"
#include "segmentation/mask/write_mask.h"
#include "session/private_folder.h"

namespace nadir::session
{
namespace
{
using imaging::DataSet;
using imaging::Tag;

constexpr std::uintmax_t largest_mask = 512u << 20;

/// Texts without which a segmentation or structure set loses its meaning: names of segments and ROIs, and codes.
constexpr std::array kept_texts{Tag{0x0062, 0x0005}, Tag{0x3006, 0x0026}, Tag{0x0008, 0x0100},
                                Tag{0x0008, 0x0102}, Tag{0x0008, 0x0104}, Tag{0x0008, 0x0070}};

constexpr std::array<std::string_view, 16> telling_kinds{"PN", "LO", "SH", "LT", "ST", "UT", "UC", "UR",
                                                         "AE", "AS", "DA", "TM", "DT", "UN", "OB", "OW"};

bool is_patient_group(Tag tag) { return tag.group == 0x0010 || tag.group == 0x0012 || tag.group == 0x0032 || tag.group == 0x0038; }
bool is_private(Tag tag) { return tag.group % 2 == 1; }
bool is_image_group(Tag tag) { return tag.group == 0x0028 || tag.group == 0x7fe0 || tag.group == 0x0066; }

/// With implicit VR the file does not say what a value is; then only the groups about people are taken, and private ones.
bool is_telling(Tag tag, std::string_view kind)
{
  if (is_private(tag) || is_patient_group(tag)) return true;
  if (std::find(kept_texts.begin(), kept_texts.end(), tag) != kept_texts.end() || is_image_group(tag)) return false;
  const bool is_bulk = kind == "UN" || kind == "OB" || kind == "OW";
  return !is_bulk && std::find(telling_kinds.begin(), telling_kinds.end(), kind) != telling_kinds.end();
}

/// Identifying attributes of group 0008 and others that implicit VR files do not name by kind.
constexpr std::array telling_tags{Tag{0x0008, 0x0020}, Tag{0x0008, 0x0021}, Tag{0x0008, 0x0022}, Tag{0x0008, 0x0023}, Tag{0x0008, 0x002a},
                                  Tag{0x0008, 0x0030}, Tag{0x0008, 0x0031}, Tag{0x0008, 0x0032}, Tag{0x0008, 0x0033}, Tag{0x0008, 0x0050},
                                  Tag{0x0008, 0x0080}, Tag{0x0008, 0x0081}, Tag{0x0008, 0x0090}, Tag{0x0008, 0x0092}, Tag{0x0008, 0x0094},
                                  Tag{0x0008, 0x1010}, Tag{0x0008, 0x1030}, Tag{0x0008, 0x103e}, Tag{0x0008, 0x1040}, Tag{0x0008, 0x1048},
                                  Tag{0x0008, 0x1050}, Tag{0x0008, 0x1060}, Tag{0x0008, 0x1070}, Tag{0x0008, 0x1080}, Tag{0x0018, 0x1000},
                                  Tag{0x0018, 0x1030}, Tag{0x0020, 0x0010}, Tag{0x0020, 0x4000}, Tag{0x0040, 0x0244}, Tag{0x0040, 0x0245},
                                  Tag{0x0040, 0x0253}, Tag{0x0040, 0x0254}, Tag{0x0040, 0xa123}, Tag{0x0070, 0x0084}, Tag{0x3006, 0x0002},
                                  Tag{0x3006, 0x0004}, Tag{0x3006, 0x0006}, Tag{0x3006, 0x0008}, Tag{0x3006, 0x0009}, Tag{0x3006, 0x0028},
                                  Tag{0x3006, 0x0088}, Tag{0x3006, 0x00a6}, Tag{0x300e, 0x0004}, Tag{0x300e, 0x0005}, Tag{0x300e, 0x0008}};

bool must_go(Tag tag, std::string_view kind)
{
  return is_telling(tag, kind) || std::find(telling_tags.begin(), telling_tags.end(), tag) != telling_tags.end();
}

/// Blanks values of a copy of the file, found through the gate's view of the original.
class Redaction
{
public:
  Redaction(std::string& bytes, std::span<const std::byte> original) : bytes_(bytes), original_(original) {}

  void blank(const DataSet& data)
  {
    for (const auto tag : data.tags())
    {
      if (must_go(tag, data.vr(tag))) blank_value(data.bytes(tag));
      for (const auto& item : data.items(tag)) blank(item);
    }
  }

private:
  void blank_value(std::span<const std::byte> value)
  {
    if (value.empty()) return;
    const auto offset = static_cast<std::size_t>(value.data() - original_.data());
    std::fill_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), value.size(), ' ');
  }

  std::string& bytes_;
  std::span<const std::byte> original_;
};

Failure unreadable(const std::filesystem::path& file)
{
  return {reading::RecordError::CannotOpen, file.filename().string() + ": cannot be read as a mask. Check the file."};
}

Result<std::string> without_patient(const std::filesystem::path& path, std::string bytes)
{
  const auto* begin = reinterpret_cast<const std::byte*>(bytes.data());
  const auto file = imaging::DicomFile::parse(std::vector<std::byte>(begin, begin + bytes.size()));
  if (!file) return file.failure().in_context(path.filename().string());
  if (file->is_deflated())
    return Failure{reading::RecordError::NotAllowed,
                   path.filename().string() +
                       ": is a deflated DICOM file (the patient's name in it cannot be blanked). Give it uncompressed."};
  Redaction(bytes, file->memory()).blank(file->data());
  return bytes;
}
}  // namespace

Result<std::string> mask_bytes(const std::filesystem::path& file)
{
  const auto format = segmentation::mask_format(file);
  if (!format) return format.failure().in_context(file.filename().string());
  std::error_code problem;
  const auto size = std::filesystem::file_size(file, problem);
  std::ifstream stream(file, std::ios::binary);
  if (problem || !stream || size > largest_mask) return unreadable(file);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  return *format == segmentation::MaskFormat::Dicom ? without_patient(file, std::move(bytes)) : Result<std::string>(std::move(bytes));
}

Result<std::string> mask_bytes(const segmentation::Mask& mask)
{
  const auto folder = PrivateFolder::make();
  if (!folder) return folder.failure();
  const auto file = folder->path() / "mask.nrrd";
  if (const auto written = segmentation::write_mask(file, mask); !written) return written.failure();
  std::ifstream stream(file, std::ios::binary);
  return std::string{std::istreambuf_iterator<char>(stream), {}};
}

Result<std::vector<segmentation::SegmentedLesion>> lesions_in(const std::string& mask_bytes)
{
  const auto folder = PrivateFolder::make();
  if (!folder) return folder.failure();
  const auto file = folder->path() / "mask";
  if (const auto written = imaging::write_file(file, mask_bytes); !written) return written.failure();
  return segmentation::read_mask(file);
}
}  // namespace nadir::session
