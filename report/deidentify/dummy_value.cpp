#include "report/deidentify/dummy_value.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcelem.h>

namespace nadir::report
{
namespace
{
const char* dummy_text(DcmEVR kind)
{
  switch (kind)
  {
  case EVR_DA: return "19000101";
  case EVR_DT: return "19000101000000";
  case EVR_TM: return "000000";
  case EVR_PN: return "Anonymous";
  case EVR_AS: return "000Y";
  case EVR_DS:
  case EVR_IS: return "0";
  case EVR_UI: return "2.25.0";
  default: return "REMOVED";
  }
}

void put_zero(DcmElement& element)
{
  switch (element.ident())
  {
  case EVR_US: element.putUint16(0); return;
  case EVR_SS: element.putSint16(0); return;
  case EVR_UL: element.putUint32(0); return;
  case EVR_SL: element.putSint32(0); return;
  case EVR_FL: element.putFloat32(0.0f); return;
  case EVR_FD: element.putFloat64(0.0); return;
  default: break;
  }
  const Uint8 bytes[2] = {0, 0};
  element.putUint8Array(bytes, 2);
}
}  // namespace

bool is_dummy(std::string_view value)
{
  return value == "Anonymous" || value == "REMOVED" || value.starts_with("19000101") || value == "2.25.0";
}

void put_dummy(DcmElement& element)
{
  if (element.isaString()) element.putString(dummy_text(element.ident()));
  else put_zero(element);
}
}  // namespace nadir::report
