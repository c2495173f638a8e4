#include "sample_data/phantom/dicom_object.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <vector>

#include "sample_data/phantom/phantom_error.h"

namespace nadir::phantom
{
namespace
{
DcmItem& item_at(void* item) { return *static_cast<DcmItem*>(item); }
DcmTag tag_of(DicomTag tag) { return DcmTag(tag.group, tag.element); }
void expect(const OFCondition& condition) { NADIR_EXPECTS(condition.good()); }
}  // namespace

void DicomItem::text(DicomTag tag, const std::string& value) { expect(item_at(item_).putAndInsertString(tag_of(tag), value.c_str())); }
void DicomItem::number(DicomTag tag, std::uint16_t value) { expect(item_at(item_).putAndInsertUint16(tag_of(tag), value)); }
void DicomItem::long_number(DicomTag tag, std::uint32_t value) { expect(item_at(item_).putAndInsertUint32(tag_of(tag), value)); }
void DicomItem::real(DicomTag tag, double value) { expect(item_at(item_).putAndInsertFloat64(tag_of(tag), value)); }

void DicomItem::long_numbers(DicomTag tag, std::span<const std::uint32_t> values)
{
  auto element = std::make_unique<DcmUnsignedLong>(tag_of(tag));
  expect(element->putUint32Array(values.data(), static_cast<unsigned long>(values.size())));
  expect(item_at(item_).insert(element.release()));
}

void DicomItem::pointer(DicomTag tag, DicomTag value)
{
  auto element = std::make_unique<DcmAttributeTag>(tag_of(tag));
  expect(element->putTagVal(DcmTagKey(value.group, value.element)));
  expect(item_at(item_).insert(element.release()));
}

void DicomItem::words(DicomTag tag, std::span<const std::uint16_t> values)
{
  DcmTag typed(tag.group, tag.element, EVR_OW);
  expect(item_at(item_).putAndInsertUint16Array(typed, values.data(), static_cast<unsigned long>(values.size())));
}

void DicomItem::bytes(DicomTag tag, std::span<const std::uint8_t> values)
{
  std::vector<std::uint8_t> padded(values.begin(), values.end());
  if (padded.size() % 2 != 0) padded.push_back(0);
  DcmTag typed(tag.group, tag.element, EVR_OB);
  expect(item_at(item_).putAndInsertUint8Array(typed, padded.data(), static_cast<unsigned long>(padded.size())));
}

DicomItem DicomItem::add_item(DicomTag sequence)
{
  DcmItem* added = nullptr;
  constexpr long append = -2;
  expect(item_at(item_).findOrCreateSequenceItem(tag_of(sequence), added, append));
  return DicomItem{added};
}

void DicomItem::empty_sequence(DicomTag sequence) { expect(item_at(item_).insertEmptyElement(tag_of(sequence))); }

struct DicomObject::State
{
  DcmFileFormat file;
};

DicomObject::DicomObject() : state_(std::make_unique<State>()) {}
DicomObject::~DicomObject() = default;

DicomItem DicomObject::root() { return DicomItem{static_cast<DcmItem*>(state_->file.getDataset())}; }

Result<Done> DicomObject::save(const std::filesystem::path& path)
{
  if (state_->file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good()) return Done{};
  return Failure{PhantomError::CannotWrite,
                 path.string() + " could not be written (the sample data would be incomplete). Check the folder and the free space."};
}
}  // namespace nadir::phantom
