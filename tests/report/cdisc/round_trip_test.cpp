// A thousand random assessments as SDTM: read back by the writer's own reader, and read and assessed again by the program's SDTM reader.
#include <gmock/gmock.h>

#include "measure/response/recist_1_1/assess.h"
#include "reading/table/sdtm/sdtm_source.h"
#include "report/cdisc/carried_reading.h"
#include "report/cdisc/dataset_csv.h"
#include "report/cdisc/dataset_json.h"
#include "report/cdisc/submission.h"
#include "report/cdisc/transport_file.h"
#include "tests/report/cdisc/study_examples.h"
#include "tests/report/support/random_assessment.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::report::cdisc;

namespace
{
constexpr std::uint64_t assessments = 1000;
const FileOrigin origin{"2024-05-01T00:00:00", "0.1.0"};

bool has_lesion_from_baseline(const measure::Assessment& assessment)
{
  for (const auto& lesion : assessment.timepoints.front().lesions)
    if (lesion.lesion.role != measure::LesionRole::New) return true;
  return false;
}

std::string words_of(const measure::TimepointResponse& response)
{
  return std::string(name_of(response.target)) + " " + std::string(name_of(response.non_target)) + " " +
         std::string(name_of(response.overall));
}

std::vector<std::string> calls(const measure::Assessment& assessment)
{
  std::vector<std::string> all;
  for (const auto& timepoint : assessment.timepoints)
    all.push_back(timepoint.response.target_response + " " + timepoint.response.non_target_response + " " +
                  timepoint.response.overall_response);
  return all;
}

/// What the program makes of TU and TR of one subject.
std::vector<std::string> calls_by_our_reader(const std::vector<Dataset>& datasets)
{
  const nadir::testing::TemporaryFolder folder;
  const auto source =
      reading::sdtm::SdtmSource::open(folder.write("tu.csv", to_csv(datasets[0])), folder.write("tr.csv", to_csv(datasets[1])));
  if (!source) return {source.failure().message()};
  const auto subject = source->reader()->read(0);
  if (!subject) return {subject.failure().message()};
  std::vector<std::string> all;
  for (const auto& problem : subject->problems) all.push_back(in_words("", problem));
  if (subject->readers.empty()) return all;
  const auto response = measure::recist_1_1::assess(subject->readers[0].readings, measure::Protocol{});
  for (const auto& timepoint : response.timepoints) all.push_back(words_of(timepoint));
  return all;
}
}  // namespace

TEST(SdtmRoundTrip, GivesBackEveryReadingThroughEveryFile)
{
  std::size_t refused = 0;
  for (std::uint64_t seed = 0; seed < assessments; ++seed)
  {
    const auto assessment = test::random_assessment(seed, test::Texts::Odd);
    const auto study = test::study_of({&assessment});
    const auto made = submission_of(study);
    if (!made)
    {
      ++refused;
      EXPECT_THAT(std::string(made.failure().code()), ::testing::AnyOf("cdisc.text-too-long")) << seed << made.failure().message();
      continue;
    }
    std::vector<Dataset> csv, json, transport;
    for (const auto& dataset : made->datasets)
    {
      csv.push_back(dataset_from_csv(dataset.name, to_csv(dataset)).value());
      json.push_back(dataset_from_json(to_dataset_json(dataset, origin)).value());
      transport.push_back(dataset_from_transport_file(to_transport_file(dataset, origin)).value());
    }
    ASSERT_EQ(csv, made->datasets) << seed;
    ASSERT_EQ(json, made->datasets) << seed;
    ASSERT_EQ(transport, made->datasets) << seed;
    ASSERT_EQ(carried_by(csv).value(), carried_by(study)) << seed;
  }
  EXPECT_LT(refused, assessments / 20);
}

TEST(SdtmRoundTrip, IsAssessedTheSameWayByTheProgramsOwnReader)
{
  std::size_t compared = 0;
  for (std::uint64_t seed = 0; seed < assessments; ++seed)
  {
    const auto assessment = test::random_assessment(seed, test::Texts::Plain);
    if (!has_lesion_from_baseline(assessment)) continue;
    const auto made = submission_of(test::study_of({&assessment}));
    ASSERT_TRUE(made) << seed << made.failure().message();
    ASSERT_EQ(calls_by_our_reader(made->datasets), calls(assessment)) << seed;
    ++compared;
  }
  EXPECT_GT(compared, assessments / 2);
}
