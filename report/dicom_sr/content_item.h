#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/dicom_object/image_reference.h"
#include "report/vocabulary/coded_concept.h"

namespace nadir::report
{
/// A number with its unit, as NUM has it.
struct CodedNumber
{
  double value = 0.0;
  CodedConcept unit;
};

/// One content item of a structured report (PS3.3 C.17.3) with everything below it. Which fields count follows from `value_type`.
struct ContentItem
{
  std::string relationship;           ///< with its parent: "CONTAINS", "HAS OBS CONTEXT", ...; "" at the root
  std::string value_type;             ///< "CONTAINER", "CODE", "TEXT", "NUM", "UIDREF", "PNAME", "DATE", "IMAGE", "SCOORD", "SCOORD3D", ...
  CodedConcept name;                  ///< concept name; an empty value = none
  std::string text;                   ///< TEXT, UIDREF, PNAME, DATE, TIME, DATETIME
  CodedConcept code;                  ///< CODE
  std::optional<CodedNumber> number;  ///< NUM; absent = the report gives no value
  std::string graphic_type;           ///< SCOORD, SCOORD3D: "POLYLINE", "POINT", ...
  std::vector<double>
      graphic;  ///< SCOORD: column, row in turn, as in the file (0.5 is the centre of the first pixel); SCOORD3D: x, y, z in LPS mm
  FrameOfReferenceUid frame_of_reference;  ///< SCOORD3D
  ImageReference image;                    ///< IMAGE, COMPOSITE
  int segment = 0;                         ///< IMAGE of a segmentation: number of the segment, 0 = none
  std::string template_id;                 ///< CONTAINER: "1500"
  std::vector<ContentItem> children;

  /// First child with this concept name and value type; nullptr when there is none.
  const ContentItem* find(const CodedConcept& concept_name, std::string_view type) const;
  /// All of them.
  std::vector<const ContentItem*> find_all(const CodedConcept& concept_name, std::string_view type) const;

  ContentItem& add(ContentItem child)
  {
    children.push_back(std::move(child));
    return children.back();
  }
};

/// Items with a value, ready to be added.
namespace content
{
ContentItem container(std::string_view relationship, CodedConcept name);
ContentItem code(std::string_view relationship, CodedConcept name, CodedConcept value);
ContentItem text(std::string_view relationship, CodedConcept name, std::string value);
ContentItem uid(std::string_view relationship, CodedConcept name, std::string value);
ContentItem person(std::string_view relationship, CodedConcept name, std::string value);
ContentItem date(std::string_view relationship, CodedConcept name, std::string value);
ContentItem number(CodedConcept name, CodedNumber value);
ContentItem image(std::string_view relationship, const ImageReference& reference);
}  // namespace content
}  // namespace nadir::report
