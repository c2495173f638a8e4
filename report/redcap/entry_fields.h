#pragma once

#include <concepts>
#include <type_traits>

#include "report/redcap/redcap_case.h"

/// The fields of each form with the values they hold, said once for writing and reading. A Fields has `field(name, value)` for std::string
/// (text, notes, a date or the word of a choice), int, bool and std::optional<double>.
namespace nadir::report::redcap::detail
{
template <class Fields, class Entry>
requires std::same_as<std::remove_const_t<Entry>, CaseEntry>
void fields_of(Fields& fields, Entry& entry)
{
  fields.field("subject", entry.subject);
  fields.field("reader", entry.reader);
  fields.field("criteria", entry.criteria);
  fields.field("software_version", entry.software_version);
  fields.field("case_sha256", entry.case_sha256);
  fields.field("assessment_sha256", entry.assessment_sha256);
}

template <class Fields, class Entry>
requires std::same_as<std::remove_const_t<Entry>, VisitEntry>
void fields_of(Fields& fields, Entry& entry)
{
  fields.field("tp_label", entry.label);
  fields.field("tp_number", entry.number);
  fields.field("tp_date", entry.date);
  fields.field("tp_year", entry.year);
  fields.field("tp_month", entry.month);
  fields.field("sum_mm", entry.sum);
  fields.field("sum_baseline_mm", entry.baseline_sum);
  fields.field("sum_nadir_mm", entry.nadir_sum);
  fields.field("change_baseline_pct", entry.change_from_baseline);
  fields.field("change_nadir_pct", entry.change_from_nadir);
  fields.field("change_nadir_mm", entry.change_from_nadir_mm);
  fields.field("resp_target", entry.target);
  fields.field("resp_nontarget", entry.non_target);
  fields.field("resp_overall", entry.overall);
  fields.field("new_lesions", entry.new_lesions);
  fields.field("flags", entry.flags);
}

template <class Fields, class Entry>
requires std::same_as<std::remove_const_t<Entry>, LesionEntry>
void fields_of(Fields& fields, Entry& entry)
{
  fields.field("les_id", entry.id);
  fields.field("les_tracking_uid", entry.tracking_uid);
  fields.field("les_role", entry.role);
  fields.field("les_organ", entry.organ);
  fields.field("les_nodal", entry.nodal);
  fields.field("les_state", entry.state);
  fields.field("les_reason", entry.reason);
  fields.field("les_fragments_mm", entry.fragments);
  fields.field("les_merged_into", entry.merged_into);
  fields.field("les_ld_mm", entry.longest_diameter);
  fields.field("les_sa_mm", entry.short_axis);
  fields.field("les_counts_mm", entry.contribution);
  fields.field("les_ld_sd_mm", entry.diameter_uncertainty);
  fields.field("les_volume_ml", entry.volume);
  fields.field("les_volume_sd_ml", entry.volume_uncertainty);
  fields.field("les_viable_ml", entry.viable_volume);
  fields.field("les_necrotic_fraction", entry.necrotic_fraction);
  fields.field("les_source", entry.source);
  fields.field("les_series_uid", entry.series_uid);
  fields.field("les_sop_uid", entry.sop_uid);
  fields.field("les_for_uid", entry.frame_of_reference_uid);
  fields.field("les_mask_sha256", entry.mask_sha256);
  fields.field("les_slice", entry.slice);
  fields.field("les_from_left", entry.from_left);
  fields.field("les_from_posterior", entry.from_posterior);
  fields.field("les_from_superior", entry.from_superior);
  fields.field("les_to_left", entry.to_left);
  fields.field("les_to_posterior", entry.to_posterior);
  fields.field("les_to_superior", entry.to_superior);
}
}  // namespace nadir::report::redcap::detail
