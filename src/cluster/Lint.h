#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/NodeName.h"

namespace nodescope::cluster {

/// What will bite later, found by comparing the settings of all watched nodes. The identifier
/// (identifierOf) is stable, in JSON and in tests.
enum class LintRule {
    MixedNameModes,         ///< short and long names in one cluster
    TickTimesDiffer,        ///< unequal net_ticktime
    CookieGroups,           ///< not all nodes hold the same cookie for each other
    ReleasesTooFarApart,    ///< more than two OTP releases between the oldest and the newest
    PreventionWithGaps,     ///< overlapping partitions are prevented, and links of the mesh are missing
    PreventionDiffers,      ///< some nodes prevent overlapping partitions, others do not
    ConnectAllDiffers,      ///< some nodes build a full mesh, others do not
    EpmdOpen,               ///< EPMD answers at an address that others can reach
    CookieFileReadable,     ///< the cookie file may be read by others than its owner
    TlsWithoutVerification, ///< TLS links whose certificates nobody checks
    TransportsDiffer,       ///< some nodes use TLS, others do not
    AutoConnectOff,         ///< dist_auto_connect is never or once
    CookieWeak,             ///< the cookie is short or well known; the value is never shown
    ExpectedAbsent,         ///< a node that should be there is not
    OneSidedLink,           ///< one end says that the link is up, the other does not
};

enum class LintSeverity { Note, Warning, Danger };

[[nodiscard]] QString identifierOf(LintRule rule);
[[nodiscard]] QString identifierOf(LintSeverity severity);

/// The nodes that share one value of the setting that was compared.
struct LintGroup
{
    QString value; ///< as the nodes say; for cookies only `1`, `2` …; empty: not known
    QList<base::NodeName> nodes;

    friend bool operator==(const LintGroup &, const LintGroup &) = default;
};

struct LintFinding
{
    LintRule rule = LintRule::MixedNameModes;
    LintSeverity severity = LintSeverity::Warning;
    QList<LintGroup> groups;       ///< the largest first
    QString detail;                ///< the one fact that the text needs, untranslated
    QList<quint16> epmdPorts = {}; ///< at which the nodes ask EPMD, as they say; empty: not known

    friend bool operator==(const LintFinding &, const LintFinding &) = default;
};

/// The outcome of one round over all watched nodes.
struct LintReport
{
    bool running = false;
    QDateTime time;                ///< when it ended, UTC
    QList<base::NodeName> asked;   ///< nodes that told their settings
    QList<base::NodeName> unasked; ///< nodes that did not, as C nodes
    QList<LintFinding> findings;   ///< the worst first

    friend bool operator==(const LintReport &, const LintReport &) = default;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::LintReport)
