#include "tests/support/hostile/hostile_file.h"

// Files whose numbers are no numbers, or place the slice where it cannot be.
namespace nadir::testing
{
namespace
{
constexpr Tag position{0x0020, 0x0032};
constexpr Tag orientation{0x0020, 0x0037};
constexpr Tag spacing{0x0028, 0x0030};
constexpr Tag frames{0x0028, 0x0008};
constexpr Tag frame_groups_tag{0x5200, 0x9230};
constexpr Tag shared_groups_tag{0x5200, 0x9229};
constexpr Tag plane_position{0x0020, 0x9113};
constexpr Tag plane_orientation{0x0020, 0x9116};
constexpr Tag pixel_measures{0x0028, 0x9110};

/// A value of `count` components, all good but the last.
std::string list(int count, std::string_view last)
{
  std::string text;
  for (int i = 1; i < count; ++i) text += "1\\";
  return text.append(last);
}

void spoil_frames(HostileFamily& family, std::string name, std::function<void(DicomObject&)> spoil, Fate fate = Fate::NotMeasurable)
{
  family.add(std::move(name), fate,
             [spoil = std::move(spoil)]
             {
               DicomObject object = enhanced_object(3);
               spoil(object);
               return dicom_file(object);
             });
}

DicomObject& frame(DicomObject& object, std::size_t index) { return object.at(frame_groups_tag).items[index]; }

DicomObject& shared(DicomObject& object) { return object.at(shared_groups_tag).items[0]; }
}  // namespace

void add_numbers(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "number");
  for (const char* bad : {"0,75", "nan", "NaN", "inf", "-inf", "Infinity", "0x10",  "",      " ", "1e400", "1.2.3", "1 2",
                          "--1",  "abc", "1;2", "1d2", "٣",    "1e",       "0.5mm", "1'000", "+", "0b1",   "1_0"})
  {
    family.slice_with(spacing, list(2, bad), Fate::NotMeasurable);
    family.slice_with(position, list(3, bad), Fate::NotMeasurable);
    family.slice_with(orientation, list(6, bad), Fate::NotMeasurable);
  }
  family.slice_with(spacing, "0," + std::string(64, '0'), Fate::NotMeasurable);
  family.slice_with(spacing, "0." + std::string(4000, '7') + "\\1", Fate::NotMeasurable);
  family.slice_with(position, std::string(60'000, '1'), Fate::NotMeasurable);
}

void add_geometry(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "geometry");
  for (const char* bad : {"-0.75\\0.5", "0.75\\-0.5", "0\\0", "0\\0.5", "0.75", "0.75\\0.5\\3", "1e-30\\1e-30", "1e30\\1e30",
                          "0.005\\0.005", "51\\51", "0.5\\0.75", "0.76\\0.5"})
    family.slice_with(spacing, bad, Fate::NotMeasurable);
  for (const char* bad :
       {"0\\0\\0\\0\\0\\0", "1\\0\\0\\1\\0\\0", "1\\0\\0\\0.1\\0.995\\0", "2\\0\\0\\0\\2\\0", "1\\0\\0\\0\\1", "1\\0\\0\\0\\1\\0\\0",
        "-1\\0\\0\\0\\1\\0", "1\\0\\0\\0\\-1\\0", "0\\1\\0\\1\\0\\0", "1\\0\\0\\0\\0\\1", "1e300\\0\\0\\0\\1\\0", "0.5\\0\\0\\0\\0.5\\0"})
    family.slice_with(orientation, bad, Fate::NotMeasurable);
  for (const char* bad : {"-10\\-20", "-10\\-20\\3\\0", "-10\\-20\\0", "-10\\-20\\6", "-10\\-20\\4.5", "-10\\-20\\9", "-9\\-20\\3",
                          "-10\\-21\\3", "1e300\\0\\3", "-10\\-20\\1e308", "3", "-10\\-20\\-3"})
    family.slice_with(position, bad, Fate::NotMeasurable);
  family.slice_with({0x0020, 0x0052}, "2.25.100.77", Fate::NotMeasurable);
  family.slice_with({0x0010, 0x0010}, "Other^Person", Fate::NotMeasurable);
  family.slice_with({0x0010, 0x0030}, "19700101", Fate::NotMeasurable);
  family.slice_with({0x0010, 0x0040}, "M", Fate::NotMeasurable);
  family.slice_with({0x0008, 0x0018}, "2.25.100.1.1", Fate::NotMeasurable);
}

void add_frame_groups(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "frame groups");
  spoil_frames(
      family, "one group too few", [](DicomObject& o) { o.at(frame_groups_tag).items.pop_back(); }, Fate::RefusedAtGate);
  spoil_frames(
      family, "one group too many", [](DicomObject& o) { o.at(frame_groups_tag).items.push_back(frame_groups(9)); }, Fate::RefusedAtGate);
  spoil_frames(
      family, "one frame too few", [](DicomObject& o) { set_text(o, frames, "2"); }, Fate::RefusedAtGate);
  spoil_frames(
      family, "no number of frames", [](DicomObject& o) { o.remove(frames); }, Fate::RefusedAtGate);
  spoil_frames(
      family, "groups of another type", [](DicomObject& o) { o.at(frame_groups_tag).vr = "OB"; }, Fate::RefusedAtGate);
  spoil_frames(
      family, "groups twice", [](DicomObject& o) { o.add(o.at(frame_groups_tag)); }, Fate::RefusedAtGate);
  spoil_frames(
      family, "position twice in a frame",
      [](DicomObject& o)
      {
        DicomObject& item = frame(o, 1).at(plane_position).items[0];
        item.text(position, "DS", "0\\0\\0");
      },
      Fate::RefusedAtGate);
  spoil_frames(family, "no groups", [](DicomObject& o) { o.remove(frame_groups_tag); });
  spoil_frames(family, "no shared groups", [](DicomObject& o) { o.remove(shared_groups_tag); });
  spoil_frames(family, "shared groups without item", [](DicomObject& o) { o.at(shared_groups_tag).items.clear(); });
  spoil_frames(family, "no spacing", [](DicomObject& o) { shared(o).remove(pixel_measures); });
  spoil_frames(family, "no orientation", [](DicomObject& o) { shared(o).remove(plane_orientation); });
  spoil_frames(family, "a frame without position", [](DicomObject& o) { frame(o, 1).remove(plane_position); });
  spoil_frames(family, "a frame with an empty position", [](DicomObject& o) { frame(o, 1).at(plane_position).items.clear(); });
  spoil_frames(family, "a frame with two positions",
               [](DicomObject& o) { frame(o, 1).at(plane_position).items.push_back(DicomObject{}.text(position, "DS", "0\\0\\0")); });
  for (const char* bad : {"-10\\-20\\0", "-10\\-20\\6", "-10\\-20\\4.5", "-9\\-20\\3", "-10\\-20\\3,0", "-10\\-20\\nan", "-10\\-20", ""})
    spoil_frames(family, std::string("a frame at ") + bad,
                 [bad](DicomObject& o) { set_text(frame(o, 1).at(plane_position).items[0], position, bad); });
  for (const char* bad : {"0.75", "0,75\\0,5", "0\\0", "-1\\1", "nan\\nan", ""})
    spoil_frames(family, std::string("spacing ") + bad,
                 [bad](DicomObject& o) { set_text(shared(o).at(pixel_measures).items[0], spacing, bad); });
  for (const char* bad : {"0\\0\\0\\0\\0\\0", "1\\0\\0\\1\\0\\0", "1\\0\\0\\0\\1", ""})
    spoil_frames(family, std::string("orientation ") + bad,
                 [bad](DicomObject& o) { set_text(shared(o).at(plane_orientation).items[0], orientation, bad); });
  spoil_frames(family, "a frame with another orientation",
               [](DicomObject& o)
               {
                 DicomObject flipped;
                 flipped.text(orientation, "DS", "1\\0\\0\\0\\-1\\0");
                 frame(o, 1).sequence(plane_orientation, {flipped});
               });
  spoil_frames(family, "a frame with another spacing",
               [](DicomObject& o)
               {
                 DicomObject coarse;
                 coarse.text(spacing, "DS", "1.5\\1");
                 frame(o, 1).sequence(pixel_measures, {coarse});
               });
}
}  // namespace nadir::testing
