"""Reads SEG and SR files with pydicom and numpy only and compares them with what was measured.

usage: read_objects.py FOLDER expected.json
expected.json: {"segments": [{"file", "number", "label", "tracking_uid", "voxels": [[x, y, z], ...]}],
                "measurements": [{"file", "tracking_uid", "code", "scheme", "value", "unit", "points": [[x, y, z], ...] or null}]}
Points and voxels are patient LPS, mm. Prints what differs; nothing when all is equal.
"""
import json
import os
import sys

import numpy as np
import pydicom


def unpacked(dataset):
    bits = np.unpackbits(np.frombuffer(dataset.PixelData, dtype=np.uint8), bitorder="little")
    frames, rows, columns = int(dataset.NumberOfFrames), dataset.Rows, dataset.Columns
    return bits[: frames * rows * columns].reshape(frames, rows, columns)


def plane_of(shared, frame):
    orientation = [float(v) for v in shared.PlaneOrientationSequence[0].ImageOrientationPatient]
    spacing = [float(v) for v in shared.PixelMeasuresSequence[0].PixelSpacing]
    position = np.array([float(v) for v in frame.PlanePositionSequence[0].ImagePositionPatient])
    return position, np.array(orientation[:3]) * spacing[1], np.array(orientation[3:]) * spacing[0]


def voxels_of(dataset, number):
    pixels = unpacked(dataset)
    found = []
    for n, frame in enumerate(dataset.PerFrameFunctionalGroupsSequence):
        if frame.SegmentIdentificationSequence[0].ReferencedSegmentNumber != number:
            continue
        position, along_row, along_column = plane_of(dataset.SharedFunctionalGroupsSequence[0], frame)
        rows, columns = np.nonzero(pixels[n])
        found.append(position + np.outer(columns, along_row) + np.outer(rows, along_column))
    points = np.concatenate(found) if found else np.zeros((0, 3))
    return points


def same_points(a, b, tolerance):
    if len(a) != len(b):
        return False
    if len(a) == 0:
        return True
    order = lambda p: p[np.lexsort(np.round(p, 2).T)]
    return np.abs(order(np.asarray(a)) - order(np.asarray(b))).max() <= tolerance


def check_segment(folder, want):
    dataset = pydicom.dcmread(os.path.join(folder, want["file"]))
    segment = [s for s in dataset.SegmentSequence if s.SegmentNumber == want["number"]][0]
    place = f'{want["file"]} segment {want["number"]}'
    if segment.SegmentLabel != want["label"] or segment.TrackingUID != want["tracking_uid"]:
        print(place, "is another one:", segment.SegmentLabel)
    if not same_points(voxels_of(dataset, want["number"]), want["voxels"], 1e-3):
        print(place, "has other voxels:", len(voxels_of(dataset, want["number"])), "read,", len(want["voxels"]), "measured")


def code_of(sequence):
    return sequence[0].CodeValue, sequence[0].CodingSchemeDesignator


def groups_of(dataset):
    for item in dataset.ContentSequence:
        if "ConceptNameCodeSequence" in item and code_of(item.ConceptNameCodeSequence)[0] == "126010":
            return [g for g in item.ContentSequence if code_of(g.ConceptNameCodeSequence)[0] == "125007"]
    return []


def tracking_uid_of(group):
    return [i.UID for i in group.ContentSequence if i.ValueType == "UIDREF" and code_of(i.ConceptNameCodeSequence)[0] == "112040"][0]


def points_of(number, images):
    graphic = [i for i in number.get("ContentSequence", []) if i.ValueType == "SCOORD"]
    if not graphic:
        return None
    image = images[graphic[0].ContentSequence[0].ReferencedSOPSequence[0].ReferencedSOPInstanceUID]
    position = np.array([float(v) for v in image.ImagePositionPatient])
    orientation = [float(v) for v in image.ImageOrientationPatient]
    spacing = [float(v) for v in image.PixelSpacing]
    data = np.array(graphic[0].GraphicData, dtype=float).reshape(-1, 2) - 0.5
    return [position + x * spacing[1] * np.array(orientation[:3]) + y * spacing[0] * np.array(orientation[3:]) for x, y in data]


def check_measurement(folder, want, images):
    dataset = pydicom.dcmread(os.path.join(folder, want["file"]))
    place = f'{want["file"]} {want["tracking_uid"]} {want["code"]}'
    for group in groups_of(dataset):
        if tracking_uid_of(group) != want["tracking_uid"]:
            continue
        for item in group.ContentSequence:
            if item.ValueType != "NUM" or code_of(item.ConceptNameCodeSequence) != (want["code"], want["scheme"]):
                continue
            measured = item.MeasuredValueSequence[0]
            value = float(measured.get("FloatingPointValue", measured.NumericValue))
            if abs(value - want["value"]) > 1e-9 or measured.MeasurementUnitsCodeSequence[0].CodeValue != want["unit"]:
                print(place, "has another value:", value, "read,", want["value"], "measured")
            points = points_of(item, images)
            if want["points"] is not None and (points is None or np.abs(np.array(points) - np.array(want["points"])).max() > 1e-3):
                print(place, "lies elsewhere:", points)
            return
    print(place, "is missing")


def images_in(folder):
    images = {}
    for root, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".dcm"):
                dataset = pydicom.dcmread(os.path.join(root, name), stop_before_pixels=True)
                if "ImagePositionPatient" in dataset:
                    images[dataset.SOPInstanceUID] = dataset
    return images


def main():
    folder, expected = sys.argv[1:]
    with open(expected, encoding="utf-8") as file:
        want = json.load(file)
    images = images_in(folder)
    for segment in want["segments"]:
        check_segment(folder, segment)
    for measurement in want["measurements"]:
        check_measurement(folder, measurement, images)
    print(len(want["segments"]), "segments and", len(want["measurements"]), "measurements were compared")


main()
