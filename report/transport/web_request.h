#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "report/transport/peer.h"

namespace nadir::report
{
/// An HTTP answer, of any status.
struct WebAnswer
{
  long status = 0;
  std::string content_type;
  std::string body;
};

/// Takes the body of an answer as it comes, of which `answer` has status and content type; false: no more is wanted.
using BodyReceiver = std::function<bool(const WebAnswer& answer, std::string_view bytes)>;

/// A connection to one DICOMweb service, kept open between requests. https only, but for a service on this machine itself; the
/// certificate must fit the host, or be pinned. Redirects are not followed, no proxy or credentials of the environment are used.
class WebConnection
{
public:
  explicit WebConnection(WebPeer peer);
  ~WebConnection();
  WebConnection(const WebConnection&) = delete;
  WebConnection& operator=(const WebConnection&) = delete;

  /// `path` is put behind the root of the service. Failures: Unreachable, TlsFailed, SettingInvalid; PeerFailed when the answer is longer
  /// than 256 MiB or takes longer than ten timeouts, Cancelled.
  Result<WebAnswer> get(const std::string& path, const std::string& accept);
  Result<WebAnswer> post(const std::string& path, const std::string& body, const std::vector<std::string>& headers);

  /// The same with a body that nobody holds in memory; of any length, as long as the receiver wants more. The answer's own body is empty.
  Result<WebAnswer> get(const std::string& path, const std::string& accept, const BodyReceiver& receiver);

  /// Asked now and then while an answer comes.
  void stop_when(std::function<bool()> is_stopped);

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Percent-encoded, for a value of a query.
std::string url_encoded(std::string_view text);
}  // namespace nadir::report
