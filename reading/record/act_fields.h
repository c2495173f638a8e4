#pragma once

#include <concepts>
#include <optional>
#include <type_traits>

#include "reading/record/act.h"

/// The keys of every act in their order, said once for writing and for reading. An Archive has
///     field(key, value)       a value that must be there
///     optional(key, value)    left out when empty; absent = empty
namespace nadir::reading::detail
{
template <class Value, class Type>
concept Some = std::same_as<std::remove_const_t<Value>, Type>;

template <class Archive, Some<DrawnCaliper> Value> void fields(Archive& archive, Value& caliper)
{
  archive.field("longest", caliper.longest);
  archive.optional("short_axis", caliper.short_axis);
  archive.optional("series", caliper.series);
  archive.optional("sop_instance", caliper.sop_instance);
}

template <class Archive, Some<AcceptedMask> Value> void fields(Archive& archive, Value& mask)
{
  archive.field("mask", mask.mask);
  archive.optional("label", mask.label);
  archive.field("source", mask.source);
}

template <class Archive, Some<Fragment> Value> void fields(Archive& archive, Value& fragment)
{
  archive.optional("longest", fragment.longest);
  archive.optional("length_mm", fragment.length);
  archive.optional("series", fragment.series);
  archive.optional("sop_instance", fragment.sop_instance);
}

template <class Archive, Some<StatedState> Value> void fields(Archive& archive, Value& state)
{
  archive.field("state", state.state);
  archive.optional("reason", state.reason);
  archive.optional("fragments", state.fragments);
  archive.optional("merged_into", state.merged_into);
}

template <class Archive, Some<measure::Lesion> Value> void fields(Archive& archive, Value& lesion)
{
  archive.field("lesion", lesion.id);
  archive.field("role", lesion.role);
  archive.field("organ", lesion.organ);
  archive.field("nodal", lesion.nodal);
  archive.optional("tracking_uid", lesion.tracking.uid);
  archive.optional("tracking_identifier", lesion.tracking.identifier);
}

template <class Archive, Some<BeginRecord> Value> void fields(Archive& archive, Value& act)
{
  archive.field("record", act.record);
  archive.field("patient", act.patient);
}

template <class Archive, Some<LoadImages> Value> void fields(Archive& archive, Value& act)
{
  archive.field("timepoint", act.timepoint);
  archive.optional("images", act.images);
}

template <class Archive, Some<ChooseSeries> Value> void fields(Archive& archive, Value& act)
{
  archive.field("timepoint", act.timepoint);
  archive.field("series", act.series);
}

template <class Archive, Some<UseProtocol> Value> void fields(Archive& archive, Value& act) { archive.field("protocol", act.protocol); }

template <class Archive, Some<ConfirmQuestion> Value> void fields(Archive& archive, Value& act) { archive.field("question", act.question); }

template <class Archive, Some<AlignDate> Value> void fields(Archive& archive, Value& act)
{
  archive.field("timepoint", act.timepoint);
  archive.field("offset_mm", act.offset);
}

template <class Archive, Some<MarkLesion> Value> void fields(Archive& archive, Value& act) { fields(archive, act.lesion); }

template <class Archive, Some<WithdrawLesion> Value> void fields(Archive& archive, Value& act) { archive.field("lesion", act.lesion); }

template <class Archive, Some<Reclassify> Value> void fields(Archive& archive, Value& act)
{
  archive.field("lesion", act.lesion);
  archive.field("role", act.role);
}

template <class Archive, Some<ChangeOrgan> Value> void fields(Archive& archive, Value& act)
{
  archive.field("lesion", act.lesion);
  archive.field("organ", act.organ);
  archive.field("nodal", act.nodal);
}

template <class Archive, class Value> void place_fields(Archive& archive, Value& act)
{
  archive.field("lesion", act.lesion);
  archive.field("timepoint", act.timepoint);
}

template <class Archive, Some<PlaceCaliper> Value> void fields(Archive& archive, Value& act)
{
  place_fields(archive, act);
  fields(archive, act.caliper);
}

template <class Archive, Some<MoveCaliper> Value> void fields(Archive& archive, Value& act)
{
  place_fields(archive, act);
  fields(archive, act.caliper);
}

template <class Archive, Some<AcceptSegmentation> Value> void fields(Archive& archive, Value& act)
{
  place_fields(archive, act);
  fields(archive, act.mask);
}

template <class Archive, Some<measure::StatedThreshold> Value> void fields(Archive& archive, Value& threshold)
{
  archive.field("quantity", threshold.quantity);
  archive.field("value", threshold.value);
}

template <class Archive, Some<SetNecrosisThreshold> Value> void fields(Archive& archive, Value& act)
{
  place_fields(archive, act);
  fields(archive, act.threshold);
  archive.optional("automatic", act.automatic);
}

template <class Archive, Some<ResetNecrosisThreshold> Value> void fields(Archive& archive, Value& act) { place_fields(archive, act); }

template <class Archive, Some<SetState> Value> void fields(Archive& archive, Value& act)
{
  place_fields(archive, act);
  fields(archive, act.state);
}

template <class Archive, Some<ClearMarks> Value> void fields(Archive& archive, Value& act) { place_fields(archive, act); }

template <class Archive, Some<AddComment> Value> void fields(Archive& archive, Value& act) { archive.field("text", act.text); }

template <class Archive, Some<Blind> Value> void fields(Archive& archive, Value& act) { archive.optional("timepoint", act.timepoint); }

template <class Archive, Some<ShowTimepoint> Value> void fields(Archive& archive, Value& act) { archive.field("timepoint", act.timepoint); }

template <class Archive, class Value>
requires(Some<Value, Unblind> || Some<Value, Undo> || Some<Value, Redo> || Some<Value, Reopen>) void fields(Archive&, Value&) {}

template <class Archive, Some<Lock> Value> void fields(Archive& archive, Value& act)
{
  archive.optional("state", act.state);
  archive.optional("results", act.results);
}

template <class Archive, Some<Sign> Value> void fields(Archive& archive, Value& act)
{
  archive.field("meaning", act.meaning);
  archive.optional("state", act.state);
  archive.optional("language", act.language);
}
}  // namespace nadir::reading::detail
