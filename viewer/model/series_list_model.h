#pragma once

#include <QtCore/QAbstractListModel>
#include <vector>

#include "viewer/model/blinding_model.h"
#include "viewer/model/image_library.h"

namespace nadir::viewer
{
/// Every series of the open case, time point after time point, in the order of the scan, one row a stack; then the maps that can be
/// computed of it.
class SeriesListModel : public QAbstractListModel
{
  Q_OBJECT
public:
  enum Role
  {
    TitleRole = Qt::DisplayRole,    ///< "T1 post-contrast, axial"
    WarningRole = Qt::ToolTipRole,  ///< the certificate's doubts in words, one a line; "" when it is clean
    KeyRole = Qt::UserRole,         ///< SeriesKey
    TimepointRole,                  ///< "baseline"
    StudyRole,                      ///< "baseline, 2024-01-31" (blinded: "baseline")
    SequenceRole,                   ///< "T1 post-contrast"
    PlaneRole,                      ///< "axial"
    SlicesRole,                     ///< int
    SpacingRole,                    ///< "0.78 x 0.78 x 5.0 mm"
    DescriptionRole,                ///< as in the files; may hold anything, even a date: "" while blinded
    IsCleanRole,                    ///< bool: no warning triangle
    IsMeasurableRole,               ///< bool: sizes may be taken from it
    CertificateRole,                ///< QStringList "slice spacing: 5.000 mm"
    ThumbnailRole,                  ///< Thumbnail
    TimepointIndexRole,             ///< int, 0 = baseline: for its colour
    ComputedFromRole,               ///< "b 0, 800 s/mm²" of a map that Nadir computes; "" of an acquired series
  };

  SeriesListModel(const ImageLibrary& library, const BlindingModel& blinding, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  SeriesKey key_at(int row) const;
  int row_of(const SeriesKey& key) const;  ///< -1 when it is not there

private:
  struct Row
  {
    SeriesKey key;
    int timepoint = 0;
    std::shared_ptr<measure::OpenTimepoint> opened;  ///< owns the stack
    const imaging::ImageStack* stack = nullptr;
    QString computed_from = {};  ///< "b 0, 800 s/mm²" of a computed map; "" of an acquired series
  };
  void rebuild();
  QString study_of(const Row& row) const;
  QString title_of(const Row& row) const;
  QString description_of(const Row& row) const;

  const ImageLibrary& library_;
  const BlindingModel& blinding_;
  std::vector<Row> rows_;
};
}  // namespace nadir::viewer
