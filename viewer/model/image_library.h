#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <map>
#include <memory>
#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/volume/volume.h"
#include "measure/assessment/open_timepoint.h"
#include "viewer/model/message.h"

namespace nadir::viewer
{
/// One series (stack) of one time point, as it is named everywhere in the viewer.
struct SeriesKey
{
  TimepointLabel timepoint;
  std::string stack;   ///< id within the time point, "4.1"
  auto operator<=>(const SeriesKey&) const = default;
  bool empty() const { return stack.empty(); }
};

/// A small picture: 8 bits grey, row by row.
struct Thumbnail
{
  int columns = 0;
  int rows = 0;
  QByteArray grey;
  double aspect = 1.0;   ///< height of a pixel over its width, as it must be shown
};

/// Images of the open case: scanned, previewed and loaded in the background; the calling thread never reads a file.
///
///     library.open(TimepointLabel{"baseline"}, "/images/pre");   // scanned -> first_image -> volume_ready for each volume asked for
///
/// Volumes are kept while the case is open, each once, shared with measuring.
class ImageLibrary : public QObject
{
  Q_OBJECT
public:
  explicit ImageLibrary(QObject* parent = nullptr);
  ~ImageLibrary() override;

  /// Scans a folder or DICOMDIR for a time point. A second call for the same label replaces the first.
  void open(const TimepointLabel& timepoint, const QString& folder);
  /// Stops all reading; `failed` follows for what was not finished. What is loaded stays.
  void cancel();
  /// Forgets everything.
  void clear();
  bool is_busy() const;

  std::vector<TimepointLabel> timepoints() const;
  /// nullptr while it is not scanned.
  std::shared_ptr<measure::OpenTimepoint> timepoint(const TimepointLabel& label) const;
  const imaging::ImageStack* stack(const SeriesKey& key) const;
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
  void scanned(const nadir::TimepointLabel& timepoint);
  void first_image_ready(const nadir::viewer::SeriesKey& key);   ///< and its thumbnail
  void volume_ready(const nadir::viewer::SeriesKey& key);
  /// What is being done and how far it is, e.g. "Reading baseline".
  void progress(const QString& what, int done, int total);
  void failed(const nadir::viewer::Message& message);
  void idle();

private:
  class Work;
  std::unique_ptr<Work> work_;
};
}  // namespace nadir::viewer

Q_DECLARE_METATYPE(nadir::viewer::SeriesKey)
Q_DECLARE_METATYPE(nadir::TimepointLabel)
