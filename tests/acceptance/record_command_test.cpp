// A reading from the command line: recorded, killed, verified, replayed, bundled, and computed again elsewhere.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_data.h"

namespace fs = std::filesystem;
using nadir::testing::run_program;
using nadir::testing::run_system_program;
using nadir::testing::TemporaryFolder;
using nadir::testing::test_data;
using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{
// One target of 50.0 mm that shrinks to 30.0 mm: -40 %, PR.
constexpr const char* calipers = R"({"patient": "P1",
  "timepoints": [{"label": "baseline"}, {"label": "follow-up"}],
  "lesions": [{"id": "T01", "role": "target", "organ": "soft tissue",
               "prompts": {"baseline": {"caliper": [[0,0,0],[50,0,0]]}, "follow-up": {"caliper": [[0,0,0],[0,30,0]]}}}]})";

struct Reading
{
  explicit Reading(const std::string& case_text = calipers)
      : case_file(folder.write("case.json", case_text)), record(folder.path() / "P1.nadir")
  {
  }

  nadir::testing::ProgramRun begin() const { return run_program("nadir", {"read", record, "--reader", "A", "--from-case", case_file}); }
  nadir::testing::ProgramRun issue(const std::string& lines, const std::string& who = "A") const
  {
    return run_program("nadir", {"read", record, folder.write("commands.jsonl", lines), "--reader", who});
  }

  TemporaryFolder folder;
  fs::path case_file;
  fs::path record;
};

json json_of(const nadir::testing::ProgramRun& run) { return json::parse(run.out, nullptr, false); }

std::string bytes_of(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
}  // namespace

TEST(RecordCommand, RecordsSignsShowsAndReplaysACase)
{
  const Reading reading;
  const auto begun = reading.begin();
  ASSERT_EQ(begun.exit_code, 0) << begun.err;
  EXPECT_THAT(begun.out, HasSubstr("confirmed 1 "));
  const auto finished = reading.issue("{\"act\":\"lock\"}\n{\"act\":\"sign\",\"meaning\":\"I have read these images\"}\n");
  ASSERT_EQ(finished.exit_code, 0) << finished.err;

  const auto shown = run_program("nadir", {"audit", "show", reading.record});
  EXPECT_THAT(shown.out, AllOf(HasSubstr("placed a caliper on T01 at \"baseline\": 50.0 mm"), HasSubstr("signed version 1"),
                               HasSubstr("signed, version 1")));
  const auto events = json_of(run_program("nadir", {"audit", "show", reading.record, "--json"}));
  ASSERT_TRUE(events.is_object());
  EXPECT_EQ(events.at("events").back().at("act"), "sign");
  const auto whole = run_program("nadir", {"audit", "verify", reading.record});
  EXPECT_EQ(whole.exit_code, 0) << whole.out;
  const auto early = json_of(run_program("nadir", {"audit", "replay", reading.record, "--to", "5", "--json"}));
  ASSERT_TRUE(early.is_object());
  EXPECT_EQ(early.at("content").at("lesions").at(0).at("marks").size(), 1u) << "after event 5 only the baseline was measured";
  EXPECT_EQ(early.at("phase"), "draft");
}

TEST(RecordCommand, RefusesInWordsWhatCannotBeAndKeepsWhatWasBefore)
{
  const Reading reading;
  ASSERT_EQ(reading.begin().exit_code, 0);
  const auto refused =
      reading.issue("{\"act\":\"comment\",\"text\":\"first\"}\n{\"act\":\"place-caliper\",\"lesion\":\"T01\",\"timepoint\":\"baseline\","
                    "\"longest\":[[0,0,0],[10,0,0]]}\n");
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("line 2"), HasSubstr("Move it instead"), HasSubstr("record.not-allowed")));
  EXPECT_THAT(run_program("nadir", {"audit", "show", reading.record}).out, HasSubstr("commented: first"));
  ASSERT_EQ(reading.issue("{\"act\":\"lock\"}\n").exit_code, 0);
  const auto late = reading.issue("{\"act\":\"comment\",\"text\":\"late\"}\n");
  EXPECT_EQ(late.exit_code, 2);
  EXPECT_THAT(late.err, HasSubstr("record.locked"));
  EXPECT_EQ(reading.issue("{\"act\":\"reopen\"}\n").exit_code, 2);
  EXPECT_EQ(reading.issue("{\"act\":\"reopen\",\"why\":\"a series came late\"}\n").exit_code, 0);
}

TEST(RecordCommand, RecordsNothingOfACaseThatIsRefused)
{
  Reading reading(R"({"patient":"P1","timepoints":[{"label":"baseline"}],"lesions":[{"id":"N1","role":"target","nodal":true,
                      "prompts":{"baseline":{"caliper":[[0,0,0],[20,0,0]]}}}]})");
  EXPECT_EQ(reading.begin().exit_code, 2) << "a node needs a short axis";
  EXPECT_FALSE(fs::exists(reading.record));
  EXPECT_EQ(run_program("nadir", {"read", reading.record, "--reader", "A"}).exit_code, 64) << "neither --patient nor --from-case";
}

TEST(RecordCommand, FindsAChangedByteAndNamesTheEvent)
{
  const Reading reading;
  ASSERT_EQ(reading.begin().exit_code, 0);
  auto bytes = bytes_of(reading.record);
  bytes[bytes.find("[50,0,0]") + 1] = '4';
  reading.folder.write("P1.nadir", bytes);
  const auto verified = run_program("nadir", {"audit", "verify", reading.record, "--json"});
  EXPECT_EQ(verified.exit_code, 2);
  const auto report = json_of(verified);
  ASSERT_TRUE(report.is_object());
  EXPECT_THAT(report.at("damages").dump(), HasSubstr("\"event 5\""));
  EXPECT_EQ(run_program("nadir", {"audit", "show", reading.record}).exit_code, 2);
}

TEST(RecordCommand, BundlesAReadingThatIsVerifiedWithoutTheRecord)
{
  const Reading reading;
  ASSERT_EQ(reading.begin().exit_code, 0);
  ASSERT_EQ(reading.issue("{\"act\":\"lock\"}\n{\"act\":\"sign\",\"meaning\":\"read\"}\n").exit_code, 0);
  const auto bundle = reading.folder.path() / "P1.zip";
  const auto exported = run_program("nadir", {"export", "bundle", reading.record, "--out", bundle});
  ASSERT_EQ(exported.exit_code, 0) << exported.err;
  fs::remove(reading.record);
  const auto verified = run_program("nadir", {"verify", bundle, "--json"});
  EXPECT_EQ(verified.exit_code, 0) << verified.out << verified.err;
  const auto verdict = json_of(verified);
  ASSERT_TRUE(verdict.is_object());
  EXPECT_GT(verdict.at("values_compared"), 20);
  auto bytes = bytes_of(bundle);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
  EXPECT_EQ(run_program("nadir", {"verify", reading.folder.write("P1.zip", bytes)}).exit_code, 2);
}

/// Anybody can check the chain with common tools.
TEST(RecordCommand, IsCheckedByOtherPrograms)
{
  const Reading reading;
  ASSERT_EQ(reading.begin().exit_code, 0);
  const auto bundle = reading.folder.path() / "P1.zip";
  ASSERT_EQ(run_program("nadir", {"export", "bundle", reading.record, "--out", bundle}).exit_code, 0);
  const auto checked = run_system_program("python3", {"-c", R"(
import hashlib, json, sqlite3, sys, zipfile
head = "0" * 64
for body, digest in sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True).execute("SELECT body, digest FROM event ORDER BY sequence"):
    head = hashlib.sha256((head + "\n" + body + "\n").encode()).hexdigest()
    assert head == digest
with zipfile.ZipFile(sys.argv[2]) as archive:
    assert archive.testzip() is None
    manifest = json.loads(archive.read("manifest.json"))
    assert manifest["head"] == head
    for entry in manifest["files"]:
        assert hashlib.sha256(archive.read(entry["name"])).hexdigest() == entry["sha256"]
)",
                                                      reading.record, bundle});
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
}

/// The program itself, killed at random moments while it takes commands from a pipe: what it confirmed on stdout is in the record.
TEST(RecordCommand, LosesNothingThatItConfirmedWhenKilled)
{
  const Reading reading;
  ASSERT_EQ(reading.begin().exit_code, 0);
  std::mt19937 random(3);
  int last = 0;
  for (int round = 0; round < 40; ++round)
  {
    int to[2], from[2];
    ASSERT_EQ(::pipe(to), 0);
    ASSERT_EQ(::pipe(from), 0);
    const pid_t child = ::fork();
    if (child == 0)
    {
      ::dup2(to[0], 0);
      ::dup2(from[1], 1);
      for (const int end : {to[0], to[1], from[0], from[1]}) ::close(end);
      const auto program = nadir::testing::programs_folder() / "nadir";
      ::execl(program.c_str(), "nadir", "read", reading.record.c_str(), "-", "--reader", "A", static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(to[0]);
    ::close(from[1]);
    std::string commands;
    for (int k = 0; k < 200; ++k)
      commands += k % 3 == 2 ? "{\"act\":\"undo\"}\n" : "{\"act\":\"comment\",\"text\":\"" + std::to_string(k) + "\"}\n";
    ASSERT_EQ(::write(to[1], commands.data(), commands.size()), static_cast<ssize_t>(commands.size()));
    std::string said;
    char buffer[4096];
    const auto wanted = random() % 5;
    while (static_cast<std::size_t>(std::count(said.begin(), said.end(), '\n')) < wanted)
    {
      const auto count = ::read(from[0], buffer, sizeof buffer);
      if (count <= 0) break;
      said.append(buffer, static_cast<std::size_t>(count));
    }
    ::usleep(static_cast<useconds_t>(random() % 15'000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    for (ssize_t count = 0; (count = ::read(from[0], buffer, sizeof buffer)) > 0;) said.append(buffer, static_cast<std::size_t>(count));
    ::close(to[1]);
    ::close(from[0]);
    const auto line = said.rfind("confirmed ", said.rfind('\n'));
    if (line != std::string::npos) last = std::stoi(said.substr(line + 10));
    const auto verified = run_program("nadir", {"audit", "verify", reading.record, "--json"});
    ASSERT_EQ(verified.exit_code, 0) << verified.out;
    ASSERT_GE(json_of(verified).at("whole_events"), last);
  }
  EXPECT_GT(last, 30);
}

/// A generated case with images: the numbers are computed again from the pixels, under other names and in another place.
TEST(RecordCommand, ComputesEveryNumberAgainFromThePixels)
{
  const TemporaryFolder folder;
  ASSERT_EQ(run_program("nadir-phantom", {"--out", folder.path() / "cases", "--case", "partial-response", "--matrix", "96"}).exit_code, 0);
  const auto case_folder = folder.path() / "cases" / "partial-response";
  const auto record = folder.path() / "P1.nadir", bundle = folder.path() / "P1.zip";
  const auto begun = run_program("nadir", {"read", record, "--reader", "A", "--from-case", case_folder / "case.json"});
  ASSERT_EQ(begun.exit_code, 0) << begun.err;
  const auto commands = folder.write("end.jsonl", "{\"act\":\"lock\"}\n{\"act\":\"sign\",\"meaning\":\"read\"}\n");
  const auto locked = run_program("nadir", {"read", record, commands, "--reader", "A"});
  ASSERT_EQ(locked.exit_code, 0) << locked.err;
  ASSERT_EQ(run_program("nadir", {"export", "bundle", record, "--out", bundle}).exit_code, 0);
  fs::rename(folder.path() / "cases", folder.path() / "elsewhere");
  fs::remove(record);

  const auto with_pixels = run_program("nadir", {"verify", bundle, "--images", folder.path() / "elsewhere", "--json"});
  EXPECT_EQ(with_pixels.exit_code, 0) << with_pixels.out << with_pixels.err;
  const auto all = json_of(with_pixels);
  ASSERT_TRUE(all.is_object());
  EXPECT_TRUE(all.at("notices").empty()) << all.at("notices");
  EXPECT_GT(all.at("values_compared"), 100);
  const auto without = run_program("nadir", {"verify", bundle, "--json"});
  EXPECT_EQ(without.exit_code, 0) << without.out;
  EXPECT_THAT(without.out, HasSubstr("what rests on pixels was not"));
}

/// The structure set names its patient "STS_002"; neither record nor bundle does, and the lesion measures the same.
TEST(RecordCommand, KeepsThePatientOfAStructureSetOut)
{
  NADIR_NEEDS_TEST_DATA("sts/STS_002/mask");
  const auto sts = fs::absolute(test_data() / "sts" / "STS_002");
  const json document{
      {"patient", "case seven"},
      {"timepoints", {{{"label", "baseline"}, {"folder", sts / "image"}}}},
      {"lesions",
       {{{"id", "T01"}, {"role", "target"}, {"organ", "soft tissue"}, {"prompts", {{"baseline", {{"mask", sts / "mask" / "RS.dcm"}}}}}}}}};
  const Reading reading(document.dump());
  const auto begun = reading.begin();
  ASSERT_EQ(begun.exit_code, 0) << begun.err;
  ASSERT_THAT(bytes_of(sts / "mask" / "RS.dcm"), HasSubstr("STS_002")) << "the test would see nothing";
  const auto locked = reading.issue("{\"act\":\"lock\"}\n");
  ASSERT_EQ(locked.exit_code, 0) << locked.err;
  const auto bundle = reading.folder.path() / "P1.zip";
  ASSERT_EQ(run_program("nadir", {"export", "bundle", reading.record, "--out", bundle}).exit_code, 0);
  const auto unpacked = run_system_program(
      "python3",
      {"-c", "import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1]) as a:\n  for n in a.namelist(): sys.stdout.buffer.write(a.read(n))",
       bundle});
  EXPECT_THAT(unpacked.out, Not(HasSubstr("STS_002")));
  EXPECT_THAT(unpacked.out, Not(HasSubstr("2347977897935741"))) << "the accession number";
  const auto before = run_program("nadir", {"assess", reading.case_file, "--out", reading.folder.path() / "direct"});
  ASSERT_EQ(before.exit_code, 0);
  const auto direct = json::parse(bytes_of(reading.folder.path() / "direct" / "assessment.json"), nullptr, false);
  const auto volume = direct.at("timepoints").at(0).at("lesions").at(0).at("volume_ml");
  EXPECT_THAT(unpacked.out, HasSubstr("\"volume_ml\": " + volume.dump()));
}
