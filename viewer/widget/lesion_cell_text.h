#pragma once

#include <QIdentityProxyModel>

namespace nadir::viewer
{
/// The lesion table as it is shown: locale's decimal sign, translated words, colors of what needs a look, and tips that tell the source of
/// each number and its warnings.
class LesionCellText : public QIdentityProxyModel
{
  Q_OBJECT
public:
  using QIdentityProxyModel::QIdentityProxyModel;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};
}  // namespace nadir::viewer
