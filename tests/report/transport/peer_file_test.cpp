#include "report/transport/peer_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

using namespace nadir::report;

namespace
{
class PeerFile : public ::testing::Test
{
protected:
  auto read(const std::string& text)
  {
    std::ofstream(folder.path() / "archives.json") << text;
    return read_peers(folder.path() / "archives.json");
  }
  nadir::testing::TemporaryFolder folder;
};
} // namespace

TEST_F(PeerFile, GivesNodesAndWebServicesByName)
{
  const auto peers = read(R"({"main": {"node": "[::1]:2762", "called": "PACS", "timeout": 9, "tls": {"authority": "ca.pem"}},
                              "web": {"web": "https://pacs.example/dicom-web"}})");
  ASSERT_TRUE(peers) << peers.failure().message();
  ASSERT_EQ(peers->size(), 2u);
  const auto& node = std::get<DicomPeer>((*peers)[0].peer);
  EXPECT_EQ(node.host, "::1");
  EXPECT_EQ(node.port, 2762);
  EXPECT_EQ(node.timeout_seconds, 9);
  EXPECT_EQ(node.tls->authorities, folder.path() / "ca.pem");
  EXPECT_EQ(std::get<WebPeer>((*peers)[1].peer).url, "https://pacs.example/dicom-web");
}

TEST_F(PeerFile, RefusesWhatItDoesNotKnow)
{
  for (const char* text : {"", "[]", "{", R"({"a": {"node": "h:1", "tsl": {}}})", R"({"a": {}})", R"({"a": {"node": "h"}})",
                           R"({"a": {"node": "h:1", "web": "https://h"}})", R"({"a": {"node": "h:1", "timeout": "soon"}})",
                           R"({"a": {"node": "h:1", "tls": {"verify": "no"}}})", R"({"a": {"node": "h:99999"}})", R"({"a": 1})"})
    EXPECT_FALSE(read(text)) << text;
}

TEST_F(PeerFile, IsEmptyWhereThereIsNone) { EXPECT_TRUE(read_peers(folder.path() / "none.json")->empty()); }
