#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/vocabulary/coded_concept.h"

namespace nadir::report
{
enum class Laterality
{
  Left,
  Right,
  Bilateral,
};
CodedConcept concept_of(Laterality laterality);            ///< SCT 7771000, 24028007, 51440002
std::string_view cdisc_laterality(Laterality laterality);  ///< LAT: "LEFT", "RIGHT", "BILATERAL"

/// Where in the body a lesion lies.
struct BodySite
{
  CodedConcept site;           ///< SNOMED CT body structure
  std::string cdisc_location;  ///< LOC (C74456, extensible): "LIVER"
  std::optional<Laterality> laterality;
};

/// The site that a reader's words name: "soft tissue, left thigh" -> thigh, left. The longest name found in the words counts; soft tissue,
/// muscle, bone, skin and lymph node give way to a region that is named beside them. A node's region becomes the nodes of that region where
/// SNOMED CT has a code for them, else "Lymph node". nullopt when no name is known: write the words as they are, guess no code.
std::optional<BodySite> body_site_of(std::string_view organ);
std::optional<BodySite> node_site_of(std::string_view organ);
}  // namespace nadir::report
