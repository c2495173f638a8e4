#pragma once

#include "report/vocabulary/coded_concept.h"

/// Concept names of TID 1500 and its parts, each written exactly as viewers look it up.
namespace nadir::report::report_concepts
{
inline CodedConcept imaging_measurement_report() { return {"126000", "DCM", "Imaging Measurement Report"}; }
inline CodedConcept language() { return {"121049", "DCM", "Language of Content Item and Descendants"}; }
inline CodedConcept english() { return {"en-US", "RFC5646", "English (United States)"}; }
inline CodedConcept observer_type() { return {"121005", "DCM", "Observer Type"}; }
inline CodedConcept person() { return {"121006", "DCM", "Person"}; }
inline CodedConcept device() { return {"121007", "DCM", "Device"}; }
inline CodedConcept person_observer_name() { return {"121008", "DCM", "Person Observer Name"}; }
inline CodedConcept device_observer_uid() { return {"121012", "DCM", "Device Observer UID"}; }
inline CodedConcept device_observer_name() { return {"121013", "DCM", "Device Observer Name"}; }
inline CodedConcept device_observer_manufacturer() { return {"121014", "DCM", "Device Observer Manufacturer"}; }
inline CodedConcept device_observer_model_name() { return {"121015", "DCM", "Device Observer Model Name"}; }
inline CodedConcept procedure_reported() { return {"121058", "DCM", "Procedure reported"}; }
inline CodedConcept image_library() { return {"111028", "DCM", "Image Library"}; }
inline CodedConcept image_library_group() { return {"126200", "DCM", "Image Library Group"}; }
inline CodedConcept modality() { return {"121139", "DCM", "Modality"}; }
inline CodedConcept study_date() { return {"111060", "DCM", "Study Date"}; }
inline CodedConcept frame_of_reference_uid() { return {"112227", "DCM", "Frame of Reference UID"}; }
inline CodedConcept imaging_measurements() { return {"126010", "DCM", "Imaging Measurements"}; }
inline CodedConcept measurement_group() { return {"125007", "DCM", "Measurement Group"}; }
inline CodedConcept tracking_identifier() { return {"112039", "DCM", "Tracking Identifier"}; }
inline CodedConcept tracking_unique_identifier() { return {"112040", "DCM", "Tracking Unique Identifier"}; }
inline CodedConcept finding() { return {"121071", "DCM", "Finding"}; }
inline CodedConcept time_point() { return {"C2348792", "UMLS", "Time Point"}; }
inline CodedConcept time_point_type() { return {"126072", "DCM", "Time Point Type"}; }
inline CodedConcept baseline() { return {"C1442488", "UMLS", "Baseline"}; }
inline CodedConcept measurement_method() { return {"370129005", "SCT", "Measurement Method"}; }
inline CodedConcept finding_site() { return {"363698007", "SCT", "Finding Site"}; }
inline CodedConcept laterality() { return {"272741003", "SCT", "Laterality"}; }
inline CodedConcept path() { return {"121055", "DCM", "Path"}; }
inline CodedConcept image_region() { return {"111030", "DCM", "Image Region"}; }
inline CodedConcept referenced_segment() { return {"121191", "DCM", "Referenced Segment"}; }
inline CodedConcept source_image_for_segmentation() { return {"121233", "DCM", "Source image for segmentation"}; }
inline CodedConcept sum_of_voxel_volumes() { return {"126030", "DCM", "Sum of segmented voxel volumes"}; }
inline CodedConcept derivation() { return {"121401", "DCM", "Derivation"}; }
inline CodedConcept mean() { return {"373098007", "SCT", "Mean"}; }
inline CodedConcept median() { return {"373099004", "SCT", "Median"}; }
inline CodedConcept derived_measurements() { return {"126011", "DCM", "Derived Imaging Measurements"}; }
inline CodedConcept qualitative_evaluations() { return {"C0034375", "UMLS", "Qualitative Evaluations"}; }
inline CodedConcept tumor_state() { return {"C96643", "NCIt", "Tumor State"}; }
inline CodedConcept comment() { return {"121106", "DCM", "Comment"}; }
}  // namespace nadir::report::report_concepts
