#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <map>
#include <memory>
#include <set>

#include "viewer/model/reading_model.h"
#include "viewer/model/segmentation_job.h"
#include "viewer/model/threshold_model.h"

namespace nadir::viewer
{
/// Living and dead tissue of the lesion at hand, at every date where it has a segmentation. What is kept is always of the segmentation that
/// stands: an edit drops it. Told when asked for (SegmentationJob::tell_tissue), or by itself while it is to be seen; then doubts are not
/// announced, they stand with the lesion's numbers.
class TissueModel : public QObject
{
  Q_OBJECT
public:
  enum class Telling
  {
    WhenAsked,
    ByItself,
  };

  TissueModel(ReadingModel& reading, ImageLibrary& images, SegmentationJob& segmentation, ThresholdModel& threshold,
              QObject* parent = nullptr);
  ~TissueModel() override;

  void set_telling(Telling telling);
  void set_lesion(const LesionId& lesion);
  /// Brings the threshold of the lesion at this date to hand, where it has been told.
  void turn_to(const TimepointLabel& timepoint);
  /// nullptr where nothing has been told.
  std::shared_ptr<const segmentation::TissueMap> map(const TimepointLabel& timepoint) const;
  bool is_busy() const;

signals:
  void changed();

private:
  struct Kept
  {
    TissueOverlay overlay;
    reading::AcceptedMask mask;  ///< that it was told of
  };
  void keep(const TissueOverlay& overlay);
  void follow_record();
  void clear();
  void tell_missing();
  bool is_of_record(const TimepointLabel& timepoint, const Kept& kept) const;
  bool is_missing(const TimepointLabel& timepoint) const;
  void tell(const TimepointLabel& timepoint);
  void take(const TissueWish& wish, const Result<TissueOverlay>& told);

  ReadingModel& reading_;
  ImageLibrary& images_;
  ThresholdModel& threshold_;
  Telling telling_ = Telling::WhenAsked;
  LesionId lesion_;
  TimepointLabel turned_to_;
  std::map<TimepointLabel, Kept> kept_;
  std::set<std::string> in_vain_;  ///< masks whose tissue could not be told
  QTimer pause_;                   ///< strokes follow each other: the last one counts
  std::unique_ptr<BackgroundQueue> queue_;
};
}  // namespace nadir::viewer
