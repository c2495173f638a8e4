#include "segmentation/lesion/place_channels.h"

#include <utility>

#include "imaging/registration/register_rigid.h"
#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "segmentation/lesion/lesion_error.h"

namespace nadir::segmentation
{
namespace
{
constexpr double least_movement = 1.5;           // mm at the lesion: about the in-plane accuracy of the registration
constexpr double largest_within_a_frame = 15.0;  // mm at the lesion
constexpr double least_gain = 0.001;             // of normalised mutual information

/// The middle of the axis, the click, the first point painted as lesion; where nothing is marked, the middle of the image.
PatientPoint marked_place(const LesionPrompt& prompt, const ImageGeometry& geometry)
{
  if (prompt.long_axis) return prompt.long_axis->from + 0.5 * (prompt.long_axis->to - prompt.long_axis->from);
  if (prompt.click) return *prompt.click;
  for (const auto& stroke : prompt.strokes)
    if (stroke.kind == StrokeKind::Foreground && !stroke.points.empty()) return stroke.points.front();
  const auto& size = geometry.size();
  return geometry.voxel_to_patient(ContinuousVoxelIndex{0.5 * (size.i - 1), 0.5 * (size.j - 1), 0.5 * (size.k - 1)});
}

/// The same voxels where the registration says that they lie.
std::shared_ptr<const imaging::Volume> moved(const imaging::Volume& image, const imaging::RigidTransform& to_first)
{
  const auto& geometry = image.geometry();
  const auto turned = [&](PatientVector axis) { return to_first(geometry.origin() + axis) - to_first(geometry.origin()); };
  const auto placed = ImageGeometry::make(geometry.size(), geometry.spacing(), to_first(geometry.origin()),
                                          {turned(geometry.axes().i), turned(geometry.axes().j), turned(geometry.axes().k)});
  NADIR_EXPECTS(placed.has_value());
  return std::make_shared<const imaging::Volume>(*placed, image.stored(), image.rescale(), image.unit());
}

Failure not_placed(const std::string& name, const std::string& reason)
{
  return {LesionError::ChannelMismatch, name + " has another frame of reference than the series and could not be registered to it: " +
                                            reason + " Its places would be wrong. Leave it out, or register it first."};
}

class ChannelPlacer
{
public:
  ChannelPlacer(const imaging::Volume& first, PatientPoint place, PlacedChannels& out) : first_(first), place_(place), out_(out) {}

  Result<Done> add(const ExtraImage& extra)
  {
    const auto found = imaging::register_rigid(first_, *extra.volume);
    if (found)
    {
      add_registered(extra, *found);
      return Done{};
    }
    if (extra.relation == FrameRelation::Different) return not_placed(extra.name, found.failure().message());
    out_.channels.push_back(extra.volume);
    out_.warnings.push_back(extra.name + " could not be registered to the series and is used where its coordinates say: " +
                            found.failure().message() + " Check that both show the lesion in the same place.");
    return Done{};
  }

private:
  void add_registered(const ExtraImage& extra, const imaging::RigidRegistration& found)
  {
    const double movement = distance(found.fixed_to_moving(place_), place_).value();
    const std::string far = format_fixed(movement, 1) + " mm at the lesion", figures = imaging::words_of(found.quality);
    const bool gains = found.quality.information > found.quality.information_before + least_gain;
    if (gains && movement > largest_within_a_frame && extra.relation == FrameRelation::Shared)
    {
      out_.channels.push_back(extra.volume);
      out_.warnings.push_back("registration moves " + extra.name + " by " + far +
                              ", which is not likely within one frame of reference; it is used where its coordinates say (" + figures +
                              "). Check that both show the lesion in the same place, or leave it out.");
    }
    else if (gains && movement >= least_movement)
    {
      out_.channels.push_back(moved(*extra.volume, found.fixed_to_moving.inverse()));
      out_.words.push_back(extra.name + " was moved by " + far + " onto the series (" + figures + ")");
    }
    else
    {
      out_.channels.push_back(extra.volume);
      out_.words.push_back(extra.name + " lies on the series (movement found: " + far + "; " + figures + ")");
    }
  }

  const imaging::Volume& first_;
  PatientPoint place_;
  PlacedChannels& out_;
};
}  // namespace

Result<PlacedChannels> place_channels(std::shared_ptr<const imaging::Volume> first, const std::vector<ExtraImage>& extra,
                                      const LesionPrompt& prompt)
{
  NADIR_EXPECTS(first != nullptr);
  PlacedChannels out{{first}, {}, {}};
  ChannelPlacer placer(*first, marked_place(prompt, first->geometry()), out);
  for (const auto& image : extra)
    if (const auto added = placer.add(image); !added) return added.failure();
  return out;
}
}  // namespace nadir::segmentation
