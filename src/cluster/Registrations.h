#pragma once

#include "cluster/Cluster.h"

/// Which nodes are behind the names that EPMD of a host lists.
///
/// EPMD knows the part before the `@` alone, and is asked at an address (`localhost`) under which the nodes
/// there need not know themselves (`a@127.0.0.1`). A node that is known with an entry's name and port is that
/// entry.
namespace nodescope::cluster {

/// The answer of the EPMD with which the node is registered, as far as one was asked; null: none. An answer
/// at the node's own host comes before one at another address of it.
[[nodiscard]] const Host *registrarOf(const Cluster &cluster, const base::NodeName &node);

/// Where the node listens, by what that EPMD answered; 0: no answer has it.
[[nodiscard]] quint16 registeredPortOf(const Cluster &cluster, const base::NodeName &node);

/// The host parts by which nodes of that EPMD call themselves, those that are known to work first: of nodes
/// that are connected, then of those that others or we have seen. Empty: no node there is known.
[[nodiscard]] QStringList hostFormsOf(const Cluster &cluster, const Host &host);

/// The full name of an entry: of the node that is known to be it, else with the first of hostFormsOf(), else
/// with the address at which EPMD was asked. Null: no node can have this name.
[[nodiscard]] base::NodeName nodeOf(const Cluster &cluster, const Host &host, const Host::Entry &entry);

/// The node behind a name that was made up of an entry and the address at which EPMD was asked, as a list of
/// names shows it; the name itself, where no answer has it.
[[nodiscard]] base::NodeName nodeListedAs(const Cluster &cluster, const base::NodeName &listed);

/// Whether the node can be dialled, as far as is known: somebody told where it listens, or it is no visitor.
/// A hidden node that is registered nowhere, such as another program of this kind under a name that it was
/// given, cannot.
[[nodiscard]] bool canBeDialled(const Cluster &cluster, const Node &node);

/// All nodes but ourselves, in the order in which they are worth to be offered: those that can be dialled
/// first, and of them those that are connected.
[[nodiscard]] QList<base::NodeName> nodesToOffer(const Cluster &cluster);

} // namespace nodescope::cluster
