#include "imaging/dicom/sequence_type.h"

namespace nadir::imaging
{
std::string_view name_of(SequenceType type)
{
  switch (type)
  {
  case SequenceType::T1: return "T1";
  case SequenceType::T1PostContrast: return "T1 post-contrast";
  case SequenceType::T2: return "T2";
  case SequenceType::T2FatSaturated: return "T2 fat-sat/STIR";
  case SequenceType::ProtonDensity: return "PD";
  case SequenceType::Dwi: return "DWI";
  case SequenceType::Adc: return "ADC";
  case SequenceType::Localizer: return "localizer";
  case SequenceType::Other: return "other";
  }
  return "other";
}
}  // namespace nadir::imaging
