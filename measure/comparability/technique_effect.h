#pragma once

namespace nadir::measure
{
/// Estimated effect of a difference of technique on one lesion, magnitudes: mm of the longest diameter, percent of the volume.
struct TechniqueEffect
{
  double diameter_mm = 0.0;
  double volume_percent = 0.0;
};

/// The plane is tilted by an angle against the lesion's long axis: sarcomas are 1.27 times as long as wide (median of 33; spec/methods.md
/// section 0.3), so the longest line in a plane tilted by t is 1 / sqrt(cos^2 t + sin^2 t / 1.27^2) of that in the transverse one.
TechniqueEffect effect_of_tilt(double diameter_mm, double tilt_degrees);

/// Slices of step s miss the widest place of a lesion by up to half a step: an ellipsoid of in-plane diameter D and 1.27 D along the slices
/// loses s^2 / (6 D) / 1.27^2 on average, scattering by 0.89 of that. Given is the root mean square of the difference of two examinations,
/// each with its own place of the slices: equal steps differ, too. The volume of a voxel mask scatters by 8.4 % (s / r)^2, fitted to the
/// ellipsoids of spec/methods.md section 3d (2.1 % at s / r = 0.5, 0.5 % at 0.27). What counts is how far apart slices lie, not how thick
/// they are: with 3 mm in steps of 5 mm sampled ellipsoids scatter as with 5 mm.
TechniqueEffect effect_of_slices(double diameter_mm, double spacing_a, double spacing_b);

/// Two ends of a diameter fall anywhere within a pixel: standard deviation pixel / sqrt(6), both examinations together.
TechniqueEffect effect_of_pixels(double diameter_mm, double pixel_a, double pixel_b);

/// Fat is displaced along frequency encoding by 3.5 ppm of the resonance frequency (42.577 MHz/T) over the bandwidth of a pixel.
double fat_shift_mm(double field_strength_tesla, double bandwidth_hz, double pixel_mm);

/// A border moved by `shift_mm` on one side: the diameter by as much, the volume by three times its share of the diameter.
TechniqueEffect effect_of_shift(double diameter_mm, double shift_mm);

/// Noise and ghosts move the place where the signal crosses half of the tumour's contrast: contrast half of the signal, border 1.5 pixels
/// wide, two ends independent.
TechniqueEffect effect_of_disturbance(double diameter_mm, double pixel_mm, double disturbance);

/// Another contrast shows another border: nothing published tells by how much, but it cannot agree better than two readers on one
/// contrast do: 2.8 % (CoV of diameters, five radiologists, 17 sarcomas; ESMO Sarcoma 2025, 74P), times 1.96 sqrt(2) for a difference.
TechniqueEffect effect_of_another_contrast(double diameter_mm);
}  // namespace nadir::measure
