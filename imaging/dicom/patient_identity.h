#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/gate/data_set.h"

namespace nadir::imaging
{
/// Reads patient ID, issuer, name, birth date and sex. The name is the alphabetic group alone, upper case, components trimmed and
/// trailing empty ones dropped, so that "Doe^Jane^^^" and "DOE^JANE" are one name.
PatientIdentity read_patient_identity(const DataSet& data);

enum class IdentityAgreement
{
  Same,
  Incomplete,  ///< a field is given on one side only; nothing contradicts
  Conflict,    ///< a field is given on both sides and differs
};
IdentityAgreement compare(const PatientIdentity& a, const PatientIdentity& b);

/// Takes over the fields that `known` lacks.
void fill_in(PatientIdentity& known, const PatientIdentity& other);

/// The fields that are given on both sides and differ, in words without their values: "patient ID, sex".
std::string differing_fields(const PatientIdentity& a, const PatientIdentity& b);
}  // namespace nadir::imaging
