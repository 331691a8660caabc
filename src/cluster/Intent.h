#pragma once

#include <optional>
#include <variant>

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/NodeName.h"
#include "base/Secret.h"
#include "cluster/Discovery.h"
#include "cluster/Errand.h"
#include "cluster/Handshake.h"
#include "cluster/Process.h"
#include "cluster/Profile.h"

/// Intents: what a person wants done, as values. Widgets emit them, the session carries them out on
/// the network thread, and their effects come back as deltas.
namespace nodescope::cluster {

/// Ask EPMD of a host which names it has.
struct ListHost
{
    QString host;
    quint16 epmdPort = 4369;
};
/// Connect ourselves to a node and watch it. Observing: allowed always.
struct ConnectToNode
{
    base::NodeName node;
    base::Secret cookie;             ///< null: the one stored for the node, its host or its cluster
    std::optional<quint16> epmdPort; ///< empty: the port that the node was found under, or the default
    bool forWholeCluster = true;     ///< use the cookie also for the nodes that this one leads to
    /// Speak TLS, by the client's section of this file for `-ssl_dist_optfile`, also to the nodes that this
    /// one leads to. Empty: as the session does by default.
    QString tlsOptionFile = {};
};
/// Leave a node, and stop watching it.
struct LeaveNode
{
    base::NodeName node;
};
/// Ask `a` to connect to `b` (`net_kernel:connect_node/1` there). Acting.
struct ConnectPair
{
    base::NodeName a;
    base::NodeName b;
};
/// Ask `a` to disconnect from `b`. Acting; on OTP 25 and later `global` may then drop more.
struct DisconnectPair
{
    base::NodeName a;
    base::NodeName b;
};
/// Try the failed link again, from the same end as the last attempt.
struct TryAgain
{
    base::NodeName from; ///< selfName() for an attempt of ours
    base::NodeName to;
};
/// Take a failed link, or a node that is down, off the picture.
struct Dismiss
{
    base::NodeName from;
    base::NodeName to; ///< null: the node `from`
};
/// Carry out an errand, and tell of each step (ErrandChanged). Acting.
struct RunErrand
{
    Errand errand;
};
/// End the waiting of a running errand, and with it the mailbox that it has.
struct CancelErrand
{
    quint64 id = 0;
};
/// Allow or forbid acts on nodes that are not practice nodes.
struct ArmActing
{
    bool armed = false;
};
/// Start the practice cluster; a running one is stopped first.
struct StartPractice
{
    int nodes = 6;               ///< 2 to 50
    bool withHidden = true;      ///< one of them hidden
    bool withOtherCookie = true; ///< one of them with another cookie, so that a mismatch is on show
};
struct StopPractice
{
};
/// Climb the ladder to a node, and tell of each rung (ExaminationChanged). Observing, unless `attempt`.
struct Examine
{
    quint64 id = 0;      ///< chosen by who asks; a running examination of the same id is cancelled first
    base::NodeName from; ///< selfName() or null: from here; else why that node does not reach `to`
    base::NodeName to;
    base::Secret cookie; ///< null: the one stored for the node, its host or its cluster
    std::optional<quint16> epmdPort;
    QString tlsOptionFile = {};
    /// With `from` another node: have it try to connect. Acting; otherwise only settings are compared.
    bool attempt = false;
};
struct CancelExamination
{
    quint64 id = 0;
};
/// Compare the settings of all watched nodes (LintChanged). Observing.
struct CompareSettings
{
    QList<base::NodeName> expected; ///< that should be there; empty: those of the open profile
};
/// Wait to be dialled under a name, and show every call (PostChanged, VisitChanged). Observing: nothing is
/// signed, and no link comes about. A post that is open is closed first.
struct OpenPost
{
    base::NodeName name;
    std::optional<quint16> epmdPort;
    QString tlsOptionFile = {}; ///< callers must speak TLS, by its server's options
};
struct ClosePost
{
};
/// Ask the watched nodes for their figures and counters at this interval. Observing.
struct SetFigureInterval
{
    int seconds = 5; ///< 0: do not ask
};

/// Ask a source of discovery, from now on at intervals. One that is there already is switched on.
struct AddSource
{
    SourceSpec spec;
};
struct RemoveSource
{
    QString id;
};
/// A source that is off is not asked; what it told before is forgotten.
struct SwitchSource
{
    QString id;
    bool on = true;
};
/// Ask one now; null: all that are on.
struct AskSource
{
    QString id;
};
/// Which nodes should be there. Those that nobody sees are shown as Expected.
struct SetExpected
{
    QList<base::NodeName> nodes;
};
/// Take a profile: its sources instead of those of the last one, its expected nodes, and connect to its entry
/// nodes with the cookie in its file. Links that stand are kept.
struct OpenProfile
{
    Profile profile;
    base::Secret cookie; ///< null: the one in the profile's file, or else as for ConnectToNode
};
/// Leave the profile: its sources end, and nobody is expected any more. Links are kept.
struct CloseProfile
{
};

/// Do a handshake in steps: dial `node`, or be dialled by it. Each message of ours waits for
/// ReleaseHandshake. Acting, except on practice nodes, since messages can be changed. One at a time: a
/// running one is ended.
struct StepHandshake
{
    quint64 id = 0;         ///< chosen by who asks, from FirstSteppedHandshake on
    base::NodeName node;    ///< whom we dial, or who is to dial us
    bool incoming = false;  ///< be dialled: `node` is asked to, if we are connected to it
    base::NodeName ownName; ///< null: one is made up
    base::Secret cookie;    ///< null: the one stored for the node, its host or its cluster
    std::optional<quint16> epmdPort;
};
/// Send the message that waits.
struct ReleaseHandshake
{
    quint64 id = 0;
    HandshakeEdit edit;
};
struct EndHandshake
{
    quint64 id = 0;
};
/// Tell the cookie that a handshake used (CookieShown), so that its digests can be made before one's eyes.
struct ShowCookie
{
    quint64 handshake = 0;
    base::NodeName peer;
};

/// Ask a node for some of its processes (ProcessesTold). Observing.
struct AskProcesses
{
    quint64 question = 0; ///< chosen by who asks; comes back with the answer
    base::NodeName node;
    ProcessScope scope = ProcessScope::All;
    QString after; ///< those behind this pid; empty: from the first on
    int count = 200;
};
/// Ask a node for one process with its links and monitors (ProcessTold). Observing.
struct AskProcess
{
    quint64 question = 0;
    base::NodeName node;
    QString pid; ///< `#Pid<…>`
};
/// Ask a node for the supervision trees of its applications (SupervisionTold), and monitor those who stand in
/// them, so that restarts are seen. Observing.
struct WatchSupervision
{
    base::NodeName node;
};
/// Ask no more, and take the monitors back.
struct LeaveSupervision
{
    base::NodeName node;
};

using Intent = std::variant<ListHost, ConnectToNode, LeaveNode, ConnectPair, DisconnectPair, TryAgain,
                            Dismiss, ArmActing, StartPractice, StopPractice, Examine, CancelExamination,
                            CompareSettings, OpenPost, ClosePost, SetFigureInterval, AddSource, RemoveSource,
                            SwitchSource, AskSource, SetExpected, OpenProfile, CloseProfile, RunErrand,
                            CancelErrand, StepHandshake, ReleaseHandshake, EndHandshake, ShowCookie,
                            AskProcesses, AskProcess, WatchSupervision, LeaveSupervision>;

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Intent)
