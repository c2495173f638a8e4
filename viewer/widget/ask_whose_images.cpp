#include "viewer/widget/ask_whose_images.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <utility>

namespace nadir::viewer
{
namespace
{
struct Words
{
  Q_DECLARE_TR_FUNCTIONS(WhoseImages)
};
}  // namespace

void ask_whose_images(QWidget* parent, const QString& missing, std::function<void()> found, std::function<void()> added)
{
  auto* question =
      new QMessageBox(QMessageBox::Question, Words::tr("Missing images"),
                      Words::tr("The images of \"%1\" are no longer where they were. Does this folder hold them?").arg(missing),
                      QMessageBox::Cancel, parent);
  question->setAttribute(Qt::WA_DeleteOnClose);
  question->setModal(false);
  const auto* yes = question->addButton(Words::tr("Images of \"%1\"").arg(missing), QMessageBox::YesRole);
  const auto* no = question->addButton(Words::tr("A new date"), QMessageBox::NoRole);
  QObject::connect(yes, &QPushButton::clicked, parent, [found = std::move(found)] { found(); });
  QObject::connect(no, &QPushButton::clicked, parent, [added = std::move(added)] { added(); });
  question->show();
}
}  // namespace nadir::viewer
