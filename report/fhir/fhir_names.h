#pragma once

#include <string_view>

/// Names that FHIR R4, mCODE STU4 and this project give to things in a bundle.
namespace nadir::report::fhir::names
{
inline constexpr std::string_view patient_bundle = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-patient-bundle";
inline constexpr std::string_view cancer_patient = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-patient";
inline constexpr std::string_view tumor = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-tumor";
inline constexpr std::string_view tumor_size = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-tumor-size";
inline constexpr std::string_view disease_status = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-disease-status";
inline constexpr std::string_view evidence_type =
    "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-disease-status-evidence-type";
inline constexpr std::string_view absent_reason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
inline constexpr std::string_view resource_types = "http://hl7.org/fhir/resource-types";
inline constexpr std::string_view observation_category = "http://terminology.hl7.org/CodeSystem/observation-category";
inline constexpr std::string_view report_category = "http://terminology.hl7.org/CodeSystem/v2-0074";
inline constexpr std::string_view dicom_uid = "urn:dicom:uid";

/// Identifiers of this project. They have no meaning outside the case.
inline constexpr std::string_view case_patient = "urn:nadir:case-patient";
inline constexpr std::string_view case_lesion = "urn:nadir:case-lesion";
inline constexpr std::string_view case_timepoint = "urn:nadir:case-timepoint";
inline constexpr std::string_view assessment_digest = "urn:nadir:assessment-sha256";

/// LOINC
inline constexpr std::string_view size_of_tumor = "21889-1", longest_dimension = "33728-7", other_dimension = "33729-5";
inline constexpr std::string_view cancer_outcome = "21976-6", disease_status_code = "97509-4", imaging_report = "18748-4";

/// NCI Thesaurus
inline constexpr std::string_view tumor_state = "C96643", node_state = "C124448", volume = "C25335", target_response = "C94534",
                                  non_target_response = "C94535";
inline constexpr std::string_view longest_perpendicular = "C96685";
inline constexpr std::string_view sum_of_diameters = "C96631", change_from_baseline = "C112370", change_from_nadir = "C112373",
                                  absolute_change_from_nadir = "C112218";

/// SNOMED CT
inline constexpr std::string_view magnetic_resonance_imaging = "113091000", imaging_evidence = "363679005";

/// DICOM
inline constexpr std::string_view recist_1_1 = "126081", baseline_category = "112016", target_at_baseline = "112074",
                                  non_target_at_baseline = "112075";

/// Words for what no list of codes has.
inline constexpr std::string_view part_of_split = "Longest diameter of a part of a split lesion", merged_into = "Merged into lesion";
}  // namespace nadir::report::fhir::names
