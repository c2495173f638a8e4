#pragma once

struct T_ASC_Association;

namespace nadir::report
{
/// Aborts an association (PS3.8 section 9.3.8) and closes the connection, without waiting for the peer as the library does: one that hangs
/// would be waited for once more. The association is yet to be destroyed.
void hang_up(T_ASC_Association* association);
}  // namespace nadir::report
