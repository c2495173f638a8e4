#include "viewer/widget/core_refusals.h"

#include <QCoreApplication>

namespace nadir::viewer
{
namespace
{
/// The more special pattern first.
constexpr const char* refusals[]{
    QT_TRANSLATE_NOOP("CoreSentence", "the time point \"%1\" has its images (what was measured would no longer be on them). Undo that, "
                                      "or give another label."),
    QT_TRANSLATE_NOOP("CoreSentence", "a secured connection needs an authority or a pin (anybody could answer otherwise). Give one."),
    QT_TRANSLATE_NOOP("CoreSentence", "our certificate and its key go together (one alone proves nothing). Give both or none."),
    QT_TRANSLATE_NOOP("CoreSentence", "a title has at most 16 characters (a node would not know it). Shorten it."),
    QT_TRANSLATE_NOOP(
        "CoreSentence",
        "the address of a web service must begin with https:// (nothing can be reached else). Example: https://pacs.example/dicom-web."),
    QT_TRANSLATE_NOOP("CoreSentence", "an archive has no name (it could not be chosen). Give it one."),
    QT_TRANSLATE_NOOP("CoreSentence", "the baseline is what other dates are moved against. Move the other one."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 %2 (the record could not be read back). Give another one."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 %2 (the record could not be read back). Change it."),
    QT_TRANSLATE_NOOP("CoreSentence", "there is no time point \"%1\". Load its images first."),
    QT_TRANSLATE_NOOP("CoreSentence", "there is no lesion \"%1\". Mark it first."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 has length zero. Set the state ABSENT if the lesion is gone."),
    QT_TRANSLATE_NOOP("CoreSentence", "a %1 lesion is not absent at baseline. Mark it as new if it appeared later."),
    QT_TRANSLATE_NOOP("CoreSentence", "lesion %1 carries lesion %2 at \"%3\" (%4). Say first what became of %5."),
    QT_TRANSLATE_NOOP("CoreSentence", "version %1 is %2 (it cannot change). Reopen it with a reason."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 needs a reason (the record must say why). Give it in words."),
    QT_TRANSLATE_NOOP("CoreSentence", "there is a lesion \"%1\" already. Give another name."),
    QT_TRANSLATE_NOOP("CoreSentence", "lesion %1 is SPLIT at \"%2\", which is not said of a lymph node (rule T4). Mark its parts first "
                                      "as lesions."),
    QT_TRANSLATE_NOOP("CoreSentence", "lesion %1 has a caliper. Move it instead."),
    QT_TRANSLATE_NOOP("CoreSentence", "lesion %1 has no caliper to move. Place one."),
    QT_TRANSLATE_NOOP("CoreSentence", "lesion %1 has no segmentation whose tissue could be told. Accept one first."),
    QT_TRANSLATE_NOOP("CoreSentence", "there is no time point yet (an empty reading says nothing). Load images first."),
    QT_TRANSLATE_NOOP("CoreSentence", "a draft cannot be signed (it could still change). Lock it first."),
    QT_TRANSLATE_NOOP("CoreSentence", "SPLIT is not said of a lymph node (rule T4: the longest diameters of parts are added, of a node "
                                      "the short axis counts). Mark its parts as lesions, or set NOT_EVALUABLE."),
    QT_TRANSLATE_NOOP("CoreSentence", "lesion %1 is merged into \"%2\", which is no target (nothing would carry its size). Name the "
                                      "target that carries the mass."),
    QT_TRANSLATE_NOOP("CoreSentence", "lesions %1 and %2 would be merged into each other (nothing would carry their size). Measure one "
                                      "of them."),
    QT_TRANSLATE_NOOP("CoreSentence", "lesion %1 is ABSENT at \"%2\" (it cannot carry another). Measure it first."),
    QT_TRANSLATE_NOOP("CoreSentence", "the state MEASURED comes from a caliper or segmentation. Place or accept one."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: the disk takes no more: it is full, or a quota or the largest file size is reached (nothing "
                                      "of this step was kept; everything confirmed before is). Free some space and try again."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: the record is damaged (%2). Run \"nadir audit verify\" on it."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: may not be written to. Copy it to a folder you may write to."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: cannot be opened (%2). Check the name and the permissions."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: %2 (nothing of this step was kept; everything confirmed before is). Open the record again."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: is no Nadir record. Give a file that \"nadir read\" made."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: was written by a newer Nadir (record version %2, this program knows %3; guessing could lose "
                                      "what it says). Use the newer program."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: its tables are not those of a record (someone changed them). Run \"nadir audit verify\" on "
                                      "it."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: there is a file already (a record is never written over). Choose another name."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: could not be made. Choose a folder you may write to."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 is being written by another program; it is open for reading only here. Close it there to go "
                                      "on here."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 lies where nothing can be written; it is open for reading only. Copy it to a folder you may "
                                      "write to."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: is not there, or is no file. Check the name."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 was changed by something else since it was closed; it is open for reading only. Run \"nadir "
                                      "audit verify\" on it."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: ends with event %2, but %3 were confirmed (the others are lost). Bring back a copy, or run "
                                      "\"nadir audit verify\"."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: was changed by another program (this act may no longer fit). Open it again."),
    QT_TRANSLATE_NOOP("CoreSentence", "the images of \"%1\" are not open (the numbers to be kept cannot be computed). Bring them back."),
    QT_TRANSLATE_NOOP("CoreSentence", "the images of \"%1\" are no longer where they were (the numbers to be locked cannot be "
                                      "computed). Bring them back."),
    QT_TRANSLATE_NOOP("CoreSentence", "no temporary folder could be made (masks are put there to be measured). Check TMPDIR."),
    QT_TRANSLATE_NOOP("CoreSentence", "the record has no time point yet (there is nothing to assess). Load images first."),
    QT_TRANSLATE_NOOP("CoreSentence", "the source names no date (files must state one, and the clock would make each export another "
                                      "one). Give it with --at."),
    QT_TRANSLATE_NOOP("CoreSentence", "no time point has DICOM images (a DICOM object must name the study it belongs to). Give the "
                                      "folders of the images in the case."),
    QT_TRANSLATE_NOOP("CoreSentence", "the earlier report %1 (the new one would replace something else). Name the folder dicom-sr of "
                                      "the earlier export, or one report of it."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 is not of the form %2 (nothing was written). Correct it."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: %2 (study days would be wrong or missing; nothing was written). Correct it."),
    QT_TRANSLATE_NOOP("CoreSentence", "no study was given: STUDYID is %1. Give --set %2=ID."),
    QT_TRANSLATE_NOOP("CoreSentence", "the folder %1 was not written: %2 (what stood there before is unchanged). Choose a folder you "
                                      "may write to."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1/%2 reads back differently: %3 (nothing of this format was kept). This is a bug; please report "
                                      "it."),
    QT_TRANSLATE_NOOP("CoreSentence", "the format %1 needs the images, and the source has numbers only. Export from the case or the "
                                      "record."),
    QT_TRANSLATE_NOOP("CoreSentence", "a file that was just written cannot be read again. Check the disk or choose another folder."),
    QT_TRANSLATE_NOOP("CoreSentence", "the folder holds an export of something else (two cases in one folder would be mixed up). Choose "
                                      "another folder."),
    QT_TRANSLATE_NOOP("CoreSentence", "no format that was asked for takes the setting %1=%2 (nothing was written). The help lists what "
                                      "each takes."),
    QT_TRANSLATE_NOOP("CoreSentence", "the record's locked numbers do not come out again from its images and masks (they must not leave "
                                      "under its signature). %1"),
    QT_TRANSLATE_NOOP("CoreSentence", "a later export of this format was refused, and these files were kept: %1"),
    QT_TRANSLATE_NOOP("CoreSentence", "the %1 at %2 lies outside the image (there are no voxels to segment). Give patient coordinates "
                                      "in mm, LPS, of a place within this series."),
    QT_TRANSLATE_NOOP("CoreSentence", "the %1 is %2 mm long (less than %3 mm, so it gives no direction). Draw it from border to border."),
    QT_TRANSLATE_NOOP("CoreSentence",
                      "the ends of the %1 lie %2 slices apart (a diameter is drawn in one slice: at most half a slice lies between its "
                      "ends). Draw it in one slice, and give the extent along the slices with two points of its own."),
    QT_TRANSLATE_NOOP("CoreSentence", "the %1 at %2 lies %3 slices beyond the images (there they reach from %4 to %5). Mark the first and "
                                      "the last slice with tumour within this series, in mm, LPS."),
    QT_TRANSLATE_NOOP("CoreSentence", "the marked place holds no signal (it lies in air, outside the body). Mark the lesion, in patient "
                                      "coordinates LPS."),
    QT_TRANSLATE_NOOP("CoreSentence", "nothing marks the lesion (there is no line, no point and no foreground stroke). Mark it in one "
                                      "of these ways."),
    QT_TRANSLATE_NOOP("CoreSentence", "the expected lesion is empty and nothing else marks one (there is no place to look at). Mark the "
                                      "lesion, or take it as gone."),
    QT_TRANSLATE_NOOP("CoreSentence", "the baseline lesion is empty (there is nothing to look for). Mark the lesion on the baseline, or "
                                      "on the follow-up if it is new."),
    QT_TRANSLATE_NOOP("CoreSentence", "the mask does not lie in the baseline image (the lesion would be looked for in the wrong place). "
                                      "Give the mask that was drawn on this series."),
    QT_TRANSLATE_NOOP("CoreSentence", "the follow-up does not show the place where the lesion lay (its absence would mean nothing). "
                                      "Choose a series that covers it."),
    QT_TRANSLATE_NOOP("CoreSentence", "how large the lesion is now, and whether it is still there, cannot be told: what was found hardly "
                                      "differs from its surroundings, and along much of its border the image hardly changes (its size "
                                      "would be a guess). Mark it on the follow-up, or choose a sequence that shows it better."),
    QT_TRANSLATE_NOOP("CoreSentence", "whether the lesion is gone cannot be told: it was not found again, but its place does not look "
                                      "like the surroundings, or these have changed, too (a false remission could follow). Mark it on "
                                      "the follow-up, or choose a sequence that shows it better."),
    QT_TRANSLATE_NOOP("CoreSentence", "too little tissue around the lesion is seen on both dates (change could not be told from "
                                      "position). Choose series that show more, or mark the lesion by hand."),
    QT_TRANSLATE_NOOP("CoreSentence", "no slice is missing between drawn ones (there is nothing to fill). Draw the lesion in two slices "
                                      "or more with slices between them."),
    QT_TRANSLATE_NOOP("CoreSentence", "the image does not lie on the grid of the mask (the wrong voxels would be judged). Use the "
                                      "series that the lesion was drawn on."),
    QT_TRANSLATE_NOOP("CoreSentence", "none of the images covers the lesion (there is nothing to look at). Check that mask and images "
                                      "belong to one examination."),
    QT_TRANSLATE_NOOP("CoreSentence", "FLAIR is the only image (it helps to find normal tissue to compare with, but does not tell what is "
                                      "dead). Give T1 after contrast with it, or T2, STIR or ADC."),
    QT_TRANSLATE_NOOP("CoreSentence", "no even tissue was found around the lesion to compare its intensities with (enhancement cannot "
                                      "be told without). Give muscle, or in a head normal brain, with --reference MASK or "
                                      "--reference-point X,Y,Z."),
    QT_TRANSLATE_NOOP("CoreSentence", "against muscle the lesion is darker after contrast than before and nowhere brighter (the two T1 "
                                      "series may be exchanged, and dead tissue would be called viable). Check --t1 and --t1c, or "
                                      "confirm the order with --confirm contrast-order."),
    QT_TRANSLATE_NOOP("CoreSentence", "none of this examination's series tells living from dead tissue (T1 after contrast, T2, STIR, "
                                      "ADC)"),
    QT_TRANSLATE_NOOP("CoreSentence", "no lesion was found from the marks. Draw its longest diameter, or paint it."),
    QT_TRANSLATE_NOOP("CoreSentence", "this map was computed, not acquired (its lesion would be one of a derived image). Hang an "
                                      "acquired series of this date and use that."),
    QT_TRANSLATE_NOOP("CoreSentence", "this series has no geometry that volumes can be measured on. Use another one, or a caliper."),
    QT_TRANSLATE_NOOP("CoreSentence", "there is no proposal to correct. Draw the longest diameter or click into the lesion first."),
    QT_TRANSLATE_NOOP("CoreSentence", "a lesion is not carried from one date to another while the reading is blinded (it would show "
                                      "what was found there). Mark it by hand."),
    QT_TRANSLATE_NOOP("CoreSentence", "there is no measurable series like this one at \"%1\" (the lesion cannot be looked for). Mark it "
                                      "there by hand."),
    QT_TRANSLATE_NOOP("CoreSentence", "in the %1 image nothing stands out from the background (there is nothing to align). Choose "
                                      "another series."),
    QT_TRANSLATE_NOOP("CoreSentence", "the two images could not be brought together: %1 (a lesion would be looked for in the wrong "
                                      "place). Check that both show the same part of the same patient, or mark the lesion on the "
                                      "follow-up."),
    QT_TRANSLATE_NOOP("CoreSentence", "the images have no part of the body in common, or too little of one (nothing can be compared). "
                                      "Choose series that show more of the same region."),
    QT_TRANSLATE_NOOP("CoreSentence", "the line is %1 mm long, %2 %3 mm (the volume may not be that of the lesion). Look at the "
                                      "outline."),
    QT_TRANSLATE_NOOP("CoreSentence", "nobody marked the lesion here; the program found its tissue gone (%1). A reader must confirm it."),
    QT_TRANSLATE_NOOP("CoreSentence", "nobody marked the lesion here; it was carried over from \"%1\" (%2). A reader must confirm its "
                                      "outline."),
    QT_TRANSLATE_NOOP("CoreSentence", "there is no measurable series like the one it was marked on (%1). Both dates have: %2. Mark it at "
                                      "baseline on one of these, or here by hand."),
    QT_TRANSLATE_NOOP("CoreSentence", "there is no measurable series like the one it was marked on (%1). Mark it here by hand."),
    QT_TRANSLATE_NOOP("CoreSentence", "along %1 % of the mask's border the image hardly changes: there it follows a typical shape. Draw "
                                      "the short axis and mark the first and last slice, or add another sequence."),
    QT_TRANSLATE_NOOP("CoreSentence", "along %1 % of the mask's border the image hardly changes: there it follows a typical shape. Mark "
                                      "the first and last slice, or add another sequence."),
    QT_TRANSLATE_NOOP("CoreSentence", "it was found in %1 parts, whose longest diameters are added (rule T4): %2; taken for one lesion it "
                                      "would measure %3 mm. A reader must confirm that it has split."),
    QT_TRANSLATE_NOOP("CoreSentence", "parts shorter than 10 mm that were not counted: %1"),
    QT_TRANSLATE_NOOP("CoreSentence", "its outline is in %1 parts and was in one before: if it has split, RECIST adds the longest "
                                      "diameters (rule T4), %2. State SPLIT with these lengths then."),
    QT_TRANSLATE_NOOP("CoreSentence", "the longest diameter spans separate pieces of its slice (a single piece there measures %1 mm; "
                                      "separate lesions are measured one by one). Give separate lesions separate labels."),
    QT_TRANSLATE_NOOP("CoreSentence", "the lesion lies in one slice: its volume is area x slice spacing (its extent across the slices "
                                      "is not known). Use the diameters."),
    QT_TRANSLATE_NOOP("CoreSentence", "a necrosis threshold was set for %1, but %2 (it cannot be used, and another one would not be the "
                                      "reader's). Set it again, or go back to the automatic one."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1: the secured connection failed: %2 (nothing was sent). Check the authority, the host name in "
                                      "its certificate, and ours."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 was not reached: %2 (nothing was sent). Check host, port and network; trying again may help."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 takes none of the objects or requests offered (nothing was sent). Ask its keeper to allow "
                                      "them."),
    QT_TRANSLATE_NOOP("CoreSentence", "the query got no answer: %1 (what there is remains unknown). Try again."),
    QT_TRANSLATE_NOOP("CoreSentence", "the query has more than %1 answers (nobody could choose among them). Narrow it down."),
    QT_TRANSLATE_NOOP("CoreSentence", "the connection broke after %1 (the study is not whole). Fetch again."),
    QT_TRANSLATE_NOOP("CoreSentence", "the peer fell silent after %1 (the study is not whole). Fetch again."),
    QT_TRANSLATE_NOOP("CoreSentence", "the archive sent nothing (it has no such study, or not under this title). Check what was asked "
                                      "for."),
    QT_TRANSLATE_NOOP("CoreSentence", "the study is not whole: %1 (a lesion could be missed). It was not opened; fetch it again."),
    QT_TRANSLATE_NOOP("CoreSentence", "the list of archives cannot be used: %1 (the wrong one could be spoken to). Correct it."),
    QT_TRANSLATE_NOOP("CoreSentence", "another process has the queue (objects would be sent twice). Wait for its end."),
    QT_TRANSLATE_NOOP("CoreSentence", "an object with the same SOP Instance UID but other content was queued before (an archive must "
                                      "not hold two of one name). Give the new one a UID of its own."),
    QT_TRANSLATE_NOOP("CoreSentence", "the queue cannot be used: %1 (objects could be lost or sent twice). Check the disk and its "
                                      "rights; the objects lie beside it."),
    QT_TRANSLATE_NOOP("CoreSentence", "%1 is no folder or file that can be read (there is nothing to scan). Check the path."),
    QT_TRANSLATE_NOOP("CoreSentence", "more than %1 files (this is no folder of one patient). Choose a smaller folder."),
    QT_TRANSLATE_NOOP("CoreSentence", "there is not enough memory to read the slices. Close other programs and try again."),
    QT_TRANSLATE_NOOP("CoreSentence", "SPLIT and \"fragments\" go together (their lengths are added). Give both or none."),
    QT_TRANSLATE_NOOP("CoreSentence", "MERGED_INTO and \"merged_into\" go together (something must carry the size). Give both or none."),
    QT_TRANSLATE_NOOP("CoreSentence", "lesion %1 has no such part (nothing was moved). Draw it first."),
    QT_TRANSLATE_NOOP("CoreSentence", "there is no format \"%1\" (nothing was written). Choose from: %2."),
};
}  // namespace

std::span<const char* const> core_refusals() { return refusals; }
}  // namespace nadir::viewer
