#pragma once

#include <memory>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "report/transport/peer.h"

struct T_ASC_Association;
struct T_ASC_Network;

namespace nadir::report
{
/// A kind of object or service that is asked for, with the transfer syntaxes it may come in.
struct ProposedContext
{
  enum class Role
  {
    User,      ///< we send
    Provider,  ///< the peer sends to us (C-GET)
  };
  std::string abstract_syntax;
  std::vector<std::string> transfer_syntaxes;
  Role role = Role::User;
};

/// An open DICOM association, TLS included; released at its end.
///
/// With TLS the handshake itself refuses a certificate that is not issued for the host or not the pinned one, so nothing of ours, not
/// even a title, reaches a stranger. TLS 1.2 or newer.
class Association
{
public:
  static constexpr std::size_t most_contexts = 120;  // of the 128 there can be

  /// Failures: Unreachable, Rejected, TlsFailed, SettingInvalid.
  static Result<Association> open(const DicomPeer& peer, const std::vector<ProposedContext>& contexts);
  ~Association();
  Association(Association&&) noexcept;
  Association& operator=(Association&&) noexcept;

  T_ASC_Association* handle() const;
  T_ASC_Network* network() const;
  int timeout() const;

  /// Id of an accepted context, 0 for none. Empty transfer syntax: any.
  unsigned char context_for(const std::string& abstract_syntax, const std::string& transfer_syntax) const;

  /// Transfer syntax that the peer chose for an accepted context; "" for none.
  std::string transfer_syntax_of(unsigned char context) const;

  void abort();  ///< ends at once, as after an error

private:
  struct State;
  explicit Association(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};
}  // namespace nadir::report
