#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "report/fhir/bundle_source.h"
#include "report/table/trace.h"

namespace nadir::report::fhir
{
struct PatientBundle
{
  std::string text;                ///< JSON
  std::vector<TracedCells> trace;  ///< `file` is "bundle.json", `row` the entry counted from 1, `columns` its elements
};

/// An assessment as FHIR R4 bundle of the mCODE STU4 profiles (mcode-patient-bundle): Patient, a BodyStructure for each lesion
/// (mcode-tumor), for each time point ImagingStudy, lesion states, sizes (mcode-tumor-size) and volumes, sum and changes, RECIST responses,
/// disease status (mcode-cancer-disease-status) and DiagnosticReport.
///
/// The patient is the case's own name as identifier; no name, sex or birth date. Lengths mm as measured, volumes mL. A node's or lesion's
/// place is coded where `report/vocabulary` knows it, else in words. Ids are UUIDs that follow from the assessment: same value, same bytes.
/// Failure ValueRefused when `bundle_problems` finds any.
Result<PatientBundle> to_patient_bundle(const BundleSource& source);

/// What a FHIR server or an mCODE validator would refuse in such a bundle, in words: unknown or missing elements, formats of dates, UIDs
/// and codes, value sets, references that lead nowhere, invariants of the profiles. Only for bundles of the kind that is written here.
std::vector<std::string> bundle_problems(std::string_view text);
}  // namespace nadir::report::fhir
