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
}  // namespace

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

namespace
{
DicomPeer secured_node()
{
  DicomPeer node;
  node.host = "fe80::1";
  node.port = 2762;
  node.called_title = "PACS";
  node.timeout_seconds = 9;
  node.tls = TlsSettings{"/etc/ca.pem", "", "", "ab:12"};
  return node;
}
}  // namespace

TEST_F(PeerFile, KeepsWhatItWasGiven)
{
  const auto file = folder.path() / "new folder" / "archives.json";
  auto node = secured_node();
  node.tls->certificate = folder.path() / "new folder" / "ours" / "us.pem";
  node.tls->key = folder.path() / "new folder" / "us.key";
  const std::vector<NamedPeer> peers{{"main", node}, {"Zürich \"web\"", WebPeer{"https://pacs.example/dicom-web", std::nullopt, 30}}};
  const auto written = write_peers(file, peers);
  ASSERT_TRUE(written) << written.failure().message();
  const auto read = read_peers(file);
  ASSERT_TRUE(read) << read.failure().message();
  EXPECT_EQ(*read, peers);
}

// Whoever moves the folder moves list and certificates together.
TEST_F(PeerFile, NamesFilesBelowItsFolderRelativeToIt)
{
  DicomPeer node = secured_node();
  node.tls->authorities = folder.path() / "here" / "ca.pem";
  ASSERT_TRUE(write_peers(folder.path() / "here" / "archives.json", {{"main", node}}));
  std::filesystem::rename(folder.path() / "here", folder.path() / "there");
  const auto moved = read_peers(folder.path() / "there" / "archives.json");
  ASSERT_TRUE(moved) << moved.failure().message();
  EXPECT_EQ(std::get<DicomPeer>(moved->front().peer).tls->authorities, folder.path() / "there" / "ca.pem");
}

TEST_F(PeerFile, DoesNotWriteWhatCouldNotBeReadBack)
{
  ASSERT_TRUE(read(R"({"main": {"node": "pacs:104"}})"));
  DicomPeer nowhere;
  DicomPeer endless = secured_node();
  endless.timeout_seconds = 0;
  for (const auto& peers :
       {std::vector<NamedPeer>{{"", secured_node()}}, {{"a", secured_node()}, {"a", secured_node()}}, {{"a", nowhere}}, {{"a", endless}}})
    EXPECT_FALSE(write_peers(folder.path() / "archives.json", peers));
  const auto kept = read_peers(folder.path() / "archives.json");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->front().name, "main");
}
