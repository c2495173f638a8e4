#include "tests/viewer/states/kept_picture.h"

#include <QDir>

#include "tests/viewer/widget/picture_baseline.h"

namespace nadir::viewer::test
{
std::string difference_from_kept(const std::string& name, const QImage& picture, double most)
{
  const QString file = QString::fromStdString(name) + ".png";
  if (const QString folder = qEnvironmentVariable("NADIR_PICTURES"); !folder.isEmpty()) picture.save(QDir(folder).filePath(file));
  const QImage quarter = picture.convertToFormat(QImage::Format_RGB32)
                             .scaled(picture.width() / 4, picture.height() / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  return nadir::test::difference_from_baseline("states/" + name, quarter, most);
}
}  // namespace nadir::viewer::test
