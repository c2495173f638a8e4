#include "tests/session/recorded_case.h"

#include <map>
#include <stdexcept>

#include "measure/assessment/case_file.h"
#include "session/begin_record.h"
#include "session/record_writer.h"
#include "tests/support/run_program.h"

namespace nadir::testing
{
namespace fs = std::filesystem;

namespace
{
void require(bool holds, const std::string& what)
{
  if (!holds) throw std::runtime_error(what);
}

reading::RecordStore begun(const fs::path& path)
{
  auto store = session::begin_record(path, {"P1", reading::ReaderId{"A"}});
  require(store.has_value(), "the record could not be begun");
  return std::move(*store);
}
}  // namespace

fs::path phantom_case(const std::string& name)
{
  static const TemporaryFolder folder;
  const auto made = folder.path() / name / name;
  if (fs::exists(made / "case.json")) return made;
  const auto run = run_program("nadir-phantom", {"--case", name, "--matrix", "128", "--out", folder.path() / name});
  require(run.exit_code == 0, "the phantom was not made: " + run.err);
  return made;
}

measure::Case case_in(const fs::path& folder)
{
  const auto input = measure::read_case_file(folder / "case.json");
  require(input.has_value(), "the case file was refused");
  return *input;
}

RecordedCase::RecordedCase(const measure::Case& input) : path_(folder_.path() / "P1.nadir"), store_(begun(path_))
{
  const auto issued = session::RecordWriter(store_, {reading::ReaderId{"A"}, {}, {}, {}}).issue_case(input);
  require(issued.has_value(), issued ? "" : issued.failure().message());
}

void RecordedCase::issue(const reading::Act& act, const std::string& why)
{
  const auto issued = session::RecordWriter(store_, {reading::ReaderId{"A"}, {}, {}, {}}).issue(act, why);
  require(issued.has_value(), issued ? "" : issued.failure().message());
}
}  // namespace nadir::testing
