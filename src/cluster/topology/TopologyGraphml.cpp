#include <QHash>
#include <QXmlStreamWriter>

#include "base/SafeText.h"
#include "cluster/topology/Topology.h"

namespace nodescope::cluster {

namespace {

struct Key
{
    const char16_t *name;
    const char16_t *type;
    bool ofNode;
};

constexpr Key Keys[] = {
    {u"name", u"string", true},          {u"kind", u"string", true},    {u"node_state", u"string", true},
    {u"release", u"string", true},       {u"hidden", u"boolean", true}, {u"watched", u"string", true},
    {u"state", u"string", false},        {u"a_sees", u"string", false}, {u"b_sees", u"string", false},
    {u"link_hidden", u"boolean", false}, {u"cause", u"string", false}};

QString text(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

class Writer
{
public:
    explicit Writer(QByteArray *out)
        : m_xml(out)
    {
        m_xml.setAutoFormatting(true);
    }

    void write(const Topology &topology)
    {
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("graphml"));
        m_xml.writeDefaultNamespace(QStringLiteral("http://graphml.graphdrawing.org/xmlns"));
        for (const Key &key : Keys)
            writeKey(key);
        m_xml.writeStartElement(QStringLiteral("graph"));
        m_xml.writeAttribute(QStringLiteral("id"), QStringLiteral("cluster"));
        m_xml.writeAttribute(QStringLiteral("edgedefault"), QStringLiteral("undirected"));
        for (const Node &node : topology.nodes)
            writeNode(node);
        if (topology.hasSelf())
            writeSelf();
        for (const Topology::Link &link : topology.links)
            writeLink(link);
        m_xml.writeEndDocument();
    }

private:
    void writeKey(const Key &key)
    {
        const QString name = QString::fromUtf16(key.name);
        m_xml.writeEmptyElement(QStringLiteral("key"));
        m_xml.writeAttribute(QStringLiteral("id"), name);
        m_xml.writeAttribute(QStringLiteral("for"),
                             key.ofNode ? QStringLiteral("node") : QStringLiteral("edge"));
        m_xml.writeAttribute(QStringLiteral("attr.name"), name);
        m_xml.writeAttribute(QStringLiteral("attr.type"), QString::fromUtf16(key.type));
    }
    void writeData(const QString &key, const QString &value)
    {
        m_xml.writeStartElement(QStringLiteral("data"));
        m_xml.writeAttribute(QStringLiteral("key"), key);
        // Not every character of a name may stand in XML.
        m_xml.writeCharacters(base::safeText(value));
        m_xml.writeEndElement();
    }
    void startNode(const base::NodeName &name)
    {
        const QString id = QStringLiteral("n%1").arg(m_ids.size());
        m_ids.insert(name, id);
        m_xml.writeStartElement(QStringLiteral("node"));
        m_xml.writeAttribute(QStringLiteral("id"), id);
        writeData(QStringLiteral("name"), name.text());
    }
    void writeNode(const Node &node)
    {
        startNode(node.name);
        writeData(QStringLiteral("kind"), identifierOf(node.kind));
        writeData(QStringLiteral("node_state"), identifierOf(node.state));
        writeData(QStringLiteral("release"), node.release);
        writeData(QStringLiteral("hidden"), text(node.hidden));
        writeData(QStringLiteral("watched"), identifierOf(node.watched));
        m_xml.writeEndElement();
    }
    void writeSelf()
    {
        startNode(selfName());
        writeData(QStringLiteral("kind"), identifierOf(NodeKind::Self));
        m_xml.writeEndElement();
    }
    void writeLink(const Topology::Link &link)
    {
        m_xml.writeStartElement(QStringLiteral("edge"));
        m_xml.writeAttribute(QStringLiteral("source"), m_ids.value(link.a));
        m_xml.writeAttribute(QStringLiteral("target"), m_ids.value(link.b));
        writeData(QStringLiteral("state"), identifierOf(link.link.state));
        writeData(QStringLiteral("a_sees"), identifierOf(link.aSees));
        writeData(QStringLiteral("b_sees"), identifierOf(link.bSees));
        writeData(QStringLiteral("link_hidden"), text(link.link.hidden));
        if (link.link.state == LinkState::Failed)
            writeData(QStringLiteral("cause"), identifierOf(link.cause()));
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
    QHash<base::NodeName, QString> m_ids;
};

} // namespace

QByteArray toGraphml(const Topology &topology)
{
    QByteArray out;
    Writer(&out).write(topology);
    return out;
}

} // namespace nodescope::cluster
