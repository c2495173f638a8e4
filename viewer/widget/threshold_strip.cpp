#include "viewer/widget/threshold_strip.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "viewer/interaction/screen_number.h"
#include "viewer/widget/screen_text.h"

namespace nadir::viewer
{
namespace
{
using segmentation::FractionBand;
using segmentation::ThresholdQuantity;

QString band_words(const FractionBand& band)
{
  return ThresholdStrip::tr("%1 % (%2 to %3)")
      .arg(screen_number(100 * band.value, 0), screen_number(100 * band.low, 0), screen_number(100 * band.high, 0))
      .replace(QLatin1Char(' '), QChar(0x00a0));  // a share is not torn from its band
}

QString quantity_words(ThresholdQuantity quantity)
{
  switch (quantity)
  {
  case ThresholdQuantity::Enhancement: return ThresholdStrip::tr("Dead: enhancement below");
  case ThresholdQuantity::PostContrast: return ThresholdStrip::tr("Dead: signal after contrast below");
  case ThresholdQuantity::Adc: return ThresholdStrip::tr("Dead: ADC above");
  case ThresholdQuantity::T2: return ThresholdStrip::tr("Dead: T2 signal above");
  }
  return {};
}

QString unit_words(ThresholdQuantity quantity)
{
  return quantity == ThresholdQuantity::Adc ? QStringLiteral(" \u00d7 10\u207b\u2076 mm\u00b2/s") : ThresholdStrip::tr(" \u00d7 reference");
}

int decimals_of(ThresholdQuantity quantity) { return quantity == ThresholdQuantity::Adc ? 0 : 2; }
}  // namespace

ThresholdStrip::ThresholdStrip(CaseSession& session, QWidget* parent)
    : QWidget(parent), session_(session), share_(new QLabel), slider_(new ThresholdSlider), quantity_(new QLabel),
      value_(new QDoubleSpinBox), why_(new QLineEdit), set_(new QPushButton(tr("Set"))), automatic_(new QPushButton(tr("Automatic")))
{
  make_rows();
  auto& threshold = session_.threshold();
  connect(slider_, &ThresholdSlider::moved, &threshold, &ThresholdModel::try_out);
  connect(value_, &QDoubleSpinBox::valueChanged, &threshold, &ThresholdModel::try_out);
  connect(why_, &QLineEdit::textChanged, this, &ThresholdStrip::update_state);
  connect(why_, &QLineEdit::returnPressed, this, &ThresholdStrip::set_threshold);
  connect(set_, &QPushButton::clicked, this, &ThresholdStrip::set_threshold);
  connect(automatic_, &QPushButton::clicked, &threshold, &ThresholdModel::reset);
  connect(&threshold, &ThresholdModel::changed, this, &ThresholdStrip::update_state);
  connect(&session_.blinding(), &BlindingModel::changed, this, &ThresholdStrip::update_state);
  update_state();
}

void ThresholdStrip::make_rows()
{
  setObjectName("threshold");
  share_->setObjectName("threshold-share");
  share_->setWordWrap(true);
  slider_->setToolTip(tr(
      "Values within the lesion; gray: robustness band of the threshold, tick below: automatic threshold. Where T2 or ADC are there, they "
      "still tell liquid from solid tissue that does not enhance."));
  set_->setObjectName("threshold-set");
  automatic_->setObjectName("threshold-automatic");
  automatic_->setToolTip(tr("Back to the threshold found from the images"));
  why_->setObjectName("threshold-why");
  why_->setPlaceholderText(tr("why another threshold (stays in the record)"));
  value_->setKeyboardTracking(false);
  for (QPushButton* button : {set_, automatic_}) button->setFocusPolicy(Qt::TabFocus);  // a click leaves the keys with the views
  quantity_->setBuddy(value_);
  auto* values = new QHBoxLayout;
  values->addWidget(quantity_);
  values->addWidget(value_);
  values->addStretch(1);
  values->addWidget(automatic_);
  auto* reason = new QHBoxLayout;
  reason->addWidget(why_, 1);
  reason->addWidget(set_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 4);
  column->setSpacing(4);
  column->addWidget(share_);
  column->addWidget(slider_);
  column->addLayout(values);
  column->addLayout(reason);
}

void ThresholdStrip::update_state()
{
  const auto& threshold = session_.threshold();
  const bool is_shown = threshold.has_threshold() && session_.blinding().shows_results_of(threshold.timepoint());
  setVisible(is_shown);
  if (!is_shown) return;
  show_value();
  const bool may_change = threshold.can_change();
  why_->setEnabled(may_change);
  set_->setEnabled(may_change && !threshold.is_recorded() && !why_->text().trimmed().isEmpty());
  const bool is_automatic = threshold.value() == threshold.map()->threshold->automatic && threshold.is_recorded();
  automatic_->setEnabled(!is_automatic && (may_change || !threshold.is_recorded()));
}

void ThresholdStrip::show_value()
{
  const auto& model = session_.threshold();
  const auto& used = *model.map()->threshold;
  const auto quantity = used.threshold.quantity;
  const auto place =
      tr("%1 at %2").arg(QString::fromStdString(model.lesion().text()), screen_word(QString::fromStdString(model.timepoint().text())));
  const auto share = band_words(model.map()->part(segmentation::TissueClass::Necrosis).fraction);
  QString words = tr("Necrosis of %1: <b>%2</b>").arg(place.toHtmlEscaped(), share);
  if (used.is_set)
    words += tr("; automatic (%1): %2").arg(screen_number(used.automatic, decimals_of(quantity)), band_words(used.automatic_necrosis));
  if (!model.is_recorded()) words += QStringLiteral(" &ndash; ") + tr("tried out, not set");
  share_->setText(words);
  slider_->show_threshold(used, model.value());
  quantity_->setText(quantity_words(quantity));
  const QSignalBlocker quiet(value_);
  value_->setDecimals(decimals_of(quantity));
  value_->setSuffix(unit_words(quantity));
  value_->setSingleStep(slider_->step());
  const double room = slider_->highest() - slider_->lowest();
  value_->setRange(slider_->lowest() - room, slider_->highest() + room);
  value_->setValue(model.value());
}

void ThresholdStrip::set_threshold()
{
  const auto why = why_->text().trimmed();
  if (!why.isEmpty() && session_.threshold().set(why))
  {
    why_->clear();
    why_->clearFocus();
  }
}
}  // namespace nadir::viewer
