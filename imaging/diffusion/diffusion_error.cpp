#include "imaging/diffusion/diffusion_error.h"

namespace nadir::imaging
{
std::string_view error_code(DiffusionError error)
{
  switch (error)
  {
  case DiffusionError::TooFewBValues: return "diffusion.too-few-b-values";
  case DiffusionError::BadBValue: return "diffusion.bad-b-value";
  case DiffusionError::GridsDiffer: return "diffusion.grids-differ";
  case DiffusionError::BadNoise: return "diffusion.bad-noise";
  case DiffusionError::SignalRises: return "diffusion.signal-rises";
  case DiffusionError::NoSignal: return "diffusion.no-signal";
  }
  return "diffusion.unknown";
}
}  // namespace nadir::imaging
