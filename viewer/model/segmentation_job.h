#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "imaging/registration/rigid_transform.h"
#include "segmentation/lesion/lesion_prompt.h"
#include "segmentation/mask/mask.h"
#include "viewer/model/image_library.h"
#include "viewer/model/tissue_overlay.h"

namespace nadir::viewer
{
class BlindingModel;

/// A lesion that the program proposes; the reader accepts it (ReadingModel::accept_segmentation), corrects it, or lets it be.
struct Proposal
{
  SeriesKey series;  ///< on whose voxels it lies
  segmentation::Mask mask;
  std::string source;  ///< "caliper", "one click", "scribbles", "propagation"
  std::optional<double> volume_ml;
  std::optional<double> volume_low_ml;
  std::optional<double> volume_high_ml;
  QStringList warnings;
  QString explanation{};  ///< propagation: what was found, in words
  bool is_gone = false;   ///< propagation: its tissue is gone at the later date; the mask is empty
};

/// Segmenting in the background, one job at a time: a new one ends the one before.
class SegmentationJob : public QObject
{
  Q_OBJECT
public:
  SegmentationJob(ImageLibrary& library, const BlindingModel& blinding, QObject* parent = nullptr);
  ~SegmentationJob() override;

  /// From a caliper, a click or strokes on one series; the other series of the same examination help.
  void segment(const SeriesKey& series, const segmentation::LesionPrompt& prompt);
  /// Further strokes on the last proposal; quick.
  void refine(const std::vector<segmentation::Stroke>& strokes);
  /// Where the registration of two series is taken from, so that `propagate` need not find it again; nullopt = not known.
  using Registrations = std::function<std::optional<imaging::RigidTransform>(const SeriesKey& earlier, const SeriesKey& later)>;
  void take_registrations_from(Registrations registrations) { registrations_ = std::move(registrations); }
  /// Looks for a lesion of one date on another one; refused while blinded, since it tells of the other date.
  void propagate(const SeriesKey& from, const segmentation::Mask& lesion, const TimepointLabel& to);
  /// Tells living from dead tissue within a mask.
  void tell_tissue(const TissueWish& wish);
  /// Nothing of the job under way is proposed any more, and it is left soon.
  void cancel();
  bool is_busy() const;

signals:
  void proposed(const nadir::viewer::Proposal& proposal);
  void tissue_told(const nadir::viewer::TissueOverlay& overlay);
  void progress(const QString& what, int done, int total);
  void failed(const nadir::viewer::Message& message);
  void cancelled();
  void busy_changed(bool busy);

private:
  struct Place
  {
    std::shared_ptr<measure::OpenTimepoint> opened;
    const imaging::ImageStack* stack = nullptr;
  };
  std::optional<Place> place_of(const SeriesKey& series);
  void start(const QString& what, BackgroundQueue::Job job);
  void answer(const JobControl& control, const Result<Proposal>& proposal);

  ImageLibrary& library_;
  const BlindingModel& blinding_;
  Registrations registrations_;
  /// Of the last proposal from marks; touched by the background thread alone.
  struct Last;
  std::shared_ptr<Last> last_;
  std::unique_ptr<BackgroundQueue> queue_;
};
}  // namespace nadir::viewer

Q_DECLARE_METATYPE(nadir::viewer::Proposal)
