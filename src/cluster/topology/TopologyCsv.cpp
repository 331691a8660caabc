#include "base/SafeText.h"
#include "cluster/topology/Topology.h"

namespace nodescope::cluster {

namespace {

/// A spreadsheet computes what begins so, whoever wrote it: a node's name must not.
bool looksLikeFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

QString field(const QString &text)
{
    QString inner = base::safeText(text);
    if (looksLikeFormula(inner))
        inner.prepend(u'\'');
    if (!inner.contains(u',') && !inner.contains(u'"') && !inner.contains(u'\n'))
        return inner;
    inner.replace(u'"', QStringLiteral("\"\""));
    return u'"' + inner + u'"';
}

QString row(const QStringList &fields)
{
    QStringList quoted;
    for (const QString &one : fields)
        quoted.append(field(one));
    return quoted.join(u',') + QStringLiteral("\r\n");
}

QString text(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

QString text(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString namesOf(const QList<base::NodeName> &nodes)
{
    QStringList names;
    for (const base::NodeName &node : nodes)
        names.append(node.text());
    return names.join(u' ');
}

} // namespace

QByteArray nodesToCsv(const Topology &topology)
{
    QString out =
        QStringLiteral("name,kind,state,release,elixir,hidden,watched,seen_by,cause,reason,since\r\n");
    for (const Node &node : topology.nodes) {
        const bool failed = node.state == NodeState::Failed;
        out += row({node.name.text(), identifierOf(node.kind), identifierOf(node.state), node.release,
                    node.elixir, text(node.hidden), identifierOf(node.watched), namesOf(node.seenBy),
                    failed ? identifierOf(node.cause) : QString(), node.reason, text(node.since)});
    }
    return out.toUtf8();
}

QByteArray linksToCsv(const Topology &topology)
{
    QString out = QStringLiteral("a,b,state,a_sees,b_sees,hidden,tls,cause,reason,since\r\n");
    for (const Topology::Link &link : topology.links) {
        const bool failed = link.link.state == LinkState::Failed;
        out +=
            row({link.a.text(), link.b.text(), identifierOf(link.link.state), identifierOf(link.aSees),
                 identifierOf(link.bSees), text(link.link.hidden), text(link.link.tls),
                 failed ? identifierOf(link.cause()) : QString(), link.link.reason, text(link.link.since)});
    }
    return out.toUtf8();
}

} // namespace nodescope::cluster
