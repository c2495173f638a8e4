#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "viewer/model/export_model.h"

class QFormLayout;

namespace nadir::viewer
{
/// What may be decided about the chosen formats, each with its words: a box where a format knows the answers, else a line. What holds for a
/// house or a study is remembered; what is of one patient is not, so that it cannot reach the next one's files.
class ExportSettingsForm : public QWidget
{
  Q_OBJECT
public:
  explicit ExportSettingsForm(QWidget* parent = nullptr);

  /// Shows the settings of these formats only.
  void show_for(const std::vector<std::string>& formats);
  /// Of the formats shown, those that were decided.
  std::map<std::string, std::string> values() const;
  /// Day or moment that the files state; "" = by the data.
  QString moment() const;
  void remember() const;

private:
  struct Field
  {
    std::string format;
    report::FormatSetting setting;
    QWidget* label = nullptr;
    QWidget* editor = nullptr;
  };
  void add_setting(const std::string& format, const report::FormatSetting& setting);
  static QString text_of(const Field& field);

  QFormLayout* rows_;
  QWidget* moment_ = nullptr;
  std::vector<Field> fields_;
  std::vector<std::string> shown_;
};
}  // namespace nadir::viewer
