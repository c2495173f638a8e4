#include "tests/report/support/random_assessment.h"

#include <array>

#include "tests/report/support/assessed.h"

namespace nadir::test
{
namespace
{
using namespace nadir::measure;
using Random = std::mt19937_64;

/// 0 to count - 1; independent of the standard library's distributions.
std::size_t below(Random& random, std::size_t count) { return static_cast<std::size_t>(random() % count); }
bool one_in(Random& random, std::size_t count) { return below(random, count) == 0; }

const std::string& odd_piece(Random& random)
{
  // clang-format off
  static const std::vector<std::string> pieces{
      "",        "\"quoted\"", "a,b",     "=SUM(A1:A9)", "+1", "-x", "@cmd", "-12.5", "'=x", "''-y", "'",   "line\r\nend", "\n", "\r", "\ttab", std::string("nul\0", 4), "\x01\x1b[31m\x7f",
      "Größe",   "左大腿",     "فخذ",     "бедро",       "😀", "\xFF\xC0\xAF", "{U+0041}", "{U+", "  blanks  ", ";|\\/", "NULL", "NA", ".", "<b>&amp;</b>", "T01.1", "a/b", "\xC2\x85\xC2\xA0",
      std::string(230, 'w'), "long text with blanks that is cut into pieces where receivers take no more than two hundred bytes of one text, and is put together again, "
                             "whatever the pieces begin or end with: blanks, commas, Größe or 大; and this goes on and on"};
  // clang-format on
  return pieces[below(random, pieces.size())];
}

double length(Random& random) { return static_cast<double>(below(random, 1200000)) / 10000.0; }

Caliper caliper(Random& random, double mm)
{
  const auto number = std::to_string(below(random, 90) + 10);
  Caliper made{{1.5, -20.25, 30}, {1.5 + mm, -20.25, 30}, Millimeters{mm}, SeriesUid{"1.2.826.0.1.3680043.8.498." + number}, {},
               std::nullopt};
  if (one_in(random, 5)) return made;
  made.sop_instance = SopInstanceUid{"1.2.826.0.1.3680043.8.498." + number + ".7"};
  made.slice = static_cast<int>(below(random, 60));
  return made;
}

const char* state_of(Random& random, LesionRole role, bool at_baseline)
{
  static constexpr std::array targets{"MEASURED",  "MEASURED",      "MEASURED", "MEASURED", "ABSENT",
                                      "TOO_SMALL", "NOT_EVALUABLE", "NOT_DONE", "SPLIT",    "MERGED_INTO"};
  static constexpr std::array non_targets{"PRESENT", "PRESENT", "ABSENT", "UNEQUIVOCAL_PROGRESSION", "NOT_EVALUABLE", "NOT_DONE"};
  static constexpr std::array news{"NONE", "NONE", "ABSENT", "EQUIVOCAL", "UNEQUIVOCAL", "NOT_EVALUABLE", "NOT_DONE"};
  if (role == LesionRole::Target) return at_baseline && !one_in(random, 12) ? "MEASURED" : targets[below(random, targets.size())];
  if (role == LesionRole::NonTarget) return at_baseline ? "PRESENT" : non_targets[below(random, non_targets.size())];
  return at_baseline ? "NONE" : news[below(random, news.size())];
}

/// Makes one assessment.
class Maker
{
public:
  Maker(std::uint64_t seed, Texts texts) : random_(seed), texts_(texts) {}

  Assessment make()
  {
    Assessment made;
    made.patient = "P" + std::to_string(below(random_, 1000));
    made.software_version = "0.1.0";
    made.inputs = {{"case", "case.json", std::string(64, 'a')}};
    const auto lesions = some_lesions();
    const auto count = 1 + below(random_, 5);
    for (std::size_t t = 0; t < count; ++t) made.timepoints.push_back(time_point(t, lesions));
    derive_responses(made);
    return made;
  }

private:
  std::string text(std::string plain) { return texts_ == Texts::Odd && one_in(random_, 3) ? odd_text(random_) : plain; }

  std::vector<Lesion> some_lesions()
  {
    static constexpr std::array organs{"soft tissue", "left lung", "liver",      "not stated",
                                       "right thigh", "Bone",      "chest wall", "somewhere else"};
    std::vector<Lesion> lesions;
    for (std::size_t i = 0, count = below(random_, 8); i < count; ++i)
    {
      const auto role = static_cast<LesionRole>(below(random_, 3));
      const char* stem = role == LesionRole::Target ? "T0" : role == LesionRole::NonTarget ? "NT0" : "NEW0";
      auto id = stem + std::to_string(i + 1);
      if (texts_ == Texts::Odd && one_in(random_, 4)) id = odd_text(random_) + std::to_string(i);
      lesions.push_back({LesionId{id}, role, text(organs[below(random_, organs.size())]), one_in(random_, 3)});
      if (one_in(random_, 6))
        lesions.back().tracking = {"1.2.826.0.1.3680043.8.498.4711." + std::to_string(i), text("Nodule " + std::to_string(i))};
    }
    return lesions;
  }

  std::string date(std::size_t t)
  {
    if (one_in(random_, 8)) return one_in(random_, 2) ? "" : "202" + std::to_string(t) + "-0" + std::to_string(1 + below(random_, 9));
    return "202" + std::to_string(t) + "-0" + std::to_string(1 + below(random_, 9)) + "-1" + std::to_string(below(random_, 10));
  }

  TimepointAssessment time_point(std::size_t t, const std::vector<Lesion>& lesions)
  {
    TimepointAssessment made;
    made.label = TimepointLabel{t == 0 ? "baseline" : "week " + std::to_string(8 * t)};
    if (texts_ == Texts::Odd && one_in(random_, 6)) made.label = TimepointLabel{odd_text(random_).substr(0, 15) + std::to_string(t)};
    made.date = date(t);
    for (const auto& lesion : lesions)
      if (t == 0 || !one_in(random_, 10)) made.lesions.push_back(at(t, lesion));
    settle_merges(made);
    return made;
  }

  LesionAssessment at(std::size_t t, const Lesion& lesion)
  {
    LesionAssessment made;
    made.lesion = lesion;
    made.state = state_of(random_, lesion.role, t == 0);
    const bool needs_reason = made.state == "NOT_EVALUABLE" || made.state == "UNEQUIVOCAL_PROGRESSION";
    if (needs_reason) made.reason = text(one_in(random_, 2) ? "movement artefact" : "resected before this date");
    if (made.state == "MEASURED") measure(made);
    if (made.state == "SPLIT")
      for (std::size_t part = 0, parts = 1 + below(random_, 3); part < parts; ++part) made.fragments.emplace_back(length(random_) / 3.0);
    made.evidence.source = "reader";
    return made;
  }

  void measure(LesionAssessment& lesion)
  {
    const double longest = one_in(random_, 30) ? 0.0 : length(random_);
    lesion.longest_diameter = caliper(random_, longest);
    if (lesion.lesion.nodal || one_in(random_, 3)) lesion.short_axis = caliper(random_, longest * 0.625);
    if (lesion.lesion.nodal && one_in(random_, 6)) lesion.longest_diameter.reset();
    lesion.volume = Milliliters{longest * 3.375};
    lesion.volume_uncertainty = Milliliters{longest * 0.25};
    if (one_in(random_, 4)) lesion.evidence.mask_digest = std::string(64, 'b');
    if (!one_in(random_, 4)) return;
    lesion.tissue = TissueContent{};
    lesion.tissue->channels = {text("T1 post-contrast")};
    lesion.tissue->necrotic_fraction = Banded{0.25, 0.125, 0.5};
    lesion.tissue->viable_diameter = caliper(random_, longest * 0.75);
    if (!one_in(random_, 3)) return;
    auto& threshold = lesion.tissue->threshold_by_reader.emplace();
    threshold.set.quantity = "ADC";
    threshold.set.value = 1625.0;
    threshold.unit = "1e-6 mm2/s";
    threshold.automatic = 1750.0;
    threshold.automatic_necrotic_fraction = {0.25, 0.125, 0.375};
  }

  /// A lesion can only be merged into a target that is measured there.
  void settle_merges(TimepointAssessment& timepoint)
  {
    const LesionAssessment* carrier = nullptr;
    for (const auto& lesion : timepoint.lesions)
      if (lesion.lesion.role == LesionRole::Target && lesion.state == "MEASURED") carrier = &lesion;
    for (auto& lesion : timepoint.lesions)
    {
      if (lesion.state != "MERGED_INTO") continue;
      if (carrier) lesion.merged_into = carrier->lesion.id;
      else lesion.state = "NOT_DONE";
    }
  }

  Random random_;
  Texts texts_;
};
}  // namespace

std::string odd_text(std::mt19937_64& random)
{
  auto text = odd_piece(random);
  while (one_in(random, 2)) text += odd_piece(random);
  return text;
}

Assessment random_assessment(std::uint64_t seed, Texts texts) { return Maker(seed, texts).make(); }
}  // namespace nadir::test
