#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "imaging/gate/byte_range.h"
#include "imaging/gate/data_set.h"
#include "imaging/gate/limits.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
namespace detail
{
class DicomFileReader;
}

/// Where the pixels lie in the file, and how they are stored. Checked: sizes within limits; for native data the length is exactly
/// frames x rows x columns x samples x bytes (one padding byte allowed; bits packed for bits_allocated 1).
struct PixelLayout
{
  int rows = 0;
  int columns = 0;
  int frames = 1;
  int samples = 1;
  int bits_allocated = 0;  ///< 1, 8, 16, 32 (or 32/64 for Float/Double Float Pixel Data)
  int bits_stored = 0;
  int high_bit = 0;
  bool is_signed = false;
  bool is_float = false;  ///< Float Pixel Data (7FE0,0008) or Double Float Pixel Data (7FE0,0009)
  std::string photometric_interpretation;

  bool encapsulated = false;
  ByteRange native;                               ///< pixel bytes of native data
  std::vector<ByteRange> fragments;               ///< encapsulated: fragments without the offset table
  std::vector<std::uint64_t> basic_offset_table;  ///< encapsulated: byte offsets from the first fragment's item tag; may be empty
};

/// One DICOM file after the gate: pure own code, no library, O(n) in the file, bounded depth, lengths and counts.
///
/// Reads attributes only; pixel bytes stay in the file and are described by pixels(). A file whose data set is deflated is not
/// opened up here: is_deflated() is true, the data set is empty, and the loader worker inflates it before a second gate.
class DicomFile
{
public:
  /// Failures: any GateError, with a message that names what and where but never the path (the caller knows it) or a patient.
  static Result<DicomFile> open(const std::filesystem::path& path, const GateLimits& limits = {});

  /// The same for bytes in memory (inflated files, fuzzing, tests).
  static Result<DicomFile> parse(std::vector<std::byte> bytes, const GateLimits& limits = {});

  /// UID as in the file; where the file has none, that of the native transfer syntax its data set is written in.
  const std::string& transfer_syntax() const { return transfer_syntax_; }
  bool is_deflated() const;
  bool is_big_endian() const;

  const DataSet& meta() const { return meta_; }  ///< group 0002
  const DataSet& data() const { return data_; }

  /// nullopt for objects without pixel data (RTSTRUCT, SR, DICOMDIR).
  const std::optional<PixelLayout>& pixels() const { return pixels_; }

  /// Offset of the data set behind the meta header, bytes.
  std::uint64_t data_set_offset() const { return data_set_offset_; }
  std::uint64_t file_size() const { return file_size_; }

  /// The whole file when it came from memory through parse(); empty when it lies on disk.
  std::span<const std::byte> memory() const;

private:
  friend class detail::DicomFileReader;
  std::string transfer_syntax_;
  DataSet meta_;
  DataSet data_;
  std::optional<PixelLayout> pixels_;
  std::uint64_t data_set_offset_ = 0;
  std::uint64_t file_size_ = 0;
  std::shared_ptr<const std::vector<std::byte>> memory_;
};
}  // namespace nadir::imaging
