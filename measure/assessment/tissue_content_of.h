#pragma once

#include <optional>
#include <string>

#include "imaging/result/result.h"
#include "measure/lesion/tissue_content.h"
#include "measure/size/lesion_size.h"
#include "segmentation/tissue/tissue_map.h"

namespace nadir::measure
{
/// Size of one tissue of a lesion, e.g. of the viable part; warnings of the size apply. Failure: SizeError::EmptyMask when there is none.
Result<LesionSize> tissue_size(const segmentation::TissueMap& map, segmentation::TissueClass tissue);

/// The reference tissue in words: "muscle, or normal brain in a head; found automatically, 12000 voxels, 24 mm from the lesion".
std::string reference_words(const segmentation::ReferenceTissue& reference);

/// What may be called necrosis: "necrosis/liquefaction", or "non-enhancing" where nothing but missing uptake supports it.
std::string necrosis_words(segmentation::NecrosisSupport support);

/// "necrosis threshold set by the reader: enhancement 0.41 x reference tissue; automatic 0.28, which gives necrosis 31 % (20 to 44)".
std::string in_words(const ReaderThreshold& threshold);

/// A tissue map as the assessment and its reports show it. Fractions the images cannot show are absent.
TissueContent tissue_content_of(const segmentation::TissueMap& map);
}  // namespace nadir::measure
