#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "imaging/gate/dicom_file.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
/// Limits of one loader worker.
struct WorkerLimits
{
  std::uint64_t address_space_bytes = std::uint64_t{1} << 30;
  /// Longest silence of the worker: this plus one second per 16 million pixels of a frame.
  std::chrono::milliseconds silence{1500};
};

/// Reads pixels of gated files. Native data are copied from the file (their length is already proven); compressed data are
/// decoded, and deflated files inflated, in a child process `nadir-loader` under limits and a watchdog, so that a codec that
/// crashes, loops or eats memory costs one file. The child is started on first need, and again after a death.
///
/// One PixelLoader serves one thread; several may live side by side.
class PixelLoader
{
public:
  explicit PixelLoader(WorkerLimits limits = {});
  ~PixelLoader();
  PixelLoader(PixelLoader&&) noexcept;
  PixelLoader& operator=(PixelLoader&&) noexcept;

  /// Decodes frames [first, first + count) into `destination`: rows x columns x samples x bytes each, little-endian host order,
  /// bits_allocated 8, 16 or 32 per sample (bits_allocated 1 is given as packed bytes of the whole object, in file order, only
  /// through read_native). Samples interleaved. Bits above bits_stored are cleared or sign-extended.
  /// Failures: LoaderError, GateError::Unreadable.
  Result<Done> read_frames(const std::filesystem::path& path, const DicomFile& file, int first, int count, std::span<std::byte> destination);

  /// All bytes of native pixel data as in the file (also for bit-packed SEG).
  Result<std::vector<std::byte>> read_native(const std::filesystem::path& path, const DicomFile& file);

  /// The gated file behind a deflated one. It keeps its inflated bytes (DicomFile::memory()); read_frames uses them.
  Result<DicomFile> open_deflated(const std::filesystem::path& path, const DicomFile& deflated, const GateLimits& limits = {});

private:
  struct State;
  std::unique_ptr<State> state_;
};
}  // namespace nadir::imaging
