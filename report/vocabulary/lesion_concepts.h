#pragma once

#include "report/vocabulary/coded_concept.h"

namespace nadir::report
{
/// What a lesion, or a part of one, is. Values for Finding in an SR and for Segmented Property Type in a SEG.
namespace lesion_concepts
{
CodedConcept tumor();                 ///< (108369006, SCT, "Neoplasm"): primary or secondary is not known to an assessment
CodedConcept lymph_node();            ///< (59441001, SCT, "Lymph node")
CodedConcept necrosis();              ///< (6574001, SCT, "Necrosis")
CodedConcept enhancing();             ///< (C113842, NCIt, "Enhancing Lesion")
CodedConcept non_enhancing();         ///< (C81175, NCIt, "Non-Enhancing Lesion")
CodedConcept hemorrhage();            ///< (50960005, SCT, "Hemorrhage")
CodedConcept fat();                   ///< (256674009, SCT, "Fat")
CodedConcept abnormal_structure();    ///< (49755003, SCT, "Morphologically Abnormal Structure"): Segmented Property Category
CodedConcept anatomical_structure();  ///< (123037004, SCT, "Anatomical Structure"): category of a lymph node
CodedConcept tissue();                ///< (85756007, SCT, "Tissue"): category of fat

CodedConcept target_at_baseline();      ///< (112074, DCM, "Target Lesion at Baseline"), CID 6145
CodedConcept non_target_at_baseline();  ///< (112075, DCM, "Non-Target Lesion at Baseline")
CodedConcept baseline_category();       ///< (112016, DCM, "Baseline Category"): the concept name of these two
}  // namespace lesion_concepts
}  // namespace nadir::report
