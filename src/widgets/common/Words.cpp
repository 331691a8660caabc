#include "widgets/common/Words.h"

#include <QCoreApplication>
#include <QLocale>

#include "doctor/CauseText.h"
#include "widgets/common/SafeText.h"
#include "widgets/discovery/DiscoveryWords.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
class CommonText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// Of a source of discovery by its identifier; one of a later version as it is.
QString sourceWord(const QString &identifier)
{
    for (int kind = 0; kind <= int(SourceKind::Neighbours); ++kind) {
        if (identifierOf(SourceKind(kind)) == identifier)
            return wordFor(SourceKind(kind));
    }
    return visibleText(identifier, 40);
}
} // namespace

QString wordFor(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Unknown:
        return CommonText::tr("not known yet");
    case NodeKind::Beam:
        return CommonText::tr("Erlang or Elixir");
    case NodeKind::CNode:
        return CommonText::tr("C or Java node");
    case NodeKind::Practice:
        return CommonText::tr("practice node");
    case NodeKind::Self:
        return CommonText::tr("this program");
    }
    return {};
}

QString wordFor(NodeState state)
{
    switch (state) {
    case NodeState::Known:
        return CommonText::tr("not connected");
    case NodeState::Connecting:
        return CommonText::tr("connecting");
    case NodeState::Up:
        return CommonText::tr("up");
    case NodeState::Reported:
        return CommonText::tr("reported");
    case NodeState::Failed:
        return CommonText::tr("failed");
    case NodeState::Down:
        return CommonText::tr("down");
    case NodeState::Expected:
        return CommonText::tr("expected");
    case NodeState::Frozen:
        return CommonText::tr("silent");
    }
    return {};
}

QString wordFor(Watched watched)
{
    switch (watched) {
    case Watched::Not:
        return CommonText::tr("not watched");
    case Watched::Push:
        return CommonText::tr("push");
    case Watched::Poll:
        return CommonText::tr("poll");
    case Watched::Hearsay:
        return CommonText::tr("hearsay");
    }
    return {};
}

QString explanationOf(Watched watched)
{
    switch (watched) {
    case Watched::Not:
        return CommonText::tr("Nothing is known yet of what this node sees.");
    case Watched::Push:
        return CommonText::tr(
            "A small process on the node sends its events as they happen. It ends with our link.");
    case Watched::Poll:
        return CommonText::tr(
            "The node cannot run our watcher, so it is asked at intervals which nodes it sees.");
    case Watched::Hearsay:
        return CommonText::tr(
            "The node does not answer questions. What is shown is what other nodes say of it.");
    }
    return {};
}

QString wordFor(LinkState state)
{
    switch (state) {
    case LinkState::Connecting:
        return CommonText::tr("connecting", "link");
    case LinkState::Up:
        return CommonText::tr("up", "link");
    case LinkState::OneSided:
        return CommonText::tr("one end only");
    case LinkState::Failed:
        return CommonText::tr("failed", "link");
    case LinkState::Down:
        return CommonText::tr("down", "link");
    }
    return {};
}

QString wordFor(EndView view)
{
    switch (view) {
    case EndView::Unknown:
        return CommonText::tr("not asked");
    case EndView::Absent:
        return CommonText::tr("does not see it");
    case EndView::Pending:
        return CommonText::tr("setting up");
    case EndView::Up:
        return CommonText::tr("sees it");
    }
    return {};
}

QString wordFor(EventKind kind)
{
    switch (kind) {
    case EventKind::NodeUp:
        return CommonText::tr("node up");
    case EventKind::NodeDown:
        return CommonText::tr("node down");
    case EventKind::NodeDiscovered:
        return CommonText::tr("discovered");
    case EventKind::WatchStarted:
        return CommonText::tr("watching");
    case EventKind::WatchEnded:
        return CommonText::tr("not watching");
    case EventKind::ConnectFailed:
        return CommonText::tr("failed", "event");
    case EventKind::Sent:
        return CommonText::tr("sent");
    case EventKind::Received:
        return CommonText::tr("received");
    case EventKind::Acted:
        return CommonText::tr("acted");
    case EventKind::Notice:
        return CommonText::tr("notice");
    }
    return {};
}

QString nameFor(const base::NodeName &node)
{
    if (node.isNull() || node == selfName())
        return QStringLiteral("Nodescope");
    return visibleText(node.text());
}

QString shortNameFor(const base::NodeName &node)
{
    if (node.isNull() || node == selfName())
        return QStringLiteral("Nodescope");
    return visibleText(node.name());
}

namespace {
struct Ends
{
    base::NodeName first;
    base::NodeName second;
    bool directed = false;
};

Ends endsOf(const Link &link)
{
    const bool diagnosed = link.diagnosis && link.key.contains(link.diagnosis->to);
    if (diagnosed)
        return {link.key.other(link.diagnosis->to), link.diagnosis->to, true};
    // We are the one who dials; between others there is no direction.
    if (link.key.contains(selfName()))
        return {selfName(), link.key.other(selfName()), true};
    return {link.key.a, link.key.b, false};
}

QString arrowOf(const Ends &ends)
{
    return ends.directed ? QStringLiteral(" → ") : QStringLiteral(" ↔ ");
}

QString briefNameFor(const base::NodeName &node)
{
    const QString name = nameFor(node);
    const QString host = node.host();
    const bool address = host.isEmpty() || host.front().isDigit() || host.contains(u':');
    const qsizetype dot = name.indexOf(u'.', name.indexOf(u'@'));
    return address || dot < 0 ? name : name.left(dot);
}
} // namespace

QString nameFor(const Link &link)
{
    const Ends ends = endsOf(link);
    return nameFor(ends.first) + arrowOf(ends) + nameFor(ends.second);
}

QString shortNameFor(const Link &link)
{
    const Ends ends = endsOf(link);
    return shortNameFor(ends.first) + arrowOf(ends) + shortNameFor(ends.second);
}

QString briefNameFor(const Link &link)
{
    const Ends ends = endsOf(link);
    // Two nodes of one host need not say it twice.
    if (ends.first.host() == ends.second.host())
        return shortNameFor(link);
    return briefNameFor(ends.first) + arrowOf(ends) + briefNameFor(ends.second);
}

QString sentenceFor(const Event &event)
{
    const QString source = nameFor(event.source);
    const QString node = nameFor(event.node);
    const QString reason = visibleText(event.reason, 200);
    switch (event.kind) {
    case EventKind::NodeUp:
        return CommonText::tr("%1 is connected to %2").arg(source, node);
    case EventKind::NodeDown:
        return reason.isEmpty() ? CommonText::tr("%1 lost %2").arg(source, node)
                                : CommonText::tr("%1 lost %2 (%3)").arg(source, node, reason);
    case EventKind::NodeDiscovered:
        return event.reason.isEmpty()
                   ? CommonText::tr("%1 was heard of").arg(node)
                   : CommonText::tr("%1 was heard of (%2)").arg(node, sourceWord(event.reason));
    case EventKind::WatchStarted:
        return CommonText::tr("%1 is being watched (%2)").arg(node, reason);
    case EventKind::WatchEnded:
        return CommonText::tr("%1 is not watched any more").arg(node);
    case EventKind::ConnectFailed:
        return CommonText::tr("%1 could not connect to %2: %3")
            .arg(source, node, doctor::briefOf(causeFromIdentifier(event.reason), event.certainty));
    case EventKind::Sent:
        return CommonText::tr("a message went from %1 to %2").arg(source, node);
    case EventKind::Received:
        return CommonText::tr("a message from %1 arrived").arg(node);
    case EventKind::Acted:
        return CommonText::tr("done on %1: %2").arg(source, reason);
    case EventKind::Notice:
        if (event.reason == QLatin1String("messages_left_out"))
            return CommonText::tr("%n more message(s), which stand in the chart of messages only", nullptr,
                                  event.detail.toInt());
        if (event.reason == QLatin1String("message_failed"))
            return CommonText::tr("a message from %1 to %2 failed: %3")
                .arg(source, node, visibleText(event.detail, 200));
        break;
    }
    return reason;
}

QString remarkFor(const Node &node)
{
    switch (node.state) {
    case NodeState::Failed:
        return node.cause == Cause::None ? wordFor(node.state) : doctor::briefOf(node.cause, node.certainty);
    case NodeState::Up:
        break;
    default:
        return wordFor(node.state);
    }
    if (!node.elixir.isEmpty())
        return QStringLiteral("Elixir %1").arg(visibleText(node.elixir, 20));
    if (!node.release.isEmpty())
        return QStringLiteral("OTP %1").arg(visibleText(node.release, 20));
    if (node.kind == NodeKind::Practice)
        return CommonText::tr("practice");
    if (node.kind == NodeKind::CNode)
        return QStringLiteral("ei");
    return wordFor(node.state);
}

QString timeText(const QDateTime &utc, bool milliseconds)
{
    if (!utc.isValid())
        return {};
    return utc.toLocalTime().toString(milliseconds ? QStringLiteral("HH:mm:ss.zzz")
                                                   : QStringLiteral("HH:mm:ss"));
}

QString momentText(const QDateTime &utc)
{
    if (!utc.isValid())
        return QStringLiteral("–");
    const QDateTime local = utc.toLocalTime();
    if (local.date() == QDate::currentDate())
        return timeText(utc);
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + timeText(utc);
}

} // namespace nodescope::widgets
