#include "report/transport/web_fetch.h"

#include <fstream>
#include <optional>

#include "report/transport/arrival_watch.h"
#include "report/transport/dicom_json.h"
#include "report/transport/fetch_endings.h"
#include "report/transport/multipart_reader.h"
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

/// Puts each part into the folder, whatever becomes of the rest.
class StoredParts : public PartReceiver
{
public:
  explicit StoredParts(ReceivingFolder& folder) : folder_(folder) {}
  ~StoredParts() override { drop(); }

  bool begin_part() override
  {
    hidden_ = folder_.next_hidden();
    stream_.open(hidden_, std::ios::binary | std::ios::trunc);
    watch_.emplace(folder_);
    return goes_on(stream_ ? Arrival::Whole : Arrival::TooMuch);
  }

  bool add(std::string_view bytes) override
  {
    stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return goes_on(stream_ ? watch_->add(bytes.size()) : Arrival::TooMuch);
  }

  bool end_part() override
  {
    stream_.close();
    if (!stream_) return goes_on(Arrival::TooMuch);
    const auto taken = folder_.take(hidden_);
    hidden_.clear();
    if (!taken && taken.failure().is(TransportError::SettingInvalid)) failure_ = taken.failure();
    return !failure_ && goes_on(folder_.goes_on(0) ? Arrival::Whole : Arrival::Stopped);
  }

  Arrival why() const { return why_; }
  const std::optional<Failure>& failure() const { return failure_; }

private:
  bool goes_on(Arrival arrival)
  {
    why_ = arrival;
    return arrival == Arrival::Whole;
  }

  /// What did not come to its end.
  void drop()
  {
    if (hidden_.empty()) return;
    stream_.close();
    std::error_code problem;
    std::filesystem::remove(hidden_, problem);
  }

  ReceivingFolder& folder_;
  std::filesystem::path hidden_;
  std::ofstream stream_;
  std::optional<ArrivalWatch> watch_;
  std::optional<Failure> failure_;
  Arrival why_ = Arrival::Whole;
};

bool has_objects(long status) { return status == 200 || status == 206; }

std::string path_of(const FetchRequest& request)
{
  const std::string series = request.series_instance.empty() ? "" : "/series/" + request.series_instance;
  return "/studies/" + request.study_instance + series;
}

Failure no_multipart()
{
  return Failure(TransportError::PeerFailed,
                 "the answer is no multipart body of DICOM objects (what there is remains unknown). Ask the service's keeper.");
}
}  // namespace

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

Result<Done> echo(const WebPeer& peer)
{
  WebConnection connection(peer);
  const auto answer = connection.get("/studies?limit=1", "application/dicom+json");
  if (!answer) return answer.failure();
  if (answer->status == 204) return Done{};
  if (answer->status != 200) return answered(answer->status);
  if (matches_of(answer->body)) return Done{};
  return Failure(TransportError::PeerFailed,
                 "what answers at this address speaks no DICOMweb (nothing could be found there). Check the address.");
}

Result<Fetched> get(const WebPeer& peer, const FetchRequest& request, const std::filesystem::path& path)
{
  auto folder = ReceivingFolder::open(path, request);
  if (!folder) return folder.failure();
  if (!request.series_instance.empty() && !is_uid(request.series_instance))
    return Failure(TransportError::SettingInvalid, "the Series Instance UID is none (nothing can be asked for). Correct it.");
  WebConnection connection(peer);
  connection.stop_when([&] { return !folder->goes_on(0); });
  StoredParts parts(*folder);
  std::optional<MultipartReader> reader;
  const auto answer = connection.get(path_of(request), "multipart/related; type=\"application/dicom\"; transfer-syntax=*",
                                     [&](const WebAnswer& head, std::string_view bytes)
                                     {
                                       if (!has_objects(head.status)) return true;  // words about a refusal
                                       if (!reader) reader.emplace(head.content_type, parts);
                                       return reader->take(bytes);
                                     });
  if (parts.failure()) return *parts.failure();
  if (parts.why() != Arrival::Whole) return broken_off(*folder, parts.why());
  if (!answer && answer.failure().is(TransportError::PeerFailed)) return no_multipart();
  if (!answer && answer.failure().is(TransportError::Cancelled)) return stopped(folder->files().size());
  if (!answer) return folder->came() == 0 ? answer.failure() : broken_off(*folder, Arrival::Broken);
  if (!has_objects(answer->status)) return answered(answer->status);
  if (!reader) return nothing_came();
  if (!reader->is_whole()) return broken_off(*folder, Arrival::Broken);
  if (folder->came() == 0) return nothing_came();
  return Fetched{folder->files(), folder->refusals(), answer->status == 206 ? std::size_t{1} : std::size_t{0}};
}
}  // namespace nadir::report
