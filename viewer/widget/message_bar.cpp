#include "viewer/widget/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

#include "viewer/widget/core_sentence.h"
#include "viewer/widget/screen_text.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
constexpr int note_milliseconds = 6000;
constexpr int above_the_edge = 62;  // the corner texts and the notice of a view stay readable
constexpr int widest = 900;

QColor color_of(MessageKind kind)
{
  switch (kind)
  {
  case MessageKind::Note: return theme::accent;
  case MessageKind::Warning: return theme::warning;
  case MessageKind::Failure: return theme::failure;
  }
  return theme::quiet;
}

/// One sentence a line, in the language and with the decimal sign of the screen.
QString on_screen(const QString& text)
{
  QStringList lines = text.split('\n');
  for (QString& line : lines) line = screen_text(screen_sentence(line));
  return lines.join('\n');
}
}  // namespace

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), icon_(new QLabel), text_(new QLabel)
{
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::PlainText);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = new QToolButton;
  close->setText(QStringLiteral("\u2715"));
  close->setToolTip(tr("Close this message"));
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(10, 4, 4, 4);
  row->addWidget(icon_);
  row->addWidget(text_, 1);
  row->addWidget(close);
  parent->installEventFilter(this);
  hide();
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
  if (watched == parentWidget() && event->type() == QEvent::Resize) take_place();
  return QFrame::eventFilter(watched, event);
}

void MessageBar::take_place()
{
  const QSize room = parentWidget()->size();
  const int width = std::min(widest, room.width() - 40);
  const int height = std::max(heightForWidth(width), minimumSizeHint().height());
  setGeometry((room.width() - width) / 2, std::max(0, room.height() - height - above_the_edge), width, height);
  raise();
}

void MessageBar::settle(const QString& code)
{
  if (code_ == code) hide();
}

void MessageBar::tell(const Message& message)
{
  code_ = message.code;
  const QColor color = color_of(message.kind);
  setStyleSheet(
      QString("MessageBar, nadir--viewer--MessageBar { background: #26292e; border: 1px solid #4a4f57; border-left: 4px solid %1; }")
          .arg(color.name()));
  icon_->setText(message.kind == MessageKind::Note ? QStringLiteral("\u2139") : QStringLiteral("\u26a0"));
  icon_->setStyleSheet(QString("color: %1; font-size: 15px;").arg(color.name()));
  text_->setText(on_screen(message.text));
  take_place();
  show();
  if (message.kind != MessageKind::Note)
  {
    ++number_;
    return;
  }
  QTimer::singleShot(note_milliseconds, this,
                     [this, shown = ++number_]
                     {
                       if (shown == number_) hide();
                     });
}
}  // namespace nadir::viewer
