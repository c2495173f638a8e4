#include "viewer/model/image_library.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "imaging/dicom/load_volume.h"
#include "imaging/dicom/loader_error.h"
#include "imaging/dicom/scan.h"
#include "imaging/digest/sha256.h"
#include "measure/assessment/scanned_days.h"

namespace nadir::viewer
{
namespace
{
std::filesystem::path path_of(const QString& folder) { return folder.toStdU16String(); }

const imaging::ImageStack* stack_in(const measure::OpenTimepoint& timepoint, const std::string& id)
{
  for (const auto* stack : timepoint.images().stacks())
    if (stack->id == id) return stack;
  return nullptr;
}

using Opened = Result<std::shared_ptr<measure::OpenTimepoint>>;

/// Of the days in a folder the one with these images; the first when none has them, so that the difference can be told.
Opened opened_by_digest(const measure::CaseTimepoint& timepoint, const std::string& digest, const imaging::Progress& progress)
{
  imaging::ScanConfig config;
  config.progress = progress;
  auto scan = imaging::scan(timepoint.folder, config);
  if (!scan) return scan.failure();
  std::optional<Opened> first;
  for (auto& day : measure::days_of(std::move(*scan)))
  {
    auto images = measure::timepoint_images_of(timepoint.label, std::move(day));
    if (!images) return images.failure();
    const auto opened = std::make_shared<measure::OpenTimepoint>(std::move(*images));
    const auto list = opened->file_digests(progress);
    if (!list) return list.failure();
    if (imaging::sha256_of(*list) == digest) return opened;
    if (!first) first = opened;
  }
  return *first;
}

const std::string& no_text()
{
  static const std::string none;
  return none;
}
}  // namespace

ImageLibrary::ImageLibrary(QObject* parent) : QObject(parent), queue_(std::make_unique<BackgroundQueue>(this))
{
  queue_->on_progress([this](const QString& what, int done, int total) { emit progress(what, done, total); });
  queue_->on_idle([this] { emit idle(); });
}

ImageLibrary::~ImageLibrary() = default;

void ImageLibrary::survey(const QString& folder)
{
  queue_->add(Urgency::Now,
              [this, folder](const JobControl& control)
              {
                imaging::ScanConfig config;
                config.progress = control.progress(tr("Reading the folder"));
                auto scan = imaging::scan(path_of(folder), config);
                if (!scan)
                  return control.post(
                      [this, folder, failure = scan.failure()]
                      {
                        report(failure);
                        emit surveyed(folder, {});
                      });
                std::vector<std::shared_ptr<const imaging::Scan>> days;
                for (auto& day : measure::days_of(std::move(*scan))) days.push_back(std::make_shared<const imaging::Scan>(std::move(day)));
                control.post([this, folder, days] { emit surveyed(folder, days); });
              });
}

void ImageLibrary::open(const TimepointLabel& timepoint, const QString& folder, const std::string& digest)
{
  open_by(timepoint, folder,
          [timepoint, folder, digest](const JobControl& control) -> Opened
          {
            const auto progress = control.progress(tr("Reading %1").arg(text_of(timepoint.text())));
            return digest.empty() ? measure::OpenTimepoint::open({timepoint, path_of(folder)}, progress)
                                  : opened_by_digest({timepoint, path_of(folder)}, digest, progress);
          });
}

void ImageLibrary::open(const TimepointLabel& timepoint, const QString& folder, const std::shared_ptr<const imaging::Scan>& day)
{
  open_by(timepoint, folder,
          [timepoint, day](const JobControl&) -> Opened
          {
            auto images = measure::timepoint_images_of(timepoint, *day);
            return images ? Opened(std::make_shared<measure::OpenTimepoint>(std::move(*images))) : images.failure();
          });
}

void ImageLibrary::open_by(const TimepointLabel& timepoint, const QString& folder, Open open)
{
  if (std::find(order_.begin(), order_.end(), timepoint) == order_.end()) order_.push_back(timepoint);
  entries_[timepoint] = Entry{folder, nullptr, {}, {}, {}, {}, {}, {}};
  queue_->add(Urgency::Now,
              [this, timepoint, folder, open = std::move(open)](const JobControl& control)
              {
                auto opened = open(control);
                control.post(
                    [this, timepoint, folder, opened]
                    {
                      const auto entry = entries_.find(timepoint);
                      if (entry == entries_.end() || entry->second.folder != folder) return;
                      if (opened) return take(timepoint, *opened);
                      remove(timepoint);
                      report(opened.failure());
                      emit not_opened(timepoint);
                    });
              });
}

void ImageLibrary::take(const TimepointLabel& label, std::shared_ptr<measure::OpenTimepoint> opened)
{
  entries_[label].maps = computed_maps_of(*opened);
  entries_[label].opened = std::move(opened);
  emit scanned(label);
  picture_all(label);
  identify(label);
}

void ImageLibrary::picture_all(const TimepointLabel& label)
{
  const auto opened = entries_[label].opened;
  for (const auto* stack : opened->images().stacks())
    if (stack->geometry)
      queue_->add(Urgency::Soon,
                  [this, label, opened, stack](const JobControl& control)
                  {
                    const auto slice = imaging::load_slice(*stack, static_cast<int>(stack->slices.size() / 2));
                    if (!slice) return control.post([this, failure = slice.failure()] { report(failure); });
                    control.post([this, key = SeriesKey{label, stack->id}, opened, picture = Picture{*slice, thumbnail_of(**slice)}]
                                 { take_picture(key, opened, picture); });
                  });
  for (const auto& map : entries_[label].maps) picture_map(label, map);
}

/// Of the middle slices alone: the whole map is computed when it is looked at.
void ImageLibrary::picture_map(const TimepointLabel& label, const ComputedMap& map)
{
  queue_->add(Urgency::Soon,
              [this, label, opened = entries_[label].opened, map](const JobControl& control)
              {
                const auto slice = middle_slice(map);
                if (!slice) return;  // said when the map itself is asked for
                control.post([this, key = SeriesKey{label, map.id}, opened, picture = Picture{*slice, thumbnail_of(**slice)}]
                             { take_picture(key, opened, picture); });
              });
}

void ImageLibrary::take_picture(const SeriesKey& key, const std::shared_ptr<measure::OpenTimepoint>& of, Picture picture)
{
  if (!is_current(key.timepoint, of)) return;
  entries_[key.timepoint].pictures[key.stack] = std::move(picture);
  emit first_image_ready(key);
}

void ImageLibrary::identify(const TimepointLabel& label)
{
  const auto opened = entries_[label].opened;
  queue_->add(Urgency::Later,
              [this, label, opened](const JobControl& control)
              {
                auto list = opened->file_digests(control.progress(tr("Identifying %1").arg(text_of(label.text()))));
                if (!list) return control.post([this, failure = list.failure()] { report(failure); });
                control.post(
                    [this, label, opened, list = std::move(*list)]
                    {
                      if (!is_current(label, opened)) return;
                      entries_[label].list = list;
                      entries_[label].digest = imaging::sha256_of(list);
                      emit identified(label);
                    });
              });
}

bool ImageLibrary::is_current(const TimepointLabel& label, const std::shared_ptr<measure::OpenTimepoint>& opened) const
{
  const auto entry = entries_.find(label);
  return entry != entries_.end() && entry->second.opened == opened;
}

void ImageLibrary::report(const Failure& failure)
{
  auto message = message_of(failure);
  if (failure.is(imaging::LoaderError::Cancelled)) message.kind = MessageKind::Note;
  emit failed(message);
}

void ImageLibrary::cancel()
{
  queue_->cancel();
  std::vector<TimepointLabel> unfinished;
  for (auto& [label, entry] : entries_)
  {
    entry.loading.clear();
    if (!entry.opened) unfinished.push_back(label);
  }
  for (const auto& label : unfinished)
  {
    remove(label);
    emit not_opened(label);
  }
  emit failed({MessageKind::Note, tr("Reading images was stopped. What had been read stays."), QStringLiteral("loader.cancelled")});
}

void ImageLibrary::remove(const TimepointLabel& timepoint)
{
  entries_.erase(timepoint);
  std::erase(order_, timepoint);
  emit removed(timepoint);
}

void ImageLibrary::clear()
{
  queue_->cancel();
  for (const auto& label : std::vector(order_)) remove(label);
}

bool ImageLibrary::is_busy() const { return queue_->is_busy(); }

std::vector<TimepointLabel> ImageLibrary::timepoints() const { return order_; }

std::shared_ptr<measure::OpenTimepoint> ImageLibrary::timepoint(const TimepointLabel& label) const
{
  const auto entry = entries_.find(label);
  return entry == entries_.end() ? nullptr : entry->second.opened;
}

const std::string& ImageLibrary::images_digest(const TimepointLabel& label) const
{
  const auto entry = entries_.find(label);
  return entry == entries_.end() ? no_text() : entry->second.digest;
}

const std::string& ImageLibrary::images_list(const TimepointLabel& label) const
{
  const auto entry = entries_.find(label);
  return entry == entries_.end() ? no_text() : entry->second.list;
}

QString ImageLibrary::folder(const TimepointLabel& label) const
{
  const auto entry = entries_.find(label);
  return entry == entries_.end() ? QString() : entry->second.folder;
}

const imaging::ImageStack* ImageLibrary::stack(const SeriesKey& key) const
{
  if (const auto* map = computed_map(key)) return &map->grid();
  const auto opened = timepoint(key.timepoint);
  return opened ? stack_in(*opened, key.stack) : nullptr;
}

std::vector<ComputedMap> ImageLibrary::computed_maps(const TimepointLabel& label) const
{
  const auto entry = entries_.find(label);
  return entry == entries_.end() ? std::vector<ComputedMap>{} : entry->second.maps;
}

const ComputedMap* ImageLibrary::computed_map(const SeriesKey& key) const
{
  const auto entry = entries_.find(key.timepoint);
  if (entry == entries_.end()) return nullptr;
  const auto& maps = entry->second.maps;
  const auto found = std::find_if(maps.begin(), maps.end(), [&](const ComputedMap& map) { return map.id == key.stack; });
  return found == maps.end() ? nullptr : &*found;
}

void ImageLibrary::compute(const SeriesKey& key, const ComputedMap& map)
{
  auto& entry = entries_[key.timepoint];
  if (entry.computed.contains(key.stack)) return emit volume_ready(key);
  if (!entry.loading.insert(key.stack).second) return;
  queue_->add(Urgency::Last,
              [this, key, opened = entry.opened, images = map.images](const JobControl& control)
              {
                control.progress(tr("Computing the ADC map of %1").arg(text_of(key.timepoint.text())))(0, 1);
                const auto volume = opened->volumes().adc_of(images);
                control.post(
                    [this, key, opened, volume]
                    {
                      if (volume) return take_computed(key, opened, *volume);
                      if (is_current(key.timepoint, opened)) entries_[key.timepoint].loading.erase(key.stack);
                      report(volume.failure().in_context("ADC map of series " + key.stack));
                    });
              });
}

void ImageLibrary::take_computed(const SeriesKey& key, const std::shared_ptr<measure::OpenTimepoint>& of,
                                 const std::shared_ptr<const imaging::Volume>& volume)
{
  if (!is_current(key.timepoint, of)) return;
  auto& entry = entries_[key.timepoint];
  entry.loading.erase(key.stack);
  entry.computed[key.stack] = volume;
  entry.pictures[key.stack] = {volume, thumbnail_of(*volume)};
  emit first_image_ready(key);
  emit volume_ready(key);
}

SeriesKey ImageLibrary::key_of(const TimepointLabel& label, const SeriesUid& series) const
{
  if (const auto opened = timepoint(label))
    for (const auto* stack : opened->images().stacks())
      if (stack->series == series) return {label, stack->id};
  return {};
}

void ImageLibrary::load(const SeriesKey& key)
{
  if (const auto* map = computed_map(key)) return compute(key, *map);
  const auto opened = timepoint(key.timepoint);
  const auto* stack = opened ? stack_in(*opened, key.stack) : nullptr;
  if (!stack) return;
  if (opened->volumes().loaded(*stack)) return emit volume_ready(key);
  if (!entries_[key.timepoint].loading.insert(key.stack).second) return;
  queue_->add(Urgency::Last,
              [this, key, opened, stack](const JobControl& control)
              {
                const auto volume = opened->volumes().of(
                    *stack, control.progress(tr("Loading series %1 of %2").arg(text_of(key.stack), text_of(key.timepoint.text()))));
                control.post(
                    [this, key, opened, volume]
                    {
                      if (!is_current(key.timepoint, opened)) return;
                      entries_[key.timepoint].loading.erase(key.stack);
                      if (!volume) return report(volume.failure().in_context("series " + key.stack));
                      emit volume_ready(key);
                    });
              });
}

std::shared_ptr<const imaging::Volume> ImageLibrary::volume(const SeriesKey& key) const
{
  if (computed_map(key))
  {
    const auto& computed = entries_.at(key.timepoint).computed;
    const auto found = computed.find(key.stack);
    return found == computed.end() ? nullptr : found->second;
  }
  const auto opened = timepoint(key.timepoint);
  const auto* stack = opened ? stack_in(*opened, key.stack) : nullptr;
  return stack ? opened->volumes().loaded(*stack) : nullptr;
}

std::shared_ptr<const imaging::Volume> ImageLibrary::first_image(const SeriesKey& key) const
{
  const auto entry = entries_.find(key.timepoint);
  if (entry == entries_.end()) return nullptr;
  const auto picture = entry->second.pictures.find(key.stack);
  return picture == entry->second.pictures.end() ? nullptr : picture->second.slice;
}

Thumbnail ImageLibrary::thumbnail(const SeriesKey& key) const
{
  const auto entry = entries_.find(key.timepoint);
  if (entry == entries_.end()) return {};
  const auto picture = entry->second.pictures.find(key.stack);
  return picture == entry->second.pictures.end() ? Thumbnail{} : picture->second.thumbnail;
}
}  // namespace nadir::viewer
