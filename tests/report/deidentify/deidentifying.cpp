#include "tests/report/deidentify/deidentifying.h"

#include <dcmtk/dcmdata/dcistrmb.h>

namespace nadir::test
{
std::string text_of(DcmItem& item, const DcmTagKey& key)
{
  OFString value;
  item.findAndGetOFStringArray(key, value);
  return value.c_str();
}

std::unique_ptr<Cleaned> read_again(const std::string& bytes)
{
  auto cleaned = std::make_unique<Cleaned>();
  cleaned->bytes = bytes;
  DcmInputBufferStream stream;
  stream.setBuffer(cleaned->bytes.data(), static_cast<offile_off_t>(cleaned->bytes.size()));
  stream.setEos();
  cleaned->file.transferInit();
  if (cleaned->file.read(stream).bad()) return nullptr;
  cleaned->file.transferEnd();
  return cleaned;
}
}  // namespace nadir::test
