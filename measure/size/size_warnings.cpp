#include "measure/size/size_warnings.h"

#include "imaging/units/number_text.h"

namespace nadir::measure
{
void add_common_warnings(const Remarks& remarks, LesionSize& size)
{
  if (remarks.in_one_piece)
    size.warnings.push_back("the longest diameter spans separate pieces of its slice (a single piece there measures " +
                            format_fixed(*remarks.in_one_piece, 1) +
                            " mm; separate lesions are measured one by one). Give separate lesions separate labels.");
  if (!remarks.inside_is_exact)
    size.warnings.push_back("the outline is too intricate to try all its points (noise in the mask?), so the longest line inside may be "
                            "longer than given. Clean the mask.");
  if (size.slices == 1)
    size.warnings.push_back(
        "the lesion lies in one slice: its volume is area x slice spacing (its extent across the slices is not known). Use the diameters.");
}
}  // namespace nadir::measure
