#include "report/transport/web_fetch.h"

#include "imaging/storage/write_file.h"
#include "report/transport/dicom_json.h"
#include "report/transport/fetch_identifiers.h"
#include "report/transport/multipart.h"
#include "report/transport/outgoing_object.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
std::string level_path(QueryLevel level)
{
  return level == QueryLevel::Study ? "/studies" : level == QueryLevel::Series ? "/series" : "/instances";
}

std::string path_of(const Query& query)
{
  std::string path =
      level_path(query.level) + "?limit=" + std::to_string(most_matches) + "&includefield=StudyDescription,SeriesDescription,Modality";
  const auto add = [&](const char* key, const std::string& value)
  {
    if (!value.empty()) path.append("&").append(key).append("=").append(url_encoded(value));
  };
  add("PatientID", query.patient_id);
  add("PatientName", query.patient_name);
  add("StudyDate", query.study_date);
  add(query.level == QueryLevel::Study ? "ModalitiesInStudy" : "Modality", query.modality);
  add("StudyInstanceUID", query.study_instance);
  add("SeriesInstanceUID", query.series_instance);
  add("SOPInstanceUID", query.sop_instance);
  return path;
}

Failure answered(long status)
{
  return Failure(TransportError::PeerFailed, "the service answered with status " + std::to_string(status) +
                                                 " (nothing was fetched). Check the address and what was asked for.");
}

Result<Done> take(ReceivingFolder& folder, std::string_view bytes)
{
  const auto hidden = folder.next_hidden();
  if (const auto written = imaging::write_file(hidden, bytes); !written) return written.failure();
  if (const auto taken = folder.take(hidden); !taken && !taken.failure().is(TransportError::SettingInvalid))
    return Done{}; // kept as a refusal
  else
    return taken;
}
} // namespace

Result<std::vector<QueryMatch>> find(const WebPeer& peer, const Query& query)
{
  WebConnection connection(peer);
  const auto answer = connection.get(path_of(query), "application/dicom+json");
  if (!answer) return answer.failure();
  if (answer->status == 204) return std::vector<QueryMatch>{};
  if (answer->status != 200) return answered(answer->status);
  auto matches = matches_of(answer->body);
  if (!matches)
    return Failure(TransportError::PeerFailed,
                   "the answer to the query is no DICOM JSON (what there is remains unknown). Ask the service's keeper.");
  return std::move(*matches);
}

Result<Fetched> get(const WebPeer& peer, const FetchRequest& request, const std::filesystem::path& path)
{
  auto folder = ReceivingFolder::open(path, request);
  if (!folder) return folder.failure();
  if (!request.series_instance.empty() && !is_uid(request.series_instance))
    return Failure(TransportError::SettingInvalid, "the Series Instance UID is none (nothing can be asked for). Correct it.");
  WebConnection connection(peer);
  connection.stop_when([&] { return !folder->goes_on(0); });
  const std::string series = request.series_instance.empty() ? "" : "/series/" + request.series_instance;
  const auto answer =
      connection.get("/studies/" + request.study_instance + series, "multipart/related; type=\"application/dicom\"; transfer-syntax=*");
  if (!answer) return answer.failure();
  if (answer->status != 200 && answer->status != 206) return answered(answer->status);
  const auto parts = parts_of(answer->content_type, answer->body);
  if (!parts)
    return Failure(TransportError::Unreachable, "the answer is no whole multipart body (it broke off; nothing was kept). Fetch again.");
  for (const auto part : *parts)
  {
    if (const auto taken = take(*folder, part); !taken) return taken.failure();
    if (!folder->goes_on(0)) return stopped(folder->files().size());
  }
  return Fetched{folder->files(), folder->refusals(), answer->status == 206 ? std::size_t{1} : std::size_t{0}};
}
} // namespace nadir::report
