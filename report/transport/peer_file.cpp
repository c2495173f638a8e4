#include "report/transport/peer_file.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "imaging/storage/write_file.h"
#include "imaging/units/number_text.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t longest_file = std::size_t{1} << 20;

Failure unusable(const std::string& what)
{
  return Failure(TransportError::SettingInvalid,
                 "the list of archives cannot be used: " + what + " (the wrong one could be spoken to). Correct it.");
}

/// Reads the words of one object; the first fault is kept.
class Words
{
public:
  Words(const Json& object, std::string where) : object_(object), where_(std::move(where))
  {
    if (!object_.is_object()) fault_ = where_ + " is no object";
  }

  std::string text(const char* key)
  {
    known_.emplace_back(key);
    if (!object_.is_object() || !object_.contains(key)) return "";
    if (object_[key].is_string()) return object_[key].get<std::string>();
    note(std::string(key) + " of " + where_ + " is no text");
    return "";
  }

  int number(const char* key, int otherwise)
  {
    known_.emplace_back(key);
    if (!object_.is_object() || !object_.contains(key)) return otherwise;
    if (object_[key].is_number_unsigned() && object_[key] >= 1 && object_[key] <= 3600) return object_[key].get<int>();
    note(std::string(key) + " of " + where_ + " is no number from 1 to 3600");
    return otherwise;
  }

  const Json* object(const char* key)
  {
    known_.emplace_back(key);
    return object_.is_object() && object_.contains(key) ? &object_[key] : nullptr;
  }

  /// After all known words were asked for.
  const std::string& fault()
  {
    if (object_.is_object())
      for (const auto& [key, value] : object_.items())
        if (std::find(known_.begin(), known_.end(), key) == known_.end()) note(where_ + " has an unknown word " + key);
    return fault_;
  }

private:
  void note(const std::string& fault)
  {
    if (fault_.empty()) fault_ = fault;
  }

  const Json& object_;
  std::string where_, fault_;
  std::vector<std::string> known_;
};

Result<std::optional<TlsSettings>> tls_of(const Json* object, const std::string& where, const fs::path& folder)
{
  if (!object) return std::optional<TlsSettings>{};
  Words words(*object, "tls of " + where);
  const auto file = [&](const char* key)
  {
    const std::string name = words.text(key);
    return name.empty() ? fs::path() : folder / name;
  };
  TlsSettings settings{file("authority"), file("certificate"), file("key"), words.text("pin")};
  if (!words.fault().empty()) return unusable(words.fault());
  return std::optional(settings);
}

Result<Peer> peer_of(const Json& object, const std::string& name, const fs::path& folder)
{
  Words words(object, name);
  const std::string node = words.text("node"), web = words.text("web"), called = words.text("called"), calling = words.text("calling");
  const int timeout = words.number("timeout", 30);
  const auto tls = tls_of(words.object("tls"), name, folder);
  if (!tls) return tls.failure();
  if (!words.fault().empty()) return unusable(words.fault());
  if (node.empty() == web.empty()) return unusable(name + " needs one of node and web");
  if (!web.empty()) return Peer{WebPeer{web, *tls, timeout}};
  DicomPeer peer;
  peer.tls = *tls;
  peer.timeout_seconds = timeout;
  if (!called.empty()) peer.called_title = called;
  if (!calling.empty()) peer.calling_title = calling;
  auto placed = with_address(peer, node);
  if (!placed) return placed.failure().in_context(name);
  return Peer{*placed};
}
std::string file_name(const fs::path& path, const fs::path& folder)
{
  const auto inside = path.lexically_relative(folder);
  return !inside.empty() && *inside.begin() != ".." ? inside.string() : path.string();
}

void add_tls(const std::optional<TlsSettings>& tls, const fs::path& folder, Json& object)
{
  if (!tls) return;
  Json words = Json::object();
  for (const auto& [key, path] : {std::pair{"authority", &tls->authorities}, {"certificate", &tls->certificate}, {"key", &tls->key}})
    if (!path->empty()) words[key] = file_name(*path, folder);
  if (!tls->pinned_sha256.empty()) words["pin"] = tls->pinned_sha256;
  object["tls"] = words;
}

Json json_of(const DicomPeer& peer, const fs::path& folder)
{
  Json object{
      {"node", address_of(peer)}, {"called", peer.called_title}, {"calling", peer.calling_title}, {"timeout", peer.timeout_seconds}};
  add_tls(peer.tls, folder, object);
  return object;
}

Json json_of(const WebPeer& peer, const fs::path& folder)
{
  Json object{{"web", peer.url}, {"timeout", peer.timeout_seconds}};
  add_tls(peer.tls, folder, object);
  return object;
}

Result<std::vector<NamedPeer>> peers_in(const std::string& text, const fs::path& folder)
{
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= 8; };
  const Json list = Json::parse(text, shallow, false);
  if (!list.is_object()) return unusable("it is no JSON object");
  std::vector<NamedPeer> peers;
  for (const auto& [name, object] : list.items())
  {
    auto peer = peer_of(object, name, folder);
    if (!peer) return peer.failure();
    peers.push_back({name, std::move(*peer)});
  }
  return peers;
}

/// Absolute, so that a name relative to it means the same file wherever the program stands.
fs::path folder_of(const fs::path& file)
{
  std::error_code problem;
  return fs::absolute(file, problem).lexically_normal().parent_path();
}
}  // namespace

Result<std::vector<NamedPeer>> read_peers(const fs::path& file)
{
  std::error_code problem;
  if (!fs::exists(file, problem)) return std::vector<NamedPeer>{};
  if (fs::file_size(file, problem) > longest_file || problem) return unusable("it is too long or cannot be read");
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  return peers_in(text, folder_of(file));
}

Result<Done> write_peers(const fs::path& file, const std::vector<NamedPeer>& peers)
{
  const auto folder = folder_of(file);
  Json list = Json::object();
  for (const auto& [name, peer] : peers)
  {
    if (name.empty()) return unusable("an archive has no name");
    if (list.contains(name)) return unusable("two archives are called " + name);
    list[name] = std::visit([&](const auto& one) { return json_of(one, folder); }, peer);
  }
  const std::string text = list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  const auto read = peers_in(text, folder);
  if (!read) return read.failure();
  if (*read != peers) return unusable("an entry would read back differently");
  std::error_code problem;
  fs::create_directories(folder, problem);
  return imaging::write_file(file, text);
}

fs::path default_peer_file()
{
  const char *config = std::getenv("XDG_CONFIG_HOME"), *home = std::getenv("HOME");
  const fs::path folder = config && *config ? fs::path(config) : fs::path(home ? home : ".") / ".config";
  return folder / "nadir" / "archives.json";
}

std::string address_of(const DicomPeer& peer)
{
  const bool has_colons = peer.host.find(':') != std::string::npos;
  return (has_colons ? "[" + peer.host + "]" : peer.host) + ":" + std::to_string(peer.port);
}

Result<DicomPeer> with_address(DicomPeer peer, const std::string& address)
{
  const auto colon = address.rfind(':');
  const auto port = colon == std::string::npos ? std::nullopt : parse_integer(address.substr(colon + 1));
  if (!port || *port < 1 || *port > 65535 || colon == 0)
    return Failure(TransportError::SettingInvalid,
                   "the address of a node must be HOST:PORT (nothing can be reached else). Example: pacs.example:104.");
  peer.host = address.substr(0, colon);
  peer.port = static_cast<int>(*port);
  if (peer.host.starts_with('[') && peer.host.ends_with(']')) peer.host = peer.host.substr(1, peer.host.size() - 2);
  return peer;
}
}  // namespace nadir::report
