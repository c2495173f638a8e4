#include "tests/reading/record/random_reader.h"

namespace nadir::testing
{
using namespace reading;

namespace
{
measure::LesionRole role_of(int number) { return static_cast<measure::LesionRole>(number); }
constexpr const char* states[] = {"SPLIT",     "MERGED_INTO", "ABSENT", "TOO_SMALL", "NOT_EVALUABLE", "PRESENT", "UNEQUIVOCAL_PROGRESSION",
                                  "EQUIVOCAL", "nonsense"};
}  // namespace

DrawnCaliper RandomReader::caliper()
{
  DrawnCaliper drawn{{point(), point()}, std::nullopt, SeriesUid{"1.2." + std::to_string(below(5))}, {}};
  if (below(3) == 0) drawn.short_axis = Line{point(), point()};
  return drawn;
}

StatedState RandomReader::state()
{
  StatedState stated{states[below(9)], below(2) == 0 ? "" : "motion \"artefact\"\n\xC3\xA4", {}, {}};
  if (stated.state == "MERGED_INTO" || below(20) == 0) stated.merged_into = lesion();
  const int parts = stated.state == "SPLIT" ? 1 + below(3) : 0;
  for (int part = 0; part < parts; ++part)
    stated.fragments.push_back(below(2) == 0 ? Fragment{Line{point(), point()}, {}, SeriesUid{"1.2.3"}, {}}
                                             : Fragment{{}, Millimeters{0.5 * below(100)}, {}, {}});
  return stated;
}

Act RandomReader::threshold_act()
{
  if (below(3) == 0) return ResetNecrosisThreshold{lesion(), timepoint()};
  return SetNecrosisThreshold{lesion(), timepoint(), {below(2) == 0 ? "enhancement" : "ADC", below(40) / 7.0}, std::nullopt};
}

Act RandomReader::content_act()
{
  switch (below(14))
  {
  case 0: return LoadImages{timepoint(), digest_of(below(9))};
  case 1: return ChooseSeries{timepoint(), SeriesUid{"1.2." + std::to_string(below(4))}};
  case 2: return UseProtocol{digest_of(100 + below(3))};
  case 3: return ConfirmQuestion{below(2) == 0 ? "order" : "sex"};
  case 4: return MarkLesion{{lesion(), role_of(below(3)), "soft tissue", below(4) == 0}};
  case 5: return WithdrawLesion{lesion()};
  case 6: return Reclassify{lesion(), role_of(below(3))};
  case 7: return PlaceCaliper{lesion(), timepoint(), caliper()};
  case 8: return MoveCaliper{lesion(), timepoint(), caliper()};
  case 9: return AcceptSegmentation{lesion(), timepoint(), {digest_of(200 + below(6)), 1 + below(2), "one click"}};
  case 10: return below(4) == 0 ? threshold_act() : Act(SetState{lesion(), timepoint(), state()});
  case 12: return AlignDate{timepoint(), {below(3) / 3.0, 0.0, -1.0 * below(5)}};
  case 11: return ChangeOrgan{lesion(), below(2) == 0 ? "lung" : "lymph node", below(4) == 0};
  default: return below(2) == 0 ? Act(ClearMarks{lesion(), timepoint()}) : Act(AddComment{"comment " + std::to_string(below(1000))});
  }
}

Act RandomReader::any_act(const Reading& reading)
{
  const int choice = below(100);
  if (choice < 15) return Undo{};
  if (choice < 25) return Redo{};
  if (choice < 27) return Lock{};
  if (choice < 30) return Sign{"I read this", {}, below(2) == 0 ? "" : "de"};
  if (choice < 34 || (reading.phase() != Phase::Draft && choice < 60)) return Reopen{};
  if (choice < 61) return Blind{below(2) == 0 ? TimepointLabel{} : timepoint()};
  if (choice < 62) return Unblind{};
  if (choice < 63) return ShowTimepoint{timepoint()};
  return content_act();
}

Command RandomReader::next(const Reading& reading) { return {any_act(reading), ReaderId{name_}, below(4) == 0 ? "" : "because"}; }

Stamp stamp_of(std::int64_t n)
{
  using namespace std::chrono;
  return {UtcTime{sys_days{year{2026} / January / 1}} + seconds{n}, "nadir 0.1.0"};
}

Digest digest_of(int number)
{
  const auto text = std::to_string(number);
  return Digest{std::string(64 - text.size(), '0') + text};
}

Event beginning(const std::string& patient)
{
  return *decide({}, {BeginRecord{RecordId{std::string(32, 'a')}, patient}, ReaderId{"A"}, ""}, stamp_of(0));
}

std::vector<Event> random_events(unsigned seed, int steps)
{
  std::vector<Event> events{beginning()};
  Reading reading;
  reading.apply(events.front());
  RandomReader first(seed, "A"), second(seed + 1'000'000, "B");
  for (int k = 0; k < 2 * steps; ++k)
  {
    const auto event = decide(reading, (k % 2 == 0 ? first : second).next(reading), stamp_of(k + 1));
    if (!event) continue;
    reading.apply(*event);
    events.push_back(*event);
  }
  return events;
}
}  // namespace nadir::testing
