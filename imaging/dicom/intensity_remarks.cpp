#include "imaging/dicom/intensity_remarks.h"

#include <algorithm>

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/frame_levels.h"
#include "imaging/dicom/tags.h"
#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
constexpr std::string_view philips_creator = "Philips MR Imaging DD 001";
constexpr Tag philips_frame_sequence{0x2005, 0x140F};  ///< where Enhanced Philips objects keep the classic attributes of a frame

std::optional<double> scale_slope_in(const DataSet& data)
{
  const auto tag = private_tag(data, 0x2005, philips_creator, 0x0E);
  return tag ? number(data, *tag, NumberVr::FL) : std::nullopt;
}

std::optional<double> philips_scale_slope(const ImageFrame& frame)
{
  const FrameLevels levels(frame.object->file->data(), frame.index);
  if (levels.per_frame() == nullptr) return scale_slope_in(levels.root());
  const auto items = levels.per_frame()->items(philips_frame_sequence);
  return items.empty() ? std::nullopt : scale_slope_in(items.front());
}

void describe_philips_scaling(GeometryCertificate& certificate, const FrameList& frames)
{
  const auto first = philips_scale_slope(*frames.front());
  if (!first) return;
  const bool varies = std::ranges::any_of(frames, [&](const ImageFrame* frame) { return philips_scale_slope(*frame) != first; });
  if (varies)
    certificate.remarks.push_back(
        {Severity::Warning, "pixels.philips-scaling-varies",
         "Philips' Scale Slope (2005,100E) changes within the stack (signal must not be compared between its slices)."});
  else
    certificate.remarks.push_back({Severity::Note, "pixels.philips-scaling",
                                   "Philips' Scale Slope (2005,100E) is " + format_fixed(*first, 6) +
                                       ": to compare signal with other series, divide displayed values by Rescale Slope x Scale Slope."});
}

void describe_rescale(GeometryCertificate& certificate, const FrameList& frames)
{
  const auto differs = [&](const ImageFrame* frame) { return frame->rescale != frames.front()->rescale; };
  if (std::ranges::any_of(frames, differs))
    certificate.remarks.push_back(
        {Severity::Note, "pixels.rescale-varies", "Rescale Slope and Intercept differ from slice to slice; each slice's own are applied."});
}

void describe_lookup_table(GeometryCertificate& certificate, const FrameList& frames)
{
  if (!frames.front()->object->file->data().items(tags::modality_lut_sequence).empty())
    certificate.remarks.push_back({Severity::Warning, "pixels.modality-lut",
                                   "the image has a Modality LUT (0028,3000), which is not applied (values are as stored, not physical). "
                                   "Do not measure intensities."});
}
}  // namespace

void describe_intensities(GeometryCertificate& certificate, const FrameList& frames)
{
  describe_rescale(certificate, frames);
  describe_philips_scaling(certificate, frames);
  describe_lookup_table(certificate, frames);
}
}  // namespace nadir::imaging
