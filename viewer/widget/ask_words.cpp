#include "viewer/widget/ask_words.h"

#include <QInputDialog>
#include <utility>

namespace nadir::viewer
{
void ask_words(QWidget* parent, const QString& title, const QString& question, std::function<void(const QString&)> answered)
{
  auto* dialog = new QInputDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setModal(false);
  dialog->setWindowTitle(title);
  dialog->setLabelText(question);
  QObject::connect(dialog, &QInputDialog::textValueSelected, parent,
                   [answered = std::move(answered)](const QString& text)
                   {
                     if (!text.trimmed().isEmpty()) answered(text.trimmed());
                   });
  dialog->show();
}
}  // namespace nadir::viewer
