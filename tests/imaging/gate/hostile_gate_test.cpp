#include <gtest/gtest.h>

#include <map>
#include <set>

#include "imaging/gate/dicom_file.h"
#include "tests/support/hostile_corpus.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
std::string name_of(const HostileFile& file) { return file.family + ": " + file.name; }
}  // namespace

TEST(HostileCorpus, HasAtLeast250FilesWithNamesOfTheirOwn)
{
  std::set<std::string> names;
  for (const auto& file : hostile_corpus()) EXPECT_TRUE(names.insert(name_of(file)).second) << name_of(file);
  EXPECT_GE(names.size(), 250u);
}

TEST(HostileCorpus, SeedIsGood) { EXPECT_TRUE(DicomFile::parse(dicom_file(hostile_seed()))); }

TEST(HostileCorpus, GateRefusesWhatItMust)
{
  for (const auto& file : hostile_corpus())
  {
    if (file.fate != Fate::RefusedAtGate) continue;
    EXPECT_FALSE(DicomFile::parse(file.bytes())) << name_of(file);
  }
}

TEST(HostileCorpus, GateLetsHarmlessOdditiesPass)
{
  for (const auto& file : hostile_corpus())
  {
    if (file.fate != Fate::Harmless) continue;
    const auto parsed = DicomFile::parse(file.bytes());
    EXPECT_TRUE(parsed) << name_of(file) << ": " << parsed.failure().message();
  }
}
