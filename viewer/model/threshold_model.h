#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <memory>
#include <optional>

#include "segmentation/tissue/tissue_fit.h"
#include "viewer/model/reading_model.h"
#include "viewer/model/segmentation_job.h"

namespace nadir::viewer
{
/// Where necrosis ends in the lesion whose tissue was told last: tried out live, set and taken back as acts of the record. What is tried
/// and not set is in no number of the assessment. Undo, redo and a new segmentation bring the overlay back to what the record says.
class ThresholdModel : public QObject
{
  Q_OBJECT
public:
  ThresholdModel(ReadingModel& reading, SegmentationJob& segmentation, QObject* parent = nullptr);
  ~ThresholdModel() override;

  /// Whether there is a lesion whose dead tissue is told by a threshold.
  bool has_threshold() const { return told_.map && told_.map->threshold; }
  const LesionId& lesion() const { return told_.lesion; }
  const TimepointLabel& timepoint() const { return told_.series.timepoint; }
  /// The tissue under the value at hand; nullptr without.
  const std::shared_ptr<const segmentation::TissueMap>& map() const { return told_.map; }
  /// The value at hand: tried, set or automatic, in the unit of the quantity.
  double value() const { return value_; }
  /// Whether the value at hand is the one that the record and its numbers rest on.
  bool is_recorded() const;
  bool can_change() const;

  /// Brings a lesion to hand whose tissue has been told.
  void take(const TissueOverlay& overlay);
  /// Shows the tissue under another threshold; `previewed` follows in a moment, of several values in a row the last one.
  void try_out(double value);
  /// Makes the value at hand the reader's; the reason stays in the record. False when that was refused.
  bool set(const QString& why);
  /// Back to the automatic threshold: an act where one was set, else only what is shown.
  bool reset();

signals:
  void changed();
  void previewed(const nadir::viewer::TissueOverlay& overlay);
  void dropped(const nadir::TimepointLabel& timepoint);  ///< the tissue is not of the segmentation that stands

private:
  void follow_record();
  void drop();
  void preview();
  void show(const std::shared_ptr<const segmentation::TissueMap>& map);
  std::optional<double> recorded() const;
  double automatic() const { return told_.map->threshold->automatic; }

  ReadingModel& reading_;
  TissueOverlay told_;
  std::optional<reading::AcceptedMask> mask_;  ///< of the lesion when its tissue was told
  std::optional<double> recorded_;             ///< threshold of the record that was followed last
  double value_ = 0.0;
  double shown_ = 0.0;
  bool is_working_ = false;
  std::unique_ptr<BackgroundQueue> queue_;
};
}  // namespace nadir::viewer
