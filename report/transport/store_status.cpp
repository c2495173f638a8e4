#include "report/transport/store_status.h"

#include <array>
#include <cstdio>

namespace nadir::report
{
namespace
{
struct Meaning
{
  unsigned mask, status;
  const char* words;
};

/// The first that fits. PS3.4 tables B.2-1, C.4-1 to C.4-3; PS3.7 annex C.
constexpr Meaning meanings[] = {
    {0xFFFF, 0x0000, "success"},
    {0xFFFF, 0xA701, "out of resources, it could not count the matches"},
    {0xFFFF, 0xA702, "out of resources, it could not send the objects"},
    {0xFF00, 0xA700, "out of resources, as a rule a full disk"},
    {0xFFFF, 0xA801, "it does not know the destination, our title"},
    {0xFF00, 0xA900, "the data set does not fit its class"},
    {0xFFFF, 0xB000, "stored, but an element was changed or some objects failed"},
    {0xFFFF, 0xB006, "stored, but elements were left out"},
    {0xFFFF, 0xB007, "stored, but the data set does not fit its class"},
    {0xF000, 0xB000, "done with a remark"},
    {0xF000, 0xC000, "it cannot understand or process it"},
    {0xFFFF, 0xFE00, "cancelled"},
    {0xFFFF, 0x0110, "a fault in its processing"},
    {0xFFFF, 0x0111, "an object of this SOP instance is there already"},
    {0xFFFF, 0x0117, "it takes the SOP instance UID for invalid"},
    {0xFFFF, 0x0119, "the class and the instance do not fit"},
    {0xFFFF, 0x0122, "it does not take this class"},
    {0xFFFF, 0x0124, "it does not allow this"},
    {0xFFFF, 0x0213, "out of resources"},
};
}  // namespace

std::string status_words(unsigned status)
{
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "status %04X", status & 0xFFFFu);
  for (const auto& meaning : meanings)
    if ((status & meaning.mask) == meaning.status) return std::string(text.data()) + ": " + meaning.words;
  return text.data();
}

Outcome store_outcome(const std::string& sop_instance, unsigned status)
{
  const std::string words = status_words(status);
  if (status == 0x0000 || (status & 0xF000u) == 0xB000u) return {sop_instance, Delivery::Confirmed, words};
  if ((status & 0xFF00u) == 0xA700u || status == 0x0213) return {sop_instance, Delivery::Open, words};
  return {sop_instance, Delivery::Refused, words};
}
}  // namespace nadir::report
