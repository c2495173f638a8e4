// The bundle: what was put in comes out, and no changed bit passes.
#include "reading/audit/bundle.h"

#include <gmock/gmock.h>

#include <fstream>
#include <random>

#include "imaging/digest/sha256.h"
#include "reading/audit/zip_archive.h"
#include "reading/record/event_text.h"
#include "tests/reading/record/random_reader.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::reading;
using nadir::testing::stamp_of;
using nadir::testing::TemporaryFolder;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
namespace fs = std::filesystem;

namespace
{
Bundle sample_bundle()
{
  Bundle bundle;
  Reading reading;
  auto digest = digest_before_first_event();
  const auto add = [&](const Act& act)
  {
    const auto event = decide(reading, {act, ReaderId{"A"}, "because"}, stamp_of(reading.events()));
    ASSERT_TRUE(event) << event.failure().message();
    reading.apply(*event);
    digest = chained_digest(digest, canonical_text(*event));
    bundle.events.push_back({event->sequence, canonical_text(*event), digest});
  };
  const auto keep = [&](const std::string& bytes)
  {
    bundle.blobs[imaging::sha256_of(bytes)] = bytes;
    return Digest{imaging::sha256_of(bytes)};
  };
  add(BeginRecord{RecordId{std::string(32, 'a')}, "P1"});
  add(LoadImages{TimepointLabel{"baseline"}, keep("list of digests\n")});
  add(MarkLesion{{LesionId{"T01"}, measure::LesionRole::Target, "liver", false}});
  add(AcceptSegmentation{LesionId{"T01"}, TimepointLabel{"baseline"}, {keep(std::string(5'000, '\x7f')), 1, "file"}});
  bundle.results = "{\"sum\": 40}";
  add(Lock{{}, keep(bundle.results)});
  add(Sign{"read", {}});
  bundle.report = "<html>report</html>";
  return bundle;
}

KeptBundle read_back(const fs::path& path)
{
  auto kept = read_bundle(path);
  EXPECT_TRUE(kept) << kept.failure().message();
  return kept ? std::move(*kept) : KeptBundle{};
}

std::string bytes_of(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

auto is_at(const std::string& place) { return Field(&Damage::place, HasSubstr(place)); }
}  // namespace

TEST(Bundle, GivesBackWhatWasPutIn)
{
  const TemporaryFolder folder;
  const auto bundle = sample_bundle();
  ASSERT_TRUE(write_bundle(folder.path() / "P1.zip", bundle));
  const auto kept = read_back(folder.path() / "P1.zip");
  EXPECT_THAT(kept.damages, IsEmpty());
  EXPECT_EQ(kept.bundle.blobs, bundle.blobs);
  EXPECT_EQ(kept.bundle.results, bundle.results);
  EXPECT_EQ(kept.bundle.report, bundle.report);
  EXPECT_EQ(kept.head, bundle.events.back().digest);
  EXPECT_EQ(kept.reading.phase(), Phase::Signed);
}

TEST(Bundle, IsTheSameBytesEachTime)
{
  const TemporaryFolder folder;
  ASSERT_TRUE(write_bundle(folder.path() / "1.zip", sample_bundle()));
  ASSERT_TRUE(write_bundle(folder.path() / "2.zip", sample_bundle()));
  EXPECT_EQ(bytes_of(folder.path() / "1.zip"), bytes_of(folder.path() / "2.zip"));
}

TEST(Bundle, ShowsAChangedBitInEveryOtherByte)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.zip";
  ASSERT_TRUE(write_bundle(path, sample_bundle()));
  const auto whole = bytes_of(path);
  for (std::size_t at = 0; at < whole.size(); at += 2)
  {
    auto bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 7));
    folder.write("P1.zip", bytes);
    const auto kept = read_bundle(path);
    EXPECT_TRUE(!kept || !kept->damages.empty()) << "byte " << at << " of " << whole.size();
  }
}

/// Whoever packs the archive anew makes its own digest fit; the events and blobs still tell.
TEST(Bundle, ShowsWhatWasChangedAndPackedAnew)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.zip";
  auto changed = sample_bundle();
  changed.results = "{\"sum\": 20}";
  ASSERT_TRUE(write_bundle(path, changed));
  EXPECT_THAT(read_back(path).damages, Contains(is_at("results/assessment.json")));
  changed = sample_bundle();
  changed.blobs.begin()->second += "!";
  ASSERT_TRUE(write_bundle(path, changed));
  EXPECT_THAT(read_back(path).damages, Contains(is_at("blobs/" + changed.blobs.begin()->first)));
  changed = sample_bundle();
  changed.blobs.erase(changed.blobs.begin());
  ASSERT_TRUE(write_bundle(path, changed));
  EXPECT_THAT(read_back(path).damages, Contains(is_at("blobs/")));
  changed = sample_bundle();
  changed.events[2].body.replace(changed.events[2].body.find("liver"), 5, "liven");
  ASSERT_TRUE(write_bundle(path, changed));
  EXPECT_THAT(read_back(path).damages, Contains(is_at("event 3")));
  changed = sample_bundle();
  changed.events.erase(changed.events.begin() + 2);
  ASSERT_TRUE(write_bundle(path, changed));
  EXPECT_THAT(read_back(path).damages, Not(IsEmpty()));
}

TEST(Bundle, RefusesWhatIsNoneAndSurvivesHostileArchives)
{
  const TemporaryFolder folder;
  EXPECT_FALSE(read_bundle(folder.path() / "none"));
  EXPECT_FALSE(read_bundle(folder.path()));
  EXPECT_FALSE(read_bundle(folder.write("text", "hello")));
  const auto strange = zip_bytes({{"../escaped", "root"}, {"manifest.json", "{}"}, {"blobs/x", "y"}}, "no comment of ours");
  ASSERT_TRUE(strange);
  const auto kept = read_back(folder.write("strange.zip", *strange));
  EXPECT_THAT(kept.damages, Contains(is_at("../escaped")));
  EXPECT_THAT(kept.damages, Contains(is_at("events.jsonl")));
  EXPECT_FALSE(fs::exists(folder.path() / "../escaped"));
}

/// A file that claims to be 1 GiB long: no memory is taken for it.
TEST(Bundle, DoesNotUnpackMoreThanItsLimits)
{
  auto bytes = zip_bytes({{"manifest.json", std::string(1'000, 'x')}}, "");
  ASSERT_TRUE(bytes);
  const auto claim = [&](std::string_view signature, std::size_t offset)
  {
    const auto at = bytes->find(signature);
    ASSERT_NE(at, std::string::npos);
    bytes->replace(at + offset, 4, std::string("\0\0\0\x40", 4));
  };
  claim("PK\x03\x04", 22);  // uncompressed size in the local header and in the directory (PKWARE APPNOTE 4.3.7, 4.3.12)
  claim("PK\x01\x02", 24);
  const auto content = unzip(*bytes);
  if (!content) return;
  EXPECT_THAT(content->files, IsEmpty());
  EXPECT_THAT(content->problems, Not(IsEmpty()));
}
