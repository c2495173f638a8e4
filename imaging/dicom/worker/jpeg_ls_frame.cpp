#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcvrcs.h>
#include <dcmtk/dcmdata/dcvrus.h>
#include <dcmtk/dcmjpls/djcodecd.h>
#include <dcmtk/dcmjpls/djcparam.h>

#include <memory>

#include "imaging/dicom/worker/frame_decoder.h"
#include "imaging/dicom/worker/jpeg_flow.h"

namespace nadir::imaging::worker
{
namespace
{
/// The tags carry their VR, so that the library need not load its dictionary.
void insert(DcmItem& item, const DcmTagKey& key, std::uint32_t number)
{
  auto element = std::make_unique<DcmUnsignedShort>(DcmTag(key, EVR_US));
  element->putUint16(static_cast<Uint16>(number));
  if (item.insert(element.get()).good()) static_cast<void>(element.release());
}

void insert(DcmItem& item, const DcmTagKey& key, const char* text)
{
  auto element = std::make_unique<DcmCodeString>(DcmTag(key, EVR_CS));
  element->putString(text);
  if (item.insert(element.get()).good()) static_cast<void>(element.release());
}

/// The few attributes the library's decoder asks for, of an image of this one frame.
void describe(DcmItem& item, const JpegHeader& header, const FrameFormat& format)
{
  const std::uint32_t bits = 8 * decoded_bytes(header);
  insert(item, DCM_Rows, format.rows);
  insert(item, DCM_Columns, format.columns);
  insert(item, DCM_SamplesPerPixel, format.samples);
  insert(item, DCM_BitsAllocated, bits);
  insert(item, DCM_BitsStored, bits);
  insert(item, DCM_PhotometricInterpretation, format.samples == 3 ? "RGB" : "MONOCHROME2");
}

bool append_item(DcmPixelSequence& sequence, std::span<std::byte> bytes)
{
  auto item = std::make_unique<DcmPixelItem>(DcmTag(DCM_PixelItemTag, EVR_OB));
  if (!bytes.empty() && item->putUint8Array(reinterpret_cast<Uint8*>(bytes.data()), static_cast<unsigned long>(bytes.size())).bad())
    return false;
  if (sequence.insert(item.get()).bad()) return false;
  static_cast<void>(item.release());
  return true;
}

Outcome run(const JpegHeader& header, std::span<std::byte> data, const FrameFormat& format, std::span<std::byte> out)
{
  DcmItem item;
  describe(item, header, format);
  DcmPixelSequence sequence(DcmTag(DCM_PixelData, EVR_OB));
  if (!append_item(sequence, {}) || !append_item(sequence, data)) return Outcome::OutOfMemory;
  const DJLSCodecParameter parameter(EJLSUC_never, EJLSPC_colorByPixel, OFTrue);
  Uint32 first_fragment = 1;
  OFString color_model;
  const OFCondition condition = DJLSLosslessDecoder().decodeFrame(nullptr, &sequence, &parameter, &item, 0, first_fragment, out.data(),
                                                                  static_cast<Uint32>(out.size()), color_model);
  return condition.good() ? Outcome::Done : Outcome::Damaged;
}
}  // namespace

Outcome decode_jpeg_ls(std::span<std::byte> data, const FrameFormat& format, std::span<std::byte> out)
{
  return decode_by([&](const JpegHeader& header, std::span<std::byte> decoded) { return run(header, data, format, decoded); }, data, format,
                   out);
}
}  // namespace nadir::imaging::worker
