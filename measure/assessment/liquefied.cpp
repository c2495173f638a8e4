#include "measure/assessment/liquefied.h"

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "imaging/units/number_text.h"
#include "measure/assessment/tissue_content_of.h"
#include "measure/comparability/acquisition.h"
#include "segmentation/tissue/tissue_words.h"

namespace nadir::measure
{
namespace
{
using segmentation::TissueClass;
using segmentation::TissueMap;
using segmentation::TissuePart;
using segmentation::TissueValues;

bool was_solid(const TissueMap& map)
{
  constexpr double mostly = 0.5;
  return !map.if_solid_before && map.part(TissueClass::Necrosis).is_decidable && map.part(TissueClass::Necrosis).fraction.value < mostly;
}

const TissuePart& solid_part(const TissueMap& map)
{
  const auto &living = map.part(TissueClass::Viable), &undecided = map.part(TissueClass::Indeterminate);
  return living.fraction.value > undecided.fraction.value ? living : undecided;
}

struct Rise
{
  double before = 0.0, now = 0.0;

  /// Beyond what repeated measurements differ by (ADC 8 %) and what treated tumour gains without liquefying.
  bool is_plain() const
  {
    constexpr double least = 1.4;
    return before > 0.0 && now >= least * before;
  }
};

std::optional<Rise> rise_of(const std::optional<TissueValues>& before, const std::optional<TissueValues>& now)
{
  return before && now ? std::optional(Rise{before->summary.median, now->summary.median}) : std::nullopt;
}

/// Brightness on T2 against muscle doubles from an echo of 60 ms to one of 100 ms, so that echo times must agree.
bool are_of_one_kind(const imaging::ImageStack* before, const imaging::ImageStack* now)
{
  constexpr double largest_difference = 0.1;
  if (!before || !now || !before->geometry || !now->geometry || before->sequence.type != now->sequence.type) return false;
  const auto echo_before = read_acquisition(*before).echo_time, echo_now = read_acquisition(*now).echo_time;
  return echo_before && echo_now && std::abs(*echo_now - *echo_before) <= largest_difference * *echo_before;
}

/// "ADC 1210 there, 2250 x 1e-6 mm2/s now", where that has plainly risen. ADC decides where it is known of both.
std::optional<std::string> rise_in_words(const MeasuredLesion& now, const MeasuredLesion& before)
{
  const auto &solid = solid_part(*before.tissue), &liquid = now.tissue->part(TissueClass::Necrosis);
  if (const auto adc = rise_of(solid.adc, liquid.adc))
    return adc->is_plain()
               ? std::optional("ADC " + format_fixed(adc->before, 0) + " there, " + format_fixed(adc->now, 0) + " x 1e-6 mm2/s now")
               : std::nullopt;
  const auto t2 = rise_of(solid.t2, liquid.t2);
  if (!t2 || !t2->is_plain() || !are_of_one_kind(before.t2, now.t2)) return std::nullopt;
  return "T2 " + format_fixed(t2->before, 1) + " there, " + format_fixed(t2->now, 1) + " x reference tissue now";
}

/// In the place of the doubt.
std::vector<std::string> with_reason(std::vector<std::string> undecided, const std::string& rise)
{
  std::erase(undecided, segmentation::liquid_or_myxoid_words());
  undecided.push_back("liquid: the lesion shows one tissue only by T2 and ADC, and was solid at an earlier time point (" + rise +
                      "), so it has liquefied and is not taken for a myxoid tumour; contrast would prove it");
  return undecided;
}
}  // namespace

void tell_liquefied(MeasuredLesion& now, const MeasuredLesion& before)
{
  if (!now.tissue || !now.tissue->if_solid_before || !before.tissue || !was_solid(*before.tissue)) return;
  const auto rise = rise_in_words(now, before);
  if (!rise) return;
  auto& map = *now.tissue;
  for (auto& part : map.parts) part.fraction = (*map.if_solid_before)[index_of(part.tissue)];
  map.if_solid_before.reset();
  map.undecided = with_reason(std::move(map.undecided), *rise);
  auto& told = *now.assessment.tissue;
  auto content = tissue_content_of(map);
  content.channels = std::move(told.channels);
  content.undecided = with_reason(std::move(told.undecided), *rise);
  told = std::move(content);
}
}  // namespace nadir::measure
