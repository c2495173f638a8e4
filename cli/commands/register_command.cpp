#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/follow_up/open_dates.h"
#include "cli/talk.h"
#include "imaging/storage/write_file.h"
#include "segmentation/propagation/register_dates.h"

namespace nadir::cli
{
namespace
{
struct RegisterOptions
{
  DateOptions dates;
  std::string out;
  bool rigid_only = false;
};

ExitCode register_images(const RegisterOptions& options)
{
  const auto dates = open_dates(options.dates);
  if (!dates) return tell(dates.failure());
  segmentation::DateConfig config;
  config.motion = options.rigid_only ? segmentation::MotionModel::Rigid : segmentation::MotionModel::Deformable;
  config.rigid.progress = terminal_progress("Registering");
  const auto transform = segmentation::register_dates(*dates->baseline.volume, *dates->follow_up.volume, {}, config);
  if (!transform) return tell(transform.failure());
  if (const auto written = imaging::write_file(options.out, imaging::to_transform_json(*transform)); !written)
    return tell(written.failure());
  say("quality: " + imaging::words_of(transform->quality));
  return ExitCode::Ok;
}
}  // namespace

void add_register_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command =
      app.add_subcommand("register", "Finds where each point of one image lies in another: two dates, or two sequences of one examination");
  auto options = std::make_shared<RegisterOptions>();
  command->add_option("--fixed", options->dates.baseline, "DICOM folder, NIfTI or NRRD image whose points are asked for")->required();
  command->add_option("--moving", options->dates.follow_up, "Image in which they are looked up")->required();
  command->add_option("--fixed-stack", options->dates.baseline_stack, "Stack id or Series Instance UID, when the folder holds several");
  command->add_option("--moving-stack", options->dates.follow_up_stack, "The same for the moving image");
  command->add_option("--confirm", options->dates.confirmed, "Answers a question: patient-id");
  command->add_option("--out", options->out, "Transform file to write (JSON)")->required();
  command->add_flag("--rigid-only", options->rigid_only, "Shift and turn only, no bending");
  command->callback([options, &exit_code] { exit_code = register_images(*options); });
}
}  // namespace nadir::cli
