#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "imaging/dicom/loader/worker_limits.h"
#include "imaging/gate/dicom_file.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
/// Reads pixels of gated files. Native data are copied from the file (their length is already proven); compressed data are
/// decoded, and deflated files inflated, in a child process `nadir-loader` under limits and a watchdog, so that a codec that
/// crashes, loops or eats memory costs one file. The child is started on first need, and again after a death.
///
/// One PixelLoader serves one thread; several may live side by side. Messages do not name the file: the caller knows it.
class PixelLoader
{
public:
  explicit PixelLoader(WorkerLimits limits = {});
  ~PixelLoader();
  PixelLoader(PixelLoader&&) noexcept;
  PixelLoader& operator=(PixelLoader&&) noexcept;

  /// Decodes frames [first, first + count) into `destination`: rows x columns x samples x bytes each, little-endian host order,
  /// bits_allocated 8, 16 or 32 per sample, 64 for Double Float Pixel Data (native bits_allocated 1 is given as packed bytes of the
  /// whole object, only through read_native; JPEG 2000 and JPEG-LS frames of one bit as a byte, 0 or 1, a pixel). Samples
  /// interleaved, JPEG YCbCr as RGB. Bits above bits_stored are cleared or sign-extended.
  /// Contract: the file has pixels, the frames exist, and `destination` has exactly their size.
  /// Failures: LoaderError, GateError::Unreadable.
  Result<Done> read_frames(const std::filesystem::path& path, const DicomFile& file, int first, int count,
                           std::span<std::byte> destination);

  /// All bytes of native pixel data (also for bit-packed SEG), as a little-endian file would hold them: words of a big-endian
  /// file are swapped. Failures: LoaderError::UnsupportedCodec for compressed data, FileChanged, GateError::Unreadable.
  Result<std::vector<std::byte>> read_native(const std::filesystem::path& path, const DicomFile& file);

  /// The gated file behind a deflated one. It keeps its inflated bytes (DicomFile::memory()); read_frames uses them.
  /// Failures: LoaderError, GateError.
  Result<DicomFile> open_deflated(const std::filesystem::path& path, const DicomFile& deflated, const GateLimits& limits = {});

private:
  struct State;
  std::unique_ptr<State> state_;
};
}  // namespace nadir::imaging
