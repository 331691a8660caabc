#include "cli/discover/SourceWords.h"

#include "cli/SafeText.h"
#include "cli/Words.h"

namespace nodescope::cli {

using namespace cluster;

namespace {

/// `HOST`, `HOST:PORT` or `[ADDRESS]:PORT`; an address of many colons without brackets has no port.
bool takeHostAndPort(const QString &text, QString &host, quint16 &port)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const bool bracketed = text.startsWith(u'[');
    const bool hasPort = bracketed ? colon > text.indexOf(u']') : colon >= 0 && text.count(u':') == 1;
    host = hasPort ? text.left(colon) : text;
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (!hasPort)
        return true;
    bool ok = false;
    const uint number = text.mid(colon + 1).toUInt(&ok);
    port = quint16(number);
    return ok && number > 0 && number <= 65535;
}

std::optional<SourceSpec> dnsOf(DnsRecord record, const QString &rest, const Arguments &arguments)
{
    const qsizetype at = rest.indexOf(u'@');
    if (at <= 0)
        return std::nullopt;
    return DnsQuery{record, rest.mid(at + 1), rest.left(at), arguments.value(QStringLiteral("nameserver"))};
}

std::optional<SourceSpec> specOf(const QString &word, const Arguments &arguments, quint16 epmdPort)
{
    const QString kind = word.section(u':', 0, 0);
    const QString rest = word.section(u':', 1);
    if (kind == u"hosts")
        return HostsFile{rest, epmdPort};
    for (const DnsRecord record : {DnsRecord::A, DnsRecord::Aaaa, DnsRecord::Srv}) {
        if (kind == identifierOf(record))
            return dnsOf(record, rest, arguments);
    }
    if (kind == u"epmd") {
        EpmdOfHost host{{}, epmdPort};
        return takeHostAndPort(rest, host.host, host.epmdPort) ? std::optional<SourceSpec>(host)
                                                               : std::nullopt;
    }
    if (kind != u"gossip")
        return std::nullopt;
    GossipGroup group;
    group.interface = arguments.value(QStringLiteral("interface"));
    group.secretFile = arguments.value(QStringLiteral("secret-file"));
    if (!rest.isEmpty() && !takeHostAndPort(rest, group.address, group.port))
        return std::nullopt;
    return group;
}

} // namespace

base::Result<SourceSpec, QString> sourceOf(const QString &word, const Arguments &arguments, quint16 epmdPort)
{
    const auto spec = specOf(word, arguments, epmdPort);
    if (!spec || !isUsable(*spec))
        return base::Failure{Words::tr("%1 is no source: write epmd:HOST, hosts:FILE, a:BASENAME@NAME, "
                                       "aaaa:BASENAME@NAME, srv:BASENAME@NAME or gossip")
                                 .arg(safeText(word))};
    return *spec;
}

} // namespace nodescope::cli
