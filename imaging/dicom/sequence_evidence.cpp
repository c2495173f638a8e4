#include "imaging/dicom/sequence_evidence.h"

#include <array>

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/contrast_agent.h"
#include "imaging/dicom/display_text.h"
#include "imaging/dicom/frame_levels.h"
#include "imaging/dicom/pixel_unit.h"
#include "imaging/dicom/tags.h"
#include "imaging/dicom/value_list.h"

namespace nadir::imaging
{
namespace
{
std::string code(const FrameLevels& levels, Tag group, Tag tag) { return code_text(levels.level_of(group, tag), tag); }

/// The classic words for what an Enhanced object says in several attributes.
std::string enhanced_scanning_sequence(const FrameLevels& levels)
{
  std::string sequence;
  const auto add = [&](std::string_view word) { append(sequence, word, "\\"); };
  const auto echo = code_text(levels.root(), tags::echo_pulse_sequence);
  if (echo == "SPIN" || echo == "BOTH") add("SE");
  if (echo == "GRADIENT" || echo == "BOTH") add("GR");
  if (code(levels, tags::mr_modifier_sequence, tags::inversion_recovery) == "YES") add("IR");
  if (code_text(levels.root(), tags::echo_planar_pulse_sequence) == "YES") add("EP");
  return sequence;
}

bool is_fat_suppressed(const FrameLevels& levels, const std::string& scan_options)
{
  if (has_value(scan_options, "FS") || has_value(scan_options, "FAT_SAT") || scan_options.find("FATSAT") != std::string::npos) return true;
  return code_text(levels.root(), tags::spectrally_selected_suppression).find("FAT") != std::string::npos;
}

std::string description_of(const DataSet& root)
{
  const auto character_set = root.texts(tags::specific_character_set);
  return utf8_text(root.text(tags::series_description), character_set) + " | " + utf8_text(root.text(tags::protocol_name), character_set);
}
}  // namespace

SequenceEvidence gather_evidence(const ImageFrame& frame)
{
  const auto& root = frame.object->file->data();
  const FrameLevels levels(root, frame.index);
  SequenceEvidence evidence;
  evidence.modality = frame.object->modality;
  evidence.image_type = frame.contrast.image_type;
  evidence.description = description_of(root);
  evidence.scanning_sequence = code_text(root, tags::scanning_sequence);
  if (evidence.scanning_sequence.empty()) evidence.scanning_sequence = enhanced_scanning_sequence(levels);
  evidence.sequence_variant = code_text(root, tags::sequence_variant);
  evidence.sequence_name = code_text(root, tags::sequence_name);
  if (evidence.sequence_name.empty()) evidence.sequence_name = code_text(root, tags::pulse_sequence_name);
  evidence.scan_options = code_text(root, tags::scan_options);
  evidence.acquisition_contrast = code(levels, tags::mr_image_frame_type_sequence, tags::acquisition_contrast);
  evidence.contrast_agent = contrast_agent_name(levels);
  evidence.manufacturer = frame.object->manufacturer;
  evidence.unit = unit_of(frame);
  evidence.fat_suppressed = is_fat_suppressed(levels, evidence.scan_options);
  evidence.echo_time = frame.contrast.echo_time;
  evidence.repetition_time = frame.contrast.repetition_time;
  evidence.inversion_time = frame.contrast.inversion_time;
  evidence.flip_angle = frame.contrast.flip_angle;
  evidence.b_value = frame.contrast.b_value;
  return evidence;
}
}  // namespace nadir::imaging
