<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>nadir::viewer::SeriesDelegate</name>
    <message numerus="yes">
        <source>%n slice(s)</source>
        <translation>
            <numerusform>%n slice</numerusform>
            <numerusform>%n slices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ExportDialog</name>
    <message numerus="yes">
        <source>%n files written and read back</source>
        <translation>
            <numerusform>%n file written and read back</numerusform>
            <numerusform>%n files written and read back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ReportPanel</name>
    <message numerus="yes">
        <source>%n pages, as they are printed, of the reading as it stands</source>
        <translation>
            <numerusform>%n page, as it is printed, of the reading as it stands</numerusform>
            <numerusform>%n pages, as they are printed, of the reading as it stands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScreenWord</name>
    <message>
        <source>ABSENT</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>TOO_SMALL</source>
        <translation>too small to measure</translation>
    </message>
    <message>
        <source>NOT_EVALUABLE</source>
        <translation>not evaluable</translation>
    </message>
    <message>
        <source>NOT_DONE</source>
        <translation>not done</translation>
    </message>
    <message>
        <source>PRESENT</source>
        <translation>present</translation>
    </message>
    <message>
        <source>UNEQUIVOCAL_PROGRESSION</source>
        <translation>unequivocal progression</translation>
    </message>
    <message>
        <source>NONE</source>
        <translation>none</translation>
    </message>
    <message>
        <source>EQUIVOCAL</source>
        <translation>equivocal</translation>
    </message>
    <message>
        <source>UNEQUIVOCAL</source>
        <translation>unequivocal</translation>
    </message>
</context>
</TS>
