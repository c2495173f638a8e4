#include "report/document/style_sheet.h"

namespace nadir::report
{
namespace
{
constexpr std::string_view sheet = R"css(
:root { --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --pale: #f6f8fa; --blue: #0072b2; --vermillion: #b34700; }
* { box-sizing: border-box; }
html { font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; color: var(--ink); background: #fff; }
body { max-width: 1120px; margin: 0 auto; padding: 28px 24px 40px; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; font-weight: 600; margin: 0 0 .6rem; line-height: 1.2; }
h2 { font-size: 1.25rem; font-weight: 600; margin: 2.2rem 0 .7rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; font-weight: 600; margin: 1.2rem 0 .4rem; }
h4 { font-size: .95rem; font-weight: 600; margin: 0 0 .3rem; }
h5 { font-size: .8rem; font-weight: 600; margin: 0 0 .2rem; color: var(--soft); }
a { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
a:hover { color: var(--blue); text-decoration: underline; }
p { margin: 0 0 .5rem; }
ul, ol { margin: 0 0 .6rem; padding-left: 1.3rem; }
.kind { margin: 0; font-size: .85rem; color: var(--soft); }
.lead { color: var(--soft); max-width: 52rem; }
.notice { font-size: .82rem; color: var(--soft); margin: .7rem 0 0; }
dl { margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; }
.facts { display: flex; flex-wrap: wrap; gap: .3rem 2.2rem; }
.facts dt { font-size: .78rem; }
.warnings { margin-top: 1.4rem; padding: .7rem 1rem .4rem; border: 1px solid #d9a441; border-left: 6px solid #e69f00; background: #fff9ec; }
.warnings h2 { margin: 0 0 .4rem; padding: 0; border: 0; font-size: 1.05rem; }
.warnings li { margin-bottom: .25rem; }
.no-warnings { margin-top: 1.4rem; color: var(--soft); }

.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(235px, 1fr)); gap: 14px; }
.card { border: 1px solid var(--line); border-radius: 4px; padding: .8rem 1rem .9rem; min-width: 0; }
.card h3 { margin: 0; }
.card .date { color: var(--soft); font-size: .85rem; font-weight: 400; white-space: pre-wrap; }
.call { margin: .45rem 0 0; padding-left: .6rem; border-left: 6px solid #8c959f; font-size: 2rem; font-weight: 650; line-height: 1.15; }
.call.responding { border-color: var(--blue); }
.call.progression { border-color: #d55e00; }
.call.open { border-left-style: dashed; }
.call { margin-bottom: .5rem; }
.call-words { color: var(--soft); font-size: .85rem; font-weight: 400; white-space: pre-wrap; }
h2 small { font-size: .8rem; font-weight: 400; color: var(--soft); white-space: pre-wrap; }
.card dl > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 .8rem; padding: .14rem 0; border-top: 1px solid #eaeef2; font-size: .88rem; }
.card dd { margin-left: auto; text-align: right; font-variant-numeric: tabular-nums; min-width: 0; }
.flag h3 { margin: 0 0 .3rem; }
.flag h4 { font-size: .8rem; margin: 0 0 .2rem; color: var(--soft); }
.card-flags { list-style: none; margin: .6rem 0 0; padding: .45rem .6rem; background: var(--pale); border-left: 4px solid #cc79a7; font-size: .82rem; }

.plots { display: grid; grid-template-columns: 1fr 1fr; gap: 18px; margin-top: 20px; }
figure { margin: 0; }
.plot-figure.wide { grid-column: 1 / -1; }
figcaption { font-size: .82rem; color: var(--soft); }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
.plot text { font-size: 11px; fill: var(--ink); }
.plot .tick, .plot .axis-title { fill: var(--soft); }
.plot .value { font-weight: 600; stroke: #fff; stroke-width: 3px; paint-order: stroke; }
.plot .axis { stroke: #8c959f; stroke-width: 1; }
.plot .grid { stroke: #eaeef2; stroke-width: 1; }
.plot .leader { stroke: #b1bac4; stroke-width: .8; }
.plot polyline { fill: none; }
.plot .sum { stroke: #1b1f24; stroke-width: 2.2; }
.plot .point { fill: #fff; }
.plot .sum.point { fill: #1b1f24; }
.plot .limit-baseline { stroke: #6e7781; stroke-width: 1.2; }
.plot .limit-nadir { stroke: #009e73; stroke-width: 1.6; stroke-dasharray: 1.5 3; }
.plot .limit-pr { stroke: #0072b2; stroke-width: 1.6; stroke-dasharray: 7 4; }
.plot .limit-pd { stroke: #d55e00; stroke-width: 1.6; stroke-dasharray: 3 3; }
.plot .lesion-0 { stroke: #0072b2; stroke-width: 1.6; }
.plot .lesion-1 { stroke: #d55e00; stroke-width: 1.6; stroke-dasharray: 6 3; }
.plot .lesion-2 { stroke: #009e73; stroke-width: 1.6; stroke-dasharray: 2 2; }
.plot .lesion-3 { stroke: #cc79a7; stroke-width: 1.6; stroke-dasharray: 8 3 2 3; }
.plot .lesion-4 { stroke: #56b4e9; stroke-width: 1.6; }
.plot .lesion-5 { stroke: #e69f00; stroke-width: 1.6; stroke-dasharray: 6 3; }
.plot .lesion-6 { stroke: #6e7781; stroke-width: 1.6; stroke-dasharray: 2 2; }
.plot .lesion-7 { stroke: #8250df; stroke-width: 1.6; stroke-dasharray: 8 3 2 3; }
.plot .bar-frame { stroke: #1b1f24; stroke-width: .7; fill: #fff; }
.plot .bar-responding { fill: #7fb9dd; }
.plot .bar-stable { fill: #d0d7de; }
.plot .bar-progression { fill: #b34700; }
.plot circle.point { stroke-dasharray: none; }

table { width: 100%; border-collapse: collapse; margin: 0 0 1.1rem; font-size: .86rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); font-size: .82rem; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #eaeef2; font-weight: 400; }
thead th { border-bottom: 1.5px solid #8c959f; font-weight: 600; }
.comparability .stop td, .comparability .stop th { background: #fde8e4; }
.comparability .caution td, .comparability .caution th { background: #fff6dd; }
.comparability b { white-space: nowrap; }
.comparability small { color: var(--soft); }
.lesions { table-layout: fixed; }
.lesions td span, .lesions th span { display: block; }
.lesions .role, .lesions .date, .lesions .change, .lesions .volume, .lesions .tissue { color: var(--soft); font-weight: 400; }
.lesions strong { font-weight: 650; }
.lesions .summary th, .lesions .summary td { background: var(--pale); }
.lesions .summary:last-child th, .lesions .summary:last-child td { font-weight: 650; }

.glance-images { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; }
.glance-images.dates-3 { grid-template-columns: repeat(3, 1fr); }
.key-images { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
.key-image.zoomed { display: grid; grid-template-columns: 2fr 1fr; gap: 8px; align-items: start; }
.slice { background: #000; min-width: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.beside { min-width: 0; }
.key-image figcaption { padding-top: .4rem; line-height: 1.35; }
.key-image figcaption span { margin-top: .12rem; }
.key-image figcaption > * { display: block; }
.key-image figcaption strong { color: var(--ink); }
.window { font-size: .76rem; }
.no-image { color: var(--soft); list-style: none; padding: 0; margin-top: .5rem; font-size: .86rem; }
.slice line, .slice polygon, .slice .marked { fill: none; vector-effect: non-scaling-stroke; stroke-linecap: butt; }
.slice .halo { stroke: #000; stroke-opacity: .55; stroke-width: 3.4px; }
.slice .outline { stroke: #56b4e9; stroke-width: 1.3px; }
.slice .caliper { stroke-width: 1.7px; }
.slice .caliper.first { stroke: #f0e442; }
.slice .caliper.other { stroke: #e69f00; stroke-dasharray: 6 3; }
.slice .caliper.tick-mark { stroke-dasharray: none; }
.slice .scale { stroke: #fff; stroke-width: 1.5px; }
.slice .marked { stroke: #fff; stroke-width: 1px; stroke-dasharray: 3 3; }
.slice.overview .caliper { stroke-width: 1.2px; }
.overlay-text { fill: #fff; stroke: #000; stroke-opacity: .75; stroke-width: .22em; stroke-linejoin: round; paint-order: stroke; font-weight: 600; }
.overlay-text.first-label { fill: #f0e442; }
.overlay-text.other-label { fill: #ffb52e; }

.findings li { margin-bottom: .5rem; }
.findings p { margin: 0; }
.rule { display: inline-block; min-width: 2.4em; padding: 0 .35em; border: 1px solid var(--line); border-radius: 3px; font-size: .8rem; text-align: center; background: var(--pale); }
cite { color: var(--soft); font-style: normal; font-size: .85rem; }
.named-values { margin: .1rem 0 0; font-size: .84rem; color: var(--soft); }
.named-value { display: inline-block; margin-right: 1.3em; }
.named-value b { color: var(--ink); font-weight: 600; }
.flag { border-left: 4px solid #cc79a7; background: var(--pale); padding: .6rem .9rem .5rem; margin: .7rem 0; }
.sides { margin-top: .5rem; display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; font-size: .84rem; }

.certificate { border: 1px solid var(--line); border-radius: 4px; padding: .6rem .9rem; margin-bottom: .8rem; }
summary { cursor: pointer; font-size: .9rem; }
details.certificate { padding: .3rem .9rem; margin-bottom: .35rem; }
details[open] summary { font-weight: 600; margin-bottom: .3rem; }
.certificate dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: .1rem 1.6rem; font-size: .84rem; margin-bottom: .4rem; }
.certificate dl > div { display: flex; justify-content: space-between; gap: .8rem; }
.certificate dt { flex: 1 1 0; min-width: 0; }
.certificate dd { flex: 0 1 auto; max-width: 65%; text-align: right; font-variant-numeric: tabular-nums; }
.certificate ul { font-size: .84rem; margin-bottom: .2rem; }
.clues { color: var(--soft); }
.uid { font-size: .76rem; color: var(--soft); }
.evidence { margin-bottom: 1rem; font-size: .84rem; }
.evidence table { margin-bottom: .3rem; font-size: .82rem; }
.calipers { table-layout: fixed; }
.calipers th:nth-child(1) { width: 20%; }
.calipers th:nth-child(2) { width: 9%; }
.calipers th:nth-child(3), .calipers th:nth-child(4) { width: 20%; }
.calipers th:nth-child(5) { width: 7%; }
.evidence caption { color: var(--ink); font-weight: 600; }
.evidence p { margin: 0 0 .2rem; }
.signatures { display: grid; grid-template-columns: 2fr 1fr 2fr; gap: 1.6rem; margin-top: 2.6rem; }
.signature { border-top: 1px solid var(--ink); padding-top: .2rem; font-size: .8rem; color: var(--soft); }
footer { margin-top: 2rem; font-size: .78rem; color: var(--soft); }

@media (max-width: 720px) {
  .plots, .key-images, .sides { grid-template-columns: 1fr; }
  .glance-images.dates-1, .glance-images.dates-2 { grid-template-columns: 1fr 1fr; }
}
@page { size: A4; margin: 14mm 13mm 15mm; }
@media print {
  html { font-size: 9.6pt; }
  body { max-width: none; padding: 0; }
  h2, h3, h4, .lead { break-after: avoid; }
  .key-image figcaption { font-size: .72rem; }
  .lead, .card, figure, tr, .flag, .certificate, .evidence, .findings li, .signatures { break-inside: avoid; }
  thead { display: table-header-group; }
  .cards { grid-template-columns: repeat(auto-fit, minmax(42mm, 1fr)); gap: 3mm; }
  .card { padding: 2mm 2.5mm; }
  section { break-inside: auto; }
  table { break-inside: avoid; }
  h2 { margin-top: 1.6rem; }
  .card-flags { font-size: .78rem; }
  .call, .warnings, .card-flags, .flag, .rule, .lesions .summary th, .lesions .summary td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .certificate dl { grid-template-columns: repeat(3, 1fr); }
}
)css";
}  // namespace

std::string_view style_sheet() { return sheet; }
}  // namespace nadir::report
