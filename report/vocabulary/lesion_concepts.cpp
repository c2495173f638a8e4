#include "report/vocabulary/lesion_concepts.h"

namespace nadir::report::lesion_concepts
{
CodedConcept tumor() { return {"108369006", "SCT", "Neoplasm"}; }
CodedConcept lymph_node() { return {"59441001", "SCT", "Lymph node"}; }
CodedConcept necrosis() { return {"6574001", "SCT", "Necrosis"}; }
CodedConcept enhancing() { return {"C113842", "NCIt", "Enhancing Lesion"}; }
CodedConcept non_enhancing() { return {"C81175", "NCIt", "Non-Enhancing Lesion"}; }
CodedConcept hemorrhage() { return {"50960005", "SCT", "Hemorrhage"}; }
CodedConcept fat() { return {"256674009", "SCT", "Fat"}; }
CodedConcept abnormal_structure() { return {"49755003", "SCT", "Morphologically Abnormal Structure"}; }
CodedConcept anatomical_structure() { return {"123037004", "SCT", "Anatomical Structure"}; }
CodedConcept tissue() { return {"85756007", "SCT", "Tissue"}; }
CodedConcept target_at_baseline() { return {"112074", "DCM", "Target Lesion at Baseline"}; }
CodedConcept non_target_at_baseline() { return {"112075", "DCM", "Non-Target Lesion at Baseline"}; }
CodedConcept baseline_category() { return {"112016", "DCM", "Baseline Category"}; }
}  // namespace nadir::report::lesion_concepts
