#include "viewer/model/case_session.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <algorithm>

#include "session/record_writer.h"
#include "viewer/model/settings.h"

namespace nadir::viewer
{
namespace
{
constexpr int most_recent_cases = 20;

QString recent_key() { return QStringLiteral("recent_cases"); }

QString text_of(const std::filesystem::path& path) { return QString::fromStdU16String(path.u16string()); }
}  // namespace

CaseSession::CaseSession(QObject* parent)
    : QObject(parent), blinding_(reading_), assessment_(reading_, images_, blinding_), series_(images_, blinding_),
      lesions_(reading_, assessment_, blinding_), responses_(assessment_), timeline_(responses_), hanging_(images_), link_(images_),
      segmentation_(images_, blinding_), threshold_(reading_, segmentation_), tissue_(reading_, images_, segmentation_, threshold_)
{
  wire();
}

CaseSession::~CaseSession() { keep_view(); }

void CaseSession::wire()
{
  connect(&reading_, &ReadingModel::refused, this, &CaseSession::message);
  connect(&images_, &ImageLibrary::failed, this, &CaseSession::message);
  connect(&segmentation_, &SegmentationJob::failed, this, &CaseSession::message);
  connect(&assessment_, &AssessmentModel::lock_failed, this, &CaseSession::message);
  connect(&images_, &ImageLibrary::scanned, this, &CaseSession::remember_link);
  connect(&reading_, &ReadingModel::changed, this, &CaseSession::show_offsets);
  connect(this, &CaseSession::lesion_selected, &tissue_, &TissueModel::set_lesion);
  link_.keep_offsets_by([this](const TimepointLabel& timepoint, PatientVector offset) { return keep_offset(timepoint, offset); });
  segmentation_.take_registrations_from([this](const SeriesKey& earlier, const SeriesKey& later)
                                        { return link_.registration_of(earlier, later); });
  connect(&images_, &ImageLibrary::identified, this, &CaseSession::record_waiting);
  connect(&images_, &ImageLibrary::not_opened, this, &CaseSession::tell_missing);
  connect(&images_, &ImageLibrary::surveyed, this, &CaseSession::take_days);
}

QString CaseSession::record_name() const { return viewer::text_of(reading_.reading().record().text()); }

bool CaseSession::begin(const QString& file, const QString& patient)
{
  keep_view();
  if (!reading_.begin(file, patient)) return false;
  start();
  return true;
}

bool CaseSession::open(const QString& file)
{
  keep_view();
  if (!reading_.open(file)) return false;
  start();
  if (reading_.is_read_only()) emit message({MessageKind::Warning, reading_.read_only_reason(), QStringLiteral("record.read-only")});
  reopen_images();
  return true;
}

/// The record's own name is a number: what it is called may be read by anybody who sees the folder.
bool CaseSession::begin_new()
{
  const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/cases"));
  if (!folder.mkpath(QStringLiteral(".")))
  {
    emit message({MessageKind::Failure,
                  tr("%1 cannot be made (a reading has to be kept somewhere). Choose a folder yourself.").arg(folder.path()),
                  QStringLiteral("record.write-failed")});
    return false;
  }
  int number = 1;
  const auto name = [&number] { return QStringLiteral("case-%1").arg(number, 4, 10, QLatin1Char('0')); };
  while (folder.exists(name() + QStringLiteral(".nadir"))) ++number;
  return begin(folder.filePath(name() + QStringLiteral(".nadir")), name());
}

void CaseSession::start()
{
  folders_.clear();
  waiting_.clear();
  images_.clear();
  link_.clear();
  hanging_.clear();
  hanging_.restore(record_name());
  show_offsets();
  select_lesion({});
  remember_case();
}

void CaseSession::close()
{
  keep_view();
  folders_.clear();
  waiting_.clear();
  segmentation_.cancel();
  images_.clear();
  link_.clear();
  hanging_.clear();
  reading_.close();
  select_lesion({});
}

/// How the case is looked at is kept beside the record, not in it.
void CaseSession::keep_view()
{
  if (!reading_.is_open()) return;
  hanging_.save(record_name());
  link_.save(record_name());
  settings().sync();
}

void CaseSession::remember_link(const TimepointLabel& timepoint)
{
  const auto all = images_.timepoints();
  if (!all.empty() && all.front() != timepoint) link_.restore(record_name(), timepoint);
  show_offsets();
}

/// Who may not change the record may still look; then the offset is not kept.
bool CaseSession::keep_offset(const TimepointLabel& timepoint, PatientVector offset)
{
  return reading_.can_change() && reading_.reading().find(timepoint) && reading_.issue(reading::AlignDate{timepoint, offset});
}

/// Of the record as it stands, also after undo.
void CaseSession::show_offsets()
{
  if (reading_.is_open()) link_.show_offsets(reading_.reading().content().offsets);
}

void CaseSession::remember_case()
{
  auto recent = settings().value(recent_key()).toStringList();
  const auto path = QFileInfo(reading_.file()).absoluteFilePath();
  recent.removeAll(path);
  recent.prepend(path);
  settings().setValue(recent_key(), QStringList(recent.mid(0, most_recent_cases)));
  emit recent_cases_changed();
}

QStringList CaseSession::recent_cases() const
{
  QStringList there;
  for (const auto& path : settings().value(recent_key()).toStringList())
    if (QFileInfo::exists(path)) there.append(path);
  return there;
}

/// The first that failed before, else the next one.
TimepointLabel CaseSession::next_label() const
{
  for (const auto& label : waiting_)
    if (images_.folder(label).isEmpty()) return label;
  const auto is_taken = [this](const TimepointLabel& label)
  { return reading_.reading().find(label) || std::find(waiting_.begin(), waiting_.end(), label) != waiting_.end(); };
  TimepointLabel label{"baseline"};
  for (int number = 1; is_taken(label); ++number) label = TimepointLabel{"follow-up " + std::to_string(number)};
  return label;
}

bool CaseSession::may_add_images()
{
  if (reading_.can_change()) return true;
  emit message({MessageKind::Failure, tr("images cannot be added: no reading is open that may be changed. Begin or reopen one."),
                QStringLiteral("record.not-allowed")});
  return false;
}

/// A folder that could not be read keeps its place for the one given instead.
void CaseSession::add_images(const QString& folder_or_dicomdir)
{
  if (!may_add_images()) return;
  const auto unusable =
      std::find_if(folders_.begin(), folders_.end(), [](const Folder& folder) { return folder.state == FolderState::Unusable; });
  if (unusable == folders_.end()) folders_.push_back({folder_or_dicomdir, FolderState::Read, {}});
  else *unusable = {folder_or_dicomdir, FolderState::Read, {}};
  images_.survey(folder_or_dicomdir);
}

/// Files that could not be used are missing from the images: a reader has to know before he measures.
void CaseSession::tell_refused(const imaging::Scan& scan)
{
  if (scan.refused.empty()) return;
  const auto& first = scan.refused.front();
  emit message({MessageKind::Warning,
                tr("%1 of the files could not be used (their slices are missing). The first: %2: %3")
                    .arg(scan.refused.size())
                    .arg(text_of(first.path.filename()), viewer::text_of(first.reason.message())),
                QStringLiteral("assessment.folder-unusable")});
}

/// Folders are taken in the order in which they were given, whichever is read first.
void CaseSession::take_days(const QString& folder, const Days& days)
{
  const auto read = std::find_if(folders_.begin(), folders_.end(),
                                 [&](const Folder& given) { return given.path == folder && given.state == FolderState::Read; });
  if (read == folders_.end()) return;
  const bool usable = !days.empty() && !days.front()->studies.empty();
  if (!days.empty() && !usable)
    emit message({MessageKind::Failure, tr("%1 holds no images that can be used. Choose another folder.").arg(folder),
                  QStringLiteral("assessment.folder-unusable")});
  if (usable) tell_refused(*days.front());
  read->state = usable ? FolderState::Scanned : FolderState::Unusable;
  read->days = days;
  open_scanned();
}

void CaseSession::open_scanned()
{
  while (!folders_.empty() && folders_.front().state == FolderState::Scanned)
  {
    const auto folder = folders_.front();
    folders_.erase(folders_.begin());
    for (const auto& day : folder.days)
    {
      const auto label = next_label();
      wait_for(label);
      images_.open(label, folder.path, day);
    }
  }
  if (folders_.size() > 1 && folders_.front().state == FolderState::Unusable)
    emit message(
        {MessageKind::Warning,
         tr("\"%1\" is still missing, and the folders after it wait. Give the right folder.").arg(viewer::text_of(next_label().text())),
         QStringLiteral("record.not-allowed")});
}

void CaseSession::add_images(const QString& folder_or_dicomdir, const QString& label)
{
  const TimepointLabel timepoint{label.toStdString()};
  if (!may_add_images()) return;
  wait_for(timepoint);
  images_.open(timepoint, folder_or_dicomdir);
}

std::vector<TimepointLabel> CaseSession::missing_images() const
{
  std::vector<TimepointLabel> missing;
  for (const auto& timepoint : reading_.reading().content().timepoints)
    if (!timepoint.images.empty() && images_.folder(timepoint.label).isEmpty()) missing.push_back(timepoint.label);
  return missing;
}

void CaseSession::find_images(const TimepointLabel& timepoint, const QString& folder)
{
  const auto* read = reading_.reading().find(timepoint);
  if (read) images_.open(timepoint, folder, read->images.text());
}

/// Where they lay when they were loaded. Time points without images have none to find.
void CaseSession::reopen_images()
{
  for (const auto& timepoint : reading_.reading().content().timepoints)
  {
    if (timepoint.images.empty()) continue;
    const auto place = reading_.store()->place_of(timepoint.images);
    if (place && std::filesystem::exists(*place)) images_.open(timepoint.label, text_of(*place), timepoint.images.text());
    else
      emit message({MessageKind::Warning,
                    tr("the images of \"%1\" are no longer where they were (nothing can be measured on them). Say where they are now.")
                        .arg(viewer::text_of(timepoint.label.text())),
                    QStringLiteral("record.cannot-open")});
  }
}

/// Time points are recorded in the order in which they were added, whichever is identified first.
void CaseSession::record_waiting(const TimepointLabel& identified)
{
  check_images(identified);
  while (!waiting_.empty() && !images_.images_digest(waiting_.front()).empty())
  {
    const auto timepoint = waiting_.front();
    waiting_.erase(waiting_.begin());
    record_images(timepoint);
  }
}

/// Other images than those that were read must not pass for them.
void CaseSession::check_images(const TimepointLabel& timepoint)
{
  const auto* read = reading_.reading().find(timepoint);
  if (!read) return;
  if (read->images.text() == images_.images_digest(timepoint)) return remember_place(timepoint);
  emit message({MessageKind::Failure,
                tr("the images in this folder are not those that were read at \"%1\" (numbers would not be theirs). Give the folder with "
                   "the very same files.")
                    .arg(viewer::text_of(timepoint.text())),
                QStringLiteral("record.not-allowed")});
  images_.remove(timepoint);
}

void CaseSession::record_images(const TimepointLabel& timepoint)
{
  if (reading_.reading().find(timepoint)) return;
  const auto& list = images_.images_list(timepoint);
  const auto digest = session::digest_of(list);
  if (list.empty())
  {
    emit message({MessageKind::Failure,
                  tr("the folder of \"%1\" holds no images that can be used. Choose another one.").arg(viewer::text_of(timepoint.text())),
                  QStringLiteral("assessment.folder-unusable")});
    return images_.remove(timepoint);
  }
  if (!reading_.issue(reading::LoadImages{timepoint, digest}, {}, {list})) return images_.remove(timepoint);
  remember_place(timepoint);
}

/// Also of images that were found again elsewhere. A record that may only be read remembers nothing.
void CaseSession::remember_place(const TimepointLabel& timepoint)
{
  if (reading_.is_read_only() || !reading_.store()) return;
  const reading::Digest digest{images_.images_digest(timepoint)};
  const auto folder = std::filesystem::absolute(std::filesystem::path(images_.folder(timepoint).toStdU16String()));
  if (reading_.store()->place_of(digest) == folder) return;
  if (const auto kept = reading_.store()->remember_place(digest, folder); !kept) emit message(message_of(kept.failure()));
}

void CaseSession::wait_for(const TimepointLabel& timepoint)
{
  if (std::find(waiting_.begin(), waiting_.end(), timepoint) == waiting_.end()) waiting_.push_back(timepoint);
}

/// A later time point must not be taken for the baseline because that could not be opened: the others wait for it.
void CaseSession::tell_missing(const TimepointLabel& timepoint)
{
  if (std::find(waiting_.begin(), waiting_.end(), timepoint) == waiting_.end()) return;
  emit message(
      {MessageKind::Warning,
       tr("\"%1\" is still missing, and the time points after it wait. Give the right folder.").arg(viewer::text_of(timepoint.text())),
       QStringLiteral("record.not-allowed")});
}

void CaseSession::select_lesion(const LesionId& lesion)
{
  current_lesion_ = lesion;
  emit lesion_selected(lesion);
}
}  // namespace nadir::viewer
