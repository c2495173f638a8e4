#include "viewer/widget/core_sentence.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <vector>

#include "viewer/widget/core_refusals.h"

namespace nadir::viewer
{
namespace
{
/// What the core says (measure/response, segmentation), the more special pattern first. %1, %2, ... stand for numbers, names, or sentences
/// of this list.
constexpr const char* patterns[]{
    QT_TRANSLATE_NOOP("CoreSentence", "the sum of diameters is incomplete: no number for %1; the measured part is %2"),
    QT_TRANSLATE_NOOP("CoreSentence", "the sum of diameters is incomplete: no number for %1"),
    QT_TRANSLATE_NOOP("CoreSentence", "the sum of diameters is %1"),
    QT_TRANSLATE_NOOP("CoreSentence", "the smallest complete sum of all earlier time points, the baseline included, is %1"),
    QT_TRANSLATE_NOOP("CoreSentence", "neither PR (%1; PR needs %2) nor PD (%3; PD needs %4)"),
    QT_TRANSLATE_NOOP("CoreSentence", "an earlier partial response is kept until PD, CR or NE, although %1 (%2 is PR)"),
    QT_TRANSLATE_NOOP("CoreSentence", "the measured part alone shows progression (missing targets counted 0 mm): %1; PD needs %2"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1; PD needs %2"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1; PR needs %2"),
    QT_TRANSLATE_NOOP("CoreSentence", "the sum rose (%1) from the %2 of %3 to %4"),
    QT_TRANSLATE_NOOP("CoreSentence", "the sum fell (%1) from the %2 of %3 to %4"),
    QT_TRANSLATE_NOOP("CoreSentence", "the sum did not change (%1) from the %2 of %3 to %4"),
    QT_TRANSLATE_NOOP("CoreSentence", "there is no complete %1"),
    QT_TRANSLATE_NOOP("CoreSentence", "baseline sum"),
    QT_TRANSLATE_NOOP("CoreSentence", "nadir"),
    QT_TRANSLATE_NOOP("CoreSentence", "at least %1 less"),
    QT_TRANSLATE_NOOP("CoreSentence", "at least %1 and %2"),
    QT_TRANSLATE_NOOP("CoreSentence", "no target was examined"),
    QT_TRANSLATE_NOOP("CoreSentence", "the baseline sum is incomplete, so there is nothing to compare with"),
    QT_TRANSLATE_NOOP("CoreSentence", "the sum is incomplete, and the measured part alone does not show progression; PR, SD "
                                      "and CR are never derived from an incomplete sum"),
    QT_TRANSLATE_NOOP("CoreSentence", "every non-nodal target has disappeared and every nodal target is below %1"),
    QT_TRANSLATE_NOOP("CoreSentence", "disease is there again after an overall complete response; any reappearance is "
                                      "progression, whatever its size"),
    QT_TRANSLATE_NOOP("CoreSentence", "node %1 cannot be seen at all and counts 0 mm; a node that is seen keeps its short axis"),
    QT_TRANSLATE_NOOP("CoreSentence", "a non-target lesion is there again after an overall complete response"),
    QT_TRANSLATE_NOOP("CoreSentence", "the reader reports unequivocal progression of non-target disease"),
    QT_TRANSLATE_NOOP("CoreSentence", "a non-target lesion was not evaluated"),
    QT_TRANSLATE_NOOP("CoreSentence", "every non-target lesion has disappeared (nodes below 10 mm), and no followed marker is elevated"),
    QT_TRANSLATE_NOOP("CoreSentence", "non-target disease persists without unequivocal progression"),
    QT_TRANSLATE_NOOP("CoreSentence", "no new lesion"),
    QT_TRANSLATE_NOOP("CoreSentence", "a possible new lesion is equivocal and does not count until proven"),
    QT_TRANSLATE_NOOP("CoreSentence", "new lesion %1 is unequivocal"),
    QT_TRANSLATE_NOOP("CoreSentence", "the overall response is PD because of %1; one of target PD, non-target PD and an "
                                      "unequivocal new lesion is enough"),
    QT_TRANSLATE_NOOP("CoreSentence", "target PD and non-target PD and an unequivocal new lesion"),
    QT_TRANSLATE_NOOP("CoreSentence", "target PD"),
    QT_TRANSLATE_NOOP("CoreSentence", "non-target PD"),
    QT_TRANSLATE_NOOP("CoreSentence", "an unequivocal new lesion"),
    QT_TRANSLATE_NOOP("CoreSentence", "target PD and non-target PD"),
    QT_TRANSLATE_NOOP("CoreSentence", "target PD and an unequivocal new lesion"),
    QT_TRANSLATE_NOOP("CoreSentence", "non-target PD and an unequivocal new lesion"),
    QT_TRANSLATE_NOOP("CoreSentence", "no disease at baseline and no new lesion: no response can be assigned"),
    QT_TRANSLATE_NOOP("CoreSentence", "without targets the overall response is the non-target response (table 2)"),
    QT_TRANSLATE_NOOP("CoreSentence", "target %1 with non-target %2 and no unequivocal new lesion (table 1)"),
    QT_TRANSLATE_NOOP("CoreSentence", "an earlier time point was PD; this category is shown, but does not change the best response"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 mm from %2 (%3)"),
    QT_TRANSLATE_NOOP("CoreSentence", "the category is %1, which is within the repeatability of %2"),
    QT_TRANSLATE_NOOP("CoreSentence", "the category is %1, which is within two steps of the lengths as they are recorded (%2)"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 by diameters while the volume of the targets changed by %2 from its smallest earlier "
                                      "value; RECIST measures one plane only"),
    QT_TRANSLATE_NOOP("CoreSentence", "the volume changed by %1, but the viable volume did not grow: growth by necrosis or "
                                      "liquefaction is possible"),
    QT_TRANSLATE_NOOP("CoreSentence", "the volume changed by %1, and the necrotic fraction rose: growth by necrosis or "
                                      "liquefaction is possible"),
    QT_TRANSLATE_NOOP("CoreSentence", "PD while the viable volume is not above baseline: possible pseudo-progression; RECIST stays PD"),
    QT_TRANSLATE_NOOP("CoreSentence", "the volume changed by %1, but what is not liquid did not grow: growth by necrosis or "
                                      "liquefaction is possible; without contrast it is not known what lives"),
    QT_TRANSLATE_NOOP("CoreSentence", "the volume changed by %1, and the liquid fraction rose: growth by necrosis or "
                                      "liquefaction is possible; without contrast it is not known what lives"),
    QT_TRANSLATE_NOOP("CoreSentence", "PD while what is not liquid is not above baseline: possible pseudo-progression; RECIST stays PD. "
                                      "Without contrast it is not known what lives"),
    QT_TRANSLATE_NOOP("CoreSentence", "PR while the viable fraction of the targets rose"),
    QT_TRANSLATE_NOOP("CoreSentence", "the longest diameters of any plane would give %1 instead of %2; the acquired plane counts"),
    QT_TRANSLATE_NOOP("CoreSentence", "PD against the nadir of %1 while the sum of %2 is below the baseline of %3"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 that no other visit at least %2 apart confirms"),
    QT_TRANSLATE_NOOP("CoreSentence", "does not conform"),
    QT_TRANSLATE_NOOP("CoreSentence", "not measurable"),
    QT_TRANSLATE_NOOP("CoreSentence", "measurability not verifiable"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: %2 against the minimum of %3 at slices of %4"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: %2 against the minimum of %3 at any slice thickness"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: no size is recorded at baseline"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: a node with a short axis of %2 is normal and is not recorded"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: a node with a short axis of %2 is pathological but only non-target"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: %2 cannot be verified as measurable, because the slice thickness is not known; a "
                                      "reader has to confirm it"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 targets, more than %2"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 targets in one organ (%2), more than %3"),
    QT_TRANSLATE_NOOP("CoreSentence", "a target has no organ, so the count per organ cannot be checked"),
    QT_TRANSLATE_NOOP("CoreSentence", "target %1 is %2 at baseline instead of measured"),
    QT_TRANSLATE_NOOP("CoreSentence", "non-target %1 is measurable; reason for not choosing it as target: %2"),
    QT_TRANSLATE_NOOP("CoreSentence", "not recorded"),
    QT_TRANSLATE_NOOP("CoreSentence", "no target: the patient has non-target disease only (table 2 applies)"),
    QT_TRANSLATE_NOOP("CoreSentence", "no disease at baseline: no response can be assigned, only new lesions"),
    // Words of tissues, of masks and of lesions carried to another date.
    QT_TRANSLATE_NOOP("CoreSentence", "incomplete"),
    QT_TRANSLATE_NOOP("CoreSentence", "not asked"),
    QT_TRANSLATE_NOOP("CoreSentence", "measurable"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: was it irradiated or treated locally before? The answer belongs to the record"),
    QT_TRANSLATE_NOOP("CoreSentence", "viable tissue: there is no T1 image after contrast, so solid tissue, living or not, counts as "
                                      "indeterminate"),
    QT_TRANSLATE_NOOP("CoreSentence", "necrosis: there is no T1 image after contrast, no T2 and no ADC; dead tissue was not looked for, "
                                      "and a fraction of 0 says nothing"),
    QT_TRANSLATE_NOOP("CoreSentence", "haemorrhage and fat: there is no T1 image before contrast, so what is bright after contrast "
                                      "counts as viable even if it was bright before"),
    QT_TRANSLATE_NOOP("CoreSentence", "haemorrhage and fat: there is no T1 image before contrast"),
    QT_TRANSLATE_NOOP("CoreSentence", "necrosis: there is neither T2 nor ADC, so \"necrosis\" means no more than \"does not enhance\"; "
                                      "it may hold fibrosis or non-enhancing tumour"),
    QT_TRANSLATE_NOOP("CoreSentence", "necrosis: there is neither T2 nor ADC; of what does not enhance, only tissue as dark after "
                                      "contrast as liquid is called necrosis; the rest, tumour that does not enhance or oedema, counts "
                                      "as indeterminate"),
    QT_TRANSLATE_NOOP("CoreSentence", "liquid was told by T2 alone; without ADC, oedematous or myxoid tissue may pass for liquid"),
    QT_TRANSLATE_NOOP("CoreSentence", "liquid was told by ADC alone"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 of the lesion lies outside the %2 image or has no value there; it was decided without it"),
    QT_TRANSLATE_NOOP("CoreSentence", "the lesion has only %1 voxels: its fractions are coarse"),
    QT_TRANSLATE_NOOP("CoreSentence", "the %1 image is strongly shaded across the lesion (%2, corrected)"),
    QT_TRANSLATE_NOOP("CoreSentence", "the intensities of the %1 image have been shifted and show no air, so the level of no signal was "
                                      "estimated from its darkest tissue"),
    QT_TRANSLATE_NOOP("CoreSentence", "the lesion's signal hardly differs from that around it (%1 % of the values overlap): the mask "
                                      "follows the drawn shape more than the image. Check its border, or add another sequence."),
    QT_TRANSLATE_NOOP("CoreSentence", "around the point nothing tells a lesion from its surroundings: what looked alike was too large "
                                      "for a lesion, and the mask was bound to the point's neighbourhood (its size is a guess). Draw the "
                                      "longest diameter instead."),
    QT_TRANSLATE_NOOP("CoreSentence", "the mask's longest diameter is %1 mm where %2 mm were drawn: its volume and tissues are doubtful. "
                                      "Draw the short axis too, or correct the mask."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 at follow-up, %2 at baseline; %3 of the carried lesion's inside belongs to it; followed by its "
                                      "brightness, which told the baseline mask from its surroundings; looked at on %4 other series of "
                                      "both dates, too"),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "%1 at follow-up, %2 at baseline; %3 of the carried lesion's inside belongs to it; its shape was followed "
                      "in every direction from its middle; looked at on %4 other series of both dates, too"),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "%1 at follow-up, %2 at baseline; %3 of the carried lesion's inside belongs to it; looked at on %4 other "
                      "series of both dates, too"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 at follow-up, %2 at baseline; %3 of the carried lesion's inside belongs to it; followed by its "
                                      "brightness, which told the baseline mask from its surroundings"),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "%1 at follow-up, %2 at baseline; %3 of the carried lesion's inside belongs to it; its shape was followed "
                      "in every direction from its middle"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 at follow-up, %2 at baseline; %3 of the carried lesion's inside belongs to it"),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "other series that had no say: %1 (they do not show the place whole on both dates, or what lies around it "
                      "does not agree)"),
    QT_TRANSLATE_NOOP("CoreSentence", "part of the place where the lesion lay is outside the follow-up image"),
    QT_TRANSLATE_NOOP("CoreSentence", "the lesion touches the edge of the follow-up image and may be cut off"),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "its inside no longer looks as at baseline and is unlike its rim (tissue, contrast or the kind of image "
                      "may have changed); the border was found by its rim: look at it in every slice"),
    QT_TRANSLATE_NOOP("CoreSentence", "its values hardly differ from those of the surroundings: check the border, and whether it is "
                                      "still there"),
    QT_TRANSLATE_NOOP("CoreSentence", "most of what was found does not lie where the lesion lay (%1 % of it do): check that it is the same "
                                      "lesion, and that the dates were brought together rightly there"),
    QT_TRANSLATE_NOOP("CoreSentence", "two ways of following it do not agree (%1 mL by its shape, %2 mL voxel by voxel, agreement %3): its "
                                      "size is in doubt. Look at the border in every slice"),
    QT_TRANSLATE_NOOP("CoreSentence", "the surroundings of the lesion do not look as they did at baseline (correlation %1): check the "
                                      "border, and that both images are of the same kind"),
    QT_TRANSLATE_NOOP("CoreSentence", "a reader must confirm that the lesion is gone"),
    QT_TRANSLATE_NOOP("CoreSentence", "the program followed known lesions and looked for no new ones: \"no new lesion\" holds only once a "
                                      "reader has looked (a new lesion is progression)"),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "the tissue is too even to tell all around how the dates lie upon each other: what it does not tell was "
                      "taken from the patient's coordinates. Check that it is the same place"),
    QT_TRANSLATE_NOOP("CoreSentence", "the short axis lies %1 mm beside the longest diameter and does not cross it: is it of the same "
                                      "slice?"),
    QT_TRANSLATE_NOOP("CoreSentence", "its contours were drawn in planes that lie at %1 degrees to the slices of series %2: its "
                                      "diameters lie in those planes, not in an acquired slice as RECIST asks"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 % of it lies beyond series %2 and was left out"),
    QT_TRANSLATE_NOOP("CoreSentence", "it reaches beyond series %1: images may be missing"),
    QT_TRANSLATE_NOOP("CoreSentence", "the extent ends %1 slices beyond the images; the first image was taken as its end: the field of "
                                      "view may cut the lesion, and its volume is then too small"),
    QT_TRANSLATE_NOOP("CoreSentence", "the extent ends %1 slices beyond the images; the last image was taken as its end: the field of view "
                                      "may cut the lesion, and its volume is then too small"),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "in slice %1, %2 mm from the drawn slice %3, the lesion has %4 times the area it has there: axes in a smaller "
                      "section make diameters and volume too small. Draw the longest diameter in the slice where it is longest."),
    QT_TRANSLATE_NOOP("CoreSentence", "the lesion lies in %1 slices of %2 mm: where it ends between them is unknown, which alone is "
                                      "%3 % of its volume. Mark its first and last slice if you have not, and take thinner slices "
                                      "where the volume decides."),
    QT_TRANSLATE_NOOP("CoreSentence", "the images leave the lesion's volume between %1 and %2 mL (95 %): the mask is a proposal. "
                                      "Draw the longest diameter or both axes, or correct the mask with strokes."),
    QT_TRANSLATE_NOOP("CoreSentence", "the T2 image is darker where no contrast is taken up than where it is, but liquid is "
                                      "bright on T2: this may be a FLAIR image (give it as FLAIR), or old blood or scar. The "
                                      "bands also hold what is told without it"),
    QT_TRANSLATE_NOOP("CoreSentence", "against the reference, %1 of the lesion's inside is darker after contrast than before and only %2 "
                                      "brighter: the two T1 series may be exchanged, and what lives would be called dead. Check --t1 "
                                      "and --t1c, or confirm the order with --confirm contrast-order"),
    QT_TRANSLATE_NOOP("CoreSentence", "liquid: the lesion shows one tissue only by T2 and ADC, and was solid at an earlier time point "
                                      "(%1 there, %2 now), so it has liquefied and is not taken for a myxoid tumour; contrast would "
                                      "prove it"),
    QT_TRANSLATE_NOOP("CoreSentence", "liquid: the lesion shows one tissue only by T2 and ADC, and without contrast a myxoid "
                                      "tumour cannot be told from liquid; the band is wide for that"),
    QT_TRANSLATE_NOOP("CoreSentence", "fat: %1 of the lesion takes up no contrast and is as dark as the suppressed fat around "
                                      "it; without a T1 image before contrast, T2 or ADC it may be fat as well as necrosis, and "
                                      "the band holds both"),
    QT_TRANSLATE_NOOP("CoreSentence", "the living tumour is as bright on T2 as liquid (it may be myxoid), so T2 does not tell one from the "
                                      "other; what takes up no contrast and is as bright is called necrosis, and may hold mucus"),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "%1 of the lesion takes up some contrast, but much less than the rest or than tumour usually does: it "
                      "counts as living tumour of weak uptake (myxoid), and the bands also hold that it is dead"),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "%1 of the lesion is called dead because tumour usually takes up more, but is about as bright after "
                      "contrast as muscle, which liquid seldom is: it may be living tumour of weak uptake (myxoid), and the "
                      "bands hold both; a T1 image before contrast would tell"),
    QT_TRANSLATE_NOOP("CoreSentence", "the images contradict each other: %1 of the lesion is called viable by its signal after "
                                      "contrast, but is liquid by ADC and much darker than the rest; it may be dead, if the "
                                      "reference is no muscle, or myxoid, and the bands hold both"),
    QT_TRANSLATE_NOOP("CoreSentence", "fat and muscle around the lesion could not be told apart with certainty in the %1 image, so "
                                      "the reference may be fat (dead tissue would then be called viable, or viable dead); the "
                                      "bands hold both. Give a T1 image before contrast, T2 or ADC, or mark muscle with --reference"),
    QT_TRANSLATE_NOOP("CoreSentence", "whether the tissue around the lesion is muscle beside fat of middling suppression, or brain, "
                                      "could not be told from the T1 image after contrast alone; it was taken for muscle, and the "
                                      "bands hold both. Give a T1 image before contrast, T2 or ADC"),
    QT_TRANSLATE_NOOP("CoreSentence", "nine tenths of the ADC of the lesion and of all that lies around it are below %1 x 1e-6 "
                                      "mm2/s, but living muscle has 1200 to 1800 and brain 700 to 1000 (the map may be scaled "
                                      "wrongly, by ten for example, and liquid would be missed). Say its unit with --adc-unit, "
                                      "or leave the map out."),
    QT_TRANSLATE_NOOP("CoreSentence", "nine tenths of the ADC of the lesion and of all that lies around it are below %1 x 1e-6 "
                                      "mm2/s, but living muscle has 1200 to 1800 and brain 700 to 1000: the map may be scaled "
                                      "wrongly, in spite of the unit that was said; do not trust what it says of liquid"),
    QT_TRANSLATE_NOOP("CoreSentence", "the ADC of the reference tissue is %1 x 1e-6 mm2/s in the middle, but muscle has 1200 to "
                                      "1800 and brain 700 to 1000: the map may be scaled or computed wrongly, and liquid told "
                                      "wrongly"),
    QT_TRANSLATE_NOOP("CoreSentence", "a quarter of the lesion has an ADC above %1 x 1e-6 mm2/s, but water at body temperature "
                                      "has 3000: the map may be scaled or computed wrongly"),
    QT_TRANSLATE_NOOP("CoreSentence", "the reference tissue that was given scatters by %1 % around its level in the %2 image "
                                      "(air, bone or several tissues). Mark an even piece of muscle, or in a head normal brain, "
                                      "beside the lesion."),
    QT_TRANSLATE_NOOP("CoreSentence", "the lesion lies in %1 slice of %2 mm: where it ends between them is unknown, which alone is %3 "
                                      "% of its volume. Mark its first and last slice if you have not, and take thinner slices where "
                                      "the volume decides."),
    QT_TRANSLATE_NOOP("CoreSentence", "along %1 % of the mask's border the image beyond it looks like the lesion's border where you "
                                      "drew it: a rim is left out, and volume and share of dead tissue are wrong. Draw the short axis "
                                      "too, or paint the rim as foreground."),
    QT_TRANSLATE_NOOP("CoreSentence", "haemorrhage and fat: both are bright on T1, there is no fat near the lesion to compare with "
                                      "and no other image; what is bright counts as indeterminate"),
    QT_TRANSLATE_NOOP("CoreSentence", "with the threshold that was set, %1 of the lesion is indeterminate (%2 with the automatic "
                                      "one): it enhances too little to count as viable, but is %3, and a threshold of enhancement "
                                      "alone does not make solid tissue necrosis"),
    QT_TRANSLATE_NOOP("CoreSentence", "not liquid by T2 and ADC"),
    QT_TRANSLATE_NOOP("CoreSentence", "not liquid by T2"),
    QT_TRANSLATE_NOOP("CoreSentence", "not liquid by ADC"),
    QT_TRANSLATE_NOOP("CoreSentence", "not as dark as liquid after contrast"),
    QT_TRANSLATE_NOOP("CoreSentence", "non-target %1 is %2 at baseline and %3 at %4 (what appears later is a new lesion, which is PD, "
                                      "rule NL1). Make it NEW, or PRESENT at baseline."),
    QT_TRANSLATE_NOOP("CoreSentence", "target %1 at %2 is MERGED_INTO %3, which is ABSENT there (a merge is not disappearance, rule "
                                      "T4; both count 0 mm). Give %4 the length of the mass, or make both ABSENT."),
    QT_TRANSLATE_NOOP("CoreSentence", "the time points \"%1\" and \"%2\" hold the same study"),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "the time points \"%1\" and \"%2\" were taken on the same day: check that neither folder is the wrong one"),
    QT_TRANSLATE_NOOP("CoreSentence", "the time points \"%1\" and \"%2\" give different patient names"),
    QT_TRANSLATE_NOOP("CoreSentence", "its longest diameter ends in a narrow part: without what is narrow, %1 of the volume, it would "
                                      "measure %2 mm for %3 mm. Look whether that part belongs to the lesion"),
    QT_TRANSLATE_NOOP("CoreSentence", "its volume was found %1 times that at baseline, and borders after so large a change are found "
                                      "less surely: look at the border in every slice"),
    QT_TRANSLATE_NOOP("CoreSentence", "along %1 % of its border the image hardly changes (by less than twice the noise): a change of "
                                      "size can be missed or overestimated. Look at the border in every slice, or choose a sequence "
                                      "that shows it better"),
    QT_TRANSLATE_NOOP("CoreSentence", "tissues that are bright in one image are dark in the other (another sequence, fat suppressed "
                                      "at one date only, or images brought together wrongly), and how tissue bent cannot be told from "
                                      "such a pair"),
    // What could be anything comes last.
    QT_TRANSLATE_NOOP("CoreSentence", "necrosis threshold set by the reader: %1; automatic %2, which gives necrosis %3"),
    QT_TRANSLATE_NOOP("CoreSentence", "enhancement %1 x reference tissue"),
    QT_TRANSLATE_NOOP("CoreSentence", "post-contrast %1 x reference tissue"),
    QT_TRANSLATE_NOOP("CoreSentence", "T2 %1 x reference tissue"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 % (%2 to %3)"),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 (%2, rule %3)"),
};

struct Pattern
{
  const char* source = nullptr;
  QRegularExpression expression;
};

Pattern pattern_of(const char* source)
{
  static const QRegularExpression place(QStringLiteral("%\\d"));
  QString expression = QRegularExpression::escape(QString::fromUtf8(source));
  expression.replace(QStringLiteral("\\%"), QStringLiteral("%"));
  expression.replace(place, QStringLiteral("(.+?)"));
  return {source, QRegularExpression(QRegularExpression::anchoredPattern(expression), QRegularExpression::DotMatchesEverythingOption)};
}

const std::vector<Pattern>& all_patterns()
{
  static const std::vector<Pattern> all = []
  {
    std::vector<Pattern> made;
    for (const char* source : core_refusals()) made.push_back(pattern_of(source));
    for (const char* source : patterns) made.push_back(pattern_of(source));
    return made;
  }();
  return all;
}
}  // namespace

QString screen_sentence(const QString& sentence)
{
  for (const Pattern& pattern : all_patterns())
  {
    const auto match = pattern.expression.match(sentence);
    if (!match.hasMatch()) continue;
    QString words = QCoreApplication::translate("CoreSentence", pattern.source);
    if (words == QString::fromUtf8(pattern.source)) return sentence;
    for (int n = match.lastCapturedIndex(); n > 0; --n)
      words.replace(QStringLiteral("%") + QString::number(n), screen_sentence(match.captured(n)));
    return words;
  }
  return sentence;
}
}  // namespace nadir::viewer
