#include "measure/comparability/compare_examinations.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "imaging/units/number_text.h"
#include "measure/comparability/technique_effect.h"
#include "measure/comparability/technique_words.h"

namespace nadir::measure
{
namespace
{
using Severity = ComparabilitySeverity;
using imaging::SequenceType;

constexpr double reported_mm = 1.0;  ///< lengths are reported in whole millimetres
constexpr double visible_volume_percent = 10.0;
constexpr double progression_mm = 5.0, progression_share = 0.2;
constexpr double small_tilt_degrees = 5.0;
constexpr double same_length_share = 0.05;
constexpr double weighting_ratio = 1.3;
constexpr double much_ghosting = 0.025, little_signal = 15.0;
constexpr double contrast_phase_minutes = 2.0;

bool differ(double a, double b, double share) { return std::abs(a - b) > share * std::max(std::abs(a), std::abs(b)); }
bool differ(const std::optional<double>& a, const std::optional<double>& b, double share) { return a && b && differ(*a, *b, share); }

double mean_pixel(const Acquisition& a) { return std::sqrt(a.pixel_row * a.pixel_column); }

double tilt_between(PatientVector a, PatientVector b) { return std::acos(std::min(1.0, std::abs(dot(a, b)))) * 180.0 / std::numbers::pi; }

/// How far fat lies beside its place; 0 where it is suppressed.
std::optional<double> fat_shift(const Acquisition& a)
{
  if (a.fat_suppression == FatSuppression::On) return 0.0;
  if (!a.field_strength || !a.pixel_bandwidth || !(*a.pixel_bandwidth > 0.0)) return std::nullopt;
  return fat_shift_mm(*a.field_strength, *a.pixel_bandwidth, mean_pixel(a));
}

constexpr const char* readers_repeat = "at least the repeatability of readers on one contrast (CoV 2.8 %, 17 sarcomas)";

TechniqueEffect both(const TechniqueEffect& x, const TechniqueEffect& y)
{
  return {std::hypot(x.diameter_mm, y.diameter_mm), std::hypot(x.volume_percent, y.volume_percent)};
}

class Comparison
{
public:
  Comparison(const Examination& baseline, const Examination& followup) : a_(baseline), b_(followup)
  {
    report_.baseline_stack = baseline.acquisition.stack_id;
    report_.followup_stack = followup.acquisition.stack_id;
    report_.reference_diameter = Millimeters{diameter()};
  }

  ComparabilityReport run()
  {
    plane();
    sequence();
    field_of_view();
    slices();
    gap();
    pixels();
    contrast_phase();
    fat_suppression();
    field_strength();
    timing();
    artefacts();
    equipment();
    what_is_the_same();
    std::stable_sort(report_.items.begin(), report_.items.end(), [](const auto& x, const auto& y) { return x.severity > y.severity; });
    return std::move(report_);
  }

private:
  const Acquisition& a() const { return a_.acquisition; }
  const Acquisition& b() const { return b_.acquisition; }

  double diameter() const
  {
    const auto of = [](const Examination& e) { return e.lesion ? e.lesion->diameter_mm : 0.0; };
    const double larger = std::max(of(a_), of(b_));
    return larger > 0.0 ? larger : reference_diameter_mm;
  }

  Severity severity_of(const TechniqueEffect& effect) const
  {
    if (effect.diameter_mm >= progression_mm && effect.diameter_mm >= progression_share * diameter()) return Severity::Stop;
    return effect.diameter_mm >= reported_mm || effect.volume_percent >= visible_volume_percent ? Severity::Caution : Severity::Note;
  }

  ComparabilityItem& add(std::string aspect, std::string baseline, std::string followup, Severity severity, std::string text)
  {
    ComparabilityItem item;
    item.aspect = std::move(aspect);
    item.baseline = std::move(baseline);
    item.followup = std::move(followup);
    item.severity = severity;
    item.text = std::move(text);
    report_.items.push_back(std::move(item));
    return report_.items.back();
  }

  static void estimate(ComparabilityItem& item, const TechniqueEffect& effect, std::string method)
  {
    item.diameter_effect = Millimeters{effect.diameter_mm};
    item.volume_effect_percent = effect.volume_percent;
    item.method = std::move(method);
  }

  void unknown_on_one_side(const std::string& aspect, const std::string& baseline, const std::string& followup)
  {
    if ((baseline == "unknown") != (followup == "unknown"))
      add(aspect, baseline, followup, Severity::Note, "told by one examination only: it cannot be compared");
  }

  void plane()
  {
    const double tilt = tilt_between(a().normal, b().normal);
    if (tilt < small_tilt_degrees) return;
    const bool is_other = a().plane != b().plane;
    const TechniqueEffect effect{effect_of_tilt(diameter(), tilt).diameter_mm, slice_effect().volume_percent};
    const std::string text = is_other ? "the longest diameter of one plane is not that of another: measure both in the same plane"
                                      : "the slices are tilted by " + format_fixed(tilt, 0) + " degrees against each other";
    const auto slanted = [](const Acquisition& x) { return std::string(name_of(x.plane)); };
    auto& item = add("plane", slanted(a()), slanted(b()) + " (" + format_fixed(tilt, 0) + " degrees to baseline)",
                     is_other ? Severity::Stop : severity_of(effect), text);
    estimate(item, effect, "section of an ellipsoid 1.27 times as long as wide (median of 33 sarcomas); volume: scatter of other slices");
  }

  /// Whether one image is T1- or density-weighted and the other not, by their echo times, whatever their names (FLAIR, for one).
  bool weightings_differ() const
  {
    constexpr double short_echo = 30.0, long_echo = 60.0;  // ms
    if (!a().echo_time || !b().echo_time) return false;
    const auto [shorter, longer] = std::minmax(*a().echo_time, *b().echo_time);
    return shorter <= short_echo && longer >= long_echo;
  }

  void sequence()
  {
    const bool same_weighting = a().sequence == b().sequence && !differ(a().b_value, b().b_value, same_length_share);
    if (same_weighting) return;
    const bool is_known = (a().sequence != SequenceType::Other && b().sequence != SequenceType::Other) || weightings_differ();
    auto& item =
        add("sequence", sequence_words(a()), sequence_words(b()), is_known ? Severity::Stop : Severity::Caution,
            is_known ? "another contrast shows another border (RECIST 1.1 asks for the same technique): measure both on the same sequence"
                     : "the contrast of one examination was not recognised: check that both show the same border");
    estimate(item, effect_of_another_contrast(diameter()), readers_repeat);
  }

  void field_of_view()
  {
    if (is_cut(a_) || is_cut(b_))
      add("field of view", field_of_view_words(a_), field_of_view_words(b_), Severity::Stop,
          "the lesion reaches the edge of the images: the part outside is not measured, so its size is a lower limit")
          .method = "not to be estimated: what lies outside was not imaged";
    else if (differ(a().field_of_view_row, b().field_of_view_row, 0.2) || differ(a().field_of_view_column, b().field_of_view_column, 0.2))
      add("field of view", field_of_view_words(a_), field_of_view_words(b_), Severity::Note,
          "another part of the body may be in view; lesions near the edge may be seen once only");
  }

  TechniqueEffect slice_effect() const
  {
    const auto step = [](const Acquisition& x) { return x.spacing.value_or(x.thickness.value_or(0.0)); };
    return effect_of_slices(diameter(), step(a()), step(b()));
  }

  void slices()
  {
    if (!differ(a().spacing, b().spacing, same_length_share) && !differ(a().thickness, b().thickness, same_length_share)) return;
    const auto effect = slice_effect();
    auto& item = add("slice thickness", slice_words(a()), slice_words(b()), severity_of(effect),
                     "thicker slices miss the widest place more often and count the ends of the lesion less surely");
    estimate(item, effect, "the widest section missed, and scatter of voxel volumes, as measured on ellipsoids");
  }

  static std::optional<double> gap_of(const Acquisition& x)
  {
    if (!x.spacing || !x.thickness) return std::nullopt;
    return std::max(0.0, *x.spacing - *x.thickness);
  }

  void gap()
  {
    const auto before = gap_of(a()), after = gap_of(b());
    if (!before || !after || std::abs(*before - *after) < 0.5) return;
    const auto effect = slice_effect();
    auto& item = add("gap between slices", millimeters(*before), millimeters(*after), severity_of(effect),
                     "tissue in the gap was not imaged: a lesion or a part of it up to that size can be missed");
    estimate(item, effect,
             "that of the distance between slices, not to be added to the one of their thickness: what lies between is not seen");
  }

  void pixels()
  {
    if (!differ(mean_pixel(a()), mean_pixel(b()), same_length_share)) return;
    const auto effect = effect_of_pixels(diameter(), mean_pixel(a()), mean_pixel(b()));
    estimate(add("pixel size", pixel_words(a()), pixel_words(b()), severity_of(effect), "a diameter ends on pixels of different size"),
             effect, "both ends anywhere within a pixel: pixel / sqrt(6), one standard deviation");
  }

  /// Whether contrast agent is told of one side only and may have been given on the other: nobody typed it in.
  bool may_be_one_sided() const
  {
    const auto is_given = [](const Acquisition& x) { return x.contrast_given.value_or(false); };
    const bool is_told_once = (is_given(a()) && !b().contrast_given) || (is_given(b()) && !a().contrast_given);
    const auto is_t1 = [](const Acquisition& x) { return x.sequence == SequenceType::T1 || x.sequence == SequenceType::T1PostContrast; };
    return is_told_once && is_t1(a()) && is_t1(b());
  }

  void contrast_phase()
  {
    const auto before = contrast_words(a()), after = contrast_words(b());
    const auto with_estimate = [&](Severity severity, const std::string& text)
    { estimate(add("contrast phase", before, after, severity, text), effect_of_another_contrast(diameter()), readers_repeat); };
    if (a().contrast_given && b().contrast_given && *a().contrast_given != *b().contrast_given)
      with_estimate(Severity::Stop, "contrast agent on one side only: enhancement would be taken for growth or response");
    else if (may_be_one_sided())
      with_estimate(Severity::Stop, "contrast agent is recorded on one side only, the other does not tell: enhancement might be taken for "
                                    "growth or response. Look whether vessels are bright");
    else if (a().minutes_after_contrast && b().minutes_after_contrast &&
             std::abs(*a().minutes_after_contrast - *b().minutes_after_contrast) > contrast_phase_minutes)
      with_estimate(Severity::Caution,
                    "enhancement grows and fades within minutes: viable and necrotic parts shift, the outer border hardly");
    else if (before != after)
      add("contrast phase", before, after, Severity::Note, "the phase is not told by both: compare enhancement with care");
  }

  void fat_suppression()
  {
    const auto before = fat_suppression_words(a()), after = fat_suppression_words(b());
    if (before == after) return;
    const bool is_on_before = a().fat_suppression == FatSuppression::On, is_on_after = b().fat_suppression == FatSuppression::On;
    if (!is_on_before && !is_on_after) return unknown_on_one_side("fat suppression", before, after);
    const bool is_told = before != "unknown" && after != "unknown";
    auto& item = add(
        "fat suppression", before, after, Severity::Caution,
        is_told
            ? "borders to fat look different, and unsuppressed fat is displaced against water"
            : "recorded on one side only, and a sequence without it seldom says so: look whether fat is bright on the other. Borders to "
              "fat would look different, and unsuppressed fat is displaced against water");
    const auto contrast = effect_of_another_contrast(diameter());
    const auto& unsuppressed = is_on_before ? b() : a();
    if (const auto shift = fat_shift(unsuppressed))
      estimate(item, both(contrast, effect_of_shift(diameter(), *shift)),
               std::string(readers_repeat) + " and the chemical shift of fat, 3.5 ppm over the bandwidth of a pixel");
    else estimate(item, contrast, std::string(readers_repeat) + "; the chemical shift of fat is not told");
  }

  void field_strength()
  {
    const auto before = or_unknown(a().field_strength, 1, " T"), after = or_unknown(b().field_strength, 1, " T");
    unknown_on_one_side("field strength", before, after);
    if (!differ(a().field_strength, b().field_strength, 0.1)) return;
    auto& item = add("field strength", before, after, Severity::Caution,
                     "relaxation times and fat displacement change: signal must not be compared directly");
    const auto shift_before = fat_shift(a()), shift_after = fat_shift(b());
    if (shift_before && shift_after)
      estimate(item, effect_of_shift(diameter(), std::abs(*shift_before - *shift_after)), "difference of the chemical shift of fat");
    else
      estimate(item, effect_of_shift(diameter(), usual_shift_difference()),
               "difference of the chemical shift of fat at a usual bandwidth (one pixel at 1.5 T), as the files do not tell theirs");
  }

  double usual_shift_difference() const
  {
    constexpr double usual_bandwidth = 224.0;  // Hz a pixel: fat lies one pixel beside its place at 1.5 T
    const auto shift = [](const Acquisition& x) { return fat_shift_mm(*x.field_strength, usual_bandwidth, mean_pixel(x)); };
    return std::abs(shift(a()) - shift(b()));
  }

  void timing()
  {
    const auto compare = [&](const std::string& aspect, const std::optional<double>& before, const std::optional<double>& after)
    {
      if (!before || !after || *before <= 0.0 || *after <= 0.0) return;
      if (std::max(*before, *after) < weighting_ratio * std::min(*before, *after)) return;
      add(aspect, or_unknown(before, 0, " ms"), or_unknown(after, 0, " ms"), Severity::Note,
          "the contrast of the same sequence is stronger on one side");
    };
    compare("echo time", a().echo_time, b().echo_time);
    compare("repetition time", a().repetition_time, b().repetition_time);
  }

  /// Noise and ghosts as a share of the signal.
  static std::optional<double> disturbance_of(const Examination& e)
  {
    if (!e.artefacts || (!e.artefacts->signal_to_noise && !e.artefacts->ghosting)) return std::nullopt;
    const double noise = e.artefacts->signal_to_noise ? 1.0 / *e.artefacts->signal_to_noise : 0.0;
    return std::hypot(noise, e.artefacts->ghosting.value_or(0.0));
  }

  void artefacts()
  {
    const auto before = disturbance_of(a_), after = disturbance_of(b_);
    if (!before && !after) return;
    const auto is_bad = [](const Examination& e)
    {
      return e.artefacts &&
             (e.artefacts->ghosting.value_or(0.0) > much_ghosting || e.artefacts->signal_to_noise.value_or(little_signal) < little_signal);
    };
    const double worse = std::max(before.value_or(0.0), after.value_or(0.0));
    const auto effect = effect_of_disturbance(diameter(), std::max(mean_pixel(a()), mean_pixel(b())), worse);
    const bool bad = is_bad(a_) || is_bad(b_);
    auto& item = add("artefact level", artefact_words(a_), artefact_words(b_),
                     bad ? std::max(Severity::Caution, severity_of(effect)) : severity_of(effect),
                     bad ? "noise or ghosts blur the border: look at the images before trusting small changes"
                         : "measured in the air around the body");
    estimate(item, effect, "border moved by noise and ghosts where the signal crosses half of the contrast");
  }

  void equipment()
  {
    const auto compare = [&](const std::string& aspect, const std::string& before, const std::string& after, const std::string& text)
    {
      if (!before.empty() && !after.empty() && before != after) add(aspect, before, after, Severity::Note, text);
    };
    compare("scanner", a().manufacturer, b().manufacturer, "another manufacturer: signal scales and filters differ");
    compare("coil", a().coil, b().coil, "another coil: shading and reach differ");
    compare("patient position", a().patient_position, b().patient_position, "the body lies differently: soft tumours change their shape");
  }

  /// The aspects that every comparison names, where no difference was found.
  void what_is_the_same()
  {
    same("plane", std::string(name_of(a().plane)), std::string(name_of(b().plane)));
    same("sequence", sequence_words(a()), sequence_words(b()));
    same("field of view", field_of_view_words(a_), field_of_view_words(b_));
    same("slice thickness", slice_words(a()), slice_words(b()));
    same("gap between slices", or_unknown(gap_of(a()), 2, " mm"), or_unknown(gap_of(b()), 2, " mm"));
    same("pixel size", pixel_words(a()), pixel_words(b()));
    same("contrast phase", contrast_words(a()), contrast_words(b()));
    same("fat suppression", fat_suppression_words(a()), fat_suppression_words(b()));
    same("field strength", or_unknown(a().field_strength, 1, " T"), or_unknown(b().field_strength, 1, " T"));
    same("artefact level", artefact_words(a_), artefact_words(b_));
  }

  void same(const std::string& aspect, const std::string& baseline, const std::string& followup)
  {
    const auto is_it = [&](const ComparabilityItem& item) { return item.aspect == aspect; };
    if (std::any_of(report_.items.begin(), report_.items.end(), is_it)) return;
    const bool is_unknown = baseline == "unknown" && followup == "unknown";
    auto& item = add(aspect, baseline, followup, Severity::Same, is_unknown ? "told by neither examination" : "the same");
    if (!is_unknown) estimate(item, {}, "");
  }

  const Examination& a_;
  const Examination& b_;
  ComparabilityReport report_;
};
}  // namespace

ComparabilityReport compare_examinations(const Examination& baseline, const Examination& followup)
{
  return Comparison(baseline, followup).run();
}
}  // namespace nadir::measure
