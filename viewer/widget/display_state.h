#pragma once

#include <QObject>
#include <map>
#include <optional>

#include "viewer/model/case_session.h"
#include "viewer/render/slice_recipe.h"

namespace nadir::viewer
{
/// What is drawn over images, in every view.
enum class Decoration
{
  Texts = 1,
  Crosshair = 2,
  ReferenceLines = 4,
  Outlines = 8,
  Diameters = 16,
  Tissue = 32,
};
Q_DECLARE_FLAGS(Decorations, Decoration)
Q_DECLARE_OPERATORS_FOR_FLAGS(Decorations)

/// How the open case is shown, as far as views share it: decorations, windows of series, voxels of accepted lesions, what the program
/// proposes. Holds no measurement; closing the case clears it.
class DisplayState : public QObject
{
  Q_OBJECT
public:
  explicit DisplayState(CaseSession& session, QObject* parent = nullptr);

  Decorations decorations() const { return decorations_; }
  void set_decorations(Decorations decorations);  ///< remembered
  Interpolation interpolation() const { return interpolation_; }
  void set_interpolation(Interpolation interpolation);

  /// Window of a series: the reader's, else the automatic one of its volume, found once.
  DisplayWindow window(const SeriesKey& key, const imaging::Volume& volume);
  DisplayWindow automatic(const SeriesKey& key, const imaging::Volume& volume);
  void set_window(const SeriesKey& key, const DisplayWindow& window);
  void forget_window(const SeriesKey& key);  ///< back to the automatic one

  /// Voxels of an accepted segmentation; read from the record once for each digest. nullptr without.
  std::shared_ptr<const segmentation::Mask> accepted_mask(const LesionId& lesion, const TimepointLabel& timepoint);

  /// What the program proposes and the reader has not decided on; at most one at a time.
  const std::optional<Proposal>& proposal() const { return proposal_; }
  void set_proposal(std::optional<Proposal> proposal);
  /// Living and dead tissue of the lesion at hand; nullptr before it has been told.
  std::shared_ptr<const segmentation::TissueMap> tissue(const TimepointLabel& timepoint) const;

  /// 0 = baseline, 1, ...: for colors; -1 when unknown.
  int index_of(const TimepointLabel& timepoint) const;

signals:
  void changed();

private:
  void clear();
  /// Tissue that is to be seen is told by itself.
  void follow_tissue();
  /// Puts a cursor that nobody has placed yet into the middle of the first volume.
  void start_in_the_middle(const SeriesKey& key);

  CaseSession& session_;
  Decorations decorations_;
  Interpolation interpolation_ = Interpolation::Linear;
  std::map<SeriesKey, DisplayWindow> windows_;
  std::map<SeriesKey, std::pair<const imaging::Volume*, DisplayWindow>> automatic_;
  std::map<std::string, std::shared_ptr<const segmentation::Mask>> masks_;
  std::optional<Proposal> proposal_;
};
}  // namespace nadir::viewer
