#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "imaging/result/result.h"

namespace nadir::phantom
{
/// Group and element of a DICOM attribute.
struct DicomTag
{
  std::uint16_t group = 0;
  std::uint16_t element = 0;
};

/// A data set or a sequence item that attributes are put into. Valid as long as its DicomObject lives.
/// The value representation comes from the standard's dictionary; a value that does not fit it is a bug in this program (contract).
class DicomItem
{
public:
  explicit DicomItem(void* item) : item_(item) {}

  void text(DicomTag tag, const std::string& value);    ///< strings, also DS and IS; "" writes an empty value
  void number(DicomTag tag, std::uint16_t value);       ///< US
  void long_number(DicomTag tag, std::uint32_t value);  ///< UL
  void long_numbers(DicomTag tag, std::span<const std::uint32_t> values);
  void real(DicomTag tag, double value);                            ///< FD
  void pointer(DicomTag tag, DicomTag value);                       ///< AT
  void words(DicomTag tag, std::span<const std::uint16_t> values);  ///< OW, pixels of 16 bits
  void bytes(DicomTag tag, std::span<const std::uint8_t> values);   ///< OB, padded to even length
  DicomItem add_item(DicomTag sequence);                            ///< appends an item, creating the sequence when missing
  void empty_sequence(DicomTag sequence);

private:
  void* item_;
};

/// A DICOM file in memory, written as explicit little endian.
class DicomObject
{
public:
  DicomObject();
  ~DicomObject();
  DicomObject(const DicomObject&) = delete;
  DicomObject& operator=(const DicomObject&) = delete;

  DicomItem root();
  /// Failure: PhantomError::CannotWrite.
  Result<Done> save(const std::filesystem::path& path);

private:
  struct State;
  std::unique_ptr<State> state_;
};
}  // namespace nadir::phantom
