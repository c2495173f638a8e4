#include "viewer/widget/export_words.h"

#include <QCoreApplication>

namespace nadir::viewer
{
namespace
{
/// For Qt Linguist: what report/export says of its formats.
[[maybe_unused]] constexpr const char* known[]{
    QT_TRANSLATE_NOOP("ExportWords", "Assessment with everything that is known, nadir.assessment/1"),
    QT_TRANSLATE_NOOP("ExportWords", "Report for people, one page for any browser"),
    QT_TRANSLATE_NOOP("ExportWords", "Report for people, on paper"),
    QT_TRANSLATE_NOOP("ExportWords", "paper of the report (default a4)"),
    QT_TRANSLATE_NOOP("ExportWords", "DICOM SR, TID 1500: lines and responses, and volumes"),
    QT_TRANSLATE_NOOP("ExportWords", "plain (default), or ohif: lesions become annotations that OHIF can edit"),
    QT_TRANSLATE_NOOP("ExportWords", "comprehensive-3d (default), or comprehensive for archives that do not take it"),
    QT_TRANSLATE_NOOP("ExportWords", "auto (default): partial when a lesion was not assessed"),
    QT_TRANSLATE_NOOP("ExportWords", "organization of those who signed; without it that of the images"),
    QT_TRANSLATE_NOOP("ExportWords", "file or folder of the reports that these replace"),
    QT_TRANSLATE_NOOP("ExportWords", "DICOM Segmentation: lesions, their parts, and lesions that are gone"),
    QT_TRANSLATE_NOOP("ExportWords", "DICOM Parametric Map: apparent diffusion coefficient"),
    QT_TRANSLATE_NOOP("ExportWords", "DICOM Secondary Capture: key images with lines and outlines"),
    QT_TRANSLATE_NOOP("ExportWords", "DICOM Encapsulated PDF: the report in the study of the last time point"),
    QT_TRANSLATE_NOOP("ExportWords", "CDISC SDTM TU, TR, RS for RECIST 1.1: CSV, Dataset-JSON, SAS transport files"),
    QT_TRANSLATE_NOOP("ExportWords", "STUDYID (default UNASSIGNED, with a notice)"),
    QT_TRANSLATE_NOOP("ExportWords", "USUBJID (default STUDYID, '-', the case's name for the patient)"),
    QT_TRANSLATE_NOOP("ExportWords",
                      "who read each source, in their order: INV (default), R1 to R9 (independent radiologists), ADJ (adjudicator)"),
    QT_TRANSLATE_NOOP("ExportWords", "the evaluator whose readings the study goes by (--ACPTFL)"),
    QT_TRANSLATE_NOOP("ExportWords", "first day of treatment (RFSTDTC), or NAME=DAY for each patient: needed for study days"),
    QT_TRANSLATE_NOOP("ExportWords", "yes: TR has volumes and viable diameters, too (default no)"),
    QT_TRANSLATE_NOOP("ExportWords", "all (default), csv, json (Dataset-JSON 1.1) or xpt (SAS transport file v5)"),
    QT_TRANSLATE_NOOP("ExportWords", "FHIR R4 bundle, mCODE STU4"),
    QT_TRANSLATE_NOOP("ExportWords", "REDCap: data dictionary, events and records of a longitudinal project"),
    QT_TRANSLATE_NOOP("ExportWords", "Tidy tables, CSV and JSON: one row for each lesion, time point and measurement"),
};
}  // namespace

QString export_words(const std::string& text) { return QCoreApplication::translate("ExportWords", text.c_str()); }
}  // namespace nadir::viewer
