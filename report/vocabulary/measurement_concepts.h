#pragma once

#include <optional>
#include <string>

#include "report/vocabulary/coded_concept.h"

namespace nadir::report
{
/// What a number of an assessment says.
enum class MeasuredQuantity
{
  LongestDiameter,  ///< in the acquired plane
  ShortAxis,        ///< perpendicular to it; what counts of a node
  Volume,
  NecroticVolume,
  ViableVolume,
  ViableDiameter,
  SumOfDiameters,
  SumOfNonNodalDiameters,
  ChangeFromBaselinePercent,  ///< of the sum of diameters
  ChangeFromNadirPercent,
  ChangeFromNadir,  ///< mm
  ApparentDiffusionCoefficient,
};

/// The names of one quantity. DICOM has no code of its own for sums and changes; there the NCI Thesaurus code is used in DICOM, too.
struct QuantityConcept
{
  CodedConcept dicom;        ///< concept name of a NUM content item
  std::string ncit;          ///< NCI Thesaurus code, "" = none
  std::string cdisc_testcd;  ///< TRTESTCD, "" = none
  std::string cdisc_test;    ///< TRTEST: submission value, at most 40 characters
  CodedConcept unit;         ///< UCUM
};

const QuantityConcept& concept_of(MeasuredQuantity quantity);

namespace units
{
CodedConcept millimeter();                    ///< (mm, UCUM, "millimeter")
CodedConcept cubic_millimeter();              ///< (mm3, UCUM, "cubic millimeter")
CodedConcept percent();                       ///< (%, UCUM, "percent")
CodedConcept square_micrometer_per_second();  ///< (um2/s, UCUM, ...): the unit of DICOM's ADC; 1e-6 mm2/s are 1 um2/s
CodedConcept one();                           ///< (1, UCUM, "no units")
}  // namespace units
}  // namespace nadir::report
