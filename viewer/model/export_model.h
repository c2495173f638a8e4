#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <map>
#include <string>
#include <vector>

#include "report/certificate/certificate.h"
#include "report/export/export_format.h"
#include "viewer/model/archive_model.h"
#include "viewer/model/case_session.h"

namespace nadir::viewer
{
/// A format that can be chosen.
struct ExportChoice
{
  std::string name;  ///< "sr", "seg", ...: the folder that its files lie in
  QString title;
  bool needs_images = false;
  std::vector<report::FormatSetting> settings{};
};

/// What is to be written, where, and which archive gets the DICOM objects among it; "" = none.
struct ExportWish
{
  std::vector<std::string> formats;
  QString folder;
  QString archive;
  QString at{};  ///< moment that the files state as theirs, "2024-01-31"; "" = the last signature or examination
  std::map<std::string, std::string> settings{};  ///< of the formats, by name; those not given are as the format has them
};

/// Exports the reading as it stands and sends its DICOM objects, in one step: everything is computed from the images once more, written,
/// read back and certified as `nadir export` does; what was written is then put into the archive's queue. What was not written is not sent.
class ExportModel : public QObject
{
  Q_OBJECT
public:
  ExportModel(CaseSession& session, ArchiveModel& archives, QObject* parent = nullptr);

  static std::vector<ExportChoice> choices();
  /// Not while blinded, and not before something is measured.
  bool can_start() const;
  bool is_busy() const { return is_busy_; }
  void start(const ExportWish& wish);

signals:
  /// Of every format what became of it.
  void written(const nadir::report::Certificate& certificate, const QString& folder);
  void message(const nadir::viewer::Message& message);
  void busy_changed();

private:
  void finish(const Result<report::Certificate>& certificate, const ExportWish& wish);

  CaseSession& session_;
  ArchiveModel& archives_;
  bool is_busy_ = false;
};
}  // namespace nadir::viewer

Q_DECLARE_METATYPE(nadir::report::Certificate)
