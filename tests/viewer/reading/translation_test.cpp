#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTranslator>
#include <vector>

#include "tests/support/temporary_folder.h"
#include "viewer/model/export_model.h"
#include "viewer/widget/core_sentence.h"
#include "viewer/widget/export_words.h"
#include "viewer/widget/key_table.h"
#include "viewer/widget/language.h"
#include "viewer/widget/screen_text.h"

using namespace nadir::viewer;
using nadir::testing::TemporaryFolder;

namespace
{
QString text_of(const QString& path)
{
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QString kept = QStringLiteral("viewer/translations/nadir_de.ts");
}  // namespace

TEST(Translation, LeavesNoTextUnfinished)
{
  const QString text = text_of(kept);
  ASSERT_FALSE(text.isEmpty());
  EXPECT_EQ(text.count("type=\"unfinished\""), 0);
  EXPECT_EQ(text.count("<translation />") + text.count("<translation></translation>"), 0);
}

/// lupdate itself reads the sources once more: what it would add is missing in the file.
TEST(Translation, KnowsEveryTextOfTheSources)
{
  const TemporaryFolder folder;
  const QString copy = QString::fromStdString((folder.path() / "nadir_de.ts").string());
  ASSERT_TRUE(QFile::copy(kept, copy));
  QProcess lupdate;
  lupdate.start(LUPDATE_PROGRAM, {"-I", ".", "-locations", "none", "-no-obsolete", "viewer", "-ts", copy});
  ASSERT_TRUE(lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0);
  const QString text = text_of(copy);
  static const QRegularExpression unfinished("<source>([^<]*)</source>\\s*<translation type=\"unfinished\"");
  for (auto found = unfinished.globalMatch(text); found.hasNext();)
    ADD_FAILURE() << "not translated: " << found.next().captured(1).toStdString();
}

TEST(Translation, ShowsNumbersWithTheSignOfTheLocaleAndClausesAsTheyAre)
{
  QLocale::setDefault(QLocale("de_DE"));
  EXPECT_EQ(screen_text("rose by 9.0 mm to 48.25 mm").toStdString(), "rose by 9,0 mm to 48,25 mm");
  EXPECT_EQ(screen_text("RECIST 1.1 section 4.3.1").toStdString(), "RECIST 1.1 section 4.3.1");
  QLocale::setDefault(QLocale::c());
  EXPECT_EQ(screen_text("rose by 9.0 mm").toStdString(), "rose by 9.0 mm");
}

// Numbers and names move to where German has them; sentences within sentences follow.
TEST(Translation, PutsSentencesOfTheCoreIntoGerman)
{
  use_language(*QCoreApplication::instance());  // the resources are there from here on
  QTranslator german;
  ASSERT_TRUE(german.load(":/i18n/nadir_de.qm"));
  QCoreApplication::installTranslator(&german);
  EXPECT_EQ(
      screen_sentence("the sum fell (-33.9 %, -34.9 mm) from the baseline sum of 103.0 mm to 68.1 mm; PR needs at least 30 % less")
          .toStdString(),
      "die Summe fiel (-33.9 %, -34.9 mm) gegenüber der Baseline-Summe von 103.0 mm auf 68.1 mm; PR verlangt mindestens 30 % weniger");
  EXPECT_EQ(screen_sentence("the sum of diameters is incomplete: no number for T01").toStdString(),
            "die Summe der Durchmesser ist unvollständig: keine Zahl für T01");
  EXPECT_EQ(screen_sentence("509.9 mL at follow-up, 473.9 mL at baseline; 98 % of the carried lesion's inside belongs to it").toStdString(),
            "509.9 mL im Verlauf, 473.9 mL bei Baseline; 98 % des Inneren der übertragenen Läsion gehören dazu");
  EXPECT_EQ(screen_sentence("12 % of it lies beyond series 2.1 and was left out").toStdString(),
            "12 % davon liegen außerhalb der Serie 2.1 und wurden weggelassen");
  EXPECT_EQ(screen_sentence("with the threshold that was set, 31 % of the lesion is indeterminate (2 % with the automatic one): it "
                            "enhances too little to count as viable, but is not liquid "
                            "by T2, and a threshold of enhancement alone does not make solid tissue necrosis")
                .toStdString(),
            "mit der gesetzten Schwelle sind 31 % der Läsion unbestimmt (2 % mit der automatischen): Das Gewebe reichert zu wenig an, um "
            "als vital zu zählen, ist aber nach T2 nicht flüssig, und "
            "eine Schwelle der Anreicherung allein macht festes Gewebe nicht zu Nekrose");
  EXPECT_EQ(
      screen_sentence("in slice 31, 16.5 mm from the drawn slice 26, the lesion has 1.8 times the area it has there: axes in a smaller "
                      "section make diameters and volume too small. Draw the longest diameter in the slice where it is longest.")
          .toStdString(),
      "In Schicht 31, 16.5 mm von der gezeichneten Schicht 26 entfernt, hat die Läsion die 1.8-fache Fläche: Achsen in einem "
      "kleineren Schnitt machen Durchmesser und Volumen zu klein. Den längsten Durchmesser in der Schicht zeichnen, in der er am "
      "längsten ist.");
  EXPECT_EQ(screen_sentence("the extent ends 0.9 slices beyond the images; the first image was taken as its end: the field of view may cut "
                            "the lesion, and its volume is then too small")
                .toStdString(),
            "Die Ausdehnung endet 0.9 Schichten außerhalb der Bilder; als Ende gilt das erste Bild: Das Bildfeld schneidet die Läsion "
            "womöglich ab, dann ist ihr Volumen zu klein");
  EXPECT_EQ(screen_sentence("the ends of the long axis lie 0.60 slices apart (a diameter is drawn in one slice: at most half a slice lies "
                            "between its ends). Draw it in one slice, and give the extent along the slices with two points of its own.")
                .toStdString(),
            "Die Enden der Linie liegen 0.60 Schichten auseinander (ein Durchmesser wird in einer Schicht gezeichnet: Zwischen seinen "
            "Enden liegt höchstens eine halbe Schicht). In einer Schicht zeichnen und die Ausdehnung quer zu den Schichten mit zwei "
            "eigenen Punkten angeben.");
  EXPECT_EQ(screen_sentence("the second point of the extent at 129.2,-19.3,950.0 lies 2.0 slices beyond the images (there they reach from "
                            "129.2,-19.3,690.0 to 129.2,-19.3,943.4). Mark the first and the last slice with tumour within this series, in "
                            "mm, LPS.")
                .toStdString(),
            "Ein Ende der Ausdehnung bei 129.2,-19.3,950.0 liegt 2.0 Schichten außerhalb der Bilder (sie reichen dort von "
            "129.2,-19.3,690.0 bis 129.2,-19.3,943.4). Erste und letzte Schicht mit Tumor innerhalb dieser Serie markieren, in mm, LPS.");
  EXPECT_EQ(screen_sentence("a sentence that nobody has foreseen").toStdString(), "a sentence that nobody has foreseen");
  EXPECT_EQ(screen_leading_word("baseline, 2024-01-31").toStdString(), "Baseline, 2024-01-31");
  QCoreApplication::removeTranslator(&german);
  EXPECT_EQ(screen_sentence("no new lesion").toStdString(), "no new lesion");
}

namespace
{
/// Sentences that stand whole in the sources of the core and say what to do: "problem (why it matters). What to do."
std::vector<QString> whole_refusals(const QString& folder)
{
  std::vector<QString> found;
  static const QRegularExpression literal(
      R"re((?:[{,]|not_allowed\(|invalid\(|not_usable\()\s*"([A-Za-z](?:[^"\\\n]|\\.)*\([^"\n]+\)\. [A-Z](?:[^"\\\n]|\\.)*\.)"\s*[},)])re");
  for (QDirIterator file(folder, {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories); file.hasNext();)
    for (auto match = literal.globalMatch(text_of(file.next())); match.hasNext();)
      found.push_back(match.next().captured(1).replace("\\\"", "\""));
  return found;
}
}  // namespace

// A sentence that a refusal consists of alone must be known by heart: the reader gets it in his language.
TEST(Translation, KnowsWhatTheCoreRefuses)
{
  use_language(*QCoreApplication::instance());
  QTranslator german;
  ASSERT_TRUE(german.load(":/i18n/nadir_de.qm"));
  QCoreApplication::installTranslator(&german);
  int known = 0;
  for (const char* folder :
       {"reading/command", "reading/store", "report/export", "segmentation/propagation", "segmentation/edit", "viewer/model"})
    for (const QString& sentence : whole_refusals(folder))
    {
      EXPECT_NE(screen_sentence(sentence), sentence) << folder << ": " << sentence.toStdString();
      ++known;
    }
  EXPECT_GT(known, 8);
  QCoreApplication::removeTranslator(&german);
}

TEST(Translation, KnowsEveryFormatAndSettingOfAnExport)
{
  use_language(*QCoreApplication::instance());
  QTranslator german;
  ASSERT_TRUE(german.load(":/i18n/nadir_de.qm"));
  QCoreApplication::installTranslator(&german);
  for (const auto& choice : ExportModel::choices())
  {
    EXPECT_NE(export_words(choice.title.toStdString()), choice.title) << choice.name;
    for (const auto& setting : choice.settings) EXPECT_NE(export_words(setting.meaning).toStdString(), setting.meaning) << setting.name;
  }
  QCoreApplication::removeTranslator(&german);
}

// 1,386 is a thousand to one reader and a little more than one to another.
TEST(Translation, GroupsNoDigits)
{
  for (const char* language : {"en", "de"})
  {
    QSettings().setValue("language", language);
    use_language(*QCoreApplication::instance());
    EXPECT_EQ(QLocale().toString(1386.0, 'f', 0), "1386") << language;
  }
  QSettings().remove("language");
  QLocale::setDefault(QLocale::c());
  qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator*>());
}

TEST(Translation, OffersTheLanguagesThatAreThere)
{
  for (const auto& [code, name] : languages())
    EXPECT_TRUE(code == "en" || QFile::exists("viewer/translations/nadir_" + code + ".ts")) << code.toStdString();
}
