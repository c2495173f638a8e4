#pragma once

#include <optional>
#include <string_view>

#include "report/vocabulary/coded_concept.h"

namespace nadir::report
{
/// A response category ("CR", "PR", "SD", "PD", "NE", "NON-CR/NON-PD") in the NCI Thesaurus; nullopt for "baseline", "NA" and unknown
/// words. The CDISC submission value is the word itself.
std::optional<CodedConcept> ncit_response(std::string_view category);

/// The same in DICOM, CID 6143 and 6144, which tells target from non-target responses; nullopt where there is no code (NE).
std::optional<CodedConcept> target_response_concept(std::string_view category);
std::optional<CodedConcept> non_target_response_concept(std::string_view category);

/// The category that a DICOM response code (of this or the NCI Thesaurus scheme) stands for; "" for any other code.
std::string_view response_category(const CodedConcept& code);

/// What mCODE's cancer disease status says of an overall response (SNOMED CT): improved, stable, worsened, undetermined; nullopt where
/// there is no response (baseline). CR is not "remission".
std::optional<CodedConcept> disease_trend(std::string_view overall_response);

namespace response_names
{
CodedConcept evaluation_method();       ///< (112021, DCM, "Response Evaluation Method")
CodedConcept recist_1_1();              ///< (126081, DCM, "RECIST 1.1"), CID 6147
CodedConcept target();                  ///< (C94534, NCIt, "Response in Target Lesion"); CDISC TRGRESP
CodedConcept non_target();              ///< (C94535, NCIt, "Response in Non-Target Lesion"); CDISC NTRGRESP
CodedConcept overall();                 ///< (C96613, NCIt, "Overall Response"); CDISC OVRLRESP
CodedConcept current();                 ///< (112048, DCM, "Current Response"): the overall response in DICOM
CodedConcept new_lesion_progression();  ///< (C103420, NCIt, "New Lesion Progression"); CDISC NEWLPROG
}  // namespace response_names
}  // namespace nadir::report
