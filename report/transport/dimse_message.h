#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

struct T_ASC_Association;

namespace nadir::report
{
/// The command set of a message (PS3.7 annex E), as far as it is used here.
struct DimseCommand
{
  enum Field : std::uint16_t
  {
    StoreRequest = 0x0001,
    StoreAnswer = 0x8001,
    GetAnswer = 0x8010,
    FindAnswer = 0x8020,
    MoveAnswer = 0x8021,
    EchoAnswer = 0x8030,
  };
  std::uint16_t field = 0;
  std::uint16_t message_id = 0;  ///< of a request
  std::uint16_t answers = 0;     ///< message id of the request that this is the answer to
  std::uint16_t status = 0xFFFF;
  bool has_data = false;
  std::optional<std::uint16_t> remaining, completed, failed;  ///< suboperations
  std::string sop_class, sop_instance;                        ///< "" where absent or no UID
  unsigned char context = 0;

  bool is_pending() const { return status == 0xFF00 || status == 0xFF01; }
};

/// What came of waiting for a message.
enum class Arrival
{
  Whole,
  Silent,    ///< nothing came in time
  Stopped,   ///< a person asked to stop
  Released,  ///< the peer said goodbye
  TooMuch,   ///< longer, slower or more than is taken
  Broken,    ///< connection lost, or bytes that are no message
};

/// Messages of a peer that nobody vouches for. DCMTK collects command sets and data sets in memory, however long they are, and reads nested
/// sequences by recursion; here a command set is at most 16 KiB, in no library's hands, and data go on as they come.
class MessageReader
{
public:
  /// `goes_on`, asked about once a second, may be empty.
  MessageReader(T_ASC_Association* association, int timeout_seconds, std::function<bool()> goes_on);

  /// The next command set; at most ten timeouts for all of it.
  Arrival command(DimseCommand& command);

  /// The data set behind a command. The receiver gets the bytes as they come and answers Whole to go on, or why not.
  Arrival data(const DimseCommand& command, const std::function<Arrival(std::string_view)>& receiver);

  /// The same into memory, at most `most` bytes.
  Arrival data(const DimseCommand& command, std::string& bytes, std::size_t most);

private:
  struct Fragment;
  Arrival wait();
  Arrival next(Fragment& fragment);

  T_ASC_Association* association_;
  int timeout_;
  std::function<bool()> goes_on_;
};

/// Implicit VR little endian (PS3.7 section 6.3.1). nullopt when the bytes are no command set.
std::optional<DimseCommand> command_in(std::string_view bytes);
}  // namespace nadir::report
