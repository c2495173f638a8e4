#include "tests/viewer/widget/picture_baseline.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <cstdlib>

namespace nadir::test
{
namespace
{
bool is_different(QRgb a, QRgb b)
{
  return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))}) > 32;
}
}  // namespace

double differing_share(const QImage& a, const QImage& b)
{
  if (a.size() != b.size() || a.isNull()) return 1.0;
  int different = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) different += is_different(a.pixel(x, y), b.pixel(x, y)) ? 1 : 0;
  return static_cast<double>(different) / (static_cast<double>(a.width()) * a.height());
}

std::string difference_from_baseline(const std::string& name, const QImage& picture, double most)
{
  const QString file = "tests/baselines/" + QString::fromStdString(name) + ".png";
  const double share = differing_share(QImage(file).convertToFormat(QImage::Format_RGB32), picture.convertToFormat(QImage::Format_RGB32));
  if (share <= most) return "";
  const QString kept = QDir::temp().filePath(QString::fromStdString(name) + ".new.png");
  picture.save(kept);
  return file.toStdString() + (QFile::exists(file) ? " differs in " + std::to_string(100 * share) + " % of pixels" : " is missing") +
         "; see " + kept.toStdString();
}
}  // namespace nadir::test
