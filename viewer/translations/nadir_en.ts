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
        <source>%n pages, as they are printed; of the reading as it stood when Preview was pressed.</source>
        <translation>
            <numerusform>%n page, as it is printed; of the reading as it stood when Preview was pressed.</numerusform>
            <numerusform>%n pages, as they are printed; of the reading as it stood when Preview was pressed.</numerusform>
        </translation>
    </message>
</context>
</TS>
