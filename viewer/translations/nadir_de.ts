<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BidirectionalMode</name>
    <message>
        <source>The series is still loading: nothing can be measured yet</source>
        <translation>Die Serie lädt noch: es kann noch nichts gemessen werden</translation>
    </message>
    <message>
        <source>Click or release: end of the line   Esc: give up</source>
        <translation>Klicken oder loslassen: Ende der Linie   Esc: abbrechen</translation>
    </message>
    <message>
        <source>Drag: move both lines</source>
        <translation>Ziehen: beide Linien verschieben</translation>
    </message>
    <message>
        <source>Drag: move this end; the lines stay at right angles</source>
        <translation>Ziehen: dieses Ende verschieben; die Linien bleiben im rechten Winkel</translation>
    </message>
    <message>
        <source>Drag: short axis, at right angles to the longest diameter</source>
        <translation>Ziehen: kurze Achse, im rechten Winkel zum längsten Durchmesser</translation>
    </message>
    <message>
        <source>Reformat: a diameter drawn here is marked as not measured in the acquired plane</source>
        <translation>Reformatierung: ein Durchmesser wird hier als nicht in der Aufnahmeebene gemessen gekennzeichnet</translation>
    </message>
    <message>
        <source>Drag: longest diameter; the short axis follows</source>
        <translation>Ziehen: längster Durchmesser; danach die kurze Achse</translation>
    </message>
</context>
<context>
    <name>BrushMode</name>
    <message>
        <source>The series is still loading: nothing can be drawn yet</source>
        <translation>Die Serie lädt noch: es kann noch nichts gezeichnet werden</translation>
    </message>
    <message>
        <source>ball of %1</source>
        <translation>Kugel von %1</translation>
    </message>
    <message>
        <source>disc of %1</source>
        <translation>Scheibe von %1</translation>
    </message>
    <message>
        <source>Drag: add to the lesion (%1)   Shift: erase   [ and ]: size</source>
        <translation>Ziehen: zur Läsion hinzufügen (%1)   Umschalt: radieren   [ und ]: Größe</translation>
    </message>
    <message>
        <source>Drag: erase from the lesion (%1)   Shift: the opposite   [ and ]: size</source>
        <translation>Ziehen: von der Läsion radieren (%1)   Umschalt: das Gegenteil   [ und ]: Größe</translation>
    </message>
</context>
<context>
    <name>CaliperDrag</name>
    <message>
        <source>%1 on a reformat</source>
        <translation>%1 auf einer Reformatierung</translation>
    </message>
</context>
<context>
    <name>CaliperMode</name>
    <message>
        <source>The series is still loading: nothing can be measured yet</source>
        <translation>Die Serie lädt noch: es kann noch nichts gemessen werden</translation>
    </message>
    <message>
        <source>Click or release: end of the diameter   Esc: give up</source>
        <translation>Klicken oder loslassen: Ende des Durchmessers   Esc: abbrechen</translation>
    </message>
    <message>
        <source>Drag: move the caliper</source>
        <translation>Ziehen: Messlinie verschieben</translation>
    </message>
    <message>
        <source>Drag: move this end</source>
        <translation>Ziehen: dieses Ende verschieben</translation>
    </message>
    <message>
        <source>Reformat: a diameter drawn here is marked as not measured in the acquired plane</source>
        <translation>Reformatierung: ein Durchmesser wird hier als nicht in der Aufnahmeebene gemessen gekennzeichnet</translation>
    </message>
    <message>
        <source>Drag, or click twice: longest diameter</source>
        <translation>Ziehen oder zweimal klicken: längster Durchmesser</translation>
    </message>
</context>
<context>
    <name>CellMenu</name>
    <message>
        <source>Wide</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Bright signal (fluid, enhancement)</source>
        <translation>Helles Signal (Flüssigkeit, Anreicherung)</translation>
    </message>
    <message>
        <source>Dark signal (muscle, fibrosis)</source>
        <translation>Dunkles Signal (Muskel, Fibrose)</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Viridis (ADC)</source>
        <translation>Viridis (ADC)</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Glut</translation>
    </message>
    <message>
        <source>Tilt top towards me by 5°</source>
        <translation>Oberkante um 5° zu mir kippen</translation>
    </message>
    <message>
        <source>Tilt top away by 5°</source>
        <translation>Oberkante um 5° weg kippen</translation>
    </message>
    <message>
        <source>Turn right side towards me by 5°</source>
        <translation>Rechte Seite um 5° zu mir drehen</translation>
    </message>
    <message>
        <source>Turn right side away by 5°</source>
        <translation>Rechte Seite um 5° weg drehen</translation>
    </message>
    <message>
        <source>Automatic, whole series</source>
        <translation>Automatisch, ganze Serie</translation>
    </message>
    <message>
        <source>Automatic, this slice</source>
        <translation>Automatisch, diese Schicht</translation>
    </message>
    <message>
        <source>ADC 0 to 3000</source>
        <translation>ADC 0 bis 3000</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Life size (1:1 mm)</source>
        <translation>Lebensgröße (1:1 mm)</translation>
    </message>
    <message>
        <source>Lay over it in color</source>
        <translation>Farbig überlagern</translation>
    </message>
    <message>
        <source>Subtract from it</source>
        <translation>Davon abziehen</translation>
    </message>
    <message>
        <source>This series alone</source>
        <translation>Nur diese Serie</translation>
    </message>
    <message>
        <source>Opacity %1 %</source>
        <translation>Deckkraft %1 %</translation>
    </message>
    <message>
        <source>Hang the same series of the other dates in this row</source>
        <translation>Dieselbe Serie der anderen Zeitpunkte in diese Zeile hängen</translation>
    </message>
    <message>
        <source>Empty this view</source>
        <translation>Diese Ansicht leeren</translation>
    </message>
</context>
<context>
    <name>CellPlane</name>
    <message>
        <source>Acquired</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronar</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>Oblique</source>
        <translation>Schräg</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
</context>
<context>
    <name>CellScene</name>
    <message>
        <source>Drop a folder with baseline images anywhere on this window</source>
        <translation>Einen Ordner mit Ausgangsbildern irgendwo auf dieses Fenster ziehen</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>viable</source>
        <translation>vital</translation>
    </message>
    <message>
        <source>necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>hemorrhage</source>
        <translation>Einblutung</translation>
    </message>
    <message>
        <source>fat</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>indeterminate</source>
        <translation>unbestimmt</translation>
    </message>
    <message>
        <source>Reformat - measure in the acquired plane</source>
        <translation>Reformatierung - in der Aufnahmeebene messen</translation>
    </message>
    <message>
        <source>Drag a series here</source>
        <translation>Eine Serie hierher ziehen</translation>
    </message>
    <message>
        <source>Reading ...</source>
        <translation>Wird gelesen ...</translation>
    </message>
    <message>
        <source>Loading ...</source>
        <translation>Lädt ...</translation>
    </message>
    <message>
        <source>ADC, %1</source>
        <translation>ADC, %1</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Fused: %1</source>
        <translation>Überlagert: %1</translation>
    </message>
    <message>
        <source>Difference: minus %1</source>
        <translation>Differenz: minus %1</translation>
    </message>
    <message>
        <source>%1  %2 mm (automatic)</source>
        <translation>%1  %2 mm (automatisch)</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (%1 bis %2)</translation>
    </message>
    <message>
        <source>Slice %1 / %2</source>
        <translation>Schicht %1 / %2</translation>
    </message>
    <message>
        <source>%1 part %2  %3</source>
        <translation>%1 Teil %2  %3</translation>
    </message>
    <message>
        <source>Computing the ADC map ...</source>
        <translation>Die ADC-Karte wird berechnet ...</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>%1  measuring ...</source>
        <translation>%1  wird gemessen ...</translation>
    </message>
</context>
<context>
    <name>ClickLesionMode</name>
    <message>
        <source>The series is still loading: nothing can be segmented yet</source>
        <translation>Die Serie lädt noch: es kann noch nichts segmentiert werden</translation>
    </message>
    <message>
        <source>Click well inside the lesion: its outline is proposed</source>
        <translation>Tief in die Läsion klicken: ihr Umriss wird vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>CoreSentence</name>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>measurable</source>
        <translation>messbar</translation>
    </message>
    <message>
        <source>%1: was it irradiated or treated locally before? The answer belongs to the record</source>
        <translation>%1: wurde sie früher bestrahlt oder örtlich behandelt? Die Antwort gehört in die Aufzeichnung</translation>
    </message>
    <message>
        <source>viable tissue: there is no T1 image after contrast, so solid tissue, living or not, counts as indeterminate</source>
        <translation>Vitales Gewebe: Es gibt kein T1-Bild nach Kontrastmittel; festes Gewebe, lebend oder nicht, zählt als unbestimmt</translation>
    </message>
    <message>
        <source>necrosis: there is no T1 image after contrast, no T2 and no ADC; dead tissue was not looked for, and a fraction of 0 says nothing</source>
        <translation>Nekrose: Es gibt kein T1-Bild nach Kontrastmittel, kein T2 und keine ADC; totes Gewebe wurde nicht gesucht, und ein Anteil von 0 besagt nichts</translation>
    </message>
    <message>
        <source>haemorrhage and fat: there is no T1 image before contrast, so what is bright after contrast counts as viable even if it was bright before</source>
        <translation>Blutung und Fett: Es gibt kein T1-Bild vor Kontrastmittel; was danach hell ist, zählt als vital, auch wenn es vorher hell war</translation>
    </message>
    <message>
        <source>haemorrhage and fat: there is no T1 image before contrast</source>
        <translation>Blutung und Fett: Es gibt kein T1-Bild vor Kontrastmittel</translation>
    </message>
    <message>
        <source>necrosis: there is neither T2 nor ADC, so &quot;necrosis&quot; means no more than &quot;does not enhance&quot;; it may hold fibrosis or non-enhancing tumour</source>
        <translation>Nekrose: Es gibt weder T2 noch ADC; „Nekrose“ heißt hier nur „nimmt kein Kontrastmittel auf“ und kann Fibrose oder nicht anreichernden Tumor enthalten</translation>
    </message>
    <message>
        <source>necrosis: there is neither T2 nor ADC; of what does not enhance, only tissue as dark after contrast as liquid is called necrosis; the rest, tumour that does not enhance or oedema, counts as indeterminate</source>
        <translation>Nekrose: Es gibt weder T2 noch ADC; von dem, was kein Kontrastmittel aufnimmt, heißt nur Nekrose, was so dunkel ist wie Flüssigkeit; der Rest, nicht anreichernder Tumor oder Ödem, zählt als unbestimmt</translation>
    </message>
    <message>
        <source>liquid was told by T2 alone; without ADC, oedematous or myxoid tissue may pass for liquid</source>
        <translation>Flüssigkeit wurde nur am T2 erkannt; ohne ADC kann ödematöses oder myxoides Gewebe dafür gelten</translation>
    </message>
    <message>
        <source>liquid was told by ADC alone</source>
        <translation>Flüssigkeit wurde nur an der ADC erkannt</translation>
    </message>
    <message>
        <source>%1 of the lesion lies outside the %2 image or has no value there; it was decided without it</source>
        <translation>%1 der Läsion liegen außerhalb des Bildes %2 oder haben dort keinen Wert; darüber wurde ohne das Bild entschieden</translation>
    </message>
    <message>
        <source>the lesion has only %1 voxels: its fractions are coarse</source>
        <translation>die Läsion hat nur %1 Voxel: ihre Anteile sind grob</translation>
    </message>
    <message>
        <source>the %1 image is strongly shaded across the lesion (%2, corrected)</source>
        <translation>das Bild %1 ist über die Läsion hinweg stark abgeschattet (%2, berichtigt)</translation>
    </message>
    <message>
        <source>the intensities of the %1 image have been shifted and show no air, so the level of no signal was estimated from its darkest tissue</source>
        <translation>die Werte des Bildes %1 sind verschoben und zeigen keine Luft; der Wert ohne Signal wurde aus dem dunkelsten Gewebe geschätzt</translation>
    </message>
    <message>
        <source>the lesion&apos;s signal hardly differs from that around it (%1 % of the values overlap): the mask follows the drawn shape more than the image. Check its border, or add another sequence.</source>
        <translation>das Signal der Läsion unterscheidet sich kaum von dem der Umgebung (%1 % der Werte überlappen): Die Maske folgt mehr der gezeichneten Form als dem Bild. Prüfen Sie den Rand, oder nehmen Sie eine weitere Sequenz hinzu.</translation>
    </message>
    <message>
        <source>around the point nothing tells a lesion from its surroundings: what looked alike was too large for a lesion, and the mask was bound to the point&apos;s neighbourhood (its size is a guess). Draw the longest diameter instead.</source>
        <translation>um den Punkt unterscheidet nichts eine Läsion von ihrer Umgebung: Was gleich aussah, war zu groß für eine Läsion, und die Maske wurde auf die Nähe des Punktes beschränkt (ihre Größe ist geraten). Zeichnen Sie stattdessen den längsten Durchmesser.</translation>
    </message>
    <message>
        <source>the mask&apos;s longest diameter is %1 mm where %2 mm were drawn: its volume and tissues are doubtful. Draw the short axis too, or correct the mask.</source>
        <translation>der längste Durchmesser der Maske ist %1 mm, gezeichnet wurden %2 mm: Volumen und Gewebe sind zweifelhaft. Zeichnen Sie auch die kurze Achse, oder berichtigen Sie die Maske.</translation>
    </message>
    <message>
        <source>%1 at follow-up, %2 at baseline; %3 of the carried lesion&apos;s inside belongs to it; followed by its brightness, which told the baseline mask from its surroundings; looked at on %4 other series of both dates, too</source>
        <translation>%1 im Verlauf, %2 bei Baseline; %3 des Inneren der übertragenen Läsion gehören dazu; verfolgt an ihrer Helligkeit, die schon bei Baseline Maske und Umgebung trennte; auch auf %4 weiteren Serien beider Termine angesehen</translation>
    </message>
    <message>
        <source>%1 at follow-up, %2 at baseline; %3 of the carried lesion&apos;s inside belongs to it; its shape was followed in every direction from its middle; looked at on %4 other series of both dates, too</source>
        <translation>%1 im Verlauf, %2 bei Baseline; %3 des Inneren der übertragenen Läsion gehören dazu; ihre Form wurde von der Mitte aus in jeder Richtung verfolgt; auch auf %4 weiteren Serien beider Termine angesehen</translation>
    </message>
    <message>
        <source>%1 at follow-up, %2 at baseline; %3 of the carried lesion&apos;s inside belongs to it; looked at on %4 other series of both dates, too</source>
        <translation>%1 im Verlauf, %2 bei Baseline; %3 des Inneren der übertragenen Läsion gehören dazu; auch auf %4 weiteren Serien beider Termine angesehen</translation>
    </message>
    <message>
        <source>%1 at follow-up, %2 at baseline; %3 of the carried lesion&apos;s inside belongs to it; followed by its brightness, which told the baseline mask from its surroundings</source>
        <translation>%1 im Verlauf, %2 bei Baseline; %3 des Inneren der übertragenen Läsion gehören dazu; verfolgt an ihrer Helligkeit, die schon bei Baseline Maske und Umgebung trennte</translation>
    </message>
    <message>
        <source>%1 at follow-up, %2 at baseline; %3 of the carried lesion&apos;s inside belongs to it; its shape was followed in every direction from its middle</source>
        <translation>%1 im Verlauf, %2 bei Baseline; %3 des Inneren der übertragenen Läsion gehören dazu; ihre Form wurde von der Mitte aus in jeder Richtung verfolgt</translation>
    </message>
    <message>
        <source>its inside no longer looks as at baseline and is unlike its rim (tissue, contrast or the kind of image may have changed); the border was found by its rim: look at it in every slice</source>
        <translation>ihr Inneres sieht nicht mehr aus wie bei Baseline und anders als ihr Rand (Gewebe, Kontrastmittel oder die Art des Bildes können sich geändert haben); die Grenze wurde an ihrem Rand gefunden: Sehen Sie sie in jeder Schicht an</translation>
    </message>
    <message>
        <source>%1 at follow-up, %2 at baseline; %3 of the carried lesion&apos;s inside belongs to it</source>
        <translation>%1 im Verlauf, %2 bei Baseline; %3 des Inneren der übertragenen Läsion gehören dazu</translation>
    </message>
    <message>
        <source>other series that had no say: %1 (they do not show the place whole on both dates, or what lies around it does not agree)</source>
        <translation>weitere Serien, die nicht zählten: %1 (sie zeigen die Stelle nicht an beiden Terminen ganz, oder das Umliegende stimmt nicht überein)</translation>
    </message>
    <message>
        <source>part of the place where the lesion lay is outside the follow-up image</source>
        <translation>ein Teil der Stelle, an der die Läsion lag, ist außerhalb des Verlaufsbildes</translation>
    </message>
    <message>
        <source>the lesion touches the edge of the follow-up image and may be cut off</source>
        <translation>die Läsion berührt den Rand des Verlaufsbildes und kann abgeschnitten sein</translation>
    </message>
    <message>
        <source>its values hardly differ from those of the surroundings: check the border, and whether it is still there</source>
        <translation>ihre Werte unterscheiden sich kaum von der Umgebung: Prüfen Sie den Rand, und ob sie noch da ist</translation>
    </message>
    <message>
        <source>most of what was found does not lie where the lesion lay (%1 % of it do): check that it is the same lesion, and that the dates were brought together rightly there</source>
        <translation>das meiste des Gefundenen liegt nicht dort, wo die Läsion lag (%1 % davon): Prüfen Sie, ob es dieselbe Läsion ist und ob die Termine dort richtig zur Deckung gebracht wurden</translation>
    </message>
    <message>
        <source>two ways of following it do not agree (%1 mL by its shape, %2 mL voxel by voxel, agreement %3): its size is in doubt. Look at the border in every slice</source>
        <translation>zwei Arten, ihr zu folgen, stimmen nicht überein (%1 mL nach ihrer Form, %2 mL Voxel für Voxel, Übereinstimmung %3): Ihre Größe ist zweifelhaft. Sehen Sie den Rand in jeder Schicht an</translation>
    </message>
    <message>
        <source>the surroundings of the lesion do not look as they did at baseline (correlation %1): check the border, and that both images are of the same kind</source>
        <translation>die Umgebung der Läsion sieht nicht aus wie bei Baseline (Korrelation %1): Prüfen Sie den Rand, und ob beide Bilder von derselben Art sind</translation>
    </message>
    <message>
        <source>the tissue is too even to tell all around how the dates lie upon each other: what it does not tell was taken from the patient&apos;s coordinates. Check that it is the same place</source>
        <translation>das Gewebe ist zu gleichförmig, um ringsum zu sagen, wie die Termine übereinander liegen: Was es nicht sagt, wurde den Koordinaten des Patienten entnommen. Prüfen Sie, ob es dieselbe Stelle ist</translation>
    </message>
    <message>
        <source>the program followed known lesions and looked for no new ones: &quot;no new lesion&quot; holds only once a reader has looked (a new lesion is progression)</source>
        <translation>das Programm hat bekannte Läsionen verfolgt und keine neuen gesucht: „keine neue Läsion“ gilt erst, wenn ein Befunder nachgesehen hat (eine neue Läsion bedeutet Progression)</translation>
    </message>
    <message>
        <source>a reader must confirm that the lesion is gone</source>
        <translation>ein Befunder muss bestätigen, dass die Läsion verschwunden ist</translation>
    </message>
    <message>
        <source>the time points &quot;%1&quot; and &quot;%2&quot; hold the same study</source>
        <translation>die Zeitpunkte &quot;%1&quot; und &quot;%2&quot; enthalten dieselbe Studie</translation>
    </message>
    <message>
        <source>the time points &quot;%1&quot; and &quot;%2&quot; were taken on the same day: check that neither folder is the wrong one</source>
        <translation>die Zeitpunkte &quot;%1&quot; und &quot;%2&quot; wurden am selben Tag aufgenommen: Prüfen Sie, ob keiner der Ordner der falsche ist</translation>
    </message>
    <message>
        <source>the time points &quot;%1&quot; and &quot;%2&quot; give different patient names</source>
        <translation>die Zeitpunkte &quot;%1&quot; und &quot;%2&quot; nennen verschiedene Patientennamen</translation>
    </message>
    <message>
        <source>its longest diameter ends in a narrow part: without what is narrow, %1 of the volume, it would measure %2 mm for %3 mm. Look whether that part belongs to the lesion</source>
        <translation>ihr längster Durchmesser endet in einem schmalen Teil: Ohne das Schmale, %1 des Volumens, wären es %2 mm statt %3 mm. Prüfen Sie, ob dieser Teil zur Läsion gehört</translation>
    </message>
    <message>
        <source>its volume was found %1 times that at baseline, and borders after so large a change are found less surely: look at the border in every slice</source>
        <translation>ihr Volumen ist das %1-Fache dessen bei Baseline, und Grenzen nach einer so großen Änderung werden weniger sicher gefunden: Sehen Sie die Grenze in jeder Schicht an</translation>
    </message>
    <message>
        <source>along %1 % of its border the image hardly changes (by less than twice the noise): a change of size can be missed or overestimated. Look at the border in every slice, or choose a sequence that shows it better</source>
        <translation>entlang %1 % ihres Randes ändert sich das Bild kaum (um weniger als das Doppelte des Rauschens): Eine Größenänderung kann übersehen oder überschätzt werden. Sehen Sie den Rand in jeder Schicht an, oder wählen Sie eine Sequenz, die sie besser zeigt</translation>
    </message>
    <message>
        <source>tissues that are bright in one image are dark in the other (another sequence, fat suppressed at one date only, or images brought together wrongly), and how tissue bent cannot be told from such a pair</source>
        <translation>Gewebe, die in einem Bild hell sind, sind im anderen dunkel (andere Sequenz, Fett nur an einem Datum unterdrückt, oder falsch zur Deckung gebracht), und wie sich Gewebe verformt hat, ist an einem solchen Paar nicht zu erkennen</translation>
    </message>
    <message>
        <source>the short axis lies %1 mm beside the longest diameter and does not cross it: is it of the same slice?</source>
        <translation>die Querachse liegt %1 mm neben dem längsten Durchmesser und kreuzt ihn nicht: Liegt sie in derselben Schicht?</translation>
    </message>
    <message>
        <source>its contours were drawn in planes that lie at %1 degrees to the slices of series %2: its diameters lie in those planes, not in an acquired slice as RECIST asks</source>
        <translation>ihre Konturen wurden in Ebenen gezeichnet, die in %1 Grad zu den Schichten der Serie %2 liegen: Ihre Durchmesser liegen in diesen Ebenen, nicht in einer aufgenommenen Schicht, wie RECIST es verlangt</translation>
    </message>
    <message>
        <source>%1 % of it lies beyond series %2 and was left out</source>
        <translation>%1 % davon liegen außerhalb der Serie %2 und wurden weggelassen</translation>
    </message>
    <message>
        <source>it reaches beyond series %1: images may be missing</source>
        <translation>sie reicht über die Serie %1 hinaus: Vielleicht fehlen Bilder</translation>
    </message>
    <message>
        <source>the extent ends %1 slices beyond the images; the first image was taken as its end: the field of view may cut the lesion, and its volume is then too small</source>
        <translation>Die Ausdehnung endet %1 Schichten außerhalb der Bilder; als Ende gilt das erste Bild: Das Bildfeld schneidet die Läsion womöglich ab, dann ist ihr Volumen zu klein</translation>
    </message>
    <message>
        <source>the extent ends %1 slices beyond the images; the last image was taken as its end: the field of view may cut the lesion, and its volume is then too small</source>
        <translation>Die Ausdehnung endet %1 Schichten außerhalb der Bilder; als Ende gilt das letzte Bild: Das Bildfeld schneidet die Läsion womöglich ab, dann ist ihr Volumen zu klein</translation>
    </message>
    <message>
        <source>in slice %1, %2 mm from the drawn slice %3, the lesion has %4 times the area it has there: axes in a smaller section make diameters and volume too small. Draw the longest diameter in the slice where it is longest.</source>
        <translation>In Schicht %1, %2 mm von der gezeichneten Schicht %3 entfernt, hat die Läsion die %4-fache Fläche: Achsen in einem kleineren Schnitt machen Durchmesser und Volumen zu klein. Den längsten Durchmesser in der Schicht zeichnen, in der er am längsten ist.</translation>
    </message>
    <message>
        <source>the lesion lies in %1 slices of %2 mm: where it ends between them is unknown, which alone is %3 % of its volume. Mark its first and last slice if you have not, and take thinner slices where the volume decides.</source>
        <translation>die Läsion liegt in %1 Schichten von %2 mm: Wo sie dazwischen endet, ist unbekannt; das allein sind %3 % ihres Volumens. Markieren Sie, falls noch nicht geschehen, ihre erste und letzte Schicht, und nehmen Sie dünnere Schichten, wo das Volumen entscheidet.</translation>
    </message>
    <message>
        <source>the images leave the lesion&apos;s volume between %1 and %2 mL (95 %): the mask is a proposal. Draw the longest diameter or both axes, or correct the mask with strokes.</source>
        <translation>die Bilder lassen das Volumen der Läsion zwischen %1 und %2 mL offen (95 %): Die Maske ist ein Vorschlag. Zeichnen Sie den längsten Durchmesser oder beide Achsen, oder korrigieren Sie die Maske mit Strichen.</translation>
    </message>
    <message>
        <source>against the reference, %1 of the lesion&apos;s inside is darker after contrast than before and only %2 brighter: the two T1 series may be exchanged, and what lives would be called dead. Check --t1 and --t1c, or confirm the order with --confirm contrast-order</source>
        <translation>gegen die Referenz sind %1 vom Inneren der Läsion nach Kontrastmittel dunkler als davor und nur %2 heller: die beiden T1-Serien können vertauscht sein, und was lebt, hieße tot. Prüfen Sie --t1 und --t1c, oder bestätigen Sie die Reihenfolge mit --confirm contrast-order</translation>
    </message>
    <message>
        <source>the T2 image is darker where no contrast is taken up than where it is, but liquid is bright on T2: this may be a FLAIR image (give it as FLAIR), or old blood or scar. The bands also hold what is told without it</source>
        <translation>das T2-Bild ist dunkler, wo kein Kontrastmittel aufgenommen wird, als wo es aufgenommen wird, Flüssigkeit ist auf T2 aber hell: Das kann ein FLAIR-Bild sein (dann als FLAIR angeben), altes Blut oder Narbe. Die Bänder enthalten auch, was ohne dieses Bild bestimmt wird</translation>
    </message>
    <message>
        <source>liquid: the lesion shows one tissue only by T2 and ADC, and was solid at an earlier time point (%1 there, %2 now), so it has liquefied and is not taken for a myxoid tumour; contrast would prove it</source>
        <translation>Flüssigkeit: Die Läsion zeigt nach T2 und ADC nur ein Gewebe und war zu einem früheren Zeitpunkt solide (dort %1, jetzt %2); sie hat sich also verflüssigt und gilt nicht als myxoider Tumor; Kontrastmittel würde es beweisen</translation>
    </message>
    <message>
        <source>liquid: the lesion shows one tissue only by T2 and ADC, and without contrast a myxoid tumour cannot be told from liquid; the band is wide for that</source>
        <translation>Flüssigkeit: Die Läsion zeigt nach T2 und ADC nur ein Gewebe, und ohne Kontrastmittel ist ein myxoider Tumor nicht von Flüssigkeit zu unterscheiden; das Band ist deshalb breit</translation>
    </message>
    <message>
        <source>the living tumour is as bright on T2 as liquid (it may be myxoid), so T2 does not tell one from the other; what takes up no contrast and is as bright is called necrosis, and may hold mucus</source>
        <translation>der lebende Tumor ist auf T2 so hell wie Flüssigkeit (er kann myxoid sein), so dass T2 beides nicht unterscheidet; was kein Kontrastmittel aufnimmt und ebenso hell ist, heißt Nekrose und kann Schleim enthalten</translation>
    </message>
    <message>
        <source>%1 of the lesion takes up some contrast, but much less than the rest or than tumour usually does: it counts as living tumour of weak uptake (myxoid), and the bands also hold that it is dead</source>
        <translation>%1 der Läsion nehmen etwas Kontrastmittel auf, aber viel weniger als der Rest oder als Tumor sonst: das zählt als lebender Tumor mit schwacher Aufnahme (myxoid), und die Bänder enthalten auch, dass es tot ist</translation>
    </message>
    <message>
        <source>%1 of the lesion is called dead because tumour usually takes up more, but is about as bright after contrast as muscle, which liquid seldom is: it may be living tumour of weak uptake (myxoid), and the bands hold both; a T1 image before contrast would tell</source>
        <translation>%1 der Läsion heißen tot, weil Tumor sonst mehr aufnimmt, sind nach Kontrastmittel aber etwa so hell wie Muskel, was Flüssigkeit selten ist: das kann lebender Tumor mit schwacher Aufnahme (myxoid) sein, und die Bänder enthalten beides; ein T1-Bild vor Kontrastmittel würde es zeigen</translation>
    </message>
    <message>
        <source>the images contradict each other: %1 of the lesion is called viable by its signal after contrast, but is liquid by ADC and much darker than the rest; it may be dead, if the reference is no muscle, or myxoid, and the bands hold both</source>
        <translation>die Bilder widersprechen einander: %1 der Läsion heißt nach dem Signal nach Kontrastmittel vital, ist aber nach ADC flüssig und viel dunkler als der Rest; das kann tot sein, wenn die Referenz kein Muskel ist, oder myxoid, und die Bänder enthalten beides</translation>
    </message>
    <message>
        <source>fat and muscle around the lesion could not be told apart with certainty in the %1 image, so the reference may be fat (dead tissue would then be called viable, or viable dead); the bands hold both. Give a T1 image before contrast, T2 or ADC, or mark muscle with --reference</source>
        <translation>Fett und Muskel um die Läsion waren im Bild %1 nicht sicher zu unterscheiden, die Referenz kann also Fett sein (totes Gewebe hieße dann vital oder vitales tot); die Bänder enthalten beides. Geben Sie ein T1-Bild vor Kontrastmittel, T2 oder ADC an, oder markieren Sie mit --reference Muskel</translation>
    </message>
    <message>
        <source>whether the tissue around the lesion is muscle beside fat of middling suppression, or brain, could not be told from the T1 image after contrast alone; it was taken for muscle, and the bands hold both. Give a T1 image before contrast, T2 or ADC</source>
        <translation>Ob das Gewebe um die Läsion Muskel neben nur halb unterdrücktem Fett ist oder Gehirn, war aus dem T1-Bild nach Kontrastmittel allein nicht zu erkennen; es wurde für Muskel gehalten, und die Bänder enthalten beides. Geben Sie ein T1-Bild vor Kontrastmittel, T2 oder ADC an</translation>
    </message>
    <message>
        <source>fat: %1 of the lesion takes up no contrast and is as dark as the suppressed fat around it; without a T1 image before contrast, T2 or ADC it may be fat as well as necrosis, and the band holds both</source>
        <translation>Fett: %1 der Läsion nimmt kein Kontrastmittel auf und ist so dunkel wie das unterdrückte Fett ringsum; ohne T1 vor Kontrastmittel, T2 oder ADC kann das Fett wie Nekrose sein, und das Band enthält beides</translation>
    </message>
    <message>
        <source>nine tenths of the ADC of the lesion and of all that lies around it are below %1 x 1e-6 mm2/s, but living muscle has 1200 to 1800 and brain 700 to 1000 (the map may be scaled wrongly, by ten for example, and liquid would be missed). Say its unit with --adc-unit, or leave the map out.</source>
        <translation>neun Zehntel der ADC-Werte der Läsion und ihrer Umgebung liegen unter %1 x 1e-6 mm2/s, lebender Muskel hat aber 1200 bis 1800 und Hirn 700 bis 1000 (die Karte kann falsch skaliert sein, etwa um den Faktor zehn, und Flüssigkeit würde übersehen). Nennen Sie ihre Einheit mit --adc-unit oder lassen Sie die Karte weg.</translation>
    </message>
    <message>
        <source>nine tenths of the ADC of the lesion and of all that lies around it are below %1 x 1e-6 mm2/s, but living muscle has 1200 to 1800 and brain 700 to 1000: the map may be scaled wrongly, in spite of the unit that was said; do not trust what it says of liquid</source>
        <translation>neun Zehntel der ADC-Werte der Läsion und ihrer Umgebung liegen unter %1 x 1e-6 mm2/s, lebender Muskel hat aber 1200 bis 1800 und Hirn 700 bis 1000: Die Karte kann trotz der genannten Einheit falsch skaliert sein; was sie über Flüssigkeit sagt, ist nicht verlässlich</translation>
    </message>
    <message>
        <source>the ADC of the reference tissue is %1 x 1e-6 mm2/s in the middle, but muscle has 1200 to 1800 and brain 700 to 1000: the map may be scaled or computed wrongly, and liquid told wrongly</source>
        <translation>der ADC-Wert des Referenzgewebes ist im Mittel %1 x 1e-6 mm2/s, Muskel hat aber 1200 bis 1800 und Hirn 700 bis 1000: Die Karte kann falsch skaliert oder berechnet sein und Flüssigkeit falsch erkannt werden</translation>
    </message>
    <message>
        <source>a quarter of the lesion has an ADC above %1 x 1e-6 mm2/s, but water at body temperature has 3000: the map may be scaled or computed wrongly</source>
        <translation>ein Viertel der Läsion hat einen ADC-Wert über %1 x 1e-6 mm2/s, Wasser bei Körpertemperatur hat aber 3000: Die Karte kann falsch skaliert oder berechnet sein</translation>
    </message>
    <message>
        <source>the reference tissue that was given scatters by %1 % around its level in the %2 image (air, bone or several tissues). Mark an even piece of muscle, or in a head normal brain, beside the lesion.</source>
        <translation>das angegebene Referenzgewebe streut im %2-Bild um %1 % um seinen Wert (Luft, Knochen oder mehrere Gewebe). Markieren Sie ein gleichmäßiges Stück Muskel, im Kopf normales Hirn, neben der Läsion.</translation>
    </message>
    <message>
        <source>the lesion lies in %1 slice of %2 mm: where it ends between them is unknown, which alone is %3 % of its volume. Mark its first and last slice if you have not, and take thinner slices where the volume decides.</source>
        <translation>die Läsion liegt in %1 Schicht von %2 mm: Wo sie endet, ist unbekannt; das allein sind %3 % ihres Volumens. Markieren Sie, falls noch nicht geschehen, ihre erste und letzte Schicht, und nehmen Sie dünnere Schichten, wo das Volumen entscheidet.</translation>
    </message>
    <message>
        <source>along %1 % of the mask&apos;s border the image beyond it looks like the lesion&apos;s border where you drew it: a rim is left out, and volume and share of dead tissue are wrong. Draw the short axis too, or paint the rim as foreground.</source>
        <translation>entlang %1 % des Randes der Maske sieht das Bild jenseits davon aus wie der Rand der Läsion, wo Sie ihn gezeichnet haben: Ein Saum fehlt, Volumen und Anteil toten Gewebes sind falsch. Zeichnen Sie auch die Querachse, oder malen Sie den Saum als Vordergrund.</translation>
    </message>
    <message>
        <source>haemorrhage and fat: both are bright on T1, there is no fat near the lesion to compare with and no other image; what is bright counts as indeterminate</source>
        <translation>Blutung und Fett: Beide sind in T1 hell, neben der Läsion gibt es kein Fett zum Vergleich und kein anderes Bild; was hell ist, zählt als unbestimmt</translation>
    </message>
    <message>
        <source>with the threshold that was set, %1 of the lesion is indeterminate (%2 with the automatic one): it enhances too little to count as viable, but is %3, and a threshold of enhancement alone does not make solid tissue necrosis</source>
        <translation>mit der gesetzten Schwelle sind %1 der Läsion unbestimmt (%2 mit der automatischen): Das Gewebe reichert zu wenig an, um als vital zu zählen, ist aber %3, und eine Schwelle der Anreicherung allein macht festes Gewebe nicht zu Nekrose</translation>
    </message>
    <message>
        <source>not liquid by T2 and ADC</source>
        <translation>nach T2 und ADC nicht flüssig</translation>
    </message>
    <message>
        <source>not liquid by T2</source>
        <translation>nach T2 nicht flüssig</translation>
    </message>
    <message>
        <source>not liquid by ADC</source>
        <translation>nach ADC nicht flüssig</translation>
    </message>
    <message>
        <source>not as dark as liquid after contrast</source>
        <translation>nach Kontrastmittel nicht so dunkel wie Flüssigkeit</translation>
    </message>
    <message>
        <source>non-target %1 is %2 at baseline and %3 at %4 (what appears later is a new lesion, which is PD, rule NL1). Make it NEW, or PRESENT at baseline.</source>
        <translation>Nichtziel %1 ist bei Baseline %2 und bei %4 %3 (was später erscheint, ist eine neue Läsion und damit PD, Regel NL1). Machen Sie sie zu NEW, oder bei Baseline zu PRESENT.</translation>
    </message>
    <message>
        <source>target %1 at %2 is MERGED_INTO %3, which is ABSENT there (a merge is not disappearance, rule T4; both count 0 mm). Give %4 the length of the mass, or make both ABSENT.</source>
        <translation>Ziel %1 ist bei %2 MERGED_INTO %3, das dort ABSENT ist (eine Verschmelzung ist kein Verschwinden, Regel T4; beide zählen 0 mm). Geben Sie %4 die Länge der Masse, oder beiden ABSENT.</translation>
    </message>
    <message>
        <source>the sum of diameters is %1</source>
        <translation>die Summe der Durchmesser ist %1</translation>
    </message>
    <message>
        <source>the sum of diameters is incomplete: no number for %1; the measured part is %2</source>
        <translation>die Summe der Durchmesser ist unvollständig: keine Zahl für %1; der gemessene Teil ist %2</translation>
    </message>
    <message>
        <source>the sum of diameters is incomplete: no number for %1</source>
        <translation>die Summe der Durchmesser ist unvollständig: keine Zahl für %1</translation>
    </message>
    <message>
        <source>the smallest complete sum of all earlier time points, the baseline included, is %1</source>
        <translation>die kleinste vollständige Summe aller früheren Zeitpunkte, Baseline eingeschlossen, ist %1</translation>
    </message>
    <message>
        <source>neither PR (%1; PR needs %2) nor PD (%3; PD needs %4)</source>
        <translation>weder PR (%1; PR verlangt %2) noch PD (%3; PD verlangt %4)</translation>
    </message>
    <message>
        <source>an earlier partial response is kept until PD, CR or NE, although %1 (%2 is PR)</source>
        <translation>eine frühere partielle Remission gilt weiter bis PD, CR oder NE, obwohl %1 (%2 ist PR)</translation>
    </message>
    <message>
        <source>the measured part alone shows progression (missing targets counted 0 mm): %1; PD needs %2</source>
        <translation>schon der gemessene Teil zeigt Progression (fehlende Zielläsionen mit 0 mm gezählt): %1; PD verlangt %2</translation>
    </message>
    <message>
        <source>%1; PD needs %2</source>
        <translation>%1; PD verlangt %2</translation>
    </message>
    <message>
        <source>%1; PR needs %2</source>
        <translation>%1; PR verlangt %2</translation>
    </message>
    <message>
        <source>the sum rose (%1) from the %2 of %3 to %4</source>
        <translation>die Summe stieg (%1) gegenüber %2 von %3 auf %4</translation>
    </message>
    <message>
        <source>the sum fell (%1) from the %2 of %3 to %4</source>
        <translation>die Summe fiel (%1) gegenüber %2 von %3 auf %4</translation>
    </message>
    <message>
        <source>the sum did not change (%1) from the %2 of %3 to %4</source>
        <translation>die Summe blieb gleich (%1) gegenüber %2 von %3 auf %4</translation>
    </message>
    <message>
        <source>there is no complete %1</source>
        <translation>kein vollständiger Vergleich mit %1 möglich</translation>
    </message>
    <message>
        <source>baseline sum</source>
        <translation>der Baseline-Summe</translation>
    </message>
    <message>
        <source>nadir</source>
        <translation>dem Nadir</translation>
    </message>
    <message>
        <source>at least %1 less</source>
        <translation>mindestens %1 weniger</translation>
    </message>
    <message>
        <source>at least %1 and %2</source>
        <translation>mindestens %1 und %2</translation>
    </message>
    <message>
        <source>no target was examined</source>
        <translation>keine Zielläsion wurde untersucht</translation>
    </message>
    <message>
        <source>the baseline sum is incomplete, so there is nothing to compare with</source>
        <translation>die Baseline-Summe ist unvollständig, es gibt also nichts zu vergleichen</translation>
    </message>
    <message>
        <source>the sum is incomplete, and the measured part alone does not show progression; PR, SD and CR are never derived from an incomplete sum</source>
        <translation>die Summe ist unvollständig, und der gemessene Teil allein zeigt keine Progression; PR, SD und CR werden nie aus einer unvollständigen Summe abgeleitet</translation>
    </message>
    <message>
        <source>every non-nodal target has disappeared and every nodal target is below %1</source>
        <translation>jede Zielläsion außer Lymphknoten ist verschwunden, und jeder Ziel-Lymphknoten liegt unter %1</translation>
    </message>
    <message>
        <source>disease is there again after an overall complete response; any reappearance is progression, whatever its size</source>
        <translation>nach einer kompletten Remission ist wieder Tumor da; jedes Wiederauftreten ist Progression, wie groß auch immer</translation>
    </message>
    <message>
        <source>node %1 cannot be seen at all and counts 0 mm; a node that is seen keeps its short axis</source>
        <translation>Knoten %1 ist nicht mehr zu sehen und zählt 0 mm; ein sichtbarer Knoten behält seine kurze Achse</translation>
    </message>
    <message>
        <source>a non-target lesion is there again after an overall complete response</source>
        <translation>nach einer kompletten Remission ist eine Nichtzielläsion wieder da</translation>
    </message>
    <message>
        <source>the reader reports unequivocal progression of non-target disease</source>
        <translation>der Befunder gibt eine eindeutige Progression der Nichtzielläsionen an</translation>
    </message>
    <message>
        <source>a non-target lesion was not evaluated</source>
        <translation>eine Nichtzielläsion wurde nicht beurteilt</translation>
    </message>
    <message>
        <source>every non-target lesion has disappeared (nodes below 10 mm), and no followed marker is elevated</source>
        <translation>jede Nichtzielläsion ist verschwunden (Knoten unter 10 mm), und kein verfolgter Marker ist erhöht</translation>
    </message>
    <message>
        <source>non-target disease persists without unequivocal progression</source>
        <translation>Nichtzielläsionen bestehen fort ohne eindeutige Progression</translation>
    </message>
    <message>
        <source>no new lesion</source>
        <translation>keine neue Läsion</translation>
    </message>
    <message>
        <source>a possible new lesion is equivocal and does not count until proven</source>
        <translation>eine mögliche neue Läsion ist fraglich und zählt erst, wenn sie gesichert ist</translation>
    </message>
    <message>
        <source>new lesion %1 is unequivocal</source>
        <translation>neue Läsion %1 ist eindeutig</translation>
    </message>
    <message>
        <source>the overall response is PD because of %1; one of target PD, non-target PD and an unequivocal new lesion is enough</source>
        <translation>das Gesamtansprechen ist PD wegen: %1; eines genügt von Ziel-PD, Nichtziel-PD und eindeutiger neuer Läsion</translation>
    </message>
    <message>
        <source>target PD and non-target PD and an unequivocal new lesion</source>
        <translation>Ziel-PD, Nichtziel-PD und eindeutige neue Läsion</translation>
    </message>
    <message>
        <source>target PD</source>
        <translation>Ziel-PD</translation>
    </message>
    <message>
        <source>non-target PD</source>
        <translation>Nichtziel-PD</translation>
    </message>
    <message>
        <source>an unequivocal new lesion</source>
        <translation>eindeutige neue Läsion</translation>
    </message>
    <message>
        <source>target PD and non-target PD</source>
        <translation>Ziel-PD und Nichtziel-PD</translation>
    </message>
    <message>
        <source>target PD and an unequivocal new lesion</source>
        <translation>Ziel-PD und eindeutige neue Läsion</translation>
    </message>
    <message>
        <source>non-target PD and an unequivocal new lesion</source>
        <translation>Nichtziel-PD und eindeutige neue Läsion</translation>
    </message>
    <message>
        <source>no disease at baseline and no new lesion: no response can be assigned</source>
        <translation>kein Tumor bei Baseline und keine neue Läsion: kein Ansprechen bestimmbar</translation>
    </message>
    <message>
        <source>without targets the overall response is the non-target response (table 2)</source>
        <translation>ohne Zielläsionen ist das Gesamtansprechen das der Nichtzielläsionen (Tabelle 2)</translation>
    </message>
    <message>
        <source>target %1 with non-target %2 and no unequivocal new lesion (table 1)</source>
        <translation>Ziel %1 mit Nichtziel %2 und keine eindeutige neue Läsion (Tabelle 1)</translation>
    </message>
    <message>
        <source>an earlier time point was PD; this category is shown, but does not change the best response</source>
        <translation>ein früherer Zeitpunkt war PD; diese Kategorie wird gezeigt, ändert aber das beste Ansprechen nicht</translation>
    </message>
    <message>
        <source>%1 mm from %2 (%3)</source>
        <translation>%1 mm bis %2 (%3)</translation>
    </message>
    <message>
        <source>the category is %1, which is within the repeatability of %2</source>
        <translation>die Kategorie liegt %1, das ist innerhalb der Wiederholbarkeit von %2</translation>
    </message>
    <message>
        <source>the category is %1, which is within two steps of the lengths as they are recorded (%2)</source>
        <translation>die Kategorie liegt %1, das ist innerhalb von zwei Schritten der aufgezeichneten Längen (%2)</translation>
    </message>
    <message>
        <source>%1 by diameters while the volume of the targets changed by %2 from its smallest earlier value; RECIST measures one plane only</source>
        <translation>%1 nach Durchmessern, während sich das Volumen der Zielläsionen um %2 gegenüber seinem kleinsten früheren Wert änderte; RECIST misst nur eine Ebene</translation>
    </message>
    <message>
        <source>the volume changed by %1, but the viable volume did not grow: growth by necrosis or liquefaction is possible</source>
        <translation>das Volumen änderte sich um %1, das vitale Volumen wuchs aber nicht: Wachstum durch Nekrose oder Verflüssigung ist möglich</translation>
    </message>
    <message>
        <source>the volume changed by %1, and the necrotic fraction rose: growth by necrosis or liquefaction is possible</source>
        <translation>das Volumen änderte sich um %1, und der nekrotische Anteil stieg: Wachstum durch Nekrose oder Verflüssigung ist möglich</translation>
    </message>
    <message>
        <source>PD while the viable volume is not above baseline: possible pseudo-progression; RECIST stays PD</source>
        <translation>PD, während das vitale Volumen nicht über Baseline liegt: Pseudoprogression möglich; RECIST bleibt PD</translation>
    </message>
    <message>
        <source>the volume changed by %1, but what is not liquid did not grow: growth by necrosis or liquefaction is possible; without contrast it is not known what lives</source>
        <translation>das Volumen änderte sich um %1, das Nichtflüssige wuchs aber nicht: Wachstum durch Nekrose oder Verflüssigung ist möglich; ohne Kontrastmittel ist nicht bekannt, was lebt</translation>
    </message>
    <message>
        <source>the volume changed by %1, and the liquid fraction rose: growth by necrosis or liquefaction is possible; without contrast it is not known what lives</source>
        <translation>das Volumen änderte sich um %1, und der flüssige Anteil stieg: Wachstum durch Nekrose oder Verflüssigung ist möglich; ohne Kontrastmittel ist nicht bekannt, was lebt</translation>
    </message>
    <message>
        <source>PD while what is not liquid is not above baseline: possible pseudo-progression; RECIST stays PD. Without contrast it is not known what lives</source>
        <translation>PD, während das Nichtflüssige nicht über Baseline liegt: Pseudoprogression möglich; RECIST bleibt PD. Ohne Kontrastmittel ist nicht bekannt, was lebt</translation>
    </message>
    <message>
        <source>PR while the viable fraction of the targets rose</source>
        <translation>PR, während der vitale Anteil der Zielläsionen stieg</translation>
    </message>
    <message>
        <source>the longest diameters of any plane would give %1 instead of %2; the acquired plane counts</source>
        <translation>die längsten Durchmesser beliebiger Ebenen ergäben %1 statt %2; es zählt die aufgenommene Ebene</translation>
    </message>
    <message>
        <source>PD against the nadir of %1 while the sum of %2 is below the baseline of %3</source>
        <translation>PD gegenüber dem Nadir von %1, während die Summe von %2 unter der Baseline von %3 liegt</translation>
    </message>
    <message>
        <source>%1 that no other visit at least %2 apart confirms</source>
        <translation>%1, die kein anderer Zeitpunkt im Abstand von mindestens %2 bestätigt</translation>
    </message>
    <message>
        <source>%1 (%2, rule %3)</source>
        <translation>%1 (%2, Regel %3)</translation>
    </message>
    <message>
        <source>does not conform</source>
        <translation>nicht konform</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>nicht messbar</translation>
    </message>
    <message>
        <source>measurability not verifiable</source>
        <translation>Messbarkeit nicht prüfbar</translation>
    </message>
    <message>
        <source>%1: %2 against the minimum of %3 at slices of %4</source>
        <translation>%1: %2 gegenüber dem Mindestmaß %3 bei Schichten von %4</translation>
    </message>
    <message>
        <source>%1: %2 against the minimum of %3 at any slice thickness</source>
        <translation>%1: %2 gegenüber dem Mindestmaß %3 bei jeder Schichtdicke</translation>
    </message>
    <message>
        <source>%1: no size is recorded at baseline</source>
        <translation>%1: bei Baseline ist keine Größe erfasst</translation>
    </message>
    <message>
        <source>%1: a node with a short axis of %2 is normal and is not recorded</source>
        <translation>%1: ein Knoten mit einer kurzen Achse von %2 ist normal und wird nicht erfasst</translation>
    </message>
    <message>
        <source>%1: a node with a short axis of %2 is pathological but only non-target</source>
        <translation>%1: ein Knoten mit einer kurzen Achse von %2 ist pathologisch, aber nur Nichtzielläsion</translation>
    </message>
    <message>
        <source>%1: %2 cannot be verified as measurable, because the slice thickness is not known; a reader has to confirm it</source>
        <translation>%1: ob %2 messbar ist, lässt sich nicht prüfen, weil die Schichtdicke unbekannt ist; ein Befunder muss es bestätigen</translation>
    </message>
    <message>
        <source>%1 targets, more than %2</source>
        <translation>%1 Zielläsionen, mehr als %2</translation>
    </message>
    <message>
        <source>%1 targets in one organ (%2), more than %3</source>
        <translation>%1 Zielläsionen in einem Organ (%2), mehr als %3</translation>
    </message>
    <message>
        <source>a target has no organ, so the count per organ cannot be checked</source>
        <translation>eine Zielläsion hat kein Organ, die Zahl je Organ lässt sich also nicht prüfen</translation>
    </message>
    <message>
        <source>target %1 is %2 at baseline instead of measured</source>
        <translation>Zielläsion %1 ist bei Baseline %2 statt gemessen</translation>
    </message>
    <message>
        <source>non-target %1 is measurable; reason for not choosing it as target: %2</source>
        <translation>Nichtzielläsion %1 ist messbar; Grund, sie nicht als Zielläsion zu wählen: %2</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht erfasst</translation>
    </message>
    <message>
        <source>no target: the patient has non-target disease only (table 2 applies)</source>
        <translation>keine Zielläsion: der Patient hat nur Nichtzielläsionen (es gilt Tabelle 2)</translation>
    </message>
    <message>
        <source>no disease at baseline: no response can be assigned, only new lesions</source>
        <translation>kein Tumor bei Baseline: kein Ansprechen bestimmbar, nur neue Läsionen</translation>
    </message>
    <message>
        <source>necrosis threshold set by the reader: %1; automatic %2, which gives necrosis %3</source>
        <translation>Nekroseschwelle vom Befunder gesetzt: %1; automatisch %2, das ergibt Nekrose %3</translation>
    </message>
    <message>
        <source>enhancement %1 x reference tissue</source>
        <translation>Anreicherung %1 × Referenzgewebe</translation>
    </message>
    <message>
        <source>post-contrast %1 x reference tissue</source>
        <translation>Signal nach KM %1 × Referenzgewebe</translation>
    </message>
    <message>
        <source>T2 %1 x reference tissue</source>
        <translation>T2-Signal %1 × Referenzgewebe</translation>
    </message>
    <message>
        <source>%1 % (%2 to %3)</source>
        <translation>%1 % (%2 bis %3)</translation>
    </message>
    <message>
        <source>the time point &quot;%1&quot; has its images (what was measured would no longer be on them). Undo that, or give another label.</source>
        <translation>Der Zeitpunkt „%1“ hat seine Bilder schon (Gemessenes läge nicht mehr auf ihnen). Das rückgängig machen, oder eine andere Bezeichnung geben.</translation>
    </message>
    <message>
        <source>the baseline is what other dates are moved against. Move the other one.</source>
        <translation>Gegen die Baseline werden die anderen Zeitpunkte verschoben. Den anderen verschieben.</translation>
    </message>
    <message>
        <source>%1 %2 (the record could not be read back). Give another one.</source>
        <translation>%1 %2 (die Aufzeichnung wäre nicht mehr lesbar). Anders angeben.</translation>
    </message>
    <message>
        <source>%1 %2 (the record could not be read back). Change it.</source>
        <translation>%1 %2 (die Aufzeichnung wäre nicht mehr lesbar). Ändern.</translation>
    </message>
    <message>
        <source>there is no time point &quot;%1&quot;. Load its images first.</source>
        <translation>Es gibt keinen Zeitpunkt „%1“. Zuerst seine Bilder laden.</translation>
    </message>
    <message>
        <source>there is no lesion &quot;%1&quot;. Mark it first.</source>
        <translation>Es gibt keine Läsion „%1“. Zuerst markieren.</translation>
    </message>
    <message>
        <source>%1 has length zero. Set the state ABSENT if the lesion is gone.</source>
        <translation>%1 hat die Länge null. „Nicht mehr vorhanden“ setzen, wenn die Läsion verschwunden ist.</translation>
    </message>
    <message>
        <source>a %1 lesion is not absent at baseline. Mark it as new if it appeared later.</source>
        <translation>Eine Läsion dieser Rolle fehlt bei Baseline nicht. Als neu markieren, wenn sie später erschienen ist.</translation>
    </message>
    <message>
        <source>lesion %1 carries lesion %2 at &quot;%3&quot; (%4). Say first what became of %5.</source>
        <translation>Läsion %1 trägt Läsion %2 zum Zeitpunkt „%3“ (%4). Zuerst sagen, was aus %5 wurde.</translation>
    </message>
    <message>
        <source>version %1 is %2 (it cannot change). Reopen it with a reason.</source>
        <translation>Version %1 ist nicht mehr im Entwurf (sie kann sich nicht ändern). Mit Begründung wieder öffnen.</translation>
    </message>
    <message>
        <source>%1 needs a reason (the record must say why). Give it in words.</source>
        <translation>Dafür ist eine Begründung nötig (die Aufzeichnung muss sagen, warum). In Worten angeben.</translation>
    </message>
    <message>
        <source>there is a lesion &quot;%1&quot; already. Give another name.</source>
        <translation>Es gibt schon eine Läsion „%1“. Einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>lesion %1 is SPLIT at &quot;%2&quot;, which is not said of a lymph node (rule T4). Mark its parts first as lesions.</source>
        <translation>Läsion %1 ist zum Zeitpunkt „%2“ geteilt, was von einem Lymphknoten nicht gesagt wird (Regel T4). Zuerst ihre Teile als Läsionen markieren.</translation>
    </message>
    <message>
        <source>lesion %1 has a caliper. Move it instead.</source>
        <translation>Läsion %1 hat einen Durchmesser. Diesen verschieben.</translation>
    </message>
    <message>
        <source>lesion %1 has no caliper to move. Place one.</source>
        <translation>Läsion %1 hat keinen Durchmesser zum Verschieben. Einen zeichnen.</translation>
    </message>
    <message>
        <source>lesion %1 has no segmentation whose tissue could be told. Accept one first.</source>
        <translation>Läsion %1 hat keine Segmentierung, deren Gewebe bestimmt werden könnte. Zuerst eine annehmen.</translation>
    </message>
    <message>
        <source>there is no time point yet (an empty reading says nothing). Load images first.</source>
        <translation>Es gibt noch keinen Zeitpunkt (eine leere Befundung sagt nichts). Zuerst Bilder laden.</translation>
    </message>
    <message>
        <source>a draft cannot be signed (it could still change). Lock it first.</source>
        <translation>Ein Entwurf kann nicht unterschrieben werden (er könnte sich noch ändern). Zuerst sperren.</translation>
    </message>
    <message>
        <source>SPLIT is not said of a lymph node (rule T4: the longest diameters of parts are added, of a node the short axis counts). Mark its parts as lesions, or set NOT_EVALUABLE.</source>
        <translation>„Geteilt“ wird von einem Lymphknoten nicht gesagt (Regel T4: die längsten Durchmesser der Teile werden addiert, beim Knoten zählt die kurze Achse). Seine Teile als Läsionen markieren, oder „nicht beurteilbar“ setzen.</translation>
    </message>
    <message>
        <source>lesion %1 is merged into &quot;%2&quot;, which is no target (nothing would carry its size). Name the target that carries the mass.</source>
        <translation>Läsion %1 ist mit „%2“ verschmolzen, was keine Zielläsion ist (nichts trüge ihre Größe). Die Zielläsion nennen, die die Masse trägt.</translation>
    </message>
    <message>
        <source>lesions %1 and %2 would be merged into each other (nothing would carry their size). Measure one of them.</source>
        <translation>Die Läsionen %1 und %2 wären ineinander verschmolzen (nichts trüge ihre Größe). Eine von beiden messen.</translation>
    </message>
    <message>
        <source>lesion %1 is ABSENT at &quot;%2&quot; (it cannot carry another). Measure it first.</source>
        <translation>Läsion %1 ist zum Zeitpunkt „%2“ nicht mehr vorhanden (sie kann keine andere tragen). Zuerst messen.</translation>
    </message>
    <message>
        <source>the state MEASURED comes from a caliper or segmentation. Place or accept one.</source>
        <translation>Gemessen wird mit einem Durchmesser oder einer Segmentierung. Einen zeichnen oder eine annehmen.</translation>
    </message>
    <message>
        <source>%1: the disk takes no more: it is full, or a quota or the largest file size is reached (nothing of this step was kept; everything confirmed before is). Free some space and try again.</source>
        <translation>%1: Der Datenträger nimmt nichts mehr an: er ist voll, oder eine Quote oder die größte Dateigröße ist erreicht (von diesem Schritt wurde nichts behalten, alles zuvor Bestätigte schon). Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1: the record is damaged (%2). Run &quot;nadir audit verify&quot; on it.</source>
        <translation>%1: Die Aufzeichnung ist beschädigt (%2). „nadir audit verify“ darauf anwenden.</translation>
    </message>
    <message>
        <source>%1: may not be written to. Copy it to a folder you may write to.</source>
        <translation>%1: darf nicht beschrieben werden. In einen Ordner kopieren, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1: cannot be opened (%2). Check the name and the permissions.</source>
        <translation>%1: lässt sich nicht öffnen (%2). Name und Rechte prüfen.</translation>
    </message>
    <message>
        <source>%1: %2 (nothing of this step was kept; everything confirmed before is). Open the record again.</source>
        <translation>%1: %2 (von diesem Schritt wurde nichts behalten, alles zuvor Bestätigte schon). Die Aufzeichnung noch einmal öffnen.</translation>
    </message>
    <message>
        <source>%1: is no Nadir record. Give a file that &quot;nadir read&quot; made.</source>
        <translation>%1: ist keine Aufzeichnung von Nadir. Eine Datei angeben, die Nadir angelegt hat.</translation>
    </message>
    <message>
        <source>%1: was written by a newer Nadir (record version %2, this program knows %3; guessing could lose what it says). Use the newer program.</source>
        <translation>%1: wurde von einem neueren Nadir geschrieben (Fassung %2, dieses Programm kennt %3; raten könnte verlieren, was darin steht). Das neuere Programm verwenden.</translation>
    </message>
    <message>
        <source>%1: its tables are not those of a record (someone changed them). Run &quot;nadir audit verify&quot; on it.</source>
        <translation>%1: Die Tabellen sind nicht die einer Aufzeichnung (jemand hat sie geändert). „nadir audit verify“ darauf anwenden.</translation>
    </message>
    <message>
        <source>%1: there is a file already (a record is never written over). Choose another name.</source>
        <translation>%1: Die Datei gibt es schon (eine Aufzeichnung wird nie überschrieben). Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>%1: could not be made. Choose a folder you may write to.</source>
        <translation>%1: ließ sich nicht anlegen. Einen Ordner wählen, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1 is being written by another program; it is open for reading only here. Close it there to go on here.</source>
        <translation>%1 wird von einem anderen Programm geschrieben; hier ist sie nur zum Lesen offen. Dort schließen, um hier weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>%1 lies where nothing can be written; it is open for reading only. Copy it to a folder you may write to.</source>
        <translation>%1 liegt, wo nichts geschrieben werden kann; sie ist nur zum Lesen offen. In einen Ordner kopieren, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1: is not there, or is no file. Check the name.</source>
        <translation>%1: ist nicht da, oder ist keine Datei. Den Namen prüfen.</translation>
    </message>
    <message>
        <source>%1 was changed by something else since it was closed; it is open for reading only. Run &quot;nadir audit verify&quot; on it.</source>
        <translation>%1 wurde von etwas anderem geändert, seit sie geschlossen wurde; sie ist nur zum Lesen offen. „nadir audit verify“ darauf anwenden.</translation>
    </message>
    <message>
        <source>%1: ends with event %2, but %3 were confirmed (the others are lost). Bring back a copy, or run &quot;nadir audit verify&quot;.</source>
        <translation>%1: endet mit Ereignis %2, bestätigt waren aber %3 (die anderen sind verloren). Eine Kopie zurückholen, oder „nadir audit verify“ anwenden.</translation>
    </message>
    <message>
        <source>%1: was changed by another program (this act may no longer fit). Open it again.</source>
        <translation>%1: wurde von einem anderen Programm geändert (dieser Schritt passt vielleicht nicht mehr). Noch einmal öffnen.</translation>
    </message>
    <message>
        <source>the images of &quot;%1&quot; are not open (the numbers to be kept cannot be computed). Bring them back.</source>
        <translation>Die Bilder von „%1“ sind nicht offen (die Zahlen, die bleiben sollen, lassen sich nicht berechnen). Die Bilder zurückholen.</translation>
    </message>
    <message>
        <source>the images of &quot;%1&quot; are no longer where they were (the numbers to be locked cannot be computed). Bring them back.</source>
        <translation>Die Bilder von „%1“ sind nicht mehr, wo sie waren (die zu sperrenden Zahlen lassen sich nicht berechnen). Die Bilder zurückholen.</translation>
    </message>
    <message>
        <source>no temporary folder could be made (masks are put there to be measured). Check TMPDIR.</source>
        <translation>Es ließ sich kein temporärer Ordner anlegen (Masken werden dort zum Messen abgelegt). TMPDIR prüfen.</translation>
    </message>
    <message>
        <source>the record has no time point yet (there is nothing to assess). Load images first.</source>
        <translation>Die Aufzeichnung hat noch keinen Zeitpunkt (es gibt nichts auszuwerten). Zuerst Bilder laden.</translation>
    </message>
    <message>
        <source>the source names no date (files must state one, and the clock would make each export another one). Give it with --at.</source>
        <translation>Es ist kein Datum bekannt (Dateien müssen eines nennen, und mit der Uhr wäre jeder Export ein anderer). Das Datum der Dateien angeben.</translation>
    </message>
    <message>
        <source>no time point has DICOM images (a DICOM object must name the study it belongs to). Give the folders of the images in the case.</source>
        <translation>Kein Zeitpunkt hat DICOM-Bilder (ein DICOM-Objekt muss die Studie nennen, zu der es gehört). Mit den DICOM-Bildern befunden.</translation>
    </message>
    <message>
        <source>the earlier report %1 (the new one would replace something else). Name the folder dicom-sr of the earlier export, or one report of it.</source>
        <translation>Der frühere Bericht %1 (der neue ersetzte etwas anderes). Den Ordner dicom-sr des früheren Exports nennen, oder einen Bericht daraus.</translation>
    </message>
    <message>
        <source>%1 is not of the form %2 (nothing was written). Correct it.</source>
        <translation>%1 hat nicht die Form %2 (es wurde nichts geschrieben). Berichtigen.</translation>
    </message>
    <message>
        <source>%1: %2 (study days would be wrong or missing; nothing was written). Correct it.</source>
        <translation>%1: %2 (Studientage wären falsch oder fehlten; es wurde nichts geschrieben). Berichtigen.</translation>
    </message>
    <message>
        <source>no study was given: STUDYID is %1. Give --set %2=ID.</source>
        <translation>Es wurde keine Studie angegeben: STUDYID ist %1. %2 angeben.</translation>
    </message>
    <message>
        <source>the folder %1 was not written: %2 (what stood there before is unchanged). Choose a folder you may write to.</source>
        <translation>Der Ordner %1 wurde nicht geschrieben: %2 (was dort stand, ist unverändert). Einen Ordner wählen, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1/%2 reads back differently: %3 (nothing of this format was kept). This is a bug; please report it.</source>
        <translation>%1/%2 kommt anders zurück: %3 (von diesem Format wurde nichts behalten). Das ist ein Fehler des Programms; bitte melden.</translation>
    </message>
    <message>
        <source>the format %1 needs the images, and the source has numbers only. Export from the case or the record.</source>
        <translation>Das Format %1 braucht die Bilder, und die Quelle hat nur Zahlen. Aus dem Fall oder der Aufzeichnung exportieren.</translation>
    </message>
    <message>
        <source>a file that was just written cannot be read again. Check the disk or choose another folder.</source>
        <translation>Eine eben geschriebene Datei lässt sich nicht wieder lesen. Den Datenträger prüfen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>the folder holds an export of something else (two cases in one folder would be mixed up). Choose another folder.</source>
        <translation>Der Ordner enthält einen Export von etwas anderem (zwei Fälle in einem Ordner würden verwechselt). Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>no format that was asked for takes the setting %1=%2 (nothing was written). The help lists what each takes.</source>
        <translation>Keines der gewählten Formate kennt die Einstellung %1=%2 (es wurde nichts geschrieben). Eine andere Antwort wählen.</translation>
    </message>
    <message>
        <source>the record&apos;s locked numbers do not come out again from its images and masks (they must not leave under its signature). %1</source>
        <translation>Die gesperrten Zahlen der Aufzeichnung kommen aus ihren Bildern und Masken nicht wieder heraus (sie dürfen nicht unter ihrer Unterschrift hinausgehen). %1</translation>
    </message>
    <message>
        <source>a later export of this format was refused, and these files were kept: %1</source>
        <translation>ein späterer Export dieses Formats wurde abgelehnt, und diese Dateien blieben: %1</translation>
    </message>
    <message>
        <source>the %1 at %2 lies outside the image (there are no voxels to segment). Give patient coordinates in mm, LPS, of a place within this series.</source>
        <translation>Die Markierung bei %2 liegt außerhalb des Bildes (dort gibt es keine Voxel). Innerhalb dieser Serie markieren.</translation>
    </message>
    <message>
        <source>the %1 is %2 mm long (less than %3 mm, so it gives no direction). Draw it from border to border.</source>
        <translation>Die Linie ist %2 mm lang (unter %3 mm gibt sie keine Richtung). Von Rand zu Rand zeichnen.</translation>
    </message>
    <message>
        <source>the ends of the %1 lie %2 slices apart (a diameter is drawn in one slice: at most half a slice lies between its ends). Draw it in one slice, and give the extent along the slices with two points of its own.</source>
        <translation>Die Enden der Linie liegen %2 Schichten auseinander (ein Durchmesser wird in einer Schicht gezeichnet: Zwischen seinen Enden liegt höchstens eine halbe Schicht). In einer Schicht zeichnen und die Ausdehnung quer zu den Schichten mit zwei eigenen Punkten angeben.</translation>
    </message>
    <message>
        <source>the %1 at %2 lies %3 slices beyond the images (there they reach from %4 to %5). Mark the first and the last slice with tumour within this series, in mm, LPS.</source>
        <translation>Ein Ende der Ausdehnung bei %2 liegt %3 Schichten außerhalb der Bilder (sie reichen dort von %4 bis %5). Erste und letzte Schicht mit Tumor innerhalb dieser Serie markieren, in mm, LPS.</translation>
    </message>
    <message>
        <source>the marked place holds no signal (it lies in air, outside the body). Mark the lesion, in patient coordinates LPS.</source>
        <translation>Die markierte Stelle hat kein Signal (sie liegt in Luft, außerhalb des Körpers). In die Läsion klicken.</translation>
    </message>
    <message>
        <source>nothing marks the lesion (there is no line, no point and no foreground stroke). Mark it in one of these ways.</source>
        <translation>Nichts markiert die Läsion (keine Linie, kein Punkt, kein Strich innen). Auf eine dieser Arten markieren.</translation>
    </message>
    <message>
        <source>the expected lesion is empty and nothing else marks one (there is no place to look at). Mark the lesion, or take it as gone.</source>
        <translation>Die erwartete Läsion ist leer, und nichts anderes markiert eine (es ist nicht bekannt, wo zu suchen ist). Die Läsion markieren, oder als verschwunden angeben.</translation>
    </message>
    <message>
        <source>the baseline lesion is empty (there is nothing to look for). Mark the lesion on the baseline, or on the follow-up if it is new.</source>
        <translation>Die Läsion bei Baseline ist leer (es gibt nichts zu suchen). Die Läsion bei Baseline markieren, oder im Verlauf, wenn sie neu ist.</translation>
    </message>
    <message>
        <source>the mask does not lie in the baseline image (the lesion would be looked for in the wrong place). Give the mask that was drawn on this series.</source>
        <translation>Die Segmentierung liegt nicht im Bild der Baseline (die Läsion würde an der falschen Stelle gesucht). Die Serie anzeigen, auf der segmentiert wurde.</translation>
    </message>
    <message>
        <source>the follow-up does not show the place where the lesion lay (its absence would mean nothing). Choose a series that covers it.</source>
        <translation>Der Verlauf zeigt die Stelle nicht, an der die Läsion lag (ihr Fehlen hieße nichts). Eine Serie wählen, die sie abdeckt.</translation>
    </message>
    <message>
        <source>how large the lesion is now, and whether it is still there, cannot be told: what was found hardly differs from its surroundings, and along much of its border the image hardly changes (its size would be a guess). Mark it on the follow-up, or choose a sequence that shows it better.</source>
        <translation>wie groß die Läsion jetzt ist und ob sie noch da ist, ist nicht zu sagen: Was gefunden wurde, unterscheidet sich kaum von der Umgebung, und an einem großen Teil des Randes ändert sich das Bild kaum (ihre Größe wäre geraten). Markieren Sie sie in der Verlaufsuntersuchung, oder wählen Sie eine Sequenz, die sie besser zeigt.</translation>
    </message>
    <message>
        <source>whether the lesion is gone cannot be told: it was not found again, but its place does not look like the surroundings, or these have changed, too (a false remission could follow). Mark it on the follow-up, or choose a sequence that shows it better.</source>
        <translation>Ob die Läsion verschwunden ist, lässt sich nicht sagen: sie wurde nicht wiedergefunden, aber ihre Stelle sieht nicht aus wie die Umgebung, oder auch diese hat sich verändert (eine falsche Remission könnte folgen). Im Verlauf markieren, oder eine Sequenz wählen, die sie besser zeigt.</translation>
    </message>
    <message>
        <source>too little tissue around the lesion is seen on both dates (change could not be told from position). Choose series that show more, or mark the lesion by hand.</source>
        <translation>Um die Läsion ist zu beiden Zeitpunkten zu wenig Gewebe zu sehen (Veränderung und Lage wären nicht zu trennen). Serien wählen, die mehr zeigen, oder die Läsion von Hand markieren.</translation>
    </message>
    <message>
        <source>no slice is missing between drawn ones (there is nothing to fill). Draw the lesion in two slices or more with slices between them.</source>
        <translation>Zwischen gezeichneten Schichten fehlt keine (es gibt nichts zu füllen). Die Läsion in mindestens zwei Schichten mit Lücke zeichnen.</translation>
    </message>
    <message>
        <source>the image does not lie on the grid of the mask (the wrong voxels would be judged). Use the series that the lesion was drawn on.</source>
        <translation>Das Bild liegt nicht auf dem Gitter der Segmentierung (die falschen Voxel würden beurteilt). Die Serie verwenden, auf der die Läsion gezeichnet wurde.</translation>
    </message>
    <message>
        <source>none of the images covers the lesion (there is nothing to look at). Check that mask and images belong to one examination.</source>
        <translation>Keines der Bilder deckt die Läsion ab (es gibt nichts zu sehen). Prüfen, ob Segmentierung und Bilder zu einer Untersuchung gehören.</translation>
    </message>
    <message>
        <source>FLAIR is the only image (it helps to find normal tissue to compare with, but does not tell what is dead). Give T1 after contrast with it, or T2, STIR or ADC.</source>
        <translation>FLAIR ist das einzige Bild (es hilft, normales Gewebe zum Vergleich zu finden, sagt aber nicht, was tot ist). Geben Sie T1 nach Kontrastmittel dazu, oder T2, STIR oder ADC.</translation>
    </message>
    <message>
        <source>no even tissue was found around the lesion to compare its intensities with (enhancement cannot be told without). Give muscle, or in a head normal brain, with --reference MASK or --reference-point X,Y,Z.</source>
        <translation>Um die Läsion wurde kein gleichmäßiges Gewebe zum Vergleich gefunden (ohne das ist Anreicherung nicht zu bestimmen). Die Gewebe dieser Läsion von Hand beurteilen, oder mit „nadir tissue --reference“ ein Vergleichsgewebe angeben.</translation>
    </message>
    <message>
        <source>against muscle the lesion is darker after contrast than before and nowhere brighter (the two T1 series may be exchanged, and dead tissue would be called viable). Check --t1 and --t1c, or confirm the order with --confirm contrast-order.</source>
        <translation>Gegenüber Muskel ist die Läsion nach Kontrastmittel dunkler als davor und nirgends heller (die beiden T1-Serien könnten vertauscht sein, und totes Gewebe hieße vital). Die Reihenfolge der Serien prüfen.</translation>
    </message>
    <message>
        <source>none of this examination&apos;s series tells living from dead tissue (T1 after contrast, T2, STIR, ADC)</source>
        <translation>Keine Serie dieser Untersuchung trennt lebendes von totem Gewebe (T1 nach Kontrastmittel, T2, STIR, ADC)</translation>
    </message>
    <message>
        <source>no lesion was found from the marks. Draw its longest diameter, or paint it.</source>
        <translation>Aus den Markierungen wurde keine Läsion gefunden. Den längsten Durchmesser zeichnen, oder malen.</translation>
    </message>
    <message>
        <source>this map was computed, not acquired (its lesion would be one of a derived image). Hang an acquired series of this date and use that.</source>
        <translation>Diese Karte wurde berechnet, nicht aufgenommen (die Läsion wäre die eines abgeleiteten Bildes). Eine aufgenommene Serie dieses Zeitpunkts anzeigen und verwenden.</translation>
    </message>
    <message>
        <source>this series has no geometry that volumes can be measured on. Use another one, or a caliper.</source>
        <translation>Diese Serie hat keine Geometrie, auf der Volumen gemessen werden können. Eine andere verwenden, oder einen Durchmesser.</translation>
    </message>
    <message>
        <source>there is no proposal to correct. Draw the longest diameter or click into the lesion first.</source>
        <translation>Es gibt keinen Vorschlag zu korrigieren. Zuerst den längsten Durchmesser zeichnen oder in die Läsion klicken.</translation>
    </message>
    <message>
        <source>a lesion is not carried from one date to another while the reading is blinded (it would show what was found there). Mark it by hand.</source>
        <translation>Solange verblindet befundet wird, wird keine Läsion auf einen anderen Zeitpunkt übertragen (das verriete, was dort gefunden wurde). Von Hand markieren.</translation>
    </message>
    <message>
        <source>there is no measurable series like this one at &quot;%1&quot; (the lesion cannot be looked for). Mark it there by hand.</source>
        <translation>Bei „%1“ gibt es keine messbare Serie wie diese (die Läsion kann nicht gesucht werden). Dort von Hand markieren.</translation>
    </message>
    <message>
        <source>in the %1 image nothing stands out from the background (there is nothing to align). Choose another series.</source>
        <translation>Im Bild hebt sich nichts vom Hintergrund ab (es gibt nichts auszurichten). Eine andere Serie wählen.</translation>
    </message>
    <message>
        <source>the two images could not be brought together: %1 (a lesion would be looked for in the wrong place). Check that both show the same part of the same patient, or mark the lesion on the follow-up.</source>
        <translation>Die beiden Bilder ließen sich nicht zur Deckung bringen: %1 (eine Läsion würde an der falschen Stelle gesucht). Prüfen, ob beide denselben Körperteil desselben Patienten zeigen, oder die Läsion im Verlauf markieren.</translation>
    </message>
    <message>
        <source>the images have no part of the body in common, or too little of one (nothing can be compared). Choose series that show more of the same region.</source>
        <translation>Die Bilder haben keinen oder einen zu kleinen Teil des Körpers gemeinsam (es kann nichts verglichen werden). Serien wählen, die mehr von derselben Region zeigen.</translation>
    </message>
    <message>
        <source>the line is %1 mm long, %2 %3 mm (the volume may not be that of the lesion). Look at the outline.</source>
        <translation>Die Linie ist %1 mm lang, der Umriss gibt %3 mm (das Volumen ist vielleicht nicht das der Läsion). Den Umriss ansehen.</translation>
    </message>
    <message>
        <source>nobody marked the lesion here; the program found its tissue gone (%1). A reader must confirm it.</source>
        <translation>Niemand hat die Läsion hier markiert; das Programm fand ihr Gewebe verschwunden (%1). Das muss bestätigt werden.</translation>
    </message>
    <message>
        <source>nobody marked the lesion here; it was carried over from &quot;%1&quot; (%2). A reader must confirm its outline.</source>
        <translation>Niemand hat die Läsion hier markiert; sie wurde von „%1“ übertragen (%2). Der Umriss muss bestätigt werden.</translation>
    </message>
    <message>
        <source>there is no measurable series like the one it was marked on (%1). Mark it here by hand.</source>
        <translation>Es gibt keine messbare Serie wie die, auf der sie markiert wurde (%1). Hier von Hand markieren.</translation>
    </message>
    <message>
        <source>there is no measurable series like the one it was marked on (%1). Both dates have: %2. Mark it at baseline on one of these, or here by hand.</source>
        <translation>Es gibt keine messbare Serie wie die, auf der sie markiert wurde (%1). Beide Zeitpunkte haben: %2. Bei der Ausgangsuntersuchung auf einer davon markieren oder hier von Hand.</translation>
    </message>
    <message>
        <source>along %1 % of the mask&apos;s border the image hardly changes: there it follows a typical shape. Draw the short axis and mark the first and last slice, or add another sequence.</source>
        <translation>Entlang %1 % des Randes der Maske ändert sich das Bild kaum: Dort folgt sie einer typischen Form. Die kurze Achse einzeichnen und die erste und letzte Schicht markieren oder eine weitere Sequenz hinzunehmen.</translation>
    </message>
    <message>
        <source>along %1 % of the mask&apos;s border the image hardly changes: there it follows a typical shape. Mark the first and last slice, or add another sequence.</source>
        <translation>Entlang %1 % des Randes der Maske ändert sich das Bild kaum: Dort folgt sie einer typischen Form. Die erste und letzte Schicht markieren oder eine weitere Sequenz hinzunehmen.</translation>
    </message>
    <message>
        <source>it was found in %1 parts, whose longest diameters are added (rule T4): %2; taken for one lesion it would measure %3 mm. A reader must confirm that it has split.</source>
        <translation>Sie wurde in %1 Teilen gefunden, deren längste Durchmesser addiert werden (Regel T4): %2; als eine Läsion gemessen wären es %3 mm. Dass sie sich geteilt hat, muss bestätigt werden.</translation>
    </message>
    <message>
        <source>parts shorter than 10 mm that were not counted: %1</source>
        <translation>Nicht gezählte Teile, die kürzer als 10 mm sind: %1</translation>
    </message>
    <message>
        <source>its outline is in %1 parts and was in one before: if it has split, RECIST adds the longest diameters (rule T4), %2. State SPLIT with these lengths then.</source>
        <translation>Ihr Umriss besteht aus %1 Teilen und war vorher einer: Hat sie sich geteilt, addiert RECIST die längsten Durchmesser (Regel T4), %2. Dann SPLIT mit diesen Längen angeben.</translation>
    </message>
    <message>
        <source>the longest diameter spans separate pieces of its slice (a single piece there measures %1 mm; separate lesions are measured one by one). Give separate lesions separate labels.</source>
        <translation>Der längste Durchmesser überspannt getrennte Stücke seiner Schicht (ein Stück misst dort %1 mm; getrennte Läsionen werden einzeln gemessen). Getrennte Läsionen einzeln markieren.</translation>
    </message>
    <message>
        <source>the lesion lies in one slice: its volume is area x slice spacing (its extent across the slices is not known). Use the diameters.</source>
        <translation>Die Läsion liegt in einer Schicht: ihr Volumen ist Fläche mal Schichtabstand (ihre Ausdehnung quer dazu ist nicht bekannt). Die Durchmesser verwenden.</translation>
    </message>
    <message>
        <source>a necrosis threshold was set for %1, but %2 (it cannot be used, and another one would not be the reader&apos;s). Set it again, or go back to the automatic one.</source>
        <translation>Für %1 wurde eine Nekrose-Schwelle gesetzt, aber %2 (sie ist nicht anwendbar, und eine andere wäre nicht die des Befunders). Noch einmal setzen, oder zur automatischen zurückkehren.</translation>
    </message>
    <message>
        <source>%1: the secured connection failed: %2 (nothing was sent). Check the authority, the host name in its certificate, and ours.</source>
        <translation>%1: Die gesicherte Verbindung misslang: %2 (es wurde nichts gesendet). Zertifizierungsstelle, Rechnername im Zertifikat und das eigene Zertifikat prüfen.</translation>
    </message>
    <message>
        <source>%1 was not reached: %2 (nothing was sent). Check host, port and network; trying again may help.</source>
        <translation>%1 war nicht zu erreichen: %2 (es wurde nichts gesendet). Rechner, Port und Netz prüfen; noch einmal versuchen kann helfen.</translation>
    </message>
    <message>
        <source>%1 takes none of the objects or requests offered (nothing was sent). Ask its keeper to allow them.</source>
        <translation>%1 nimmt nichts von dem an, was angeboten wurde (es wurde nichts gesendet). Den Betreiber bitten, es zuzulassen.</translation>
    </message>
    <message>
        <source>the query got no answer: %1 (what there is remains unknown). Try again.</source>
        <translation>Die Anfrage blieb ohne Antwort: %1 (was es gibt, ist unbekannt). Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>the query has more than %1 answers (nobody could choose among them). Narrow it down.</source>
        <translation>Die Anfrage hat über %1 Antworten (niemand könnte daraus wählen). Die Suche eingrenzen.</translation>
    </message>
    <message>
        <source>the connection broke after %1 (the study is not whole). Fetch again.</source>
        <translation>Die Verbindung brach nach %1 ab (die Studie ist nicht vollständig). Noch einmal holen.</translation>
    </message>
    <message>
        <source>the peer fell silent after %1 (the study is not whole). Fetch again.</source>
        <translation>Das Archiv verstummte nach %1 (die Studie ist nicht vollständig). Noch einmal holen.</translation>
    </message>
    <message>
        <source>the archive sent nothing (it has no such study, or not under this title). Check what was asked for.</source>
        <translation>Das Archiv sendete nichts (es hat keine solche Studie, oder nicht unter diesem Titel). Prüfen, was verlangt wurde.</translation>
    </message>
    <message>
        <source>the study is not whole: %1 (a lesion could be missed). It was not opened; fetch it again.</source>
        <translation>Die Studie ist nicht vollständig: %1 (eine Läsion könnte fehlen). Sie wurde nicht geöffnet; noch einmal holen.</translation>
    </message>
    <message>
        <source>the list of archives cannot be used: %1 (the wrong one could be spoken to). Correct it.</source>
        <translation>Die Liste der Archive ist nicht verwendbar: %1 (es könnte das falsche angesprochen werden). Berichtigen.</translation>
    </message>
    <message>
        <source>another process has the queue (objects would be sent twice). Wait for its end.</source>
        <translation>Ein anderes Programm hat die Warteschlange (Objekte würden doppelt gesendet). Sein Ende abwarten.</translation>
    </message>
    <message>
        <source>an object with the same SOP Instance UID but other content was queued before (an archive must not hold two of one name). Give the new one a UID of its own.</source>
        <translation>Ein Objekt mit derselben SOP Instance UID, aber anderem Inhalt wurde schon eingereiht (ein Archiv darf nicht zwei gleichen Namens haben). Die frühere Sendung zuerst klären.</translation>
    </message>
    <message>
        <source>the queue cannot be used: %1 (objects could be lost or sent twice). Check the disk and its rights; the objects lie beside it.</source>
        <translation>Die Warteschlange ist nicht verwendbar: %1 (Objekte könnten verloren gehen oder doppelt gesendet werden). Datenträger und Rechte prüfen; die Objekte liegen daneben.</translation>
    </message>
    <message>
        <source>%1 is no folder or file that can be read (there is nothing to scan). Check the path.</source>
        <translation>%1 ist kein lesbarer Ordner und keine lesbare Datei (es gibt nichts einzulesen). Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>more than %1 files (this is no folder of one patient). Choose a smaller folder.</source>
        <translation>Über %1 Dateien (das ist kein Ordner eines Patienten). Einen kleineren Ordner wählen.</translation>
    </message>
    <message>
        <source>there is not enough memory to read the slices. Close other programs and try again.</source>
        <translation>Der Speicher reicht nicht, um die Schichten zu lesen. Andere Programme schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>SPLIT and &quot;fragments&quot; go together (their lengths are added). Give both or none.</source>
        <translation>„Geteilt“ und die Teile gehören zusammen (ihre Längen werden addiert). Beides angeben oder keines.</translation>
    </message>
    <message>
        <source>MERGED_INTO and &quot;merged_into&quot; go together (something must carry the size). Give both or none.</source>
        <translation>„Verschmolzen“ und die tragende Läsion gehören zusammen (etwas muss die Größe tragen). Beides angeben oder keines.</translation>
    </message>
    <message>
        <source>lesion %1 has no such part (nothing was moved). Draw it first.</source>
        <translation>Läsion %1 hat kein solches Teil (es wurde nichts verschoben). Zuerst zeichnen.</translation>
    </message>
    <message>
        <source>there is no format &quot;%1&quot; (nothing was written). Choose from: %2.</source>
        <translation>Es gibt kein Format „%1“ (es wurde nichts geschrieben). Zur Wahl stehen: %2.</translation>
    </message>
    <message>
        <source>a secured connection needs an authority or a pin (anybody could answer otherwise). Give one.</source>
        <translation>Eine gesicherte Verbindung braucht eine Zertifizierungsstelle oder einen Fingerabdruck (sonst könnte jeder antworten). Eines davon angeben.</translation>
    </message>
    <message>
        <source>our certificate and its key go together (one alone proves nothing). Give both or none.</source>
        <translation>Unser Zertifikat und sein Schlüssel gehören zusammen (eines allein beweist nichts). Beide oder keines angeben.</translation>
    </message>
    <message>
        <source>a title has at most 16 characters (a node would not know it). Shorten it.</source>
        <translation>Ein Titel hat höchstens 16 Zeichen (ein Knoten würde ihn nicht kennen). Kürzen.</translation>
    </message>
    <message>
        <source>the address of a web service must begin with https:// (nothing can be reached else). Example: https://pacs.example/dicom-web.</source>
        <translation>Die Adresse eines Webdienstes muss mit https:// beginnen (anders ist nichts zu erreichen). Beispiel: https://pacs.example/dicom-web.</translation>
    </message>
    <message>
        <source>an archive has no name (it could not be chosen). Give it one.</source>
        <translation>Ein Archiv hat keinen Namen (es könnte nicht gewählt werden). Einen angeben.</translation>
    </message>
</context>
<context>
    <name>CrosshairMode</name>
    <message>
        <source>Left: crosshair   Right drag: window   Middle drag: pan   Wheel: slices   Ctrl + wheel: zoom   Right click: menu</source>
        <translation>Links: Fadenkreuz   Rechts ziehen: Fenster   Mitte ziehen: verschieben   Rad: Schichten   Strg + Rad: Zoom   Rechtsklick: Menü</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>Assessment with everything that is known, nadir.assessment/1</source>
        <translation>Auswertung mit allem, was bekannt ist, nadir.assessment/1</translation>
    </message>
    <message>
        <source>Report for people, one page for any browser</source>
        <translation>Bericht für Menschen, eine Seite für jeden Browser</translation>
    </message>
    <message>
        <source>Report for people, on paper</source>
        <translation>Bericht für Menschen, auf Papier</translation>
    </message>
    <message>
        <source>paper of the report (default a4)</source>
        <translation>Papier des Berichts (sonst a4)</translation>
    </message>
    <message>
        <source>DICOM SR, TID 1500: lines and responses, and volumes</source>
        <translation>DICOM SR, TID 1500: Linien, Ansprechen und Volumen</translation>
    </message>
    <message>
        <source>plain (default), or ohif: lesions become annotations that OHIF can edit</source>
        <translation>plain (sonst), oder ohif: Läsionen werden Annotationen, die OHIF bearbeiten kann</translation>
    </message>
    <message>
        <source>comprehensive-3d (default), or comprehensive for archives that do not take it</source>
        <translation>comprehensive-3d (sonst), oder comprehensive für Archive, die das nicht annehmen</translation>
    </message>
    <message>
        <source>auto (default): partial when a lesion was not assessed</source>
        <translation>auto (sonst): partial, wenn eine Läsion nicht beurteilt wurde</translation>
    </message>
    <message>
        <source>organization of those who signed; without it that of the images</source>
        <translation>Einrichtung derer, die unterschrieben haben; sonst die der Bilder</translation>
    </message>
    <message>
        <source>file or folder of the reports that these replace</source>
        <translation>Datei oder Ordner der Berichte, die hiermit ersetzt werden</translation>
    </message>
    <message>
        <source>DICOM Segmentation: lesions, their parts, and lesions that are gone</source>
        <translation>DICOM-Segmentierung: Läsionen, ihre Teile, und verschwundene Läsionen</translation>
    </message>
    <message>
        <source>DICOM Parametric Map: apparent diffusion coefficient</source>
        <translation>DICOM-Parameterkarte: scheinbarer Diffusionskoeffizient (ADC)</translation>
    </message>
    <message>
        <source>DICOM Secondary Capture: key images with lines and outlines</source>
        <translation>DICOM-Bildschirmbilder: Schlüsselbilder mit Linien und Umrissen</translation>
    </message>
    <message>
        <source>DICOM Encapsulated PDF: the report in the study of the last time point</source>
        <translation>PDF in DICOM: der Bericht in der Studie des letzten Zeitpunkts</translation>
    </message>
    <message>
        <source>CDISC SDTM TU, TR, RS for RECIST 1.1: CSV, Dataset-JSON, SAS transport files</source>
        <translation>CDISC SDTM TU, TR, RS für RECIST 1.1: CSV, Dataset-JSON, SAS-Transportdateien</translation>
    </message>
    <message>
        <source>STUDYID (default UNASSIGNED, with a notice)</source>
        <translation>STUDYID (sonst UNASSIGNED, mit Hinweis)</translation>
    </message>
    <message>
        <source>USUBJID (default STUDYID, &apos;-&apos;, the case&apos;s name for the patient)</source>
        <translation>USUBJID (sonst STUDYID, „-“, der Name des Falls für den Patienten)</translation>
    </message>
    <message>
        <source>who read each source, in their order: INV (default), R1 to R9 (independent radiologists), ADJ (adjudicator)</source>
        <translation>wer welche Quelle befundet hat, in ihrer Reihenfolge: INV (sonst), R1 bis R9 (unabhängige Radiologen), ADJ (Schiedsrichter)</translation>
    </message>
    <message>
        <source>the evaluator whose readings the study goes by (--ACPTFL)</source>
        <translation>der Befunder, nach dessen Befundungen die Studie geht (--ACPTFL)</translation>
    </message>
    <message>
        <source>first day of treatment (RFSTDTC), or NAME=DAY for each patient: needed for study days</source>
        <translation>erster Tag der Behandlung (RFSTDTC), oder NAME=TAG für jeden Patienten: nötig für Studientage</translation>
    </message>
    <message>
        <source>yes: TR has volumes and viable diameters, too (default no)</source>
        <translation>yes: TR enthält auch Volumen und vitale Durchmesser (sonst no)</translation>
    </message>
    <message>
        <source>all (default), csv, json (Dataset-JSON 1.1) or xpt (SAS transport file v5)</source>
        <translation>all (sonst), csv, json (Dataset-JSON 1.1) oder xpt (SAS-Transportdatei v5)</translation>
    </message>
    <message>
        <source>FHIR R4 bundle, mCODE STU4</source>
        <translation>FHIR-R4-Bündel, mCODE STU4</translation>
    </message>
    <message>
        <source>REDCap: data dictionary, events and records of a longitudinal project</source>
        <translation>REDCap: Datenwörterbuch, Ereignisse und Datensätze eines Längsschnittprojekts</translation>
    </message>
    <message>
        <source>Tidy tables, CSV and JSON: one row for each lesion, time point and measurement</source>
        <translation>Tabellen, CSV und JSON: eine Zeile je Läsion, Zeitpunkt und Messwert</translation>
    </message>
</context>
<context>
    <name>MaskOperation</name>
    <message>
        <source>Fill between slices</source>
        <translation>Zwischen Schichten auffüllen</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Fill holes slice by slice</source>
        <translation>Löcher Schicht für Schicht füllen</translation>
    </message>
    <message>
        <source>Smooth (%1)</source>
        <translation>Glätten (%1)</translation>
    </message>
    <message>
        <source>Keep the largest part</source>
        <translation>Größten Teil behalten</translation>
    </message>
    <message>
        <source>Remove parts below %1 mL</source>
        <translation>Teile unter %1 mL entfernen</translation>
    </message>
    <message>
        <source>Grow by %1</source>
        <translation>Um %1 vergrößern</translation>
    </message>
    <message>
        <source>Shrink by %1</source>
        <translation>Um %1 verkleinern</translation>
    </message>
</context>
<context>
    <name>PanMode</name>
    <message>
        <source>Drag: move the image</source>
        <translation>Ziehen: Bild verschieben</translation>
    </message>
</context>
<context>
    <name>ResponsePage</name>
    <message>
        <source>Sum of diameters</source>
        <translation>Summe der Durchmesser</translation>
    </message>
    <message>
        <source>From baseline</source>
        <translation>Gegen Baseline</translation>
    </message>
    <message>
        <source>From nadir</source>
        <translation>Gegen Nadir</translation>
    </message>
    <message>
        <source>Volume of targets</source>
        <translation>Volumen der Zielläsionen</translation>
    </message>
    <message>
        <source>Viable volume</source>
        <translation>Vitales Volumen</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Zielläsionen</translation>
    </message>
    <message>
        <source>Non-targets</source>
        <translation>Nicht-Zielläsionen</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>Dafür: %1</translation>
    </message>
    <message>
        <source>Against: %1</source>
        <translation>Dagegen: %1</translation>
    </message>
    <message>
        <source>%1, rule %2</source>
        <translation>%1, Regel %2</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Ja, weiter</translation>
    </message>
    <message>
        <source>Protocol: %1</source>
        <translation>Protokoll: %1</translation>
    </message>
    <message>
        <source>Blinded: response, dates and flags appear when the reading is locked.</source>
        <translation>Verblindet: Ansprechen, Daten und Hinweise erscheinen, wenn die Befundung gesperrt ist.</translation>
    </message>
    <message>
        <source>The response appears here as soon as a lesion is measured.</source>
        <translation>Das Ansprechen erscheint hier, sobald eine Läsion gemessen ist.</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht befundet</translation>
    </message>
    <message>
        <source>%1 if it were locked now</source>
        <translation>%1, wenn jetzt gesperrt würde</translation>
    </message>
    <message>
        <source>Numbers are being brought up to date ...</source>
        <translation>Die Zahlen werden auf den neuen Stand gebracht ...</translation>
    </message>
</context>
<context>
    <name>ScreenWord</name>
    <message>
        <source>baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Zielläsion</translation>
    </message>
    <message>
        <source>non-target</source>
        <translation>Nicht-Zielläsion</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>follow-up %1</source>
        <translation>Verlauf %1</translation>
    </message>
    <message>
        <source>soft tissue</source>
        <translation>Weichteile</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>lymph node</source>
        <translation>Lymphknoten</translation>
    </message>
    <message>
        <source>bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>muscle</source>
        <translation>Muskel</translation>
    </message>
    <message>
        <source>retroperitoneum</source>
        <translation>Retroperitoneum</translation>
    </message>
    <message>
        <source>peritoneum</source>
        <translation>Peritoneum</translation>
    </message>
    <message>
        <source>pleura</source>
        <translation>Pleura</translation>
    </message>
    <message>
        <source>brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>ABSENT</source>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>TOO_SMALL</source>
        <translation>zu klein zum Messen</translation>
    </message>
    <message>
        <source>NOT_EVALUABLE</source>
        <translation>nicht beurteilbar</translation>
    </message>
    <message>
        <source>NOT_DONE</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>PRESENT</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>UNEQUIVOCAL_PROGRESSION</source>
        <translation>eindeutige Progression</translation>
    </message>
    <message>
        <source>NONE</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>EQUIVOCAL</source>
        <translation>nicht eindeutig</translation>
    </message>
    <message>
        <source>UNEQUIVOCAL</source>
        <translation>eindeutig</translation>
    </message>
</context>
<context>
    <name>ScribbleMode</name>
    <message>
        <source>The series is still loading: nothing can be segmented yet</source>
        <translation>Die Serie lädt noch: es kann noch nichts segmentiert werden</translation>
    </message>
    <message>
        <source>Drag: this is not lesion</source>
        <translation>Ziehen: das ist nicht Läsion</translation>
    </message>
    <message>
        <source>Drag: this is lesion   Shift + drag: this is not</source>
        <translation>Ziehen: das ist Läsion   Umschalt + ziehen: das nicht</translation>
    </message>
</context>
<context>
    <name>ScrollMode</name>
    <message>
        <source>Drag up and down: through the slices</source>
        <translation>Auf und ab ziehen: durch die Schichten</translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>Crosshair</source>
        <translation>Fadenkreuz</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>Durchmesser</translation>
    </message>
    <message>
        <source>Two diameters</source>
        <translation>Zwei Durchmesser</translation>
    </message>
    <message>
        <source>Lesion from a click</source>
        <translation>Läsion per Klick</translation>
    </message>
    <message>
        <source>Scribble</source>
        <translation>Kritzeln</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Blättern</translation>
    </message>
</context>
<context>
    <name>WhoseImages</name>
    <message>
        <source>Missing images</source>
        <translation>Fehlende Bilder</translation>
    </message>
    <message>
        <source>The images of &quot;%1&quot; are no longer where they were. Does this folder hold them?</source>
        <translation>Die Bilder von „%1“ liegen nicht mehr, wo sie lagen. Enthält dieser Ordner sie?</translation>
    </message>
    <message>
        <source>Images of &quot;%1&quot;</source>
        <translation>Bilder von „%1“</translation>
    </message>
    <message>
        <source>A new date</source>
        <translation>Ein neuer Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>WindowMode</name>
    <message>
        <source>Drag: right widens the window, up darkens the image</source>
        <translation>Ziehen: rechts weitet das Fenster, aufwärts verdunkelt das Bild</translation>
    </message>
</context>
<context>
    <name>ZoomMode</name>
    <message>
        <source>Drag: up enlarges, down makes smaller</source>
        <translation>Ziehen: aufwärts vergrößert, abwärts verkleinert</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ArchiveEditor</name>
    <message>
        <source>as it is called here</source>
        <translation>wie es hier heißt</translation>
    </message>
    <message>
        <source>Secured (TLS)</source>
        <translation>Gesichert (TLS)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Try connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>DICOM node</source>
        <translation>DICOM-Knoten</translation>
    </message>
    <message>
        <source>DICOMweb service</source>
        <translation>DICOMweb-Dienst</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>Rechner und Port</translation>
    </message>
    <message>
        <source>Its AE title</source>
        <translation>Sein AE-Titel</translation>
    </message>
    <message>
        <source>Our AE title</source>
        <translation>Unser AE-Titel</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>Wartet auf Antwort</translation>
    </message>
    <message>
        <source>Authority (PEM)</source>
        <translation>Zertifizierungsstelle (PEM)</translation>
    </message>
    <message>
        <source>or pin (SHA-256)</source>
        <translation>oder Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Our certificate (PEM)</source>
        <translation>Unser Zertifikat (PEM)</translation>
    </message>
    <message>
        <source>Its key (PEM)</source>
        <translation>Sein Schlüssel (PEM)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>(new)</source>
        <translation>(neu)</translation>
    </message>
    <message>
        <source>Trying ...</source>
        <translation>Wird geprüft ...</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ArchiveModel</name>
    <message>
        <source>There is no archive of this name (it is not known where to turn). Add it to %1.</source>
        <translation>Es gibt kein Archiv dieses Namens (wohin zu wenden ist, ist nicht bekannt). Tragen Sie es in %1 ein.</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Sending to %1</source>
        <translation>Senden an %1</translation>
    </message>
    <message>
        <source>%1 confirmed %2 objects; %3 refused, %4 wait in the queue.</source>
        <translation>%1 hat %2 Objekte bestätigt; %3 abgelehnt, %4 warten in der Schlange.</translation>
    </message>
    <message>
        <source>searching %1</source>
        <translation>Suche in %1</translation>
    </message>
    <message>
        <source>fetching a study from %1</source>
        <translation>Holen einer Studie von %1</translation>
    </message>
    <message>
        <source>sending to %1</source>
        <translation>Senden an %1</translation>
    </message>
    <message>
        <source>Stopped: %1. What the archive has confirmed by then stands; what was to be sent waits in the queue.</source>
        <translation>Angehalten: %1. Was das Archiv bis dahin bestätigt hat, gilt; was zu senden war, wartet in der Schlange.</translation>
    </message>
    <message>
        <source>trying %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Trying %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>%1 answers and takes us for who we are.</source>
        <translation>%1 antwortet und erkennt uns an.</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ArchivePanel</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Open study</source>
        <translation>Studie öffnen</translation>
    </message>
    <message>
        <source>Send results ...</source>
        <translation>Ergebnisse senden ...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>YYYYMMDD or YYYYMMDD-YYYYMMDD</source>
        <translation>JJJJMMTT oder JJJJMMTT-JJJJMMTT</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patienten-ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Folder with exported DICOM objects</source>
        <translation>Ordner mit exportierten DICOM-Objekten</translation>
    </message>
    <message>
        <source>Blinded: names and dates of an archive are not shown.</source>
        <translation>Verblindet: Namen und Daten eines Archivs werden nicht gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n studies found</source>
        <translation>
            <numerusform>%n Studie gefunden</numerusform>
            <numerusform>%n Studien gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Send again what did not arrive (%1)</source>
        <translation>Nicht Angekommenes noch einmal senden (%1)</translation>
    </message>
    <message>
        <source>Archives ...</source>
        <translation>Archive ...</translation>
    </message>
    <message>
        <source>No archive is known. Add one with &quot;Archives ...&quot;; the list is %1.</source>
        <translation>Es ist kein Archiv bekannt. Eines über &quot;Archive ...&quot; hinzufügen; die Liste ist %1.</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::AssessmentModel</name>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Computing what is locked</source>
        <translation>Was gesperrt wird, wird berechnet</translation>
    </message>
    <message>
        <source>The reading was not locked (it may have changed meanwhile). Look at it and lock it again.</source>
        <translation>Die Befundung wurde nicht gesperrt (sie kann sich inzwischen geändert haben). Ansehen und noch einmal sperren.</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::CaseSession</name>
    <message>
        <source>%1 cannot be made (a reading has to be kept somewhere). Choose a folder yourself.</source>
        <translation>%1 kann nicht angelegt werden (eine Befundung muss irgendwo liegen). Bitte selbst einen Ordner wählen.</translation>
    </message>
    <message>
        <source>images cannot be added: no reading is open that may be changed. Begin or reopen one.</source>
        <translation>Bilder können nicht hinzugefügt werden: keine Befundung ist offen, die geändert werden darf. Eine beginnen oder wieder öffnen.</translation>
    </message>
    <message>
        <source>the images of &quot;%1&quot; are no longer where they were (nothing can be measured on them). Say where they are now.</source>
        <translation>die Bilder von „%1“ liegen nicht mehr, wo sie lagen (auf ihnen kann nichts gemessen werden). Angeben, wo sie jetzt sind.</translation>
    </message>
    <message>
        <source>the images in this folder are not those that were read at &quot;%1&quot; (numbers would not be theirs). Give the folder with the very same files.</source>
        <translation>die Bilder in diesem Ordner sind nicht die, die bei „%1“ befundet wurden (die Zahlen wären nicht ihre). Den Ordner mit genau denselben Dateien angeben.</translation>
    </message>
    <message>
        <source>the folder of &quot;%1&quot; holds no images that can be used. Choose another one.</source>
        <translation>der Ordner von „%1“ enthält keine verwendbaren Bilder. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>%1 holds no images that can be used. Choose another folder.</source>
        <translation>%1 enthält keine verwendbaren Bilder. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is still missing, and the folders after it wait. Give the right folder.</source>
        <translation>„%1“ fehlt noch, und die Ordner danach warten. Den richtigen Ordner angeben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is still missing, and the time points after it wait. Give the right folder.</source>
        <translation>„%1“ fehlt noch, und die Zeitpunkte danach warten. Den richtigen Ordner angeben.</translation>
    </message>
    <message>
        <source>%1 of the files could not be used (their slices are missing). The first: %2: %3</source>
        <translation>%1 der Dateien sind nicht verwendbar (ihre Schichten fehlen). Die erste: %2: %3</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ExportDialog</name>
    <message>
        <source>confirmed by the archive</source>
        <translation>vom Archiv bestätigt</translation>
    </message>
    <message>
        <source>refused by the archive</source>
        <translation>vom Archiv abgelehnt</translation>
    </message>
    <message>
        <source>waits in the queue</source>
        <translation>wartet in der Schlange</translation>
    </message>
    <message>
        <source>Choose ...</source>
        <translation>Wählen ...</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>Export and send</source>
        <translation>Exportieren und senden</translation>
    </message>
    <message>
        <source>do not send</source>
        <translation>nicht senden</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Näheres</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>DICOM objects to</source>
        <translation>DICOM-Objekte an</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Ordner für den Export</translation>
    </message>
    <message numerus="yes">
        <source>%n files written and read back</source>
        <translation>
            <numerusform>%n Datei geschrieben und zurückgelesen</numerusform>
            <numerusform>%n Dateien geschrieben und zurückgelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>refused, nothing written</source>
        <translation>abgelehnt, nichts geschrieben</translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation>nichts gesendet</translation>
    </message>
    <message>
        <source>none of the chosen formats holds DICOM objects</source>
        <translation>keines der gewählten Formate enthält DICOM-Objekte</translation>
    </message>
    <message>
        <source>Everything is computed from the images once more, written and read back ...</source>
        <translation>Alles wird noch einmal aus den Bildern berechnet, geschrieben und zurückgelesen ...</translation>
    </message>
    <message>
        <source>Sending ...</source>
        <translation>Senden ...</translation>
    </message>
    <message>
        <source>Files hold the reading as it stands; what is locked must come out as it was locked.</source>
        <translation>Die Dateien enthalten die Befundung, wie sie steht; was gesperrt ist, muss so herauskommen, wie es gesperrt wurde.</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>weggelassen: %1</translation>
    </message>
    <message>
        <source>What waits in the queue, and what the archive refused before</source>
        <translation>Was in der Warteschlange wartet, und was das Archiv zuvor abgelehnt hat</translation>
    </message>
    <message>
        <source>Send again what did not arrive (%1)</source>
        <translation>Nicht Angekommenes noch einmal senden (%1)</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ExportModel</name>
    <message>
        <source>Computing what is exported</source>
        <translation>Berechnung des Exports</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date (the files would state another one). Give it as 2024-01-31 or 2024-01-31T10:15:00, or leave it empty.</source>
        <translation>„%1“ ist kein Datum (die Dateien würden ein anderes nennen). Als 2024-01-31 oder 2024-01-31T10:15:00 angeben, oder leer lassen.</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ExportSettingsForm</name>
    <message>
        <source>default</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>for this case alone; not remembered</source>
        <translation>nur für diesen Fall; wird nicht gemerkt</translation>
    </message>
    <message>
        <source>last signature, else last examination</source>
        <translation>letzte Unterschrift, sonst letzte Untersuchung</translation>
    </message>
    <message>
        <source>Date that the files state as theirs (2024-01-31)</source>
        <translation>Datum, das die Dateien nennen (2024-01-31)</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::HelpSheet</name>
    <message>
        <source>Mouse in a view</source>
        <translation>Maus in einer Ansicht</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>the tool at hand</source>
        <translation>das Werkzeug zur Hand</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Rechts ziehen</translation>
    </message>
    <message>
        <source>window and level</source>
        <translation>Fensterbreite und -lage</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Rechtsklick</translation>
    </message>
    <message>
        <source>menu of the view</source>
        <translation>Menü der Ansicht</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Mitte ziehen</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>slices; with Shift five at once</source>
        <translation>Schichten; mit Umschalt fünf auf einmal</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Rad</translation>
    </message>
    <message>
        <source>zoom about the pointer</source>
        <translation>Zoom um den Zeiger</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>this view alone, or all</source>
        <translation>diese Ansicht allein oder alle</translation>
    </message>
    <message>
        <source>Arrows, Page, Home, End</source>
        <translation>Pfeile, Bild, Pos1, Ende</translation>
    </message>
    <message>
        <source>slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::HistoryPanel</name>
    <message>
        <source>Comment; Return keeps it in the record</source>
        <translation>Kommentar; Eingabe legt ihn im Protokoll ab</translation>
    </message>
    <message>
        <source>Back to here</source>
        <translation>Zurück bis hier</translation>
    </message>
    <message>
        <source>Undo everything after the chosen entry. Undone acts stay in the record and can be redone.</source>
        <translation>Alles nach dem gewählten Eintrag rückgängig machen. Zurückgenommenes bleibt im Protokoll und kann wiederholt werden.</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ImageLibrary</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Identifying %1</source>
        <translation>%1 wird bestimmt</translation>
    </message>
    <message>
        <source>Reading images was stopped. What had been read stays.</source>
        <translation>Das Lesen der Bilder wurde angehalten. Was gelesen war, bleibt.</translation>
    </message>
    <message>
        <source>Loading series %1 of %2</source>
        <translation>Serie %1 von %2 lädt</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>Ordner wird gelesen</translation>
    </message>
    <message>
        <source>Computing the ADC map of %1</source>
        <translation>Berechnung der ADC-Karte von %1</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::KeyTable</name>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>Neue Taste:</translation>
    </message>
    <message>
        <source>%1 is the key of &quot;%2&quot; already. Give that one another key first.</source>
        <translation>%1 ist schon die Taste von „%2“. Erst dieser eine andere Taste geben.</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::LayoutButton</name>
    <message>
        <source>Views: rows and columns</source>
        <translation>Ansichten: Zeilen und Spalten</translation>
    </message>
    <message>
        <source>Hang all views automatically</source>
        <translation>Alle Ansichten automatisch hängen</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::LesionCellText</name>
    <message>
        <source>Source: %1</source>
        <translation>Herkunft: %1</translation>
    </message>
    <message>
        <source>Viable volume: %1 mL</source>
        <translation>Vitales Volumen: %1 mL</translation>
    </message>
    <message>
        <source>is being brought up to date</source>
        <translation>wird auf den neuen Stand gebracht</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::LesionPanel</name>
    <message>
        <source>absent</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>not evaluable ...</source>
        <translation>nicht beurteilbar ...</translation>
    </message>
    <message>
        <source>too small to measure (counts as 5 mm)</source>
        <translation>zu klein zum Messen (zählt als 5 mm)</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>unequivocal progression ...</source>
        <translation>eindeutiger Progress ...</translation>
    </message>
    <message>
        <source>unequivocal</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>equivocal</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Lymph node: its short axis counts</source>
        <translation>Lymphknoten: seine kurze Achse zählt</translation>
    </message>
    <message>
        <source>New lesion</source>
        <translation>Neue Läsion</translation>
    </message>
    <message>
        <source>What is drawn next is a new lesion of this role in this organ</source>
        <translation>Was als Nächstes gezeichnet wird, ist eine neue Läsion dieser Rolle in diesem Organ</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>Withdraw the lesion ...</source>
        <translation>Läsion zurückziehen ...</translation>
    </message>
    <message>
        <source>Withdraw %1</source>
        <translation>%1 zurückziehen</translation>
    </message>
    <message>
        <source>Why? The reason stays in the record.</source>
        <translation>Warum? Der Grund bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>Organ</translation>
    </message>
    <message>
        <source>Other ...</source>
        <translation>Anderes ...</translation>
    </message>
    <message>
        <source>Organ of the lesion:</source>
        <translation>Organ der Läsion:</translation>
    </message>
    <message>
        <source>State at %1</source>
        <translation>Zustand bei %1</translation>
    </message>
    <message>
        <source>Take away what is marked here</source>
        <translation>Markierungen hier wegnehmen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Lymph node: the short axis counts</source>
        <translation>Lymphknoten: die kurze Achse zählt</translation>
    </message>
    <message>
        <source>split: the caliper is its first part, further ones are added</source>
        <translation>zerfallen: die Messlinie ist der erste Teil, weitere kommen hinzu</translation>
    </message>
    <message>
        <source>merged into</source>
        <translation>verschmolzen mit</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::LesionTableModel</name>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>wird gemessen</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source> (short axis)</source>
        <translation> (kurze Achse)</translation>
    </message>
    <message>
        <source> mL</source>
        <translation> mL</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>, lymph node</source>
        <translation>, Lymphknoten</translation>
    </message>
    <message>
        <source>propagation, to be confirmed</source>
        <translation>Übertragung, zu bestätigen</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>segmentation (%1)</source>
        <translation>Segmentierung (%1)</translation>
    </message>
    <message>
        <source>caliper, volume by %1</source>
        <translation>Messlinie, Volumen durch %1</translation>
    </message>
    <message>
        <source>caliper</source>
        <translation>Messlinie</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>Läsion</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>Organ</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 in %2 parts</source>
        <translation>%1 in %2 Teilen</translation>
    </message>
    <message>
        <source>cannot be measured</source>
        <translation>nicht messbar</translation>
    </message>
    <message>
        <source>the diameter was drawn by the reader at one date and is that of the segmentation at the other: part of the change may be the method. Draw both, or take the automatic diameter (Shift+A) and check it</source>
        <translation>Der Durchmesser ist zu einem Zeitpunkt von Hand gezeichnet und zum anderen der der Segmentierung: ein Teil der Änderung kann am Verfahren liegen. Zeichnen Sie beide, oder übernehmen Sie den automatischen Durchmesser (Umschalt+A) und prüfen Sie ihn</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::LinkModel</name>
    <message>
        <source>Registering</source>
        <translation>Wird registriert</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::MainWindow</name>
    <message>
        <source>Nadir</source>
        <translation>Nadir</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Lesions and response</source>
        <translation>Läsionen und Ansprechen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Left: crosshair   Right drag: window   Middle drag: pan   Wheel: slices   Ctrl + wheel: zoom   Right click: menu</source>
        <translation>Links: Fadenkreuz   Rechts ziehen: Fenster   Mitte ziehen: verschieben   Rad: Schichten   Strg + Rad: Zoom   Rechtsklick: Menü</translation>
    </message>
    <message>
        <source> (read only)</source>
        <translation> (nur lesen)</translation>
    </message>
    <message>
        <source>%1%2 - Nadir</source>
        <translation>%1%2 - Nadir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>%1: registering ...</source>
        <translation>%1: wird registriert ...</translation>
    </message>
    <message>
        <source>%1: registered</source>
        <translation>%1: registriert</translation>
    </message>
    <message>
        <source>%1: not registered, positions as scanned</source>
        <translation>%1: nicht registriert, Lage wie aufgenommen</translation>
    </message>
    <message>
        <source>dates not linked</source>
        <translation>Zeitpunkte nicht verbunden</translation>
    </message>
    <message>
        <source>The dates are linked, so their crosshairs lie at the same place already. Switch the link off, put both crosshairs on the same structure, then take them.</source>
        <translation>Die Zeitpunkte sind verbunden, ihre Fadenkreuze liegen also schon an derselben Stelle. Verbindung lösen, beide Fadenkreuze auf dieselbe Struktur setzen, dann übernehmen.</translation>
    </message>
    <message>
        <source>Open images</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Fall öffnen</translation>
    </message>
    <message>
        <source>Cases (*.nadir)</source>
        <translation>Fälle (*.nadir)</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ReadingStrip</name>
    <message>
        <source>Blinded</source>
        <translation>Verblindet</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signieren</translation>
    </message>
    <message>
        <source>Reopen ...</source>
        <translation>Wieder öffnen ...</translation>
    </message>
    <message>
        <source>Hides dates, results of other dates, responses and flags until the reading is locked</source>
        <translation>Verbirgt Daten, Ergebnisse anderer Zeitpunkte, Ansprechen und Hinweise, bis die Befundung gesperrt ist</translation>
    </message>
    <message>
        <source>Computes everything from the images once more and ends the changes of this version</source>
        <translation>Berechnet alles noch einmal aus den Bildern und beendet die Änderungen dieser Version</translation>
    </message>
    <message>
        <source>read and agreed</source>
        <translation>befundet und bestätigt</translation>
    </message>
    <message>
        <source>Reopen the reading</source>
        <translation>Befundung wieder öffnen</translation>
    </message>
    <message>
        <source>Why is a new version needed? The reason stays in the record.</source>
        <translation>Warum ist eine neue Version nötig? Der Grund bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>Version %1: %2</source>
        <translation>Version %1: %2</translation>
    </message>
    <message>
        <source>, signed by %1</source>
        <translation>, signiert von %1</translation>
    </message>
    <message>
        <source> (read only)</source>
        <translation> (nur lesen)</translation>
    </message>
    <message>
        <source>End blinding</source>
        <translation>Verblindung beenden</translation>
    </message>
    <message>
        <source>Why before the lock? The reason stays in the record.</source>
        <translation>Warum vor dem Abschließen? Der Grund bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language of these texts</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>. Signing says: &quot;%1&quot;</source>
        <translation>. Unterschrieben wird: „%1“</translation>
    </message>
    <message>
        <source>Signs the locked version as %1: &quot;%2&quot;</source>
        <translation>Unterschreibt die abgeschlossene Version als %1: „%2“</translation>
    </message>
    <message>
        <source>Sign the reading</source>
        <translation>Befundung unterschreiben</translation>
    </message>
    <message>
        <source>Who signs? The name stays in the record, in reports and exports.</source>
        <translation>Wer unterschreibt? Der Name steht in der Aufzeichnung, in Berichten und Exporten.</translation>
    </message>
    <message>
        <source>. Signing as %1 says: &quot;%2&quot;</source>
        <translation>. Die Unterschrift als %1 sagt: „%2“</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ReportPanel</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Write report ...</source>
        <translation>Bericht schreiben ...</translation>
    </message>
    <message>
        <source>Blinded: there is a report once the reading is locked.</source>
        <translation>Verblindet: einen Bericht gibt es, wenn die Befundung gesperrt ist.</translation>
    </message>
    <message>
        <source>The report tells of the reading as it stands.</source>
        <translation>Der Bericht gibt die Befundung wieder, wie sie steht.</translation>
    </message>
    <message>
        <source>There is a report as soon as something is measured.</source>
        <translation>Einen Bericht gibt es, sobald etwas gemessen ist.</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>The report was written to %1</source>
        <translation>Der Bericht wurde nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Export and send ...</source>
        <translation>Exportieren und senden ...</translation>
    </message>
    <message>
        <source>Laying out the pages ...</source>
        <translation>Seiten werden gesetzt ...</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>The reading has changed since these pages were laid out.</source>
        <translation>Die Befundung hat sich geändert, seit diese Seiten gesetzt wurden.</translation>
    </message>
    <message numerus="yes">
        <source>%n pages, as they are printed, of the reading as it stands</source>
        <translation>
            <numerusform>%n Seite, wie sie gedruckt wird, zur Befundung, wie sie steht</numerusform>
            <numerusform>%n Seiten, wie sie gedruckt werden, zur Befundung, wie sie steht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ResultPanels</name>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Befundung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>New lesion</source>
        <translation>Neue Läsion</translation>
    </message>
    <message>
        <source>Next lesion</source>
        <translation>Nächste Läsion</translation>
    </message>
    <message>
        <source>Previous lesion</source>
        <translation>Vorige Läsion</translation>
    </message>
    <message>
        <source>Lock the reading</source>
        <translation>Befundung sperren</translation>
    </message>
    <message>
        <source>Sign the reading</source>
        <translation>Befundung signieren</translation>
    </message>
    <message>
        <source>Reopen the reading ...</source>
        <translation>Befundung wieder öffnen ...</translation>
    </message>
    <message>
        <source>Report preview</source>
        <translation>Vorschau des Berichts</translation>
    </message>
    <message>
        <source>Write report ...</source>
        <translation>Bericht schreiben ...</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Export and send ...</source>
        <translation>Exportieren und senden ...</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::SegmentationJob</name>
    <message>
        <source>Registering the dates</source>
        <translation>Zeitpunkte werden registriert</translation>
    </message>
    <message>
        <source>Finding the lesion</source>
        <translation>Läsion wird gesucht</translation>
    </message>
    <message>
        <source>Correcting the lesion</source>
        <translation>Läsion wird korrigiert</translation>
    </message>
    <message>
        <source>Looking for the lesion</source>
        <translation>Läsion wird am anderen Datum gesucht</translation>
    </message>
    <message>
        <source>Telling living from dead tissue</source>
        <translation>Lebendes und totes Gewebe werden getrennt</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::SeriesDelegate</name>
    <message numerus="yes">
        <source>%n slice(s)</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadir::viewer::SeriesListModel</name>
    <message>
        <source>ADC, computed</source>
        <translation>ADC, berechnet</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Reader (signs as)</source>
        <translation>Befunder (signiert als)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language (from the next start)</source>
        <translation>Sprache (ab dem nächsten Start)</translation>
    </message>
    <message>
        <source>Ends of a diameter snap to edges within 3 mm</source>
        <translation>Enden eines Durchmessers rasten an Kanten innerhalb von 3 mm ein</translation>
    </message>
    <message>
        <source>Magnifier while measuring</source>
        <translation>Lupe beim Messen</translation>
    </message>
    <message>
        <source>Brush and eraser are balls, not discs</source>
        <translation>Pinsel und Radierer sind Kugeln, nicht Scheiben</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Grow and shrink by</source>
        <translation>Vergrößern und verkleinern um</translation>
    </message>
    <message>
        <source>Smallest part that stays</source>
        <translation>Kleinster Teil, der bleibt</translation>
    </message>
    <message>
        <source>mL</source>
        <translation>mL</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::StartPage</name>
    <message>
        <source>Open images ...</source>
        <translation>Bilder öffnen ...</translation>
    </message>
    <message>
        <source>Open a case ...</source>
        <translation>Einen Fall öffnen ...</translation>
    </message>
    <message>
        <source>Drop baseline images here</source>
        <translation>Bilder der Baseline hierher ziehen</translation>
    </message>
    <message>
        <source>A folder or a DICOMDIR. Drop the follow-up next: series of both dates pair and hang side by side by themselves.</source>
        <translation>Ein Ordner oder ein DICOMDIR. Danach den Verlauf hierher ziehen: Serien beider Zeitpunkte finden sich und hängen von selbst nebeneinander.</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>Letzte Fälle</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::SurfaceCanvas</name>
    <message>
        <source>Building the surface ...</source>
        <translation>Die Oberfläche wird aufgebaut …</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>No lesion has a volume or a diameter at this time point yet</source>
        <translation>Noch hat keine Läsion zu diesem Zeitpunkt ein Volumen oder einen Durchmesser</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ThresholdStrip</name>
    <message>
        <source>%1 % (%2 to %3)</source>
        <translation>%1 % (%2 bis %3)</translation>
    </message>
    <message>
        <source>Dead: enhancement below</source>
        <translation>Tot: Anreicherung unter</translation>
    </message>
    <message>
        <source>Dead: signal after contrast below</source>
        <translation>Tot: Signal nach KM unter</translation>
    </message>
    <message>
        <source>Dead: ADC above</source>
        <translation>Tot: ADC über</translation>
    </message>
    <message>
        <source>Dead: T2 signal above</source>
        <translation>Tot: T2-Signal über</translation>
    </message>
    <message>
        <source> × reference</source>
        <translation> × Referenz</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back to the threshold found from the images</source>
        <translation>Zurück zur Schwelle, die aus den Bildern bestimmt wurde</translation>
    </message>
    <message>
        <source>why another threshold (stays in the record)</source>
        <translation>warum eine andere Schwelle (bleibt im Protokoll)</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Necrosis of %1: &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>Nekrose von %1: &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>; automatic (%1): %2</source>
        <translation>; automatisch (%1): %2</translation>
    </message>
    <message>
        <source>tried out, not set</source>
        <translation>ausprobiert, nicht gesetzt</translation>
    </message>
    <message>
        <source>Values within the lesion; gray: robustness band of the threshold, tick below: automatic threshold. Where T2 or ADC are there, they still tell liquid from solid tissue that does not enhance.</source>
        <translation>Werte in der Läsion; grau: Robustheitsband der Schwelle, Strich unten: automatische Schwelle. Wo T2 oder ADC vorliegen, unterscheiden sie weiterhin Flüssigkeit von festem Gewebe ohne Anreicherung.</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::TimelineModel</name>
    <message>
        <source>Time point</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Sum of diameters (mm)</source>
        <translation>Summe der Durchmesser (mm)</translation>
    </message>
    <message>
        <source>Volume (mL)</source>
        <translation>Volumen (mL)</translation>
    </message>
    <message>
        <source>Viable volume (mL)</source>
        <translation>Vitales Volumen (mL)</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Ansprechen</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::TimelinePlot</name>
    <message>
        <source>Sum of diameters, mm</source>
        <translation>Summe der Durchmesser, mm</translation>
    </message>
    <message>
        <source>Volume, mL</source>
        <translation>Volumen, mL</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ToolControl</name>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Give up what is under way</source>
        <translation>Begonnenes abbrechen</translation>
    </message>
    <message>
        <source>Lesion from its caliper</source>
        <translation>Läsion aus ihrer Messlinie</translation>
    </message>
    <message>
        <source>Accept the proposal</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Discard the proposal</source>
        <translation>Vorschlag verwerfen</translation>
    </message>
    <message>
        <source>Propagate to the next date</source>
        <translation>Auf den nächsten Zeitpunkt übertragen</translation>
    </message>
    <message>
        <source>Tell viable from dead tissue</source>
        <translation>Vitales und totes Gewebe unterscheiden</translation>
    </message>
    <message>
        <source>Keep what lies within the window</source>
        <translation>Behalten, was im Fenster liegt</translation>
    </message>
    <message>
        <source>The diameter was drawn on a reformat (RECIST measures in the acquired plane). Draw it in an acquired slice.</source>
        <translation>Der Durchmesser wurde auf einer Reformatierung gezeichnet (RECIST misst in der Aufnahmeebene). In einer aufgenommenen Schicht zeichnen.</translation>
    </message>
    <message>
        <source>nothing is proposed that could be corrected. Scribble inside the lesion first.</source>
        <translation>es gibt keinen Vorschlag zu berichtigen. Zuerst in die Läsion kritzeln.</translation>
    </message>
    <message>
        <source>nothing would be left of the segmentation. State the lesion as absent instead, or undo.</source>
        <translation>von der Segmentierung bliebe nichts. Stattdessen die Läsion als verschwunden angeben oder rückgängig machen.</translation>
    </message>
    <message>
        <source>the lesion at hand has no caliper at this date. Draw its longest diameter first (D).</source>
        <translation>die Läsion zur Hand hat zu diesem Zeitpunkt keine Messlinie. Zuerst ihren längsten Durchmesser zeichnen (D).</translation>
    </message>
    <message>
        <source>no series of the earlier date is shown. Hang the one on which the lesion was segmented.</source>
        <translation>keine Serie des früheren Zeitpunkts ist zu sehen. Die hängen, auf der die Läsion segmentiert wurde.</translation>
    </message>
    <message>
        <source>there is no date to which the lesion at hand could be propagated (it needs a segmentation at the date before). Segment it first (G).</source>
        <translation>es gibt keinen Zeitpunkt, auf den die Läsion zur Hand übertragen werden könnte (sie braucht eine Segmentierung am Zeitpunkt davor). Zuerst segmentieren (G).</translation>
    </message>
    <message>
        <source>the lesion at hand has no segmentation at this date. Segment it first (G).</source>
        <translation>die Läsion zur Hand hat zu diesem Zeitpunkt keine Segmentierung. Zuerst segmentieren (G).</translation>
    </message>
    <message>
        <source>no lesion is at hand. Choose one in the table.</source>
        <translation>keine Läsion ist zur Hand. Eine in der Tabelle wählen.</translation>
    </message>
    <message>
        <source>nothing is proposed. Draw a caliper and press G, or click a lesion (K).</source>
        <translation>nichts ist vorgeschlagen. Eine Messlinie zeichnen und G drücken oder eine Läsion anklicken (K).</translation>
    </message>
    <message>
        <source>nothing would be left of the segmentation. State the lesion as absent instead, or discard it.</source>
        <translation>von der Segmentierung bliebe nichts. Stattdessen die Läsion als verschwunden angeben oder den Vorschlag verwerfen.</translation>
    </message>
    <message>
        <source>The lesion seems gone at the later date. Accept (A) to state it as absent.</source>
        <translation>Die Läsion scheint am späteren Zeitpunkt verschwunden. Annehmen (A) gibt sie als verschwunden an.</translation>
    </message>
    <message>
        <source>Take the automatic diameter</source>
        <translation>Automatischen Durchmesser übernehmen</translation>
    </message>
    <message>
        <source>the lesion at hand has no automatic diameter at this date (it comes from a segmentation without a caliper). Segment it first.</source>
        <translation>die Läsion zur Hand hat zu diesem Zeitpunkt keinen automatischen Durchmesser (er kommt aus einer Segmentierung ohne Messlinie). Zuerst segmentieren.</translation>
    </message>
    <message>
        <source>Dashed outline: proposed. A: accept   Del: discard</source>
        <translation>Gestrichelter Umriss: Vorschlag. A: annehmen   Entf: verwerfen</translation>
    </message>
    <message>
        <source>Read only: this tool changes nothing here</source>
        <translation>Nur lesen: dieses Werkzeug ändert hier nichts</translation>
    </message>
    <message>
        <source>The reading is locked: this tool changes nothing until it is reopened</source>
        <translation>Die Befundung ist gesperrt: dieses Werkzeug ändert nichts, bis sie wieder geöffnet wird</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::ViewCell</name>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Cine: run through the slices</source>
        <translation>Cine: durch die Schichten laufen</translation>
    </message>
</context>
<context>
    <name>nadir::viewer::WindowActions</name>
    <message>
        <source>Open images ...</source>
        <translation>Bilder öffnen ...</translation>
    </message>
    <message>
        <source>Open case ...</source>
        <translation>Fall öffnen ...</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>Fall schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Life size (1:1 mm)</source>
        <translation>Lebensgröße (1:1 mm)</translation>
    </message>
    <message>
        <source>This view alone, or all</source>
        <translation>Diese Ansicht allein oder alle</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>Nächste Ansicht</translation>
    </message>
    <message>
        <source>Cine</source>
        <translation>Cine</translation>
    </message>
    <message>
        <source>Acquired plane</source>
        <translation>Aufnahmeebene</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronar</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>Lesions in 3D</source>
        <translation>Läsionen in 3D</translation>
    </message>
    <message>
        <source>Pan and zoom together</source>
        <translation>Gemeinsam verschieben und zoomen</translation>
    </message>
    <message>
        <source>Automatic window</source>
        <translation>Automatisches Fenster</translation>
    </message>
    <message>
        <source>Automatic window, this slice</source>
        <translation>Automatisches Fenster, diese Schicht</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Show voxels as blocks</source>
        <translation>Voxel als Blöcke zeigen</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>Fadenkreuz</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>Referenzlinien</translation>
    </message>
    <message>
        <source>Lesion outlines</source>
        <translation>Umrisse der Läsionen</translation>
    </message>
    <message>
        <source>Diameters</source>
        <translation>Durchmesser</translation>
    </message>
    <message>
        <source>Necrosis overlay</source>
        <translation>Nekrose überlagern</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Link the dates</source>
        <translation>Zeitpunkte verbinden</translation>
    </message>
    <message>
        <source>Take the crosshairs as the same place</source>
        <translation>Fadenkreuze als dieselbe Stelle nehmen</translation>
    </message>
    <message>
        <source>Registration alone, without own offset</source>
        <translation>Nur Registrierung, ohne eigenen Versatz</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Lesions and response</source>
        <translation>Läsionen und Ansprechen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Leisten</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmentieren</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Befundung</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Window level</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Zeitpunkte</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>Läsionen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
</TS>
