#pragma once

#include <cstdint>
#include <optional>

namespace nadir::report
{
/// What the basic profile of PS3.15 table E.1-1 asks for an attribute. Where the table leaves a choice that depends on the attribute's type
/// in its object ("X/Z", "Z/D", "X/Z/D"), the action that keeps every object valid is taken: Zero for X/Z, Dummy wherever D is one.
enum class ProfileAction
{
  Remove,  ///< X
  Zero,    ///< Z: empty
  Dummy,   ///< D: a value of the same kind that tells nothing
  Uid,     ///< U: another UID, the same for the same; in a sequence, those of its items
};

/// nullopt: the attribute is kept as it is. Tags are (group << 16) | element. Private attributes, group lengths and what
/// belongs to a message or file header are removed.
std::optional<ProfileAction> basic_action(std::uint32_t tag);

/// UIDs that say what something is, not which one it is: SOP classes, coding schemes, context groups. They are the same for everybody.
bool is_uid_of_meaning(std::uint32_t tag);

/// Attributes that an option concerns.
bool is_date_or_time(std::uint32_t tag);            ///< Retain Longitudinal Temporal Information
bool is_patient_characteristic(std::uint32_t tag);  ///< Retain Patient Characteristics
bool is_device_identity(std::uint32_t tag);         ///< Retain Device Identity
bool is_institution_identity(std::uint32_t tag);    ///< Retain Institution Identity
}  // namespace nadir::report
