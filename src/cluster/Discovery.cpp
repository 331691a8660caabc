#include "cluster/Discovery.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QJsonArray>

namespace nodescope::cluster {

namespace {

template<class... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template<class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

constexpr qsizetype MaxHost = 253; // of a domain name, RFC 1035
constexpr qsizetype MaxPath = 4096;
constexpr qsizetype MaxBasename = 200;
constexpr qsizetype MaxListed = 20000;

bool isOneWord(const QString &text, qsizetype most)
{
    return !text.isEmpty() && text.size() <= most &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || !c.isPrint(); });
}

bool isPath(const QString &text)
{
    return !text.isEmpty() && text.size() <= MaxPath && !text.contains(QChar(0));
}

QJsonArray namesOf(const QList<base::NodeName> &nodes)
{
    QJsonArray names;
    for (const base::NodeName &node : nodes)
        names.append(node.text());
    return names;
}

/// Nothing when it is no port.
std::optional<quint16> portOf(const QJsonValue &value, quint16 otherwise)
{
    if (value.isUndefined())
        return otherwise;
    const int port = value.toInt(-1);
    return port > 0 && port <= 65535 ? std::optional(quint16(port)) : std::nullopt;
}

std::optional<SourceSpec> listedFromJson(const QJsonObject &json)
{
    ListedNodes listed;
    listed.title = json.value(QLatin1String("title")).toString();
    const QJsonArray names = json.value(QLatin1String("nodes")).toArray();
    for (const QJsonValue name : names) {
        const auto node = base::NodeName::parse(name.toString());
        if (!node || listed.nodes.size() == MaxListed)
            return std::nullopt;
        listed.nodes.append(*node);
    }
    return listed;
}

std::optional<SourceSpec> dnsFromJson(const QJsonObject &json)
{
    DnsQuery query;
    const QString record = json.value(QLatin1String("record")).toString();
    for (const DnsRecord one : {DnsRecord::A, DnsRecord::Aaaa, DnsRecord::Srv}) {
        if (record != identifierOf(one))
            continue;
        query.record = one;
        query.query = json.value(QLatin1String("query")).toString();
        query.basename = json.value(QLatin1String("basename")).toString();
        query.nameserver = json.value(QLatin1String("nameserver")).toString();
        return query;
    }
    return std::nullopt;
}

std::optional<SourceSpec> withPort(const QJsonObject &json, SourceKind kind)
{
    const bool gossip = kind == SourceKind::Gossip;
    const auto port = portOf(json.value(QLatin1String("port")), gossip ? GossipGroup().port : quint16(4369));
    if (!port)
        return std::nullopt;
    if (kind == SourceKind::HostsFile)
        return HostsFile{json.value(QLatin1String("path")).toString(), *port};
    if (kind == SourceKind::Epmd)
        return EpmdOfHost{json.value(QLatin1String("host")).toString(), *port};
    GossipGroup group;
    group.address = json.value(QLatin1String("address")).toString(group.address);
    group.port = *port;
    group.interface = json.value(QLatin1String("interface")).toString();
    group.secretFile = json.value(QLatin1String("secret_file")).toString();
    return group;
}

} // namespace

SourceKind kindOf(const SourceSpec &spec)
{
    return std::visit(Overloaded{[](const ListedNodes &) { return SourceKind::Profile; },
                                 [](const HostsFile &) { return SourceKind::HostsFile; },
                                 [](const EpmdOfHost &) { return SourceKind::Epmd; },
                                 [](const DnsQuery &) { return SourceKind::Dns; },
                                 [](const GossipGroup &) { return SourceKind::Gossip; },
                                 [](const NeighbourViews &) { return SourceKind::Neighbours; }},
                      spec);
}

QString sourceId(const SourceSpec &spec)
{
    QStringList parts{identifierOf(kindOf(spec))};
    std::visit(Overloaded{[&](const ListedNodes &one) { parts += one.title; },
                          [&](const HostsFile &one) {
                              parts += {one.path, QString::number(one.epmdPort)};
                          },
                          [&](const EpmdOfHost &one) {
                              parts += {one.host, QString::number(one.epmdPort)};
                          },
                          [&](const DnsQuery &one) {
                              parts += {identifierOf(one.record), one.query, one.basename};
                              if (!one.nameserver.isEmpty())
                                  parts += one.nameserver;
                          },
                          [&](const GossipGroup &one) {
                              parts += {one.address, QString::number(one.port)};
                              if (!one.interface.isEmpty())
                                  parts += one.interface;
                          },
                          [](const NeighbourViews &) {}},
               spec);
    return parts.join(u':');
}

bool isUsable(const SourceSpec &spec)
{
    return std::visit(
        Overloaded{[](const ListedNodes &one) { return one.nodes.size() <= MaxListed; },
                   [](const HostsFile &one) { return isPath(one.path) && one.epmdPort != 0; },
                   [](const EpmdOfHost &one) { return isOneWord(one.host, MaxHost) && one.epmdPort != 0; },
                   [](const DnsQuery &one) {
                       return isOneWord(one.query, MaxHost) && isOneWord(one.basename, MaxBasename) &&
                              !one.basename.contains(u'@') &&
                              (one.nameserver.isEmpty() || isOneWord(one.nameserver, MaxHost));
                   },
                   [](const GossipGroup &one) {
                       return isOneWord(one.address, MaxHost) && one.port != 0 &&
                              (one.interface.isEmpty() || isOneWord(one.interface, MaxHost)) &&
                              (one.secretFile.isEmpty() || isPath(one.secretFile));
                   },
                   [](const NeighbourViews &) { return true; }},
        spec);
}

QJsonObject toJson(const SourceSpec &spec)
{
    QJsonObject json{{QStringLiteral("kind"), identifierOf(kindOf(spec))}};
    const auto set = [&](const char *key, const QString &value) {
        if (!value.isEmpty())
            json.insert(QLatin1String(key), value);
    };
    std::visit(Overloaded{[&](const ListedNodes &one) {
                              set("title", one.title);
                              json.insert(QStringLiteral("nodes"), namesOf(one.nodes));
                          },
                          [&](const HostsFile &one) {
                              set("path", one.path);
                              json.insert(QStringLiteral("port"), one.epmdPort);
                          },
                          [&](const EpmdOfHost &one) {
                              set("host", one.host);
                              json.insert(QStringLiteral("port"), one.epmdPort);
                          },
                          [&](const DnsQuery &one) {
                              set("record", identifierOf(one.record));
                              set("query", one.query);
                              set("basename", one.basename);
                              set("nameserver", one.nameserver);
                          },
                          [&](const GossipGroup &one) {
                              set("address", one.address);
                              json.insert(QStringLiteral("port"), one.port);
                              set("interface", one.interface);
                              set("secret_file", one.secretFile);
                          },
                          [](const NeighbourViews &) {}},
               spec);
    return json;
}

std::optional<SourceSpec> sourceFromJson(const QJsonObject &json)
{
    const QString kind = json.value(QLatin1String("kind")).toString();
    std::optional<SourceSpec> spec;
    if (kind == identifierOf(SourceKind::Profile))
        spec = listedFromJson(json);
    else if (kind == identifierOf(SourceKind::Dns))
        spec = dnsFromJson(json);
    else if (kind == identifierOf(SourceKind::Neighbours))
        spec = NeighbourViews{};
    for (const SourceKind one : {SourceKind::HostsFile, SourceKind::Epmd, SourceKind::Gossip}) {
        if (kind == identifierOf(one))
            spec = withPort(json, one);
    }
    return spec && isUsable(*spec) ? spec : std::nullopt;
}

QString identifierOf(SourceKind kind)
{
    constexpr std::array names{"person", "profile", "hosts_file", "epmd", "dns", "gossip", "neighbours"};
    return QLatin1String(names.at(size_t(kind)));
}

QString identifierOf(SourceProblem problem)
{
    constexpr std::array names{
        "none",        "file_unreadable",   "file_defect",     "host_unresolvable",    "epmd_unreachable",
        "epmd_defect", "some_hosts_failed", "dns_not_found",   "dns_refused",          "dns_unreachable",
        "dns_defect",  "cannot_listen",     "secret_unusable", "packets_not_readable", "too_many"};
    return QLatin1String(names.at(size_t(problem)));
}

QString identifierOf(DnsRecord record)
{
    constexpr std::array names{"a", "aaaa", "srv"};
    return QLatin1String(names.at(size_t(record)));
}

} // namespace nodescope::cluster
