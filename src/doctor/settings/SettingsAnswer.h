#pragma once

#include "doctor/settings/NodeSettings.h"
#include "term/Term.h"

/// What a node answers to the expressions of resources/probes, read into values. Pure and thread-safe;
/// whatever a node sends, the result is a value: what does not look as it should is not known.
namespace nodescope::doctor {

/// The list of {Key, Value} of settings.erl. False: it is none, and nothing was read.
bool readSettings(const term::Term &answer, NodeSettings &into);
/// {Resolution, Else, Epmd, Port, Knock} of view.erl.
[[nodiscard]] std::optional<PeerView> readView(const term::Term &answer);

// Single answers, for nodes that evaluate nothing.

/// `inet:getaddr/2`.
void readResolution(const term::Term &answer, PeerView &into);
/// `erl_epmd:port_please/2,3`; `reachable` is whether EPMD took a connection, as far as it is known.
void readPortPlease(const term::Term &answer, std::optional<bool> reachable, PeerView &into);
/// One value of a setting: `net_ticktime`, `longnames`, `allowed`; an argument of init; a parameter of the
/// kernel.
void readSetting(const QString &key, const term::Term &value, NodeSettings &into);
void readArgument(const QString &key, const term::Term &values, NodeSettings &into);
void readParameter(const QString &key, const term::Term &value, NodeSettings &into);
/// What stock nodes do where nothing is set, by their release. After everything else was read.
void fillDefaults(NodeSettings &into);
[[nodiscard]] QList<base::NodeName> readNames(const term::Term &list);

} // namespace nodescope::doctor
