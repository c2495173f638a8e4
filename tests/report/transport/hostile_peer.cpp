#include "tests/report/transport/hostile_peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace nadir::test
{
bool PeerSocket::send(std::string_view bytes) const
{
  while (!bytes.empty())
  {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string PeerSocket::receive(std::size_t count) const
{
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (bytes.size() < count)
  {
    const auto got = ::recv(socket_, buffer.data(), std::min(buffer.size(), count - bytes.size()), 0);
    if (got <= 0) break;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return bytes;
}

std::string PeerSocket::receive_request() const
{
  std::string head;
  while (head.find("\r\n\r\n") == std::string::npos)
  {
    const auto more = receive(1);
    if (more.empty()) return head;
    head += more;
  }
  const std::string key = "Content-Length: ";
  const auto at = head.find(key);
  return at == std::string::npos ? head : head + receive(std::stoul(head.substr(at + key.size())));
}

void PeerSocket::wait_for_end() const
{
  while (!receive(65536).empty())
  {
  }
}

HostilePeer::HostilePeer(std::function<void(const PeerSocket&)> behaviour) : behaviour_(std::move(behaviour))
{
  listener_ = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) != 0 || listen(listener_, 8) != 0 ||
      getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no port for a hostile peer");
  port_ = ntohs(address.sin_port);
  thread_ = std::jthread([this] { serve(); });
}

HostilePeer::~HostilePeer()
{
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
    for (const int socket : open_) ::shutdown(socket, SHUT_RDWR);
  }
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

void HostilePeer::serve()
{
  for (;;)
  {
    const int socket = accept(listener_, nullptr, nullptr);
    if (socket < 0) return;
    {
      const std::lock_guard lock(mutex_);
      open_.insert(socket);
      if (is_ending_) ::shutdown(socket, SHUT_RDWR);
    }
    behaviour_(PeerSocket(socket));
    const std::lock_guard lock(mutex_);
    open_.erase(socket);
    ::close(socket);
  }
}
}  // namespace nadir::test
