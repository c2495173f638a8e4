#include "segmentation/tissue/align_channels.h"

#include <utility>

#include "imaging/registration/register_rigid.h"
#include "imaging/units/number_text.h"

namespace nadir::segmentation
{
namespace
{
constexpr double least_movement = 1.5, largest_movement = 15.0;  // mm at the lesion
// Of normalised mutual information: a movement of 5 mm in a thigh gains 0.19; noise and suppressed fat alone gave up to 0.003 at 2.5 mm,
// and -0.01 at 11 mm.
constexpr double least_gain = 0.01;

PatientPoint centre_of(const Mask& lesion)
{
  const auto& box = lesion.box();
  return lesion.geometry().voxel_to_patient(ContinuousVoxelIndex{box.first.i + 0.5 * (box.size.i - 1), box.first.j + 0.5 * (box.size.j - 1),
                                                                 box.first.k + 0.5 * (box.size.k - 1)});
}
}  // namespace

AlignedChannels align_channels(const Mask& lesion, TissueChannels channels)
{
  AlignedChannels aligned{std::move(channels), {}, {}};
  auto& [t1, t1c, t2, flair, adc] = aligned.channels;
  if (!t1 || !t1c || lesion.is_empty()) return aligned;
  const auto registration = imaging::register_rigid(*t1c->image, *t1->image);
  if (!registration)
  {
    aligned.warnings.push_back(
        "the T1 images before and after contrast could not be registered and are compared where their coordinates say: " +
        registration.failure().message());
    return aligned;
  }
  const auto centre = centre_of(lesion);
  const double movement = distance(registration->fixed_to_moving(centre), centre).value();
  const bool gains = registration->quality.information > registration->quality.information_before + least_gain;
  if (gains && movement > largest_movement)
    aligned.warnings.push_back("registration says that the lesion moved by " + format_fixed(movement, 1) +
                               " mm between the T1 images before and after contrast, which is not "
                               "likely within one examination; they are compared where their coordinates say");
  else if (gains && movement >= least_movement)
  {
    t1->mask_to_image = registration->fixed_to_moving;
    aligned.words.push_back("the T1 image before contrast was moved by " + format_fixed(movement, 1) +
                            " mm (at the lesion) onto the one after contrast");
    if (t2 || flair || adc)
      aligned.warnings.push_back(
          "the patient moved by " + format_fixed(movement, 1) +
          " mm between the T1 images before and after contrast: T2, FLAIR and ADC images, and a mask drawn on them, may lie as far "
          "beside the image after contrast, and were not moved. Compare with the tissue told from the two T1 images alone");
  }
  else
    aligned.words.push_back("the T1 images before and after contrast lie together (" +
                            (movement < least_movement ? "movement found: " + format_fixed(movement, 1) + " mm)"
                                                       : std::string("no movement of the patient makes them agree better)")));
  return aligned;
}
}  // namespace nadir::segmentation
