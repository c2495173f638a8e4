#pragma once

#include <gtest/gtest.h>

#include <QtCore/QStringList>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "tests/support/temporary_folder.h"
#include "viewer/model/case_session.h"

/// A reader who works through the models alone, and the truth of the phantom he reads.
namespace nadir::testing
{
using namespace viewer;
using nlohmann::json;
namespace fs = std::filesystem;

inline const TimepointLabel baseline{"baseline"};
inline const TimepointLabel follow_up{"follow-up 1"};
inline const LesionId target{"T01"};
inline constexpr int patience_ms = 300'000;

inline QString in(const fs::path& path) { return QString::fromStdString(path.string()); }

/// A session with a new record, and what it said.
struct Reader
{
  Reader()
  {
    session.reading().set_reader("A");
    QObject::connect(&session, &CaseSession::message, [this](const Message& message) { said.append(message.text); });
    EXPECT_TRUE(session.begin(in(path), "P1"));
  }

  std::string messages() const { return said.join("\n").toStdString(); }

  bool open(const fs::path& before, const fs::path& after)
  {
    session.add_images(in(before));
    session.add_images(in(after));
    return QTest::qWaitFor([&] { return session.reading().reading().content().timepoints.size() == 2; }, patience_ms);
  }

  bool answer_questions()
  {
    if (!QTest::qWaitFor([&] { return session.assessment().is_current(); }, patience_ms)) return false;
    std::set<std::string> asked;
    for (const auto& question : session.assessment().questions()) asked.insert(question.key);
    for (const auto& key : asked)
      if (!session.reading().answer_question(QString::fromStdString(key))) return false;
    return asked.empty() || answer_questions();
  }

  /// Draws the caliper on a series and takes the lesion that is found from it.
  bool measure(const TimepointLabel& at, const SeriesKey& series, const reading::Line& line)
  {
    const auto* stack = session.images().stack(series);
    if (!stack || !session.reading().put_caliper(target, at, {line, std::nullopt, stack->series, {}})) return false;
    std::optional<Proposal> proposal;
    const auto taken =
        QObject::connect(&session.segmentation(), &SegmentationJob::proposed, [&](const Proposal& found) { proposal = found; });
    segmentation::LesionPrompt prompt;
    prompt.long_axis = segmentation::PromptLine{line.from, line.to};
    session.segmentation().segment(series, prompt);
    const bool found = QTest::qWaitFor([&] { return proposal.has_value(); }, patience_ms);
    QObject::disconnect(taken);
    return found && session.reading().accept_segmentation(target, at, {proposal->mask, proposal->source});
  }

  bool lock_and_sign()
  {
    QSignalSpy locked(&session.assessment(), &AssessmentModel::locked), failed(&session.assessment(), &AssessmentModel::lock_failed);
    session.assessment().lock();
    return QTest::qWaitFor([&] { return locked.size() + failed.size() > 0; }, patience_ms) && locked.size() == 1 &&
           session.reading().sign("I have read these images");
  }

  bool settled()
  {
    return QTest::qWaitFor([&] { return session.assessment().is_current() && session.assessment().shown(); }, patience_ms);
  }

  TemporaryFolder folder;
  fs::path path = folder.path() / "P1.nadir";
  CaseSession session;
  QStringList said;
};

inline PatientPoint point_of(const json& value) { return {value.at(0), value.at(1), value.at(2)}; }

/// The lesion of the phantom at one time point, as the generator states it.
struct Truth
{
  reading::Line line;
  double diameter_mm = 0;
  double volume_ml = 0;
  SeriesUid series;
};

inline Truth truth_of(const fs::path& folder, std::size_t timepoint)
{
  std::ifstream stream(folder / "truth.json");
  const auto document = json::parse(stream);
  const auto& at = document.at("timepoints").at(timepoint);
  const auto& lesion = at.at("lesions").at(0);
  const auto& slices = lesion.at("in_acquired_slices");
  return {{point_of(slices.at("long_ends_lps_mm").at(0)), point_of(slices.at("long_ends_lps_mm").at(1))},
          slices.at("longest_diameter_mm"),
          lesion.at("volume_ml"),
          SeriesUid{at.at("measured_series").get<std::string>()}};
}
}  // namespace nadir::testing
