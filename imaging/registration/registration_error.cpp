#include "imaging/registration/registration_error.h"

namespace nadir::imaging
{
std::string_view error_code(RegistrationError error)
{
  switch (error)
  {
  case RegistrationError::NoBody: return "registration.no-body";
  case RegistrationError::NoOverlap: return "registration.no-overlap";
  case RegistrationError::NotTheSamePlace: return "registration.not-the-same-place";
  case RegistrationError::Cancelled: return "registration.cancelled";
  case RegistrationError::BadTransformFile: return "registration.bad-transform-file";
  }
  return "registration";
}
}  // namespace nadir::imaging
