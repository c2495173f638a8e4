#include "report/dicom_sr/content_item.h"

namespace nadir::report
{
namespace
{
ContentItem item(std::string_view relationship, std::string_view type, CodedConcept name)
{
  ContentItem result;
  result.relationship = relationship;
  result.value_type = type;
  result.name = std::move(name);
  return result;
}

ContentItem with_text(ContentItem result, std::string value)
{
  result.text = std::move(value);
  return result;
}
}  // namespace

const ContentItem* ContentItem::find(const CodedConcept& concept_name, std::string_view type) const
{
  for (const auto& child : children)
    if (child.name == concept_name && child.value_type == type) return &child;
  return nullptr;
}

std::vector<const ContentItem*> ContentItem::find_all(const CodedConcept& concept_name, std::string_view type) const
{
  std::vector<const ContentItem*> found;
  for (const auto& child : children)
    if (child.name == concept_name && child.value_type == type) found.push_back(&child);
  return found;
}

namespace content
{
ContentItem container(std::string_view relationship, CodedConcept name) { return item(relationship, "CONTAINER", std::move(name)); }

ContentItem code(std::string_view relationship, CodedConcept name, CodedConcept value)
{
  auto result = item(relationship, "CODE", std::move(name));
  result.code = std::move(value);
  return result;
}

ContentItem text(std::string_view relationship, CodedConcept name, std::string value)
{
  return with_text(item(relationship, "TEXT", std::move(name)), std::move(value));
}

ContentItem uid(std::string_view relationship, CodedConcept name, std::string value)
{
  return with_text(item(relationship, "UIDREF", std::move(name)), std::move(value));
}

ContentItem person(std::string_view relationship, CodedConcept name, std::string value)
{
  return with_text(item(relationship, "PNAME", std::move(name)), std::move(value));
}

ContentItem date(std::string_view relationship, CodedConcept name, std::string value)
{
  return with_text(item(relationship, "DATE", std::move(name)), std::move(value));
}

ContentItem number(CodedConcept name, CodedNumber value)
{
  auto result = item("CONTAINS", "NUM", std::move(name));
  result.number = std::move(value);
  return result;
}

ContentItem image(std::string_view relationship, const ImageReference& reference)
{
  auto result = item(relationship, "IMAGE", {});
  result.image = reference;
  return result;
}
}  // namespace content
}  // namespace nadir::report
