#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/volume/volume.h"
#include "measure/assessment/open_timepoint.h"
#include "viewer/model/background_queue.h"
#include "viewer/model/computed_map.h"
#include "viewer/model/message.h"
#include "viewer/model/thumbnail.h"

namespace nadir::viewer
{
/// One series (stack) of one time point, as it is named everywhere in the viewer.
struct SeriesKey
{
  TimepointLabel timepoint;
  std::string stack;  ///< id within the time point, "4.1"
  auto operator<=>(const SeriesKey&) const = default;
  bool empty() const { return stack.empty(); }
};

/// Images of the open case: scanned, previewed and loaded in the background; the calling thread never reads a file.
///
///     library.open(TimepointLabel{"baseline"}, "/images/pre");   // scanned -> first_image_ready -> identified; load() -> volume_ready
///
/// Volumes are kept while the case is open, each once, shared with measuring.
class ImageLibrary : public QObject
{
  Q_OBJECT
public:
  explicit ImageLibrary(QObject* parent = nullptr);
  ~ImageLibrary() override;

  /// Scans a folder or DICOMDIR; `surveyed` follows with one scan for each day of examination, the earliest first.
  void survey(const QString& folder);
  /// Scans a folder or DICOMDIR for a time point. Where it holds several days, the one whose images have this digest is taken.
  /// A second call for the same label replaces the first.
  void open(const TimepointLabel& timepoint, const QString& folder, const std::string& digest = {});
  /// Opens what a survey found.
  void open(const TimepointLabel& timepoint, const QString& folder, const std::shared_ptr<const imaging::Scan>& day);
  /// Stops all reading; `failed` follows for what was not finished. What is loaded stays.
  void cancel();
  /// Forgets a time point, or everything.
  void remove(const TimepointLabel& timepoint);
  void clear();
  bool is_busy() const;

  std::vector<TimepointLabel> timepoints() const;
  /// nullptr while it is not scanned.
  std::shared_ptr<measure::OpenTimepoint> timepoint(const TimepointLabel& label) const;
  /// SHA-256 under which a record knows exactly these images, and the list it is of; empty before `identified`.
  const std::string& images_digest(const TimepointLabel& label) const;
  const std::string& images_list(const TimepointLabel& label) const;
  QString folder(const TimepointLabel& label) const;
  /// Of a computed map: the stack that it lies on.
  const imaging::ImageStack* stack(const SeriesKey& key) const;
  /// Maps that can be computed at a time point: shown like series, never measured or segmented on. They are computed when they are first
  /// loaded.
  std::vector<ComputedMap> computed_maps(const TimepointLabel& label) const;
  /// nullptr where the key is one of an acquired series.
  const ComputedMap* computed_map(const SeriesKey& key) const;
  /// The series that a UID names, at a time point; empty key when there is none.
  SeriesKey key_of(const TimepointLabel& label, const SeriesUid& series) const;

  /// Asks for the voxels; `volume_ready` follows, at once when they are there.
  void load(const SeriesKey& key);
  /// The voxels when they are there, else nullptr.
  std::shared_ptr<const imaging::Volume> volume(const SeriesKey& key) const;
  /// One slice to show before the whole is there (the middle one); nullptr before `first_image`.
  std::shared_ptr<const imaging::Volume> first_image(const SeriesKey& key) const;
  Thumbnail thumbnail(const SeriesKey& key) const;

signals:
  /// The days found in a folder; none when it could not be read (`failed` says why).
  void surveyed(const QString& folder, const std::vector<std::shared_ptr<const imaging::Scan>>& days);
  void scanned(const nadir::TimepointLabel& timepoint);
  void identified(const nadir::TimepointLabel& timepoint);  ///< its digest is known
  void removed(const nadir::TimepointLabel& timepoint);
  /// A time point could not be opened; `failed` says why.
  void not_opened(const nadir::TimepointLabel& timepoint);
  void first_image_ready(const nadir::viewer::SeriesKey& key);  ///< and its thumbnail
  void volume_ready(const nadir::viewer::SeriesKey& key);
  /// What is being done and how far it is, e.g. "Reading baseline".
  void progress(const QString& what, int done, int total);
  void failed(const nadir::viewer::Message& message);
  void idle();

private:
  struct Picture
  {
    std::shared_ptr<const imaging::Volume> slice;
    Thumbnail thumbnail;
  };
  struct Entry
  {
    QString folder;
    std::shared_ptr<measure::OpenTimepoint> opened;  ///< nullptr while it is being scanned
    std::string list;
    std::string digest;
    std::map<std::string, Picture> pictures;  ///< by stack
    std::set<std::string> loading;            ///< stacks whose voxels were asked for
    std::vector<ComputedMap> maps;
    std::map<std::string, std::shared_ptr<const imaging::Volume>> computed;  ///< by the id of the map
  };
  using Opened = Result<std::shared_ptr<measure::OpenTimepoint>>;
  using Open = std::function<Opened(const JobControl&)>;
  void open_by(const TimepointLabel& timepoint, const QString& folder, Open open);
  void take(const TimepointLabel& label, std::shared_ptr<measure::OpenTimepoint> opened);
  void take_picture(const SeriesKey& key, const std::shared_ptr<measure::OpenTimepoint>& of, Picture picture);
  void picture_all(const TimepointLabel& label);
  void picture_map(const TimepointLabel& label, const ComputedMap& map);
  void identify(const TimepointLabel& label);
  void compute(const SeriesKey& key, const ComputedMap& map);
  void take_computed(const SeriesKey& key, const std::shared_ptr<measure::OpenTimepoint>& of,
                     const std::shared_ptr<const imaging::Volume>& volume);
  void report(const Failure& failure);
  bool is_current(const TimepointLabel& label, const std::shared_ptr<measure::OpenTimepoint>& opened) const;

  std::vector<TimepointLabel> order_;
  std::map<TimepointLabel, Entry> entries_;
  std::unique_ptr<BackgroundQueue> queue_;
};
}  // namespace nadir::viewer

Q_DECLARE_METATYPE(nadir::viewer::SeriesKey)
Q_DECLARE_METATYPE(nadir::TimepointLabel)
