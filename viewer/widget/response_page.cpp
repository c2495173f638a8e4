#include "viewer/widget/response_page.h"

#include <QCoreApplication>

#include "viewer/interaction/screen_number.h"
#include "viewer/widget/core_sentence.h"
#include "viewer/widget/screen_text.h"

namespace nadir::viewer
{
namespace
{
struct Words
{
  Q_DECLARE_TR_FUNCTIONS(ResponsePage)
};

QString safe(const QString& text) { return screen_text(screen_sentence(text)).toHtmlEscaped(); }

QString color_of_response(const QString& response)
{
  if (response == "CR" || response == "PR") return QStringLiteral("#57c785");
  if (response == "PD") return QStringLiteral("#ff7a6e");
  if (response == "SD" || response.startsWith("NON-CR")) return QStringLiteral("#6fb7f0");
  return QStringLiteral("#f0b43c");
}

QString percent(double value) { return (value > 0 ? QStringLiteral("+") : QString()) + screen_number(value, 1) + QStringLiteral(" %"); }
QString millimeters(double value) { return screen_number(value, 1) + QStringLiteral(" mm"); }
QString signed_millimeters(double value) { return (value > 0 ? QStringLiteral("+") : QString()) + millimeters(value); }

QString row(const QString& name, const QString& value)
{
  return QStringLiteral("<tr><td style='color:#949aa2; padding-right:12px'>%1</td><td>%2</td></tr>").arg(name, value);
}

QString block(const QString& color, const QString& text)
{
  return QStringLiteral("<p style='margin:4px 0; color:%1'>%2</p>").arg(color, text);
}

QString sums(const ResponseWords& at)
{
  QString rows;
  if (at.sum_mm) rows += row(Words::tr("Sum of diameters"), QStringLiteral("<b>%1</b>").arg(millimeters(*at.sum_mm)));
  if (at.change_from_baseline_percent)
    rows +=
        row(Words::tr("From baseline"),
            QStringLiteral("<b>%1</b> (%2)").arg(percent(*at.change_from_baseline_percent), millimeters(at.baseline_sum_mm.value_or(0))));
  if (at.change_from_nadir_percent)
    rows += row(Words::tr("From nadir"),
                QStringLiteral("<b>%1</b>, %2 (%3)")
                    .arg(percent(*at.change_from_nadir_percent), signed_millimeters(at.change_from_nadir_mm.value_or(0)),
                         millimeters(at.nadir_sum_mm.value_or(0))));
  const auto volume = [&](const QString& name, const std::optional<double>& value, const std::optional<double>& change)
  {
    if (!value) return;
    rows += row(name, screen_number(*value, 1) + QStringLiteral(" mL") +
                          (change ? QStringLiteral("  <b>%1</b>").arg(percent(*change)) : QString()));
  };
  volume(Words::tr("Volume of targets"), at.volume_ml, at.volume_change_percent);
  volume(Words::tr("Viable volume"), at.viable_volume_ml, at.viable_volume_change_percent);
  if (!at.target_response.isEmpty()) rows += row(Words::tr("Targets"), safe(screen_word(at.target_response)));
  if (!at.non_target_response.isEmpty()) rows += row(Words::tr("Non-targets"), safe(screen_word(at.non_target_response)));
  return QStringLiteral("<table cellspacing='0' cellpadding='1'>%1</table>").arg(rows);
}

QString margins(const ResponseWords& at)
{
  QString text;
  for (const auto& margin : at.margins) text += block(QStringLiteral("#d8dbde"), QStringLiteral("\u2194 ") + safe(margin.words));
  return text;
}

QString inputs_table(const std::vector<std::pair<QString, QString>>& inputs)
{
  QString rows;
  for (const auto& [name, value] : inputs) rows += row(safe(name), safe(value));
  return QStringLiteral("<table cellspacing='0' cellpadding='1' style='margin-left:16px'>%1</table>").arg(rows);
}

/// A line that opens what lies behind it.
QString opener(const QString& link, const QString& title, const QString& text, bool is_open)
{
  return QStringLiteral("<p style='margin:3px 0'><a href='%1' style='text-decoration:none; color:#9ecbf2'>%2 %3</a> %4</p>")
      .arg(link, is_open ? QStringLiteral("\u25be") : QStringLiteral("\u25b8"), title, text);
}

QString flags(const ResponseWords& at, int number, const QSet<QString>& open)
{
  QString text;
  for (std::size_t n = 0; n < at.flags.size(); ++n)
  {
    const auto& flag = at.flags[n];
    const QString link = QStringLiteral("flag:%1:%2").arg(number).arg(n);
    text +=
        opener(link, QStringLiteral("<span style='color:#f0b43c'>\u2691 %1</span> (%2)").arg(safe(flag.id), safe(screen_word(flag.level))),
               safe(flag.explanation), open.contains(link));
    if (!open.contains(link)) continue;
    text += inputs_table(flag.numbers);
    for (const auto& source : flag.literature_for) text += block(QStringLiteral("#b4b9be"), Words::tr("For: %1").arg(safe(source)));
    for (const auto& source : flag.literature_against) text += block(QStringLiteral("#b4b9be"), Words::tr("Against: %1").arg(safe(source)));
  }
  return text;
}

QString findings(const ResponseWords& at, int number, const QSet<QString>& open)
{
  QString text;
  for (std::size_t n = 0; n < at.findings.size(); ++n)
  {
    const auto& finding = at.findings[n];
    const QString link = QStringLiteral("finding:%1:%2").arg(number).arg(n);
    text +=
        opener(link, QStringLiteral("<b>%1</b>").arg(safe(screen_word(finding.outcome))), safe(finding.explanation), open.contains(link));
    if (!open.contains(link)) continue;
    text +=
        block(QStringLiteral("#b4b9be"), QStringLiteral("&nbsp;&nbsp;&nbsp;") +
                                             Words::tr("%1, rule %2").arg(finding.clause.toHtmlEscaped(), finding.rule.toHtmlEscaped()));
    text += inputs_table(finding.inputs);
  }
  return text;
}

QString timepoint(const ResponseWords& at, int number, const QSet<QString>& open)
{
  const QString date =
      at.date.isEmpty() ? QString() : QStringLiteral(" <span style='color:#949aa2'>%1</span>").arg(at.date.toHtmlEscaped());
  QString text = QStringLiteral("<h3 style='margin:10px 0 2px 0'>%1%2</h3>").arg(screen_word(at.timepoint).toHtmlEscaped(), date);
  if (at.is_unread)
    text += QStringLiteral("<p style='margin:2px 0; color:#949aa2'><span style='font-size:14pt'>%1</span> (%2)</p>")
                .arg(Words::tr("not read yet"), Words::tr("%1 if it were locked now").arg(at.overall_response.toHtmlEscaped()));
  else if (!at.overall_response.isEmpty() && at.overall_response != "baseline")
    text += QStringLiteral("<p style='margin:2px 0; font-size:22pt; font-weight:bold; color:%1'>%2</p>")
                .arg(color_of_response(at.overall_response), at.overall_response.toHtmlEscaped());
  if (at.is_withheld)
    text += QStringLiteral("<p style='margin:2px 0; font-size:16pt; font-weight:bold; color:#f0b43c'>%1</p>").arg(Words::tr("withheld"));
  text += sums(at) + margins(at);
  for (const auto& warning : at.warnings) text += block(QStringLiteral("#f0b43c"), QStringLiteral("\u26a0 ") + safe(warning));
  return text + flags(at, number, open) + findings(at, number, open);
}

QString questions(const AssessmentModel& assessment)
{
  QString text;
  for (const auto& question : assessment.questions())
    text += block(QStringLiteral("#f0b43c"), QStringLiteral("<b>?</b> %1 <a href='answer:%2' style='color:#9ecbf2'>%3</a>")
                                                 .arg(safe(QString::fromStdString(question.text)),
                                                      QString::fromStdString(question.key).toHtmlEscaped(), Words::tr("Yes, go on")));
  return text;
}
}  // namespace

QString response_page(CaseSession& session, const QSet<QString>& open)
{
  const auto& model = session.responses();
  QString text = questions(session.assessment());
  if (!session.assessment().problem().isEmpty())
    text += block(QStringLiteral("#f0b43c"), QStringLiteral("\u26a0 ") + safe(session.assessment().problem()));
  if (!session.assessment().is_current() && session.assessment().shown())
    text += block(QStringLiteral("#949aa2"), Words::tr("Numbers are being brought up to date ..."));
  // Without a lesion the rules would say "no evidence of disease", which nobody has stated.
  if (session.reading().reading().content().lesions.empty())
    return text + block(QStringLiteral("#949aa2"), Words::tr("The response appears here as soon as a lesion is measured."));
  for (const auto& warning : model.conformance_warnings())
    text += block(QStringLiteral("#f0b43c"), QStringLiteral("\u26a0 ") + safe(warning));
  for (const auto& difference : model.protocol_differences())
    text += block(QStringLiteral("#949aa2"), Words::tr("Protocol: %1").arg(safe(difference)));
  if (session.blinding().is_blinded())
    return text + block(QStringLiteral("#949aa2"), Words::tr("Blinded: response, dates and flags appear when the reading is locked."));
  for (int n = model.count() - 1; n >= 0; --n) text += timepoint(model.at(n), n, open);
  if (model.count() == 0) text += block(QStringLiteral("#949aa2"), Words::tr("The response appears here as soon as a lesion is measured."));
  return text;
}
}  // namespace nadir::viewer
