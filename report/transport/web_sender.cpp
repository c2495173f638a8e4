#include "report/transport/web_sender.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "report/transport/dicom_json.h"
#include "report/transport/multipart.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
constexpr const char* json = "application/dicom+json";

Failure status_failure(long status)
{
  const std::string words = "the service answered with status " + std::to_string(status);
  if (status == 401 || status == 403)
    return Failure(TransportError::Rejected, words + " (it does not let this program in). Ask its keeper.");
  if (status == 404 || status == 405 || status == 501)
    return Failure(TransportError::NotSupported, words + " (it has no such service at this address). Check the address.");
  if (status >= 500) return Failure(TransportError::Unreachable, words + " (it cannot answer now). Try again later.");
  return Failure(TransportError::PeerFailed, words + " (the request was not understood). Ask its keeper.");
}

bool is_good(long status) { return status >= 200 && status < 300; }
}  // namespace

Result<Done> WebSender::begin(const std::vector<OutgoingObject>&)
{
  const auto answer = connection_.get("/studies?limit=1", json);
  if (!answer) return answer.failure();
  if (!is_good(answer->status)) return status_failure(answer->status);
  return Done{};
}

Outcome WebSender::send(const OutgoingObject& object)
{
  std::ifstream stream(object.file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (bytes.empty()) return {object.sop_instance, Delivery::Refused, "the file cannot be read"};
  const Multipart part = multipart_of(bytes);
  const auto answer = connection_.post("/studies", part.body, {"Content-Type: " + part.content_type, std::string("Accept: ") + json});
  if (!answer) return {object.sop_instance, Delivery::Open, answer.failure().message()};
  Outcome outcome = stow_outcome(answer->body, object.sop_instance);
  if (outcome.delivery == Delivery::Open && answer->status >= 400 && answer->status < 500 && answer->status != 408 && answer->status != 429)
    outcome = {object.sop_instance, Delivery::Refused, "the service answered with status " + std::to_string(answer->status)};
  return outcome;
}

Result<bool> WebSender::has(const OutgoingObject& object)
{
  const auto answer = connection_.get(
      "/studies/" + object.study_instance + "/series/" + object.series_instance + "/instances?SOPInstanceUID=" + object.sop_instance, json);
  if (!answer) return answer.failure();
  if (answer->status == 204) return false;
  if (!is_good(answer->status)) return status_failure(answer->status);
  const auto matches = matches_of(answer->body);
  if (!matches)
    return Failure(TransportError::PeerFailed,
                   "the answer to the query is no DICOM JSON (what there is remains unknown). Ask the service's keeper.");
  return std::any_of(matches->begin(), matches->end(), [&](const QueryMatch& match) { return match.sop_instance == object.sop_instance; });
}
}  // namespace nadir::report
