#include "viewer/widget/export_settings_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <algorithm>

#include "viewer/widget/export_words.h"

namespace nadir::viewer
{
namespace
{
QString key_of(const report::FormatSetting& setting) { return QStringLiteral("export/settings/") + QString::fromStdString(setting.name); }

/// The first answer of a format is what it does when nothing is decided.
QWidget* box_of(const report::FormatSetting& setting, const QString& kept)
{
  auto* box = new QComboBox;
  box->addItem(ExportSettingsForm::tr("default"), QString());
  for (const auto& value : setting.values) box->addItem(QString::fromStdString(value), QString::fromStdString(value));
  box->setCurrentIndex(std::max(0, box->findData(kept)));
  return box;
}

QWidget* line_of(const report::FormatSetting& setting, const QString& kept)
{
  auto* line = new QLineEdit(kept);
  if (setting.scope == report::SettingScope::OneCase)
    line->setPlaceholderText(ExportSettingsForm::tr("for this case alone; not remembered"));
  return line;
}

/// Words of some length beside a field: wrapped, not cut.
QLabel* label_of(const QString& words)
{
  auto* label = new QLabel(words);
  label->setWordWrap(true);
  return label;
}
}  // namespace

ExportSettingsForm::ExportSettingsForm(QWidget* parent) : QWidget(parent), rows_(new QFormLayout(this))
{
  setObjectName("export-settings");
  rows_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  auto* moment = new QLineEdit;
  moment->setObjectName("export-moment");
  moment->setPlaceholderText(tr("last signature, else last examination"));
  moment_ = moment;
  rows_->addRow(label_of(tr("Date that the files state as theirs (2024-01-31)")));
  rows_->addRow(moment_);
  for (const auto& choice : ExportModel::choices())
    for (const auto& setting : choice.settings) add_setting(choice.name, setting);
  show_for({});
}

void ExportSettingsForm::add_setting(const std::string& format, const report::FormatSetting& setting)
{
  const QString kept = setting.scope == report::SettingScope::House ? QSettings().value(key_of(setting)).toString() : QString();
  QWidget* editor = setting.values.empty() ? line_of(setting, kept) : box_of(setting, kept);
  editor->setObjectName(QString::fromStdString(setting.name));
  auto* label = label_of(QStringLiteral("%1: %2").arg(QString::fromStdString(setting.name), export_words(setting.meaning)));
  label->setBuddy(editor);
  rows_->addRow(label);
  rows_->addRow(editor);
  fields_.push_back({format, setting, label, editor});
}

void ExportSettingsForm::show_for(const std::vector<std::string>& formats)
{
  shown_ = formats;
  for (const Field& field : fields_)
    for (QWidget* row : {field.label, field.editor}) rows_->setRowVisible(row, std::ranges::find(formats, field.format) != formats.end());
}

QString ExportSettingsForm::text_of(const Field& field)
{
  if (const auto* box = qobject_cast<const QComboBox*>(field.editor)) return box->currentData().toString();
  return qobject_cast<const QLineEdit*>(field.editor)->text().trimmed();
}

std::map<std::string, std::string> ExportSettingsForm::values() const
{
  std::map<std::string, std::string> values;
  for (const Field& field : fields_)
    if (const QString text = text_of(field); !text.isEmpty() && std::ranges::find(shown_, field.format) != shown_.end())
      values[field.setting.name] = text.toStdString();
  return values;
}

QString ExportSettingsForm::moment() const { return qobject_cast<const QLineEdit*>(moment_)->text().trimmed(); }

void ExportSettingsForm::remember() const
{
  QSettings settings;
  for (const Field& field : fields_)
    if (field.setting.scope == report::SettingScope::House) settings.setValue(key_of(field.setting), text_of(field));
}
}  // namespace nadir::viewer
