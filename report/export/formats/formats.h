#pragma once

#include "report/export/export_format.h"

/// Each format in a file of its own; `export_formats()` lists them.
namespace nadir::report
{
ExportFormat json_format();
ExportFormat html_format();
ExportFormat pdf_format();
ExportFormat dicom_sr_format();
ExportFormat dicom_seg_format();
ExportFormat dicom_adc_format();
ExportFormat dicom_capture_format();
ExportFormat dicom_pdf_format();
ExportFormat sdtm_format();
ExportFormat fhir_format();
ExportFormat redcap_format();
ExportFormat tidy_format();
}  // namespace nadir::report
