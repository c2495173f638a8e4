#include "imaging/dicom/assemble_studies.h"

#include <algorithm>
#include <map>
#include <set>

#include "imaging/dicom/build_stack.h"
#include "imaging/dicom/continuing_slices.h"
#include "imaging/dicom/moment.h"
#include "imaging/dicom/patient_identity.h"
#include "imaging/dicom/recognize_sequence.h"
#include "imaging/dicom/slice_counts.h"
#include "imaging/dicom/split_series.h"
#include "imaging/dicom/stack_remarks.h"
#include "imaging/dicom/study_agreement.h"

namespace nadir::imaging
{
namespace
{
/// Frames of one study, by series; canonical order within each.
struct StudyFrames
{
  std::map<SeriesUid, FrameList> series;
};

std::map<StudyUid, StudyFrames> grouped(const std::vector<std::vector<ImageFrame>>& files)
{
  std::map<StudyUid, StudyFrames> studies;
  for (const auto& frames : files)
    for (const auto& frame : frames) studies[frame.object->study].series[frame.object->series].push_back(&frame);
  return studies;
}

/// Images that are alone in their series. One of them may be a slice that lost its series.
FrameList lonely_images(const std::map<StudyUid, StudyFrames>& studies)
{
  FrameList lonely;
  for (const auto& [study_uid, study] : studies)
    for (const auto& [series_uid, frames] : study.series)
      if (frames.size() == 1) lonely.push_back(frames.front());
  return lonely;
}

/// What all files together say about the patient, and whether they agree.
struct IdentityCheck
{
  PatientIdentity patient;
  std::optional<GeometryRemark> remark;
};

GeometryRemark two_patients(const std::string& where, const std::string& fields)
{
  return {Severity::Refusal, "identity.two-patients",
          "images of two patients share one " + where + ": they differ in " + fields +
              " (numbers could be filed to the wrong patient). Find out where the images come from, and separate them."};
}

GeometryRemark incomplete_identity(const std::string& where)
{
  return {Severity::Warning, "identity.incomplete",
          "some images of the " + where + " lack patient data that others give (they may be of someone else). Check the patient."};
}

IdentityCheck check_identities(const std::vector<PatientIdentity>& identities, const std::string& where)
{
  IdentityCheck check;
  if (!identities.empty()) check.patient = identities.front();
  for (const auto& identity : identities)
  {
    const auto agreement = compare(check.patient, identity);
    if (agreement == IdentityAgreement::Conflict)
    {
      check.remark = two_patients(where, differing_fields(check.patient, identity));
      return check;
    }
    if (agreement == IdentityAgreement::Incomplete) check.remark = incomplete_identity(where);
    fill_in(check.patient, identity);
  }
  return check;
}

std::vector<PatientIdentity> identities_of(const StudyFrames& study)
{
  std::vector<PatientIdentity> identities;
  for (const auto& [uid, frames] : study.series)
    for (const auto* frame : frames)
      if (identities.empty() || identities.back() != frame->object->patient) identities.push_back(frame->object->patient);
  return identities;
}

void number_stacks(Series& series)
{
  for (std::size_t n = 0; n < series.stacks.size(); ++n) series.stacks[n].id = std::to_string(series.number) + "." + std::to_string(n + 1);
}

/// The images of a series that are not in the draft, and the lonely images of other series.
FrameList others_than(const StackDraft& draft, const FrameList& series, const FrameList& lonely)
{
  FrameList others = lonely;
  if (draft.frames.size() == series.size()) return others;
  const std::set<const ImageFrame*> own(draft.frames.begin(), draft.frames.end());
  std::ranges::copy_if(series, std::back_inserter(others), [&](const ImageFrame* frame) { return !own.contains(frame); });
  return others;
}

ImageStack stack_of(const StackDraft& draft, const FrameList& series, const FrameList& lonely)
{
  auto stack = build_stack(draft);
  check_slice_counts(stack.certificate, draft, series);
  warn_of_continuing_slices(stack, others_than(draft, series, lonely));
  recognize(stack, draft, series);
  return stack;
}

Series series_of(const SeriesUid& uid, const FrameList& frames, const FrameList& lonely)
{
  const auto& first = *frames.front()->object;
  Series series{uid, first.series_number, first.modality, first.series_description, first.body_part, frames.front()->laterality, {}};
  for (const auto& draft : split_series(frames)) series.stacks.push_back(stack_of(draft, frames, lonely));
  number_stacks(series);
  return series;
}

void add_to_all(Study& study, const GeometryRemark& remark)
{
  for (auto& series : study.series)
    for (auto& stack : series.stacks) add_remark(stack, remark);
}

std::string earliest_acquisition(const StudyFrames& study)
{
  std::string earliest;
  for (const auto& [uid, frames] : study.series)
    for (const auto* frame : frames)
      if (auto moment = frame->object->acquired; !moment.empty() && (earliest.empty() || moment < earliest)) earliest = std::move(moment);
  return earliest;
}

/// Series that share a number (or have none) would share stack ids: the later ones get a mark.
void make_ids_unique(std::vector<Study>& studies)
{
  std::map<std::string, int> seen;
  for (auto& study : studies)
    for (auto& series : study.series)
      for (auto& stack : series.stacks)
        if (const int n = ++seen[stack.id]; n > 1) stack.id.append("#").append(std::to_string(n));
}

Study study_of(const StudyUid& uid, const StudyFrames& frames, const FrameList& lonely)
{
  const auto& first = *frames.series.begin()->second.front()->object;
  auto check = check_identities(identities_of(frames), "study");
  Study study{uid, moment_of(first.study_date, "").substr(0, 8), first.study_time, earliest_acquisition(frames), std::move(check.patient),
              {}};
  for (const auto& [series_uid, list] : frames.series) study.series.push_back(series_of(series_uid, list, lonely));
  if (check.remark) add_to_all(study, *check.remark);
  for (const auto& remark : study_disagreements(study)) add_to_all(study, remark);
  std::ranges::stable_sort(study.series, {}, &Series::number);
  return study;
}

/// One Series Instance UID in two studies is one series taken apart by somebody: when the patients differ, nobody knows whose it is.
void check_series_across_studies(std::vector<Study>& studies)
{
  std::map<SeriesUid, std::vector<std::pair<Study*, Series*>>> places;
  for (auto& study : studies)
    for (auto& series : study.series) places[series.uid].emplace_back(&study, &series);
  for (auto& [uid, found] : places)
  {
    std::vector<PatientIdentity> patients;
    for (const auto& [study, series] : found) patients.push_back(study->patient);
    const auto check = check_identities(patients, "series");
    if (!check.remark || check.remark->severity != Severity::Refusal) continue;
    for (auto& [study, series] : found)
      for (auto& stack : series->stacks) add_remark(stack, *check.remark);
  }
}
}  // namespace

std::vector<Study> assemble_studies(const std::vector<std::vector<ImageFrame>>& files)
{
  const auto groups = grouped(files);
  const auto lonely = lonely_images(groups);
  std::vector<Study> studies;
  for (const auto& [uid, frames] : groups) studies.push_back(study_of(uid, frames, lonely));
  check_series_across_studies(studies);
  std::ranges::stable_sort(studies, {}, &Study::acquired);
  make_ids_unique(studies);
  return studies;
}
}  // namespace nadir::imaging
