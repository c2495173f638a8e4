#include "viewer/model/export_model.h"

#include <algorithm>
#include <filesystem>

#include "report/export/export_formats.h"
#include "report/export/write_export.h"
#include "session/export_source.h"

namespace nadir::viewer
{
namespace
{
/// A reading at the moment when its export was asked for.
struct ExportedReading
{
  reading::Reading reading;
  reading::Digest last_event;
};

Result<report::Certificate> exported(const ExportedReading& record, Result<measure::AssessedCase> assessed, const ExportWish& wish)
{
  if (!assessed) return assessed.failure();
  auto source = session::export_source(record.reading, std::move(*assessed));
  if (!source) return source.failure();
  source->record_sha256 = record.last_event.text();
  const auto formats = report::formats_named(wish.formats);
  if (!formats) return formats.failure();
  const report::ExportSettings settings{report::parse_date_time(wish.at.toStdString()), wish.settings};
  return report::write_export({{std::move(*source)}, settings}, *formats, wish.folder.toStdU16String());
}

/// Folders of the formats asked for that were written now.
QStringList folders_of(const report::Certificate& certificate, const ExportWish& wish)
{
  QStringList folders;
  for (const auto& format : certificate.formats)
    if (format.is_written() && std::ranges::find(wish.formats, format.format) != wish.formats.end())
      folders.append(wish.folder + QLatin1Char('/') + QString::fromStdString(format.format));
  return folders;
}
}  // namespace

ExportModel::ExportModel(CaseSession& session, ArchiveModel& archives, QObject* parent)
    : QObject(parent), session_(session), archives_(archives)
{
  qRegisterMetaType<report::Certificate>();
  connect(&session_.reading(), &ReadingModel::opened, this,
          [this]
          {
            is_busy_ = false;  // closing the case ended the work
            emit busy_changed();
          });
}

std::vector<ExportChoice> ExportModel::choices()
{
  std::vector<ExportChoice> choices;
  for (const auto& format : report::export_formats())
    choices.push_back({format.name, QString::fromStdString(format.title), format.needs == report::FormatNeeds::Images, format.settings});
  return choices;
}

bool ExportModel::can_start() const
{
  return !is_busy_ && session_.reading().is_open() && session_.assessment().shown() && !session_.blinding().is_blinded();
}

void ExportModel::start(const ExportWish& wish)
{
  if (!can_start() || wish.formats.empty() || wish.folder.isEmpty()) return;
  if (!wish.at.isEmpty() && !report::parse_date_time(wish.at.toStdString()))
    return emit message(
        {MessageKind::Failure,
         tr("\"%1\" is no date (the files would state another one). Give it as 2024-01-31 or 2024-01-31T10:15:00, or leave it empty.")
             .arg(wish.at),
         QStringLiteral("setting_invalid")});
  const auto begun = session_.assessment().measure_for(
      tr("Computing what is exported"),
      [this, wish, record = ExportedReading{session_.reading().reading(), session_.reading().store()->head()}](
          Result<measure::AssessedCase> assessed, const JobControl& control)
      {
        const auto certificate = exported(record, std::move(assessed), wish);
        control.post([this, certificate, wish] { finish(certificate, wish); });
      });
  if (!begun) return emit message(message_of(begun.failure()));
  is_busy_ = true;
  emit busy_changed();
}

void ExportModel::finish(const Result<report::Certificate>& certificate, const ExportWish& wish)
{
  is_busy_ = false;
  emit busy_changed();
  if (!certificate) return emit message(message_of(certificate.failure()));
  emit written(*certificate, wish.folder);
  const auto folders = folders_of(*certificate, wish);
  if (!wish.archive.isEmpty() && !folders.isEmpty()) archives_.send(wish.archive, folders);
}
}  // namespace nadir::viewer
