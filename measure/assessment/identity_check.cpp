#include "measure/assessment/identity_check.h"

#include <algorithm>
#include <iterator>

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

class Comparison
{
public:
  Comparison(const TimepointImages& baseline, const TimepointImages& followup) : baseline_(baseline), followup_(followup) {}

  void veiled_value(const std::string& key, const std::string& what, const std::string& before, const std::string& after)
  {
    if (before.empty() || after.empty() || before == after) return;
    ask(key, "differ in the " + what + ". Is this the same patient?");
  }

  void shown_values(const std::string& key, const std::string& what, const std::set<std::string>& before, const std::set<std::string>& after)
  {
    if (before.empty() || after.empty()) return;
    std::vector<std::string> common;
    std::set_intersection(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(common));
    if (common.empty()) ask(key, "differ in the " + what + " (" + listed(before) + " and " + listed(after) + "). Is this the same tumour?");
  }

  void order()
  {
    // A date without a time says nothing about the order within that day.
    const auto known = std::min(baseline_.acquired.size(), followup_.acquired.size());
    if (followup_.acquired.substr(0, known) >= baseline_.acquired.substr(0, known)) return;
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

  void ask(const std::string& key, const std::string& text) { questions_.push_back({key, "the time points " + between(baseline_, followup_) + " " + text}); }

  const TimepointImages& baseline_;
  const TimepointImages& followup_;
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
  Comparison comparison(baseline, followup);
  comparison.veiled_value("patient-id", "patient ID", baseline.identity.patient_id, followup.identity.patient_id);
  if (baseline.identity.patient_id == followup.identity.patient_id)
    comparison.veiled_value("patient-id", "issuer of the patient ID", baseline.identity.issuer, followup.identity.issuer);
  comparison.veiled_value("birth-date", "birth date", baseline.identity.birth_date, followup.identity.birth_date);
  comparison.veiled_value("sex", "sex", baseline.identity.sex, followup.identity.sex);
  const bool no_id = baseline.identity.patient_id.empty() || followup.identity.patient_id.empty();
  if (no_id) comparison.veiled_value("patient-name", "patient name", baseline.identity.name, followup.identity.name);
  comparison.shown_values("laterality", "side", lateralities(baseline), lateralities(followup));
  comparison.shown_values("body-part", "body part", body_parts(baseline), body_parts(followup));
  comparison.order();
  return comparison.questions();
}

std::string how_to_answer(const std::vector<Question>& open)
{
  std::string keys;
  for (const auto& question : open)
    if (keys.find(question.key) == std::string::npos) keys += (keys.empty() ? "" : ",") + question.key;
  return "If so, answer with --confirm " + keys + " or with \"confirmed\" in the case file; the answer is recorded in the assessment.";
}
}  // namespace

std::vector<Question> identity_questions(const std::vector<TimepointImages>& timepoints)
{
  std::vector<Question> questions;
  for (std::size_t later = 1; later < timepoints.size(); ++later)
    for (std::size_t earlier = 0; earlier < later; ++earlier)
    {
      const auto found = compare(timepoints[earlier], timepoints[later]);
      questions.insert(questions.end(), found.begin(), found.end());
    }
  return questions;
}

std::vector<Question> site_questions(const imaging::ImageStack& earlier, const imaging::ImageStack& later, const std::string& lesion)
{
  const auto differ = [](const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && upper(a) != upper(b); };
  std::vector<Question> questions;
  if (differ(earlier.certificate.laterality, later.certificate.laterality))
    questions.push_back({"laterality", "the series on which lesion " + lesion + " was measured differ in the side (" + earlier.certificate.laterality + " and " +
                                           later.certificate.laterality + "). Is this the same tumour?"});
  if (differ(earlier.body_part, later.body_part))
    questions.push_back({"body-part", "the series on which lesion " + lesion + " was measured differ in the body part (" + earlier.body_part + " and " + later.body_part +
                                          "). Is this the same tumour?"});
  return questions;
}

const std::vector<std::string>& question_keys()
{
  static const std::vector<std::string> keys{"patient-id", "birth-date", "sex", "patient-name", "laterality", "body-part", "order", "mask-images"};
  return keys;
}

Result<Done> require_answers(const std::vector<Question>& questions, const std::set<std::string>& confirmed)
{
  std::vector<Question> open;
  std::copy_if(questions.begin(), questions.end(), std::back_inserter(open), [&](const Question& question) { return !confirmed.contains(question.key); });
  if (open.empty()) return Done{};
  std::string text;
  for (const auto& question : open) text += question.text + "\n";
  const bool only_order = std::all_of(open.begin(), open.end(), [](const Question& question) { return question.key == "order"; });
  return Failure{only_order ? AssessmentError::OrderQuestion : AssessmentError::IdentityQuestion, text + how_to_answer(open)};
}
}  // namespace nadir::measure
