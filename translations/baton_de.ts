<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>PlanView</name>
    <message>
        <source>waits for you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>Genehmigung</translation>
    </message>
    <message>
        <source>Tasks folded away: %1</source>
        <translation>Eingeklappte Aufgaben: %1</translation>
    </message>
    <message>
        <source>only simulated</source>
        <translation>nur simuliert</translation>
    </message>
    <message>
        <source>waits: calls</source>
        <translation>wartet: Aufrufe</translation>
    </message>
    <message>
        <source>waits: tokens</source>
        <translation>wartet: Token</translation>
    </message>
    <message>
        <source>waits: spending</source>
        <translation>wartet: Ausgaben</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>A key that is no text means nothing here. It is kept as it is.</source>
        <translation>Ein Schlüssel, der kein Text ist, hat hier keine Bedeutung. Er bleibt unverändert erhalten.</translation>
    </message>
    <message>
        <source>The key “%1” means nothing here. It is kept as it is.</source>
        <translation>Der Schlüssel „%1“ hat hier keine Bedeutung. Er bleibt unverändert erhalten.</translation>
    </message>
    <message>
        <source>The key “%1” means nothing here. Did you mean “%2”?</source>
        <translation>Der Schlüssel „%1“ hat hier keine Bedeutung. Meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>The workflow has no name. Add a line “name: …”.</source>
        <translation>Der Workflow hat keinen Namen. Eine Zeile „name: …“ hinzufügen.</translation>
    </message>
    <message>
        <source>“%1” must be a mapping of ids to positions.</source>
        <translation>„%1“ muss eine Zuordnung (Mapping) von Ids zu Positionen sein.</translation>
    </message>
    <message>
        <source>“%1” must be a mapping with: %2.</source>
        <translation>„%1“ muss eine Zuordnung (Mapping) sein mit: %2.</translation>
    </message>
    <message>
        <source>“%1” must be a list.</source>
        <translation>„%1“ muss eine Liste sein.</translation>
    </message>
    <message>
        <source>Each item of “%1” must be a mapping with an id.</source>
        <translation>Jeder Eintrag von „%1“ muss eine Zuordnung (Mapping) mit einer Id sein.</translation>
    </message>
    <message>
        <source>This is no workflow file: it does not say “baton: %1”.</source>
        <translation>Dies ist keine Workflow-Datei: Die Angabe „baton: %1“ fehlt.</translation>
    </message>
    <message>
        <source>“baton” must be the version of the format, a whole number such as %1.</source>
        <translation>„baton“ muss die Version des Formats sein, eine ganze Zahl wie %1.</translation>
    </message>
    <message>
        <source>The file has format version %1, and this program reads up to %2. Install a newer Baton to open it.</source>
        <translation>Die Datei hat die Formatversion %1; dieses Programm liest höchstens Version %2. Zum Öffnen ein neueres Baton installieren.</translation>
    </message>
    <message>
        <source>The file is empty. A workflow begins with “baton: %1”.</source>
        <translation>Die Datei ist leer. Ein Workflow beginnt mit „baton: %1“.</translation>
    </message>
    <message>
        <source>A workflow file must be a mapping that begins with “baton: %1”.</source>
        <translation>Eine Workflow-Datei muss eine Zuordnung (Mapping) sein, die mit „baton: %1“ beginnt.</translation>
    </message>
    <message>
        <source>There is no file %1. Check the name.</source>
        <translation>Es gibt keine Datei %1. Den Namen prüfen.</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a workflow file in it.</source>
        <translation>%1 ist ein Ordner. Eine Workflow-Datei darin angeben.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check its permissions.</source>
        <translation>%1 ist nicht lesbar. Die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB, the most a workflow file may have.</source>
        <translation>%1 ist größer als %2 MiB, die Höchstgröße einer Workflow-Datei.</translation>
    </message>
    <message>
        <source>Each item of “%1” must be text.</source>
        <translation>Jeder Eintrag von „%1“ muss Text sein.</translation>
    </message>
    <message>
        <source>Each value of “%1” must be text.</source>
        <translation>Jeder Wert von „%1“ muss Text sein.</translation>
    </message>
    <message>
        <source>“%1” must be text.</source>
        <translation>„%1“ muss Text sein.</translation>
    </message>
    <message>
        <source>“%1” must be a list, for example [a, b].</source>
        <translation>„%1“ muss eine Liste sein, zum Beispiel [a, b].</translation>
    </message>
    <message>
        <source>“%1” must be a mapping, for example {NAME: value}.</source>
        <translation>„%1“ muss eine Zuordnung (Mapping) sein, zum Beispiel {NAME: value}.</translation>
    </message>
    <message>
        <source>“%1” must be a whole number, 0 or more.</source>
        <translation>„%1“ muss eine ganze Zahl sein, 0 oder größer.</translation>
    </message>
    <message>
        <source>“%1” must be a number.</source>
        <translation>„%1“ muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>“%1” must name a persona.</source>
        <translation>„%1“ muss eine Persona nennen.</translation>
    </message>
    <message>
        <source>“%1” must be true or false.</source>
        <translation>„%1“ muss true oder false sein.</translation>
    </message>
    <message>
        <source>“%1” must be a number, 0 or more.</source>
        <translation>„%1“ muss eine Zahl sein, 0 oder größer.</translation>
    </message>
    <message>
        <source>“%1” must be a length of time such as 30m.</source>
        <translation>„%1“ muss eine Zeitdauer wie 30m sein.</translation>
    </message>
    <message>
        <source>“%1” must be a list of tasks, for example [design, {task: logs, type: output}].</source>
        <translation>„%1“ muss eine Liste von Aufgaben sein, zum Beispiel [design, {task: logs, type: output}].</translation>
    </message>
    <message>
        <source>Each need is the id of a task or gate, or a mapping with “task” in it.</source>
        <translation>Jede Voraussetzung ist die Id einer Aufgabe oder eines Gates oder eine Zuordnung (Mapping), die „task“ enthält.</translation>
    </message>
    <message>
        <source>“%1” must be a mapping with a type, for example {type: shell, command: make}.</source>
        <translation>„%1“ muss eine Zuordnung (Mapping) mit einem Typ sein, zum Beispiel {type: shell, command: make}.</translation>
    </message>
    <message>
        <source>“%1” needs a type: %2.</source>
        <translation>„%1“ benötigt einen Typ: %2.</translation>
    </message>
    <message>
        <source>“%1” must be a mapping of rules to severities, for example {no-budget: info}.</source>
        <translation>„%1“ muss eine Zuordnung (Mapping) von Regeln zu Schweregraden sein, zum Beispiel {no-budget: info}.</translation>
    </message>
    <message>
        <source>“%1” needs a severity: off, info, warning or error.</source>
        <translation>„%1“ benötigt einen Schweregrad: off, info, warning oder error.</translation>
    </message>
    <message>
        <source>A position is two numbers, for example [120, 80].</source>
        <translation>Eine Position besteht aus zwei Zahlen, zum Beispiel [120, 80].</translation>
    </message>
    <message>
        <source>“%1” must be one of %2.</source>
        <translation>„%1“ muss einer dieser Werte sein: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”. It is one of %3.</source>
        <translation>„%1“ kann nicht „%2“ sein. Möglich sind: %3.</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”. Did you mean “%3”?</source>
        <translation>„%1“ kann nicht „%2“ sein. Meinten Sie „%3“?</translation>
    </message>
    <message>
        <source>This executor has nothing to run. Give it a `command`.</source>
        <translation>Diese Ausführung hat nichts auszuführen. Geben Sie ihr ein `command`.</translation>
    </message>
    <message>
        <source>This executor names no agent. Give it a `cli`.</source>
        <translation>Diese Ausführung nennt keinen Agenten. Geben Sie ihr ein `cli`.</translation>
    </message>
    <message>
        <source>A custom agent needs a program. Give its executor a `binary`.</source>
        <translation>Ein eigener Agent braucht ein Programm. Seiner Ausführung ein `binary` geben.</translation>
    </message>
    <message>
        <source>“%1” needs a “max”: how many rounds the phase may take at most.</source>
        <translation>„%1“ braucht ein „max“: wie viele Runden die Phase höchstens dauern darf.</translation>
    </message>
</context>
<context>
    <name>RuleHelp</name>
    <message>
        <source>From %1 tasks on, where at least %2 % of them are on one chain and at least %3 % of its links pass nothing.</source>
        <translation>Ab %1 Aufgaben, wo mindestens %2 % von ihnen auf einer Kette liegen und mindestens %3 % ihrer Glieder nichts weitergeben.</translation>
    </message>
    <message>
        <source>From %1 tasks on.</source>
        <translation>Ab %1 Aufgaben.</translation>
    </message>
    <message>
        <source>From %1 tasks in a row on, each with a budget of at most %2 tokens, or of at most %3 % of the median of the other tasks.</source>
        <translation>Ab %1 Aufgaben hintereinander, jede mit einem Budget von höchstens %2 Tokens oder höchstens %3 % des Medians der anderen Aufgaben.</translation>
    </message>
    <message>
        <source>A wave of more than %1 tasks without a limit, or of more than %2 with a limit above %2.</source>
        <translation>Eine Welle von mehr als %1 Aufgaben ohne Grenze oder von mehr als %2 mit einer Grenze über %2.</translation>
    </message>
    <message>
        <source>A task that needs %1 tasks or more and that %1 or more need.</source>
        <translation>Eine Aufgabe, die mindestens %1 Aufgaben braucht und die mindestens %1 brauchen.</translation>
    </message>
    <message>
        <source>This rule cannot be lowered or turned off: no plan that breaks it can be carried out as it is meant.</source>
        <translation>Diese Regel lässt sich weder abschwächen noch abschalten: kein Plan, der gegen sie verstößt, lässt sich so ausführen, wie er gemeint ist.</translation>
    </message>
    <message>
        <source>Give it another severity in the settings (off, info, warning or error), or spare one task and say why:</source>
        <translation>In den Einstellungen einen anderen Schweregrad geben (off, info, warning oder error) oder eine Aufgabe ausnehmen und sagen, warum:</translation>
    </message>
    <message>
        <source>Give it another severity in the settings: off, info, warning or error.</source>
        <translation>In den Einstellungen einen anderen Schweregrad geben: off, info, warning oder error.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Needs of tasks and sync points that lead back to where they began. The shortest circle is named.</source>
        <translation>Voraussetzungen von Aufgaben und Synchronisationspunkten, die dorthin zurückführen, wo sie begonnen haben. Genannt wird der kürzeste Kreis.</translation>
    </message>
    <message>
        <source>Remove the need that matters least; what is left decides who begins.</source>
        <translation>Die unwichtigste Voraussetzung entfernen; was bleibt, entscheidet, wer beginnt.</translation>
    </message>
    <message>
        <source>Two tasks or gates, two personas, two phases or two notes with the same id.</source>
        <translation>Zwei Aufgaben oder Gates, zwei Personas, zwei Phasen oder zwei Notizen mit derselben Kennung.</translation>
    </message>
    <message>
        <source>Give one of the two another id. References go on meaning the first.</source>
        <translation>Einer der beiden eine andere Kennung geben. Verweise meinen weiterhin die erste.</translation>
    </message>
    <message>
        <source>A need, a phase, a persona, a sign-off or another reference that names nothing in this plan.</source>
        <translation>Eine Voraussetzung, eine Phase, eine Persona, eine Freigabe oder ein anderer Verweis, der nichts in diesem Plan nennt.</translation>
    </message>
    <message>
        <source>Correct the name, declare what it names, or take the reference out.</source>
        <translation>Den Namen berichtigen, das Genannte anlegen oder den Verweis entfernen.</translation>
    </message>
    <message>
        <source>A task or a sync point that names itself among its needs.</source>
        <translation>Eine Aufgabe oder ein Synchronisationspunkt, der sich selbst unter seinen Voraussetzungen nennt.</translation>
    </message>
    <message>
        <source>Remove that need.</source>
        <translation>Diese Voraussetzung entfernen.</translation>
    </message>
    <message>
        <source>Rename it; every reference follows.</source>
        <translation>Umbenennen; alle Verweise folgen.</translation>
    </message>
    <message>
        <source>A validation that needs, phases or gates would start before the work that it validates.</source>
        <translation>Eine Validierung, die Voraussetzungen, Phasen oder Gates vor der Arbeit beginnen ließen, die sie prüft.</translation>
    </message>
    <message>
        <source>Turn the order round: let the work not wait for its validation, or move the validation behind it.</source>
        <translation>Die Reihenfolge umkehren: die Arbeit nicht auf ihre Validierung warten lassen oder die Validierung dahinter verschieben.</translation>
    </message>
    <message>
        <source>A task without a persona.</source>
        <translation>Eine Aufgabe ohne Persona.</translation>
    </message>
    <message>
        <source>Assign exactly one persona.</source>
        <translation>Genau eine Persona zuweisen.</translation>
    </message>
    <message>
        <source>A task that names a list of personas.</source>
        <translation>Eine Aufgabe, die eine Liste von Personas nennt.</translation>
    </message>
    <message>
        <source>Split it into one task each, or keep one persona.</source>
        <translation>In je eine Aufgabe aufteilen oder eine Persona behalten.</translation>
    </message>
    <message>
        <source>A persona, or what a task names as one, that joins several by “and”, “&amp;”, “/” or “+”. Only names with @ and declared personas count: R&amp;D and CI/CD are names.</source>
        <translation>Eine Persona, oder was eine Aufgabe so nennt, die mehrere durch „and“, „&amp;“, „/“ oder „+“ verbindet. Nur Namen mit @ und angelegte Personas zählen: R&amp;D und CI/CD sind Namen.</translation>
    </message>
    <message>
        <source>Split it into the personas that it names.</source>
        <translation>In die Personas aufteilen, die genannt sind.</translation>
    </message>
    <message>
        <source>A validation by the persona that did the work, or that repaired it in a fix task.</source>
        <translation>Eine Validierung durch die Persona, die die Arbeit getan oder in einer Korrekturaufgabe repariert hat.</translation>
    </message>
    <message>
        <source>Assign another validator.</source>
        <translation>Jemand anderen prüfen lassen.</translation>
    </message>
    <message>
        <source>A persona of a validation phase that implemented, tested or fixed in an earlier phase.</source>
        <translation>Eine Persona einer Validierungsphase, die in einer früheren Phase umgesetzt, getestet oder korrigiert hat.</translation>
    </message>
    <message>
        <source>Give the validation to a persona that did not build.</source>
        <translation>Die Validierung einer Persona geben, die nicht gebaut hat.</translation>
    </message>
    <message>
        <source>An implement task that no task validates. Without any validation in the plan the core profile gives one hint only.</source>
        <translation>Eine Umsetzungsaufgabe, die keine Aufgabe prüft. Ohne jede Validierung im Plan gibt das Profil core nur einen Hinweis.</translation>
    </message>
    <message>
        <source>Add a validation by somebody else.</source>
        <translation>Eine Validierung durch jemand anderen hinzufügen.</translation>
    </message>
    <message>
        <source>A validation whose verdict no gate asks for and no task waits for. The core profile spares one at the end of the plan.</source>
        <translation>Eine Validierung, nach deren Urteil kein Gate fragt und auf die keine Aufgabe wartet. Das Profil core verschont eine am Ende des Plans.</translation>
    </message>
    <message>
        <source>Let a gate ask for approval, or let what follows need the validation.</source>
        <translation>Ein Gate nach der Zustimmung fragen lassen oder das Folgende auf die Validierung warten lassen.</translation>
    </message>
    <message>
        <source>A validation by a command that promises no verdict.</source>
        <translation>Eine Validierung durch einen Befehl, der kein Urteil verspricht.</translation>
    </message>
    <message>
        <source>Let the command write a verdict with its issues to $BATON_RESULT, and set verdict: true.</source>
        <translation>Den Befehl ein Urteil mit Befunden nach $BATON_RESULT schreiben lassen und verdict: true setzen.</translation>
    </message>
    <message>
        <source>A plan without a phase of the kind foundation.</source>
        <translation>Ein Plan ohne Phase der Art foundation.</translation>
    </message>
    <message>
        <source>Begin with a foundation phase: architecture, user flows and user stories.</source>
        <translation>Mit einer Grundlagenphase beginnen: Architektur, Nutzerwege und User Storys.</translation>
    </message>
    <message>
        <source>A foundation phase without a task of @architect.</source>
        <translation>Eine Grundlagenphase ohne Aufgabe von @architect.</translation>
    </message>
    <message>
        <source>Add the architecture task.</source>
        <translation>Die Architekturaufgabe hinzufügen.</translation>
    </message>
    <message>
        <source>A foundation phase without a task of @ux-designer.</source>
        <translation>Eine Grundlagenphase ohne Aufgabe von @ux-designer.</translation>
    </message>
    <message>
        <source>Add the task that designs the user flows.</source>
        <translation>Die Aufgabe hinzufügen, die die Nutzerwege entwirft.</translation>
    </message>
    <message>
        <source>A foundation without user stories by @product-manager, or a validation phase in which they do not check the golden path.</source>
        <translation>Eine Grundlage ohne User Storys von @product-manager, oder eine Validierungsphase, in der sie den Hauptweg nicht prüft.</translation>
    </message>
    <message>
        <source>Add the task that is missing.</source>
        <translation>Die fehlende Aufgabe hinzufügen.</translation>
    </message>
    <message>
        <source>An implement task that does not wait for the gate of the foundation phase.</source>
        <translation>Eine Umsetzungsaufgabe, die nicht auf das Gate der Grundlagenphase wartet.</translation>
    </message>
    <message>
        <source>Let it need the foundation&apos;s gate, or move it to a phase behind it.</source>
        <translation>Das Gate der Grundlage zur Voraussetzung machen oder die Aufgabe in eine Phase dahinter verschieben.</translation>
    </message>
    <message>
        <source>A phase with fewer test tasks than implement tasks, and an implement task that no test task needs or validates.</source>
        <translation>Eine Phase mit weniger Testaufgaben als Umsetzungsaufgaben, und eine Umsetzungsaufgabe, die keine Testaufgabe braucht oder prüft.</translation>
    </message>
    <message>
        <source>Add a test task beside it, for example by @sdet.</source>
        <translation>Daneben eine Testaufgabe hinzufügen, zum Beispiel von @sdet.</translation>
    </message>
    <message>
        <source>A validation phase in which test engineer, performance engineer, security engineer or documentation writer has no task.</source>
        <translation>Eine Validierungsphase, in der Test-, Performance-, Sicherheitsfachleute oder Dokumentation keine Aufgabe haben.</translation>
    </message>
    <message>
        <source>Add the tasks of those who are missing.</source>
        <translation>Die Aufgaben der Fehlenden hinzufügen.</translation>
    </message>
    <message>
        <source>A plan without an integration phase, or one in which @architect updates nothing or @devops plans no deployment.</source>
        <translation>Ein Plan ohne Integrationsphase, oder eine, in der @architect nichts nachführt oder @devops keine Auslieferung plant.</translation>
    </message>
    <message>
        <source>End with an integration phase that has these tasks.</source>
        <translation>Mit einer Integrationsphase enden, die diese Aufgaben hat.</translation>
    </message>
    <message>
        <source>Put an integrate task before it, which merges the branches and reports conflicts.</source>
        <translation>Eine Integrationsaufgabe davorsetzen, die die Zweige zusammenführt und Konflikte meldet.</translation>
    </message>
    <message>
        <source>A phase, other than a fix phase, that no gate closes.</source>
        <translation>Eine Phase außer einer Korrekturphase, die kein Gate abschließt.</translation>
    </message>
    <message>
        <source>Close the phase with a gate.</source>
        <translation>Die Phase mit einem Gate abschließen.</translation>
    </message>
    <message>
        <source>Say what must hold, or leave the list out: then complete and evidence count, and approved where the phase has validations.</source>
        <translation>Sagen, was gelten muss, oder die Liste weglassen: dann zählen complete und evidence, und approved, wo die Phase Validierungen hat.</translation>
    </message>
    <message>
        <source>Let it need what it should wait for, or remove it.</source>
        <translation>Ihm als Voraussetzung geben, worauf es warten soll, oder es entfernen.</translation>
    </message>
    <message>
        <source>A task that names neither evidence nor deliverables. The core profile names all of them in one hint.</source>
        <translation>Eine Aufgabe, die weder Nachweis noch Ergebnisse nennt. Das Profil core nennt alle in einem Hinweis.</translation>
    </message>
    <message>
        <source>Name the file that proves the work, or what it delivers.</source>
        <translation>Die Datei nennen, die die Arbeit belegt, oder was sie liefert.</translation>
    </message>
    <message>
        <source>A mission without constraints. In the core profile only where a planner is among the personas.</source>
        <translation>Eine Mission ohne Bedingungen. Im Profil core nur, wo eine Persona plant.</translation>
    </message>
    <message>
        <source>Write down what must hold whatever is done.</source>
        <translation>Aufschreiben, was in jedem Fall gelten muss.</translation>
    </message>
    <message>
        <source>A mission without a summary. In the core profile only where a planner is among the personas.</source>
        <translation>Eine Mission ohne Zusammenfassung. Im Profil core nur, wo eine Persona plant.</translation>
    </message>
    <message>
        <source>Say in a sentence what everybody works for.</source>
        <translation>In einem Satz sagen, wofür alle arbeiten.</translation>
    </message>
    <message>
        <source>A task whose kind does not belong to its persona&apos;s role: a planner that implements, a worker that plans, a validator that repairs. Plain work, and a persona without a role, fit everything.</source>
        <translation>Eine Aufgabe, deren Art nicht zur Rolle ihrer Persona gehört: wer plant, setzt um; wer umsetzt, plant; wer prüft, repariert. Einfache Arbeit und eine Persona ohne Rolle passen zu allem.</translation>
    </message>
    <message>
        <source>Assign somebody whose role it is, or change the kind.</source>
        <translation>Jemanden zuweisen, dessen Rolle es ist, oder die Art ändern.</translation>
    </message>
    <message>
        <source>An input that no task before it delivers and that the repository does not have. Says nothing before the plan is saved in a folder.</source>
        <translation>Eine Eingabe, die keine Aufgabe davor liefert und die das Repository nicht hat. Schweigt, bis der Plan in einem Ordner gespeichert ist.</translation>
    </message>
    <message>
        <source>Correct the path, or let a task before it deliver the file.</source>
        <translation>Den Pfad berichtigen oder eine Aufgabe davor die Datei liefern lassen.</translation>
    </message>
    <message>
        <source>An input that only tasks deliver which may run at the same time or later.</source>
        <translation>Eine Eingabe, die nur Aufgaben liefern, die gleichzeitig oder später laufen können.</translation>
    </message>
    <message>
        <source>Add the need on the task that delivers it.</source>
        <translation>Die liefernde Aufgabe zur Voraussetzung machen.</translation>
    </message>
    <message>
        <source>Two tasks that deliver overlapping files, neither behind the other. Branches that exclude each other may.</source>
        <translation>Zwei Aufgaben, die sich überschneidende Dateien liefern und von denen keine hinter der anderen liegt. Einander ausschließende Zweige dürfen das.</translation>
    </message>
    <message>
        <source>Let one need the other, or let them deliver different files.</source>
        <translation>Die eine zur Voraussetzung der anderen machen oder verschiedene Dateien liefern lassen.</translation>
    </message>
    <message>
        <source>Two tasks that may run at the same time and own overlapping files. Patterns overlap when one path could fit both: src/**/a*.c and src/x/*b.c do.</source>
        <translation>Zwei Aufgaben, die gleichzeitig laufen können und sich überschneidende Dateien besitzen. Muster überschneiden sich, wenn ein Pfad zu beiden passen könnte, wie bei src/**/a*.c und src/x/*b.c.</translation>
    </message>
    <message>
        <source>Let one need the other, or divide the files.</source>
        <translation>Die eine zur Voraussetzung der anderen machen oder die Dateien aufteilen.</translation>
    </message>
    <message>
        <source>A deliverable that another task owns and this one does not.</source>
        <translation>Ein Ergebnis, das einer anderen Aufgabe gehört und dieser nicht.</translation>
    </message>
    <message>
        <source>Let the owner write it, or own it here too where the two never run at the same time.</source>
        <translation>Die Besitzerin schreiben lassen oder die Datei auch hier besitzen, wo beide nie gleichzeitig laufen.</translation>
    </message>
    <message>
        <source>Use a path below the root. What lies outside is named in the mission&apos;s inputs or in references.</source>
        <translation>Einen Pfad unterhalb der Wurzel verwenden. Was außerhalb liegt, steht in den Eingaben der Mission oder den Referenzen.</translation>
    </message>
    <message>
        <source>Remove it: the order of work stays the same.</source>
        <translation>Entfernen: die Reihenfolge der Arbeit bleibt gleich.</translation>
    </message>
    <message>
        <source>A task that needs nothing, that nothing needs and that is in no phase, while others are connected.</source>
        <translation>Eine Aufgabe, die nichts braucht, die niemand braucht und die in keiner Phase ist, während andere verbunden sind.</translation>
    </message>
    <message>
        <source>Draw its needs, or remove it.</source>
        <translation>Ihre Voraussetzungen zeichnen oder sie entfernen.</translation>
    </message>
    <message>
        <source>A persona that does no task and signs off no gate.</source>
        <translation>Eine Persona, die keine Aufgabe erledigt und kein Gate freigibt.</translation>
    </message>
    <message>
        <source>Give it a task, or remove it.</source>
        <translation>Ihr eine Aufgabe geben oder sie entfernen.</translation>
    </message>
    <message>
        <source>A phase without tasks.</source>
        <translation>Eine Phase ohne Aufgaben.</translation>
    </message>
    <message>
        <source>Put tasks into it, or remove it together with its gate.</source>
        <translation>Aufgaben hineinlegen oder sie mitsamt ihrem Gate entfernen.</translation>
    </message>
    <message>
        <source>Branches on a task that declares no outcomes, none of them the default.</source>
        <translation>Verzweigungen an einer Aufgabe, die keine Ausgänge erklärt, keine davon als Standard.</translation>
    </message>
    <message>
        <source>Make one branch the default, or declare the outcomes.</source>
        <translation>Eine Verzweigung zum Standard machen oder die Ausgänge erklären.</translation>
    </message>
    <message>
        <source>Correct the outcome, or declare it on that task.</source>
        <translation>Den Ausgang berichtigen oder ihn bei jener Aufgabe erklären.</translation>
    </message>
    <message>
        <source>A declared outcome that no branch takes, where there is no default either.</source>
        <translation>Ein erklärter Ausgang, den keine Verzweigung nimmt, wo es auch keinen Standard gibt.</translation>
    </message>
    <message>
        <source>Let a branch take it, or add a default.</source>
        <translation>Eine Verzweigung ihn nehmen lassen oder einen Standard hinzufügen.</translation>
    </message>
    <message>
        <source>A task whose branches can never all be taken in one run.</source>
        <translation>Eine Aufgabe, deren Verzweigungen nie alle in einem Lauf genommen werden können.</translation>
    </message>
    <message>
        <source>Let any of the outcomes lead to it, or drop the condition.</source>
        <translation>Jeden der Ausgänge zu ihr führen lassen oder die Bedingung fallen lassen.</translation>
    </message>
    <message>
        <source>Tasks without a token budget. Commands, cluster jobs and people need none.</source>
        <translation>Aufgaben ohne Token-Budget. Befehle, Cluster-Jobs und Menschen brauchen keines.</translation>
    </message>
    <message>
        <source>Say how many tokens each may use.</source>
        <translation>Sagen, wie viele Tokens jede verbrauchen darf.</translation>
    </message>
    <message>
        <source>A task with a duration as its budget and no tokens.</source>
        <translation>Eine Aufgabe mit einer Dauer als Budget und ohne Tokens.</translation>
    </message>
    <message>
        <source>Add the tokens; the duration may stay as a note.</source>
        <translation>Die Tokens ergänzen; die Dauer darf als Anmerkung bleiben.</translation>
    </message>
    <message>
        <source>Tasks whose budgets, times the multiplier, come to more than the cap of the workflow.</source>
        <translation>Aufgaben, deren Budgets mal dem Faktor mehr ergeben als die Obergrenze des Workflows.</translation>
    </message>
    <message>
        <source>Raise the cap, or cut the plan.</source>
        <translation>Die Obergrenze anheben oder den Plan kürzen.</translation>
    </message>
    <message>
        <source>Drop the needs that pass nothing, or say what they pass.</source>
        <translation>Die Voraussetzungen entfernen, die nichts weitergeben, oder sagen, was sie weitergeben.</translation>
    </message>
    <message>
        <source>A plan in which one persona does every task.</source>
        <translation>Ein Plan, in dem eine Persona alle Aufgaben erledigt.</translation>
    </message>
    <message>
        <source>Give some tasks to others, above all the checking.</source>
        <translation>Einige Aufgaben anderen geben, vor allem das Prüfen.</translation>
    </message>
    <message>
        <source>Many tiny tasks of one persona in a row.</source>
        <translation>Viele winzige Aufgaben einer Persona hintereinander.</translation>
    </message>
    <message>
        <source>Merge them into one task.</source>
        <translation>Zu einer Aufgabe zusammenlegen.</translation>
    </message>
    <message>
        <source>A wave of many tasks and no limit on how many run at once, or one so high that it is none.</source>
        <translation>Eine Welle vieler Aufgaben und keine Grenze, wie viele gleichzeitig laufen, oder eine so hohe, dass sie keine ist.</translation>
    </message>
    <message>
        <source>Set max_concurrent to what the machine and the budget can bear.</source>
        <translation>max_concurrent auf das setzen, was Rechner und Budget tragen.</translation>
    </message>
    <message>
        <source>Let some tasks pass their results on directly.</source>
        <translation>Einige Aufgaben ihre Ergebnisse direkt weitergeben lassen.</translation>
    </message>
    <message>
        <source>Say how many rounds it may take at most.</source>
        <translation>Sagen, wie viele Runden es höchstens geben darf.</translation>
    </message>
    <message>
        <source>Tasks for which neither they nor their persona name an executor.</source>
        <translation>Aufgaben, für die weder sie selbst noch ihre Persona eine Ausführung nennen.</translation>
    </message>
    <message>
        <source>Say what carries them out: a command, an agent, a person.</source>
        <translation>Sagen, was sie ausführt: ein Befehl, ein Agent, ein Mensch.</translation>
    </message>
    <message>
        <source>An executor of a type that Baton does not know.</source>
        <translation>Eine Ausführung, deren Typ Baton nicht kennt.</translation>
    </message>
    <message>
        <source>Use one of simulate, shell, agent, http, human, slurm.</source>
        <translation>Eine von simulate, shell, agent, http, human, slurm verwenden.</translation>
    </message>
    <message>
        <source>A task that needs something of a phase that begins only after its own, or the gate that waits for it, or a task outside a repeated phase that waits for its last round while a round waits for that task.</source>
        <translation>Eine Aufgabe, die etwas aus einer Phase braucht, die erst nach ihrer eigenen beginnt, oder das Gate, das auf sie wartet, oder eine Aufgabe außerhalb einer wiederholten Phase, die auf deren letzte Runde wartet, während eine Runde auf diese Aufgabe wartet.</translation>
    </message>
    <message>
        <source>Move the task to the phase that it has to do with, or remove the need.</source>
        <translation>Die Aufgabe in die Phase verschieben, mit der sie zu tun hat, oder die Voraussetzung entfernen.</translation>
    </message>
    <message>
        <source>A need that another need of the same task implies. Needs with an outcome, files or a reason are spared, and those that say what is tested, mended or validated; so is a need beside one on what may be skipped.</source>
        <translation>Eine Voraussetzung, die sich aus einer anderen derselben Aufgabe ergibt. Voraussetzungen mit Ausgang, Dateien oder Grund bleiben verschont, ebenso solche, die sagen, was getestet, behoben oder validiert wird, und solche neben einer, die übersprungen werden kann.</translation>
    </message>
    <message>
        <source>A severity, in the settings or on a task, that changes nothing: the rule does not exist, may not be lowered, or is set aside without a reason.</source>
        <translation>Ein Schweregrad in den Einstellungen oder an einer Aufgabe, der nichts ändert: Die Regel gibt es nicht, sie darf nicht herabgestuft werden, oder sie ist ohne Grund zurückgestellt.</translation>
    </message>
    <message>
        <source>Correct the name, give the reason, or remove the setting.</source>
        <translation>Den Namen berichtigen, den Grund angeben oder die Einstellung entfernen.</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>An id that is missing or has anything but a to z, digits and hyphens.</source>
        <translation>Eine Id, die fehlt oder anderes als a bis z, Ziffern und Bindestriche enthält.</translation>
    </message>
    <message>
        <source>A gate whose list of criteria is empty, or that asks for a sign-off which nobody is named to give.</source>
        <translation>Ein Gate, dessen Liste der Kriterien leer ist oder das eine Freigabe verlangt, für die niemand genannt ist.</translation>
    </message>
    <message>
        <source>A gate that closes no phase and has no needs, or one that closes a phase and has needs, which count for nothing.</source>
        <translation>Ein Gate, das keine Phase abschließt und keine Voraussetzungen hat, oder eines, das eine Phase abschließt und Voraussetzungen hat, die nicht zählen.</translation>
    </message>
    <message>
        <source>A path of a task, or the folder of its command, that is absolute, contains “..” or leaves the workspace in one of its alternatives.</source>
        <translation>Ein Pfad einer Aufgabe oder der Ordner ihres Befehls, der absolut ist, „..“ enthält oder den Arbeitsbereich in einer seiner Alternativen verlässt.</translation>
    </message>
    <message>
        <source>A branch, or the end of a repetition, on an outcome that the task it waits for does not declare; a gate has none.</source>
        <translation>Ein Zweig oder das Ende einer Wiederholung mit einem Ausgang, den die Aufgabe, auf die gewartet wird, nicht angibt; ein Gate hat keinen.</translation>
    </message>
    <message>
        <source>A phase that repeats without a number of rounds, or with 0.</source>
        <translation>Eine Phase, die sich ohne Anzahl der Runden wiederholt, oder mit 0.</translation>
    </message>
    <message>
        <source>A chain that nearly all tasks are on, although half of its links pass neither files nor a reason, and no verdict or decision either.</source>
        <translation>Eine Kette, auf der fast alle Aufgaben liegen, obwohl die Hälfte ihrer Glieder weder Dateien noch einen Grund weitergibt und auch kein Urteil und keine Entscheidung.</translation>
    </message>
    <message>
        <source>One task that many wait for and that waits for many.</source>
        <translation>Eine Aufgabe, auf die viele warten und die auf viele wartet.</translation>
    </message>
    <message>
        <source>In the workspace worktree: a task that needs or validates several branches, none behind another, and is not of the kind integrate; or a sync point before such a task. Branches of one decision do not meet.</source>
        <translation>Im Arbeitsbereich worktree: eine Aufgabe, die mehrere Zweige braucht oder validiert, von denen keiner hinter einem anderen liegt, und nicht von der Art integrate ist; oder ein Synchronisationspunkt vor einer solchen Aufgabe. Zweige, von denen eine Entscheidung nur einen nimmt, treffen sich nicht.</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Branches without a default</source>
        <translation>Zweige ohne Standardzweig</translation>
    </message>
    <message>
        <source>Where the outcomes are not declared, one that no branch names would end the run in the middle.</source>
        <translation>Wo die Ausgänge nicht deklariert sind, würde einer, den kein Zweig nennt, den Lauf mittendrin beenden.</translation>
    </message>
    <message>
        <source>Seed 002, pattern 7: conditional branching</source>
        <translation>Seed 002, Muster 7: bedingte Verzweigung</translation>
    </message>
    <message>
        <source>%1 declares no outcomes, and none of its branches is the default: another outcome would end the run there. Make one branch the default.</source>
        <translation>%1 deklariert keine Ausgänge, und keiner der Zweige ist der Standardzweig: Ein anderer Ausgang würde den Lauf dort beenden. Einen Zweig zum Standardzweig machen.</translation>
    </message>
    <message>
        <source>Make %1 the default</source>
        <translation>%1 zum Standardzweig machen</translation>
    </message>
    <message>
        <source>A branch on an outcome that is none</source>
        <translation>Ein Zweig für einen Ausgang, den es nicht gibt</translation>
    </message>
    <message>
        <source>A branch on a label that is never returned is never taken.</source>
        <translation>Ein Zweig mit einer Bezeichnung, die nie zurückgegeben wird, wird nie genommen.</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ verwenden</translation>
    </message>
    <message>
        <source>Declare it as an outcome of %1</source>
        <translation>Als Ausgang von %1 deklarieren</translation>
    </message>
    <message>
        <source>%1 waits for the outcome “%2” of %3, which declares no such outcome. Declare it, or use one that it declares.</source>
        <translation>%1 wartet auf den Ausgang „%2“ von %3; dort ist kein solcher Ausgang deklariert. Ihn deklarieren oder einen deklarierten verwenden.</translation>
    </message>
    <message>
        <source>An outcome that leads nowhere</source>
        <translation>Ein Ausgang, der nirgendwohin führt</translation>
    </message>
    <message>
        <source>When a declared outcome is returned and no branch takes it, the run ends in the middle.</source>
        <translation>Wird ein deklarierter Ausgang zurückgegeben, den kein Zweig übernimmt, endet der Lauf mittendrin.</translation>
    </message>
    <message>
        <source>Let %1 take it</source>
        <translation>Durch %1 übernehmen lassen</translation>
    </message>
    <message>
        <source>No branch takes the outcome “%1” of %2: the run would end there. Add a branch for it, or a default.</source>
        <translation>Kein Zweig übernimmt den Ausgang „%1“ von %2: Der Lauf würde dort enden. Einen Zweig dafür oder einen Standardzweig hinzufügen.</translation>
    </message>
    <message>
        <source>A task that can never run</source>
        <translation>Eine Aufgabe, die nie laufen kann</translation>
    </message>
    <message>
        <source>Its branches exclude each other, so the run always skips it.</source>
        <translation>Ihre Zweige schließen einander aus, daher überspringt der Lauf sie immer.</translation>
    </message>
    <message>
        <source>%1 can never run: no outcome of %2 takes all the branches that lead to it. Change one of the branches.</source>
        <translation>%1 kann nie laufen: Kein Ausgang von %2 nimmt alle Zweige, die dorthin führen. Einen der Zweige ändern.</translation>
    </message>
    <message>
        <source>Done without proof</source>
        <translation>Erledigt ohne Beleg</translation>
    </message>
    <message>
        <source>A task is complete when its files prove it. Without evidence or deliverables “done” is a claim.</source>
        <translation>Eine Aufgabe ist abgeschlossen, wenn ihre Dateien es belegen. Ohne Nachweise oder Ergebnisse ist „erledigt“ nur eine Behauptung.</translation>
    </message>
    <message>
        <source>Seed 003: evidence for every task; red flag: missing evidence files</source>
        <translation>Seed 003: Nachweise für jede Aufgabe; Warnzeichen: fehlende Nachweisdateien</translation>
    </message>
    <message>
        <source>%1 names no file that would prove it done. Name its evidence.</source>
        <translation>%1 nennt keine Datei, die die Erledigung belegen würde. Die Nachweise angeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks name no file that would prove them done: %1. Name their evidence.</source>
        <translation>
            <numerusform>%n Aufgabe nennt keine Datei, die ihre Erledigung belegen würde: %1. Ihre Nachweise angeben.</numerusform>
            <numerusform>%n Aufgaben nennen keine Datei, die ihre Erledigung belegen würde: %1. Ihre Nachweise angeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Propose paths for evidence</source>
        <translation>Pfade für Nachweise vorschlagen</translation>
    </message>
    <message>
        <source>Propose %1</source>
        <translation>%1 vorschlagen</translation>
    </message>
    <message>
        <source>Use the description as the mission</source>
        <translation>Die Beschreibung als Auftrag verwenden</translation>
    </message>
    <message>
        <source>The mission is not written down. Say in a sentence what everybody works for.</source>
        <translation>Der Auftrag ist nicht festgehalten. In einem Satz angeben, wofür alle arbeiten.</translation>
    </message>
    <message>
        <source>The mission names no constraints. Say what must hold whatever is done.</source>
        <translation>Der Auftrag nennt keine Randbedingungen. Angeben, was in jedem Fall gelten muss.</translation>
    </message>
    <message>
        <source>Seed 000: the planner states mission, inputs and constraints</source>
        <translation>Seed 000: Der Planer nennt Auftrag, Eingaben und Randbedingungen</translation>
    </message>
    <message>
        <source>A mission without constraints</source>
        <translation>Ein Auftrag ohne Randbedingungen</translation>
    </message>
    <message>
        <source>Workers and QA can only keep to limits that the planner has stated.</source>
        <translation>Worker und QA können nur Grenzen einhalten, die der Planer genannt hat.</translation>
    </message>
    <message>
        <source>A plan without a mission</source>
        <translation>Ein Plan ohne Auftrag</translation>
    </message>
    <message>
        <source>Everybody is handed the mission; without it each works for another goal.</source>
        <translation>Alle erhalten den Auftrag; ohne ihn arbeitet jeder auf ein anderes Ziel hin.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Let %1 need %2</source>
        <translation>%2 zur Voraussetzung von %1 machen</translation>
    </message>
    <message>
        <source>One file delivered twice</source>
        <translation>Eine Datei doppelt geliefert</translation>
    </message>
    <message>
        <source>Of two tasks that deliver one file at the same time, one overwrites the other.</source>
        <translation>Liefern zwei Aufgaben gleichzeitig dieselbe Datei, überschreibt eine die andere.</translation>
    </message>
    <message>
        <source>Seed 001: clear file ownership</source>
        <translation>Seed 001: klarer Dateibesitz</translation>
    </message>
    <message>
        <source>%1 and %2 both deliver “%3”, and neither comes after the other. Let one need the other, or deliver something else.</source>
        <translation>%1 und %2 liefern beide „%3“, und keine kommt nach der anderen. Die eine zur Voraussetzung der anderen machen oder etwas anderes liefern.</translation>
    </message>
    <message>
        <source>One file, two owners</source>
        <translation>Eine Datei, zwei Besitzer</translation>
    </message>
    <message>
        <source>What two tasks may write at the same time belongs to neither.</source>
        <translation>Was zwei Aufgaben gleichzeitig schreiben dürfen, gehört keiner von beiden.</translation>
    </message>
    <message>
        <source>Seed 001: define which files each worker owns to prevent conflicts</source>
        <translation>Seed 001: festlegen, welche Dateien jeder Worker besitzt, um Konflikte zu vermeiden</translation>
    </message>
    <message>
        <source>%1 and %2 may run at the same time and both own “%3”. Let one need the other, or divide the files.</source>
        <translation>%1 und %2 können gleichzeitig laufen und besitzen beide „%3“. Die eine zur Voraussetzung der anderen machen oder die Dateien aufteilen.</translation>
    </message>
    <message>
        <source>Writing what another owns</source>
        <translation>Schreiben, was eine andere Aufgabe besitzt</translation>
    </message>
    <message>
        <source>A worker does not modify files that it does not own.</source>
        <translation>Ein Worker ändert keine Dateien, die er nicht besitzt.</translation>
    </message>
    <message>
        <source>Seed 001: file ownership</source>
        <translation>Seed 001: Dateibesitz</translation>
    </message>
    <message>
        <source>%1 delivers “%2”, which %3 owns. Let the owner write it, or own it here.</source>
        <translation>%1 liefert „%2“; diese Datei besitzt %3. Die Besitzerin schreiben lassen oder den Besitz hierher verlegen.</translation>
    </message>
    <message>
        <source>An input from nowhere</source>
        <translation>Eine Eingabe aus dem Nichts</translation>
    </message>
    <message>
        <source>What a task reads is delivered by a task before it, or is in the repository.</source>
        <translation>Was eine Aufgabe liest, liefert eine Aufgabe vor ihr, oder es liegt im Repository.</translation>
    </message>
    <message>
        <source>Seed 001: output dependencies</source>
        <translation>Seed 001: Abhängigkeiten von Ausgaben</translation>
    </message>
    <message>
        <source>%1 reads “%2”, but no task before it delivers that and the repository does not have it. Name what delivers it.</source>
        <translation>%1 liest „%2“, doch keine Aufgabe davor liefert das, und im Repository ist es nicht vorhanden. Angeben, was es liefert.</translation>
    </message>
    <message>
        <source>An input that may come too late</source>
        <translation>Eine Eingabe, die zu spät kommen kann</translation>
    </message>
    <message>
        <source>What a task reads has to be there before it starts: it needs the task that delivers it.</source>
        <translation>Was eine Aufgabe liest, muss vor ihrem Start vorhanden sein: Sie benötigt die Aufgabe, die es liefert.</translation>
    </message>
    <message>
        <source>Seed 001: explicit dependencies</source>
        <translation>Seed 001: explizite Abhängigkeiten</translation>
    </message>
    <message>
        <source>%1 reads “%2”, but %3, which delivers it, may run at the same time or later. Let it need that task.</source>
        <translation>%1 liest „%2“, doch die liefernde Aufgabe %3 kann gleichzeitig oder später laufen. Sie zur Voraussetzung machen.</translation>
    </message>
    <message>
        <source>A path that leaves the workspace</source>
        <translation>Ein Pfad, der den Arbeitsbereich verlässt</translation>
    </message>
    <message>
        <source>Evidence, deliverables and ownership count inside the workspace only; nothing outside is touched.</source>
        <translation>Nachweise, Ergebnisse und Besitz zählen nur innerhalb des Arbeitsbereichs; außerhalb wird nichts angetastet.</translation>
    </message>
    <message>
        <source>Seed 001: isolated workers</source>
        <translation>Seed 001: isolierte Worker</translation>
    </message>
    <message>
        <source>Design the architecture</source>
        <translation>Die Architektur entwerfen</translation>
    </message>
    <message>
        <source>Design the user flows</source>
        <translation>Die Benutzerabläufe entwerfen</translation>
    </message>
    <message>
        <source>Write the user stories</source>
        <translation>Die User Storys schreiben</translation>
    </message>
    <message>
        <source>No foundation phase</source>
        <translation>Keine Fundamentphase</translation>
    </message>
    <message>
        <source>Architecture, user flows and user stories come first; what is built without them is built twice.</source>
        <translation>Architektur, Benutzerabläufe und User Storys kommen zuerst; was ohne sie gebaut wird, wird zweimal gebaut.</translation>
    </message>
    <message>
        <source>Seed 003, phase 0: mandatory, never skip</source>
        <translation>Seed 003, Phase 0: verpflichtend, nie überspringen</translation>
    </message>
    <message>
        <source>The plan has no foundation phase. Begin with one: architecture, user flows and user stories.</source>
        <translation>Der Plan hat keine Fundamentphase. Mit einer beginnen: Architektur, Benutzerabläufe und User Storys.</translation>
    </message>
    <message>
        <source>Add a foundation phase with its three tasks</source>
        <translation>Eine Fundamentphase mit ihren drei Aufgaben hinzufügen</translation>
    </message>
    <message>
        <source>Foundation</source>
        <translation>Fundament</translation>
    </message>
    <message>
        <source>The foundation has no task of @%1. Add it before anything is built.</source>
        <translation>Das Fundament hat keine Aufgabe von @%1. Sie hinzufügen, bevor etwas gebaut wird.</translation>
    </message>
    <message>
        <source>Add a task of @%1</source>
        <translation>Eine Aufgabe von @%1 hinzufügen</translation>
    </message>
    <message>
        <source>No user stories, or nobody who checks them</source>
        <translation>Keine User Storys oder niemand, der sie prüft</translation>
    </message>
    <message>
        <source>The product manager says at the start what users need, and checks at the end that they got it.</source>
        <translation>Das Produktmanagement sagt am Anfang, was die Benutzer brauchen, und prüft am Ende, ob sie es erhalten haben.</translation>
    </message>
    <message>
        <source>Seed 003: user stories in phase 0, golden path validation in phase 2</source>
        <translation>Seed 003: User Storys in Phase 0, Golden-Path-Validierung in Phase 2</translation>
    </message>
    <message>
        <source>The foundation has no user stories by @product-manager. Add them.</source>
        <translation>Das Fundament hat keine User Storys von @product-manager. Sie hinzufügen.</translation>
    </message>
    <message>
        <source>Add the user stories</source>
        <translation>Die User Storys hinzufügen</translation>
    </message>
    <message>
        <source>Nobody validates the golden path: the validation phase has no task of @product-manager. Add it.</source>
        <translation>Niemand validiert den Golden Path: Die Validierungsphase hat keine Aufgabe von @product-manager. Sie hinzufügen.</translation>
    </message>
    <message>
        <source>Add the golden path validation</source>
        <translation>Die Golden-Path-Validierung hinzufügen</translation>
    </message>
    <message>
        <source>Validate the golden path</source>
        <translation>Den Golden Path validieren</translation>
    </message>
    <message>
        <source>Building before the foundation stands</source>
        <translation>Bauen, bevor das Fundament steht</translation>
    </message>
    <message>
        <source>Implementation begins when the foundation gate has passed, not before.</source>
        <translation>Die Implementierung beginnt, wenn das Fundament-Gate bestanden ist, nicht vorher.</translation>
    </message>
    <message>
        <source>Seed 003, red flag: implementation before architecture</source>
        <translation>Seed 003, Warnzeichen: Implementierung vor der Architektur</translation>
    </message>
    <message>
        <source>Let it need %1</source>
        <translation>%1 zur Voraussetzung machen</translation>
    </message>
    <message>
        <source>Move it to the phase %1</source>
        <translation>In die Phase %1 verschieben</translation>
    </message>
    <message>
        <source>%1 is built before the foundation stands. Let it wait for %2.</source>
        <translation>%1 wird gebaut, bevor das Fundament steht. Auf %2 warten lassen.</translation>
    </message>
    <message>
        <source>A foundation without an architect</source>
        <translation>Ein Fundament ohne Architekt</translation>
    </message>
    <message>
        <source>Boundaries and data flow are decided once, before many build at the same time.</source>
        <translation>Grenzen und Datenfluss werden einmal festgelegt, bevor viele gleichzeitig bauen.</translation>
    </message>
    <message>
        <source>Seed 003, red flag: missing @architect foundation</source>
        <translation>Seed 003, Warnzeichen: fehlendes Fundament von @architect</translation>
    </message>
    <message>
        <source>A foundation without a UX designer</source>
        <translation>Ein Fundament ohne UX-Designer</translation>
    </message>
    <message>
        <source>What users walk through is designed before it is built, not discovered afterwards.</source>
        <translation>Was die Benutzer durchlaufen, wird vor dem Bauen entworfen, nicht erst danach entdeckt.</translation>
    </message>
    <message>
        <source>Seed 003, red flag: missing @ux-designer foundation</source>
        <translation>Seed 003, Warnzeichen: fehlendes Fundament von @ux-designer</translation>
    </message>
    <message>
        <source>A phase without a gate</source>
        <translation>Eine Phase ohne Gate</translation>
    </message>
    <message>
        <source>A phase ends with a mandatory checkpoint, so that nothing is built on what has not been verified.</source>
        <translation>Eine Phase endet mit einem verpflichtenden Kontrollpunkt, damit nichts auf Ungeprüftem aufbaut.</translation>
    </message>
    <message>
        <source>Seed 003: four phases, four gates</source>
        <translation>Seed 003: vier Phasen, vier Gates</translation>
    </message>
    <message>
        <source>The phase %1 has no gate. Close it with one.</source>
        <translation>Die Phase %1 hat kein Gate. Sie mit einem abschließen.</translation>
    </message>
    <message>
        <source>Add a gate</source>
        <translation>Ein Gate hinzufügen</translation>
    </message>
    <message>
        <source>A gate that checks nothing</source>
        <translation>Ein Gate, das nichts prüft</translation>
    </message>
    <message>
        <source>A gate without criteria always passes, so it is none.</source>
        <translation>Ein Gate ohne Kriterien besteht immer, ist also keines.</translation>
    </message>
    <message>
        <source>Seed 003: gate checks</source>
        <translation>Seed 003: Gate-Prüfungen</translation>
    </message>
    <message>
        <source>The gate %1 has no criteria and would always pass. Say what must hold.</source>
        <translation>Das Gate %1 hat keine Kriterien und würde immer bestehen. Angeben, was erfüllt sein muss.</translation>
    </message>
    <message>
        <source>Use the default criteria</source>
        <translation>Die Standardkriterien verwenden</translation>
    </message>
    <message>
        <source>A sync point without needs</source>
        <translation>Ein Synchronisationspunkt ohne Voraussetzungen</translation>
    </message>
    <message>
        <source>A sync point that waits for nothing holds nothing together.</source>
        <translation>Ein Synchronisationspunkt, der auf nichts wartet, hält nichts zusammen.</translation>
    </message>
    <message>
        <source>Seed 002: parallel with sync points</source>
        <translation>Seed 002: parallel mit Synchronisationspunkten</translation>
    </message>
    <message>
        <source>The gate %1 closes no phase and waits for nothing. Draw to it what it should wait for, or remove it.</source>
        <translation>Das Gate %1 schließt keine Phase ab und wartet auf nichts. Verbindungen von dem ziehen, worauf es warten soll, oder es entfernen.</translation>
    </message>
    <message>
        <source>Remove the gate</source>
        <translation>Das Gate entfernen</translation>
    </message>
    <message>
        <source>Two things with one id</source>
        <translation>Zwei Dinge mit derselben Id</translation>
    </message>
    <message>
        <source>Needs, gates and runs name things by their id, so an id that stands twice names neither for sure.</source>
        <translation>Voraussetzungen, Gates und Läufe benennen Dinge mit ihrer Id; eine doppelte Id bezeichnet daher keines von beiden eindeutig.</translation>
    </message>
    <message>
        <source>Seed 003: the letter C stands for two tasks</source>
        <translation>Seed 003: Der Buchstabe C steht für zwei Aufgaben</translation>
    </message>
    <message>
        <source>The id “%1” stands twice. Give one of the two another id.</source>
        <translation>Die Id „%1“ kommt zweimal vor. Einem von beiden eine andere Id geben.</translation>
    </message>
    <message>
        <source>Rename this one to “%1”</source>
        <translation>Dieses in „%1“ umbenennen</translation>
    </message>
    <message>
        <source>An id that is none</source>
        <translation>Eine Id, die keine ist</translation>
    </message>
    <message>
        <source>Ids become file, branch and log names, so they hold to letters, digits and hyphens.</source>
        <translation>Ids werden zu Namen von Dateien, Zweigen und Protokollen, daher bestehen sie nur aus Buchstaben, Ziffern und Bindestrichen.</translation>
    </message>
    <message>
        <source>The workflow format</source>
        <translation>Das Workflow-Format</translation>
    </message>
    <message>
        <source>%1 has no id. Give it one, so that others can name it.</source>
        <translation>%1 hat keine Id. Eine vergeben, damit andere darauf verweisen können.</translation>
    </message>
    <message>
        <source>Call it “%1”</source>
        <translation>„%1“ nennen</translation>
    </message>
    <message>
        <source>Something that waits for itself</source>
        <translation>Etwas, das auf sich selbst wartet</translation>
    </message>
    <message>
        <source>What waits for itself never starts.</source>
        <translation>Was auf sich selbst wartet, startet nie.</translation>
    </message>
    <message>
        <source>Seed 001: the graph of dependencies has no circle</source>
        <translation>Seed 001: Der Abhängigkeitsgraph hat keinen Zyklus</translation>
    </message>
    <message>
        <source>%1 needs itself and would never start. Remove that need.</source>
        <translation>%1 benötigt sich selbst und würde nie starten. Diese Voraussetzung entfernen.</translation>
    </message>
    <message>
        <source>Remove the need</source>
        <translation>Die Voraussetzung entfernen</translation>
    </message>
    <message>
        <source>A name that nothing has</source>
        <translation>Ein Name, den nichts trägt</translation>
    </message>
    <message>
        <source>A reference to something that is not there is usually a typing error, and would silently drop an order, a check or a person.</source>
        <translation>Ein Verweis auf etwas, das es nicht gibt, ist meist ein Tippfehler und würde stillschweigend eine Reihenfolge, eine Prüfung oder eine Person fallen lassen.</translation>
    </message>
    <message>
        <source>Seed 001: explicit is better than implicit</source>
        <translation>Seed 001: Explizit ist besser als implizit</translation>
    </message>
    <message>
        <source>Declare @%1</source>
        <translation>@%1 deklarieren</translation>
    </message>
    <message>
        <source>Remove the reference</source>
        <translation>Den Verweis entfernen</translation>
    </message>
    <message>
        <source>%1 validates “%2”, which is a gate. Only tasks are validated.</source>
        <translation>%1 validiert „%2“, das ist ein Gate. Nur Aufgaben werden validiert.</translation>
    </message>
    <message>
        <source>%1 names the persona @%2, which is not declared.</source>
        <translation>%1 nennt die Persona @%2, die nicht deklariert ist.</translation>
    </message>
    <message>
        <source>%1 names the phase “%2”, which does not exist.</source>
        <translation>%1 nennt die Phase „%2“, die es nicht gibt.</translation>
    </message>
    <message>
        <source>%1 fixes the gate “%2”, which does not exist.</source>
        <translation>%1 korrigiert das Gate „%2“, das es nicht gibt.</translation>
    </message>
    <message>
        <source>%1 has an empty reference.</source>
        <translation>%1 hat einen leeren Verweis.</translation>
    </message>
    <message>
        <source>%1 names “%2”, but no task or gate is called that.</source>
        <translation>%1 nennt „%2“, doch keine Aufgabe und kein Gate heißt so.</translation>
    </message>
    <message>
        <source>%1 Did you mean “%2”?</source>
        <translation>%1 Meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>Needs that form a circle</source>
        <translation>Voraussetzungen, die einen Zyklus bilden</translation>
    </message>
    <message>
        <source>Tasks that wait for each other never start. The graph of needs has to be free of circles.</source>
        <translation>Aufgaben, die aufeinander warten, starten nie. Der Graph der Voraussetzungen muss frei von Zyklen sein.</translation>
    </message>
    <message>
        <source>Seed 001: detect cycles, the graph has to be acyclic</source>
        <translation>Seed 001: Zyklen erkennen, der Graph muss azyklisch sein</translation>
    </message>
    <message>
        <source>Remove the need of %1 on %2</source>
        <translation>Die Voraussetzung %2 von %1 entfernen</translation>
    </message>
    <message>
        <source>These wait for each other for ever: %1. Remove one of the needs.</source>
        <translation>Diese warten ewig aufeinander: %1. Eine der Voraussetzungen entfernen.</translation>
    </message>
    <message>
        <source>A need into a later phase</source>
        <translation>Eine Voraussetzung aus einer späteren Phase</translation>
    </message>
    <message>
        <source>A phase begins when the one before it is closed, so a task that needs a later phase never starts.</source>
        <translation>Eine Phase beginnt, wenn die vorherige abgeschlossen ist; eine Aufgabe, die eine spätere Phase benötigt, startet daher nie.</translation>
    </message>
    <message>
        <source>Seed 003: phases in order, with gates between them</source>
        <translation>Seed 003: Phasen in Reihenfolge, mit Gates dazwischen</translation>
    </message>
    <message>
        <source>Take “%1” out of what %2 comes after</source>
        <translation>„%1“ aus den Vorgängern von %2 entfernen</translation>
    </message>
    <message>
        <source>These phases come after each other, so none of them can begin: %1. Change what one of them comes after.</source>
        <translation>Diese Phasen kommen jeweils nacheinander, sodass keine beginnen kann: %1. Bei einer davon die Vorgänger ändern.</translation>
    </message>
    <message>
        <source>Move %1 to the phase %2</source>
        <translation>%1 in die Phase %2 verschieben</translation>
    </message>
    <message>
        <source>%1 needs %2, the gate that waits for it. Remove the need.</source>
        <translation>%1 benötigt %2, das Gate, das darauf wartet. Die Voraussetzung entfernen.</translation>
    </message>
    <message>
        <source>%1 is in the phase %2 but needs %3 of the later phase %4. Move the task or remove the need.</source>
        <translation>%1 ist in der Phase %2, benötigt aber %3 aus der späteren Phase %4. Die Aufgabe verschieben oder die Voraussetzung entfernen.</translation>
    </message>
    <message>
        <source>Because of the order of their phases these wait for each other for ever: %1. Move one of them to another phase, or remove a need.</source>
        <translation>Wegen der Reihenfolge ihrer Phasen warten diese ewig aufeinander: %1. Eine davon in eine andere Phase verschieben oder eine Voraussetzung entfernen.</translation>
    </message>
    <message>
        <source>A validation before what it validates</source>
        <translation>Eine Validierung vor dem, was sie validiert</translation>
    </message>
    <message>
        <source>Nothing can be validated before it is there: needs, phases or gates force the wrong order.</source>
        <translation>Nichts kann validiert werden, bevor es da ist: Voraussetzungen, Phasen oder Gates erzwingen die falsche Reihenfolge.</translation>
    </message>
    <message>
        <source>Seed 003: validation comes after implementation</source>
        <translation>Seed 003: Die Validierung kommt nach der Implementierung</translation>
    </message>
    <message>
        <source>%1 validates %2 but would run before it. Turn the order round.</source>
        <translation>%1 validiert %2, würde aber davor laufen. Die Reihenfolge umkehren.</translation>
    </message>
    <message>
        <source>These validate and need each other in a circle, so none of them can start: %1. Take one of the needs out.</source>
        <translation>Diese validieren und benötigen einander im Zyklus, sodass keine starten kann: %1. Eine der Voraussetzungen entfernen.</translation>
    </message>
    <message>
        <source>Everything in a row</source>
        <translation>Alles hintereinander</translation>
    </message>
    <message>
        <source>Seed 004, anti-pattern: sequential everything</source>
        <translation>Seed 004, Antimuster: alles nacheinander</translation>
    </message>
    <message>
        <source>Drop the needs that pass nothing</source>
        <translation>Die Voraussetzungen entfernen, die nichts weitergeben</translation>
    </message>
    <message>
        <source>One persona does everything</source>
        <translation>Eine Persona erledigt alles</translation>
    </message>
    <message>
        <source>Seed 004, anti-pattern: single agent</source>
        <translation>Seed 004, Antimuster: einzelner Agent</translation>
    </message>
    <message>
        <source>%1 does everything in this plan. Give some of the tasks to others.</source>
        <translation>%1 erledigt in diesem Plan alles. Geben Sie einige der Aufgaben an andere.</translation>
    </message>
    <message>
        <source>Many tiny tasks in a row</source>
        <translation>Viele winzige Aufgaben hintereinander</translation>
    </message>
    <message>
        <source>Seed 004, anti-pattern: over-orchestration</source>
        <translation>Seed 004, Antimuster: Überorchestrierung</translation>
    </message>
    <message numerus="yes">
        <source>%1 does %n tiny tasks in a row: %2. Merge them into one.</source>
        <translation>
            <numerusform>%1 erledigt %n winzige Aufgabe hintereinander: %2. Zu einer zusammenfassen.</numerusform>
            <numerusform>%1 erledigt %n winzige Aufgaben hintereinander: %2. Zu einer zusammenfassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge them into one task</source>
        <translation>Zu einer Aufgabe zusammenfassen</translation>
    </message>
    <message>
        <source>Everything at once</source>
        <translation>Alles auf einmal</translation>
    </message>
    <message>
        <source>Seed 001: do not launch all workers simultaneously</source>
        <translation>Seed 001: nicht alle Worker gleichzeitig starten</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks would start at the same time. Limit how many may run at once.</source>
        <translation>
            <numerusform>%n Aufgabe würde gleichzeitig starten. Begrenzen Sie, wie viele zugleich laufen dürfen.</numerusform>
            <numerusform>%n Aufgaben würden gleichzeitig starten. Begrenzen Sie, wie viele zugleich laufen dürfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 at once</source>
        <translation>Höchstens %1 zugleich</translation>
    </message>
    <message>
        <source>Everything passes through one task</source>
        <translation>Alles läuft über eine Aufgabe</translation>
    </message>
    <message>
        <source>Seed 001, hub and spoke: the coordinator can become the bottleneck</source>
        <translation>Seed 001, Nabe und Speiche: Der Koordinator kann zum Engpass werden</translation>
    </message>
    <message>
        <source>Everything passes through %1: if it is late, all of it is. Let some tasks pass their results on directly.</source>
        <translation>Alles läuft über %1: Verspätung hier verspätet alles. Lassen Sie einige Aufgaben ihre Ergebnisse direkt weitergeben.</translation>
    </message>
    <message>
        <source>A task that nobody does</source>
        <translation>Eine Aufgabe, die niemand erledigt</translation>
    </message>
    <message>
        <source>Without a persona an agent falls back on its default behaviour, and nobody answers for the work.</source>
        <translation>Ohne Persona fällt ein Agent auf sein Standardverhalten zurück, und niemand steht für die Arbeit ein.</translation>
    </message>
    <message>
        <source>Seed 003: one persona per task</source>
        <translation>Seed 003: eine Persona pro Aufgabe</translation>
    </message>
    <message>
        <source>Assign @%1</source>
        <translation>@%1 zuweisen</translation>
    </message>
    <message>
        <source>Add a persona for it</source>
        <translation>Eine Persona dafür hinzufügen</translation>
    </message>
    <message>
        <source>Nobody does %1. Assign a persona to it.</source>
        <translation>Niemand erledigt %1. Weisen Sie eine Persona zu.</translation>
    </message>
    <message>
        <source>A task of several personas</source>
        <translation>Eine Aufgabe mehrerer Personas</translation>
    </message>
    <message>
        <source>Where two answer for one task, neither does, and nobody is left to check it from outside.</source>
        <translation>Wo zwei für eine Aufgabe einstehen, tut es keiner, und niemand bleibt übrig, sie von außen zu prüfen.</translation>
    </message>
    <message>
        <source>Seed 003: exactly one persona per task</source>
        <translation>Seed 003: genau eine Persona pro Aufgabe</translation>
    </message>
    <message>
        <source>Split into one task each</source>
        <translation>In je eine Aufgabe aufteilen</translation>
    </message>
    <message>
        <source>Keep @%1 only</source>
        <translation>Nur @%1 behalten</translation>
    </message>
    <message>
        <source>%1 is given to %2. A task is done by exactly one persona: split it, or keep one.</source>
        <translation>%1 ist %2 zugewiesen. Eine Aufgabe wird von genau einer Persona erledigt: Teilen Sie sie auf, oder behalten Sie eine Persona.</translation>
    </message>
    <message>
        <source>Two personas in one</source>
        <translation>Zwei Personas in einer</translation>
    </message>
    <message>
        <source>“@engineer and @designer” is two people under one name: each will leave the other half undone.</source>
        <translation>„@engineer and @designer“ sind zwei Personen unter einem Namen: Jede wird die andere Hälfte liegen lassen.</translation>
    </message>
    <message>
        <source>Seed 003, red flag: combined persona assignments</source>
        <translation>Seed 003, Warnzeichen: kombinierte Persona-Zuweisungen</translation>
    </message>
    <message>
        <source>“%1” is several personas in one: %2. Split it.</source>
        <translation>„%1“ sind mehrere Personas in einer: %2. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>Split the persona</source>
        <translation>Persona aufteilen</translation>
    </message>
    <message>
        <source>%1 is given to “%2”, which is several personas. Split it into one task each.</source>
        <translation>%1 ist „%2“ zugewiesen; das sind mehrere Personas. In je eine Aufgabe aufteilen.</translation>
    </message>
    <message>
        <source>No token budget</source>
        <translation>Kein Token-Budget</translation>
    </message>
    <message>
        <source>What a plan costs can be known before it runs, and noticed while it runs, only with budgets.</source>
        <translation>Was ein Plan kostet, lässt sich nur mit Budgets vor dem Lauf wissen und während des Laufs bemerken.</translation>
    </message>
    <message>
        <source>Seed 001: use token budgets</source>
        <translation>Seed 001: Token-Budgets verwenden</translation>
    </message>
    <message>
        <source>Give %1 tokens, as most others have</source>
        <translation>%1 Tokens geben, wie bei den meisten anderen</translation>
    </message>
    <message>
        <source>A budget of time alone</source>
        <translation>Ein reines Zeitbudget</translation>
    </message>
    <message>
        <source>Agents are paid in tokens; how long they take says little about what they cost.</source>
        <translation>Agenten werden in Tokens bezahlt; wie lange sie brauchen, sagt wenig darüber, was sie kosten.</translation>
    </message>
    <message>
        <source>Seed 001: use token budgets, not time estimates</source>
        <translation>Seed 001: Token-Budgets statt Zeitschätzungen verwenden</translation>
    </message>
    <message>
        <source>Give it %1 tokens, as most others have</source>
        <translation>Der Aufgabe %1 Tokens geben, wie bei den meisten anderen</translation>
    </message>
    <message>
        <source>%1 is budgeted in time only. Say how many tokens it may use.</source>
        <translation>%1 hat nur ein Zeitbudget. Geben Sie an, wie viele Tokens verbraucht werden dürfen.</translation>
    </message>
    <message>
        <source>More than the whole may cost</source>
        <translation>Mehr, als das Ganze kosten darf</translation>
    </message>
    <message>
        <source>Estimates are multiplied by what reality has taught; the sum has to fit the cap before anything runs.</source>
        <translation>Schätzungen werden mit dem multipliziert, was die Wirklichkeit gelehrt hat; die Summe muss unter die Obergrenze passen, bevor etwas läuft.</translation>
    </message>
    <message>
        <source>Seed 001: reality multiplier 1.5 to 2</source>
        <translation>Seed 001: Realitätsfaktor 1,5 bis 2</translation>
    </message>
    <message>
        <source>The tasks come to %1 tokens with the multiplier, more than the cap of %2. Raise the cap or cut the plan.</source>
        <translation>Die Aufgaben kommen mit dem Faktor auf %1 Tokens, mehr als die Obergrenze von %2. Erhöhen Sie die Obergrenze, oder kürzen Sie den Plan.</translation>
    </message>
    <message>
        <source>Raise the cap to %1</source>
        <translation>Obergrenze auf %1 erhöhen</translation>
    </message>
    <message>
        <source>A repetition without an end</source>
        <translation>Eine Wiederholung ohne Ende</translation>
    </message>
    <message>
        <source>Refinement is unrolled into a bounded number of rounds; without a bound it may never end.</source>
        <translation>Verfeinerung wird in eine begrenzte Zahl von Runden aufgelöst; ohne Grenze endet sie womöglich nie.</translation>
    </message>
    <message>
        <source>Seed 004: incremental refinement</source>
        <translation>Seed 004: schrittweise Verfeinerung</translation>
    </message>
    <message>
        <source>The phase %1 repeats without a bound. Say how many rounds it may take at most.</source>
        <translation>Die Phase %1 wiederholt sich ohne Grenze. Geben Sie an, wie viele Runden sie höchstens dauern darf.</translation>
    </message>
    <message>
        <source>At most 3 rounds</source>
        <translation>Höchstens 3 Runden</translation>
    </message>
    <message>
        <source>Nothing that carries a task out</source>
        <translation>Nichts, was eine Aufgabe ausführt</translation>
    </message>
    <message>
        <source>Without an executor a task is only simulated.</source>
        <translation>Ohne Ausführung wird eine Aufgabe nur simuliert.</translation>
    </message>
    <message>
        <source>The workflow format: executors</source>
        <translation>Das Workflow-Format: Ausführungen</translation>
    </message>
    <message>
        <source>Say that they are simulated</source>
        <translation>Angeben, dass sie simuliert werden</translation>
    </message>
    <message>
        <source>An executor that is none</source>
        <translation>Eine Ausführung, die keine ist</translation>
    </message>
    <message>
        <source>What Baton does not know it can only simulate.</source>
        <translation>Was Baton nicht kennt, kann es nur simulieren.</translation>
    </message>
    <message>
        <source>The executor of %1 has no type and would be simulated. Choose one.</source>
        <translation>Die Ausführung von %1 hat keinen Typ und würde simuliert. Wählen Sie einen.</translation>
    </message>
    <message>
        <source>%1 names the executor “%2”, which does not exist, and would be simulated. Choose one of %3.</source>
        <translation>%1 nennt die Ausführung „%2“, die es nicht gibt, und würde simuliert. Wählen Sie eine von %3.</translation>
    </message>
    <message>
        <source>Work outside a role</source>
        <translation>Arbeit außerhalb einer Rolle</translation>
    </message>
    <message>
        <source>Planners plan, workers work, validators judge: who does everything is checked by nobody.</source>
        <translation>Planer planen, Worker arbeiten, Prüfer urteilen: Wer alles tut, wird von niemandem geprüft.</translation>
    </message>
    <message>
        <source>Seed 000: planner, worker, QA</source>
        <translation>Seed 000: Planer, Worker, QA</translation>
    </message>
    <message>
        <source>Make it plain work</source>
        <translation>Zu gewöhnlicher Arbeit machen</translation>
    </message>
    <message>
        <source>The workflow format: settings.rules</source>
        <translation>Das Workflow-Format: settings.rules</translation>
    </message>
    <message>
        <source>Remove the setting</source>
        <translation>Einstellung entfernen</translation>
    </message>
    <message>
        <source>The settings name the rule “%1”, which does not exist. Correct its name.</source>
        <translation>Die Einstellungen nennen die Regel „%1“, die es nicht gibt. Berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>%1 names the rule “%2”, which does not exist. Correct its name.</source>
        <translation>%1 nennt die Regel „%2“, die es nicht gibt. Berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>A feature without tests</source>
        <translation>Eine Funktion ohne Tests</translation>
    </message>
    <message>
        <source>Each feature has an implementation task and a test task of its own, done side by side.</source>
        <translation>Jede Funktion hat eine eigene Implementierungsaufgabe und eine eigene Testaufgabe, die nebeneinander erledigt werden.</translation>
    </message>
    <message>
        <source>Seed 003, phase 1: each feature gets separate implementation and test tasks</source>
        <translation>Seed 003, Phase 1: Jede Funktion erhält getrennte Implementierungs- und Testaufgaben</translation>
    </message>
    <message>
        <source>%1 is built but not tested. Add a test task beside it.</source>
        <translation>%1 wird gebaut, aber nicht getestet. Fügen Sie daneben eine Testaufgabe hinzu.</translation>
    </message>
    <message>
        <source>Add a test task for it</source>
        <translation>Eine Testaufgabe dafür hinzufügen</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
    <message>
        <source>the tests are written for it</source>
        <translation>die Tests dafür sind geschrieben</translation>
    </message>
    <message>
        <source>Run the full test suite</source>
        <translation>Die vollständige Testsuite ausführen</translation>
    </message>
    <message>
        <source>Measure the performance</source>
        <translation>Die Leistung messen</translation>
    </message>
    <message>
        <source>Audit the security</source>
        <translation>Die Sicherheit prüfen</translation>
    </message>
    <message>
        <source>Write the documentation</source>
        <translation>Die Dokumentation schreiben</translation>
    </message>
    <message>
        <source>Update the architecture</source>
        <translation>Die Architektur aktualisieren</translation>
    </message>
    <message>
        <source>Plan the deployment</source>
        <translation>Die Bereitstellung planen</translation>
    </message>
    <message>
        <source>Bring the streams together</source>
        <translation>Die Stränge zusammenführen</translation>
    </message>
    <message>
        <source>A validation phase without all its roles</source>
        <translation>Eine Validierungsphase ohne alle ihre Rollen</translation>
    </message>
    <message>
        <source>Tests, performance, security and documentation are looked at by four different people.</source>
        <translation>Tests, Leistung, Sicherheit und Dokumentation werden von vier verschiedenen Personen geprüft.</translation>
    </message>
    <message>
        <source>Seed 003, phase 2: independent validation and documentation</source>
        <translation>Seed 003, Phase 2: unabhängige Validierung und Dokumentation</translation>
    </message>
    <message>
        <source>The plan has no validation phase. Add one with tests, performance, security and documentation.</source>
        <translation>Der Plan hat keine Validierungsphase. Fügen Sie eine mit Tests, Leistung, Sicherheit und Dokumentation hinzu.</translation>
    </message>
    <message>
        <source>Add a validation phase with its tasks</source>
        <translation>Eine Validierungsphase mit ihren Aufgaben hinzufügen</translation>
    </message>
    <message>
        <source>The validation phase has no task of @%1. Add it.</source>
        <translation>Die Validierungsphase hat keine Aufgabe von @%1. Fügen Sie sie hinzu.</translation>
    </message>
    <message>
        <source>Validation and documentation</source>
        <translation>Validierung und Dokumentation</translation>
    </message>
    <message>
        <source>No integration at the end</source>
        <translation>Keine Integration am Ende</translation>
    </message>
    <message>
        <source>Parallel streams are brought together, the architecture learns from them, and somebody plans how it is deployed.</source>
        <translation>Parallele Stränge werden zusammengeführt, die Architektur lernt daraus, und jemand plant die Bereitstellung.</translation>
    </message>
    <message>
        <source>Seed 003, phase 3: integration mandatory</source>
        <translation>Seed 003, Phase 3: Integration verpflichtend</translation>
    </message>
    <message>
        <source>The plan has no integration phase. End with one: integration, architecture update, deployment plan.</source>
        <translation>Der Plan hat keine Integrationsphase. Schließen Sie mit einer ab: Integration, Architekturaktualisierung, Bereitstellungsplan.</translation>
    </message>
    <message>
        <source>Add an integration phase with its tasks</source>
        <translation>Eine Integrationsphase mit ihren Aufgaben hinzufügen</translation>
    </message>
    <message>
        <source>Nobody updates the architecture in the integration phase. Add a task of @architect.</source>
        <translation>Niemand aktualisiert in der Integrationsphase die Architektur. Fügen Sie eine Aufgabe von @architect hinzu.</translation>
    </message>
    <message>
        <source>Add the architecture update</source>
        <translation>Die Architekturaktualisierung hinzufügen</translation>
    </message>
    <message>
        <source>Nobody plans the deployment in the integration phase. Add a task of @devops.</source>
        <translation>Niemand plant in der Integrationsphase die Bereitstellung. Fügen Sie eine Aufgabe von @devops hinzu.</translation>
    </message>
    <message>
        <source>Add the deployment plan</source>
        <translation>Den Bereitstellungsplan hinzufügen</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>A need that others imply</source>
        <translation>Eine Voraussetzung, die sich aus anderen ergibt</translation>
    </message>
    <message>
        <source>What is needed anyway through another need only makes the picture harder to read.</source>
        <translation>Was über eine andere Voraussetzung ohnehin benötigt wird, macht das Bild nur schwerer lesbar.</translation>
    </message>
    <message>
        <source>Seed 001: clear dependencies</source>
        <translation>Seed 001: klare Abhängigkeiten</translation>
    </message>
    <message>
        <source>%1 needs %2 anyway, through another need. Remove this one.</source>
        <translation>%1 benötigt %2 ohnehin, über eine andere Voraussetzung. Entfernen Sie diese.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>A task that is tied to nothing</source>
        <translation>Eine Aufgabe ohne jede Verbindung</translation>
    </message>
    <message>
        <source>What nothing needs and what needs nothing is often left over, or its needs were forgotten.</source>
        <translation>Was von nichts benötigt wird und nichts benötigt, ist oft übrig geblieben, oder seine Voraussetzungen wurden vergessen.</translation>
    </message>
    <message>
        <source>Nothing needs %1, and it needs nothing and is in no phase. Draw its needs, or remove it.</source>
        <translation>Nichts benötigt %1, und die Aufgabe benötigt nichts und gehört zu keiner Phase. Zeichnen Sie ihre Voraussetzungen ein, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>A persona without a task</source>
        <translation>Eine Persona ohne Aufgabe</translation>
    </message>
    <message>
        <source>Somebody who does nothing is either left over or was forgotten.</source>
        <translation>Wer nichts tut, ist entweder übrig geblieben oder wurde vergessen.</translation>
    </message>
    <message>
        <source>Seed 000: select personas</source>
        <translation>Seed 000: Personas auswählen</translation>
    </message>
    <message>
        <source>%1 does nothing in this plan. Give it a task, or remove it.</source>
        <translation>%1 tut in diesem Plan nichts. Geben Sie der Persona eine Aufgabe, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>A phase without tasks</source>
        <translation>Eine Phase ohne Aufgaben</translation>
    </message>
    <message>
        <source>A phase in which nothing is done only delays the picture.</source>
        <translation>Eine Phase, in der nichts getan wird, hält nur das Bild auf.</translation>
    </message>
    <message>
        <source>Seed 003: phases of tasks</source>
        <translation>Seed 003: Phasen aus Aufgaben</translation>
    </message>
    <message>
        <source>The phase %1 has no tasks. Drop some into it, or remove it.</source>
        <translation>Die Phase %1 hat keine Aufgaben. Ziehen Sie einige hinein, oder entfernen Sie die Phase.</translation>
    </message>
    <message>
        <source>Branches that meet without an integration</source>
        <translation>Zweige, die sich ohne Integration treffen</translation>
    </message>
    <message>
        <source>Where several branches meet, their changes are merged; an integrate task does that and reports conflicts instead of failing on them.</source>
        <translation>Wo sich mehrere Zweige treffen, werden ihre Änderungen zusammengeführt; eine integrate-Aufgabe tut das und meldet Konflikte, statt an ihnen zu scheitern.</translation>
    </message>
    <message>
        <source>Seed 001: git worktree integration; QA integration</source>
        <translation>Seed 001: Git-Worktree-Integration; QA-Integration</translation>
    </message>
    <message>
        <source>The branches of %1 meet in %2, which is no integrate task: a conflict between them would fail it. Put an integrate task before it.</source>
        <translation>Die Zweige von %1 treffen sich in %2; das ist keine integrate-Aufgabe: Ein Konflikt zwischen ihnen würde sie scheitern lassen. Setzen Sie eine integrate-Aufgabe davor.</translation>
    </message>
    <message>
        <source>Put an integrate task before it</source>
        <translation>Eine integrate-Aufgabe davorsetzen</translation>
    </message>
    <message>
        <source>Integrate for %1</source>
        <translation>Für %1 integrieren</translation>
    </message>
    <message>
        <source>its branch is merged</source>
        <translation>ihr Zweig wird zusammengeführt</translation>
    </message>
    <message>
        <source>it works on the merged branches</source>
        <translation>sie arbeitet auf den zusammengeführten Zweigen</translation>
    </message>
    <message>
        <source>Add a reviewer and assign it</source>
        <translation>Einen Reviewer hinzufügen und zuweisen</translation>
    </message>
    <message>
        <source>A persona that validates its own work</source>
        <translation>Eine Persona, die ihre eigene Arbeit validiert</translation>
    </message>
    <message>
        <source>Whoever made something sees what they meant, not what is there. Validation is adversarial.</source>
        <translation>Wer etwas gemacht hat, sieht, was gemeint war, nicht, was da ist. Validierung braucht einen Gegner.</translation>
    </message>
    <message>
        <source>Seed 003, red flag: any persona validating own work</source>
        <translation>Seed 003, Warnzeichen: eine Persona validiert ihre eigene Arbeit</translation>
    </message>
    <message>
        <source>%1 validates itself. Let another task validate it.</source>
        <translation>%1 validiert sich selbst. Lassen Sie eine andere Aufgabe validieren.</translation>
    </message>
    <message>
        <source>%1 validates %2, its own work, in %3. Let somebody else validate it.</source>
        <translation>%1 validiert %2, die eigene Arbeit, in %3. Lassen Sie jemand anderen validieren.</translation>
    </message>
    <message>
        <source>%1 validates %2 in %3 after having fixed it in %4. Let somebody else validate it.</source>
        <translation>%1 validiert %2 in %3 nach eigener Korrektur in %4. Lassen Sie jemand anderen validieren.</translation>
    </message>
    <message>
        <source>A validator that helped to build</source>
        <translation>Ein Prüfer, der mitgebaut hat</translation>
    </message>
    <message>
        <source>All personas of the validation phase are different from those that implemented.</source>
        <translation>Alle Personas der Validierungsphase sind andere als die, die implementiert haben.</translation>
    </message>
    <message>
        <source>Seed 003, phase 2: validation personas are different from phase 1 implementers</source>
        <translation>Seed 003, Phase 2: Die validierenden Personas sind andere als die Implementierenden aus Phase 1</translation>
    </message>
    <message>
        <source>%1 does %2 in the validation phase but worked on %3 before. Let somebody do it who did not build.</source>
        <translation>%1 erledigt %2 in der Validierungsphase, hat aber zuvor an %3 gearbeitet. Lassen Sie es jemanden tun, der nicht mitgebaut hat.</translation>
    </message>
    <message>
        <source>Work that nobody validates</source>
        <translation>Arbeit, die niemand validiert</translation>
    </message>
    <message>
        <source>What is only claimed to work has not been shown to work: somebody else has to look at it.</source>
        <translation>Was nur angeblich funktioniert, ist nicht nachgewiesen: Jemand anderes muss es sich ansehen.</translation>
    </message>
    <message>
        <source>Seed 003: adversarial validation; seed 001: the QA worker is critical</source>
        <translation>Seed 003: gegnerische Validierung; Seed 001: Der QA-Worker ist entscheidend</translation>
    </message>
    <message>
        <source>Nothing in this plan is validated. Add a validation by somebody else.</source>
        <translation>Nichts in diesem Plan wird validiert. Fügen Sie eine Validierung durch jemand anderen hinzu.</translation>
    </message>
    <message>
        <source>Nothing validates %1. Add a validation by somebody else.</source>
        <translation>Nichts validiert %1. Fügen Sie eine Validierung durch jemand anderen hinzu.</translation>
    </message>
    <message>
        <source>Validate %1</source>
        <translation>%1 validieren</translation>
    </message>
    <message>
        <source>Validate the work</source>
        <translation>Die Arbeit validieren</translation>
    </message>
    <message>
        <source>Add a validation of %1</source>
        <translation>Eine Validierung von %1 hinzufügen</translation>
    </message>
    <message>
        <source>A validation that nothing waits for</source>
        <translation>Eine Validierung, auf die nichts wartet</translation>
    </message>
    <message>
        <source>A verdict that nobody waits for changes nothing: the work goes on although it was rejected.</source>
        <translation>Ein Urteil, auf das niemand wartet, ändert nichts: Die Arbeit geht weiter, obwohl sie abgelehnt wurde.</translation>
    </message>
    <message>
        <source>Seed 003, red flag: failed validations ignored</source>
        <translation>Seed 003, Warnzeichen: fehlgeschlagene Validierungen ignoriert</translation>
    </message>
    <message>
        <source>No gate and no task waits for the verdict of %1, so a rejection would change nothing. Let a gate ask for it.</source>
        <translation>Kein Gate und keine Aufgabe wartet auf das Urteil von %1; eine Ablehnung würde also nichts ändern. Lassen Sie ein Gate danach fragen.</translation>
    </message>
    <message>
        <source>Let a gate ask for the verdict</source>
        <translation>Ein Gate nach dem Urteil fragen lassen</translation>
    </message>
    <message>
        <source>A validation that lists no issues</source>
        <translation>Eine Validierung, die keine Befunde auflistet</translation>
    </message>
    <message>
        <source>A bare yes or no cannot be acted on: a verdict comes with the list of what was found.</source>
        <translation>Mit einem bloßen Ja oder Nein lässt sich nichts anfangen: Zu einem Urteil gehört die Liste dessen, was gefunden wurde.</translation>
    </message>
    <message>
        <source>Seed 000: QA lists issues and gives a verdict</source>
        <translation>Seed 000: QA listet Befunde auf und fällt ein Urteil</translation>
    </message>
    <message>
        <source>%1 validates with a command that promises no verdict. Let it write a verdict with its issues to $BATON_RESULT, and say so with verdict: true.</source>
        <translation>%1 validiert mit einem Befehl, der kein Urteil zusagt. Lassen Sie ihn ein Urteil mit seinen Befunden nach $BATON_RESULT schreiben, und geben Sie das mit verdict: true an.</translation>
    </message>
    <message>
        <source>It writes a verdict with issues</source>
        <translation>Der Befehl schreibt ein Urteil mit Befunden</translation>
    </message>
    <message>
        <source>Let any of these outcomes of %1 lead to it</source>
        <translation>Jeden dieser Ausgänge von %1 zu ihr führen lassen</translation>
    </message>
    <message>
        <source>Let every outcome of %1 lead to it</source>
        <translation>Jeden Ausgang von %1 zu ihr führen lassen</translation>
    </message>
    <message>
        <source>Let %1 own “%2” too</source>
        <translation>%1 soll „%2“ auch besitzen</translation>
    </message>
    <message>
        <source>Write it as “%1”</source>
        <translation>Als „%1“ schreiben</translation>
    </message>
    <message>
        <source>Each waits for the one before although nothing is handed over: time is lost that nobody needs.</source>
        <translation>Jede wartet auf die vorige, obwohl nichts übergeben wird: so geht Zeit verloren, die niemand braucht.</translation>
    </message>
    <message>
        <source>One agent for everything is a bottleneck that nobody checks.</source>
        <translation>Ein Agent für alles ist ein Engpass, den niemand prüft.</translation>
    </message>
    <message>
        <source>Handing over costs more than the work where one persona does many tiny tasks in a row.</source>
        <translation>Wo eine Persona viele winzige Aufgaben hintereinander erledigt, kostet das Übergeben mehr als die Arbeit.</translation>
    </message>
    <message>
        <source>Many agents at once fight for one machine and one budget.</source>
        <translation>Viele Agenten zugleich streiten sich um einen Rechner und ein Budget.</translation>
    </message>
    <message>
        <source>A single point that collects from everybody and hands out to everybody can hold up, or end, everything.</source>
        <translation>Eine einzige Stelle, die von allen einsammelt und an alle verteilt, kann alles aufhalten oder beenden.</translation>
    </message>
    <message>
        <source>Everything waits in a row, but nothing is handed over to %1: they could run in parallel.</source>
        <translation>Alles wartet hintereinander, doch an %1 wird nichts übergeben: Sie könnten parallel laufen.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>No token budget is given to %n task(s): %1. Say what each may cost.</source>
        <translation>
            <numerusform>%n Aufgabe hat kein Token-Budget: %1. Geben Sie an, was sie kosten darf.</numerusform>
            <numerusform>%n Aufgaben haben kein Token-Budget: %1. Geben Sie an, was sie kosten dürfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without an executor, %n task(s) would be simulated: %1. Say what carries each out.</source>
        <translation>
            <numerusform>%n Aufgabe hat keine Ausführung und würde simuliert: %1. Geben Sie an, was sie ausführt.</numerusform>
            <numerusform>%n Aufgaben haben keine Ausführung und würden simuliert: %1. Geben Sie an, was sie ausführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything waits in a row, but nothing is handed over to %1. They could run in parallel if more than one task might run at a time: raise max_concurrent first, which is 1.</source>
        <translation>Alles wartet hintereinander, aber an %1 wird nichts übergeben. Sie könnten gleichzeitig laufen, wenn mehr als eine Aufgabe zugleich laufen dürfte: Erhöhen Sie zuerst max_concurrent, das 1 ist.</translation>
    </message>
    <message>
        <source>Move what waits for %1 into that phase</source>
        <translation>Was auf %1 wartet, in diese Phase verschieben</translation>
    </message>
    <message>
        <source>What is outside the repeated phase %1 waits for its last round, and that waits for it: %2. Move it into the phase, or remove a need.</source>
        <translation>Was außerhalb der wiederholten Phase %1 steht, wartet auf deren letzte Runde, und diese wartet darauf: %2. In die Phase verschieben oder eine Voraussetzung entfernen.</translation>
    </message>
    <message>
        <source>%1 By the durations that the plan names that would take %2 instead of %3.</source>
        <translation>%1 Nach den Dauern, die der Plan nennt, würde das %2 statt %3 dauern.</translation>
    </message>
    <message>
        <source>A rule setting without effect</source>
        <translation>Eine Regeleinstellung ohne Wirkung</translation>
    </message>
    <message>
        <source>A severity for a misspelt rule, or for one that is never lowered, changes nothing, although somebody counts on it.</source>
        <translation>Ein Schweregrad für eine falsch geschriebene Regel oder für eine, die nie herabgestuft wird, ändert nichts, obwohl jemand darauf zählt.</translation>
    </message>
    <message>
        <source>The settings lower the rule “%1”, but it is never lowered, so this has no effect. Remove it.</source>
        <translation>Die Einstellungen stufen die Regel „%1“ herab, aber sie wird nie herabgestuft; das hat keine Wirkung. Die Einstellung entfernen.</translation>
    </message>
    <message>
        <source>%1 lowers the rule “%2”, but it is never lowered, so this has no effect. Remove it.</source>
        <translation>%1 stuft die Regel „%2“ herab, aber sie wird nie herabgestuft; das hat keine Wirkung. Die Einstellung entfernen.</translation>
    </message>
    <message>
        <source>%1 sets the rule “%2” aside without a reason, so this has no effect. Say why: {severity: off, reason: …}.</source>
        <translation>%1 stellt die Regel „%2“ ohne Grund zurück; das hat keine Wirkung. Den Grund angeben: {severity: off, reason: …}.</translation>
    </message>
    <message>
        <source>There are too many patterns for files to compare; only the first were, so two tasks may name the same file unnoticed. Let patterns begin with the folder that they are about.</source>
        <translation>Es sind zu viele Dateimuster, um sie zu vergleichen; nur die ersten wurden verglichen, sodass zwei Aufgaben unbemerkt dieselbe Datei nennen können. Muster mit dem Ordner beginnen lassen, um den es geht.</translation>
    </message>
    <message>
        <source>Too many patterns that begin with “%1” to compare; only the first were, so two tasks may name the same file unnoticed. Name folders and files more exactly, or divide them by folder.</source>
        <translation>Zu viele Muster beginnen mit „%1“, um sie zu vergleichen; nur die ersten wurden verglichen, sodass zwei Aufgaben unbemerkt dieselbe Datei nennen können. Ordner und Dateien genauer benennen oder nach Ordnern aufteilen.</translation>
    </message>
    <message>
        <source>%1 waits for an outcome of %2, but a gate has none: what needs it goes on once it has passed. Leave the outcome out.</source>
        <translation>%1 wartet auf einen Ausgang von %2, aber ein Gate hat keinen: Was es voraussetzt, geht weiter, sobald es bestanden ist. Den Ausgang weglassen.</translation>
    </message>
    <message>
        <source>Wait for the gate alone</source>
        <translation>Nur auf das Gate warten</translation>
    </message>
    <message>
        <source>%1 repeats until the outcome “%2” of %3, which declares no such outcome. Declare it, or use one that it declares.</source>
        <translation>%1 wiederholt sich bis zum Ausgang „%2“ von %3, das keinen solchen Ausgang angibt. Ihn angeben oder einen angegebenen verwenden.</translation>
    </message>
    <message>
        <source>%1 names “%2”, which is or leads outside the workspace. Use a path below the root.</source>
        <translation>%1 nennt „%2“, was außerhalb des Arbeitsbereichs liegt oder hinausführt. Einen Pfad unterhalb der Wurzel verwenden.</translation>
    </message>
    <message>
        <source>%1 names “%2”, which takes a detour through “..”. Write the path as it is below the root.</source>
        <translation>%1 nennt „%2“, was einen Umweg über „..“ nimmt. Den Pfad so schreiben, wie er unterhalb der Wurzel lautet.</translation>
    </message>
    <message>
        <source>The command of %1 would run in “%2”, which is not below the workspace, and is refused. Name a folder below the root.</source>
        <translation>Der Befehl von %1 würde in „%2“ laufen, was nicht unterhalb des Arbeitsbereichs liegt, und wird abgelehnt. Einen Ordner unterhalb der Wurzel nennen.</translation>
    </message>
    <message>
        <source>The gate %1 asks for a sign-off but names nobody who could give it, so it would never pass. Name them, or let a person pass it.</source>
        <translation>Das Gate %1 verlangt eine Freigabe, nennt aber niemanden, der sie geben könnte, und würde nie bestehen. Personas nennen oder einen Menschen freigeben lassen.</translation>
    </message>
    <message>
        <source>Let a person pass it</source>
        <translation>Einen Menschen freigeben lassen</translation>
    </message>
    <message>
        <source>The gate %1 closes a phase and waits for all of it; its own needs count for nothing. Take them out, or take its phase out.</source>
        <translation>Das Gate %1 schließt eine Phase ab und wartet auf alles darin; seine eigenen Voraussetzungen zählen nicht. Diese oder seine Phase entfernen.</translation>
    </message>
    <message>
        <source>Take its needs out</source>
        <translation>Seine Voraussetzungen entfernen</translation>
    </message>
    <message>
        <source>“%1” is not an id: use a to z, digits and hyphens only, and begin with a letter or a digit.</source>
        <translation>„%1“ ist keine Id: nur a bis z, Ziffern und Bindestriche verwenden und mit einem Buchstaben oder einer Ziffer beginnen.</translation>
    </message>
    <message>
        <source>%1 repeats until “%2”, which names no outcome. Write TASK.OUTCOME, such as %3.</source>
        <translation>%1 wiederholt sich bis „%2“, was keinen Ausgang nennt. AUFGABE.AUSGANG schreiben, etwa %3.</translation>
    </message>
    <message>
        <source>Everything waits in a row, but nothing is handed over to %1. They need not wait, though the plan would take as long all the same, for its longest task, other needs, phases or limits.</source>
        <translation>Alles wartet hintereinander, aber an %1 wird nichts übergeben. Sie müssten nicht warten, doch der Plan würde trotzdem so lange dauern: wegen seiner längsten Aufgabe, anderer Voraussetzungen, der Phasen oder der Grenzen.</translation>
    </message>
    <message>
        <source>The branches of %1 meet at the gate %2, and what comes after it is no integrate task: a conflict between them would fail that. Put an integrate task before the gate.</source>
        <translation>Die Zweige von %1 treffen sich am Gate %2, und was danach kommt, ist keine integrate-Aufgabe: Ein Konflikt zwischen ihnen würde das scheitern lassen. Setzen Sie eine integrate-Aufgabe vor das Gate.</translation>
    </message>
    <message>
        <source>%1 reads “%2”, but %3, which delivers it, is on another branch: where one of the two runs, the other does not. Let a task deliver it that runs where this one does.</source>
        <translation>%1 liest „%2“, aber %3, die es liefert, liegt auf einem anderen Zweig: wo die eine läuft, läuft die andere nicht. Lassen Sie es eine Aufgabe liefern, die läuft, wo diese läuft.</translation>
    </message>
    <message>
        <source>%1 has the role %2, but %3 is of the kind %4. Change the kind, or assign somebody whose role it is.</source>
        <translation>%1 hat die Rolle %2, aber %3 ist von der Art %4. Ändern Sie die Art, oder weisen Sie jemanden zu, dessen Rolle es ist.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>%1 cannot be read. Check its permissions.</source>
        <translation>%1 ist nicht lesbar. Die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>Not everything could be written: %1.</source>
        <translation>Nicht alles konnte geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a file name.</source>
        <translation>%1 ist ein Ordner. Wählen Sie einen Dateinamen.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name, or say that it may be replaced.</source>
        <translation>%1 gibt es schon. Wählen Sie einen anderen Namen, oder geben Sie an, dass die Datei ersetzt werden darf.</translation>
    </message>
    <message>
        <source>%1 is not there any more. Save it under a name to keep your work.</source>
        <translation>%1 ist nicht mehr vorhanden. Speichern Sie unter einem Namen, um Ihre Arbeit zu behalten.</translation>
    </message>
    <message>
        <source>%1 was changed by another program. Reload it, or save under another name.</source>
        <translation>%1 wurde von einem anderen Programm geändert. Laden Sie die Datei neu, oder speichern Sie unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Check the folder&apos;s permissions.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Prüfen Sie die Berechtigungen des Ordners.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2. The file is as it was.</source>
        <translation>%1 wurde nicht gespeichert: %2. Die Datei ist unverändert.</translation>
    </message>
</context>
<context>
    <name>Yaml</name>
    <message>
        <source>There is something after the end of the JSON value.</source>
        <translation>Nach dem Ende des JSON-Werts steht noch etwas.</translation>
    </message>
    <message>
        <source>Expected “,” or “%1” here.</source>
        <translation>Hier wird „,“ oder „%1“ erwartet.</translation>
    </message>
    <message>
        <source>Expected a key in double quotes here.</source>
        <translation>Hier wird ein Schlüssel in doppelten Anführungszeichen erwartet.</translation>
    </message>
    <message>
        <source>Expected “:” after the key.</source>
        <translation>Nach dem Schlüssel wird „:“ erwartet.</translation>
    </message>
    <message>
        <source>This text has no closing quote.</source>
        <translation>Diesem Text fehlt das schließende Anführungszeichen.</translation>
    </message>
    <message>
        <source>A line break or tab inside quotes must be written as \n or \t.</source>
        <translation>Ein Zeilenumbruch oder Tabulator in Anführungszeichen muss als \n oder \t geschrieben werden.</translation>
    </message>
    <message>
        <source>JSON has no such escape.</source>
        <translation>JSON kennt diese Escape-Sequenz nicht.</translation>
    </message>
    <message>
        <source>\u takes four hexadecimal digits.</source>
        <translation>\u verlangt vier hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>This is not a JSON number.</source>
        <translation>Das ist keine JSON-Zahl.</translation>
    </message>
    <message>
        <source>Expected a JSON value here.</source>
        <translation>Hier wird ein JSON-Wert erwartet.</translation>
    </message>
    <message>
        <source>The character U+%1 may not stand in a workflow file. Take it out, or write it as an escape in double quotes.</source>
        <translation>Das Zeichen U+%1 darf nicht in einer Workflow-Datei stehen. Nehmen Sie es heraus, oder schreiben Sie es als Escape-Sequenz in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>The byte %1 is not UTF-8. Save the file as UTF-8 and try again.</source>
        <translation>Das Byte %1 ist kein UTF-8. Speichern Sie die Datei als UTF-8, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A second document begins here. A workflow file holds one: take out the “---”.</source>
        <translation>Hier beginnt ein zweites Dokument. Eine Workflow-Datei enthält nur eines: Nehmen Sie das „---“ heraus.</translation>
    </message>
    <message>
        <source>No anchor of this name comes before this alias.</source>
        <translation>Vor diesem Alias steht kein Anker dieses Namens.</translation>
    </message>
    <message>
        <source>This alias stands inside what it repeats, which would never end.</source>
        <translation>Dieser Alias steht in dem, was er wiederholt; das würde nie enden.</translation>
    </message>
    <message>
        <source>The key “%1” stands here a second time; the first is in line %2. Keep one of them.</source>
        <translation>Der Schlüssel „%1“ steht hier ein zweites Mal; der erste steht in Zeile %2. Behalten Sie einen davon.</translation>
    </message>
    <message>
        <source>This is nested deeper than %1 levels. Flatten it.</source>
        <translation>Das ist tiefer als %1 Ebenen verschachtelt. Flachen Sie es ab.</translation>
    </message>
    <message>
        <source>The file holds more than %1 values, repeated ones counted each time. Split it.</source>
        <translation>Die Datei enthält mehr als %1 Werte, wiederholte jedes Mal mitgezählt. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>The file cannot be read from here on.</source>
        <translation>Die Datei kann ab hier nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This is not YAML.</source>
        <translation>Das ist kein YAML.</translation>
    </message>
    <message>
        <source>This is not YAML: %1.</source>
        <translation>Das ist kein YAML: %1.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB. Split it.</source>
        <translation>Die Datei ist größer als %1 MiB. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>The file has more directives (lines that begin with “%”) than anything needs. Take them out.</source>
        <translation>Die Datei hat mehr Direktiven (Zeilen, die mit „%“ beginnen), als irgendetwas braucht. Nehmen Sie sie heraus.</translation>
    </message>
    <message>
        <source>This line holds more than a million values. Break it into several.</source>
        <translation>Diese Zeile enthält mehr als eine Million Werte. Teilen Sie sie in mehrere auf.</translation>
    </message>
</context>
<context>
    <name>baton::ActionList</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>baton::Advice</name>
    <message>
        <source>%1, second half</source>
        <translation>%1, zweite Hälfte</translation>
    </message>
    <message>
        <source>Share the work with others</source>
        <translation>Die Arbeit mit anderen teilen</translation>
    </message>
    <message>
        <source>Pass results on directly</source>
        <translation>Ergebnisse direkt weitergeben</translation>
    </message>
    <message>
        <source>Split it in two</source>
        <translation>In zwei teilen</translation>
    </message>
</context>
<context>
    <name>baton::AdviceController</name>
    <message>
        <source>&amp;What if…</source>
        <translation>&amp;Was wäre wenn …</translation>
    </message>
    <message>
        <source>Try out changes and see time, tokens and cost before the run</source>
        <translation>Änderungen ausprobieren und Zeit, Token und Kosten vor dem Lauf sehen</translation>
    </message>
    <message>
        <source>Take the changes of a what-if</source>
        <translation>Änderungen aus „Was wäre wenn“ übernehmen</translation>
    </message>
</context>
<context>
    <name>baton::AdvisorPanel</name>
    <message>
        <source>No anti-pattern is in this plan: nothing waits in a row without reason, nobody does everything alone, and no task is too small to hand over.</source>
        <translation>In diesem Plan ist kein Anti-Muster: Nichts wartet grundlos hintereinander, niemand macht alles allein, und keine Aufgabe ist zu klein für eine Übergabe.</translation>
    </message>
    <message>
        <source>Which pattern fits?</source>
        <translation>Welches Muster passt?</translation>
    </message>
    <message>
        <source>What if?</source>
        <translation>Was wäre wenn?</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Select what this is about</source>
        <translation>Auswählen, worum es geht</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Zeigen: %1</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>See on the canvas what this would change</source>
        <translation>Auf der Zeichenfläche sehen, was das ändern würde</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vorschau: %1</translation>
    </message>
</context>
<context>
    <name>baton::AgentExecutor</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>“%1” names no agent that Baton knows (%2). Correct `cli`.</source>
        <translation>„%1“ nennt keinen Agenten, den Baton kennt (%2). `cli` berichtigen.</translation>
    </message>
    <message>
        <source>It did not say why.</source>
        <translation>Sie sagte nicht, warum.</translation>
    </message>
</context>
<context>
    <name>baton::AgentFaults</name>
    <message>
        <source>The service turns requests away because there are too many. Retry later, or let fewer tasks run at once.</source>
        <translation>Der Dienst weist Anfragen ab, weil es zu viele sind. Es später wieder versuchen oder weniger Aufgaben zugleich laufen lassen.</translation>
    </message>
    <message>
        <source>The model service failed or could not be reached. Check the network, then retry.</source>
        <translation>Der Modelldienst ist gescheitert oder war nicht zu erreichen. Das Netz prüfen und es dann wieder versuchen.</translation>
    </message>
    <message>
        <source>%1 ended without saying that it had finished. Its log shows how far it got; then retry.</source>
        <translation>%1 hat geendet, ohne zu sagen, dass es fertig ist. Das Protokoll zeigt, wie weit es kam; dann es wieder versuchen.</translation>
    </message>
    <message>
        <source>%1 Its words: %2</source>
        <translation>%1 Seine Worte: %2</translation>
    </message>
    <message>
        <source>%1 did not answer in time and was ended. Try it once in a terminal, to see what it waits for.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet und wurde beendet. Es einmal in einem Terminal versuchen, um zu sehen, worauf es wartet.</translation>
    </message>
    <message>
        <source>The agent</source>
        <translation>Der Agent</translation>
    </message>
    <message>
        <source>%1 is not installed. Install it (npm has it as %2), or choose another agent; then retry.</source>
        <translation>%1 ist nicht installiert. Installieren (npm hat es als %2) oder einen anderen Agenten wählen; dann wiederholen.</translation>
    </message>
    <message>
        <source>The program of this agent is not there. Install it, or correct `binary`; then retry.</source>
        <translation>Das Programm dieses Agenten ist nicht da. Installieren oder `binary` berichtigen; dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 did not understand how it was called. Bring it up to date (Baton knows version %2), or correct `args`; then retry.</source>
        <translation>%1 hat nicht verstanden, wie es aufgerufen wurde. Auf den neuesten Stand bringen (Baton kennt Version %2) oder `args` berichtigen; dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 does not trust this folder. Start it there once by hand and say that it may; then retry.</source>
        <translation>%1 vertraut diesem Ordner nicht. Dort einmal von Hand starten und es erlauben; dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 reached a limit of its own before it was done. Raise that limit, or make the task smaller; then retry.</source>
        <translation>%1 hat eine eigene Grenze erreicht, bevor es fertig war. Diese Grenze anheben oder die Aufgabe verkleinern; dann wiederholen.</translation>
    </message>
    <message>
        <source>The agent is not logged in, or its key is not accepted. Log in with it once in a terminal; then retry.</source>
        <translation>Der Agent ist nicht angemeldet, oder sein Schlüssel wird nicht angenommen. Einmal im Terminal damit anmelden; dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 is not logged in, or its key is not accepted. Log in with it once in a terminal, or set %2; then retry.</source>
        <translation>%1 ist nicht angemeldet, oder sein Schlüssel wird nicht angenommen. Einmal im Terminal damit anmelden oder %2 setzen; dann wiederholen.</translation>
    </message>
    <message>
        <source>The service does not know this model. Choose another for the task or its persona; then retry.</source>
        <translation>Der Dienst kennt dieses Modell nicht. Für die Aufgabe oder ihre Persona ein anderes wählen; dann wiederholen.</translation>
    </message>
    <message>
        <source>The model service refused the request. Look at its words, and at the task&apos;s model and arguments; then retry.</source>
        <translation>Der Modelldienst hat die Anfrage abgelehnt. Seine Worte ansehen, dazu Modell und Argumente der Aufgabe; dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 ended without an answer. Its log shows what it did; a tool it was refused is often the cause. Mend that, then retry.</source>
        <translation>%1 endete ohne Antwort. Das Protokoll zeigt, was geschah; oft ist ein verweigertes Werkzeug die Ursache. Das beheben, dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 wrote a line too long to be read, and its end was in it. Let the task write large things to files, then retry.</source>
        <translation>%1 schrieb eine Zeile, die zum Lesen zu lang ist, und darin stand das Ende. Große Dinge von der Aufgabe in Dateien schreiben lassen, dann wiederholen.</translation>
    </message>
    <message>
        <source>What %1 wrote is no text (UTF-8). Check that the program is the right one, then retry.</source>
        <translation>Was %1 schrieb, ist kein Text (UTF-8). Prüfen, ob es das richtige Programm ist, dann wiederholen.</translation>
    </message>
    <message>
        <source>the agent</source>
        <translation>der Agent</translation>
    </message>
    <message>
        <source>%1 wrote more than can be sensible and was ended. Its log shows what it was at. Mend that, then retry.</source>
        <translation>%1 schrieb mehr, als sinnvoll sein kann, und wurde beendet. Das Protokoll zeigt, womit es beschäftigt war. Das beheben, dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 failed. Its log shows what it did. Mend that, then retry.</source>
        <translation>%1 ist gescheitert. Das Protokoll zeigt, was geschah. Das beheben, dann wiederholen.</translation>
    </message>
    <message>
        <source>“%1”, the program of this agent, is not there or cannot be run. Install it, or correct `binary`; then retry.</source>
        <translation>„%1“, das Programm dieses Agenten, ist nicht da oder lässt sich nicht ausführen. Installieren oder `binary` berichtigen; dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 ended with status %2 and did not say why. Its log shows what it did; then retry.</source>
        <translation>%1 endete mit Status %2 und sagte nicht, warum. Das Protokoll zeigt, was geschah; dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 was ended by signal %2 (%3) before it had finished. Where nobody did that, look for a lack of memory; then retry.</source>
        <translation>%1 wurde durch Signal %2 (%3) beendet, bevor es fertig war. Hat das niemand getan, nach Speichermangel sehen; dann wiederholen.</translation>
    </message>
</context>
<context>
    <name>baton::AgentLog</name>
    <message numerus="yes">
        <source>… and %n more lines</source>
        <translation>
            <numerusform>… und %n weitere Zeile</numerusform>
            <numerusform>… und %n weitere Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>It wanted tools that its persona does not have: %1.</source>
        <translation>Es wollte Werkzeuge, die seine Persona nicht hat: %1.</translation>
    </message>
    <message>
        <source>Tokens: %1 in, %2 from and to the cache, %3 out.</source>
        <translation>Token: %1 hinein, %2 aus dem und in den Cache, %3 heraus.</translation>
    </message>
    <message>
        <source>Tokens: %1 in, %2 out.</source>
        <translation>Token: %1 hinein, %2 heraus.</translation>
    </message>
</context>
<context>
    <name>baton::AgentReader</name>
    <message>
        <source>A line of %1 bytes was too long and was left out.</source>
        <translation>Eine Zeile von %1 Byte war zu lang und wurde ausgelassen.</translation>
    </message>
</context>
<context>
    <name>baton::AgentsPage</name>
    <message>
        <source>Programs that carry out agent tasks. Each keeps its own login; trying one sends it a single short question, in an empty folder.</source>
        <translation>Programme, die Agenten-Aufgaben ausführen. Jedes behält seine eigene Anmeldung; ein Versuch stellt ihm eine einzige kurze Frage, in einem leeren Ordner.</translation>
    </message>
    <message>
        <source>What the agent answered</source>
        <translation>Was der Agent geantwortet hat</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Versuchen</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>%1 versuchen</translation>
    </message>
    <message>
        <source>Not installed; npm has it as %1</source>
        <translation>Nicht installiert; bei npm heißt es %1</translation>
    </message>
    <message>
        <source>Installed; it did not say its version in time</source>
        <translation>Installiert; hat seine Version nicht rechtzeitig genannt</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>%1 answered “%2” after %3 s.</source>
        <translation>%1 hat nach %3 s „%2“ geantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>It took %n tokens.</source>
        <translation>
            <numerusform>Das hat %n Token gekostet.</numerusform>
            <numerusform>Das hat %n Token gekostet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Version %1, older than the %2 that Baton knows; bring it up to date if it refuses tasks</source>
        <translation>Version %1, älter als die %2, die Baton kennt; aktualisieren, falls es Aufgaben ablehnt</translation>
    </message>
</context>
<context>
    <name>baton::Answer</name>
    <message>
        <source>The plan in its answer names no constraints. Workers would drift off brief.</source>
        <translation>Der Plan in ihrer Antwort nennt keine Randbedingungen. Die Ausführenden kämen vom Auftrag ab.</translation>
    </message>
    <message>
        <source>Its audit has no issue list, so nobody can verify its verdict. An empty list is written as “Issues: none”.</source>
        <translation>Ihre Prüfung hat keine Befundliste, also kann niemand das Urteil nachprüfen. Eine leere Liste wird als „Issues: none“ geschrieben.</translation>
    </message>
    <message>
        <source>Its audit gives no clear verdict. Ask for “Verdict: approved” or “Verdict: rejected”.</source>
        <translation>Ihre Prüfung gibt kein klares Urteil ab. „Verdict: approved“ oder „Verdict: rejected“ verlangen.</translation>
    </message>
    <message>
        <source>Its audit says both approved and rejected, so neither counts.</source>
        <translation>Ihre Prüfung sagt zugleich angenommen und abgelehnt, also gilt keines von beiden.</translation>
    </message>
    <message>
        <source>Its audit approves, but does not say what: there is no approved output.</source>
        <translation>Ihre Prüfung nimmt an, sagt aber nicht was: Es gibt kein „Approved output“.</translation>
    </message>
    <message>
        <source>Its answer is too long to be read to the end.</source>
        <translation>Ihre Antwort ist zu lang, um bis zum Ende gelesen zu werden.</translation>
    </message>
</context>
<context>
    <name>baton::Answers</name>
    <message>
        <source>“%1” is %2 and waits for nobody&apos;s approval.</source>
        <translation>„%1“ ist %2 und wartet auf niemandes Zustimmung.</translation>
    </message>
    <message>
        <source>“%1” is yours to do and not blocked. Say `approve` when it is done.</source>
        <translation>„%1“ ist Ihre Aufgabe und nicht blockiert. `approve` sagen, wenn sie erledigt ist.</translation>
    </message>
    <message>
        <source>“%1” is %2, not blocked.</source>
        <translation>„%1“ ist %2, nicht blockiert.</translation>
    </message>
    <message>
        <source>“%1” waits for its cluster, not for a person. %2</source>
        <translation>„%1“ wartet auf ihren Cluster, nicht auf eine Person. %2</translation>
    </message>
    <message>
        <source>“%1” is %2 and has not ended, so it cannot be tried again.</source>
        <translation>„%1“ ist %2 und nicht beendet und kann daher nicht noch einmal versucht werden.</translation>
    </message>
    <message>
        <source>“%1” is %2 already.</source>
        <translation>„%1“ ist schon %2.</translation>
    </message>
    <message>
        <source>Only the whole run can be paused.</source>
        <translation>Nur der ganze Lauf kann angehalten werden.</translation>
    </message>
    <message>
        <source>The gate “%1” is %2 and waits for nobody&apos;s approval.</source>
        <translation>Das Gate „%1“ ist %2 und wartet auf niemandes Zustimmung.</translation>
    </message>
    <message>
        <source>The gate “%1” is %2. Only one that has failed can be checked again.</source>
        <translation>Das Gate „%1“ ist %2. Nur eines, das gescheitert ist, kann noch einmal geprüft werden.</translation>
    </message>
    <message>
        <source>A gate can be approved or refused, and once it has failed be checked again with `retry`.</source>
        <translation>Einem Gate kann zugestimmt oder es kann abgelehnt werden; ist es gescheitert, kann es mit `retry` noch einmal geprüft werden.</translation>
    </message>
    <message>
        <source>There is no task and no gate “%1” in this run.</source>
        <translation>In diesem Lauf gibt es keine Aufgabe und kein Gate „%1“.</translation>
    </message>
    <message>
        <source>“%1” is CANCELLED for the rest of this run. Start a new run to have it done.</source>
        <translation>„%1“ ist für den Rest dieses Laufs CANCELLED. Einen neuen Lauf beginnen, damit sie erledigt wird.</translation>
    </message>
    <message>
        <source>“%1” is SKIPPED: its branch was not taken. Try the task again that decides on it.</source>
        <translation>„%1“ ist SKIPPED: Ihr Zweig wurde nicht genommen. Die Aufgabe noch einmal versuchen, die darüber entscheidet.</translation>
    </message>
</context>
<context>
    <name>baton::Attachment</name>
    <message>
        <source>The workspace %1 is gone.</source>
        <translation>Der Arbeitsbereich %1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check its permissions.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>“%1” is a link that leads out of the workspace.</source>
        <translation>„%1“ ist ein Verweis, der aus dem Arbeitsbereich hinausführt.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>„%1“ lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>“%1” is a link. Remove it first.</source>
        <translation>„%1“ ist ein Verweis. Ihn zuerst entfernen.</translation>
    </message>
    <message>
        <source>“%1” is outside the workspace. Change the plan to name a file inside it.</source>
        <translation>„%1“ liegt außerhalb des Arbeitsbereichs. Im Plan eine Datei darin nennen.</translation>
    </message>
    <message>
        <source>“%1” does not name a file called “%2”. Rename the file, then attach it again.</source>
        <translation>„%1“ benennt keine Datei namens „%2“. Die Datei umbenennen und noch einmal beifügen.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Choose another file.</source>
        <translation>%1 ist nicht lesbar. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1 is empty, which proves nothing. Choose another file.</source>
        <translation>%1 ist leer und weist nichts nach. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1 is too large to be copied here. Put it into the workspace yourself.</source>
        <translation>%1 ist zu groß, um hier kopiert zu werden. Die Datei selbst in den Arbeitsbereich legen.</translation>
    </message>
    <message>
        <source>%1 could not be copied: %2.</source>
        <translation>%1 ließ sich nicht kopieren: %2.</translation>
    </message>
    <message>
        <source>Write something first: an empty file proves nothing.</source>
        <translation>Zuerst etwas schreiben: Eine leere Datei weist nichts nach.</translation>
    </message>
</context>
<context>
    <name>baton::Attention</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::BandChart</name>
    <message>
        <source>%1 – %2 – %3</source>
        <translation>%1 – %2 – %3</translation>
    </message>
    <message>
        <source>%1. Now: %2. What if: %3</source>
        <translation>%1. Jetzt: %2. Was wäre wenn: %3</translation>
    </message>
    <message>
        <source>One run in ten stays below the first figure, one in two below the second, nine in ten below the third.</source>
        <translation>Einer von zehn Läufen bleibt unter der ersten Zahl, jeder zweite unter der zweiten, neun von zehn unter der dritten.</translation>
    </message>
    <message>
        <source>working it out…</source>
        <translation>wird berechnet …</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
</context>
<context>
    <name>baton::BranchesDialog</name>
    <message>
        <source>Begin without this question while Baton is open</source>
        <translation>Ohne diese Frage beginnen, solange Baton geöffnet ist</translation>
    </message>
    <message>
        <source>Begin on these branches?</source>
        <translation>Auf diesen Branches beginnen?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) get a branch and a worktree each</source>
        <translation>
            <numerusform>Eine Aufgabe bekommt einen eigenen Branch und einen Worktree</numerusform>
            <numerusform>%n Aufgaben bekommen je einen Branch und einen Worktree</numerusform>
        </translation>
    </message>
    <message>
        <source>They begin from commit %1 of %2. What is not committed there is not in them. Your own checkout is not touched; the branches stay when the run ends.</source>
        <translation>Sie beginnen bei Commit %1 in %2. Was dort nicht eingecheckt ist, enthalten sie nicht. Ihr eigener Arbeitsstand wird nicht angerührt; die Branches bleiben, wenn der Lauf endet.</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Worktree</source>
        <translation>Worktree</translation>
    </message>
    <message>
        <source>RUN stands for the name that the run will have.</source>
        <translation>RUN steht für den Namen, den der Lauf haben wird.</translation>
    </message>
    <message>
        <source>Begin the run</source>
        <translation>Lauf beginnen</translation>
    </message>
</context>
<context>
    <name>baton::ChangesPanel</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Files that the task changed</source>
        <translation>Dateien, die die Aufgabe geändert hat</translation>
    </message>
    <message>
        <source>What the task changed</source>
        <translation>Was die Aufgabe geändert hat</translation>
    </message>
    <message>
        <source>Task whose changes are shown</source>
        <translation>Aufgabe, deren Änderungen gezeigt werden</translation>
    </message>
    <message>
        <source>No task</source>
        <translation>Keine Aufgabe</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Show what the task has changed by now.</source>
        <translation>Zeigen, was die Aufgabe bis jetzt geändert hat.</translation>
    </message>
    <message>
        <source>Pick a task to see what it changed on its branch.</source>
        <translation>Eine Aufgabe wählen, um zu sehen, was sie auf ihrem Branch geändert hat.</translation>
    </message>
    <message>
        <source>There is more; see `git diff %1 %2`.</source>
        <translation>Es gibt mehr; siehe `git diff %1 %2`.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>eine Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>its worktree is there still</source>
        <translation>ihr Worktree ist noch da</translation>
    </message>
    <message>
        <source>“%1” changed no file.</source>
        <translation>„%1“ hat keine Datei geändert.</translation>
    </message>
</context>
<context>
    <name>baton::ChoiceRow</name>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (Vorgabe)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>as the workflow says</source>
        <translation>wie im Workflow angegeben</translation>
    </message>
</context>
<context>
    <name>baton::Cli</name>
    <message>
        <source>A JSON file with the list of issues of your verdict.</source>
        <translation>Eine JSON-Datei mit der Liste der Befunde Ihres Urteils.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is no JSON of at most 1 MiB: %2.</source>
        <translation>%1 ist kein JSON von höchstens 1 MiB: %2.</translation>
    </message>
    <message>
        <source>%1 holds no list of issues.</source>
        <translation>%1 enthält keine Liste von Befunden.</translation>
    </message>
    <message>
        <source>The run has no task or gate “%1”.</source>
        <translation>Der Lauf hat keine Aufgabe und kein Gate „%1“.</translation>
    </message>
    <message>
        <source>The run has no task or gate “%1”. Did you mean “%2”?</source>
        <translation>Der Lauf hat keine Aufgabe und kein Gate „%1“. Meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>“%1” is no answer. Choose one of: %2.</source>
        <translation>„%1“ ist keine gültige Antwort. Zur Auswahl stehen: %2.</translation>
    </message>
    <message>
        <source>No program drives this run now: the answer counts with the next `baton run --resume`.</source>
        <translation>Zurzeit steuert kein Programm diesen Lauf: Die Antwort gilt ab dem nächsten `baton run --resume`.</translation>
    </message>
    <message>
        <source>What resolves it? (empty: cancel the task)</source>
        <translation>Wie ist das gelöst? (leer: die Aufgabe abbrechen)</translation>
    </message>
    <message>
        <source>[y/N]</source>
        <translation>[y/N]</translation>
    </message>
    <message>
        <source>--%1 cannot be “%2”. Choose one of: %3.</source>
        <translation>--%1 kann nicht „%2“ sein. Zur Auswahl stehen: %3.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 on, not “%3”.</source>
        <translation>--%1 erwartet eine ganze Zahl ab %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation>--%1 erwartet eine ganze Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>What stdout carries: %1.</source>
        <translation>Was auf stdout ausgegeben wird: %1.</translation>
    </message>
    <message>
        <source>Usage: baton COMMAND [options]</source>
        <translation>Aufruf: baton COMMAND [options]</translation>
    </message>
    <message>
        <source>Designs, checks and runs the work of several agents. Commands:</source>
        <translation>Entwirft und prüft die Arbeit mehrerer Agenten und führt sie aus. Befehle:</translation>
    </message>
    <message>
        <source>`baton COMMAND --help` says more; `baton --version` says which Baton this is.</source>
        <translation>`baton COMMAND --help` sagt mehr; `baton --version` sagt, welches Baton dies ist.</translation>
    </message>
    <message>
        <source>Usage: baton %1 %2</source>
        <translation>Aufruf: baton %1 %2</translation>
    </message>
    <message>
        <source>Says how to use this command.</source>
        <translation>Zeigt, wie dieser Befehl verwendet wird.</translation>
    </message>
    <message>
        <source>%1 `baton %2 --help` lists the options.</source>
        <translation>%1 `baton %2 --help` listet die Optionen auf.</translation>
    </message>
    <message>
        <source>This is used as: baton %1 %2</source>
        <translation>Der Aufruf lautet: baton %1 %2</translation>
    </message>
    <message>
        <source>There is no command “%1”. `baton --help` lists them.</source>
        <translation>Den Befehl „%1“ gibt es nicht. `baton --help` listet alle Befehle auf.</translation>
    </message>
    <message>
        <source>There is no command “%1”. Did you mean “%2”?</source>
        <translation>Den Befehl „%1“ gibt es nicht. Meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>JSON has no comments: those of %1, if it has any, are left out.</source>
        <translation>JSON kennt keine Kommentare: Etwaige Kommentare in %1 werden weggelassen.</translation>
    </message>
    <message>
        <source>Pictures are drawn by the designer, which is not here. Install the package baton-designer.</source>
        <translation>Bilder zeichnet der Designer, der hier nicht vorhanden ist. Das Paket baton-designer installieren.</translation>
    </message>
    <message>
        <source>There is no place for a temporary file: %1.</source>
        <translation>Es gibt keinen Platz für eine temporäre Datei: %1.</translation>
    </message>
    <message>
        <source>The designer did not draw %1: %2.</source>
        <translation>Der Designer hat %1 nicht gezeichnet: %2.</translation>
    </message>
    <message>
        <source>The designer did not draw %1.</source>
        <translation>Der Designer hat %1 nicht gezeichnet.</translation>
    </message>
    <message>
        <source>(not set)</source>
        <translation>(nicht gesetzt)</translation>
    </message>
    <message>
        <source>Says what two workflows do not have in common, whatever their text looks like.</source>
        <translation>Zeigt, worin sich zwei Workflows unterscheiden, unabhängig davon, wie ihr Text aussieht.</translation>
    </message>
    <message>
        <source>Baton %1</source>
        <translation>Baton %1</translation>
    </message>
    <message>
        <source>What the event says, as a JSON object.</source>
        <translation>Was das Ereignis aussagt, als JSON-Objekt.</translation>
    </message>
    <message>
        <source>--data is no JSON: %1 (at byte %2).</source>
        <translation>--data ist kein JSON: %1 (bei Byte %2).</translation>
    </message>
    <message>
        <source>--data must be a JSON object, for example {&quot;checkpoint&quot;: &quot;half-way&quot;}.</source>
        <translation>--data muss ein JSON-Objekt sein, zum Beispiel {&quot;checkpoint&quot;: &quot;half-way&quot;}.</translation>
    </message>
    <message>
        <source>An outcome needs its label: --data &apos;{&quot;outcome&quot;: &quot;…&quot;}&apos;.</source>
        <translation>Ein Ausgang braucht seine Bezeichnung: --data &apos;{&quot;outcome&quot;: &quot;…&quot;}&apos;.</translation>
    </message>
    <message>
        <source>A verdict is approved or rejected: --data &apos;{&quot;verdict&quot;: &quot;rejected&quot;, &quot;issues&quot;: […]}&apos;.</source>
        <translation>Ein Urteil ist approved oder rejected: --data &apos;{&quot;verdict&quot;: &quot;rejected&quot;, &quot;issues&quot;: […]}&apos;.</translation>
    </message>
    <message>
        <source>A verdict needs its list of issues, which may be empty: &quot;issues&quot;: [].</source>
        <translation>Ein Urteil braucht seine Liste von Befunden, die leer sein darf: &quot;issues&quot;: [].</translation>
    </message>
    <message>
        <source>A task cannot report “%1”. Choose one of: %2.</source>
        <translation>Eine Aufgabe kann „%1“ nicht melden. Zur Auswahl stehen: %2.</translation>
    </message>
    <message>
        <source>This is for use inside a task: BATON_EVENTS is not set.</source>
        <translation>Dies ist zur Verwendung innerhalb einer Aufgabe bestimmt: BATON_EVENTS ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Could not write to %1: %2.</source>
        <translation>In %1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Reports from inside a task: %1.</source>
        <translation>Meldet aus einer Aufgabe heraus: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 von %2 Tokens</translation>
    </message>
    <message>
        <source>may it be launched?</source>
        <translation>darf sie gestartet werden?</translation>
    </message>
    <message>
        <source>may it pass?</source>
        <translation>gilt es als bestanden?</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>a fix phase is proposed: %1</source>
        <translation>eine Korrekturphase ist vorgeschlagen: %1</translation>
    </message>
    <message>
        <source>a fix phase runs: %1</source>
        <translation>eine Korrekturphase läuft: %1</translation>
    </message>
    <message>
        <source>The format to write: %1.</source>
        <translation>Das zu schreibende Format: %1.</translation>
    </message>
    <message>
        <source>Writes a workflow in another format, or as a picture.</source>
        <translation>Schreibt einen Workflow in einem anderen Format oder als Bild.</translation>
    </message>
    <message>
        <source>Writes nothing; exits 1 where the file is not in its canonical form.</source>
        <translation>Schreibt nichts; endet mit 1, wenn die Datei nicht in ihrer kanonischen Form ist.</translation>
    </message>
    <message>
        <source>%1 is not in its canonical form; `baton fmt` writes it so.</source>
        <translation>%1 ist nicht in der kanonischen Form; `baton fmt` schreibt die Datei entsprechend um.</translation>
    </message>
    <message>
        <source>Writes a workflow in its canonical form, in place; comments stay.</source>
        <translation>Schreibt einen Workflow an Ort und Stelle in seine kanonische Form um; Kommentare bleiben erhalten.</translation>
    </message>
    <message>
        <source>A person has to pass it.</source>
        <translation>Eine Person muss es freigeben.</translation>
    </message>
    <message>
        <source>A person refused.</source>
        <translation>Eine Person hat abgelehnt.</translation>
    </message>
    <message>
        <source>The run has no gate “%1”.</source>
        <translation>Der Lauf hat kein Gate „%1“.</translation>
    </message>
    <message>
        <source>The run has no gate “%1”. Did you mean “%2”?</source>
        <translation>Der Lauf hat kein Gate „%1“. Meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>%1 passes.</source>
        <translation>%1 ist bestanden.</translation>
    </message>
    <message>
        <source>%1 does not pass.</source>
        <translation>%1 ist nicht bestanden.</translation>
    </message>
    <message>
        <source>Decides a gate from a run&apos;s journal; exits 0 where it passes, 1 where not.</source>
        <translation>Entscheidet ein Gate anhand des Journals eines Laufs; endet mit 0, wenn es bestanden ist, sonst mit 1.</translation>
    </message>
    <message>
        <source>The format to read: %1.</source>
        <translation>Das zu lesende Format: %1.</translation>
    </message>
    <message>
        <source>Makes a workflow file of something else.</source>
        <translation>Macht aus etwas anderem eine Workflow-Datei.</translation>
    </message>
    <message>
        <source>Writes automatic positions into a workflow, and changes nothing else in it.</source>
        <translation>Schreibt automatische Positionen in einen Workflow und ändert sonst nichts daran.</translation>
    </message>
    <message>
        <source>The template to start from; `baton templates` lists them.</source>
        <translation>Die Vorlage, mit der begonnen wird; `baton templates` listet alle auf.</translation>
    </message>
    <message>
        <source>Say what to start from: --template NAME. `baton templates` lists them.</source>
        <translation>Angeben, womit begonnen werden soll: --template NAME. `baton templates` listet die Vorlagen auf.</translation>
    </message>
    <message>
        <source>Starts a workflow from a template.</source>
        <translation>Beginnt einen Workflow aus einer Vorlage.</translation>
    </message>
    <message>
        <source>The file to write; stdout without it.</source>
        <translation>Die zu schreibende Datei; ohne Angabe stdout.</translation>
    </message>
    <message>
        <source>Overwrites the file where it exists.</source>
        <translation>Überschreibt die Datei, falls sie vorhanden ist.</translation>
    </message>
    <message>
        <source>-o needs the name of a file.</source>
        <translation>-o benötigt den Namen einer Datei.</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file in it.</source>
        <translation>%1 ist ein Ordner; eine Datei darin angeben.</translation>
    </message>
    <message>
        <source>%1 is no ordinary file; leave -o out and redirect stdout to it.</source>
        <translation>%1 ist keine gewöhnliche Datei; -o weglassen und stdout dorthin umleiten.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name, or add --force to overwrite it.</source>
        <translation>%1 ist bereits vorhanden. Einen anderen Namen wählen oder mit --force überschreiben.</translation>
    </message>
    <message>
        <source>%1 holds no run. `baton runs` lists them.</source>
        <translation>%1 enthält keinen Lauf. `baton runs` listet die Läufe auf.</translation>
    </message>
    <message>
        <source>No program drives this run now, so there is nothing to pause.</source>
        <translation>Zurzeit steuert kein Programm diesen Lauf, es gibt also nichts anzuhalten.</translation>
    </message>
    <message>
        <source>Lets a run start nothing new; it ends, resumable, when what is active has ended.</source>
        <translation>Lässt einen Lauf nichts Neues mehr starten; er endet fortsetzbar, sobald alles Aktive beendet ist.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation>Welle %1</translation>
    </message>
    <message>
        <source>Never started, because they are in a cycle or behind one: %1</source>
        <translation>Nie gestartet, weil in einem Zyklus oder hinter einem: %1</translation>
    </message>
    <message>
        <source>Critical path: %1</source>
        <translation>Krit. Pfad:    %1</translation>
    </message>
    <message>
        <source>               %1 tokens, %2</source>
        <translation>               %1 Tokens, %2</translation>
    </message>
    <message>
        <source>Tokens:        %1 budgeted, %2 with the multiplier of %3</source>
        <translation>Tokens:        %1 im Budget, %2 mit dem Faktor %3</translation>
    </message>
    <message>
        <source>In parallel:   %1 at most</source>
        <translation>Parallel:      höchstens %1</translation>
    </message>
    <message>
        <source>Takes about:   %1 with at most %2 tasks at once</source>
        <translation>Dauert etwa:   %1 mit höchstens %2 Aufgaben gleichzeitig</translation>
    </message>
    <message>
        <source>Takes about:   %1 without a limit on tasks at once</source>
        <translation>Dauert etwa:   %1 ohne Grenze für gleichzeitige Aufgaben</translation>
    </message>
    <message>
        <source>Says what a workflow comes to before it runs: waves, critical path, tokens, time.</source>
        <translation>Zeigt vor dem Lauf, worauf ein Workflow hinausläuft: Wellen, kritischer Pfad, Tokens, Zeit.</translation>
    </message>
    <message>
        <source>Shows the state after the event of this number; the latest without it.</source>
        <translation>Zeigt den Stand nach dem Ereignis mit dieser Nummer; ohne Angabe den neuesten.</translation>
    </message>
    <message>
        <source>After event %1: %2</source>
        <translation>Nach Ereignis %1: %2</translation>
    </message>
    <message>
        <source>The journal ends with event %1.</source>
        <translation>Das Journal endet mit Ereignis %1.</translation>
    </message>
    <message>
        <source>Says how things stood after an event of a run.</source>
        <translation>Zeigt den Stand nach einem Ereignis eines Laufs.</translation>
    </message>
    <message>
        <source>Replaces every executor by a simulated one: nothing is run, nothing is written but the run folder.</source>
        <translation>Ersetzt jede Ausführung durch eine simulierte: Nichts wird ausgeführt, nichts außer dem Ordner des Laufs wird geschrieben.</translation>
    </message>
    <message>
        <source>The folder to keep the run in; a new one in .baton/runs beside the file without it.</source>
        <translation>Der Ordner, in dem der Lauf abgelegt wird; ohne Angabe ein neuer in .baton/runs neben der Datei.</translation>
    </message>
    <message>
        <source>At most this many tasks at once, whatever the file says; 0 = no limit.</source>
        <translation>Höchstens so viele Aufgaben gleichzeitig, gleich was die Datei angibt; 0 = keine Grenze.</translation>
    </message>
    <message>
        <source>Who answers what the plan asks people: ask, all or none. Without a terminal none, in a simulation all.</source>
        <translation>Wer beantwortet, was der Plan Menschen fragt: ask, all oder none. Ohne Terminal none, in einer Simulation all.</translation>
    </message>
    <message>
        <source>What simulated chance begins with.</source>
        <translation>Startwert des simulierten Zufalls.</translation>
    </message>
    <message>
        <source>How much faster than life simulated tasks go.</source>
        <translation>Wievielmal schneller als in Wirklichkeit simulierte Aufgaben ablaufen.</translation>
    </message>
    <message>
        <source>Lets the file&apos;s commands run, this time. `baton trust` remembers a folder.</source>
        <translation>Lässt die Befehle der Datei dieses Mal zu. `baton trust` merkt sich einen Ordner.</translation>
    </message>
    <message>
        <source>--speed takes a number above 0, not “%1”.</source>
        <translation>--speed erwartet eine Zahl über 0, nicht „%1“.</translation>
    </message>
    <message>
        <source>--resume names the run folder already; leave --run-dir out.</source>
        <translation>--resume nennt den Ordner des Laufs bereits; --run-dir weglassen.</translation>
    </message>
    <message>
        <source>A run goes on as it began; leave --simulate out.</source>
        <translation>Ein Lauf wird so fortgesetzt, wie er begann; --simulate weglassen.</translation>
    </message>
    <message>
        <source>It would run:</source>
        <translation>Ausgeführt würde:</translation>
    </message>
    <message>
        <source>Read it, then add --trust, or remember the folder with `baton trust DIR`.</source>
        <translation>Bitte lesen, dann --trust angeben oder den Ordner mit `baton trust DIR` merken.</translation>
    </message>
    <message>
        <source>This run is complete; there is nothing left to do.</source>
        <translation>Dieser Lauf ist abgeschlossen; es bleibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Name the workflow to run, or the run to go on with: --resume DIR.</source>
        <translation>Den auszuführenden Workflow angeben oder den Lauf, der fortgesetzt werden soll: --resume DIR.</translation>
    </message>
    <message>
        <source>A plan with errors does not run. Repair them first.</source>
        <translation>Ein Plan mit Fehlern läuft nicht. Zuerst die Fehler beheben.</translation>
    </message>
    <message>
        <source>Runs a workflow, on this machine or simulated.</source>
        <translation>Führt einen Workflow aus, auf diesem Rechner oder simuliert.</translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>%1, but no program drives it</source>
        <translation>%1, aber kein Programm steuert ihn</translation>
    </message>
    <message>
        <source>There are no runs in %1.</source>
        <translation>In %1 gibt es keine Läufe.</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done, %3 s.</source>
        <translation>%1 von %2 Aufgaben erledigt, %3 s.</translation>
    </message>
    <message>
        <source>This build carries no schema.</source>
        <translation>Diese Programmversion enthält kein Schema.</translation>
    </message>
    <message>
        <source>Prints the JSON Schema of workflow files, for editors to complete and check by.</source>
        <translation>Gibt das JSON-Schema der Workflow-Dateien aus, mit dem Editoren vervollständigen und prüfen.</translation>
    </message>
    <message>
        <source>Lists the templates that `baton new` starts from.</source>
        <translation>Listet die Vorlagen auf, mit denen `baton new` beginnt.</translation>
    </message>
    <message>
        <source>Trusts the folder no longer.</source>
        <translation>Vertraut dem Ordner nicht mehr.</translation>
    </message>
    <message>
        <source>A folder around %1 is still trusted, and so is this one. `baton trust` lists them.</source>
        <translation>Ein Ordner, der %1 umfasst, ist weiterhin vertrauenswürdig und damit auch dieser. `baton trust` listet sie auf.</translation>
    </message>
    <message>
        <source>Lets the workflows of a folder run commands; without a folder, lists those that may.</source>
        <translation>Lässt die Workflows eines Ordners Befehle ausführen; listet ohne Ordner auf, welche das dürfen.</translation>
    </message>
    <message>
        <source>Which rules apply, whatever the file says: core or standard.</source>
        <translation>Welche Regeln gelten, gleich was die Datei angibt: core oder standard.</translation>
    </message>
    <message>
        <source>Files: %1, errors: %2, warnings: %3, not readable: %4.</source>
        <translation>Dateien: %1, Fehler: %2, Warnungen: %3, nicht lesbar: %4.</translation>
    </message>
    <message>
        <source>Checks workflows and says what is wrong, where, and what to do.</source>
        <translation>Prüft Workflows und zeigt, was falsch ist, wo, und was zu tun ist.</translation>
    </message>
    <message>
        <source>No program drives this run now. `baton run --resume %1` goes on with it.</source>
        <translation>Zurzeit steuert kein Programm diesen Lauf. `baton run --resume %1` setzt ihn fort.</translation>
    </message>
    <message>
        <source>Follows a run that another program drives, until it ends.</source>
        <translation>Verfolgt einen Lauf, den ein anderes Programm steuert, bis zu dessen Ende.</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>%1 holds no run. Name a folder below .baton/runs.</source>
        <translation>%1 enthält keinen Lauf. Einen Ordner unter .baton/runs nennen.</translation>
    </message>
    <message>
        <source>No task of this run has a branch. Only plans with `workspace: worktree` make them.</source>
        <translation>Keine Aufgabe dieses Laufs hat einen Branch. Nur Pläne mit `workspace: worktree` legen sie an.</translation>
    </message>
    <message>
        <source>There is more; see `git diff %1 %2`.</source>
        <translation>Es gibt mehr; siehe `git diff %1 %2`.</translation>
    </message>
    <message>
        <source>Shows what the tasks of a run changed on their branches: the files, or the diff of one task.</source>
        <translation>Zeigt, was die Aufgaben eines Laufs auf ihren Branches geändert haben: die Dateien oder das Diff einer Aufgabe.</translation>
    </message>
    <message>
        <source>Branches, where RUN stands for the name of the run</source>
        <translation>Branches, wobei RUN für den Namen des Laufs steht</translation>
    </message>
    <message>
        <source>Each in its own worktree, .baton/runs/RUN/worktrees/TASK, until the run ends. The branches stay, and your checkout is not touched.</source>
        <translation>Jeder in einem eigenen Worktree, .baton/runs/RUN/worktrees/TASK, bis der Lauf endet. Die Branches bleiben, und Ihre Arbeitskopie wird nicht angerührt.</translation>
    </message>
    <message>
        <source>%1 was changed by another program meanwhile, so nothing was fixed. Run this again.</source>
        <translation>%1 wurde inzwischen von einem anderen Programm geändert, daher wurde nichts behoben. Noch einmal ausführen.</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>what it finds</source>
        <translation>was sie findet</translation>
    </message>
    <message>
        <source>`baton rules ID` says more of one.</source>
        <translation>`baton rules ID` sagt mehr zu einer.</translation>
    </message>
    <message>
        <source>core: %1, standard: %2</source>
        <translation>core: %1, standard: %2</translation>
    </message>
    <message>
        <source>What it finds</source>
        <translation>Was sie findet</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Fixes, for the plan below</source>
        <translation>Korrekturen, für den Plan unten</translation>
    </message>
    <message>
        <source>Turning it off</source>
        <translation>Abschalten</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>There is no rule “%1”. `baton rules` lists them.</source>
        <translation>Es gibt keine Regel „%1“. `baton rules` zählt sie auf.</translation>
    </message>
    <message>
        <source>There is no rule “%1”. Did you mean “%2”?</source>
        <translation>Es gibt keine Regel „%1“. War „%2“ gemeint?</translation>
    </message>
    <message>
        <source>Lists the rules, or explains one with a wrong and a right plan.</source>
        <translation>Zählt die Regeln auf oder erklärt eine mit einem falschen und einem richtigen Plan.</translation>
    </message>
    <message>
        <source>Takes every fix that needs no decision, writes the file and shows what changed; comments stay. What is said and the exit code are of what remains.</source>
        <translation>Nimmt jede Korrektur vor, die keine Entscheidung braucht, schreibt die Datei und zeigt, was sich geändert hat; Kommentare bleiben. Was gesagt wird und der Rückgabewert gelten dem, was übrig bleibt.</translation>
    </message>
    <message>
        <source>With --fix: shows what it would change and writes nothing.</source>
        <translation>Mit --fix: zeigt, was geändert würde, und schreibt nichts.</translation>
    </message>
    <message>
        <source>fixed: %1 (%2)</source>
        <translation>behoben: %1 (%2)</translation>
    </message>
    <message>
        <source>Fixed: %1.</source>
        <translation>Behoben: %1.</translation>
    </message>
    <message>
        <source>--dry-run goes with --fix: `baton validate --fix --dry-run FILE`.</source>
        <translation>--dry-run gehört zu --fix: `baton validate --fix --dry-run DATEI`.</translation>
    </message>
    <message>
        <source>(no persona)</source>
        <translation>(keine Persona)</translation>
    </message>
    <message>
        <source>Says what a run was asked, did, verified, spent and found.</source>
        <translation>Sagt, was ein Lauf sollte, tat, prüfte, verbrauchte und fand.</translation>
    </message>
    <message>
        <source>State:   %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>Time:    %1</source>
        <translation>Zeit:    %1</translation>
    </message>
    <message>
        <source>Tokens:  %1</source>
        <translation>Tokens:  %1</translation>
    </message>
    <message numerus="yes">
        <source>  and %n task(s) or gate(s) that went alike</source>
        <translation>
            <numerusform>  und %n Aufgabe oder Gate, gleich verlaufen</numerusform>
            <numerusform>  und %n Aufgaben oder Gates, gleich verlaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the two run folders to compare.</source>
        <translation>Die zwei Lauf-Ordner nennen, die verglichen werden sollen.</translation>
    </message>
    <message>
        <source>Compares two run folders, task by task: states, times, tokens.</source>
        <translation>Vergleicht zwei Lauf-Ordner, Aufgabe für Aufgabe: Zustände, Zeiten, Tokens.</translation>
    </message>
    <message>
        <source>Lists the runs of the workflows in a folder, latest first, or compares two of them.</source>
        <translation>Listet die Läufe der Workflows in einem Ordner auf, den neuesten zuerst, oder vergleicht zwei davon.</translation>
    </message>
    <message>
        <source>Patterns in it:</source>
        <translation>Muster darin:</translation>
    </message>
    <message>
        <source>Names a task instead of a gate, for its job on a cluster: says run, wait, skip, stop or done.</source>
        <translation>Nennt statt eines Gates eine Aufgabe, für ihren Job auf einem Cluster: sagt run, wait, skip, stop oder done.</translation>
    </message>
    <message>
        <source>Hands what the Slurm cluster can carry out alone to it at once, so that Baton may be closed; --resume goes on.</source>
        <translation>Übergibt dem Slurm-Cluster auf einmal, was er allein ausführen kann, sodass Baton geschlossen werden darf; --resume macht weiter.</translation>
    </message>
    <message>
        <source>A run goes on as it began; leave --whole-plan out.</source>
        <translation>Ein Lauf geht weiter, wie er begann; bitte --whole-plan weglassen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, issue</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>- deleted %1, which %2 owns</source>
        <translation>- hat %1 gelöscht, was %2 gehört</translation>
    </message>
    <message>
        <source>- perhaps deleted %1, which %2 owns</source>
        <translation>- hat vielleicht %1 gelöscht, was %2 gehört</translation>
    </message>
    <message>
        <source>- wrote %1, which %2 owns</source>
        <translation>- hat %1 geschrieben, was %2 gehört</translation>
    </message>
    <message>
        <source>- perhaps wrote %1, which %2 owns</source>
        <translation>- hat vielleicht %1 geschrieben, was %2 gehört</translation>
    </message>
    <message>
        <source>a person asked for it</source>
        <translation>von einer Person verlangt</translation>
    </message>
    <message>
        <source>%1, so far</source>
        <translation>%1, bisher</translation>
    </message>
    <message>
        <source>How a task of yours ended, where its plan names several outcomes.</source>
        <translation>Wie Ihre Aufgabe endete, wo ihr Plan mehrere Ausgänge nennt.</translation>
    </message>
    <message>
        <source>without baton-designer: no pictures can be drawn</source>
        <translation>ohne baton-designer: es können keine Bilder gezeichnet werden</translation>
    </message>
    <message>
        <source>The plan has errors (%1); see `baton validate`.</source>
        <translation>Der Plan hat Fehler (%1); siehe `baton validate`.</translation>
    </message>
    <message>
        <source>Says what is installed, reachable and trusted, or whether a workflow could run here.</source>
        <translation>Sagt, was installiert, erreichbar und vertraut ist, oder ob ein Workflow hier laufen könnte.</translation>
    </message>
    <message>
        <source>$%1 of $%2 spent</source>
        <translation>%1 $ von %2 $ ausgegeben</translation>
    </message>
    <message>
        <source>only simulated</source>
        <translation>nur simuliert</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Notiz:</translation>
    </message>
    <message>
        <source>Judges:</source>
        <translation>Beurteilt:</translation>
    </message>
    <message>
        <source>Inputs:</source>
        <translation>Eingaben:</translation>
    </message>
    <message>
        <source>Done when:</source>
        <translation>Fertig, wenn:</translation>
    </message>
    <message>
        <source>Hand over:</source>
        <translation>Zu übergeben:</translation>
    </message>
    <message>
        <source>Files to write, in %1:</source>
        <translation>Zu schreibende Dateien, in %1:</translation>
    </message>
    <message>
        <source>Your verdict: approve or reject?</source>
        <translation>Ihr Urteil: approve (gut) oder reject (abgelehnt)?</translation>
    </message>
    <message>
        <source>Is it done, or do you refuse it? done or refuse:</source>
        <translation>Ist es getan, oder lehnen Sie es ab? done oder refuse:</translation>
    </message>
    <message>
        <source>Which outcome? %1:</source>
        <translation>Welcher Ausgang? %1:</translation>
    </message>
    <message>
        <source>What is wrong? One issue a line, an empty line ends:</source>
        <translation>Was stimmt nicht? Ein Befund je Zeile, eine leere Zeile endet:</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Not there yet: %1. Without it the task fails.</source>
        <translation>Noch nicht da: %1. Ohne das schlägt die Aufgabe fehl.</translation>
    </message>
    <message>
        <source>Where commands go, whatever the plan says: plan (as it says, the default), machine (cluster jobs run here) or cluster (this machine&apos;s commands become jobs).</source>
        <translation>Wohin Befehle gehen, was immer der Plan sagt: plan (wie er sagt, die Vorgabe), machine (Aufträge des Clusters laufen hier) oder cluster (Befehle dieser Maschine werden Aufträge).</translation>
    </message>
    <message>
        <source>What the run may spend, in dollars; then nothing starts that costs. 0 = no limit.</source>
        <translation>Was der Lauf ausgeben darf, in Dollar; danach beginnt nichts mehr, was kostet. 0 = keine Grenze.</translation>
    </message>
    <message>
        <source>--max-cost takes dollars, 0 or more, not “%1”.</source>
        <translation>--max-cost nimmt Dollar, 0 oder mehr, nicht „%1“.</translation>
    </message>
    <message>
        <source>A simulation runs nothing anywhere; leave --on or --simulate out.</source>
        <translation>Eine Simulation führt nirgends etwas aus; --on oder --simulate weglassen.</translation>
    </message>
    <message>
        <source>It has spent what it may. `baton run --resume %1 --max-cost USD` goes on with another limit.</source>
        <translation>Er hat ausgegeben, was er darf. `baton run --resume %1 --max-cost USD` geht mit einer anderen Grenze weiter.</translation>
    </message>
    <message>
        <source>corrected: %1</source>
        <translation>berichtigt: %1</translation>
    </message>
    <message>
        <source>Goes on with the run in this folder. Without FILE as it was; with FILE with what was corrected there: executors, models, limits.</source>
        <translation>Setzt den Lauf in diesem Ordner fort. Ohne FILE wie er war; mit FILE samt dem, was dort berichtigt wurde: Ausführungen, Modelle, Grenzen.</translation>
    </message>
    <message>
        <source>Once the cause is mended, `baton run --resume %1` tries again what failed; what is COMPLETE is not repeated. If you corrected the plan for that, name its file too.</source>
        <translation>Ist die Ursache behoben, versucht `baton run --resume %1` erneut, was gescheitert ist; was COMPLETE ist, wird nicht wiederholt. Wurde dafür der Plan berichtigt, auch seine Datei nennen.</translation>
    </message>
    <message numerus="yes">
        <source>Calibrated:    %1 of %2 tasks, by what %n earlier run(s) in this folder took and used</source>
        <translation>
            <numerusform>Kalibriert:    %1 von %2 Aufgaben, nach Dauer und Verbrauch in %n früheren Lauf dieses Ordners</numerusform>
            <numerusform>Kalibriert:    %1 von %2 Aufgaben, nach Dauer und Verbrauch in %n früheren Läufen dieses Ordners</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 times the tokens budgeted</source>
        <translation>%1: das %2-Fache der budgetierten Tokens</translation>
    </message>
    <message>
        <source>%1: %2 times the duration planned</source>
        <translation>%1: das %2-Fache der geplanten Dauer</translation>
    </message>
    <message>
        <source>%1: a task takes %2 on the average</source>
        <translation>%1: eine Aufgabe dauert im Mittel %2</translation>
    </message>
    <message>
        <source>Expected:      %1 tokens</source>
        <translation>Erwartet:      %1 Tokens</translation>
    </message>
    <message>
        <source>What you have to say; the task finds it in the file that BATON_NOTE names.</source>
        <translation>Was Sie zu sagen haben; die Aufgabe findet es in der Datei, die BATON_NOTE nennt.</translation>
    </message>
    <message>
        <source>This run is complete, so nothing of it can be answered any more. Start a new one.</source>
        <translation>Dieser Lauf ist vollständig, es gibt darin nichts mehr zu beantworten. Einen neuen starten.</translation>
    </message>
    <message>
        <source>This run was cancelled, so nothing of it can be answered any more. Start a new one.</source>
        <translation>Dieser Lauf wurde abgebrochen, es gibt darin nichts mehr zu beantworten. Einen neuen starten.</translation>
    </message>
    <message>
        <source>The answer to “%1” came when the run was complete, and was left out.</source>
        <translation>Die Antwort zu „%1“ kam, als der Lauf vollständig war, und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Where FILE would run: plan (as it says, the default), machine or cluster; as for `baton run`.</source>
        <translation>Wo FILE laufen würde: plan (wie dort steht, die Vorgabe), machine oder cluster; wie bei `baton run`.</translation>
    </message>
    <message>
        <source>%1: each issue is a mapping with severity, task, where, what and fix, and says at least what is wrong.</source>
        <translation>%1: Jeder Befund ist eine Zuordnung mit severity, task, where, what und fix und sagt wenigstens, was falsch ist (what).</translation>
    </message>
    <message>
        <source>An answer to “%1” waits for the next `baton run --resume` already.</source>
        <translation>Eine Antwort auf „%1“ wartet schon auf das nächste `baton run --resume`.</translation>
    </message>
    <message>
        <source>Answers what a run asks people. approve or refuse: a launch, a gate, a proposed fix, or your own task once it is done. resolve: what blocked a task. retry: a task that has ended, or a gate that failed. cancel: a task, or the run by its id.</source>
        <translation>Beantwortet, was ein Lauf Menschen fragt. approve oder refuse: ein Start, ein Gate, eine vorgeschlagene Korrektur oder die eigene Aufgabe, wenn sie erledigt ist. resolve: was eine Aufgabe blockiert hat. retry: eine beendete Aufgabe oder ein gescheitertes Gate. cancel: eine Aufgabe, oder den Lauf über seine Kennung.</translation>
    </message>
    <message>
        <source>y yes</source>
        <comment>words for yes, with spaces between</comment>
        <translation>j ja</translation>
    </message>
    <message>
        <source>n no</source>
        <comment>words for no, with spaces between</comment>
        <translation>n nein</translation>
    </message>
    <message>
        <source>Then `baton run --resume %1` goes on.</source>
        <translation>Danach geht es mit `baton run --resume %1` weiter.</translation>
    </message>
    <message>
        <source>“%1” waits for your approval to start: `%2 approve` or `refuse`.</source>
        <translation>„%1“ wartet auf Ihre Zustimmung zum Start: `%2 approve` oder `refuse`.</translation>
    </message>
    <message>
        <source>The gate “%1” waits for your decision: `%2 approve` or `refuse`.</source>
        <translation>Das Gate „%1“ wartet auf Ihre Entscheidung: `%2 approve` oder `refuse`.</translation>
    </message>
    <message>
        <source>The gate “%1” has failed, and a fix phase is proposed: `%2 approve` or `refuse`.</source>
        <translation>Das Gate „%1“ ist gescheitert, und eine Korrekturphase ist vorgeschlagen: `%2 approve` oder `refuse`.</translation>
    </message>
    <message>
        <source>“%1” is blocked: %2</source>
        <translation>„%1“ ist blockiert: %2</translation>
    </message>
    <message>
        <source>  When that is resolved: `%1 resolve --note TEXT`, or `cancel`.</source>
        <translation>  Wenn das gelöst ist: `%1 resolve --note TEXT`, oder `cancel`.</translation>
    </message>
    <message>
        <source>“%1” is yours to do: %2</source>
        <translation>„%1“ ist Ihre Aufgabe: %2</translation>
    </message>
    <message>
        <source>  Your verdict: `%1 approve`, or `refuse --issues FILE`.</source>
        <translation>  Ihr Urteil: `%1 approve`, oder `refuse --issues DATEI`.</translation>
    </message>
    <message>
        <source>  When it is done: `%1 approve --outcome %2`.</source>
        <translation>  Wenn es erledigt ist: `%1 approve --outcome %2`.</translation>
    </message>
    <message>
        <source>  When it is done: `%1 approve`. If you will not do it: `refuse --note WHY`.</source>
        <translation>  Wenn es erledigt ist: `%1 approve`. Wenn Sie es nicht tun werden: `refuse --note GRUND`.</translation>
    </message>
    <message>
        <source>The gate “%1” did not pass: %2</source>
        <translation>Das Gate „%1“ wurde nicht bestanden: %2</translation>
    </message>
    <message>
        <source>  Once that has changed: `baton answer %1 %2 retry`, then `baton run --resume %1` has it checked again.</source>
        <translation>  Wenn sich das geändert hat: `baton answer %1 %2 retry`, dann prüft `baton run --resume %1` es noch einmal.</translation>
    </message>
    <message>
        <source>The run has used the tokens that it may. Raise the budget in the plan, then `baton run --resume %1 FILE` goes on.</source>
        <translation>Der Lauf hat die Tokens verbraucht, die er darf. Das Budget im Plan erhöhen, dann geht es mit `baton run --resume %1 DATEI` weiter.</translation>
    </message>
    <message>
        <source>%1 could not be edited in place; the whole file would be written anew and its comments lost, so nothing was changed. Run `baton fmt` first, which keeps them, or edit it by hand.</source>
        <translation>%1 konnte nicht an Ort und Stelle bearbeitet werden; die ganze Datei würde neu geschrieben und ihre Kommentare gingen verloren, daher wurde nichts geändert. Zuerst `baton fmt` ausführen, das sie behält, oder von Hand bearbeiten.</translation>
    </message>
    <message numerus="yes">
        <source>Fix phases:    %n task(s) only where a gate fails, not counted in that time</source>
        <translation>
            <numerusform>Korrekturen:   %n Aufgabe nur, wo ein Gate scheitert, in dieser Zeit nicht mitgezählt</numerusform>
            <numerusform>Korrekturen:   %n Aufgaben nur, wo ein Gate scheitert, in dieser Zeit nicht mitgezählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::Clipboard</name>
    <message>
        <source>The clipboard holds no part of a workflow. Copy tasks first.</source>
        <translation>Die Zwischenablage enthält keinen Teil eines Workflows. Zuerst Aufgaben kopieren.</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n item(s)</source>
        <translation>
            <numerusform>%n Element einfügen</numerusform>
            <numerusform>%n Elemente einfügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::CommandPalette</name>
    <message>
        <source>Search or run a command…</source>
        <translation>Befehl suchen oder ausführen …</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Befehl suchen oder ausführen</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>baton::CompareModel</name>
    <message>
        <source>%1 (%2, %3, %4)</source>
        <comment>a run: when, state, duration, tokens</comment>
        <translation>%1 (%2, %3, %4)</translation>
    </message>
    <message>
        <source>1: %1   2: %2   %3</source>
        <translation>1: %1   2: %2   %3</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht dabei</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, Versuch %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n issue(s)</source>
        <translation>
            <numerusform>%1, %n Befund</numerusform>
            <numerusform>%1, %n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Task or gate</source>
        <translation>Aufgabe oder Gate</translation>
    </message>
    <message>
        <source>State 1</source>
        <translation>Zustand 1</translation>
    </message>
    <message>
        <source>State 2</source>
        <translation>Zustand 2</translation>
    </message>
    <message>
        <source>Time 1</source>
        <translation>Zeit 1</translation>
    </message>
    <message>
        <source>Time 2</source>
        <translation>Zeit 2</translation>
    </message>
    <message>
        <source>Tokens 1</source>
        <translation>Tokens 1</translation>
    </message>
    <message>
        <source>Tokens 2</source>
        <translation>Tokens 2</translation>
    </message>
    <message>
        <source>Verdict 1</source>
        <translation>Urteil 1</translation>
    </message>
    <message>
        <source>Verdict 2</source>
        <translation>Urteil 2</translation>
    </message>
</context>
<context>
    <name>baton::Compiler</name>
    <message>
        <source>“%1” names the phase “%2”, which does not exist. Add it, or correct the name.</source>
        <translation>„%1“ nennt die Phase „%2“, die es nicht gibt. Die Phase hinzufügen oder den Namen korrigieren.</translation>
    </message>
    <message>
        <source>A phase has no id. Give it one.</source>
        <translation>Eine Phase hat keine ID. Eine ID vergeben.</translation>
    </message>
    <message>
        <source>Two phases have the id “%1”. Rename one.</source>
        <translation>Zwei Phasen haben die ID „%1“. Eine davon umbenennen.</translation>
    </message>
    <message>
        <source>A task or gate has no id. Give it one.</source>
        <translation>Eine Aufgabe oder ein Gate hat keine ID. Eine ID vergeben.</translation>
    </message>
    <message>
        <source>The id “%1” stands twice among tasks and gates. Rename one.</source>
        <translation>Die ID „%1“ kommt unter Aufgaben und Gates zweimal vor. Eine davon umbenennen.</translation>
    </message>
    <message>
        <source>“%1” names the persona “%2”, which does not exist. Add it, or choose another.</source>
        <translation>„%1“ nennt die Persona „%2“, die es nicht gibt. Die Persona hinzufügen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>The phase “%1” fixes the gate “%2”, which does not exist. Correct the name.</source>
        <translation>Die Phase „%1“ korrigiert das Gate „%2“, das es nicht gibt. Den Namen korrigieren.</translation>
    </message>
    <message>
        <source>The phase “%1” repeats until “%2”, but there is no such task. Write TASK.OUTCOME.</source>
        <translation>Die Phase „%1“ wird wiederholt bis „%2“, aber eine solche Aufgabe gibt es nicht. TASK.OUTCOME schreiben.</translation>
    </message>
    <message>
        <source>“%1” needs “%2”, which does not exist. Correct the name, or take the need out.</source>
        <translation>„%1“ benötigt „%2“, was es nicht gibt. Den Namen korrigieren oder die Voraussetzung entfernen.</translation>
    </message>
    <message>
        <source>“%1” needs itself. Take that need out.</source>
        <translation>„%1“ benötigt sich selbst. Diese Voraussetzung entfernen.</translation>
    </message>
    <message>
        <source>“%1” names several personas at once, “%2”. One persona does a task: choose one of them, or make a task for each.</source>
        <translation>„%1“ nennt mehrere Personas auf einmal, „%2“. Eine Aufgabe wird von einer Persona erledigt: Wählen Sie eine davon, oder legen Sie für jede eine Aufgabe an.</translation>
    </message>
    <message>
        <source>The phase “%1” repeats until “%2”, which names no outcome. Write TASK.OUTCOME, such as %2.approved.</source>
        <translation>Die Phase „%1“ wiederholt sich bis „%2“, was keinen Ausgang nennt. AUFGABE.AUSGANG schreiben, etwa %2.approved.</translation>
    </message>
</context>
<context>
    <name>baton::Corrections</name>
    <message>
        <source>“%1” is not as it was when the run began, and cannot change while it goes on: only how tasks are carried out can. Go on with the run&apos;s own plan, or start a new run.</source>
        <translation>„%1“ ist nicht mehr, wie es zu Beginn des Laufs war, und kann sich nicht ändern, während er weitergeht: Nur wie Aufgaben ausgeführt werden, kann das. Mit dem eigenen Plan des Laufs fortfahren oder einen neuen Lauf starten.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>baton::CustomAgent</name>
    <message>
        <source>A custom agent needs a program. Give its executor a `binary`.</source>
        <translation>Ein eigener Agent braucht ein Programm. Seiner Ausführung ein `binary` geben.</translation>
    </message>
    <message>
        <source>The prompt is longer than an argument may be (128 KiB). Let it be given with `prompt: stdin`.</source>
        <translation>Der Prompt ist länger, als ein Argument sein darf (128 KiB). Ihn mit `prompt: stdin` geben lassen.</translation>
    </message>
</context>
<context>
    <name>baton::Doctor</name>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Model endpoints</source>
        <translation>Modell-Endpunkte</translation>
    </message>
    <message>
        <source>Trusted folders</source>
        <translation>Vertraute Ordner</translation>
    </message>
    <message>
        <source>This workflow</source>
        <translation>Dieser Workflow</translation>
    </message>
    <message>
        <source>Not installed; it is for %1.</source>
        <translation>Nicht installiert; gebraucht für %1.</translation>
    </message>
    <message>
        <source>Missing, so no commands can be run. Install Baton again.</source>
        <translation>Fehlt, daher kann kein Befehl laufen. Baton neu installieren.</translation>
    </message>
    <message>
        <source>shell tasks</source>
        <translation>Shell-Aufgaben</translation>
    </message>
    <message>
        <source>workspaces in worktrees</source>
        <translation>Arbeitsbereiche in Worktrees</translation>
    </message>
    <message>
        <source>Its workflows may run commands.</source>
        <translation>Seine Workflows dürfen Befehle ausführen.</translation>
    </message>
    <message>
        <source>Not installed; npm has it as %1.</source>
        <translation>Nicht installiert; npm hat es als %1.</translation>
    </message>
    <message>
        <source>%1, which did not say its version in time.</source>
        <translation>%1; die Version kam nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>It answers, and takes the key; %1 is known.</source>
        <translation>Er antwortet und nimmt den Schlüssel an; %1 ist bekannt.</translation>
    </message>
    <message>
        <source>None: sbatch is not installed, and SLURM_REST_URL names no slurmrestd.</source>
        <translation>Keines: sbatch ist nicht installiert, und SLURM_REST_URL nennt kein slurmrestd.</translation>
    </message>
    <message>
        <source>trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Its commands may run.</source>
        <translation>Seine Befehle dürfen laufen.</translation>
    </message>
    <message numerus="yes">
        <source>Its %n command(s) run only once its folder is trusted: `baton trust`, or the question at the first run.</source>
        <translation>
            <numerusform>Sein %n Befehl läuft erst, wenn seinem Ordner vertraut wird: `baton trust`, oder die Frage beim ersten Lauf.</numerusform>
            <numerusform>Seine %n Befehle laufen erst, wenn seinem Ordner vertraut wird: `baton trust`, oder die Frage beim ersten Lauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) would only be simulated.</source>
        <translation>
            <numerusform>%n Aufgabe würde nur simuliert.</numerusform>
            <numerusform>%n Aufgaben würden nur simuliert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) wait for a person.</source>
        <translation>
            <numerusform>%n Aufgabe wartet auf einen Menschen.</numerusform>
            <numerusform>%n Aufgaben warten auf einen Menschen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2; older than %3, which Baton knows. Bring it up to date if it refuses its tasks.</source>
        <translation>%1 in %2; älter als %3, das Baton kennt. Aktualisieren, falls es seine Aufgaben ablehnt.</translation>
    </message>
    <message>
        <source>It has no price, so what it costs does not count towards what a run may spend. Give it one in the settings.</source>
        <translation>Es hat keinen Preis; was es kostet, zählt darum nicht zu dem, was ein Lauf ausgeben darf. In den Einstellungen einen angeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) stay here. %1</source>
        <translation>
            <numerusform>%n Aufgabe bleibt hier. %1</numerusform>
            <numerusform>%n Aufgaben bleiben hier. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>It answers, and asks for no key; %1 is known.</source>
        <translation>Er antwortet und verlangt keinen Schlüssel; %1 ist bekannt.</translation>
    </message>
    <message>
        <source>The workspace %1 does not exist. Make it, or correct settings.root.</source>
        <translation>Den Arbeitsbereich %1 gibt es nicht. Ihn anlegen oder settings.root berichtigen.</translation>
    </message>
    <message>
        <source>Worktrees begin with what is committed in %1.</source>
        <translation>Worktrees beginnen mit dem, was in %1 committet ist.</translation>
    </message>
    <message>
        <source>“%1” is for a custom agent, which needs a program. Give its executor a `binary`.</source>
        <translation>„%1“ ist für einen eigenen Agenten, der ein Programm braucht. Geben Sie der Ausführung ein `binary`.</translation>
    </message>
    <message>
        <source>It does not tell what it costs, so that counts towards what a run may spend only where its task names a model that has a price in the settings.</source>
        <translation>Er sagt nicht, was er kostet; das zählt zu dem, was ein Lauf ausgeben darf, nur dort, wo die Aufgabe ein Modell nennt, das in den Einstellungen einen Preis hat.</translation>
    </message>
</context>
<context>
    <name>baton::DoctorPage</name>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>%1: missing or wrong</source>
        <translation>%1: fehlt oder stimmt nicht</translation>
    </message>
    <message>
        <source>What is missing matters only to workflows that use it.</source>
        <translation>Was fehlt, zählt nur für Workflows, die es brauchen.</translation>
    </message>
    <message>
        <source>The open workflow could run here.</source>
        <translation>Der offene Workflow könnte hier laufen.</translation>
    </message>
    <message>
        <source>The open workflow lacks something to run here.</source>
        <translation>Dem offenen Workflow fehlt hier etwas zum Laufen.</translation>
    </message>
</context>
<context>
    <name>baton::EditController</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alle&amp;s auswählen</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>&amp;Nichts auswählen</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>&amp;Close the phase with a gate</source>
        <translation>Phase &amp;mit einem Gate abschließen</translation>
    </message>
    <message>
        <source>&amp;Arrange everything</source>
        <translation>Alles an&amp;ordnen</translation>
    </message>
    <message>
        <source>Place phases as lanes and tasks along their needs</source>
        <translation>Phasen als Bahnen und Aufgaben entlang ihrer Voraussetzungen platzieren</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Aufgabe</translation>
    </message>
    <message>
        <source>&amp;Gate</source>
        <translation>&amp;Gate</translation>
    </message>
    <message>
        <source>&amp;Phase</source>
        <translation>&amp;Phase</translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation>&amp;Entscheidung</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Pe&amp;rsona</source>
        <translation>Pe&amp;rsona</translation>
    </message>
    <message>
        <source>Select the tasks that @%1 shall do, then assign it.</source>
        <translation>Die Aufgaben auswählen, die @%1 erledigen soll, dann zuweisen.</translation>
    </message>
    <message>
        <source>Assign @%1</source>
        <translation>@%1 zuweisen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s)</source>
        <translation>
            <numerusform>%n Element löschen</numerusform>
            <numerusform>%n Elemente löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1 benötigt %2</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Assign nobody</source>
        <translation>Niemanden zuweisen</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Voraussetzungen</translation>
    </message>
    <message>
        <source>&amp;Which pattern fits?…</source>
        <translation>&amp;Welches Muster passt? …</translation>
    </message>
    <message>
        <source>Find the pattern for your situation and insert it</source>
        <translation>Das Muster für die eigene Situation finden und einfügen</translation>
    </message>
</context>
<context>
    <name>baton::Endpoints</name>
    <message>
        <source>“%1” wants the API “%2”, which Baton does not know. Correct `api`.</source>
        <translation>„%1“ verlangt die Schnittstelle „%2“, die Baton nicht kennt. `api` berichtigen.</translation>
    </message>
    <message>
        <source>“%1” says no model. Give it one, or its executor.</source>
        <translation>„%1“ nennt kein Modell. Der Aufgabe oder ihrer Ausführung eines geben.</translation>
    </message>
    <message>
        <source>“%1” has no sensible address. Correct `base_url`: https://, a host, no password.</source>
        <translation>„%1“ hat keine sinnvolle Adresse. `base_url` berichtigen: https://, ein Rechnername, kein Passwort.</translation>
    </message>
    <message>
        <source>What the environment variable %1 holds is no key. Correct it.</source>
        <translation>Was die Umgebungsvariable %1 enthält, ist kein Schlüssel. Sie berichtigen.</translation>
    </message>
    <message>
        <source>A key is not sent unencrypted to %1. Use https:// in `base_url`.</source>
        <translation>An %1 wird kein Schlüssel unverschlüsselt gesendet. In `base_url` https:// verwenden.</translation>
    </message>
    <message>
        <source>What the keychain holds as “%1” is no key. Store it anew in the settings.</source>
        <translation>Was der Schlüsselbund als „%1“ hat, ist kein Schlüssel. In den Einstellungen neu hinterlegen.</translation>
    </message>
    <message>
        <source>The key “%1” of the model endpoint is missing. Store it in the settings, or set the environment variable %2 to it; then retry.</source>
        <translation>Der Schlüssel „%1“ des Modellendpunkts fehlt. In den Einstellungen speichern oder in die Umgebungsvariable %2 setzen; dann wiederholen.</translation>
    </message>
    <message>
        <source>The key “%1” of the model endpoint is missing. %2 Set the environment variable %3 to it; then retry.</source>
        <translation>Der Schlüssel „%1“ des Modellendpunkts fehlt. %2 In die Umgebungsvariable %3 setzen; dann wiederholen.</translation>
    </message>
</context>
<context>
    <name>baton::Event</name>
    <message>
        <source>This line is not an event of a run.</source>
        <translation>Diese Zeile ist kein Ereignis eines Laufs.</translation>
    </message>
</context>
<context>
    <name>baton::EvidenceMarker</name>
    <message>
        <source>The workspace %1 cannot be written. Check its permissions.</source>
        <translation>In den Arbeitsbereich %1 kann nicht geschrieben werden. Die Zugriffsrechte prüfen.</translation>
    </message>
</context>
<context>
    <name>baton::EvidenceModel</name>
    <message>
        <source>%1 #%2</source>
        <translation>%1 #%2</translation>
    </message>
    <message>
        <source>Behind no gate</source>
        <translation>Hinter keinem Gate</translation>
    </message>
    <message>
        <source>promises no file</source>
        <translation>sagt keine Datei zu</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message numerus="yes">
        <source>%n verified file(s)</source>
        <translation>
            <numerusform>%n geprüfte Datei</numerusform>
            <numerusform>%n geprüfte Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>no verdict yet</source>
        <translation>noch kein Urteil</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n Datei, %1</numerusform>
            <numerusform>%n Dateien, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 bytes, sha256 %3</source>
        <translation>%1, %2 Bytes, sha256 %3</translation>
    </message>
    <message>
        <source>Gate, task, file</source>
        <translation>Gate, Aufgabe, Datei</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Gutgeheißen</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beleg</translation>
    </message>
</context>
<context>
    <name>baton::EvidenceVerifier</name>
    <message>
        <source>“%1” is outside the workspace. Name a file inside it.</source>
        <translation>„%1“ liegt außerhalb des Arbeitsbereichs. Eine Datei darin angeben.</translation>
    </message>
    <message>
        <source>“%1” is in Baton&apos;s own folder, which proves nothing. Name another file.</source>
        <translation>„%1“ liegt in Batons eigenem Ordner, was nichts beweist. Eine andere Datei angeben.</translation>
    </message>
    <message>
        <source>The workspace %1 is gone.</source>
        <translation>Der Arbeitsbereich %1 ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>“%1” names more than %2 files. Name fewer.</source>
        <translation>„%1“ benennt mehr als %2 Dateien. Weniger angeben.</translation>
    </message>
    <message>
        <source>No fresh, non-empty file is named by “%1”. The task has to write one.</source>
        <translation>„%1“ benennt keine frische, nicht leere Datei. Die Aufgabe muss eine schreiben.</translation>
    </message>
    <message>
        <source>“%1” is missing. The task has to write it.</source>
        <translation>„%1“ fehlt. Die Aufgabe muss die Datei schreiben.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>“%1” is a link that leads out of the workspace. Write the file itself.</source>
        <translation>„%1“ ist eine Verknüpfung, die aus dem Arbeitsbereich hinausführt. Die Datei selbst schreiben.</translation>
    </message>
    <message>
        <source>“%1” is no file.</source>
        <translation>„%1“ ist keine Datei.</translation>
    </message>
    <message>
        <source>“%1” is empty. The task has to write something to it.</source>
        <translation>„%1“ ist leer. Die Aufgabe muss etwas hineinschreiben.</translation>
    </message>
    <message>
        <source>“%1” is older than this attempt. The task has to write it anew.</source>
        <translation>„%1“ ist älter als dieser Versuch. Die Aufgabe muss die Datei neu schreiben.</translation>
    </message>
</context>
<context>
    <name>baton::ExecutorChoice</name>
    <message>
        <source>Asked from this machine: a model endpoint needs no node of the cluster.</source>
        <translation>Wird von diesem Rechner aus gefragt: Ein Modell-Endpunkt braucht keinen Knoten des Clusters.</translation>
    </message>
    <message>
        <source>Started on this machine: the agent&apos;s login and keys are here, not on the cluster&apos;s nodes.</source>
        <translation>Wird auf diesem Rechner gestartet: Anmeldung und Schlüssel des Agenten sind hier, nicht auf den Knoten des Clusters.</translation>
    </message>
    <message>
        <source>Asked here: a person needs no node of the cluster.</source>
        <translation>Wird hier gefragt: Eine Person braucht keinen Knoten des Clusters.</translation>
    </message>
</context>
<context>
    <name>baton::ExecutorOptions</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>make design</source>
        <translation>make design</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>NAME=value, one a line</source>
        <translation>NAME=Wert, je Zeile einer</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>the task&apos;s budget</source>
        <translation>das Budget der Aufgabe</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Scheitert</translation>
    </message>
    <message>
        <source>0 to 1: how often</source>
        <translation>0 bis 1: wie oft</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>instead of a command, one a line</source>
        <translation>statt eines Befehls, je Zeile eines</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>below the workspace</source>
        <translation>unterhalb des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>the task&apos;s or the persona&apos;s</source>
        <translation>das der Aufgabe oder der Persona</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>je Zeile eines</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>Programmdatei</translation>
    </message>
    <message>
        <source>for a custom program</source>
        <translation>für ein eigenes Programm</translation>
    </message>
    <message>
        <source>Prompt by</source>
        <translation>Prompt per</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>its name in the keychain, never the secret</source>
        <translation>sein Name im Schlüsselbund, nie das Geheimnis</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
</context>
<context>
    <name>baton::ExecutorRow</name>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Options of the executor</source>
        <translation>Optionen der Ausführung</translation>
    </message>
    <message>
        <source>as @%1: %2</source>
        <translation>wie @%1: %2</translation>
    </message>
    <message>
        <source>none: simulated</source>
        <translation>keine: simuliert</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Mehrere Werte</translation>
    </message>
    <message>
        <source>%1 of the executor</source>
        <translation>%1 der Ausführung</translation>
    </message>
    <message>
        <source>Also written: %1</source>
        <translation>Außerdem angegeben: %1</translation>
    </message>
</context>
<context>
    <name>baton::FaultWords</name>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>wrong version</source>
        <translation>falsche Version</translation>
    </message>
    <message>
        <source>does not trust the folder</source>
        <translation>vertraut dem Ordner nicht</translation>
    </message>
    <message>
        <source>key or login missing</source>
        <translation>Schlüssel oder Anmeldung fehlt</translation>
    </message>
    <message>
        <source>unknown model</source>
        <translation>unbekanntes Modell</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>zu viele Anfragen</translation>
    </message>
    <message>
        <source>model service failed</source>
        <translation>Modelldienst gescheitert</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>Zertifikat nicht vertraut</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>model refused</source>
        <translation>Modell verweigert sich</translation>
    </message>
    <message>
        <source>address has moved</source>
        <translation>Adresse ist umgezogen</translation>
    </message>
    <message>
        <source>web page, no endpoint</source>
        <translation>Webseite, kein Endpunkt</translation>
    </message>
    <message>
        <source>answer damaged</source>
        <translation>Antwort beschädigt</translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation>Antwort abgeschnitten</translation>
    </message>
    <message>
        <source>fell silent</source>
        <translation>verstummt</translation>
    </message>
    <message>
        <source>answer too slow</source>
        <translation>Antwort zu langsam</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>Antwort zu groß</translation>
    </message>
    <message>
        <source>too much output</source>
        <translation>zu viel Ausgabe</translation>
    </message>
    <message>
        <source>line too long</source>
        <translation>Zeile zu lang</translation>
    </message>
    <message>
        <source>output is no text</source>
        <translation>Ausgabe ist kein Text</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>zu früh beendet</translation>
    </message>
    <message>
        <source>reached a limit</source>
        <translation>Grenze erreicht</translation>
    </message>
    <message>
        <source>over its budget</source>
        <translation>über dem Budget</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>dauerte zu lange</translation>
    </message>
    <message>
        <source>evidence missing</source>
        <translation>Nachweis fehlt</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>kein Urteil</translation>
    </message>
    <message>
        <source>could not start</source>
        <translation>startete nicht</translation>
    </message>
    <message>
        <source>node lost</source>
        <translation>Knoten verloren</translation>
    </message>
    <message>
        <source>time limit reached</source>
        <translation>Zeitgrenze erreicht</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>Speicher erschöpft</translation>
    </message>
    <message>
        <source>refused by a person</source>
        <translation>von einer Person abgelehnt</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>aufgelegt</translation>
    </message>
</context>
<context>
    <name>baton::FieldForm</name>
    <message>
        <source>%1 · %2</source>
        <comment>a group of fields and how many of them are set</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n set</source>
        <translation>
            <numerusform>%1, %n gesetzt</numerusform>
            <numerusform>%1, %n gesetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::FieldRow</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Mehrere Werte</translation>
    </message>
</context>
<context>
    <name>baton::FieldSpecs</name>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>One paragraph for people</source>
        <translation>Ein Absatz für Menschen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>What the planner hands to everyone</source>
        <translation>Was der Planer allen mitgibt</translation>
    </message>
    <message>
        <source>Mission inputs</source>
        <translation>Eingaben des Auftrags</translation>
    </message>
    <message>
        <source>One file a line</source>
        <translation>Je Zeile eine Datei</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Randbedingungen</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>Je Zeile eine Angabe</translation>
    </message>
    <message>
        <source>Budget in tokens</source>
        <translation>Budget in Tokens</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>keine Obergrenze</translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation>Höchstens gleichzeitig</translation>
    </message>
    <message>
        <source>0 = as many as are ready</source>
        <translation>0 = so viele, wie bereit sind</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>A wave starts when the one before it has ended</source>
        <translation>Eine Welle startet, wenn die vorige beendet ist</translation>
    </message>
    <message>
        <source>Budget multiplier</source>
        <translation>Budgetfaktor</translation>
    </message>
    <message>
        <source>Warn at this share</source>
        <translation>Warnen ab diesem Anteil</translation>
    </message>
    <message>
        <source>End tasks that exceed their budget</source>
        <translation>Aufgaben beenden, die ihr Budget überschreiten</translation>
    </message>
    <message>
        <source>Workspace root</source>
        <translation>Wurzel des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>the folder of the file</source>
        <translation>der Ordner der Datei</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Branch prefix</source>
        <translation>Branch-Präfix</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Voraussetzungen</translation>
    </message>
    <message>
        <source>Deliverables</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>kein Budget</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Done when</source>
        <translation>Fertig, wenn</translation>
    </message>
    <message>
        <source>One criterion a line</source>
        <translation>Je Zeile ein Kriterium</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>the persona&apos;s</source>
        <translation>wie bei der Persona</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>Read only, one a line</source>
        <translation>Nur lesend, je Zeile eine</translation>
    </message>
    <message>
        <source>Owns</source>
        <translation>Besitzt</translation>
    </message>
    <message>
        <source>Files that only this task may write</source>
        <translation>Dateien, die nur diese Aufgabe schreiben darf</translation>
    </message>
    <message>
        <source>Validates</source>
        <translation>Validiert</translation>
    </message>
    <message>
        <source>One task a line</source>
        <translation>Je Zeile eine Aufgabe</translation>
    </message>
    <message>
        <source>Gives a verdict with issues</source>
        <translation>Gibt ein Urteil mit Befunden ab</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ausgänge</translation>
    </message>
    <message>
        <source>Labels it may return, one a line</source>
        <translation>Mögliche Bezeichnungen, je Zeile eine</translation>
    </message>
    <message>
        <source>Hand-off</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Checklist for the next, one a line</source>
        <translation>Checkliste für die nächste Aufgabe, je Zeile ein Punkt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Delay before a retry</source>
        <translation>Wartezeit vor einer Wiederholung</translation>
    </message>
    <message>
        <source>Each delay times</source>
        <translation>Jede Wartezeit mal</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Timeout of the start</source>
        <translation>Zeitlimit für den Start</translation>
    </message>
    <message>
        <source>Timeout without output</source>
        <translation>Zeitlimit ohne Ausgabe</translation>
    </message>
    <message>
        <source>Timeout when blocked</source>
        <translation>Zeitlimit, wenn blockiert</translation>
    </message>
    <message>
        <source>Rules set aside here</source>
        <translation>Hier ausgesetzte Regeln</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>What it may do at most: read, write, run, network</source>
        <translation>Was sie höchstens darf: read, write, run, network</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Comes after</source>
        <translation>Kommt nach</translation>
    </message>
    <message>
        <source>the phase before it</source>
        <translation>die Phase davor</translation>
    </message>
    <message>
        <source>Fixes the gate</source>
        <translation>Korrigiert das Gate</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Eingeklappt</translation>
    </message>
    <message>
        <source>Repeat at most</source>
        <translation>Höchstens wiederholen</translation>
    </message>
    <message>
        <source>no repeat</source>
        <translation>keine Wiederholung</translation>
    </message>
    <message>
        <source>Repeat until</source>
        <translation>Wiederholen, bis</translation>
    </message>
    <message>
        <source>Closes the phase</source>
        <translation>Schließt die Phase ab</translation>
    </message>
    <message>
        <source>For a sync point, one a line</source>
        <translation>Für einen Synchronisationspunkt, je Zeile eine Angabe</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Kriterien</translation>
    </message>
    <message>
        <source>Signed off by</source>
        <translation>Freigabe durch</translation>
    </message>
    <message>
        <source>One persona a line</source>
        <translation>Je Zeile eine Persona</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Genehmigung</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>Bei Nichtbestehen</translation>
    </message>
    <message>
        <source>Rounds at most</source>
        <translation>Höchstzahl der Runden</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Nahe bei</translation>
    </message>
    <message>
        <source>A task or a gate</source>
        <translation>Eine Aufgabe oder ein Gate</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Validation and hand-off</source>
        <translation>Validierung und Übergabe</translation>
    </message>
    <message>
        <source>Limits and launch</source>
        <translation>Grenzen und Start</translation>
    </message>
</context>
<context>
    <name>baton::FieldText</name>
    <message>
        <source>Write a whole number, such as 150000 or 150k.</source>
        <translation>Eine ganze Zahl eingeben, etwa 150000 oder 150k.</translation>
    </message>
    <message>
        <source>Write a number, such as 1.5.</source>
        <translation>Eine Zahl eingeben, etwa 1.5.</translation>
    </message>
</context>
<context>
    <name>baton::FiguresLabel</name>
    <message>
        <source>Working out time and tokens…</source>
        <translation>Zeit und Token werden berechnet …</translation>
    </message>
    <message>
        <source>It could not run afterwards: %1</source>
        <translation>Danach könnte er nicht laufen: %1</translation>
    </message>
    <message>
        <source>Time %1 · Tokens %2; now it cannot run</source>
        <translation>Zeit %1 · Token %2; jetzt kann er nicht laufen</translation>
    </message>
    <message>
        <source>It would not get to its end: %1</source>
        <translation>Er käme nicht ans Ende: %1</translation>
    </message>
    <message>
        <source>%1, unchanged</source>
        <translation>%1, unverändert</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Time %1 · Tokens %2</source>
        <translation>Zeit %1 · Token %2</translation>
    </message>
</context>
<context>
    <name>baton::FileController</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Workflows (*.baton.yaml *.baton.yml *.baton.json);;YAML and JSON (*.yaml *.yml *.json);;All files (*)</source>
        <translation>Workflows (*.baton.yaml *.baton.yml *.baton.json);;YAML und JSON (*.yaml *.yml *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>New empty workflow</source>
        <translation>Neuer leerer Workflow</translation>
    </message>
    <message>
        <source>New from &amp;template…</source>
        <translation>Neu aus &amp;Vorlage …</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Reload from disk</source>
        <translation>Von der Festplatte neu &amp;laden</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Open a YAML or JSON file of another name</source>
        <translation>Eine YAML- oder JSON-Datei mit anderem Namen öffnen</translation>
    </message>
    <message>
        <source>Export as &amp;YAML…</source>
        <translation>Als &amp;YAML exportieren …</translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation>Als &amp;JSON exportieren …</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>%1 — edited</source>
        <translation>%1 — bearbeitet</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Einträge vergessen</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Could not open %1.</source>
        <translation>%1 ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>New workflow</source>
        <translation>Neuer Workflow</translation>
    </message>
    <message>
        <source>Open a workflow</source>
        <translation>Workflow öffnen</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Reload, losing my changes</source>
        <translation>Neu laden und meine Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Save the workflow</source>
        <translation>Workflow speichern</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>Als JSON exportieren</translation>
    </message>
    <message>
        <source>Export as YAML</source>
        <translation>Als YAML exportieren</translation>
    </message>
    <message>
        <source>JSON (*.baton.json)</source>
        <translation>JSON (*.baton.json)</translation>
    </message>
    <message>
        <source>YAML (*.baton.yaml)</source>
        <translation>YAML (*.baton.yaml)</translation>
    </message>
    <message>
        <source>Exported %1.</source>
        <translation>%1 exportiert.</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 enthält Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>%1 is no longer on the disk.</source>
        <translation>%1 ist nicht mehr auf der Festplatte.</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>Wieder speichern</translation>
    </message>
    <message>
        <source>%1 was changed by another program, and here too.</source>
        <translation>%1 wurde von einem anderen Programm geändert, und hier ebenfalls.</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>a workflow that was never saved</source>
        <translation>ein nie gespeicherter Workflow</translation>
    </message>
    <message>
        <source>Baton ended before the changes of %1 were saved. A copy was kept.</source>
        <translation>Baton wurde beendet, bevor die Änderungen gespeichert waren (%1). Eine Kopie wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Throw the copy away</source>
        <translation>Kopie verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%1 opened, but Baton does not understand %n place(s) in it. What stands there is kept.</source>
        <translation>
            <numerusform>%1 ist geöffnet, aber %n Stelle darin war nicht zu verstehen. Sie bleibt, wie sie ist.</numerusform>
            <numerusform>%1 ist geöffnet, aber %n Stellen darin waren nicht zu verstehen. Sie bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save without comments?</source>
        <translation>Ohne Kommentare speichern?</translation>
    </message>
    <message>
        <source>%1 could not be edited in place: the whole file would be written anew and its comments lost. Save it so, or cancel and save under another name.</source>
        <translation>%1 konnte nicht an Ort und Stelle bearbeitet werden: Die ganze Datei würde neu geschrieben und ihre Kommentare gingen verloren. So speichern, oder abbrechen und unter anderem Namen speichern.</translation>
    </message>
</context>
<context>
    <name>baton::FixController</name>
    <message>
        <source>Make a fi&amp;x phase…</source>
        <translation>&amp;Korrekturphase anlegen …</translation>
    </message>
    <message>
        <source>Show the tasks that would mend what the gate or a validation rejected</source>
        <translation>Die Aufgaben zeigen, die beheben würden, was das Gate oder eine Prüfung abgelehnt hat</translation>
    </message>
    <message>
        <source>The run goes on with a fix phase for “%1”. The plan does not have it yet.</source>
        <translation>Der Lauf geht mit einer Korrekturphase für „%1“ weiter. Der Plan hat sie noch nicht.</translation>
    </message>
    <message>
        <source>Show it in the plan…</source>
        <translation>Im Plan zeigen …</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>The gate “%1” failed. A fix phase would mend what was found and ask it again.</source>
        <translation>Das Gate „%1“ ist fehlgeschlagen. Eine Korrekturphase würde das Gefundene beheben und es erneut fragen.</translation>
    </message>
    <message>
        <source>Make a fix phase…</source>
        <translation>Korrekturphase anlegen …</translation>
    </message>
    <message>
        <source>No gate waits for this task, so there is nothing that a fix phase could ask again. Close its phase with a gate.</source>
        <translation>Kein Gate wartet auf diese Aufgabe, also könnte eine Korrekturphase nichts erneut fragen. Die Phase mit einem Gate abschließen.</translation>
    </message>
    <message>
        <source>There is nothing to mend: no issue and no failed criterion is about a task of this plan.</source>
        <translation>Es gibt nichts zu beheben: Kein Befund und kein gescheitertes Kriterium betrifft eine Aufgabe dieses Plans.</translation>
    </message>
    <message>
        <source>Add a fix phase for %1</source>
        <translation>Korrekturphase für %1 einfügen</translation>
    </message>
</context>
<context>
    <name>baton::FixPhase</name>
    <message>
        <source>This is not a fix phase that this run could take in.</source>
        <translation>Das ist keine Korrekturphase, die dieser Lauf aufnehmen könnte.</translation>
    </message>
</context>
<context>
    <name>baton::FixPlanner</name>
    <message>
        <source>Where: %1</source>
        <translation>Wo: %1</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Vorschlag: %1</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Korrektur: %1</translation>
    </message>
    <message>
        <source>Fix %1: %2</source>
        <comment>number of the round, gate</comment>
        <translation>Korrektur %1: %2</translation>
    </message>
</context>
<context>
    <name>baton::FoundPattern</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und ein weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Foundation, implementation, validation and integration follow each other, each closed by a gate.</source>
        <translation>Grundlagen, Umsetzung, Prüfung und Integration folgen aufeinander, jede durch ein Gate geschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>%n stream(s) beginning with %1 meet in %2.</source>
        <translation>
            <numerusform>%n Strang, beginnend mit %1, endet in %2.</numerusform>
            <numerusform>%n Stränge, beginnend mit %1, treffen sich in %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 look around, then %2 decides what is built.</source>
        <translation>%1 sehen sich um, dann entscheidet %2, was gebaut wird.</translation>
    </message>
    <message>
        <source>%1 are answers to one question; %2 chooses.</source>
        <translation>%1 sind Antworten auf eine Frage; %2 wählt aus.</translation>
    </message>
    <message>
        <source>%1 hands out to %2 and collects the results.</source>
        <translation>%1 verteilt an %2 und sammelt die Ergebnisse ein.</translation>
    </message>
    <message>
        <source>%1 plans, %2 do the work, %3 lists issues or approves.</source>
        <translation>%1 plant, %2 machen die Arbeit, %3 nennt Befunde oder stimmt zu.</translation>
    </message>
    <message>
        <source>%1 run side by side and are brought together in %2.</source>
        <translation>%1 laufen nebeneinander und werden in %2 zusammengeführt.</translation>
    </message>
    <message>
        <source>%1 fans out to %2, which are brought together in %3.</source>
        <translation>%1 fächert auf in %2, die in %3 zusammengeführt werden.</translation>
    </message>
    <message>
        <source>%1 is reviewed and refined, up to %2.</source>
        <translation>%1 wird begutachtet und verfeinert, bis zu %2.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is repeated until %2, at most %n time(s).</source>
        <translation>
            <numerusform>„%1“ wird wiederholt bis %2, höchstens einmal.</numerusform>
            <numerusform>„%1“ wird wiederholt bis %2, höchstens %n-mal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each of %1 is approved before the next begins.</source>
        <translation>Bei %1 wird jedem zugestimmt, bevor das nächste beginnt.</translation>
    </message>
    <message>
        <source>%1 is approved by %2.</source>
        <translation>%1: Zustimmung durch %2.</translation>
    </message>
    <message>
        <source>%1 decides which of %2 runs.</source>
        <translation>%1 entscheidet, was von %2 läuft.</translation>
    </message>
    <message>
        <source>%1 wait for each other at “%2”.</source>
        <translation>%1 warten bei „%2“ aufeinander.</translation>
    </message>
    <message>
        <source>%1 plans, %2 does the work, %3 lists issues or approves.</source>
        <translation>%1 plant, %2 macht die Arbeit, %3 nennt Befunde oder stimmt zu.</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks in a row, from %1 to %2.</source>
        <translation>
            <numerusform>%n Aufgabe hintereinander, von %1 bis %2.</numerusform>
            <numerusform>%n Aufgaben hintereinander, von %1 bis %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 have nothing to do with each other and run side by side.</source>
        <translation>%1 haben nichts miteinander zu tun und laufen nebeneinander.</translation>
    </message>
</context>
<context>
    <name>baton::GalleryModel</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1

Use it when: %2</source>
        <translation>%1

Geeignet, wenn: %2</translation>
    </message>
</context>
<context>
    <name>baton::GateCheck</name>
    <message>
        <source>Baton knows no such criterion.</source>
        <translation>Ein solches Kriterium kennt Baton nicht.</translation>
    </message>
    <message>
        <source>Complete or skipped: %1 of %1.</source>
        <translation>Abgeschlossen oder übersprungen: %1 von %1.</translation>
    </message>
    <message>
        <source>Not complete: %1.</source>
        <translation>Nicht abgeschlossen: %1.</translation>
    </message>
    <message>
        <source>Nothing was verified of: %1.</source>
        <translation>Nichts wurde geprüft von: %1.</translation>
    </message>
    <message>
        <source>Simulated tasks, which leave no files to verify: %1.</source>
        <translation>Simulierte Aufgaben, die keine prüfbaren Dateien hinterlassen: %1.</translation>
    </message>
    <message>
        <source>Files verified: %1.</source>
        <translation>Geprüfte Dateien: %1.</translation>
    </message>
    <message>
        <source>%1 gave no verdict</source>
        <translation>%1 gab kein Urteil ab</translation>
    </message>
    <message>
        <source>%1 rejected (issues: %2)</source>
        <translation>%1 abgelehnt (Befunde: %2)</translation>
    </message>
    <message>
        <source>Approved: %1 of %1.</source>
        <translation>Genehmigt: %1 von %1.</translation>
    </message>
    <message>
        <source>Not approved: %1.</source>
        <translation>Nicht genehmigt: %1.</translation>
    </message>
    <message>
        <source>A person signed off.</source>
        <translation>Eine Person hat die Freigabe erteilt.</translation>
    </message>
    <message>
        <source>A person is asked to sign off.</source>
        <translation>Eine Person wird um Freigabe gebeten.</translation>
    </message>
    <message>
        <source>The gate names nobody who could sign off.</source>
        <translation>Das Gate nennt niemanden, der die Freigabe erteilen könnte.</translation>
    </message>
    <message>
        <source>Signed off by %1.</source>
        <translation>Freigegeben von %1.</translation>
    </message>
    <message>
        <source>Not signed off by %1.</source>
        <translation>Nicht freigegeben von %1.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 wrote %2, which %3 owns</source>
        <translation>%1 hat %2 geschrieben, das %3 gehört</translation>
    </message>
    <message>
        <source>Files of others: %1.</source>
        <translation>Dateien anderer: %1.</translation>
    </message>
    <message>
        <source>It wrote a file that “%1” owns.</source>
        <translation>Sie hat eine Datei geschrieben, die „%1“ gehört.</translation>
    </message>
    <message>
        <source>Restore the file, and leave it to “%1”.</source>
        <translation>Die Datei wiederherstellen und „%1“ überlassen.</translation>
    </message>
    <message>
        <source>%1 deleted %2, which %3 owns</source>
        <translation>%1 hat %2 gelöscht, was %3 gehört</translation>
    </message>
    <message>
        <source>It deleted a file that “%1” owns.</source>
        <translation>Sie hat eine Datei gelöscht, die „%1“ gehört.</translation>
    </message>
</context>
<context>
    <name>baton::HandOffBox</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>What is handed over</source>
        <translation>Was übergeben wird</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>Erhält</translation>
    </message>
    <message>
        <source>Hands on</source>
        <translation>Gibt weiter</translation>
    </message>
</context>
<context>
    <name>baton::Help</name>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Go to the next node in that direction</source>
        <translation>Zum nächsten Knoten in dieser Richtung gehen</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Edit the selected node</source>
        <translation>Ausgewählten Knoten bearbeiten</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Give up what is being dragged; select nothing</source>
        <translation>Ziehen abbrechen; Auswahl aufheben</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Strg und Mausrad</translation>
    </message>
    <message>
        <source>Zoom where the pointer is</source>
        <translation>Zoomen an der Stelle des Zeigers</translation>
    </message>
    <message>
        <source>Middle button, or space and drag</source>
        <translation>Mittlere Maustaste oder Leertaste und ziehen</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Ansicht verschieben</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtern …</translation>
    </message>
    <message>
        <source>Filter shortcuts</source>
        <translation>Tastenkürzel filtern</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Baton</source>
        <translation>Über Baton</translation>
    </message>
    <message>
        <source>Baton %1</source>
        <translation>Baton %1</translation>
    </message>
    <message>
        <source>Draw, check, run and watch work that several agents do together.

Free software under the Apache License 2.0. Built with Qt %1.</source>
        <translation>Arbeit, die mehrere Agenten gemeinsam erledigen, zeichnen, prüfen, ausführen und beobachten.

Freie Software unter der Apache License 2.0. Erstellt mit Qt %1.</translation>
    </message>
</context>
<context>
    <name>baton::HistoryModel</name>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>tasks complete</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>baton::HistoryPanel</name>
    <message>
        <source>No runs yet.</source>
        <translation>Noch keine Läufe.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>Frühere Läufe</translation>
    </message>
    <message>
        <source>Enter or a double click opens a run. Select two to compare them.</source>
        <translation>Die Eingabetaste oder ein Doppelklick öffnet einen Lauf. Zwei auswählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Shows two selected runs side by side.</source>
        <translation>Zeigt zwei ausgewählte Läufe nebeneinander.</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>Two runs side by side</source>
        <translation>Zwei Läufe nebeneinander</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Shows the report that was written when the run ended.</source>
        <translation>Zeigt den Bericht, der am Ende des Laufs geschrieben wurde.</translation>
    </message>
</context>
<context>
    <name>baton::HttpFaults</name>
    <message>
        <source>The model endpoint does not accept the key. Set the environment variable that `key` names, or correct it.</source>
        <translation>Der Modell-Endpunkt nimmt den Schlüssel nicht an. Die Umgebungsvariable setzen, die `key` nennt, oder sie berichtigen.</translation>
    </message>
    <message>
        <source>The endpoint does not know this model, or this address. Correct `model` or `base_url`.</source>
        <translation>Der Endpunkt kennt dieses Modell oder diese Adresse nicht. `model` oder `base_url` berichtigen.</translation>
    </message>
    <message>
        <source>The endpoint turns requests away because there are too many. Retry later, or let fewer tasks run at once.</source>
        <translation>Der Endpunkt weist Anfragen ab, weil es zu viele sind. Später wiederholen, oder weniger Aufgaben zugleich laufen lassen.</translation>
    </message>
    <message>
        <source>The model endpoint failed. Retry later.</source>
        <translation>Der Modell-Endpunkt ist gescheitert. Später wiederholen.</translation>
    </message>
    <message>
        <source>What answered is a web page and no model endpoint. Correct `base_url`, or log in to the network.</source>
        <translation>Geantwortet hat eine Webseite und kein Modell-Endpunkt. `base_url` berichtigen, oder sich im Netz anmelden.</translation>
    </message>
    <message>
        <source>The answer of the endpoint ended before it was complete. Check the network, then retry.</source>
        <translation>Die Antwort des Endpunkts endete, bevor sie vollständig war. Das Netz prüfen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The endpoint fell silent in the middle of its work. Retry, or allow a longer silence in the settings.</source>
        <translation>Der Endpunkt verstummte mitten in der Arbeit. Wiederholen, oder in den Einstellungen längeres Schweigen erlauben.</translation>
    </message>
    <message>
        <source>The model ended without an answer. Retry, or choose another model.</source>
        <translation>Das Modell endete ohne Antwort. Wiederholen, oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The model endpoint could not be reached. Check the network and `base_url`, then retry.</source>
        <translation>Der Modell-Endpunkt war nicht erreichbar. Das Netz und `base_url` prüfen, dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 Its words: %2</source>
        <translation>%1 Seine Worte: %2</translation>
    </message>
    <message>
        <source>%1 wants a key, and none was sent. Name one as `key` of the executor and store it in the settings, then retry.</source>
        <translation>%1 verlangt einen Schlüssel, und keiner wurde gesendet. Als `key` der Ausführung nennen und in den Einstellungen speichern, dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 does not accept the key “%2”. Store the right one in the settings, or set the environment variable %3, then retry.</source>
        <translation>%1 nimmt den Schlüssel „%2“ nicht an. Den richtigen in den Einstellungen speichern oder die Umgebungsvariable %3 setzen, dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 does not know the model “%2”, or has nothing at this address. Correct `model` or `base_url`, then retry.</source>
        <translation>%1 kennt das Modell „%2“ nicht oder hat nichts unter dieser Adresse. `model` oder `base_url` berichtigen, dann wiederholen.</translation>
    </message>
    <message>
        <source>What answered at %1 is a web page and no model endpoint. Correct `base_url`, or log in to the network, then retry.</source>
        <translation>Was bei %1 antwortete, ist eine Webseite und kein Modellendpunkt. `base_url` berichtigen oder im Netz anmelden, dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 turns requests away because there are too many. Retry later, or let fewer tasks call it at once: the settings have a limit for that.</source>
        <translation>%1 weist Anfragen ab, weil es zu viele sind. Später wiederholen oder weniger Aufgaben zugleich dort anfragen lassen: In den Einstellungen gibt es dafür eine Grenze.</translation>
    </message>
    <message>
        <source>%1 could not be reached. Check the network and `base_url`, then retry.</source>
        <translation>%1 war nicht erreichbar. Netz und `base_url` prüfen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. If it is yours, let the environment variable SSL_CERT_FILE name the file with the certificate of its authority, then retry.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut. Ist es das eigene, in der Umgebungsvariable SSL_CERT_FILE die Datei mit dem Zertifikat seiner Zertifizierungsstelle nennen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The endpoint points to another address, where the key is not sent. Give that address as `base_url`, then retry.</source>
        <translation>Der Endpunkt verweist auf eine andere Adresse, an die der Schlüssel nicht gesendet wird. Diese Adresse als `base_url` angeben, dann wiederholen.</translation>
    </message>
    <message>
        <source>The answer of the endpoint cannot be read: it is damaged, or of another API. Check `api` and `base_url`, then retry.</source>
        <translation>Die Antwort des Endpunkts ist nicht lesbar: Sie ist beschädigt oder von einer anderen API. `api` und `base_url` prüfen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The endpoint took too long for one answer. Make the task smaller, or choose a faster model; then retry.</source>
        <translation>Der Endpunkt brauchte zu lange für eine Antwort. Die Aufgabe verkleinern oder ein schnelleres Modell wählen; dann wiederholen.</translation>
    </message>
    <message>
        <source>The answer reached a limit before it was done. Make the task smaller, or raise the limit in the settings; then retry.</source>
        <translation>Die Antwort erreichte eine Grenze, bevor sie fertig war. Die Aufgabe verkleinern oder die Grenze in den Einstellungen anheben; dann wiederholen.</translation>
    </message>
    <message>
        <source>The model refused to answer. Look at the task&apos;s description, or choose another model; then retry.</source>
        <translation>Das Modell hat die Antwort verweigert. Die Beschreibung der Aufgabe ansehen oder ein anderes Modell wählen; dann wiederholen.</translation>
    </message>
    <message>
        <source>The answer is larger than can be sensible and was not read to its end. Check `base_url`, or make the task smaller; then retry.</source>
        <translation>Die Antwort ist größer, als sinnvoll sein kann, und wurde nicht zu Ende gelesen. `base_url` prüfen oder die Aufgabe verkleinern; dann wiederholen.</translation>
    </message>
    <message>
        <source>The model endpoint refused the request. Look at its words, and at the task&apos;s model; then retry.</source>
        <translation>Der Modellendpunkt hat die Anfrage abgelehnt. Seine Worte und das Modell der Aufgabe ansehen; dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 answers with a failure of its own. Retry later, or choose another endpoint.</source>
        <translation>%1 antwortet mit einem eigenen Fehler. Später wiederholen oder einen anderen Endpunkt wählen.</translation>
    </message>
    <message>
        <source>%1 was reached, and closed the connection before it answered. It may have begun to work on the request, so it was not sent again. Look at what stands there, and at `base_url`; then retry.</source>
        <translation>%1 wurde erreicht und hat die Verbindung geschlossen, bevor eine Antwort kam. Die Arbeit an der Anfrage kann begonnen haben, deshalb wurde sie nicht noch einmal gesendet. Nachsehen, was dort steht, und `base_url` prüfen; dann wiederholen.</translation>
    </message>
    <message>
        <source>The model endpoint closed the connection before it answered. Look at what stands there, and at `base_url`; then retry.</source>
        <translation>Der Modell-Endpunkt hat die Verbindung geschlossen, bevor er antwortete. Nachsehen, was dort steht, und `base_url` prüfen; dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 points to %2, where no key is sent. If that is the right address, give it as `base_url`, then retry.</source>
        <translation>%1 verweist auf %2; dorthin wird kein Schlüssel gesendet. Ist das die richtige Adresse, sie als `base_url` angeben, dann wiederholen.</translation>
    </message>
</context>
<context>
    <name>baton::HttpTask</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 It is asked again in %2 s.</source>
        <translation>%1 In %2 s wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>It sent %1 requests, the most that Baton lets one attempt send, and the model still called for tools. Its log shows what it was at. Make the task smaller, or say more clearly when it is done; then retry.</source>
        <translation>Sie hat %1 Anfragen gesendet, die meisten, die Baton einen Versuch senden lässt, und das Modell rief noch immer nach Werkzeugen. Ihr Protokoll zeigt, womit es beschäftigt war. Die Aufgabe verkleinern oder deutlicher sagen, wann sie fertig ist; dann wiederholen.</translation>
    </message>
</context>
<context>
    <name>baton::IdRow</name>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
</context>
<context>
    <name>baton::Inbox</name>
    <message>
        <source>%1 holds no run. Name a folder below .baton/runs.</source>
        <translation>%1 enthält keinen Lauf. Nennen Sie einen Ordner unterhalb von .baton/runs.</translation>
    </message>
    <message>
        <source>The inbox of %1 cannot be written: %2.</source>
        <translation>Der Eingang von %1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 is no request and was left out.</source>
        <translation>%1 ist keine Anfrage und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>“%1” has no outcome “%2”. Choose one of: %3.</source>
        <translation>„%1“ hat keinen Ausgang „%2“. Einen davon wählen: %3.</translation>
    </message>
    <message>
        <source>“%1” may end in several ways. Say its outcome, one of: %2.</source>
        <translation>„%1“ kann auf mehrere Arten enden. Den Ausgang nennen, einen davon: %2.</translation>
    </message>
</context>
<context>
    <name>baton::InboxItems</name>
    <message>
        <source>%1 again, as %2</source>
        <translation>%1 noch einmal, als %2</translation>
    </message>
    <message>
        <source>%1, by @%2</source>
        <translation>%1, von @%2</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>May this task start?</source>
        <translation>Darf diese Aufgabe beginnen?</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>May the run pass this gate?</source>
        <translation>Darf der Lauf dieses Gate passieren?</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>The gate has failed. Shall the proposed fix phase run?</source>
        <translation>Das Gate wurde nicht bestanden. Soll die vorgeschlagene Korrekturphase laufen?</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>This needs your verdict.</source>
        <translation>Hier ist Ihr Urteil gefragt.</translation>
    </message>
    <message>
        <source>This is for you to do.</source>
        <translation>Das ist für Sie zu tun.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>This task is blocked.</source>
        <translation>Diese Aufgabe ist blockiert.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Run the fix phase</source>
        <translation>Korrekturphase ausführen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Zurückweisen</translation>
    </message>
    <message>
        <source>Cancel the task</source>
        <translation>Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>What it would do</source>
        <translation>Was sie tun würde</translation>
    </message>
    <message>
        <source>Signed off by @%1.</source>
        <translation>Freigabe durch @%1.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Judges</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>Erhält</translation>
    </message>
    <message>
        <source>Done when</source>
        <translation>Erledigt, wenn</translation>
    </message>
</context>
<context>
    <name>baton::InboxPanel</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>What waits for you</source>
        <translation>Was auf Sie wartet</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt ist</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Files you promised</source>
        <translation>Zugesagte Dateien</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Resume the run</source>
        <translation>Lauf fortsetzen</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Nichts wartet auf Sie.</translation>
    </message>
    <message>
        <source>No run yet. Press Run to see it here.</source>
        <translation>Noch kein Lauf. Einen Lauf starten, um ihn hier zu sehen.</translation>
    </message>
    <message>
        <source>What resolves it; the task reads this.</source>
        <translation>Was die Blockade löst; die Aufgabe liest das.</translation>
    </message>
    <message>
        <source>What you want to say about it.</source>
        <translation>Was Sie dazu sagen möchten.</translation>
    </message>
    <message>
        <source>This is the past. Go back to now to answer.</source>
        <translation>Das ist die Vergangenheit. Zum Antworten in die Gegenwart zurückkehren.</translation>
    </message>
    <message>
        <source>Sent. The program that drives the run takes it soon.</source>
        <translation>Gesendet. Das Programm, das den Lauf steuert, übernimmt es gleich.</translation>
    </message>
    <message>
        <source>Another program drives this run; your answer is sent to it.</source>
        <translation>Ein anderes Programm steuert diesen Lauf; die Antwort wird ihm gesendet.</translation>
    </message>
    <message>
        <source>Nothing drives this run now. Resume it, then answer.</source>
        <translation>Zurzeit steuert nichts diesen Lauf. Ihn fortsetzen, dann antworten.</translation>
    </message>
    <message>
        <source>The checklist has open points.</source>
        <translation>Die Checkliste hat offene Punkte.</translation>
    </message>
    <message>
        <source>“%1” is missing. Attach it or write it first: without it the task fails.</source>
        <translation>„%1“ fehlt. Die Datei zuerst beifügen oder schreiben: Ohne sie scheitert die Aufgabe.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Choose how it ended</source>
        <translation>Wählen, wie sie endete</translation>
    </message>
    <message>
        <source>Choose its outcome first: what comes next depends on it.</source>
        <translation>Erst den Ausgang wählen: davon hängt ab, was folgt.</translation>
    </message>
</context>
<context>
    <name>baton::Insertion</name>
    <message>
        <source>New task</source>
        <translation>Neue Aufgabe</translation>
    </message>
    <message>
        <source>Add task</source>
        <translation>Aufgabe hinzufügen</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Add decision</source>
        <translation>Entscheidung hinzufügen</translation>
    </message>
    <message>
        <source>Sync point</source>
        <translation>Synchronisationspunkt</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Add gate</source>
        <translation>Gate hinzufügen</translation>
    </message>
    <message>
        <source>New phase</source>
        <translation>Neue Phase</translation>
    </message>
    <message>
        <source>Add phase</source>
        <translation>Phase hinzufügen</translation>
    </message>
    <message>
        <source>New persona</source>
        <translation>Neue Persona</translation>
    </message>
    <message>
        <source>Add persona</source>
        <translation>Persona hinzufügen</translation>
    </message>
    <message>
        <source>Write here.</source>
        <translation>Hier schreiben.</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
</context>
<context>
    <name>baton::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Kein Titel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
    <message>
        <source>Prompt…</source>
        <translation>Prompt …</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Shows the text that an agent gets for this task.</source>
        <translation>Zeigt den Text, den ein Agent für diese Aufgabe erhält.</translation>
    </message>
    <message>
        <source>Shows this part of the workflow file.</source>
        <translation>Zeigt diesen Teil der Workflow-Datei.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>A change here changes all of them.</source>
        <translation>Eine Änderung hier ändert alle.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>task or gate, phase</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Persona · @%1</source>
        <translation>Persona · @%1</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Sync point</source>
        <translation>Synchronisationspunkt</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
</context>
<context>
    <name>baton::IssueEditor</name>
    <message>
        <source>error</source>
        <comment>severity of an issue</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <comment>severity of an issue</comment>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>note</source>
        <comment>severity of an issue</comment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was falsch ist</translation>
    </message>
    <message>
        <source>How to fix it</source>
        <translation>Wie es zu beheben ist</translation>
    </message>
    <message>
        <source>Remove this issue</source>
        <translation>Diesen Befund entfernen</translation>
    </message>
    <message>
        <source>Add an issue</source>
        <translation>Befund hinzufügen</translation>
    </message>
</context>
<context>
    <name>baton::IssueModel</name>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>baton::IssueRow</name>
    <message>
        <source>Perhaps it wrote a file that “%1” owns; others ran at the same time.</source>
        <translation>Vielleicht hat sie eine Datei geschrieben, die „%1“ gehört; andere liefen zur selben Zeit.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>ungewiss</translation>
    </message>
    <message>
        <source>Perhaps it deleted a file that “%1” owns; others may have done it.</source>
        <translation>Vielleicht hat sie eine Datei gelöscht, die „%1“ gehört; es können auch andere gewesen sein.</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>fix task</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>mended in %1, to be checked</source>
        <translation>in %1 behoben, noch zu prüfen</translation>
    </message>
    <message>
        <source>fixed in %1</source>
        <translation>behoben in %1</translation>
    </message>
    <message>
        <source>found again</source>
        <translation>erneut gefunden</translation>
    </message>
    <message>
        <source>noted, approved all the same</source>
        <translation>vermerkt, dennoch gebilligt</translation>
    </message>
</context>
<context>
    <name>baton::JournalReader</name>
    <message>
        <source>%1 is no journal. Name a run folder.</source>
        <translation>%1 ist kein Journal. Bitte einen Laufordner angeben.</translation>
    </message>
    <message>
        <source>The journal %1 could not be read: %2.</source>
        <translation>Das Journal %1 ließ sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Line %1 of the journal %2 is too long to be an event. The journal is damaged from there on.</source>
        <translation>Zeile %1 des Journals %2 ist zu lang für ein Ereignis. Ab dort ist das Journal beschädigt.</translation>
    </message>
    <message>
        <source>Line %1 of the journal is no event: %2</source>
        <translation>Zeile %1 des Journals ist kein Ereignis: %2</translation>
    </message>
    <message>
        <source>Line %1 of the journal repeats number %2 and is left out.</source>
        <translation>Zeile %1 des Journals wiederholt die Nummer %2 und wird ausgelassen.</translation>
    </message>
    <message>
        <source>Events are missing before line %1 of the journal (number %2 follows %3).</source>
        <translation>Vor Zeile %1 des Journals fehlen Ereignisse (Nummer %2 folgt auf %3).</translation>
    </message>
    <message>
        <source>The last event was cut off while it was written, and is left out.</source>
        <translation>Das letzte Ereignis wurde beim Schreiben abgeschnitten und wird ausgelassen.</translation>
    </message>
</context>
<context>
    <name>baton::JournalWriter</name>
    <message>
        <source>The run folder of %1 cannot be written: %2.</source>
        <translation>Der Laufordner von %1 ist nicht beschreibbar: %2.</translation>
    </message>
    <message>
        <source>Another program drives this run. Watch it, or wait until it ends.</source>
        <translation>Ein anderes Programm steuert diesen Lauf. Den Lauf beobachten oder warten, bis er endet.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written: %2.</source>
        <translation>Das Journal %1 ist nicht beschreibbar: %2.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The journal %1 could not be written, and its last line is torn: %2.</source>
        <translation>Das Journal %1 ließ sich nicht schreiben, und seine letzte Zeile ist unvollständig: %2.</translation>
    </message>
    <message>
        <source>The journal %1 could not be written: %2.</source>
        <translation>Das Journal %1 ließ sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>baton::Keychain</name>
    <message>
        <source>The keychain was not unlocked.</source>
        <translation>Der Schlüsselbund wurde nicht entsperrt.</translation>
    </message>
    <message>
        <source>This session has no keychain.</source>
        <translation>Diese Sitzung hat keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain cannot be asked: %1.</source>
        <translation>Der Schlüsselbund kann nicht gefragt werden: %1.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 Set an environment variable instead.</source>
        <translation>%1 Stattdessen eine Umgebungsvariable setzen.</translation>
    </message>
    <message>
        <source>This Baton was built without a keychain.</source>
        <translation>Dieses Baton wurde ohne Schlüsselbund gebaut.</translation>
    </message>
</context>
<context>
    <name>baton::LibraryModel</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>One piece of work, done by exactly one persona.</source>
        <translation>Ein Stück Arbeit, von genau einer Persona erledigt.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>A checkpoint that passes when its criteria hold.</source>
        <translation>Ein Kontrollpunkt, der besteht, wenn seine Kriterien erfüllt sind.</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>A lane of tasks that ends with a gate.</source>
        <translation>Eine Bahn mit Aufgaben, die mit einem Gate endet.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>A task whose outcome chooses a branch.</source>
        <translation>Eine Aufgabe, deren Ausgang einen Zweig wählt.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>A remark for people. It runs nothing.</source>
        <translation>Eine Anmerkung für Menschen. Sie führt nichts aus.</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>A role that does tasks.</source>
        <translation>Eine Rolle, die Aufgaben erledigt.</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>baton::LibraryPanel</name>
    <message>
        <source>Filter…</source>
        <translation>Filtern …</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>Bibliothek filtern</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Show in the inspector</source>
        <translation>Im Inspektor zeigen</translation>
    </message>
    <message>
        <source>Assign to the selected tasks</source>
        <translation>Den ausgewählten Aufgaben zuweisen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete @%1</source>
        <translation>@%1 löschen</translation>
    </message>
    <message>
        <source>Which pattern fits?</source>
        <translation>Welches Muster passt?</translation>
    </message>
    <message>
        <source>Find the pattern for your situation and insert it</source>
        <translation>Das Muster für die eigene Situation finden und einfügen</translation>
    </message>
</context>
<context>
    <name>baton::LineRow</name>
    <message>
        <source>× %1 = %2</source>
        <comment>budget times multiplier</comment>
        <translation>× %1 = %2</translation>
    </message>
    <message>
        <source>The planned figure: what the plan counts with and usage is compared with.</source>
        <translation>Die geplante Zahl: Mit ihr rechnet der Plan, und mit ihr wird der Verbrauch verglichen.</translation>
    </message>
</context>
<context>
    <name>baton::LinesRow</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>%1: default</source>
        <translation>%1: Standard</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
</context>
<context>
    <name>baton::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Log of the task</source>
        <translation>Protokoll der Aufgabe</translation>
    </message>
    <message>
        <source>Task whose log is shown</source>
        <translation>Aufgabe, deren Protokoll gezeigt wird</translation>
    </message>
    <message>
        <source>No task</source>
        <translation>Keine Aufgabe</translation>
    </message>
    <message>
        <source>Search the log…</source>
        <translation>Protokoll durchsuchen …</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Stay at the end while the log grows.</source>
        <translation>Am Ende bleiben, während das Protokoll wächst.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>No run yet. Press Run to see it here.</source>
        <translation>Noch kein Lauf. Einen Lauf starten, um ihn hier zu sehen.</translation>
    </message>
    <message>
        <source>Pick a task to see what it writes.</source>
        <translation>Eine Aufgabe wählen, um zu sehen, was sie schreibt.</translation>
    </message>
    <message>
        <source>This task has written nothing yet.</source>
        <translation>Diese Aufgabe hat noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>Previous (Enter)</source>
        <translation>Vorige Stelle (Eingabetaste)</translation>
    </message>
    <message>
        <source>Next (Shift+Enter)</source>
        <translation>Nächste Stelle (Umschalt+Eingabetaste)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>places found</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Place in the log</source>
        <translation>Stelle im Protokoll</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>This task has written nothing.</source>
        <translation>Diese Aufgabe hat nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>baton::MainWindow</name>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>A&amp;ctual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>S&amp;how what is selected</source>
        <translation>&amp;Auswahl zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;problems</source>
        <translation>&amp;Probleme zeigen</translation>
    </message>
    <message>
        <source>Export as pi&amp;cture…</source>
        <translation>Als Bil&amp;d exportieren …</translation>
    </message>
    <message>
        <source>PNG, SVG or PDF</source>
        <translation>PNG, SVG oder PDF</translation>
    </message>
    <message>
        <source>Open r&amp;un…</source>
        <translation>L&amp;auf öffnen …</translation>
    </message>
    <message>
        <source>Show a run from its folder</source>
        <translation>Einen Lauf aus seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Close the workflow</source>
        <translation>Workflow s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>&amp;About Baton</source>
        <translation>&amp;Über Baton</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>Bib&amp;liothek</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Problems and run</source>
        <translation>P&amp;robleme und Lauf</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>&amp;Minikarte</translation>
    </message>
    <message>
        <source>Baton</source>
        <translation>Baton</translation>
    </message>
    <message>
        <source>%1 — Baton</source>
        <translation>%1 — Baton</translation>
    </message>
    <message>
        <source>%1 — %2 — Baton</source>
        <translation>%1 — %2 — Baton</translation>
    </message>
    <message>
        <source>critical path: %1 h</source>
        <translation>kritischer Pfad: %1 h</translation>
    </message>
    <message>
        <source>critical path: %1 min</source>
        <translation>kritischer Pfad: %1 min</translation>
    </message>
    <message>
        <source>critical path: %1 s</source>
        <translation>kritischer Pfad: %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n wave(s)</source>
        <translation>
            <numerusform>%n Welle</numerusform>
            <numerusform>%n Wellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Wave %1 of %2</source>
        <translation>Welle %1 von %2</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>Lauf öffnen</translation>
    </message>
    <message>
        <source>Export as picture</source>
        <translation>Als Bild exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Bilder (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Drew %1.</source>
        <translation>%1 gezeichnet.</translation>
    </message>
    <message>
        <source>Prompt of %1</source>
        <translation>Prompt von %1</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>Quelltext von %1</translation>
    </message>
    <message>
        <source>Show the in&amp;box</source>
        <translation>Ein&amp;gang zeigen</translation>
    </message>
    <message>
        <source>What waits for you</source>
        <translation>Was auf Sie wartet</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Driven by another program</source>
        <translation>Von einem anderen Programm gesteuert</translation>
    </message>
    <message>
        <source>%1 is no longer there.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more byte(s).</source>
        <translation>
            <numerusform>… und %n weiteres Byte.</numerusform>
            <numerusform>… und %n weitere Bytes.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>What each rule finds, why, and what to do about it</source>
        <translation>Was jede Regel findet, warum, und was zu tun ist</translation>
    </message>
    <message>
        <source>Pre-&amp;flight checklist</source>
        <translation>&amp;Checkliste vor dem Lauf</translation>
    </message>
    <message>
        <source>What must hold before the implementation starts, and before a phase is complete</source>
        <translation>Was gelten muss, bevor die Umsetzung beginnt und bevor eine Phase fertig ist</translation>
    </message>
    <message>
        <source>&amp;Rules of this plan…</source>
        <translation>&amp;Regeln dieses Plans …</translation>
    </message>
    <message>
        <source>Every rule with its severity in this plan, and where that comes from</source>
        <translation>Jede Regel mit ihrer Schwere in diesem Plan und woher diese kommt</translation>
    </message>
    <message>
        <source>Run the workflow (%1)</source>
        <translation>Den Workflow ausführen (%1)</translation>
    </message>
    <message>
        <source>Show the checklist</source>
        <translation>Checkliste zeigen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Show the &amp;advice</source>
        <translation>&amp;Rat zeigen</translation>
    </message>
    <message>
        <source>What could be organised better</source>
        <translation>Was besser organisiert sein könnte</translation>
    </message>
    <message numerus="yes">
        <source>Run the workflow (%1). The pre-flight checklist lacks %n item(s).</source>
        <translation>
            <numerusform>Den Workflow ausführen (%1). Ein Punkt der Checkliste fehlt.</numerusform>
            <numerusform>Den Workflow ausführen (%1). %n Punkte der Checkliste fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run starts although the pre-flight checklist lacks %n item(s).</source>
        <translation>
            <numerusform>Der Lauf beginnt, obwohl ein Punkt der Checkliste fehlt.</numerusform>
            <numerusform>Der Lauf beginnt, obwohl %n Punkte der Checkliste fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Baton closes as soon as the cluster has the whole plan. Close it again not to wait for that.</source>
        <translation>Baton schließt sich, sobald der Cluster den ganzen Plan hat. Noch einmal schließen, um nicht darauf zu warten.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) can never start</source>
        <translation>
            <numerusform>%n Aufgabe kann nie beginnen</numerusform>
            <numerusform>%n Aufgaben können nie beginnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::MenuBar</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>Baton</source>
        <translation>Baton</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>A&amp;nordnen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Probleme</translation>
    </message>
</context>
<context>
    <name>baton::MessageReader</name>
    <message>
        <source>The service did not answer as it should (%1). Attempt %2 of %3.</source>
        <translation>Der Dienst hat nicht geantwortet, wie er soll (%1). Versuch %2 von %3.</translation>
    </message>
</context>
<context>
    <name>baton::Minimap</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Click to go there.</source>
        <translation>Klicken, um dorthin zu gehen.</translation>
    </message>
</context>
<context>
    <name>baton::ModelForm</name>
    <message>
        <source>Small (haiku)</source>
        <translation>Klein (haiku)</translation>
    </message>
    <message>
        <source>Middle (sonnet)</source>
        <translation>Mittel (sonnet)</translation>
    </message>
    <message>
        <source>Large (opus)</source>
        <translation>Groß (opus)</translation>
    </message>
    <message>
        <source>The model that a plan&apos;s “%1” stands for.</source>
        <translation>Das Modell, für das „%1“ in einem Plan steht.</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>So many tasks call it at the same time, at most; the others wait.</source>
        <translation>So viele Aufgaben rufen es höchstens zugleich auf; die anderen warten.</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>Token je Minute</translation>
    </message>
    <message>
        <source>No further task starts while the last minute took that many.</source>
        <translation>Keine weitere Aufgabe beginnt, solange die letzte Minute so viele verbraucht hat.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Where requests go. Empty: the vendor&apos;s own address.</source>
        <translation>Wohin Anfragen gehen. Leer: die Adresse des Anbieters.</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Name des Schlüssels</translation>
    </message>
    <message>
        <source>The name of the keychain&apos;s entry, and of the environment variable that is looked at next.</source>
        <translation>Der Name des Eintrags im Schlüsselbund, und der Umgebungsvariable, in die danach gesehen wird.</translation>
    </message>
    <message>
        <source>Paste the key here to store it</source>
        <translation>Den Schlüssel zum Hinterlegen hier einfügen</translation>
    </message>
    <message>
        <source>The key itself</source>
        <translation>Der Schlüssel selbst</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Hinterlegen</translation>
    </message>
    <message>
        <source>Puts the key into the system&apos;s keychain. It stands in no file.</source>
        <translation>Legt den Schlüssel in den Schlüsselbund des Systems. Er steht in keiner Datei.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Versuchen</translation>
    </message>
    <message>
        <source>Asks the small model one short question.</source>
        <translation>Stellt dem kleinen Modell eine kurze Frage.</translation>
    </message>
    <message>
        <source>What the endpoint answered</source>
        <translation>Was der Endpunkt geantwortet hat</translation>
    </message>
    <message>
        <source>its own choice</source>
        <translation>seine eigene Wahl</translation>
    </message>
    <message>
        <source>none: it is asked without a key</source>
        <translation>keiner: es wird ohne Schlüssel gefragt</translation>
    </message>
    <message>
        <source>Without a name of a key it is asked without one.</source>
        <translation>Ohne Namen eines Schlüssels wird ohne Schlüssel gefragt.</translation>
    </message>
    <message>
        <source>Looking for the key…</source>
        <translation>Der Schlüssel wird gesucht …</translation>
    </message>
    <message>
        <source>The keychain has it.</source>
        <translation>Der Schlüsselbund hat ihn.</translation>
    </message>
    <message>
        <source>The environment variable %1 has it.</source>
        <translation>Die Umgebungsvariable %1 hat ihn.</translation>
    </message>
    <message>
        <source>Missing: store it here, or set the environment variable %1.</source>
        <translation>Fehlt: hier hinterlegen, oder die Umgebungsvariable %1 setzen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>It answered “%1” after %2 s.</source>
        <translation>Die Antwort „%1“ kam nach %2 s.</translation>
    </message>
    <message numerus="yes">
        <source>It took %n tokens.</source>
        <translation>
            <numerusform>Das hat %n Token gekostet.</numerusform>
            <numerusform>Das hat %n Token gekostet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ModelSettings</name>
    <message>
        <source>%1 could not be read as JSON. Correct it, or remove it.</source>
        <translation>%1 konnte nicht als JSON gelesen werden. Berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 is not understood: %2 Correct it.</source>
        <translation>%1 wird nicht verstanden: %2 Das berichtigen.</translation>
    </message>
</context>
<context>
    <name>baton::ModelsPage</name>
    <message>
        <source>Endpoints and agents</source>
        <translation>Endpunkte und Agenten</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>A run may &amp;spend</source>
        <translation>Ein Lauf darf aus&amp;geben</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Prices, in dollars for a million tokens</source>
        <translation>Preise, in Dollar für eine Million Token</translation>
    </message>
    <message>
        <source>Prices of models</source>
        <translation>Preise der Modelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Cache gelesen</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Cache geschrieben</translation>
    </message>
    <message>
        <source>Used where neither endpoint nor agent says what it cost. Write into the last row to add a model; empty its name to remove one.</source>
        <translation>Gilt, wo weder Endpunkt noch Agent sagt, was es gekostet hat. In die letzte Zeile schreiben fügt ein Modell hinzu; seinen Namen leeren entfernt es.</translation>
    </message>
    <message>
        <source>Address of another endpoint</source>
        <translation>Adresse eines anderen Endpunkts</translation>
    </message>
    <message>
        <source>like OpenAI&apos;s</source>
        <translation>wie bei OpenAI</translation>
    </message>
    <message>
        <source>like Anthropic&apos;s</source>
        <translation>wie bei Anthropic</translation>
    </message>
    <message>
        <source>Interface of the other endpoint</source>
        <translation>Schnittstelle des anderen Endpunkts</translation>
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
        <source>Agent: %1</source>
        <translation>Agent: %1</translation>
    </message>
    <message>
        <source>Write the address of an endpoint: https://, a host, no password.</source>
        <translation>Die Adresse eines Endpunkts schreiben: https://, ein Rechner, kein Passwort.</translation>
    </message>
    <message>
        <source>Then nothing starts that costs, and endpoints are asked nothing more; agents that run go on to their end.</source>
        <translation>Dann beginnt nichts mehr, was kostet, und Endpunkte werden nichts mehr gefragt; Agenten, die laufen, laufen zu Ende.</translation>
    </message>
</context>
<context>
    <name>baton::NeedsRow</name>
    <message>
        <source>when %1</source>
        <comment>a branch</comment>
        <translation>wenn %1</translation>
    </message>
    <message>
        <source>Add a need…</source>
        <translation>Voraussetzung hinzufügen …</translation>
    </message>
    <message>
        <source>Add a need</source>
        <translation>Voraussetzung hinzufügen</translation>
    </message>
    <message>
        <source>any outcome</source>
        <translation>jeder Ausgang</translation>
    </message>
    <message>
        <source>The outcomes that take this branch, with commas between them.</source>
        <translation>Die Ausgänge, die diesen Zweig nehmen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Remove this need</source>
        <translation>Diese Voraussetzung entfernen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>%1 of the need</source>
        <translation>%1 der Voraussetzung</translation>
    </message>
    <message>
        <source>There is no task or gate “%1”.</source>
        <translation>Es gibt weder eine Aufgabe noch ein Gate „%1“.</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
</context>
<context>
    <name>baton::NoticeBar</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>baton::Options</name>
    <message>
        <source>--theme is light, dark, contrast or system, not %1.</source>
        <translation>--theme ist light, dark, contrast oder system, nicht %1.</translation>
    </message>
    <message>
        <source>--speed takes a number above 0, not %1.</source>
        <translation>--speed erwartet eine Zahl über 0, nicht %1.</translation>
    </message>
    <message>
        <source>--size takes WIDTHxHEIGHT in pixels, for example 1680x1050.</source>
        <translation>--size erwartet BREITExHÖHE in Pixeln, zum Beispiel 1680x1050.</translation>
    </message>
    <message>
        <source>--at takes a percentage from 0 to 100.</source>
        <translation>--at erwartet einen Prozentwert von 0 bis 100.</translation>
    </message>
    <message>
        <source>Draws, checks, runs and shows work that several agents do together.</source>
        <translation>Zeichnet, prüft, führt aus und zeigt Arbeit, die mehrere Agenten gemeinsam erledigen.</translation>
    </message>
    <message>
        <source>The workflow to open.</source>
        <translation>Der zu öffnende Workflow.</translation>
    </message>
    <message>
        <source>Run it at once.</source>
        <translation>Sofort ausführen.</translation>
    </message>
    <message>
        <source>Let the file run commands, for this call.</source>
        <translation>Die Datei für diesen Aufruf Befehle ausführen lassen.</translation>
    </message>
    <message>
        <source>How much faster than planned a simulation runs.</source>
        <translation>Wie viel schneller als geplant eine Simulation läuft.</translation>
    </message>
    <message>
        <source>light, dark, contrast or system, for this call.</source>
        <translation>light, dark, contrast oder system, für diesen Aufruf.</translation>
    </message>
    <message>
        <source>Draw the plan into OUT (.png, .svg or .pdf) and show no window.</source>
        <translation>Den Plan in OUT zeichnen (.png, .svg oder .pdf) und kein Fenster zeigen.</translation>
    </message>
    <message>
        <source>Show the run in this folder.</source>
        <translation>Den Lauf in diesem Ordner zeigen.</translation>
    </message>
    <message>
        <source>Simulate, then save a picture of the window and end.</source>
        <translation>Simulieren, dann ein Bild des Fensters sichern und enden.</translation>
    </message>
    <message>
        <source>Size of the screenshot.</source>
        <translation>Größe des Bildes.</translation>
    </message>
    <message>
        <source>Which moment of the run the screenshot shows, in percent of its events.</source>
        <translation>Welchen Moment des Laufs das Bild zeigt, in Prozent seiner Ereignisse.</translation>
    </message>
    <message>
        <source>Id of the task or gate that is selected in the screenshot.</source>
        <translation>Id der Aufgabe oder des Gates, die im Bild ausgewählt ist.</translation>
    </message>
    <message>
        <source>One file at a time, please.</source>
        <translation>Bitte eine Datei auf einmal.</translation>
    </message>
    <message>
        <source>--export needs a FILE or a --run-dir.</source>
        <translation>--export braucht eine Datei (FILE) oder ein --run-dir.</translation>
    </message>
    <message>
        <source>--run needs a FILE.</source>
        <translation>--run braucht eine Datei (FILE).</translation>
    </message>
    <message>
        <source>--mode is simulate, plan, machine or cluster, not %1.</source>
        <translation>--mode ist simulate, plan, machine oder cluster, nicht %1.</translation>
    </message>
    <message>
        <source>How to run: simulate (default), plan (as it says), machine or cluster.</source>
        <translation>Wie ausgeführt wird: simulate (Vorgabe), plan (wie er sagt), machine oder cluster.</translation>
    </message>
</context>
<context>
    <name>baton::Pattern</name>
    <message>
        <source>Split the work</source>
        <translation>Arbeit aufteilen</translation>
    </message>
    <message>
        <source>Merge the parts</source>
        <translation>Teile zusammenführen</translation>
    </message>
    <message>
        <source>Plan the pipelines</source>
        <translation>Abläufe planen</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>%1 bauen</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Bring it together</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Scout: find the place</source>
        <translation>Erkunden: die Stelle finden</translation>
    </message>
    <message>
        <source>Decide what to build</source>
        <translation>Entscheiden, was gebaut wird</translation>
    </message>
    <message>
        <source>Build it</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Verify it</source>
        <translation>Nachprüfen</translation>
    </message>
    <message>
        <source>Pose the question</source>
        <translation>Frage stellen</translation>
    </message>
    <message>
        <source>Compare and choose</source>
        <translation>Vergleichen und wählen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>First review</source>
        <translation>Erste Durchsicht</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <source>Final review</source>
        <translation>Letzte Durchsicht</translation>
    </message>
    <message>
        <source>Fan-out / fan-in</source>
        <translation>Auffächern / zusammenführen</translation>
    </message>
    <message>
        <source>Parallel pipelines</source>
        <translation>Parallele Abläufe</translation>
    </message>
    <message>
        <source>Scout / build</source>
        <translation>Erkunden / bauen</translation>
    </message>
    <message>
        <source>Competitive evaluation</source>
        <translation>Wettbewerb der Vorschläge</translation>
    </message>
    <message>
        <source>Incremental refinement</source>
        <translation>Schrittweise Verfeinerung</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>%1 einfügen</translation>
    </message>
    <message>
        <source>Part %1</source>
        <translation>Teil %1</translation>
    </message>
    <message>
        <source>Find what is there</source>
        <translation>Finden, was da ist</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Implement</source>
        <translation>Umsetzen</translation>
    </message>
    <message>
        <source>Implement, step %1</source>
        <translation>Umsetzen, Schritt %1</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Begutachten</translation>
    </message>
    <message>
        <source>Go on with %1, step %2</source>
        <translation>Weiter mit %1, Schritt %2</translation>
    </message>
    <message>
        <source>Agree on the contract</source>
        <translation>Sich auf den Vertrag einigen</translation>
    </message>
    <message>
        <source>Side %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Side %1, stretch %2</source>
        <translation>Seite %1, Strecke %2</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Im Gleichschritt</translation>
    </message>
    <message>
        <source>Test it together</source>
        <translation>Zusammen testen</translation>
    </message>
    <message>
        <source>Scout %1</source>
        <translation>Kundschafter %1</translation>
    </message>
    <message>
        <source>Build part %1</source>
        <translation>Teil %1 bauen</translation>
    </message>
    <message>
        <source>Proposal %1</source>
        <translation>Vorschlag %1</translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation>Gutachten %1</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Check step %1</source>
        <translation>Schritt %1 prüfen</translation>
    </message>
    <message>
        <source>Step %1 approved</source>
        <translation>Schritt %1 freigegeben</translation>
    </message>
    <message>
        <source>Refine, round %1</source>
        <translation>Verfeinern, Runde %1</translation>
    </message>
    <message>
        <source>Review, round %1</source>
        <translation>Gutachten, Runde %1</translation>
    </message>
    <message>
        <source>Analyse and decide</source>
        <translation>Untersuchen und entscheiden</translation>
    </message>
    <message>
        <source>Handle case %1</source>
        <translation>Fall %1 bearbeiten</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>Work %1</source>
        <translation>Arbeit %1</translation>
    </message>
    <message>
        <source>QA: list issues or approve</source>
        <translation>QA: Befunde nennen oder zustimmen</translation>
    </message>
    <message>
        <source>Hand out the work</source>
        <translation>Die Arbeit verteilen</translation>
    </message>
    <message>
        <source>Spoke %1</source>
        <translation>Speiche %1</translation>
    </message>
    <message>
        <source>Collect the results</source>
        <translation>Die Ergebnisse einsammeln</translation>
    </message>
    <message>
        <source>Foundation</source>
        <translation>Grundlagen</translation>
    </message>
    <message>
        <source>Implementation</source>
        <translation>Umsetzung</translation>
    </message>
    <message>
        <source>Validation and documentation</source>
        <translation>Prüfung und Dokumentation</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>System architecture</source>
        <translation>Systemarchitektur</translation>
    </message>
    <message>
        <source>User flows and wireframes</source>
        <translation>Abläufe und Entwürfe der Oberfläche</translation>
    </message>
    <message>
        <source>User stories and golden paths</source>
        <translation>User Storys und Hauptwege</translation>
    </message>
    <message>
        <source>Foundation complete</source>
        <translation>Grundlagen fertig</translation>
    </message>
    <message>
        <source>Feature %1</source>
        <translation>Funktion %1</translation>
    </message>
    <message>
        <source>Tests of feature %1</source>
        <translation>Tests der Funktion %1</translation>
    </message>
    <message>
        <source>Implementation complete</source>
        <translation>Umsetzung fertig</translation>
    </message>
    <message>
        <source>Full test suite, end to end</source>
        <translation>Alle Tests, von Anfang bis Ende</translation>
    </message>
    <message>
        <source>Golden paths, as users go them</source>
        <translation>Hauptwege, wie Benutzer sie gehen</translation>
    </message>
    <message>
        <source>Load and performance</source>
        <translation>Last und Leistung</translation>
    </message>
    <message>
        <source>Security audit</source>
        <translation>Sicherheitsprüfung</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>All validations approve</source>
        <translation>Alle Prüfungen stimmen zu</translation>
    </message>
    <message>
        <source>Integrate the components</source>
        <translation>Die Komponenten zusammenführen</translation>
    </message>
    <message>
        <source>Update the architecture</source>
        <translation>Die Architektur nachführen</translation>
    </message>
    <message>
        <source>Deployment plan</source>
        <translation>Plan der Auslieferung</translation>
    </message>
    <message>
        <source>Mission complete</source>
        <translation>Auftrag erfüllt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>some</source>
        <translation>manches</translation>
    </message>
    <message>
        <source>much</source>
        <translation>vieles</translation>
    </message>
    <message>
        <source>low</source>
        <translation>wenig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>viel</translation>
    </message>
    <message>
        <source>Parallel, independent</source>
        <translation>Parallel, unabhängig</translation>
    </message>
    <message>
        <source>Several pieces of work that have nothing to do with each other</source>
        <translation>Mehrere Arbeiten, die nichts miteinander zu tun haben</translation>
    </message>
    <message>
        <source>They all run at once, so the total time is that of the longest.</source>
        <translation>Alle laufen zugleich; es dauert so lange wie die längste.</translation>
    </message>
    <message>
        <source>parallel orchestration, worker pool</source>
        <translation>parallele Orchestrierung, Worker-Pool</translation>
    </message>
    <message>
        <source>Tasks side by side</source>
        <translation>Aufgaben nebeneinander</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Each step needs what the one before has made</source>
        <translation>Jeder Schritt braucht, was der vorige gemacht hat</translation>
    </message>
    <message>
        <source>Every step hands over files, and nothing starts on guesses.</source>
        <translation>Jeder Schritt übergibt Dateien, und nichts beginnt auf Verdacht.</translation>
    </message>
    <message>
        <source>sequential hand-off, chain, stages</source>
        <translation>Kette, Stufen, Übergabe nacheinander</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Many similar pieces, or facts from several sources, that are brought together</source>
        <translation>Viele ähnliche Teile, oder Fakten aus mehreren Quellen, die zusammengeführt werden</translation>
    </message>
    <message>
        <source>Everything is gathered at the same time, and one task makes a whole of it.</source>
        <translation>Alles wird gleichzeitig gesammelt, und eine Aufgabe macht ein Ganzes daraus.</translation>
    </message>
    <message>
        <source>map-reduce, scatter-gather, diamond, aggregation</source>
        <translation>Map-Reduce, Raute, Sammeln, Zusammenführen</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>Independent streams of work that go through the same steps and meet at the end</source>
        <translation>Unabhängige Stränge, die dieselben Schritte gehen und sich am Ende treffen</translation>
    </message>
    <message>
        <source>Each stream goes at its own pace; none waits for another before the end.</source>
        <translation>Jeder Strang geht in seinem Takt; keiner wartet vor dem Ende auf einen anderen.</translation>
    </message>
    <message>
        <source>parallel workstreams, components</source>
        <translation>parallele Stränge, Komponenten</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Stränge</translation>
    </message>
    <message>
        <source>Steps of a stream</source>
        <translation>Schritte eines Strangs</translation>
    </message>
    <message>
        <source>Parallel with sync points</source>
        <translation>Parallel mit Sync-Punkten</translation>
    </message>
    <message>
        <source>Mostly parallel work that has to agree now and then, for example on a contract</source>
        <translation>Meist parallele Arbeit, die sich ab und zu abstimmen muss, etwa auf einen Vertrag</translation>
    </message>
    <message>
        <source>People work apart between the points and find out early where they differ.</source>
        <translation>Zwischen den Punkten arbeitet jeder für sich, und Abweichungen fallen früh auf.</translation>
    </message>
    <message>
        <source>barrier, milestones, contract first</source>
        <translation>Barriere, Meilensteine, erst der Vertrag</translation>
    </message>
    <message>
        <source>Stretches of parallel work</source>
        <translation>Parallele Strecken</translation>
    </message>
    <message>
        <source>Unknown territory: nobody knows yet what is to be done</source>
        <translation>Unbekanntes Gelände: noch weiß niemand, was zu tun ist</translation>
    </message>
    <message>
        <source>A cheap look around comes first, so that nothing dear is built in the wrong place.</source>
        <translation>Erst ein billiger Blick in die Runde, damit nichts Teures am falschen Ort entsteht.</translation>
    </message>
    <message>
        <source>explore, spike, bug hunt, swarm</source>
        <translation>erkunden, Fehlersuche, Schwarm</translation>
    </message>
    <message>
        <source>Scouts</source>
        <translation>Kundschafter</translation>
    </message>
    <message>
        <source>Builders</source>
        <translation>Bauende</translation>
    </message>
    <message>
        <source>Several approaches would do, and the choice is dear to take back</source>
        <translation>Mehrere Ansätze kämen infrage, und die Wahl ist teuer zurückzunehmen</translation>
    </message>
    <message>
        <source>The answers are worked out apart and compared side by side.</source>
        <translation>Die Antworten entstehen getrennt und werden nebeneinander verglichen.</translation>
    </message>
    <message>
        <source>debate, tournament, best of n, architecture decision</source>
        <translation>Debatte, Wettbewerb, die beste von n, Architekturentscheidung</translation>
    </message>
    <message>
        <source>Approaches</source>
        <translation>Ansätze</translation>
    </message>
    <message>
        <source>Primary with reviewers</source>
        <translation>Einer arbeitet, andere begutachten</translation>
    </message>
    <message>
        <source>One does the work, and several others have to approve it</source>
        <translation>Einer macht die Arbeit, und mehrere andere müssen zustimmen</translation>
    </message>
    <message>
        <source>Each reviewer looks for something else, all at the same time.</source>
        <translation>Jeder Gutachter achtet auf etwas anderes, alle zugleich.</translation>
    </message>
    <message>
        <source>review, approval, adversarial validation</source>
        <translation>Gutachten, Zustimmung, Gegenprüfung</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>Gutachter</translation>
    </message>
    <message>
        <source>Incremental with validation</source>
        <translation>Schrittweise mit Prüfung</translation>
    </message>
    <message>
        <source>A large migration or refactoring that must work after every step</source>
        <translation>Eine große Migration oder ein Umbau, der nach jedem Schritt funktionieren muss</translation>
    </message>
    <message>
        <source>The next step begins only when somebody else has approved the last one.</source>
        <translation>Der nächste Schritt beginnt erst, wenn jemand anders dem letzten zugestimmt hat.</translation>
    </message>
    <message>
        <source>migration, validation loop, step by step</source>
        <translation>Migration, Prüfschleife, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Complex work whose quality matters more than its speed</source>
        <translation>Schwierige Arbeit, bei der Güte mehr zählt als Tempo</translation>
    </message>
    <message>
        <source>Every round answers the critique of the one before; the rounds are bounded.</source>
        <translation>Jede Runde antwortet auf die Kritik der vorigen; die Zahl der Runden ist begrenzt.</translation>
    </message>
    <message>
        <source>critique loop, draft and review, iterate</source>
        <translation>Kritikschleife, Entwurf und Gutachten, wiederholen</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Conditional branching</source>
        <translation>Bedingte Verzweigung</translation>
    </message>
    <message>
        <source>What is to be done, and who does it, turns out on the way</source>
        <translation>Was zu tun ist und wer es macht, zeigt sich unterwegs</translation>
    </message>
    <message>
        <source>An analysis returns an outcome, and only the branch that fits it runs.</source>
        <translation>Eine Untersuchung liefert einen Ausgang, und nur der passende Zweig läuft.</translation>
    </message>
    <message>
        <source>decision, routing, if else</source>
        <translation>Entscheidung, Weiche, wenn-sonst</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ausgänge</translation>
    </message>
    <message>
        <source>Planner, workers, QA</source>
        <translation>Planung, Arbeit, QA</translation>
    </message>
    <message>
        <source>Every approval must be traceable to a plan with its constraints</source>
        <translation>Jede Zustimmung muss sich auf einen Plan mit seinen Grenzen zurückführen lassen</translation>
    </message>
    <message>
        <source>One plans, others do exactly that, and QA lists issues or approves: roles never blur.</source>
        <translation>Einer plant, andere machen genau das, und QA nennt Befunde oder stimmt zu: Die Rollen verschwimmen nie.</translation>
    </message>
    <message>
        <source>three sections, PLANNER WORKER QA</source>
        <translation>drei Abschnitte, PLANNER WORKER QA</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeitende</translation>
    </message>
    <message>
        <source>Hub and spoke</source>
        <translation>Nabe und Speichen</translation>
    </message>
    <message>
        <source>One coordinator hands out work, watches it and collects the results</source>
        <translation>Ein Koordinator verteilt Arbeit, beobachtet sie und sammelt die Ergebnisse ein</translation>
    </message>
    <message>
        <source>There is one place that knows how far everything is. It can become the bottleneck.</source>
        <translation>Eine Stelle weiß, wie weit alles ist. Sie kann zum Engpass werden.</translation>
    </message>
    <message>
        <source>supervisor, coordinator, manager, czar</source>
        <translation>Aufsicht, Koordinator, Leitung</translation>
    </message>
    <message>
        <source>Spokes</source>
        <translation>Speichen</translation>
    </message>
    <message>
        <source>Four phases with gates</source>
        <translation>Vier Phasen mit Gates</translation>
    </message>
    <message>
        <source>A product with several features that specialists build, and where nothing may go on unproven</source>
        <translation>Ein Produkt mit mehreren Funktionen, das Fachleute bauen und bei dem nichts unbewiesen weitergehen darf</translation>
    </message>
    <message>
        <source>Foundation, implementation, independent validation, integration: each ends with a gate that checks evidence.</source>
        <translation>Grundlagen, Umsetzung, unabhängige Prüfung, Integration: Jede endet mit einem Gate, das Nachweise prüft.</translation>
    </message>
    <message>
        <source>standard orchestration, foundation first, adversarial validation</source>
        <translation>Standard-Orchestrierung, erst die Grundlagen, Gegenprüfung</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>baton::PatternBox</name>
    <message>
        <source>PATTERNS IN THIS PLAN</source>
        <translation>MUSTER IN DIESEM PLAN</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::PatternDialog</name>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Which pattern fits?</source>
        <translation>Welches Muster passt?</translation>
    </message>
    <message>
        <source>What is your situation? For example: migration, review, unknown</source>
        <translation>Wie ist die Lage? Zum Beispiel: Migration, Gutachten, unbekannt</translation>
    </message>
    <message>
        <source>Search situations and patterns</source>
        <translation>Situationen und Muster suchen</translation>
    </message>
    <message>
        <source>Situations and the patterns that fit them</source>
        <translation>Situationen und die Muster, die dazu passen</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>No situation has these words. Try fewer, or one from the name of a pattern.</source>
        <translation>Keine Situation hat diese Wörter. Weniger versuchen, oder eines aus dem Namen eines Musters.</translation>
    </message>
    <message>
        <source>Picture of the pattern</source>
        <translation>Bild des Musters</translation>
    </message>
    <message>
        <source>What is wrong with this choice</source>
        <translation>Was an dieser Wahl nicht stimmt</translation>
    </message>
    <message>
        <source>At the same time: %1 · To organise: %2 · Also known as: %3</source>
        <translation>Gleichzeitig: %1 · Zu organisieren: %2 · Auch bekannt als: %3</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>Persona for %1</source>
        <translation>Persona für %1</translation>
    </message>
    <message>
        <source>One of the plan, or a new id: a to z, digits and hyphens</source>
        <translation>Eine aus dem Plan oder eine neue Id: a bis z, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>“%1” cannot be an id. Use a to z, digits and hyphens.</source>
        <translation>„%1“ kann keine Id sein. a bis z, Ziffern und Bindestriche verwenden.</translation>
    </message>
</context>
<context>
    <name>baton::PictureExport</name>
    <message>
        <source>Baton draws .png, .svg and .pdf: give %1 one of these endings.</source>
        <translation>Baton zeichnet .png, .svg und .pdf: %1 braucht eine dieser Endungen.</translation>
    </message>
    <message>
        <source>Could not write %1: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>baton::PlanView</name>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>%1 aufklappen</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>%1 zuklappen</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation>%1 von %2 trennen</translation>
    </message>
    <message>
        <source>Stop %1 validating %2</source>
        <translation>%1 nicht mehr %2 validieren lassen</translation>
    </message>
    <message>
        <source>Take %1 off %2</source>
        <translation>%1 von %2 abziehen</translation>
    </message>
    <message>
        <source>This line shows the order of the phases. Change what the phase comes after instead.</source>
        <translation>Diese Linie zeigt die Reihenfolge der Phasen. Stattdessen ändern, wonach die Phase kommt.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete %1 nodes</source>
        <translation>%1 Elemente löschen</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>“%1” validates “%2”.</source>
        <translation>„%1“ validiert „%2“.</translation>
    </message>
    <message>
        <source>Drop on the task that needs it. Hold Shift for knowledge instead of output.</source>
        <translation>Auf der Aufgabe ablegen, die es benötigt. Umschalt gedrückt halten für knowledge statt output.</translation>
    </message>
    <message>
        <source>A persona can be wired to tasks only.</source>
        <translation>Eine Persona kann nur mit Aufgaben verbunden werden.</translation>
    </message>
    <message>
        <source>“%1” will need “%2”.</source>
        <translation>„%1“ wird „%2“ benötigen.</translation>
    </message>
    <message>
        <source>Assign @%1</source>
        <translation>@%1 zuweisen</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1 mit %2 verbinden</translation>
    </message>
    <message>
        <source>Assign @%1 to %2</source>
        <translation>@%1 zu %2 zuweisen</translation>
    </message>
    <message>
        <source>Place @%1</source>
        <translation>@%1 platzieren</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Nach %1 verschieben</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Move %1 nodes</source>
        <translation>%1 Elemente verschieben</translation>
    </message>
    <message>
        <source>Handed over:</source>
        <translation>Übergeben:</translation>
    </message>
    <message>
        <source>Click to see it in the list of problems, with its fixes.</source>
        <translation>Klicken zeigt es in der Liste der Probleme, mit seinen Korrekturen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, what it waits for</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Tokens: %1</source>
        <translation>Tokens: %1</translation>
    </message>
</context>
<context>
    <name>baton::Preflight</name>
    <message>
        <source>The @architect&apos;s task is complete, with evidence.</source>
        <translation>Die Aufgabe von @architect ist fertig, mit Nachweis.</translation>
    </message>
    <message>
        <source>No task of @architect comes before the implementation.</source>
        <translation>Keine Aufgabe von @architect kommt vor der Umsetzung.</translation>
    </message>
    <message>
        <source>The @ux-designer&apos;s task is complete, with evidence.</source>
        <translation>Die Aufgabe von @ux-designer ist fertig, mit Nachweis.</translation>
    </message>
    <message>
        <source>No task of @ux-designer comes before the implementation.</source>
        <translation>Keine Aufgabe von @ux-designer kommt vor der Umsetzung.</translation>
    </message>
    <message>
        <source>Every task has exactly one persona.</source>
        <translation>Jede Aufgabe hat genau eine Persona.</translation>
    </message>
    <message>
        <source>The plan has no tasks.</source>
        <translation>Der Plan hat keine Aufgaben.</translation>
    </message>
    <message>
        <source>Who validates is not who implements.</source>
        <translation>Wer prüft, setzt nicht um.</translation>
    </message>
    <message>
        <source>No validating persona implements anything before.</source>
        <translation>Keine prüfende Persona setzt vorher etwas um.</translation>
    </message>
    <message>
        <source>Nothing in this plan validates.</source>
        <translation>In diesem Plan wird nichts geprüft.</translation>
    </message>
    <message>
        <source>@product-manager has validated the user experience.</source>
        <translation>@product-manager hat das Nutzungserlebnis geprüft.</translation>
    </message>
    <message>
        <source>No validation of @product-manager is planned.</source>
        <translation>Keine Prüfung durch @product-manager ist geplant.</translation>
    </message>
    <message>
        <source>@test-engineer has validated the technical side.</source>
        <translation>@test-engineer hat die technische Seite geprüft.</translation>
    </message>
    <message>
        <source>No validation of @test-engineer is planned.</source>
        <translation>Keine Prüfung durch @test-engineer ist geplant.</translation>
    </message>
    <message>
        <source>@integration-engineer has confirmed the compatibility.</source>
        <translation>@integration-engineer hat die Verträglichkeit bestätigt.</translation>
    </message>
    <message>
        <source>No task of @integration-engineer is planned.</source>
        <translation>Keine Aufgabe von @integration-engineer ist geplant.</translation>
    </message>
    <message>
        <source>Nobody has validated their own work.</source>
        <translation>Niemand hat die eigene Arbeit geprüft.</translation>
    </message>
    <message>
        <source>Every validation is somebody else&apos;s.</source>
        <translation>Jede Prüfung macht jemand anderes.</translation>
    </message>
    <message numerus="yes">
        <source>%1 And %n more.</source>
        <translation>
            <numerusform>%1 Und noch eines.</numerusform>
            <numerusform>%1 Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Zurückgestellt: %1</translation>
    </message>
    <message>
        <source>Set aside (%1): %2</source>
        <translation>Zurückgestellt (%1): %2</translation>
    </message>
    <message>
        <source>The core profile does not ask for it.</source>
        <translation>Das Profil „core“ verlangt es nicht.</translation>
    </message>
    <message>
        <source>%1 names no file that would prove it done.</source>
        <translation>%1 nennt keine Datei, die belegt, dass sie erledigt ist.</translation>
    </message>
    <message>
        <source>Planned: %1.</source>
        <translation>Geplant: %1.</translation>
    </message>
    <message>
        <source>%1 was rejected in this run.</source>
        <translation>%1 wurde in diesem Lauf abgelehnt.</translation>
    </message>
    <message>
        <source>%1 ended without its evidence.</source>
        <translation>%1 endete ohne ihren Nachweis.</translation>
    </message>
    <message>
        <source>%1 is not complete in this run.</source>
        <translation>%1 ist in diesem Lauf nicht fertig.</translation>
    </message>
    <message>
        <source>Simulated: %1. Nothing of it was verified.</source>
        <translation>Simuliert: %1. Nichts davon wurde geprüft.</translation>
    </message>
    <message>
        <source>Complete: %1.</source>
        <translation>Fertig: %1.</translation>
    </message>
    <message>
        <source>All evidence is there, and verified.</source>
        <translation>Alle Nachweise sind da und geprüft.</translation>
    </message>
    <message>
        <source>Without their evidence: %1.</source>
        <translation>Ohne ihren Nachweis: %1.</translation>
    </message>
    <message>
        <source>Verified so far: %1 of %2 tasks.</source>
        <translation>Bisher geprüft: %1 von %2 Aufgaben.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s), one persona per task.</source>
        <translation>
            <numerusform>Die eine Aufgabe hat eine.</numerusform>
            <numerusform>Jede der %n Aufgaben hat eine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No file would prove %n task(s) done: %1.</source>
        <translation>
            <numerusform>Eine Aufgabe nennt keine Datei, die belegt, dass sie erledigt ist: %1.</numerusform>
            <numerusform>%n Aufgaben nennen keine Datei, die belegt, dass sie erledigt sind: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The proof is named for %n task(s).</source>
        <translation>
            <numerusform>Eine Aufgabe nennt, was sie belegen wird.</numerusform>
            <numerusform>%n Aufgaben nennen, was sie belegen wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was verified of %n simulated task(s).</source>
        <translation>
            <numerusform>Eine Aufgabe wurde simuliert, also wurde nichts von ihr geprüft.</numerusform>
            <numerusform>%n Aufgaben wurden simuliert, also wurde nichts von ihnen geprüft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::PreflightPanel</name>
    <message>
        <source>Pre-flight checklist</source>
        <translation>Checkliste vor dem Lauf</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht verlangt</translation>
    </message>
    <message>
        <source>Before the implementation starts</source>
        <translation>Bevor die Umsetzung beginnt</translation>
    </message>
    <message>
        <source>Before a phase is complete</source>
        <translation>Bevor eine Phase fertig ist</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) missing. Each line is worked out from the plan and the run.</source>
        <translation>
            <numerusform>Eines fehlt. Jede Zeile ist aus Plan und Lauf berechnet.</numerusform>
            <numerusform>%n fehlen. Jede Zeile ist aus Plan und Lauf berechnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing. Each line is worked out from the plan and the run.</source>
        <translation>Nichts fehlt. Jede Zeile ist aus Plan und Lauf berechnet.</translation>
    </message>
    <message>
        <source>%1 %2. %3</source>
        <comment>sentence, state, why</comment>
        <translation>%1 %2. %3</translation>
    </message>
</context>
<context>
    <name>baton::PreviewController</name>
    <message>
        <source>The plan has changed, so the preview was closed.</source>
        <translation>Der Plan hat sich geändert; die Vorschau wurde geschlossen.</translation>
    </message>
</context>
<context>
    <name>baton::PreviewPane</name>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vorschau: %1</translation>
    </message>
    <message>
        <source>Make this change to the plan, as one step that can be undone</source>
        <translation>Diese Änderung am Plan vornehmen, als einen Schritt, der sich rückgängig machen lässt</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Leave the plan as it is (Esc)</source>
        <translation>Den Plan lassen, wie er ist (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n hinzugefügt</numerusform>
            <numerusform>%n hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) added</source>
        <translation>
            <numerusform>%n Voraussetzung hinzugefügt</numerusform>
            <numerusform>%n Voraussetzungen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) removed</source>
        <translation>
            <numerusform>%n Voraussetzung entfernt</numerusform>
            <numerusform>%n Voraussetzungen entfernt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ProblemBox</name>
    <message>
        <source>Problems of this field</source>
        <translation>Probleme dieses Feldes</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the problem list.</source>
        <translation>
            <numerusform>%n weiteres in der Problemliste.</numerusform>
            <numerusform>%n weitere in der Problemliste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>Zurückstellen …</translation>
    </message>
</context>
<context>
    <name>baton::ProblemController</name>
    <message>
        <source>This fix no longer applies: the plan has changed meanwhile.</source>
        <translation>Diese Korrektur passt nicht mehr: Der Plan hat sich inzwischen geändert.</translation>
    </message>
    <message numerus="yes">
        <source>Fix %n problem(s)</source>
        <translation>
            <numerusform>%n Problem beheben</numerusform>
            <numerusform>%n Probleme beheben</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these fixes can be taken without bringing another problem.</source>
        <translation>Keine dieser Korrekturen geht, ohne ein anderes Problem zu bringen.</translation>
    </message>
    <message>
        <source>Fixed %1 of %2; the others would bring another problem.</source>
        <translation>%1 von %2 korrigiert; die übrigen brächten ein anderes Problem.</translation>
    </message>
    <message numerus="yes">
        <source>Fixed %n problem(s).</source>
        <translation>
            <numerusform>Ein Problem korrigiert.</numerusform>
            <numerusform>%n Probleme korrigiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ProblemFilter</name>
    <message>
        <source>Filter problems…</source>
        <translation>Probleme filtern …</translation>
    </message>
    <message>
        <source>Filter problems</source>
        <translation>Probleme filtern</translation>
    </message>
    <message>
        <source>Show or hide: %1</source>
        <translation>Zeigen oder verbergen: %1</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Show only problems of what is selected</source>
        <translation>Nur Probleme der Auswahl zeigen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Show what the plan has set aside, too</source>
        <translation>Auch zeigen, was der Plan zurückgestellt hat</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>Nach Schwere</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>Nach Regel</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Nach Ort</translation>
    </message>
    <message>
        <source>Group problems</source>
        <translation>Probleme gruppieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity, how many</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>baton::ProblemModel</name>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a group of problems, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity, sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Check it again</source>
        <translation>Wieder prüfen</translation>
    </message>
    <message>
        <source>Set aside without a reason: %1</source>
        <translation>Ohne Begründung zurückgestellt: %1</translation>
    </message>
    <message>
        <source>Set aside (%1): %2</source>
        <translation>Zurückgestellt (%1): %2</translation>
    </message>
    <message>
        <source>Infos</source>
        <translation>Infos</translation>
    </message>
</context>
<context>
    <name>baton::ProblemPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Voriges Problem</translation>
    </message>
    <message>
        <source>Apply the first fix</source>
        <translation>Erste Korrektur anwenden</translation>
    </message>
    <message>
        <source>Fix all of this kind</source>
        <translation>Alle dieser Art beheben</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Keine Probleme.</translation>
    </message>
    <message>
        <source>No problem fits the filter.</source>
        <translation>Kein Problem passt zum Filter.</translation>
    </message>
    <message>
        <source>Preview the first fix</source>
        <translation>Erste Korrektur als Vorschau zeigen</translation>
    </message>
    <message>
        <source>Why is this a problem?</source>
        <translation>Warum ist das ein Problem?</translation>
    </message>
    <message>
        <source>“%1” in this plan</source>
        <translation>„%1“ in diesem Plan</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>Wie das Profil es sagt</translation>
    </message>
    <message>
        <source>An error</source>
        <translation>Ein Fehler</translation>
    </message>
    <message>
        <source>A warning</source>
        <translation>Eine Warnung</translation>
    </message>
    <message>
        <source>A hint</source>
        <translation>Ein Hinweis</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>All rules…</source>
        <translation>Alle Regeln …</translation>
    </message>
    <message>
        <source>Check it again</source>
        <translation>Wieder prüfen</translation>
    </message>
    <message>
        <source>Why is “%1” set aside at “%2”?</source>
        <translation>Warum ist „%1“ bei „%2“ zurückgestellt?</translation>
    </message>
    <message>
        <source>Set “%1” aside at %2</source>
        <translation>„%1“ bei %2 zurückstellen</translation>
    </message>
    <message>
        <source>Check “%1” again</source>
        <translation>„%1“ wieder prüfen</translation>
    </message>
    <message>
        <source>Change the severity of “%1”</source>
        <translation>Schwere von „%1“ ändern</translation>
    </message>
    <message>
        <source>Fixes of this problem…</source>
        <translation>Korrekturen dieses Problems …</translation>
    </message>
    <message>
        <source>Set aside here…</source>
        <translation>Hier zurückstellen …</translation>
    </message>
</context>
<context>
    <name>baton::PromiseList</name>
    <message>
        <source>missing</source>
        <comment>file</comment>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Beifügen…</translation>
    </message>
    <message>
        <source>Attach a file as %1</source>
        <translation>Eine Datei als %1 beifügen</translation>
    </message>
    <message>
        <source>Copies a file to where the task promised it.</source>
        <translation>Kopiert eine Datei dorthin, wo die Aufgabe sie zugesagt hat.</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Schreiben…</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Attach as %1</source>
        <translation>Als %1 beifügen</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Name der Datei</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>What you did, saw and decided.</source>
        <translation>Was Sie getan, gesehen und entschieden haben.</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>baton::ReasonBar</name>
    <message>
        <source>Set aside</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>The reason, for whoever reads the plan next</source>
        <translation>Die Begründung, für alle, die den Plan später lesen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>baton::ReferenceRow</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>baton::RenameEditor</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>baton::Report</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <translation>%1 USD</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Run %1, from %2 to %3.</source>
        <translation>Lauf %1, von %2 bis %3.</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>Er dauerte %1.</translation>
    </message>
    <message>
        <source>It was simulated: nothing was carried out.</source>
        <translation>Er war simuliert: Nichts wurde ausgeführt.</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Input: %1</source>
        <translation>Eingabe: %1</translation>
    </message>
    <message>
        <source>Constraint: %1</source>
        <translation>Randbedingung: %1</translation>
    </message>
    <message>
        <source>Tasks: %1, phases: %2, gates: %3, personas: %4.</source>
        <translation>Aufgaben: %1, Phasen: %2, Gates: %3, Personas: %4.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Kriterium</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>What it saw</source>
        <translation>Was es sah</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Nothing: the plan has no gates, and no task proved anything by a file.</source>
        <translation>Nichts: Der Plan hat keine Gates, und keine Aufgabe hat etwas durch eine Datei nachgewiesen.</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>No tokens were reported.</source>
        <translation>Es wurden keine Tokens gemeldet.</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1 von höchstens %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>(no phase)</source>
        <translation>(keine Phase)</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>(no persona)</source>
        <translation>(keine Persona)</translation>
    </message>
    <message>
        <source>Persona and model</source>
        <translation>Persona und Modell</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>Problem with its answer</source>
        <translation>Mangel ihrer Antwort</translation>
    </message>
    <message>
        <source>No issues.</source>
        <translation>Keine Befunde.</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>Offen geblieben</translation>
    </message>
    <message>
        <source>Task or gate</source>
        <translation>Aufgabe oder Gate</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>The report %1 could not be written: %2.</source>
        <translation>Der Bericht %1 konnte nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>baton::ReportDialog</name>
    <message>
        <source>This run has no report yet: it is written when the run ends.</source>
        <translation>Dieser Lauf hat noch keinen Bericht: Er wird geschrieben, wenn der Lauf endet.</translation>
    </message>
    <message>
        <source>Report of the run</source>
        <translation>Bericht des Laufs</translation>
    </message>
    <message>
        <source>As a web page: %1</source>
        <translation>Als Webseite: %1</translation>
    </message>
</context>
<context>
    <name>baton::RuleHelpDialog</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Search the rules…</source>
        <translation>Regeln durchsuchen …</translation>
    </message>
    <message>
        <source>Search the rules</source>
        <translation>Regeln durchsuchen</translation>
    </message>
    <message>
        <source>What the rule says</source>
        <translation>Was die Regel sagt</translation>
    </message>
    <message>
        <source>core: %1, standard: %2</source>
        <translation>core: %1, standard: %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>For the plan above, one click does one of these:</source>
        <translation>Für den Plan oben tut ein Klick eines davon:</translation>
    </message>
    <message>
        <source>Turning it off</source>
        <translation>Abschalten</translation>
    </message>
</context>
<context>
    <name>baton::RuleModel</name>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>this plan</source>
        <translation>diesem Plan</translation>
    </message>
    <message>
        <source>the profile</source>
        <translation>dem Profil</translation>
    </message>
    <message>
        <source>What it finds</source>
        <translation>Was sie findet</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Gesetzt von</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
</context>
<context>
    <name>baton::RulesDialog</name>
    <message>
        <source>Check it again there</source>
        <translation>Dort wieder prüfen</translation>
    </message>
    <message>
        <source>Rules of this plan</source>
        <translation>Regeln dieses Plans</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Filter rules…</source>
        <translation>Regeln filtern …</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>Regeln filtern</translation>
    </message>
    <message>
        <source>core: what every plan needs</source>
        <translation>core: was jeder Plan braucht</translation>
    </message>
    <message>
        <source>standard: the mandatory four phases, too</source>
        <translation>standard: auch die vier Pflichtphasen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>Wie das Profil es sagt</translation>
    </message>
    <message>
        <source>An error</source>
        <translation>Ein Fehler</translation>
    </message>
    <message>
        <source>A warning</source>
        <translation>Eine Warnung</translation>
    </message>
    <message>
        <source>A hint</source>
        <translation>Ein Hinweis</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Severity in this plan</source>
        <translation>Schwere in diesem Plan</translation>
    </message>
    <message>
        <source>In this plan</source>
        <translation>In diesem Plan</translation>
    </message>
    <message>
        <source>Where it is set aside</source>
        <translation>Wo sie zurückgestellt ist</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>why, source</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This one holds in every plan: what it finds cannot be right.</source>
        <translation>Diese gilt in jedem Plan: Was sie findet, kann nicht richtig sein.</translation>
    </message>
    <message>
        <source>%1: without a reason</source>
        <translation>%1: ohne Begründung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>task, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Set aside nowhere</source>
        <translation>Nirgends zurückgestellt</translation>
    </message>
    <message>
        <source>Change the profile</source>
        <translation>Profil ändern</translation>
    </message>
    <message>
        <source>Change the severity of “%1”</source>
        <translation>Schwere von „%1“ ändern</translation>
    </message>
    <message>
        <source>Check “%1” again</source>
        <translation>„%1“ wieder prüfen</translation>
    </message>
</context>
<context>
    <name>baton::RulesRow</name>
    <message>
        <source>Severity of the rule</source>
        <translation>Schwere der Regel</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Add a rule by its id…</source>
        <translation>Regel über ihre Id hinzufügen …</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Take the setting out: the rule is checked as in the rest of the plan (Del)</source>
        <translation>Einstellung entfernen: Die Regel wird geprüft wie im übrigen Plan (Entf)</translation>
    </message>
    <message>
        <source>Take the setting out</source>
        <translation>Einstellung entfernen</translation>
    </message>
    <message>
        <source>All rules…</source>
        <translation>Alle Regeln …</translation>
    </message>
    <message>
        <source>Shows every rule with its severity in this plan, and where that comes from.</source>
        <translation>Zeigt jede Regel mit ihrer Schwere in diesem Plan und woher diese kommt.</translation>
    </message>
    <message>
        <source>There is no rule “%1”. Choose one of the list.</source>
        <translation>Es gibt keine Regel „%1“. Eine aus der Liste wählen.</translation>
    </message>
    <message>
        <source>There is no rule “%1”. Did you mean “%2”?</source>
        <translation>Es gibt keine Regel „%1“. War „%2“ gemeint?</translation>
    </message>
    <message>
        <source>“%1” holds in every plan: what it finds cannot be right. Correct the plan instead.</source>
        <translation>„%1“ gilt in jedem Plan: Was sie findet, kann nicht richtig sein. Stattdessen den Plan korrigieren.</translation>
    </message>
</context>
<context>
    <name>baton::RunController</name>
    <message>
        <source>Run the workflow</source>
        <translation>Workflow ausführen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Start nothing new; what is active runs to its end</source>
        <translation>Nichts Neues starten; was aktiv ist, läuft zu Ende</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>&amp;Schritt</translation>
    </message>
    <message>
        <source>Start one task, then hold</source>
        <translation>Eine Aufgabe starten, dann anhalten</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Den Lauf abbrechen</translation>
    </message>
    <message>
        <source>&amp;Clear the run from the canvas</source>
        <translation>Den Lauf von der Zeichenfläche &amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Simulate</source>
        <translation>&amp;Simulieren</translation>
    </message>
    <message>
        <source>On &amp;this machine</source>
        <translation>Auf &amp;diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Save the workflow first: its tasks run in the folder of its file.</source>
        <translation>Zuerst den Workflow sichern: Seine Aufgaben laufen im Ordner seiner Datei.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>The run is complete.</source>
        <translation>Der Lauf ist abgeschlossen.</translation>
    </message>
    <message>
        <source>The run failed: a task failed or a gate did not pass.</source>
        <translation>Der Lauf ist gescheitert: Eine Aufgabe schlug fehl oder ein Gate wurde nicht bestanden.</translation>
    </message>
    <message>
        <source>The run waits for a person.</source>
        <translation>Der Lauf wartet auf einen Menschen.</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>Der Lauf wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The run is paused.</source>
        <translation>Der Lauf pausiert.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 tasks complete</source>
        <translation>%1: %2 von %3 Aufgaben abgeschlossen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <comment>verb</comment>
        <translation>Aus&amp;führen</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with the run that is shown</source>
        <translation>Den gezeigten Lauf fortsetzen</translation>
    </message>
    <message>
        <source>There is no run to answer.</source>
        <translation>Es gibt keinen Lauf, dem zu antworten wäre.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>Reading the run…</source>
        <translation>Der Lauf wird gelesen…</translation>
    </message>
    <message>
        <source>“%1” has used %2 of the %3 tokens that are planned for it.</source>
        <translation>„%1“ hat %2 der %3 Tokens verbraucht, die dafür geplant sind.</translation>
    </message>
    <message>
        <source>The run has used %1 of its %2 tokens, and stops.</source>
        <translation>Der Lauf hat %1 seiner %2 Tokens verbraucht und hält an.</translation>
    </message>
    <message>
        <source>The run has used %1 of its %2 tokens.</source>
        <translation>Der Lauf hat %1 seiner %2 Tokens verbraucht.</translation>
    </message>
    <message>
        <source>As the p&amp;lan says</source>
        <translation>Wie der P&amp;lan sagt</translation>
    </message>
    <message>
        <source>On the clus&amp;ter</source>
        <translation>Auf dem Clus&amp;ter</translation>
    </message>
    <message>
        <source>The run has spent what it may. Raise the limit in the settings, then resume it.</source>
        <translation>Der Lauf hat ausgegeben, was er darf. Die Grenze in den Einstellungen anheben, dann fortsetzen.</translation>
    </message>
    <message>
        <source>The run failed at “%1”: %2. Mend that, then resume: what is COMPLETE is not repeated.</source>
        <translation>Der Lauf ist an „%1“ gescheitert: %2. Das beheben, dann fortsetzen: Was COMPLETE ist, wird nicht wiederholt.</translation>
    </message>
    <message>
        <source>The run goes on with its own plan. %1</source>
        <translation>Der Lauf geht mit seinem eigenen Plan weiter. %1</translation>
    </message>
    <message>
        <source>The run goes on with what was corrected: %1.</source>
        <translation>Der Lauf geht mit dem weiter, was berichtigt wurde: %1.</translation>
    </message>
    <message>
        <source>Hand over the &amp;whole plan</source>
        <translation>Den &amp;ganzen Plan übergeben</translation>
    </message>
    <message>
        <source>Give the cluster every job at once: it goes on by itself, and Baton may be closed. Resume the run later to complete its journal</source>
        <translation>Dem Cluster alle Jobs auf einmal geben: Er macht allein weiter, und Baton darf geschlossen werden. Den Lauf später fortsetzen, um sein Journal zu vervollständigen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Sein lassen</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>The cluster will get every task at once. Baton may be closed then; resume the run later to complete its journal.</source>
        <translation>Der Cluster bekommt alle Aufgaben auf einmal. Danach darf Baton geschlossen werden; den Lauf später fortsetzen, um sein Journal zu vervollständigen.</translation>
    </message>
    <message>
        <source>The cluster has the whole plan and goes on by itself: Baton may be closed. Resume the run later to complete its journal.</source>
        <translation>Der Cluster hat den ganzen Plan und macht allein weiter: Baton darf geschlossen werden. Den Lauf später fortsetzen, um sein Journal zu vervollständigen.</translation>
    </message>
    <message>
        <source>The cluster has what of the plan it can carry out alone, and goes on with that when Baton is closed. Resume the run later to complete its journal.</source>
        <translation>Der Cluster hat, was er vom Plan allein ausführen kann, und macht damit weiter, wenn Baton geschlossen ist. Den Lauf später fortsetzen, um sein Journal zu vervollständigen.</translation>
    </message>
    <message>
        <source>A cluster was given this run, and has gone on with it since. Resume it to see how far it is.</source>
        <translation>Ein Cluster hat diesen Lauf bekommen und seither weitergemacht. Den Lauf fortsetzen, um zu sehen, wie weit er ist.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Start the selected failed task once more, or check the failed gate again</source>
        <translation>Die gewählte gescheiterte Aufgabe noch einmal starten oder das gescheiterte Gate noch einmal prüfen</translation>
    </message>
    <message>
        <source>&amp;Open the report</source>
        <translation>&amp;Bericht öffnen</translation>
    </message>
    <message>
        <source>What the run did, spent and found, as it was written when it ended</source>
        <translation>Was der Lauf getan, verbraucht und gefunden hat, wie es an seinem Ende geschrieben wurde</translation>
    </message>
</context>
<context>
    <name>baton::RunDetails</name>
    <message>
        <source>What the run says</source>
        <translation>Was der Lauf meldet</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Tokens: %1</source>
        <translation>Tokens: %1</translation>
    </message>
    <message>
        <source>Checkpoint: %1</source>
        <translation>Zwischenstand: %1</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Ausgang: %1</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>Urteil: %1</translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation>%1, %2 Bytes</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>Shows what the task did on its branch.</source>
        <translation>Zeigt, was die Aufgabe auf ihrem Zweig getan hat.</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Starts the failed task once more.</source>
        <translation>Startet die fehlgeschlagene Aufgabe noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>Done: %1 of %n step(s)</source>
        <translation>
            <numerusform>Erledigt: %1 von %n Schritt</numerusform>
            <numerusform>Erledigt: %1 von %n Schritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>und %n weitere Datei</numerusform>
            <numerusform>und %n weitere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Only simulated: nothing of it is carried out. Give it an executor to have it done.</source>
        <translation>Nur simuliert: nichts davon wird ausgeführt. Eine Ausführung angeben, damit es getan wird.</translation>
    </message>
</context>
<context>
    <name>baton::RunFacts</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>signed off: @%1 pending</source>
        <translation>Freigabe: @%1 steht aus</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>genehmigt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · warn at %2 %</source>
        <translation>%1 · Warnung bei %2 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>task, files</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>promised: %1</source>
        <translation>zugesagt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n task(s) complete</source>
        <translation>
            <numerusform>%1 von %n Aufgabe abgeschlossen</numerusform>
            <numerusform>%1 von %n Aufgaben abgeschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>evidence: %1 of %n file(s) verified</source>
        <translation>
            <numerusform>Nachweise: %1 von %n Datei geprüft</numerusform>
            <numerusform>Nachweise: %1 von %n Dateien geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>approved: %1 of %n validation(s)</source>
        <translation>
            <numerusform>genehmigt: %1 von %n Validierung</numerusform>
            <numerusform>genehmigt: %1 von %n Validierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) so far</source>
        <translation>
            <numerusform>bisher ein Befund</numerusform>
            <numerusform>bisher %n Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n issue(s)</source>
        <translation>
            <numerusform>%1, %n Befund</numerusform>
            <numerusform>%1, %n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>only simulated</source>
        <translation>nur simuliert</translation>
    </message>
</context>
<context>
    <name>baton::RunFolder</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check its permissions.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>%1 holds a run already. Resume it, or name another folder.</source>
        <translation>%1 enthält schon einen Lauf. Ihn fortsetzen oder einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>The run has no task “%1”.</source>
        <translation>Der Lauf hat keine Aufgabe „%1“.</translation>
    </message>
</context>
<context>
    <name>baton::RunPanel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Tasks of the run</source>
        <translation>Aufgaben des Laufs</translation>
    </message>
    <message>
        <source>Issues found by validations</source>
        <translation>Befunde der Validierungen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the whole run</source>
        <translation>Den ganzen Lauf einpassen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>Kein Lauf</translation>
    </message>
    <message>
        <source>Click to follow the run as it goes on.</source>
        <translation>Klicken, um dem Lauf zu folgen.</translation>
    </message>
    <message>
        <source>Issues %1</source>
        <translation>Befunde %1</translation>
    </message>
    <message>
        <source>seq %1 of %2</source>
        <translation>Ereignis %1 von %2</translation>
    </message>
    <message>
        <source>%1 · live</source>
        <translation>%1 · live</translation>
    </message>
    <message>
        <source>%1 · go live</source>
        <translation>%1 · live folgen</translation>
    </message>
    <message>
        <source>Play the run</source>
        <translation>Lauf abspielen</translation>
    </message>
    <message>
        <source>Plays the run from where you look, or from its beginning.</source>
        <translation>Spielt den Lauf ab der gezeigten Stelle ab oder von Anfang an.</translation>
    </message>
    <message>
        <source>Filter the tasks…</source>
        <translation>Aufgaben filtern…</translation>
    </message>
    <message>
        <source>Filter the tasks</source>
        <translation>Aufgaben filtern</translation>
    </message>
    <message>
        <source>Shows the tasks that have this in any column: a name, a state, a persona.</source>
        <translation>Zeigt die Aufgaben, die das in irgendeiner Spalte haben: Name, Zustand, Persona.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>What proves the run</source>
        <translation>Was den Lauf belegt</translation>
    </message>
    <message>
        <source>A double click or Enter on a file shows it.</source>
        <translation>Ein Doppelklick oder die Eingabetaste zeigt eine Datei.</translation>
    </message>
    <message>
        <source>Make a fix phase…</source>
        <translation>Korrekturphase anlegen …</translation>
    </message>
    <message>
        <source>Shows the tasks that would mend what this validation found.</source>
        <translation>Zeigt die Aufgaben, die beheben würden, was diese Prüfung gefunden hat.</translation>
    </message>
    <message>
        <source>No run yet. Press Run to see it here.</source>
        <translation>Noch kein Lauf. Einen Lauf starten, um ihn hier zu sehen.</translation>
    </message>
    <message>
        <source>No task has this in any column.</source>
        <translation>Keine Aufgabe hat das in einer ihrer Spalten.</translation>
    </message>
    <message>
        <source>This plan has no tasks to prove.</source>
        <translation>Dieser Plan hat keine Aufgaben, die zu belegen wären.</translation>
    </message>
    <message>
        <source>No validation has found an issue.</source>
        <translation>Keine Prüfung hat einen Befund ergeben.</translation>
    </message>
</context>
<context>
    <name>baton::RunPlan</name>
    <message>
        <source>The plan goes round in a circle: %1. Take one of these needs out.</source>
        <translation>Der Plan geht im Kreis: %1. Eine dieser Voraussetzungen herausnehmen.</translation>
    </message>
</context>
<context>
    <name>baton::RunRecord</name>
    <message>
        <source>%1 holds no run. Name a folder below .baton/runs.</source>
        <translation>%1 enthält keinen Lauf. Nennen Sie einen Ordner unterhalb von .baton/runs.</translation>
    </message>
</context>
<context>
    <name>baton::RunSummaryBox</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>%1 criteria</source>
        <comment>of a gate</comment>
        <translation>Kriterien von %1</translation>
    </message>
    <message>
        <source>Criteria of the gate</source>
        <translation>Kriterien des Gates</translation>
    </message>
</context>
<context>
    <name>baton::RunTableModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>tokens used, planned</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) with its answer</source>
        <translation>
            <numerusform>ein Problem mit der Antwort</numerusform>
            <numerusform>%n Probleme mit der Antwort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::Runner</name>
    <message>
        <source>%1 holds no run. Name a folder below .baton/runs.</source>
        <translation>%1 enthält keinen Lauf. Nennen Sie einen Ordner unterhalb von .baton/runs.</translation>
    </message>
    <message>
        <source>This workflow runs commands, and its folder %1 is not trusted. Look at them; then run it with --trust, or trust the folder.</source>
        <translation>Dieser Workflow führt Befehle aus, und seinem Ordner %1 wird nicht vertraut. Die Befehle ansehen, dann mit --trust ausführen oder dem Ordner vertrauen.</translation>
    </message>
    <message>
        <source>The journal is damaged, so the run cannot go on: %1</source>
        <translation>Das Journal ist beschädigt, der Lauf kann nicht weitergehen: %1</translation>
    </message>
    <message>
        <source>This run was cancelled. Start a new one.</source>
        <translation>Dieser Lauf wurde abgebrochen. Einen neuen starten.</translation>
    </message>
    <message>
        <source>Name the task or the gate to answer.</source>
        <translation>Die Aufgabe oder das Gate nennen, um das es geht.</translation>
    </message>
    <message>
        <source>The run has ended. Resume it to answer.</source>
        <translation>Der Lauf ist zu Ende. Ihn fortsetzen, um zu antworten.</translation>
    </message>
    <message>
        <source>a person cancelled it</source>
        <translation>von einem Menschen abgebrochen</translation>
    </message>
    <message>
        <source>“%1” is %2, so that cannot be done now.</source>
        <translation>„%1“ ist %2, deshalb geht das jetzt nicht.</translation>
    </message>
    <message>
        <source>The gate “%1” waits for your decision.</source>
        <translation>Das Gate „%1“ wartet auf Ihre Entscheidung.</translation>
    </message>
    <message>
        <source>“%1” waits for your approval to start.</source>
        <translation>„%1“ wartet auf Ihre Erlaubnis zum Start.</translation>
    </message>
    <message>
        <source>The gate “%1” has failed. A fix phase is proposed.</source>
        <translation>Das Gate „%1“ ist gescheitert. Eine Korrekturphase ist vorgeschlagen.</translation>
    </message>
    <message>
        <source>“%1” is for a person to do.</source>
        <translation>„%1“ ist von einem Menschen zu tun.</translation>
    </message>
    <message>
        <source>“%1” is blocked: %2</source>
        <translation>„%1“ ist blockiert: %2</translation>
    </message>
    <message>
        <source>This repository has submodules, and worktrees hold them empty. A task that needs them runs `git submodule update --init` first.</source>
        <translation>Dieses Repository hat Submodule, und Worktrees enthalten sie leer. Eine Aufgabe, die sie braucht, führt zuerst `git submodule update --init` aus.</translation>
    </message>
    <message>
        <source>Its input %1 has changed.</source>
        <translation>Ihre Eingabe %1 hat sich geändert.</translation>
    </message>
    <message>
        <source>The run has stopped. Make it possible to write there, then go on with: baton run --resume %1</source>
        <translation>Der Lauf ist angehalten. Sorgen Sie dafür, dass dort geschrieben werden kann, und setzen Sie ihn fort mit: baton run --resume %1</translation>
    </message>
    <message>
        <source>An answer to “%1” is being looked at already.</source>
        <translation>Eine Antwort zu „%1“ wird bereits geprüft.</translation>
    </message>
    <message>
        <source>The answer to “%1” came too late: things have moved on.</source>
        <translation>Die Antwort zu „%1“ kam zu spät: Es ist inzwischen weitergegangen.</translation>
    </message>
</context>
<context>
    <name>baton::Scheduler</name>
    <message>
        <source>Nobody resolved its blocker in time.</source>
        <translation>Niemand hat die Blockade rechtzeitig gelöst.</translation>
    </message>
    <message>
        <source>It did not start in time. Its log shows what it waits for; mend that, or raise `timeout.start`, then retry.</source>
        <translation>Es startete nicht rechtzeitig. Das Protokoll zeigt, worauf es wartet; das beheben oder `timeout.start` anheben, dann wiederholen.</translation>
    </message>
    <message>
        <source>It gave no sign of life for too long and was ended. Its log shows what it waited for; mend that, or raise `timeout.idle`, then retry.</source>
        <translation>Es gab zu lange kein Lebenszeichen und wurde beendet. Das Protokoll zeigt, worauf es wartete; das beheben oder `timeout.idle` anheben, dann wiederholen.</translation>
    </message>
    <message>
        <source>It took longer than it may and was ended. Make the task smaller, or raise `timeout.total`, then retry.</source>
        <translation>Es dauerte länger als erlaubt und wurde beendet. Die Aufgabe verkleinern oder `timeout.total` anheben, dann wiederholen.</translation>
    </message>
    <message>
        <source>It exceeded its token budget. Raise `budget.tokens`, or make the task smaller; then retry.</source>
        <translation>Es hat sein Tokenbudget überschritten. `budget.tokens` anheben oder die Aufgabe verkleinern; dann wiederholen.</translation>
    </message>
    <message>
        <source>The run exceeded its token budget. Raise it in the plan, then resume.</source>
        <translation>Der Lauf hat sein Tokenbudget überschritten. Es im Plan anheben, dann fortsetzen.</translation>
    </message>
</context>
<context>
    <name>baton::SettingsCheck</name>
    <message>
        <source>`%1` must be an object, not %2.</source>
        <translation>`%1` muss ein Objekt sein, nicht %2.</translation>
    </message>
    <message>
        <source>`%1` must be a text in quotes, not %2.</source>
        <translation>`%1` muss ein Text in Anführungszeichen sein, nicht %2.</translation>
    </message>
    <message>
        <source>`%1` must be a number of dollars without quotes, not %2.</source>
        <translation>`%1` muss ein Betrag in Dollar ohne Anführungszeichen sein, nicht %2.</translation>
    </message>
    <message>
        <source>`%1` must be a whole number without quotes, not %2.</source>
        <translation>`%1` muss eine ganze Zahl ohne Anführungszeichen sein, nicht %2.</translation>
    </message>
    <message>
        <source>`%1` must be a time such as &quot;30s&quot;, not %2.</source>
        <translation>`%1` muss eine Zeit wie &quot;30s&quot; sein, nicht %2.</translation>
    </message>
    <message>
        <source>`%1` is no setting; was `%2` meant?</source>
        <translation>`%1` ist keine Einstellung; war `%2` gemeint?</translation>
    </message>
    <message>
        <source>`%1` must name a price for a million tokens: `input`, `output`, `cache_read` or `cache_write`.</source>
        <translation>`%1` muss einen Preis für eine Million Token nennen: `input`, `output`, `cache_read` oder `cache_write`.</translation>
    </message>
</context>
<context>
    <name>baton::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Trusted folders</source>
        <translation>Vertraute Ordner</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thema</translation>
    </message>
    <message>
        <source>Everything moves</source>
        <translation>Alles bewegt sich</translation>
    </message>
    <message>
        <source>Reduced: changes of colour only</source>
        <translation>Reduziert: nur Farbwechsel</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>&amp;Bewegung</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Size of te&amp;xt</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>Workflows in these folders, and in folders inside them, may run commands without asking.</source>
        <translation>Workflows in diesen Ordnern und in Ordnern darin dürfen Befehle ausführen, ohne zu fragen.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Trust it no longer</source>
        <translation>Nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Trust a folder</source>
        <translation>Einem Ordner vertrauen</translation>
    </message>
    <message>
        <source>&amp;Tell me when a run needs me or ends</source>
        <translation>&amp;Melden, wenn ein Lauf mich braucht oder endet</translation>
    </message>
    <message>
        <source>As a message of the desktop, while this window is not in front.</source>
        <translation>Als Meldung des Schreibtischs, solange dieses Fenster nicht vorn ist.</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>No folder is trusted yet. Baton asks before a workflow runs commands for the first time.</source>
        <translation>Noch ist kein Ordner vertrauenswürdig. Baton fragt, bevor ein Workflow zum ersten Mal Befehle ausführt.</translation>
    </message>
</context>
<context>
    <name>baton::ShellExecutor</name>
    <message>
        <source>“%1” has nothing to run. Give its executor a command.</source>
        <translation>„%1“ hat nichts auszuführen. Ihrer Ausführung einen Befehl geben.</translation>
    </message>
    <message>
        <source>The folder of “%1”, %2, does not exist. Make it, or correct `cwd`.</source>
        <translation>Den Ordner von „%1“, %2, gibt es nicht. Ihn anlegen oder `cwd` berichtigen.</translation>
    </message>
    <message>
        <source>The folder of “%1” is outside the workspace. Correct `cwd`.</source>
        <translation>Der Ordner von „%1“ liegt außerhalb des Arbeitsbereichs. `cwd` berichtigen.</translation>
    </message>
    <message>
        <source>The run&apos;s supervisor vanished.</source>
        <translation>Der Supervisor des Laufs ist verschwunden.</translation>
    </message>
    <message>
        <source>It was ended by signal %1 (%2).</source>
        <translation>Sie wurde durch Signal %1 (%2) beendet.</translation>
    </message>
    <message>
        <source>It did not say why.</source>
        <translation>Sie sagte nicht, warum.</translation>
    </message>
    <message>
        <source>It ended with status %1.</source>
        <translation>Sie endete mit Status %1.</translation>
    </message>
    <message>
        <source>%1 Its last words: %2</source>
        <translation>%1 Ihre letzten Worte: %2</translation>
    </message>
    <message>
        <source>“%1” could not be started: %2. Look at its program and, of a script, at the interpreter that its first line names; then retry.</source>
        <translation>„%1“ konnte nicht gestartet werden: %2. Das Programm prüfen und bei einem Skript den Interpreter, den seine erste Zeile nennt; dann wiederholen.</translation>
    </message>
</context>
<context>
    <name>baton::Slurm</name>
    <message>
        <source>“%1” asks for %2 CPUs. Correct `cpus`.</source>
        <translation>„%1“ verlangt %2 CPUs. Bitte `cpus` berichtigen.</translation>
    </message>
    <message>
        <source>“%1” asks for the memory “%2”. Write it as 512M or 4G.</source>
        <translation>„%1“ verlangt den Speicher „%2“. Bitte als 512M oder 4G schreiben.</translation>
    </message>
    <message>
        <source>“%1” has the time limit “%2”. Write it as 90m or 2h.</source>
        <translation>„%1“ hat die Zeitgrenze „%2“. Bitte als 90m oder 2h schreiben.</translation>
    </message>
    <message>
        <source>Slurm cannot write a job&apos;s output below %1, for the backslash in it. Use a folder without one.</source>
        <translation>Slurm kann die Ausgabe eines Jobs nicht unter %1 schreiben, wegen des umgekehrten Schrägstrichs darin. Nehmen Sie einen Ordner ohne einen solchen.</translation>
    </message>
</context>
<context>
    <name>baton::SlurmCommands</name>
    <message>
        <source>%1 cannot be started: %2. Install Slurm&apos;s commands, or set SLURM_REST_URL.</source>
        <translation>%1 kann nicht gestartet werden: %2. Bitte die Befehle von Slurm installieren oder SLURM_REST_URL setzen.</translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation>%1 hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>%1 ended with status %2.</source>
        <translation>%1 endete mit Status %2.</translation>
    </message>
    <message>
        <source>sbatch did not say which job it made.</source>
        <translation>sbatch hat nicht gesagt, welcher Job entstanden ist.</translation>
    </message>
</context>
<context>
    <name>baton::SlurmDoctor</name>
    <message>
        <source>%1 (nodes: %2, of %3 CPUs and %4 MB)</source>
        <translation>%1 (Knoten: %2, mit %3 CPUs und %4 MB)</translation>
    </message>
    <message>
        <source>answers; partitions: %1</source>
        <translation>antwortet; Partitionen: %1</translation>
    </message>
    <message>
        <source>did not answer in time</source>
        <translation>hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>“%1” asks for what no partition has. Change its partition, cpus, memory or features.</source>
        <translation>„%1“ verlangt, was keine Partition hat. Bitte `partition`, `cpus`, `memory` oder `features` ändern.</translation>
    </message>
</context>
<context>
    <name>baton::SlurmExecutor</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The cluster refused the job: %1</source>
        <translation>Der Cluster hat den Job abgelehnt: %1</translation>
    </message>
    <message>
        <source>The cluster does not take the job now: %1. It is tried again.</source>
        <translation>Der Cluster nimmt den Job zurzeit nicht an: %1. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>The cluster does not answer: %1. It is asked again; the job may run meanwhile.</source>
        <translation>Der Cluster antwortet nicht: %1. Er wird wieder gefragt; der Job kann inzwischen laufen.</translation>
    </message>
    <message>
        <source>The cluster knows nothing of its job any more.</source>
        <translation>Der Cluster weiß nichts mehr von ihrem Job.</translation>
    </message>
    <message>
        <source>The cluster has forgotten job %1, which had begun.</source>
        <translation>Der Cluster hat Job %1 vergessen, der schon begonnen hatte.</translation>
    </message>
    <message>
        <source>the cluster has forgotten job %1</source>
        <translation>der Cluster hat Job %1 vergessen</translation>
    </message>
    <message>
        <source>Its job never reached its first line (%1). See whether the run folder %2 is there on the cluster&apos;s nodes too.</source>
        <translation>Ihr Job ist nie bis zu seiner ersten Zeile gekommen (%1). Bitte prüfen, ob der Ordner des Laufs %2 auch auf den Knoten des Clusters da ist.</translation>
    </message>
    <message>
        <source>Its job never reached its first line (%1). It is submitted again.</source>
        <translation>Ihr Job ist nicht bis zu seiner ersten Zeile gekommen (%1). Er wird erneut eingereicht.</translation>
    </message>
    <message>
        <source>Job %1 runs on %2.</source>
        <translation>Job %1 läuft auf %2.</translation>
    </message>
    <message>
        <source>Its node was lost again and again (%1).</source>
        <translation>Ihr Knoten ging immer wieder verloren (%1).</translation>
    </message>
    <message>
        <source>Job %1 lost its node %2 (%3).</source>
        <translation>Job %1 hat seinen Knoten %2 verloren (%3).</translation>
    </message>
    <message>
        <source>Job %1 was cancelled on the cluster (%2).</source>
        <translation>Job %1 wurde auf dem Cluster abgebrochen (%2).</translation>
    </message>
    <message>
        <source>Job %1 reached its time limit on the cluster. Give the task more with `time`.</source>
        <translation>Job %1 hat auf dem Cluster seine Zeitgrenze erreicht. Bitte der Aufgabe mit `time` mehr geben.</translation>
    </message>
    <message>
        <source>Job %1 ran out of memory. Give the task more with `memory`.</source>
        <translation>Job %1 ging der Speicher aus. Bitte der Aufgabe mit `memory` mehr geben.</translation>
    </message>
    <message>
        <source>Job %1 ended without saying how (%2).</source>
        <translation>Job %1 endete, ohne zu sagen, wie (%2).</translation>
    </message>
    <message>
        <source>Job %1 lost its node %2; the cluster started it anew.</source>
        <translation>Job %1 hat seinen Knoten %2 verloren; der Cluster hat ihn neu gestartet.</translation>
    </message>
    <message>
        <source>The plan was not handed over whole, as the program baton is not beside this one. Its tasks become jobs one by one.</source>
        <translation>Der Plan wurde nicht als Ganzes übergeben, da das Programm baton nicht neben diesem liegt. Seine Aufgaben werden einzeln zu Jobs.</translation>
    </message>
    <message>
        <source>Its job was cancelled when Baton was closed.</source>
        <translation>Ihr Job wurde abgebrochen, als Baton geschlossen wurde.</translation>
    </message>
    <message>
        <source>the cluster</source>
        <translation>dem Cluster</translation>
    </message>
    <message>
        <source>Job %1 waits in %2 for other jobs.</source>
        <translation>Job %1 wartet in %2 auf andere Jobs.</translation>
    </message>
    <message>
        <source>Job %1 lost its node and waits in the queue of %2 to begin anew (%3).</source>
        <translation>Job %1 hat seinen Knoten verloren und wartet in der Warteschlange von %2 auf einen neuen Anfang (%3).</translation>
    </message>
    <message>
        <source>Job %1 waits in the queue of %2 (%3).</source>
        <translation>Job %1 wartet in der Warteschlange von %2 (%3).</translation>
    </message>
    <message>
        <source>Job %1 is held in %2 (%3). Release it with “scontrol release %1”, or cancel the task.</source>
        <translation>Job %1 wird in %2 zurückgehalten (%3). Mit „scontrol release %1“ freigeben oder die Aufgabe abbrechen.</translation>
    </message>
    <message>
        <source>Job %1 fits no node of %2 as things are (%3). Change what it asks for, or wait for the nodes.</source>
        <translation>Job %1 passt derzeit auf keinen Knoten von %2 (%3). Ändern, was er verlangt, oder auf die Knoten warten.</translation>
    </message>
    <message>
        <source>Job %1 in %2 is in a state that Baton does not know: %3. It is waited for; “squeue -j %1” says more.</source>
        <translation>Job %1 in %2 ist in einem Zustand, den Baton nicht kennt: %3. Auf ihn wird gewartet; „squeue -j %1“ sagt mehr.</translation>
    </message>
    <message>
        <source>Job %1 is suspended on %2. It goes on when the cluster resumes it, or with “scontrol resume %1”.</source>
        <translation>Job %1 ist auf %2 angehalten. Er geht weiter, wenn der Cluster ihn fortsetzt, oder mit „scontrol resume %1“.</translation>
    </message>
    <message>
        <source>Job %1 runs on %2 (%3).</source>
        <translation>Job %1 läuft auf %2 (%3).</translation>
    </message>
    <message>
        <source>Job %1 was cancelled when Baton was closed.</source>
        <translation>Job %1 wurde abgebrochen, als Baton geschlossen wurde.</translation>
    </message>
</context>
<context>
    <name>baton::SlurmRest</name>
    <message>
        <source>SLURM_REST_URL names no slurmrestd: “%1”. Write it as http://HOST:PORT.</source>
        <translation>SLURM_REST_URL nennt keinen slurmrestd: „%1“. Bitte als http://HOST:PORT schreiben.</translation>
    </message>
    <message>
        <source>slurmrestd wants a token. Set SLURM_REST_TOKEN to what `scontrol token` prints.</source>
        <translation>slurmrestd verlangt ein Token. Bitte SLURM_REST_TOKEN auf das setzen, was `scontrol token` ausgibt.</translation>
    </message>
    <message>
        <source>slurmrestd wants a user&apos;s name. Set SLURM_REST_USER.</source>
        <translation>slurmrestd verlangt einen Benutzernamen. Bitte SLURM_REST_USER setzen.</translation>
    </message>
    <message>
        <source>SLURM_REST_API is no version: “%1”. Write it as v0.0.38.</source>
        <translation>SLURM_REST_API ist keine Version: „%1“. Bitte als v0.0.38 schreiben.</translation>
    </message>
    <message>
        <source>slurmrestd at %1 does not answer: %2.</source>
        <translation>slurmrestd auf %1 antwortet nicht: %2.</translation>
    </message>
    <message>
        <source>What answers at %1 is no slurmrestd (status %2).</source>
        <translation>Was auf %1 antwortet, ist kein slurmrestd (Status %2).</translation>
    </message>
    <message>
        <source>slurmrestd answered with status %1.</source>
        <translation>slurmrestd hat mit Status %1 geantwortet.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>slurmrestd did not say which job it made.</source>
        <translation>slurmrestd hat nicht gesagt, welcher Job entstanden ist.</translation>
    </message>
    <message>
        <source>Make a new one with “scontrol token”, set %1 to it, and go on with the run.</source>
        <translation>Erzeugen Sie mit „scontrol token“ ein neues, setzen Sie %1 darauf und setzen Sie den Lauf fort.</translation>
    </message>
    <message>
        <source>The token in %1 has expired. %2</source>
        <translation>Das Token in %1 ist abgelaufen. %2</translation>
    </message>
    <message>
        <source>The cluster refuses the token in %1: it is not its own, or not for the user %3. %2</source>
        <translation>Der Cluster lehnt das Token in %1 ab: Es ist nicht von ihm oder nicht für den Benutzer %3. %2</translation>
    </message>
</context>
<context>
    <name>baton::SlurmTransport</name>
    <message>
        <source>There is no cluster to be found here: sbatch is not installed, and SLURM_REST_URL names no slurmrestd. Run Baton where the cluster&apos;s commands are, or set SLURM_REST_URL and SLURM_REST_TOKEN.</source>
        <translation>Hier ist kein Cluster zu finden: sbatch ist nicht installiert, und SLURM_REST_URL nennt keinen slurmrestd. Bitte Baton dort ausführen, wo die Befehle des Clusters sind, oder SLURM_REST_URL und SLURM_REST_TOKEN setzen.</translation>
    </message>
</context>
<context>
    <name>baton::StartPage</name>
    <message>
        <source>Files you open appear here.</source>
        <translation>Geöffnete Dateien erscheinen hier.</translation>
    </message>
    <message>
        <source>Baton</source>
        <translation>Baton</translation>
    </message>
    <message>
        <source>Work that several agents do together</source>
        <translation>Arbeit, die mehrere Agenten zusammen tun</translation>
    </message>
    <message>
        <source>New workflow</source>
        <translation>Neuer Workflow</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>ZULETZT</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnete Dateien</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>Filter templates…</source>
        <translation>Vorlagen filtern …</translation>
    </message>
    <message>
        <source>Filter templates</source>
        <translation>Vorlagen filtern</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Which pattern fits?</source>
        <translation>Welches Muster passt?</translation>
    </message>
</context>
<context>
    <name>baton::StatusStrip</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Show the problems: %1, %2.</source>
        <translation>Die Probleme zeigen: %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s)</source>
        <translation>
            <numerusform>%n Gate</numerusform>
            <numerusform>%n Gates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s)</source>
        <translation>
            <numerusform>%n Persona</numerusform>
            <numerusform>%n Personas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Show what waits for you.</source>
        <translation>Zeigen, was auf Sie wartet.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfung läuft …</translation>
    </message>
    <message>
        <source>The plan is large and is being checked. Editing can go on.</source>
        <translation>Der Plan ist groß und wird geprüft. Das Bearbeiten kann weitergehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n wartet auf Sie</numerusform>
            <numerusform>%n warten auf Sie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::SubState</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>held by the gate %1</source>
        <translation>vom Gate %1 gehalten</translation>
    </message>
    <message>
        <source>waits for the phase %1</source>
        <translation>wartet auf die Phase %1</translation>
    </message>
    <message>
        <source>behind %1, which failed</source>
        <translation>hinter %1, das gescheitert ist</translation>
    </message>
    <message>
        <source>next to start</source>
        <translation>startet als Nächstes</translation>
    </message>
    <message>
        <source>queued, place %1</source>
        <translation>in der Warteschlange, Platz %1</translation>
    </message>
    <message>
        <source>waits for your approval</source>
        <translation>wartet auf Ihre Freigabe</translation>
    </message>
    <message>
        <source>waits for files that %1 owns</source>
        <translation>wartet auf Dateien, die %1 gehören</translation>
    </message>
    <message>
        <source>waits for the wave before it</source>
        <translation>wartet auf die Welle davor</translation>
    </message>
    <message>
        <source>held, the run is paused</source>
        <translation>gehalten, der Lauf ist angehalten</translation>
    </message>
    <message>
        <source>held, the run&apos;s budget is spent</source>
        <translation>gehalten, das Budget des Laufs ist verbraucht</translation>
    </message>
    <message>
        <source>for a person to do</source>
        <translation>von einem Menschen zu erledigen</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>%1 (fails in %2)</source>
        <translation>%1 (scheitert in %2)</translation>
    </message>
    <message>
        <source>tries again now</source>
        <translation>versucht es jetzt erneut</translation>
    </message>
    <message>
        <source>tries again in %1</source>
        <translation>versucht es in %1 erneut</translation>
    </message>
    <message>
        <source>waits: %1</source>
        <translation>wartet: %1</translation>
    </message>
    <message>
        <source>behind %1, which was cancelled</source>
        <translation>hinter %1, das abgebrochen wurde</translation>
    </message>
</context>
<context>
    <name>baton::SupervisorClient</name>
    <message>
        <source>baton-supervisor is missing. Install Baton again.</source>
        <translation>baton-supervisor fehlt. Baton neu installieren.</translation>
    </message>
    <message>
        <source>The run&apos;s supervisor could not be started: %1.</source>
        <translation>Der Supervisor des Laufs konnte nicht gestartet werden: %1.</translation>
    </message>
    <message>
        <source>The run folder %1 cannot be written: %2.</source>
        <translation>Der Laufordner %1 kann nicht beschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>baton::Suppression</name>
    <message>
        <source>The rule “%1” cannot be set aside: what it finds makes a plan that cannot be right. Correct the plan instead.</source>
        <translation>Die Regel „%1“ lässt sich nicht zurückstellen: Was sie findet, macht einen Plan, der nicht richtig sein kann. Stattdessen den Plan korrigieren.</translation>
    </message>
    <message>
        <source>Only what a rule says of a task can be set aside there. Change the rule&apos;s severity for the whole plan instead.</source>
        <translation>Nur was eine Regel über eine Aufgabe sagt, lässt sich dort zurückstellen. Stattdessen die Schwere der Regel für den ganzen Plan ändern.</translation>
    </message>
    <message>
        <source>Say why the rule is set aside here: whoever reads the plan next will ask.</source>
        <translation>Sagen Sie, warum die Regel hier zurückgestellt ist: Wer den Plan als Nächstes liest, wird fragen.</translation>
    </message>
</context>
<context>
    <name>baton::TaskDriver</name>
    <message>
        <source>“%1” wants the executor “%2”, which cannot be run yet. Give it another, or simulate the run.</source>
        <translation>„%1“ will die Ausführung „%2“, die es noch nicht gibt. Eine andere wählen oder den Lauf simulieren.</translation>
    </message>
    <message>
        <source>A person refused it.</source>
        <translation>Von einem Menschen abgelehnt.</translation>
    </message>
    <message>
        <source>It validates, and gave no verdict. Write one to $BATON_RESULT, with its issues.</source>
        <translation>Sie validiert und gab kein Urteil. Eines nach $BATON_RESULT schreiben, mit seinen Befunden.</translation>
    </message>
    <message>
        <source>The marker of its start is gone from the workspace, so nothing tells its files from older ones.</source>
        <translation>Die Marke ihres Starts fehlt im Arbeitsbereich; nichts unterscheidet ihre Dateien von älteren.</translation>
    </message>
    <message>
        <source>“%1” has left a repository in %2; its files are not part of the task&apos;s work.</source>
        <translation>„%1“ hat in %2 ein Repository hinterlassen; dessen Dateien gehören nicht zur Arbeit der Aufgabe.</translation>
    </message>
    <message>
        <source>There are still conflicts in %1. Resolve them in %2, then say that it is resolved.</source>
        <translation>In %1 gibt es noch Konflikte. Sie in %2 lösen und dann als gelöst melden.</translation>
    </message>
    <message>
        <source>The branch of “%1” conflicts in %2. Resolve them in %3, then say that it is resolved.</source>
        <translation>Der Branch von „%1“ hat Konflikte in %2. Sie in %3 lösen und dann als gelöst melden.</translation>
    </message>
    <message>
        <source>The worktree %1 holds work that is not committed, and was kept.</source>
        <translation>Der Worktree %1 enthält Arbeit, die in keinem Commit steht, und wurde behalten.</translation>
    </message>
    <message>
        <source>Only simulated: nothing of it is carried out, and nothing verified. Give it an executor to have it done.</source>
        <translation>Nur simuliert: nichts davon wird ausgeführt, nichts geprüft. Eine Ausführung angeben, damit es getan wird.</translation>
    </message>
    <message>
        <source>In the result of “%1” the usage was refused: %2</source>
        <translation>Im Resultat von „%1“ wurde der Verbrauch abgelehnt: %2</translation>
    </message>
    <message>
        <source>“%1” is none of its outcomes. It has to name one of %2 in $BATON_RESULT.</source>
        <translation>„%1“ ist keiner ihrer Ausgänge. Sie muss in $BATON_RESULT einen von %2 nennen.</translation>
    </message>
    <message>
        <source>No outcome: it has to name one of %1 in $BATON_RESULT.</source>
        <translation>Kein Ausgang: Sie muss in $BATON_RESULT einen von %1 nennen.</translation>
    </message>
    <message>
        <source>It validates, and gave no verdict. Its answer has to end with its issues and “Verdict: approved” or “Verdict: rejected”, as its prompt says; then retry.</source>
        <translation>Sie validiert und hat kein Urteil abgegeben. Ihre Antwort muss mit den Befunden und „Verdict: approved“ oder „Verdict: rejected“ enden, wie es der Prompt sagt; dann wiederholen.</translation>
    </message>
</context>
<context>
    <name>baton::TaskFiles</name>
    <message>
        <source>A verdict is “approved” or “rejected”.</source>
        <translation>Ein Urteil ist „approved“ oder „rejected“.</translation>
    </message>
    <message>
        <source>There is no issue list. A verdict needs the key “issues”; it may be empty.</source>
        <translation>Die Liste der Befunde fehlt. Ein Urteil braucht den Schlüssel „issues“; er darf leer sein.</translation>
    </message>
    <message>
        <source>The issues of a verdict are a list of mappings with severity, task, where, what and fix.</source>
        <translation>Die Befunde eines Urteils sind eine Liste von Zuordnungen mit severity, task, where, what und fix.</translation>
    </message>
    <message>
        <source>“%1” is no kind of event. Use checkpoint, task_started, task_completed, blocked, outcome, verdict or usage.</source>
        <translation>„%1“ ist keine Ereignisart. Verwenden Sie checkpoint, task_started, task_completed, blocked, outcome, verdict oder usage.</translation>
    </message>
    <message>
        <source>A task may not write “%1”: that is for the run to say.</source>
        <translation>Eine Aufgabe darf „%1“ nicht schreiben: Das ist Sache des Laufs.</translation>
    </message>
    <message>
        <source>A task may not write events of “%1”, which is another.</source>
        <translation>Eine Aufgabe darf keine Ereignisse von „%1“ schreiben; das ist eine andere.</translation>
    </message>
    <message>
        <source>The data of an event are a mapping.</source>
        <translation>Die Daten eines Ereignisses sind eine Zuordnung (Mapping).</translation>
    </message>
    <message>
        <source>An outcome is a text: {&quot;outcome&quot;: &quot;…&quot;}.</source>
        <translation>Ein Ausgang ist ein Text: {&quot;outcome&quot;: &quot;…&quot;}.</translation>
    </message>
    <message>
        <source>The result is no plain file.</source>
        <translation>Das Resultat ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>The result is larger than 16 MiB.</source>
        <translation>Das Resultat ist größer als 16 MiB.</translation>
    </message>
    <message>
        <source>The result is no mapping in JSON.</source>
        <translation>Das Resultat ist keine Zuordnung (Mapping) in JSON.</translation>
    </message>
    <message>
        <source>“%1” is a number from 0 to a million million.</source>
        <translation>„%1“ ist eine Zahl von 0 bis zu einer Billion.</translation>
    </message>
</context>
<context>
    <name>baton::Templates</name>
    <message>
        <source>There is no template “%1”. `baton templates` lists them.</source>
        <translation>Es gibt keine Vorlage „%1“. `baton templates` listet sie auf.</translation>
    </message>
    <message>
        <source>There is no template “%1”. Did you mean “%2”?</source>
        <translation>Es gibt keine Vorlage „%1“. War „%2“ gemeint?</translation>
    </message>
</context>
<context>
    <name>baton::TimeAxis</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>baton::TimeBar</name>
    <message>
        <source>Back to now</source>
        <translation>Zurück zur Gegenwart</translation>
    </message>
    <message>
        <source>The past is shown</source>
        <translation>Die Vergangenheit wird gezeigt</translation>
    </message>
    <message>
        <source>One event back</source>
        <translation>Ein Ereignis zurück</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>One event on</source>
        <translation>Ein Ereignis weiter</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How fast the run is played</source>
        <translation>Wie schnell der Lauf abgespielt wird</translation>
    </message>
    <message>
        <source>All in 30 s</source>
        <translation>Alles in 30 s</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>times as fast</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Showing %1 — event %2 of %3</source>
        <translation>Gezeigt wird %1 – Ereignis %2 von %3</translation>
    </message>
    <message>
        <source>Showing the moment before the run began</source>
        <translation>Gezeigt wird der Moment vor Beginn des Laufs</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>baton::TimelineView</name>
    <message>
        <source>Timeline of the run</source>
        <translation>Zeitachse des Laufs</translation>
    </message>
    <message>
        <source>Event %1 of %2</source>
        <translation>Ereignis %1 von %2</translation>
    </message>
    <message>
        <source>Nothing has started yet.</source>
        <translation>Noch hat nichts begonnen.</translation>
    </message>
    <message>
        <source>No run yet. Press Run to see it here.</source>
        <translation>Noch kein Lauf. Einen Lauf starten, um ihn hier zu sehen.</translation>
    </message>
    <message>
        <source>from %1 for %2</source>
        <translation>ab %1 für %2</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>on the critical path</source>
        <translation>auf dem kritischen Pfad</translation>
    </message>
</context>
<context>
    <name>baton::TokenChart</name>
    <message>
        <source>Tokens over time</source>
        <translation>Tokens im Zeitverlauf</translation>
    </message>
    <message>
        <source>warning at %1 %</source>
        <translation>Warnung bei %1 %</translation>
    </message>
    <message>
        <source>the run stops</source>
        <translation>der Lauf hält an</translation>
    </message>
    <message>
        <source>budget spent</source>
        <translation>Budget verbraucht</translation>
    </message>
    <message>
        <source>budgeted for what is done</source>
        <translation>veranschlagt für das Erledigte</translation>
    </message>
    <message>
        <source>budgeted</source>
        <translation>veranschlagt</translation>
    </message>
    <message>
        <source>left</source>
        <translation>übrig</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>verbraucht</translation>
    </message>
    <message>
        <source>After %1: %2 spent</source>
        <translation>Nach %1: %2 verbraucht</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 von %2 übrig</translation>
    </message>
    <message>
        <source>%1 budgeted for what is done</source>
        <translation>%1 veranschlagt für das Erledigte</translation>
    </message>
</context>
<context>
    <name>baton::TokensModel</name>
    <message>
        <source>Phase and task</source>
        <translation>Phase und Aufgabe</translation>
    </message>
    <message>
        <source>Share of the plan</source>
        <translation>Anteil am Plan</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
</context>
<context>
    <name>baton::TokensPanel</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens of each task</source>
        <translation>Tokens jeder Aufgabe</translation>
    </message>
    <message>
        <source>No run yet. Press Run to see it here.</source>
        <translation>Noch kein Lauf. Einen Lauf starten, um ihn hier zu sehen.</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <translation>%1 USD</translation>
    </message>
    <message>
        <source>budgets × %1</source>
        <comment>multiplier</comment>
        <translation>Budgets × %1</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
</context>
<context>
    <name>baton::ToolStrip</name>
    <message>
        <source>Where to run</source>
        <translation>Wo ausgeführt wird</translation>
    </message>
    <message>
        <source>+ Task</source>
        <translation>+ Aufgabe</translation>
    </message>
    <message>
        <source>+ Gate</source>
        <translation>+ Gate</translation>
    </message>
    <message>
        <source>+ Phase</source>
        <translation>+ Phase</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Search or run a command…   %1</source>
        <translation>Suchen oder Befehl ausführen …   %1</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Pretend: nothing is started, time is virtual.</source>
        <translation>So tun als ob: Nichts wird gestartet, die Zeit ist virtuell.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Running on a Slurm cluster is not available yet.</source>
        <translation>Auf einem Slurm-Cluster auszuführen geht noch nicht.</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>verb</comment>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>Wie geplant</translation>
    </message>
    <message>
        <source>Each task runs where its executor, or its persona&apos;s, says.</source>
        <translation>Jede Aufgabe läuft dort, wo ihre Ausführung oder die ihrer Persona es sagt.</translation>
    </message>
    <message>
        <source>As planned, but cluster jobs run here too, as processes.</source>
        <translation>Wie geplant, aber auch Aufträge des Clusters laufen hier, als Prozesse.</translation>
    </message>
    <message>
        <source>As planned, but commands go to the Slurm cluster too, as jobs. Agents, endpoints and people stay here.</source>
        <translation>Wie geplant, aber auch Befehle gehen als Jobs an den Slurm-Cluster. Agenten, Endpunkte und Personen bleiben hier.</translation>
    </message>
    <message>
        <source>Whole plan</source>
        <translation>Ganzer Plan</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <source>Where to run: %1</source>
        <translation>Wo ausgeführt wird: %1</translation>
    </message>
</context>
<context>
    <name>baton::Trust</name>
    <message>
        <source>Another program changes what is trusted. Try again.</source>
        <translation>Ein anderes Programm ändert gerade, wem vertraut wird. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source> (in %1)</source>
        <translation> (in %1)</translation>
    </message>
    <message>
        <source>%1 is no folder. Name the folder of a workflow.</source>
        <translation>%1 ist kein Ordner. Den Ordner eines Workflows nennen.</translation>
    </message>
    <message>
        <source>%1 (an agent that may: %2)</source>
        <translation>%1 (ein Agent, der darf: %2)</translation>
    </message>
    <message>
        <source>%1 is not what Baton wrote there, so nothing counts as trusted. Repair the file or delete it.</source>
        <translation>%1 ist nicht, was Baton dort geschrieben hat, daher gilt nichts als vertrauenswürdig. Die Datei reparieren oder löschen.</translation>
    </message>
</context>
<context>
    <name>baton::TrustDialog</name>
    <message>
        <source>Trust everything in %1 from now on</source>
        <translation>Ab jetzt allem in %1 vertrauen</translation>
    </message>
    <message>
        <source>Run these commands?</source>
        <translation>Diese Befehle ausführen?</translation>
    </message>
    <message numerus="yes">
        <source>This workflow would run %n command(s) on this machine</source>
        <translation>
            <numerusform>Dieser Workflow würde %n Befehl auf diesem Rechner ausführen</numerusform>
            <numerusform>Dieser Workflow würde %n Befehle auf diesem Rechner ausführen</numerusform>
        </translation>
    </message>
    <message>
        <source>They run with your rights. Look through them and run only what you would type yourself.</source>
        <translation>Sie laufen mit Ihren Rechten. Nur ausführen, was Sie auch selbst eintippen würden.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Run the commands</source>
        <translation>Befehle ausführen</translation>
    </message>
    <message>
        <source>The whole command</source>
        <translation>Der ganze Befehl</translation>
    </message>
</context>
<context>
    <name>baton::ViewController</name>
    <message>
        <source>Theme: as the &amp;system</source>
        <translation>Thema: wie das &amp;System</translation>
    </message>
    <message>
        <source>Theme: &amp;light</source>
        <translation>Thema: &amp;hell</translation>
    </message>
    <message>
        <source>Theme: &amp;dark</source>
        <translation>Thema: &amp;dunkel</translation>
    </message>
    <message>
        <source>Theme: high &amp;contrast</source>
        <translation>Thema: hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>&amp;Bewegung reduzieren</translation>
    </message>
</context>
<context>
    <name>baton::Waiting</name>
    <message numerus="yes">
        <source>%n wait(s): %1</source>
        <translation>
            <numerusform>%n wartet: %1</numerusform>
            <numerusform>%n warten: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 at once may call %2</source>
        <translation>höchstens %1 gleichzeitig dürfen %2 aufrufen</translation>
    </message>
    <message>
        <source>%1 took its %2 tokens of this minute</source>
        <translation>%1 hat seine %2 Token dieser Minute verbraucht</translation>
    </message>
    <message>
        <source>the run has spent %1 of the %2 it may; raise the limit, then resume</source>
        <translation>der Lauf hat %1 von erlaubten %2 ausgegeben; die Grenze erhöhen, dann fortsetzen</translation>
    </message>
    <message>
        <source>what runs is planned to take the %2 tokens a minute of %1</source>
        <translation>was läuft, soll die %2 Tokens je Minute von %1 schon brauchen</translation>
    </message>
    <message>
        <source>The run has spent %1 of the %2 it may, so nothing more was asked. Raise the limit (`--max-cost`, or `max_cost` in the settings), then resume.</source>
        <translation>Der Lauf hat %1 von den %2 ausgegeben, die er darf; deshalb wurde nichts mehr angefragt. Die Grenze anheben (`--max-cost` oder `max_cost` in den Einstellungen), dann fortsetzen.</translation>
    </message>
</context>
<context>
    <name>baton::WhatIfDialog</name>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>+%1 %</source>
        <translation>+%1 %</translation>
    </message>
    <message>
        <source>−%1 %</source>
        <translation>−%1 %</translation>
    </message>
    <message>
        <source>cannot run</source>
        <translation>kann nicht laufen</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, dann %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n task(s)</source>
        <translation>
            <numerusform>%1, %n Aufgabe</numerusform>
            <numerusform>%1, %n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 … and %n more</source>
        <translation>
            <numerusform>%1 … und eine weitere</numerusform>
            <numerusform>%1 … und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Critical path: %1</source>
        <translation>Kritischer Pfad: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n simulated run(s), in which tasks take between two thirds and one and a half of what is planned.</source>
        <translation>
            <numerusform>%n simulierter Lauf, in dem Aufgaben zwischen zwei Dritteln und dem Anderthalbfachen des Geplanten brauchen.</numerusform>
            <numerusform>%n simulierte Läufe, in denen Aufgaben zwischen zwei Dritteln und dem Anderthalbfachen des Geplanten brauchen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them did not get to the end.</source>
        <translation>
            <numerusform>Einer davon kam nicht ans Ende.</numerusform>
            <numerusform>%n davon kamen nicht ans Ende.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the run at the cap</source>
        <translation>Lauf an der Obergrenze anhalten</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost (USD)</source>
        <translation>Kosten (USD)</translation>
    </message>
    <message>
        <source>Take the changes</source>
        <translation>Änderungen übernehmen</translation>
    </message>
    <message>
        <source>Preview on the canvas</source>
        <translation>Vorschau auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>What if?</source>
        <translation>Was wäre wenn?</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Tasks at the same time, at most</source>
        <translation>Aufgaben gleichzeitig, höchstens</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>keine Obergrenze</translation>
    </message>
    <message>
        <source>Tokens of the whole run, at most</source>
        <translation>Token des ganzen Laufs, höchstens</translation>
    </message>
    <message>
        <source>At once, at most</source>
        <translation>Gleichzeitig höchstens</translation>
    </message>
    <message>
        <source>Token cap</source>
        <translation>Token-Obergrenze</translation>
    </message>
    <message>
        <source>Filter tasks…</source>
        <translation>Aufgaben filtern …</translation>
    </message>
    <message>
        <source>Filter tasks</source>
        <translation>Aufgaben filtern</translation>
    </message>
    <message>
        <source>Tasks with their model, duration and tokens</source>
        <translation>Aufgaben mit Modell, Dauer und Token</translation>
    </message>
    <message>
        <source>Needs of the task; untick one to do without it</source>
        <translation>Voraussetzungen der Aufgabe; abwählen, um darauf zu verzichten</translation>
    </message>
    <message>
        <source>Add a need: the id of a task, then Return</source>
        <translation>Voraussetzung hinzufügen: Id einer Aufgabe, dann Eingabetaste</translation>
    </message>
    <message>
        <source>Add a need</source>
        <translation>Voraussetzung hinzufügen</translation>
    </message>
    <message>
        <source>The plan now and with the changes</source>
        <translation>Der Plan jetzt und mit den Änderungen</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>Wie geplant</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Kritischer Pfad</translation>
    </message>
    <message>
        <source>WHAT MANY RUNS COME TO</source>
        <translation>WAS VIELE LÄUFE ERGEBEN</translation>
    </message>
    <message>
        <source>PRICES, USD FOR A MILLION TOKENS</source>
        <translation>PREISE, USD FÜR EINE MILLION TOKEN</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Price of %1 for a million tokens</source>
        <translation>Preis von %1 für eine Million Token</translation>
    </message>
    <message>
        <source>NEEDS</source>
        <translation>VORAUSSETZUNGEN</translation>
    </message>
    <message>
        <source>NEEDS OF “%1”</source>
        <translation>VORAUSSETZUNGEN VON „%1“</translation>
    </message>
    <message>
        <source>No task or gate has the id “%1”.</source>
        <translation>Keine Aufgabe und kein Gate hat die Id „%1“.</translation>
    </message>
    <message>
        <source>(no persona)</source>
        <translation>(ohne Persona)</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>persona, model</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>tokens × %1</source>
        <translation>Tokens × %1</translation>
    </message>
    <message>
        <source>time × %1</source>
        <translation>Zeit × %1</translation>
    </message>
    <message>
        <source>%1 a task</source>
        <translation>%1 je Aufgabe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>persona, what was measured</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Measured in %n earlier run(s), in place of the plan&apos;s own figures. %1</source>
        <translation>
            <numerusform>In %n früheren Lauf gemessen, statt der eigenen Zahlen des Plans. %1</numerusform>
            <numerusform>In %n früheren Läufen gemessen, statt der eigenen Zahlen des Plans. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::WhatIfModel</name>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
</context>
<context>
    <name>baton::WholePlan</name>
    <message>
        <source>A person does it.</source>
        <translation>Eine Person erledigt sie.</translation>
    </message>
    <message>
        <source>It has no executor, so that it is only simulated.</source>
        <translation>Sie hat keine Ausführung und wird nur simuliert.</translation>
    </message>
    <message>
        <source>The plan has it done on this machine.</source>
        <translation>Der Plan lässt sie auf diesem Rechner ausführen.</translation>
    </message>
    <message>
        <source>A person approves its start.</source>
        <translation>Eine Person gibt ihren Start frei.</translation>
    </message>
    <message>
        <source>A simulation hands nothing to a cluster. Leave one of the two out.</source>
        <translation>Eine Simulation übergibt nichts an einen Cluster. Bitte eines von beiden weglassen.</translation>
    </message>
    <message>
        <source>A plan whose tasks work in worktrees cannot be handed to a cluster whole: somebody has to make them. Use one workspace for all, or let Baton watch.</source>
        <translation>Ein Plan, dessen Aufgaben in Worktrees arbeiten, kann nicht als Ganzes an einen Cluster übergeben werden: jemand muss sie anlegen. Bitte einen Arbeitsbereich für alle verwenden oder Baton zusehen lassen.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>A person decides about a gate before them.</source>
        <translation>Eine Person entscheidet über ein Gate davor.</translation>
    </message>
    <message>
        <source>No task of this plan can be handed to a cluster ahead. %1 Run it with Baton open instead.</source>
        <translation>Keine Aufgabe dieses Plans kann einem Cluster im Voraus übergeben werden. %1 Stattdessen mit offenem Baton laufen lassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) go on only while Baton is open. %1</source>
        <translation>
            <numerusform>%n Aufgabe läuft nur weiter, solange Baton offen ist. %1</numerusform>
            <numerusform>%n Aufgaben laufen nur weiter, solange Baton offen ist. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::WorkerEventReader</name>
    <message>
        <source>“%1” wrote more events than can be true; the rest is not read.</source>
        <translation>„%1“ schrieb mehr Ereignisse, als wahr sein können; der Rest wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Event %1 of “%2” is no mapping in JSON and was refused.</source>
        <translation>Ereignis %1 von „%2“ ist keine Zuordnung in JSON und wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Event %1 of “%2” was refused: %3</source>
        <translation>Ereignis %1 von „%2“ wurde abgelehnt: %3</translation>
    </message>
</context>
<context>
    <name>baton::Workflow</name>
    <message>
        <source>Only a task or a gate that has an id can be needed.</source>
        <translation>Nur eine Aufgabe oder ein Gate mit Id kann benötigt werden.</translation>
    </message>
    <message>
        <source>“%1” cannot need itself.</source>
        <translation>„%1“ kann sich nicht selbst benötigen.</translation>
    </message>
    <message>
        <source>That would close a cycle: %1.</source>
        <translation>Das würde einen Zyklus schließen: %1.</translation>
    </message>
    <message>
        <source>“%1” needs “%2” already.</source>
        <translation>„%1“ benötigt „%2“ schon.</translation>
    </message>
    <message>
        <source>“%1” closes a phase: it waits for the tasks of its phase. Move the task there.</source>
        <translation>„%1“ schließt eine Phase ab: Es wartet auf die Aufgaben seiner Phase. Die Aufgabe dorthin verschieben.</translation>
    </message>
    <message>
        <source>Only a task or a sync point can need something.</source>
        <translation>Nur eine Aufgabe oder ein Synchronisationspunkt kann etwas benötigen.</translation>
    </message>
    <message>
        <source>There is nothing here that could be renamed.</source>
        <translation>Hier ist nichts, was umbenannt werden könnte.</translation>
    </message>
    <message>
        <source>The id “%1” is taken. Choose another.</source>
        <translation>Die Id „%1“ ist vergeben. Eine andere wählen.</translation>
    </message>
    <message>
        <source>“%1” is not an id: use a to z, digits and hyphens only, and begin with a letter or a digit.</source>
        <translation>„%1“ ist keine Id: nur a bis z, Ziffern und Bindestriche verwenden und mit einem Buchstaben oder einer Ziffer beginnen.</translation>
    </message>
</context>
<context>
    <name>baton::Workspace</name>
    <message>
        <source>Panels below the canvas</source>
        <translation>Bereiche unter der Zeichenfläche</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>Probleme %1</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Inbox %1</source>
        <translation>Eingang %1</translation>
    </message>
    <message>
        <source>Pre-flight</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Pre-flight %1</source>
        <translation>Checkliste %1</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>Advice %1</source>
        <translation>Rat %1</translation>
    </message>
</context>
<context>
    <name>baton::Worktrees</name>
    <message>
        <source>The repository of %1 belongs to somebody else, so git does not touch it. Tell git that it is safe (git config --global --add safe.directory), or set `workspace: shared`.</source>
        <translation>Das Repository von %1 gehört jemand anderem, deshalb rührt git es nicht an. Es git als sicher nennen (git config --global --add safe.directory) oder `workspace: shared` setzen.</translation>
    </message>
    <message>
        <source>%1 is in no git repository, and this plan wants a worktree for each task. Run `git init` there and commit something, or set `workspace: shared`.</source>
        <translation>%1 liegt in keinem Git-Repository, und dieser Plan will für jede Aufgabe einen Worktree. Dort `git init` ausführen und etwas committen oder `workspace: shared` setzen.</translation>
    </message>
    <message>
        <source>This plan wants a worktree for each task, and git is not installed. Install git, or set `workspace: shared`.</source>
        <translation>Dieser Plan will für jede Aufgabe einen Worktree, aber git ist nicht installiert. Git installieren oder `workspace: shared` setzen.</translation>
    </message>
    <message>
        <source>The workspace %1 does not exist. Make it, or correct settings.root.</source>
        <translation>Den Arbeitsbereich %1 gibt es nicht. Ihn anlegen oder settings.root berichtigen.</translation>
    </message>
    <message>
        <source>%1 is a repository without a checkout (bare). Clone it, and run the plan in the clone.</source>
        <translation>%1 ist ein Repository ohne Arbeitskopie (bare). Es klonen und den Plan im Klon ausführen.</translation>
    </message>
    <message>
        <source>The repository %1 has no commit yet, so no worktree can begin with one. Commit something first.</source>
        <translation>Das Repository %1 hat noch keinen Commit, mit dem ein Worktree beginnen könnte. Zuerst etwas committen.</translation>
    </message>
    <message>
        <source>git could not list the branches of %1: %2.</source>
        <translation>git konnte die Branches von %1 nicht auflisten: %2.</translation>
    </message>
    <message>
        <source>The branch “%1” is there already, from an earlier run of this name. Delete it (git branch -D %1), or give the run another folder.</source>
        <translation>Den Branch „%1“ gibt es schon, von einem früheren Lauf dieses Namens. Ihn löschen (git branch -D %1) oder dem Lauf einen anderen Ordner geben.</translation>
    </message>
    <message>
        <source>The branch “%1” is in the way of branches that begin with “%2”. Rename it, or set another settings.branch_prefix.</source>
        <translation>Der Branch „%1“ steht Branches im Weg, die mit „%2“ beginnen. Ihn umbenennen oder settings.branch_prefix anders setzen.</translation>
    </message>
    <message>
        <source>git could not compare branches: %1.</source>
        <translation>git konnte Branches nicht vergleichen: %1.</translation>
    </message>
    <message>
        <source>This git is too old to merge branches without a checkout. Install git 2.38 or later.</source>
        <translation>Dieses git ist zu alt, um Branches ohne Arbeitskopie zusammenzuführen. Git 2.38 oder neuer installieren.</translation>
    </message>
    <message>
        <source>git could not merge branches: %1.</source>
        <translation>git konnte Branches nicht zusammenführen: %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The branch “%1” with the work of “%2” is gone. Restore it, or reset “%2” to have the work done again.</source>
        <translation>Der Branch „%1“ mit der Arbeit von „%2“ ist weg. Ihn wiederherstellen oder „%2“ zurücksetzen, damit die Arbeit neu getan wird.</translation>
    </message>
    <message>
        <source>The branch of “%1” conflicts with what else “%2” builds on, in %3. Add an integrate task before it.</source>
        <translation>Der Branch von „%1“ hat Konflikte mit dem, worauf „%2“ sonst aufbaut, in %3. Davor eine Aufgabe der Art integrate einfügen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check its permissions.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>The branch “%1” is there already. Rename or delete it, then try “%2” again.</source>
        <translation>Den Branch „%1“ gibt es schon. Ihn umbenennen oder löschen und „%2“ dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The folder %1 is in the way of the worktree of “%2”. Move it away, then try again.</source>
        <translation>Der Ordner %1 steht dem Worktree von „%2“ im Weg. Ihn wegschieben und es dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The branch of “%1” could not be made: %2.</source>
        <translation>Der Branch von „%1“ konnte nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>The worktree of “%1” could not be made: %2.</source>
        <translation>Der Worktree von „%1“ konnte nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>The branch “%1” is gone, so “%2” cannot go on with its work. Restore it.</source>
        <translation>Der Branch „%1“ ist weg, deshalb kann „%2“ seine Arbeit nicht fortsetzen. Ihn wiederherstellen.</translation>
    </message>
    <message>
        <source>The worktree of “%1” is no longer on its branch. Check out “%2” in %3, with the work on it.</source>
        <translation>Der Worktree von „%1“ ist nicht mehr auf seinem Branch. In %3 „%2“ auschecken, mit der Arbeit darauf.</translation>
    </message>
    <message>
        <source>The branch of “%1” could not be merged: %2.</source>
        <translation>Der Branch von „%1“ konnte nicht zusammengeführt werden: %2.</translation>
    </message>
    <message>
        <source>The resolved merge could not be committed: %1.</source>
        <translation>Die gelöste Zusammenführung konnte nicht committet werden: %1.</translation>
    </message>
    <message>
        <source>What changed before “%1” could not be taken in: %2.</source>
        <translation>Was sich vor „%1“ geändert hat, konnte nicht übernommen werden: %2.</translation>
    </message>
    <message>
        <source>What changed before “%1” conflicts with its earlier work, in %2. Merge them by hand in %3, then retry it.</source>
        <translation>Was sich vor „%1“ geändert hat, hat Konflikte mit der früheren Arbeit, in %2. Beides in %3 von Hand zusammenführen und es dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The work could not be committed: %1.</source>
        <translation>Die Arbeit konnte nicht committet werden: %1.</translation>
    </message>
    <message>
        <source>No branch in git can begin with “%1”. Set another settings.branch_prefix, such as “baton/”.</source>
        <translation>Kein Branch in git kann mit „%1“ beginnen. settings.branch_prefix anders setzen, etwa „baton/“.</translation>
    </message>
    <message>
        <source>“%1” has no branch in this run. Branches are made when tasks start, in plans with `workspace: worktree`.</source>
        <translation>„%1“ hat in diesem Lauf keinen Branch. Branches entstehen beim Start der Aufgaben, in Plänen mit `workspace: worktree`.</translation>
    </message>
    <message>
        <source>git is not installed, so changes cannot be shown. Install git.</source>
        <translation>git ist nicht installiert, deshalb lassen sich Änderungen nicht zeigen. Git installieren.</translation>
    </message>
    <message>
        <source>The workspace %1 is gone, and the branches of this run with it.</source>
        <translation>Der Arbeitsbereich %1 ist weg, und mit ihm die Branches dieses Laufs.</translation>
    </message>
    <message>
        <source>git could not compare the branch “%1” with what it began with: %2.</source>
        <translation>git konnte den Branch „%1“ nicht mit seinem Anfang vergleichen: %2.</translation>
    </message>
    <message>
        <source>begins where the repository stands</source>
        <translation>beginnt, wo das Repository steht</translation>
    </message>
    <message>
        <source>merges, in this order: %1</source>
        <translation>führt zusammen, in dieser Reihenfolge: %1</translation>
    </message>
    <message>
        <source>builds on %1</source>
        <translation>baut auf %1 auf</translation>
    </message>
</context>
<context>
    <name>baton::ZoomBar</name>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
</TS>
