#include "imaging/dicom/worker/frame_decoder.h"

namespace nadir::imaging::worker
{
Outcome decode_frame(Codec codec, std::span<std::byte> data, const FrameFormat& format, std::span<std::byte> out)
{
  switch (codec)
  {
  case Codec::Jpeg: return decode_jpeg(data, format, out);
  case Codec::JpegLs: return decode_jpeg_ls(data, format, out);
  case Codec::Jpeg2000: return decode_jpeg_2000(data, format, out);
  case Codec::Rle: return decode_rle(data, format, out);
  case Codec::None: break;
  }
  return Outcome::BadRequest;
}
}  // namespace nadir::imaging::worker
