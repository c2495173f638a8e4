#!/usr/bin/env python3
"""Writes real_corpus.csv: what pydicom (2.3.1 of Debian 12) reads from the real test data, as truth for the gate.

usage: make_real_corpus_table.py DATA_FOLDER > real_corpus.csv

Every file of odd/ and interop/, and the first two of each other folder. Files that the gate rightly refuses are in the
test (real_corpus_test.cpp) with the reason, and not here; so are deflated ones, whose data set the gate does not open.
"""
import os
import sys
import warnings

import pydicom
from pydicom.encaps import generate_pixel_data_fragment, get_frame_offsets
from pydicom.filebase import DicomBytesIO

warnings.simplefilter("ignore")
COLUMNS = ("path transfer_syntax sop_class instance rows columns frames samples allocated stored high_bit signed photometric "
           "native_length fragments position spacing tags").split()
REFUSED = ("chrJapMulti chrKoreanMulti chrSQEncoding emri_small_jpeg_2k_lossless_too_short MR_small_padded MR_truncated UN_sequence badVR "
           "DICOMDIR-nooffset liver_1frame liver_expb_1frame meta_missing_tsyntax nested_priv_SQ no_meta_group_length priv_SQ "
           "rtplan_truncated TINY_ALPHA/PT image_dfl no_meta.dcm").split()


def text(value):
    if value is None:
        return ""
    if isinstance(value, pydicom.multival.MultiValue):
        return "\\".join(text(v) for v in value)
    return repr(float(value)) if isinstance(value, (float, pydicom.valuerep.DSfloat)) else str(value)


def pixel_sizes(data):
    pixels = next((data[key] for key in (0x7FE00010, 0x7FE00008, 0x7FE00009) if key in data), None)
    if pixels is None:
        return "", ""
    if not pixels.is_undefined_length:
        return len(pixels.value), 0
    stream = DicomBytesIO(pixels.value)
    stream.is_little_endian = True
    get_frame_offsets(stream)
    return 0, len(list(generate_pixel_data_fragment(stream)))


def row(path, root):
    data = pydicom.dcmread(path, force=True)
    if len(data) == 0:
        return None
    syntax = text(getattr(data.file_meta, "TransferSyntaxUID", None))
    native, fragments = pixel_sizes(data)
    tags = sum(1 for tag in data.keys() if tag != 0)  # pydicom takes zero padding for an element (0000,0000)
    names = "Rows Columns NumberOfFrames SamplesPerPixel BitsAllocated BitsStored HighBit PixelRepresentation PhotometricInterpretation"
    values = [text(data.get(name)) for name in names.split()]
    identity = [os.path.relpath(path, root), syntax, text(data.get("SOPClassUID")), text(data.get("SOPInstanceUID"))]
    return [*identity, *values, native, fragments, text(data.get("ImagePositionPatient")), text(data.get("PixelSpacing")), tags]


def is_dicom(path):
    with open(path, "rb") as file:
        start = file.read(132)
    return start[128:] == b"DICM" or start[:2] in (b"\x08\0", b"\0\x08")


def main(root):
    print(";".join(COLUMNS))
    for folder, folders, files in os.walk(root):
        folders.sort()
        part = os.path.relpath(folder, root).split(os.sep)[0]
        chosen = [os.path.join(folder, name) for name in sorted(files)]
        chosen = [path for path in chosen if is_dicom(path) and not any(name in path for name in REFUSED)]
        for path in chosen if part in ("odd", "interop") else chosen[:2]:
            values = row(path, root)
            if values:
                print(";".join(str(value) for value in values))


main(sys.argv[1])
