#pragma once

#include "imaging/dicom/stack_draft.h"

namespace nadir::imaging
{
/// Remarks on what the values of a stack mean.
///
/// Values are stored * Rescale Slope + Intercept, per slice ("displayed values"). Philips scales each series to its own maximum:
/// the signal proper is (stored * RS + RI) / (RS * SS) with the private Scale Slope SS (2005,100E). One factor for a whole stack
/// changes no shape, ratio or ADC inside it, so the displayed value is kept and the factor is told ("pixels.philips-scaling"); a
/// factor that changes within the stack is a warning. Source: Chenevert et al., Transl Oncol 2014;7:65-71.
void describe_intensities(GeometryCertificate& certificate, const FrameList& frames);
}  // namespace nadir::imaging
