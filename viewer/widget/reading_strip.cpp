#include "viewer/widget/reading_strip.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "viewer/widget/ask_words.h"
#include "viewer/widget/screen_text.h"

namespace nadir::viewer
{
ReadingStrip::ReadingStrip(CaseSession& session, QWidget* parent)
    : QWidget(parent), session_(session), state_(new QLabel), blinding_(new QCheckBox(tr("Blinded"))), lock_(new QPushButton(tr("Lock"))),
      sign_(new QPushButton(tr("Sign"))), reopen_(new QPushButton(tr("Reopen ...")))
{
  blinding_->setToolTip(tr("Hides dates, results of other dates, responses and flags until the reading is locked"));
  lock_->setObjectName("lock");
  lock_->setToolTip(tr("Computes everything from the images once more and ends the changes of this version"));
  sign_->setObjectName("sign");
  state_->setObjectName("reading-state");
  state_->setWordWrap(true);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(blinding_);
  buttons->addStretch(1);
  for (QPushButton* button : {lock_, sign_, reopen_}) buttons->addWidget(button);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 6);
  column->addWidget(state_);
  column->addLayout(buttons);
  connect(blinding_, &QCheckBox::clicked, this, &ReadingStrip::change_blinding);
  connect(lock_, &QPushButton::clicked, this, &ReadingStrip::lock);
  connect(sign_, &QPushButton::clicked, this, &ReadingStrip::sign);
  connect(reopen_, &QPushButton::clicked, this, &ReadingStrip::reopen);
  connect(&session_.reading(), &ReadingModel::changed, this, &ReadingStrip::update_state);
  connect(&session_.reading(), &ReadingModel::opened, this, &ReadingStrip::update_state);
  connect(&session_.blinding(), &BlindingModel::changed, this, &ReadingStrip::update_state);
  connect(&session_.assessment(), &AssessmentModel::busy_changed, this, &ReadingStrip::update_state);
  update_state();
}

/// Both ways are events of the record; the box follows the record.
void ReadingStrip::change_blinding()
{
  auto& blinding = session_.blinding();
  if (!blinding.is_blinded()) blinding.blind();
  else
    ask_words(this, tr("End blinding"), tr("Why before the lock? The reason stays in the record."),
              [&blinding](const QString& reason) { blinding.unblind(reason); });
  update_state();
}

void ReadingStrip::lock()
{
  lock_->setEnabled(false);
  session_.assessment().lock();
}

QString ReadingStrip::meaning() const { return tr("read and agreed"); }

/// Nobody signs under a name that was guessed.
void ReadingStrip::sign()
{
  if (!sign_->isEnabled()) return;
  if (has_named_reader()) return sign_now();
  ask_words(this, tr("Sign the reading"), tr("Who signs? The name stays in the record, in reports and exports."),
            [this](const QString& name)
            {
              QSettings().setValue("reader", name);
              session_.reading().set_reader(name);
              sign_now();
            });
}

/// The words that stand beside the button, in their language.
void ReadingStrip::sign_now() { session_.reading().sign(meaning(), tr("en", "code of the language of these texts")); }

bool ReadingStrip::has_named_reader() const { return !QSettings().value("reader").toString().trimmed().isEmpty(); }

void ReadingStrip::reopen()
{
  ask_words(this, tr("Reopen the reading"), tr("Why is a new version needed? The reason stays in the record."),
            [this](const QString& reason) { session_.reading().reopen(reason); });
}

QString ReadingStrip::state_words() const
{
  const auto& reading = session_.reading().reading();
  if (!session_.reading().is_open()) return {};
  QString words =
      tr("Version %1: %2").arg(reading.version()).arg(screen_word(QString::fromStdString(std::string(reading::name_of(reading.phase())))));
  for (const auto& signature : reading.signatures()) words += tr(", signed by %1").arg(QString::fromStdString(signature.who.text()));
  if (reading.phase() == reading::Phase::Locked)
    words += has_named_reader() ? tr(". Signing as %1 says: \"%2\"").arg(session_.reading().reader(), meaning())
                                : tr(". Signing says: \"%1\"").arg(meaning());
  if (session_.reading().is_read_only()) words += tr(" (read only)");
  return words;
}

void ReadingStrip::update_state()
{
  const auto phase = session_.reading().reading().phase();
  const bool can_write = session_.reading().is_open() && !session_.reading().is_read_only();
  state_->setText(state_words());
  sign_->setToolTip(tr("Signs the locked version as %1: \"%2\"").arg(session_.reading().reader(), meaning()));
  blinding_->setChecked(session_.blinding().is_blinded());
  blinding_->setEnabled(session_.reading().can_change());
  lock_->setVisible(phase == reading::Phase::Draft);
  lock_->setEnabled(can_write && session_.reading().can_change());
  sign_->setVisible(phase == reading::Phase::Locked || phase == reading::Phase::Signed);
  sign_->setEnabled(can_write && phase == reading::Phase::Locked);
  reopen_->setVisible(phase == reading::Phase::Locked || phase == reading::Phase::Signed);
  reopen_->setEnabled(can_write);
}
}  // namespace nadir::viewer
