#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <vector>

#include "viewer/model/assessment_model.h"
#include "viewer/model/blinding_model.h"
#include "viewer/model/hanging_model.h"
#include "viewer/model/image_library.h"
#include "viewer/model/lesion_table_model.h"
#include "viewer/model/link_model.h"
#include "viewer/model/reading_model.h"
#include "viewer/model/response_model.h"
#include "viewer/model/segmentation_job.h"
#include "viewer/model/series_list_model.h"
#include "viewer/model/threshold_model.h"
#include "viewer/model/timeline_model.h"
#include "viewer/model/tissue_model.h"

namespace nadir::viewer
{
/// Everything about the one case that is open: the window binds to its parts.
///
///     CaseSession session;
///     session.reading().set_reader("A");
///     session.begin("/readings/P1.nadir", "P1");
///     session.add_images("/images/pre");     // baseline
///     session.add_images("/images/post");    // follow-up 1; series pair and hang by themselves
class CaseSession : public QObject
{
  Q_OBJECT
public:
  explicit CaseSession(QObject* parent = nullptr);
  ~CaseSession() override;

  ReadingModel& reading() { return reading_; }
  ImageLibrary& images() { return images_; }
  BlindingModel& blinding() { return blinding_; }
  AssessmentModel& assessment() { return assessment_; }
  SeriesListModel& series() { return series_; }
  LesionTableModel& lesions() { return lesions_; }
  ResponseModel& responses() { return responses_; }
  TimelineModel& timeline() { return timeline_; }
  HangingModel& hanging() { return hanging_; }
  LinkModel& link() { return link_; }
  SegmentationJob& segmentation() { return segmentation_; }
  ThresholdModel& threshold() { return threshold_; }
  TissueModel& tissue() { return tissue_; }

  /// Begins or opens a record and remembers it among the recent cases. False with a message when it cannot be.
  bool begin(const QString& file, const QString& patient);
  bool open(const QString& file);
  void close();
  /// Begins a record in the readings folder under a free name "case-0007.nadir"; the patient's own name is in no file name.
  bool begin_new();

  /// Records opened last, latest first, those that still exist.
  QStringList recent_cases() const;

  /// Adds the next time points: "baseline", "follow-up 1", ..., one for each day of examination in the folder, the earliest first. They are
  /// read in the background, then recorded as loaded, in the order of adding. A folder that cannot be read keeps its place: the next one
  /// given is taken for it.
  void add_images(const QString& folder_or_dicomdir);
  void add_images(const QString& folder_or_dicomdir, const QString& label);
  /// Time points of the record whose images are not at hand and not being looked for.
  std::vector<TimepointLabel> missing_images() const;
  /// Where the images of a time point are now, when they have moved. They must be the very same.
  void find_images(const TimepointLabel& timepoint, const QString& folder);

  /// The lesion at hand; selecting it moves the cursor to it.
  const LesionId& current_lesion() const { return current_lesion_; }
  void select_lesion(const LesionId& lesion);

signals:
  void message(const nadir::viewer::Message& message);
  void lesion_selected(const nadir::LesionId& lesion);
  void recent_cases_changed();

private:
  void wire();
  QString record_name() const;
  void start();
  void keep_view();
  void remember_link(const TimepointLabel& timepoint);
  bool keep_offset(const TimepointLabel& timepoint, PatientVector offset);
  void show_offsets();
  void remember_case();
  void reopen_images();
  void record_waiting(const TimepointLabel& identified);
  void check_images(const TimepointLabel& timepoint);
  void record_images(const TimepointLabel& timepoint);
  void remember_place(const TimepointLabel& timepoint);
  using Days = std::vector<std::shared_ptr<const imaging::Scan>>;
  enum class FolderState
  {
    Read,  ///< being read
    Scanned,
    Unusable,
  };
  struct Folder
  {
    QString path;
    FolderState state = FolderState::Read;
    Days days;
  };
  TimepointLabel next_label() const;
  bool may_add_images();
  void take_days(const QString& folder, const Days& days);
  void tell_refused(const imaging::Scan& scan);
  void open_scanned();
  void wait_for(const TimepointLabel& timepoint);
  void tell_missing(const TimepointLabel& timepoint);

  ReadingModel reading_;
  ImageLibrary images_;
  BlindingModel blinding_;
  AssessmentModel assessment_;
  SeriesListModel series_;
  LesionTableModel lesions_;
  ResponseModel responses_;
  TimelineModel timeline_;
  HangingModel hanging_;
  LinkModel link_;
  SegmentationJob segmentation_;
  ThresholdModel threshold_;
  TissueModel tissue_;
  LesionId current_lesion_;
  std::vector<Folder> folders_;          ///< given, not yet opened, in this order
  std::vector<TimepointLabel> waiting_;  ///< opened, not yet recorded, in this order
};
}  // namespace nadir::viewer
