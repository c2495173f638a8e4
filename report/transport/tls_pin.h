#pragma once

#include <string>

struct ssl_ctx_st;

namespace nadir::report
{
/// 64 small hexadecimal digits of a SHA-256 as people write it ("AB:CD:..."); "" when it is none.
std::string normal_pin(std::string text);

/// From now on the handshake takes the certificate with this SHA-256 (of its DER bytes) and no other, whoever issued it. `pin` is a
/// normal one and must live as long as the context.
void pin_certificate(ssl_ctx_st* context, const std::string* pin);
}  // namespace nadir::report
