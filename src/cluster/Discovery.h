#pragma once

#include <optional>
#include <variant>

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/NodeName.h"
#include "cluster/Sighting.h"

/// The sources of discovery: whom or what is asked which nodes there are, and what came of it. All only
/// listen or ask; none connects to what it finds.
namespace nodescope::cluster {

/// The nodes that a person listed, by the profile's name.
struct ListedNodes
{
    QString title;
    QList<base::NodeName> nodes;
    friend bool operator==(const ListedNodes &, const ListedNodes &) = default;
};
/// The hosts of a file in the form of `.hosts.erlang` (net_adm:host_file/0): EPMD of each is asked.
struct HostsFile
{
    QString path;
    quint16 epmdPort = 4369;
    friend bool operator==(const HostsFile &, const HostsFile &) = default;
};
struct EpmdOfHost
{
    QString host;
    quint16 epmdPort = 4369;
    friend bool operator==(const EpmdOfHost &, const EpmdOfHost &) = default;
};

enum class DnsRecord { A, Aaaa, Srv };

/// The nodes `basename@` and each address (A, AAAA) or target (SRV) that `query` resolves to.
struct DnsQuery
{
    DnsRecord record = DnsRecord::A;
    QString query;      ///< e.g. `my-app.internal`
    QString basename;   ///< the part of the nodes' names before `@`
    QString nameserver; ///< an address; empty: the system's
    friend bool operator==(const DnsQuery &, const DnsQuery &) = default;
};
/// The group that libcluster's gossip strategy sends its heartbeats to. We only listen.
struct GossipGroup
{
    QString address = QStringLiteral("233.252.1.32"); ///< 230.1.1.251 before libcluster 3.4
    quint16 port = 45892;
    QString interface;  ///< name or address of the interface; empty: the system's choice
    QString secretFile; ///< path of the file that holds the strategy's secret; empty: not encrypted
    friend bool operator==(const GossipGroup &, const GossipGroup &) = default;
};
/// What the nodes that we watch see.
struct NeighbourViews
{
    friend bool operator==(const NeighbourViews &, const NeighbourViews &) = default;
};

/// How a source is asked.
using SourceSpec = std::variant<ListedNodes, HostsFile, EpmdOfHost, DnsQuery, GossipGroup, NeighbourViews>;

[[nodiscard]] SourceKind kindOf(const SourceSpec &spec);
/// The key of a source, e.g. `epmd:db1:4369`, `dns:srv:app.internal`, `gossip:233.252.1.32:45892`: the same
/// for the same question. Stands in recordings and output.
[[nodiscard]] QString sourceId(const SourceSpec &spec);
/// Whether it can be asked at all: hosts, queries, addresses and names are well-formed and bounded.
[[nodiscard]] bool isUsable(const SourceSpec &spec);

/// As JSON: `{"kind": "dns", "record": "srv", ...}`. Holds paths, never a secret. Nothing where it is none.
[[nodiscard]] QJsonObject toJson(const SourceSpec &spec);
[[nodiscard]] std::optional<SourceSpec> sourceFromJson(const QJsonObject &json);

/// Why a source told nothing, or not all.
enum class SourceProblem {
    None,
    FileUnreadable,   ///< there is none, or it may not be read
    FileDefect,       ///< it is not what it should be; detail: line and reason
    HostUnresolvable, ///< the host's name leads to no address
    EpmdUnreachable,
    EpmdDefect,         ///< what answered is no EPMD, or it broke off
    SomeHostsFailed,    ///< of a hosts file: some of its hosts did not answer; detail: which
    DnsNotFound,        ///< NXDOMAIN, or no record of this type
    DnsRefused,         ///< the server refused, or failed
    DnsUnreachable,     ///< no answer in time, or no server
    DnsDefect,          ///< an answer that is none
    CannotListen,       ///< the group or its port cannot be joined; detail: the system's words
    SecretUnusable,     ///< the file with the secret cannot be read, or is empty
    PacketsNotReadable, ///< heartbeats came that this secret, or none, does not open
    TooMany,            ///< it told more nodes than are kept
};

/// `none`, `file_unreadable`, `file_defect`, `host_unresolvable`, `epmd_unreachable`, `epmd_defect`,
/// `some_hosts_failed`, `dns_not_found`, `dns_refused`, `dns_unreachable`, `dns_defect`, `cannot_listen`,
/// `secret_unusable`, `packets_not_readable`, `too_many`; `a`, `aaaa`, `srv`.
[[nodiscard]] QString identifierOf(SourceProblem problem);
[[nodiscard]] QString identifierOf(DnsRecord record);

/// One source, and what came of asking it last.
struct DiscoverySource
{
    QString id; ///< sourceId(spec)
    SourceSpec spec;
    bool on = true;
    bool asking = false;                         ///< a question is under way
    QDateTime asked;                             ///< when the last answer or failure came, UTC; null: never
    int found = 0;                               ///< nodes that it tells of now
    SourceProblem problem = SourceProblem::None; ///< of the last answer; what it told before may still stand
    QString detail;                              ///< the fact behind the problem, untranslated, bounded

    friend bool operator==(const DiscoverySource &, const DiscoverySource &) = default;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::DiscoverySource)
