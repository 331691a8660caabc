#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

namespace nodescope::cluster {

/// What can tell of a node.
enum class SourceKind {
    Person,     ///< somebody typed the name, or clicked on it
    Profile,    ///< the list of a cluster profile
    HostsFile,  ///< EPMD of the hosts that `.hosts.erlang` lists
    Epmd,       ///< EPMD of a chosen host
    Dns,        ///< A, AAAA or SRV records, as libcluster's DNS strategies read them
    Gossip,     ///< heartbeats of libcluster's gossip strategy
    Neighbours, ///< nodes that we watch list it; who: Node::seenBy
};

/// `person`, `profile`, `hosts_file`, `epmd`, `dns`, `gossip`, `neighbours`.
[[nodiscard]] QString identifierOf(SourceKind kind);

/// What one source says of one node now. Told only by sources that could know the node: a source that was
/// never asked, that gave no answer, or that is not about such nodes says nothing.
struct Sighting
{
    SourceKind kind = SourceKind::Person;
    QString source;      ///< DiscoverySource::id; of Person and Neighbours their identifier
    bool present = true; ///< it tells of the node; else it was asked, could have told, and did not
    QString detail;      ///< in the source's terms, e.g. `port 34567`, the record, the sender's address
    QDateTime since;     ///< since when it says so, UTC; not when it was asked last

    friend bool operator==(const Sighting &, const Sighting &) = default;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Sighting)
