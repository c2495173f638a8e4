#include "viewer/model/link_model.h"

#include <utility>

#include "imaging/dicom/loader_error.h"
#include "imaging/registration/transform_file.h"
#include "imaging/result/stop_request.h"
#include "measure/assessment/series_pairing.h"
#include "viewer/model/settings.h"

namespace nadir::viewer
{
namespace
{
PatientPoint moved(PatientPoint point, PatientVector by) { return point + by; }

QString key_of(const QString& record, const TimepointLabel& timepoint, const char* name)
{
  return record_key(record,
                    QStringLiteral("link/") + viewer::text_of(timepoint.text()).toUtf8().toHex() + QLatin1Char('/') + QLatin1String(name));
}

QString pair_of(const SeriesKey& baseline, const SeriesKey& follow_up)
{
  return viewer::text_of(baseline.timepoint.text() + ' ' + baseline.stack + '\n' + follow_up.timepoint.text() + ' ' + follow_up.stack);
}
}  // namespace

LinkModel::LinkModel(ImageLibrary& library, QObject* parent)
    : QObject(parent), library_(library), queue_(std::make_unique<BackgroundQueue>(this))
{
  on_ = settings().value(QStringLiteral("linked"), true).toBool();
  connect(&library, &ImageLibrary::volume_ready, this, &LinkModel::try_pairs_with);
  connect(&library, &ImageLibrary::removed, this, &LinkModel::forget);
}

LinkModel::~LinkModel() = default;

const LinkModel::Date& LinkModel::date(const TimepointLabel& timepoint) const
{
  static const Date baseline;
  const auto found = dates_.find(timepoint);
  return found == dates_.end() ? baseline : found->second;
}

void LinkModel::set_on(bool on)
{
  if (on == on_) return;
  if (!on) separate_cursors();
  on_ = on;
  settings().setValue(QStringLiteral("linked"), on);
  emit link_changed();
}

/// Each date goes on from where it is.
void LinkModel::separate_cursors()
{
  for (auto& [timepoint, date] : dates_) date.cursor = carry(TimepointLabel{}, timepoint, cursor_);
}

LinkState LinkModel::state(const TimepointLabel& timepoint) const { return date(timepoint).state; }
QString LinkModel::quality(const TimepointLabel& timepoint) const { return date(timepoint).quality; }
imaging::RigidTransform LinkModel::baseline_to(const TimepointLabel& timepoint) const { return date(timepoint).baseline_to; }
PatientVector LinkModel::offset(const TimepointLabel& timepoint) const { return date(timepoint).offset; }

PatientPoint LinkModel::carry(const TimepointLabel& from, const TimepointLabel& to, PatientPoint place) const
{
  if (from == to) return place;
  const auto& here = date(from);
  const auto& there = date(to);
  const auto at_baseline = here.baseline_to.inverse()(moved(place, -1.0 * here.offset));
  return moved(there.baseline_to(at_baseline), there.offset);
}

PatientPoint LinkModel::cursor(const TimepointLabel& timepoint) const
{
  const auto& own = date(timepoint).cursor;
  return !on_ && own ? *own : carry(TimepointLabel{}, timepoint, cursor_);
}

void LinkModel::set_cursor(const TimepointLabel& timepoint, PatientPoint place)
{
  const auto follow_up = dates_.find(timepoint);
  if (on_ || follow_up == dates_.end()) cursor_ = carry(timepoint, TimepointLabel{}, place);
  else follow_up->second.cursor = place;
  emit cursor_moved(timepoint);
}

void LinkModel::set_offset(const TimepointLabel& timepoint, PatientVector offset)
{
  if (date(timepoint).offset == offset || (keep_offset_ && keep_offset_(timepoint, offset))) return;
  dates_[timepoint].offset = offset;
  emit link_changed();
}

/// Dates that are not named are not moved.
void LinkModel::show_offsets(const std::map<TimepointLabel, PatientVector>& offsets)
{
  bool is_new = false;
  const auto show = [&](Date& date, PatientVector offset)
  {
    is_new = is_new || !(date.offset == offset);
    date.offset = offset;
  };
  for (auto& [timepoint, date] : dates_)
    if (!offsets.contains(timepoint)) show(date, {});
  for (const auto& [timepoint, offset] : offsets) show(dates_[timepoint], offset);
  if (is_new) emit link_changed();
}

void LinkModel::take_offset_from(PatientPoint at_baseline, const TimepointLabel& timepoint, PatientPoint at_timepoint)
{
  set_offset(timepoint, at_timepoint - date(timepoint).baseline_to(at_baseline));
}

/// A follow-up is registered once, on the first pair of twins whose voxels are there.
void LinkModel::try_pairs_with(const SeriesKey& key)
{
  const auto all = library_.timepoints();
  const auto baseline = all.empty() ? nullptr : library_.timepoint(all.front());
  if (!baseline) return;
  for (const auto& label : all)
  {
    if (label == all.front() || date(label).state != LinkState::None || (key.timepoint != label && key.timepoint != all.front())) continue;
    const auto other = library_.timepoint(label);
    if (!other) continue;
    for (const auto* stack : baseline->images().stacks())
    {
      const auto* twin = measure::twin_of(*stack, other->images());
      if (!twin || !baseline->volumes().loaded(*stack) || !other->volumes().loaded(*twin)) continue;
      register_dates({all.front(), stack->id}, {label, twin->id});
      break;
    }
  }
}

std::optional<imaging::RigidTransform> LinkModel::registration_of(const SeriesKey& baseline, const SeriesKey& follow_up) const
{
  const auto& known = date(follow_up.timepoint);
  return known.state == LinkState::Registered && known.pair == pair_of(baseline, follow_up) ? std::optional(known.baseline_to)
                                                                                            : std::nullopt;
}

void LinkModel::register_dates(const SeriesKey& baseline, const SeriesKey& follow_up)
{
  const auto fixed = library_.volume(baseline), moving = library_.volume(follow_up);
  if (!fixed || !moving) return;
  dates_[follow_up.timepoint].state = LinkState::Pending;
  dates_[follow_up.timepoint].pair = pair_of(baseline, follow_up);
  emit link_changed();
  queue_->add(Urgency::Last,
              [this, fixed, moving, follow_up](const JobControl& control)
              {
                imaging::RigidConfig config;
                config.progress = control.progress(tr("Registering"));
                auto registration = unless_stopped([&control] { return control.is_cancelled(); },
                                                   [&] { return imaging::register_rigid(*fixed, *moving, config); });
                if (registration)
                  control.post([this, follow_up, registration = *std::move(registration)] { take(follow_up, registration); });
              });
}

void LinkModel::take(const SeriesKey& follow_up, const Result<imaging::RigidRegistration>& registration)
{
  if (!library_.timepoint(follow_up.timepoint)) return;
  auto& date = dates_[follow_up.timepoint];
  date.state = registration ? LinkState::Registered : LinkState::Refused;
  date.quality = viewer::text_of(registration ? words_of(registration->quality) : registration.failure().message());
  if (registration)
  {
    date.baseline_to = registration->fixed_to_moving;
    date.saved = viewer::text_of(imaging::to_transform_json({registration->fixed_to_moving, std::nullopt, registration->quality}));
  }
  emit link_changed();
}

void LinkModel::forget(const TimepointLabel& timepoint)
{
  if (dates_.erase(timepoint) > 0) emit link_changed();
}

void LinkModel::clear()
{
  queue_->cancel();
  dates_.clear();
  cursor_ = {};
  emit link_changed();
}

void LinkModel::save(const QString& record) const
{
  for (const auto& [timepoint, date] : dates_)
  {
    if (date.saved.isEmpty()) continue;
    settings().setValue(key_of(record, timepoint, "transform"), date.saved);
    settings().setValue(key_of(record, timepoint, "pair"), date.pair);
  }
}

/// The images of a record are always the same, so their registration holds.
void LinkModel::restore(const QString& record, const TimepointLabel& timepoint)
{
  const auto saved = settings().value(key_of(record, timepoint, "transform")).toString();
  const auto transform = imaging::parse_transform_json(saved.toStdString());
  auto& date = dates_[timepoint];
  if (transform)
  {
    date.baseline_to = transform->rigid;
    date.saved = saved;
    date.pair = settings().value(key_of(record, timepoint, "pair")).toString();
    date.state = LinkState::Registered;
    date.quality = viewer::text_of(words_of(transform->quality));
  }
  emit link_changed();
}
}  // namespace nadir::viewer
