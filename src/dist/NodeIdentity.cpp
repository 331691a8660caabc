#include "dist/NodeIdentity.h"

#include <QHostInfo>
#include <QRandomGenerator>

namespace nodescope::dist {

namespace {

constexpr int DynamicNameLength = 13;
constexpr quint32 FirstFreeCreation = 4;

QString defaultHost()
{
    const QString host = QHostInfo::localHostName();
    return host.isEmpty() || host.contains(u'@') ? QStringLiteral("localhost") : host;
}

} // namespace

NodeIdentity NodeIdentity::dynamic(const QString &host)
{
    NodeIdentity identity;
    identity.host = host.isEmpty() ? defaultHost() : host;
    return identity;
}

NodeIdentity NodeIdentity::fixed(const base::NodeName &name, bool hidden)
{
    NodeIdentity identity;
    identity.name = name;
    identity.host = name.host();
    identity.hidden = hidden;
    return identity;
}

base::NodeName dynamicName(const QString &host)
{
    const quint64 random = QRandomGenerator::system()->generate64();
    const QString name = QString::number(random, 36).toUpper().rightJustified(DynamicNameLength, u'0');
    return base::NodeName::parse(QString(name + u'@' + host)).value_or(base::NodeName());
}

quint32 randomCreation()
{
    return QRandomGenerator::system()->bounded(FirstFreeCreation, ~quint32(0));
}

} // namespace nodescope::dist
