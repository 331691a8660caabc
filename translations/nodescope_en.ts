<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n byte(s) behind the term are left out</source>
        <translation>
            <numerusform>%n byte behind the term is left out</numerusform>
            <numerusform>%n bytes behind the term are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n packet(s) there is no link of nodes and no EPMD</source>
        <translation>
            <numerusform>in %n packet there is no link of nodes and no EPMD</numerusform>
            <numerusform>in %n packets there is no link of nodes and no EPMD</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s)</source>
        <translation>
            <numerusform>%1: %n event</numerusform>
            <numerusform>%1: %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvictionText</name>
    <message numerus="yes">
        <source>The lost link between %1 and %2 made global disconnect %n more.</source>
        <translation>
            <numerusform>The lost link between %1 and %2 made global disconnect %n more.</numerusform>
            <numerusform>The lost link between %1 and %2 made global disconnect %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message numerus="yes">
        <source>failed %n time(s)</source>
        <translation>
            <numerusform>failed %n time</numerusform>
            <numerusform>failed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>full mesh of %n node(s)</source>
        <translation>
            <numerusform>full mesh of %n node</numerusform>
            <numerusform>full mesh of %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seen by %n node(s)</source>
        <translation>
            <numerusform>seen by %n node</numerusform>
            <numerusform>seen by %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing has come in for more than %n second(s): a node that lives ticks</source>
        <translation>
            <numerusform>nothing has come in for more than %n second: a node that lives ticks</numerusform>
            <numerusform>nothing has come in for more than %n seconds: a node that lives ticks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandshakeText</name>
    <message numerus="yes">
        <source>It waited for %n more byte(s), which never came, until its set-up timer was over.</source>
        <translation>
            <numerusform>It waited for %n more byte, which never came, until its set-up timer was over.</numerusform>
            <numerusform>It waited for %n more bytes, which never came, until its set-up timer was over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It closed at once: cut after %n byte(s) the message is none.</source>
        <translation>
            <numerusform>It closed at once: cut after %n byte the message is none.</numerusform>
            <numerusform>It closed at once: cut after %n bytes the message is none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It closed at once: it takes no message of %n byte(s) in the handshake.</source>
        <translation>
            <numerusform>It closed at once: it takes no message of %n byte in the handshake.</numerusform>
            <numerusform>It closed at once: it takes no message of %n bytes in the handshake.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintedPage</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SequencePainter</name>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryText</name>
    <message numerus="yes">
        <source>%1 lost %2 at %3, and global disconnected %n more to prevent overlapping partitions</source>
        <translation>
            <numerusform>%1 lost %2 at %3, and global disconnected %n more node to prevent overlapping partitions</numerusform>
            <numerusform>%1 lost %2 at %3, and global disconnected %n more nodes to prevent overlapping partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lost the other %n at %2</source>
        <translation>
            <numerusform>%1 lost %n other node at %2</numerusform>
            <numerusform>%1 lost the other %n nodes at %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the cluster fell into %n parts at %1</source>
        <translation>
            <numerusform>the cluster fell into %n part at %1</numerusform>
            <numerusform>the cluster fell into %n parts at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the link of %1 and %2 went %n times since %3</source>
        <translation>
            <numerusform>the link of %1 and %2 went %n time since %3</numerusform>
            <numerusform>the link of %1 and %2 went %n times since %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 went %n times since %2</source>
        <translation>
            <numerusform>%1 went %n time since %2</numerusform>
            <numerusform>%1 went %n times since %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes on %1</source>
        <translation>
            <numerusform>%n node on %1</numerusform>
            <numerusform>%n nodes on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermWords</name>
    <message numerus="yes">
        <source>large integer, %n byte(s)</source>
        <translation>
            <numerusform>large integer, %n byte</numerusform>
            <numerusform>large integer, %n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>list of %n</source>
        <translation>
            <numerusform>list of %n</numerusform>
            <numerusform>list of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>improper list of %n</source>
        <translation>
            <numerusform>improper list of %n</numerusform>
            <numerusform>improper list of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tuple of %n</source>
        <translation>
            <numerusform>tuple of %n</numerusform>
            <numerusform>tuple of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>map of %n</source>
        <translation>
            <numerusform>map of %n</numerusform>
            <numerusform>map of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>binary, %n byte(s)</source>
        <translation>
            <numerusform>binary, %n byte</numerusform>
            <numerusform>binary, %n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bitstring, %n bit(s)</source>
        <translation>
            <numerusform>bitstring, %n bit</numerusform>
            <numerusform>bitstring, %n bits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>record of %n</source>
        <translation>
            <numerusform>record of %n</numerusform>
            <numerusform>record of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitText</name>
    <message numerus="yes">
        <source>It used none of your %n cookie(s).</source>
        <translation>
            <numerusform>It did not use your %n cookie.</numerusform>
            <numerusform>It used none of your %n cookies.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n more message(s), which stand in the chart of messages only</source>
        <translation>
            <numerusform>%n more message, which stands in the chart of messages only</numerusform>
            <numerusform>%n more messages, which stand in the chart of messages only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::BytesView</name>
    <message numerus="yes">
        <source>%n byte(s) marked: %1</source>
        <translation>
            <numerusform>%n byte marked: %1</numerusform>
            <numerusform>%n bytes marked: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::CompareDialog</name>
    <message numerus="yes">
        <source>More than %n difference(s); the first are shown.</source>
        <translation>
            <numerusform>More than %n difference; the first is shown.</numerusform>
            <numerusform>More than %n differences; the first are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ComparisonView</name>
    <message numerus="yes">
        <source>%n field(s) differ</source>
        <translation>
            <numerusform>%n field differs</numerusform>
            <numerusform>%n fields differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ConnectDialog</name>
    <message numerus="yes">
        <source>%n node(s) registered, as of %1. EPMD knows only the part before the @.</source>
        <translation>
            <numerusform>%n node registered, as of %1. EPMD knows only the part before the @.</numerusform>
            <numerusform>%n nodes registered, as of %1. EPMD knows only the part before the @.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::DiscoveryDialog</name>
    <message numerus="yes">
        <source>In doubt: %n node(s)</source>
        <translation>
            <numerusform>In doubt: %n node</numerusform>
            <numerusform>In doubt: %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::EvidenceView</name>
    <message numerus="yes">
        <source>%n byte(s) after %1</source>
        <translation>
            <numerusform>%n byte after %1</numerusform>
            <numerusform>%n bytes after %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::FigureActions</name>
    <message numerus="yes">
        <source>Every %n Second(s)</source>
        <translation>
            <numerusform>Every %n Second</numerusform>
            <numerusform>Every %n Seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::InboxPage</name>
    <message numerus="yes">
        <source>%n message(s), %1 of memory</source>
        <translation>
            <numerusform>%n message, %1 of memory</numerusform>
            <numerusform>%n messages, %1 of memory</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LinkPage</name>
    <message numerus="yes">
        <source>failed %n time(s), last at %1</source>
        <translation>
            <numerusform>failed %n time, at %1</numerusform>
            <numerusform>failed %n times, last at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LintPage</name>
    <message numerus="yes">
        <source>%n node(s) told their settings</source>
        <translation>
            <numerusform>%n node told its settings</numerusform>
            <numerusform>%n nodes told their settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::LogPage</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::MatrixPage</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::NodePage</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>nodes</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ProcessDetailView</name>
    <message numerus="yes">
        <source>%n tie(s) are not shown.</source>
        <translation>
            <numerusform>%n tie is not shown.</numerusform>
            <numerusform>%n ties are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ProcessesPage</name>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>%n process</numerusform>
            <numerusform>%n processes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ProfileForm</name>
    <message numerus="yes">
        <source>Take the %n source(s) that are on now</source>
        <translation>
            <numerusform>Take the %n source that is on now</numerusform>
            <numerusform>Take the %n sources that are on now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::ProfilesDialog</name>
    <message numerus="yes">
        <source>%n expected node(s)</source>
        <translation>
            <numerusform>%n expected node</numerusform>
            <numerusform>%n expected nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::SequencePage</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) hidden</source>
        <translation>
            <numerusform>%n step hidden</numerusform>
            <numerusform>%n steps hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) no longer kept</source>
        <translation>
            <numerusform>%n step no longer kept</numerusform>
            <numerusform>%n steps no longer kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::StatusSummary</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by push</source>
        <translation>
            <numerusform>%n by push</numerusform>
            <numerusform>%n by push</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by poll</source>
        <translation>
            <numerusform>%n by poll</numerusform>
            <numerusform>%n by poll</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by hearsay</source>
        <translation>
            <numerusform>%n by hearsay</numerusform>
            <numerusform>%n by hearsay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::SupervisionWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::TiesView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nodescope::widgets::WelcomePage</name>
    <message numerus="yes">
        <source>%n expected node(s)</source>
        <translation>
            <numerusform>%n expected node</numerusform>
            <numerusform>%n expected nodes</numerusform>
        </translation>
    </message>
</context>
</TS>
