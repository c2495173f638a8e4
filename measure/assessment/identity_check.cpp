#include "measure/assessment/identity_check.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nadir::measure
{
namespace
{
std::string upper(std::string text)
{
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string between(const TimepointImages& baseline, const TimepointImages& followup)
{
  return "\"" + baseline.label.text() + "\" and \"" + followup.label.text() + "\"";
}

/// Two things that should be of one patient, and what has to be asked about them.
class Comparison
{
public:
  explicit Comparison(std::string subject) : subject_(std::move(subject)) {}

  void patients(const imaging::PatientIdentity& a, const imaging::PatientIdentity& b)
  {
    veiled_value("patient-id", "patient ID", a.patient_id, b.patient_id);
    if (a.patient_id == b.patient_id) veiled_value("patient-id", "issuer of the patient ID", a.issuer, b.issuer);
    veiled_value("birth-date", "birth date", a.birth_date, b.birth_date);
    veiled_value("sex", "sex", a.sex, b.sex);
    if (a.patient_id.empty() || b.patient_id.empty()) veiled_value("patient-name", "patient name", a.name, b.name);
  }

  void veiled_value(const std::string& key, const std::string& what, const std::string& before, const std::string& after)
  {
    if (before.empty() || after.empty() || before == after) return;
    ask(key, "differ in the " + what + ". Is this the same patient?");
  }

  void shown_values(const std::string& key, const std::string& what, const std::set<std::string>& before,
                    const std::set<std::string>& after)
  {
    if (before.empty() || after.empty()) return;
    std::vector<std::string> common;
    std::set_intersection(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(common));
    if (common.empty()) ask(key, "differ in the " + what + " (" + listed(before) + " and " + listed(after) + "). Is this the same tumour?");
  }

  void order(const std::string& before, const std::string& after)
  {
    // A date without a time says nothing about the order within that day.
    const auto known = std::min(before.size(), after.size());
    if (after.substr(0, known) >= before.substr(0, known)) return;
    ask("order", "are in the wrong order: the later one was acquired first. Are the folders swapped?");
  }

  std::vector<Question> questions() const { return questions_; }

private:
  static std::string listed(const std::set<std::string>& values)
  {
    std::string text;
    for (const auto& value : values) text += (text.empty() ? "" : ", ") + value;
    return text;
  }

  void ask(const std::string& key, const std::string& text) { questions_.push_back({key, subject_ + " " + text}); }

  std::string subject_;
  std::vector<Question> questions_;
};

std::set<std::string> lateralities(const TimepointImages& images)
{
  std::set<std::string> values;
  for (const auto* stack : images.stacks())
    if (!stack->certificate.laterality.empty()) values.insert(upper(stack->certificate.laterality));
  return values;
}

std::set<std::string> body_parts(const TimepointImages& images)
{
  std::set<std::string> values;
  for (const auto* stack : images.stacks())
    if (!stack->body_part.empty()) values.insert(upper(stack->body_part));
  return values;
}

std::vector<Question> compare(const TimepointImages& baseline, const TimepointImages& followup)
{
  Comparison comparison("the time points " + between(baseline, followup));
  comparison.patients(baseline.identity, followup.identity);
  comparison.shown_values("laterality", "side", lateralities(baseline), lateralities(followup));
  comparison.shown_values("body-part", "body part", body_parts(baseline), body_parts(followup));
  comparison.order(baseline.acquired, followup.acquired);
  return comparison.questions();
}

AssessmentError kind_of(const std::vector<Question>& open)
{
  const auto all_ask = [&](const std::string& key)
  { return std::all_of(open.begin(), open.end(), [&](const Question& question) { return question.key == key; }); };
  if (all_ask("order")) return AssessmentError::OrderQuestion;
  return all_ask("comparability") ? AssessmentError::ComparabilityQuestion : AssessmentError::IdentityQuestion;
}

std::string how_to_answer(const std::vector<Question>& open)
{
  std::string keys;
  for (const auto& question : open)
    if (keys.find(question.key) == std::string::npos) keys += (keys.empty() ? "" : ",") + question.key;
  return "If so, answer with --confirm " + keys + " or with \"confirmed\" in the case file; the answer is recorded in the assessment.";
}
}  // namespace

std::vector<Question> identity_questions(const std::vector<const TimepointImages*>& timepoints)
{
  std::vector<Question> questions;
  for (std::size_t later = 1; later < timepoints.size(); ++later)
    for (std::size_t earlier = 0; earlier < later; ++earlier)
    {
      const auto found = compare(*timepoints[earlier], *timepoints[later]);
      questions.insert(questions.end(), found.begin(), found.end());
    }
  return questions;
}

std::vector<Question> site_questions(const imaging::ImageStack& earlier, const imaging::ImageStack& later, const std::string& lesion)
{
  const auto differ = [](const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && upper(a) != upper(b); };
  std::vector<Question> questions;
  if (differ(earlier.certificate.laterality, later.certificate.laterality))
    questions.push_back({"laterality", "the series on which lesion " + lesion + " was measured differ in the side (" +
                                           earlier.certificate.laterality + " and " + later.certificate.laterality +
                                           "). Is this the same tumour?"});
  if (differ(earlier.body_part, later.body_part))
    questions.push_back({"body-part", "the series on which lesion " + lesion + " was measured differ in the body part (" +
                                          earlier.body_part + " and " + later.body_part + "). Is this the same tumour?"});
  return questions;
}

std::vector<Question> mask_questions(const segmentation::MaskProvenance& mask, const TimepointImages& images, const std::string& lesion)
{
  const auto stacks = images.stacks();
  if (stacks.empty()) return {};
  const std::string subject = "the mask of lesion " + lesion + " and the images at \"" + images.label.text() + "\"";
  Comparison comparison(subject);
  comparison.patients(mask.patient, images.identity);
  auto questions = comparison.questions();
  const auto all_other = [&](const auto& named, const auto& of_stack)
  {
    return !named.empty() && std::none_of(stacks.begin(), stacks.end(),
                                          [&](const auto* stack) { return of_stack(*stack).empty() || of_stack(*stack) == named; });
  };
  const bool other_series = all_other(mask.referenced_series, [](const imaging::ImageStack& stack) { return stack.series; });
  const bool other_frame =
      all_other(mask.frame_of_reference, [](const imaging::ImageStack& stack) { return stack.certificate.frame_of_reference; });
  if (other_series && other_frame)
    questions.push_back(
        {"mask-images",
         subject + " do not belong together: it names another series and another frame of reference. Was it drawn on these images?"});
  return questions;
}

const std::vector<std::string>& question_keys()
{
  static const std::vector<std::string> keys{"patient-id", "birth-date", "sex",         "patient-name",  "laterality",
                                             "body-part",  "order",      "mask-images", "comparability", "no-images"};
  return keys;
}

Result<Done> require_answers(const std::vector<Question>& questions, const std::set<std::string>& confirmed)
{
  std::vector<Question> open;
  std::copy_if(questions.begin(), questions.end(), std::back_inserter(open),
               [&](const Question& question) { return !confirmed.contains(question.key); });
  if (open.empty()) return Done{};
  std::string text;
  for (const auto& question : open) text += question.text + "\n";
  return Failure{kind_of(open), text + how_to_answer(open)};
}
}  // namespace nadir::measure
