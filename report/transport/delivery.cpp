#include "report/transport/delivery.h"

namespace nadir::report
{
std::string_view name_of(Delivery delivery)
{
  switch (delivery)
  {
  case Delivery::Confirmed: return "confirmed";
  case Delivery::Refused: return "refused";
  case Delivery::Open: return "open";
  }
  return "";
}
}  // namespace nadir::report
