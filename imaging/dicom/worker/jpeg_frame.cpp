#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmjpeg/djcparam.h>
#include <dcmtk/dcmjpeg/djdijg12.h>
#include <dcmtk/dcmjpeg/djdijg16.h>
#include <dcmtk/dcmjpeg/djdijg8.h>

#include "imaging/dicom/worker/frame_decoder.h"
#include "imaging/dicom/worker/jpeg_flow.h"

namespace nadir::imaging::worker
{
namespace
{
/// A decoder of the library that remembers whether it had to warn: the library fills what it cannot read with grey and calls
/// that a warning, which would be a wrong image in silence.
template <class Decoder> class StrictDecoder : public Decoder
{
public:
  using Decoder::Decoder;
  void emitMessage(int level) const override { has_warned_ = has_warned_ || level < 0; }
  bool has_warned() const { return has_warned_; }

private:
  mutable bool has_warned_ = false;
};

const DJCodecParameter& codec_parameter()
{
  static const DJCodecParameter parameter(ECC_lossyYCbCr, EDC_photometricInterpretation, EUC_never, EPC_colorByPixel);
  return parameter;
}

template <class Decoder> Outcome run(std::span<std::byte> data, const FrameFormat& format, std::span<std::byte> out)
{
  StrictDecoder<Decoder> decoder(codec_parameter(), format.is_ybr != 0 && format.samples == 3);
  if (decoder.init().bad()) return Outcome::OutOfMemory;
  const OFCondition condition =
      decoder.decode(reinterpret_cast<Uint8*>(data.data()), static_cast<Uint32>(data.size()), reinterpret_cast<Uint8*>(out.data()),
                     static_cast<Uint32>(out.size()), format.is_signed != 0);
  if (condition == EJ_Suspension) return Outcome::Truncated;
  return condition.good() && !decoder.has_warned() ? Outcome::Done : Outcome::Damaged;
}

Outcome run_for_precision(const JpegHeader& header, std::span<std::byte> data, const FrameFormat& format, std::span<std::byte> out)
{
  if (header.precision <= 8) return run<DJDecompressIJG8Bit>(data, format, out);
  if (header.precision <= 12) return run<DJDecompressIJG12Bit>(data, format, out);
  return run<DJDecompressIJG16Bit>(data, format, out);
}
}  // namespace

Outcome decode_jpeg(std::span<std::byte> data, const FrameFormat& format, std::span<std::byte> out)
{
  const auto run_corrected = [&](const JpegHeader& header, std::span<std::byte> decoded)
  {
    if (header.is_sequential) correct_scan_parameters(data);
    return run_for_precision(header, data, format, decoded);
  };
  return decode_by(run_corrected, data, format, out);
}
}  // namespace nadir::imaging::worker
