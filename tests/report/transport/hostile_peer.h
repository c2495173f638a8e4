#pragma once

#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>

namespace nadir::test
{
/// One connection to a hostile peer; ended with the object.
class PeerSocket
{
public:
  explicit PeerSocket(int socket) : socket_(socket) {}

  bool send(std::string_view bytes) const;       ///< false when the client has gone
  std::string receive(std::size_t count) const;  ///< fewer bytes when the client goes
  std::string receive_request() const;           ///< HTTP: the head and its declared body
  void wait_for_end() const;                     ///< says nothing until the client goes
  int handle() const { return socket_; }

private:
  int socket_;
};

/// A server on the loopback that does with each connection what a test wants.
class HostilePeer
{
public:
  explicit HostilePeer(std::function<void(const PeerSocket&)> behaviour);
  ~HostilePeer();
  HostilePeer(const HostilePeer&) = delete;
  HostilePeer& operator=(const HostilePeer&) = delete;

  int port() const { return port_; }

private:
  void serve();

  std::function<void(const PeerSocket&)> behaviour_;
  int listener_ = -1, port_ = 0;
  std::mutex mutex_;
  std::set<int> open_;
  bool is_ending_ = false;
  std::jthread thread_;
};
}  // namespace nadir::test
