#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "imaging/units/milliliters.h"
#include "segmentation/mask/mask.h"
#include "segmentation/tissue/fraction_band.h"
#include "segmentation/tissue/necrosis_threshold.h"
#include "segmentation/tissue/tissue_channels.h"
#include "segmentation/tissue/tissue_class.h"

namespace nadir::segmentation
{
/// Middle and spread of the values of one image, or of a derived quantity, over a set of voxels.
struct ValueSummary
{
  std::uint64_t voxels = 0;
  double mean = 0.0;
  double median = 0.0;
  double tenth_percentile = 0.0;
  double ninetieth_percentile = 0.0;
};

/// A quantity over one tissue class.
struct TissueValues
{
  ValueSummary summary;
  ValueHistogram histogram;
};

/// One tissue within the lesion.
struct TissuePart
{
  TissueClass tissue = TissueClass::Viable;
  bool is_decidable = true;  ///< false: the images given cannot show this class, so its fraction of 0 says nothing
  Mask mask;
  FractionBand fraction;
  Milliliters volume;
  std::optional<TissueValues> adc;            ///< 1e-6 mm2/s
  std::optional<TissueValues> enhancement;    ///< (post - pre) / (post + pre), each relative to the reference tissue
  std::optional<TissueValues> post_contrast;  ///< relative to the reference tissue
  std::optional<TissueValues> t2;             ///< relative to the reference tissue
};

/// The reference tissue in one image.
struct ReferenceLevel
{
  ChannelKind channel = ChannelKind::T1;
  double zero = 0.0;          ///< image value of no signal
  double median = 0.0;        ///< image value of the reference tissue
  double deviation = 0.0;     ///< median absolute deviation, image value
  double shading = 0.0;       ///< largest part by which the coil's shading was corrected within the lesion; 0 = not corrected
  bool is_zero_known = true;  ///< false: the image has been shifted (z-score) and shows no air
};

enum class ReferenceSource
{
  Automatic,
  Mask,
  Point,
};

/// What intensities were compared with, to be shown to the reader.
struct ReferenceTissue
{
  ReferenceSource source = ReferenceSource::Automatic;
  Mask mask;  ///< on the grid of the lesion
  std::uint64_t voxels = 0;
  double distance = 0.0;                 ///< mm, median distance from the lesion
  std::vector<ReferenceLevel> levels{};  ///< one an image compared with it (not ADC)
};

/// One of the shifts that the bands come from, and the necrotic and viable fraction under it.
struct BandTrial
{
  std::string shift;  ///< "threshold towards necrosis", "contour 1 voxel out", ...
  double necrosis = 0.0;
  double viable = 0.0;
};

enum class NecrosisSupport
{
  None,        ///< neither T2 nor ADC: call it "non-enhancing"
  NoContrast,  ///< liquid by T2 or ADC; contrast uptake not known
  Supported,   ///< no contrast uptake, and T2 or ADC say liquid
};

/// What a lesion consists of. Frame and grid: those of the lesion mask.
struct TissueMap
{
  std::vector<TissuePart> parts;  ///< one a class, in the order of TissueClass
  Milliliters volume;             ///< of the whole lesion
  NecrosisSupport support = NecrosisSupport::None;
  ReferenceTissue reference;
  std::vector<ChannelKind> channels;        ///< images used
  std::optional<ThresholdInUse> threshold;  ///< absent where nothing tells dead tissue
  std::vector<BandTrial> trials;            ///< what the bands rest on
  /// Without contrast, where one tissue only is seen and looks liquid, it may be myxoid tumour, and `parts` have wide bands for that.
  /// These are the bands of a lesion that is known to have been solid before, in the order of TissueClass.
  std::optional<std::array<FractionBand, tissue_class_count>> if_solid_before;
  std::vector<std::string> undecided;  ///< what could not be told, and for lack of what, in words
  std::vector<std::string> warnings;   ///< what a number may suffer from

  const TissuePart& part(TissueClass tissue) const { return parts[index_of(tissue)]; }
};

/// The tissue of every voxel of the mask's whole grid, as label_of() numbers, i fastest; 0 outside the lesion.
std::vector<std::uint8_t> label_map(const TissueMap& map);
}  // namespace nadir::segmentation
