#include "tests/viewer/states/read_phantom.h"

#include <gtest/gtest.h>

#include <QtTest/QTest>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/session/recorded_case.h"
#include "viewer/widget/screenshot.h"

namespace nadir::viewer::test
{
namespace
{
using nlohmann::json;
namespace fs = std::filesystem;

PatientPoint point_of(const json& value) { return {value.at(0), value.at(1), value.at(2)}; }

fs::path folder_of(const fs::path& phantom, int date)
{
  if (date == 0) return phantom / "baseline";
  const auto numbered = phantom / ("follow_up_" + std::to_string(date));
  return fs::exists(numbered) ? numbered : phantom / "follow_up";
}
}  // namespace

ReadPhantom::ReadPhantom(const std::string& name, int dates) : folder_(nadir::testing::phantom_case(name))
{
  std::vector<fs::path> folders;
  for (int n = 0; n < dates; ++n) folders.push_back(folder_of(folder_, n));
  reader.drop(folders);
  EXPECT_TRUE(reader.wait([&] { return static_cast<int>(reader.session.reading().reading().content().timepoints.size()) == dates; }))
      << reader.messages();
  rest();
}

std::unique_ptr<ReadPhantom>& ReadPhantom::kept()
{
  static std::unique_ptr<ReadPhantom> phantom;
  return phantom;
}

ReadPhantom& ReadPhantom::partial_response()
{
  if (kept()) return *kept();
  kept() = std::make_unique<ReadPhantom>("partial-response", 2);
  kept()->measure(0, 0);
  kept()->measure(1, 1);
  kept()->rest();
  return *kept();
}

void ReadPhantom::close() { kept().reset(); }

reading::Line ReadPhantom::line(std::size_t date, std::size_t lesion) const
{
  std::ifstream stream(folder_ / "truth.json");
  const auto ends = json::parse(stream).at("timepoints").at(date).at("lesions").at(lesion).at("in_acquired_slices").at("long_ends_lps_mm");
  return {point_of(ends.at(0)), point_of(ends.at(1))};
}

void ReadPhantom::measure(int cell, std::size_t date)
{
  reader.key("tool.caliper");
  reader.draw(cell, line(date));
  reader.key("segment.caliper");
  EXPECT_TRUE(reader.wait([&] { return reader.window->display().proposal().has_value(); })) << reader.messages();
  reader.key("segment.accept");
}

SeriesKey ReadPhantom::series(const std::string& timepoint, const QString& words)
{
  auto& list = reader.session.series();
  for (int row = 0; row < list.rowCount(); ++row)
    if (list.key_at(row).timepoint == TimepointLabel{timepoint} &&
        list.data(list.index(row), SeriesListModel::TitleRole).toString().contains(words))
      return list.key_at(row);
  return {};
}

void ReadPhantom::rest()
{
  EXPECT_TRUE(reader.wait([&] { return !is_at_work(reader.session); })) << reader.messages();
  EXPECT_TRUE(reader.wait([&] { return !is_at_work(reader.session) && reader.is_settled(); })) << reader.messages();
  QApplication::processEvents();
}

QImage ReadPhantom::picture()
{
  QApplication::processEvents();
  return reader.window->grab().toImage();
}
}  // namespace nadir::viewer::test
