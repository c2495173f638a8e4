#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "reading/store/database.h"

namespace nadir::reading
{
/// "NADR" in the file's header: what `file` and SQLite call the application id.
inline constexpr std::int64_t record_application_id = 0x4E414452;
/// Raised with every change of the tables or of the meaning of an event.
inline constexpr std::int64_t record_schema_version = 1;

/// The statements that make the tables, in order; the same texts are found in the file again.
const std::vector<std::string>& record_schema();

/// Makes the tables in a new file.
Result<Done> create_record_schema(Database& database);

/// Whether a file is a record that this program reads. Failures: CannotOpen (another file), NewerVersion, Damaged (other tables).
Result<Done> check_record_schema(Database& database, const std::filesystem::path& path);
}  // namespace nadir::reading
