#include "report/transport/web_request.h"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <mutex>

#include "report/transport/tls_pin.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t longest_answer = std::size_t{256} << 20;

/// What comes, and who takes it; without a receiver it is kept.
struct Body
{
  const BodyReceiver* receiver = nullptr;
  CURL* curl = nullptr;
  WebAnswer answer{};
  bool is_refused = false;

  void read_head()
  {
    const char* type = nullptr;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
    answer.content_type = type ? type : "";
  }

  bool take(std::string_view bytes)
  {
    if (!receiver)
    {
      if (answer.body.size() + bytes.size() > longest_answer) return false;
      answer.body.append(bytes);
      return true;
    }
    if (answer.status == 0) read_head();
    return (*receiver)(answer, bytes);
  }
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* target)
{
  auto& body = *static_cast<Body*>(target);
  body.is_refused = body.is_refused || !body.take({bytes, size * count});
  return body.is_refused ? 0 : size * count;
}

bool is_local(const std::string& url)
{
  return url.starts_with("http://127.0.0.1:") || url.starts_with("http://localhost:") || url.starts_with("http://[::1]:");
}

bool is_tls(CURLcode code)
{
  return code == CURLE_SSL_CONNECT_ERROR || code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CERTPROBLEM ||
         code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_PINNEDPUBKEYNOTMATCH || code == CURLE_SSL_CIPHER ||
         code == CURLE_SSL_ISSUER_ERROR;
}

/// Called by curl before the handshake.
CURLcode set_pin(CURL*, void* context, void* pin)
{
  pin_certificate(static_cast<ssl_ctx_st*>(context), static_cast<const std::string*>(pin));
  return CURLE_OK;
}

int ask(void* is_stopped, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
  return (*static_cast<std::function<bool()>*>(is_stopped))() ? 1 : 0;
}

struct HeaderList
{
  curl_slist* list = nullptr;
  ~HeaderList() { curl_slist_free_all(list); }
  void add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
};
}  // namespace

struct WebConnection::State
{
  WebPeer peer;
  CURL* curl = nullptr;
  std::string pin;
  std::function<bool()> is_stopped;

  ~State() { curl_easy_cleanup(curl); }

  void set_trust() const
  {
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!peer.tls) return;
    if (!peer.tls->authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, peer.tls->authorities.c_str());
    if (!peer.tls->certificate.empty()) curl_easy_setopt(curl, CURLOPT_SSLCERT, peer.tls->certificate.c_str());
    if (!pin.empty())
    {
      curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);  // the pinned certificate is known itself, whatever name it bears
      curl_easy_setopt(curl, CURLOPT_SSL_CTX_FUNCTION, set_pin);
      curl_easy_setopt(curl, CURLOPT_SSL_CTX_DATA, &pin);
    }
    if (!peer.tls->key.empty()) curl_easy_setopt(curl, CURLOPT_SSLKEY, peer.tls->key.c_str());
  }

  void prepare(const std::string& url, const HeaderList& headers, Body& body)
  {
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, is_local(url) ? "http,https" : "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(peer.timeout_seconds));
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(peer.timeout_seconds));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.list);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    if (!body.receiver) curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L * peer.timeout_seconds);
    body.curl = curl;
    if (is_stopped)
    {
      curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
      curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, ask);
      curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &is_stopped);
    }
    set_trust();
  }

  Result<WebAnswer> perform(Body& body) const
  {
    if (peer.tls && !peer.tls->pinned_sha256.empty() && pin.empty())
      return Failure(
          TransportError::SettingInvalid,
          "the pinned SHA-256 is not 64 hexadecimal digits (no certificate could match it). Give the digest of the peer's certificate.");
    const CURLcode code = curl_easy_perform(curl);
    const std::string words = curl_easy_strerror(code);
    if (body.is_refused)
      return Failure(TransportError::PeerFailed,
                     "the answer is not what was asked for, or longer than is taken (it was not read to its end). Ask for less at once.");
    if (code == CURLE_ABORTED_BY_CALLBACK)
      return Failure(TransportError::Cancelled, "the request was stopped (nothing of its answer was kept). Ask again.");
    if (is_tls(code))
      return Failure(TransportError::TlsFailed, "the secured connection failed: " + words +
                                                    " (nothing was sent). Check the authority and the host name in the certificate.");
    if (code == CURLE_URL_MALFORMAT || code == CURLE_UNSUPPORTED_PROTOCOL)
      return Failure(TransportError::SettingInvalid,
                     "the address is no https address (nothing was sent; http is for a service on this machine only). Correct it.");
    if (code != CURLE_OK)
      return Failure(TransportError::Unreachable,
                     "the service was not reached: " + words + ". Check the address and the network; trying again may help.");
    body.read_head();
    return std::move(body.answer);
  }
};

WebConnection::WebConnection(WebPeer peer) : state_(std::make_unique<State>())
{
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  state_->peer = std::move(peer);
  while (state_->peer.url.ends_with('/')) state_->peer.url.pop_back();
  if (state_->peer.tls) state_->pin = normal_pin(state_->peer.tls->pinned_sha256);
  state_->curl = curl_easy_init();
}

WebConnection::~WebConnection() = default;

void WebConnection::stop_when(std::function<bool()> is_stopped) { state_->is_stopped = std::move(is_stopped); }

Result<WebAnswer> WebConnection::get(const std::string& path, const std::string& accept)
{
  HeaderList headers;
  headers.add("Accept: " + accept);
  Body body;
  state_->prepare(state_->peer.url + path, headers, body);
  return state_->perform(body);
}

Result<WebAnswer> WebConnection::get(const std::string& path, const std::string& accept, const BodyReceiver& receiver)
{
  HeaderList headers;
  headers.add("Accept: " + accept);
  Body body{&receiver};
  state_->prepare(state_->peer.url + path, headers, body);
  return state_->perform(body);
}

Result<WebAnswer> WebConnection::post(const std::string& path, const std::string& content, const std::vector<std::string>& lines)
{
  HeaderList headers;
  for (const auto& line : lines) headers.add(line);
  headers.add("Expect:");
  Body body;
  state_->prepare(state_->peer.url + path, headers, body);
  curl_easy_setopt(state_->curl, CURLOPT_POSTFIELDS, content.data());
  curl_easy_setopt(state_->curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(content.size()));
  return state_->perform(body);
}

std::string url_encoded(std::string_view text)
{
  std::string out;
  for (const char c : text)
  {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_' || c == '~') out += c;
    else out.append({'%', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]});
  }
  return out;
}
}  // namespace nadir::report
