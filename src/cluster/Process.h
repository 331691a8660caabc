#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/Clock.h"
#include "base/NodeName.h"

/// Processes of a node, as it tells of them when it is asked. Texts are in Erlang's syntax and capped.
namespace nodescope::cluster {

/// One process (or a port under a registered name). -1: the node does not say.
struct ProcessFacts
{
    QString pid;  ///< `#Pid<…>` or `#Port<…>`
    QString name; ///< registered; empty: none
    QString initialCall;
    QString currentFunction;
    qint64 memory = -1; ///< bytes
    qint64 queue = -1;  ///< messages that wait
    qint64 links = -1;
    qint64 monitors = -1; ///< by it

    friend bool operator==(const ProcessFacts &, const ProcessFacts &) = default;
};

/// Which processes are meant.
enum class ProcessScope : quint8 { Registered, All };

/// Some processes of a node, in the order of their pids.
struct ProcessPage
{
    quint64 question = 0; ///< of AskProcesses
    base::NodeName node;
    ProcessScope scope = ProcessScope::All;
    QString after; ///< those that come behind this pid; empty: from the first on
    QList<ProcessFacts> processes;
    QString next;             ///< ask on behind this; empty: none follow
    qint64 total = -1;        ///< processes of the node
    QString refusal;          ///< empty: answered; else a stable identifier, e.g. `not_supported`
    base::Duration elapsed{}; ///< from the question to the answer
};

/// What ties a process to another one.
enum class TieKind : quint8 {
    Link,
    Monitors,   ///< it watches the other
    MonitoredBy ///< the other watches it
};

struct ProcessTie
{
    TieKind kind = TieKind::Link;
    base::NodeName node; ///< where the other is
    QString other;       ///< `#Pid<…>`, `#Port<…>`, or the registered name that is monitored
    QString name;        ///< of the other, where the node that was asked knows it

    friend bool operator==(const ProcessTie &, const ProcessTie &) = default;
};

/// One process with all that it is tied to.
struct ProcessDetail
{
    quint64 question = 0; ///< of AskProcess
    base::NodeName node;
    QString pid;
    bool alive = true;
    ProcessFacts facts;
    QString status;         ///< `waiting`, `running` …
    qint64 reductions = -1; ///< since it began
    QString groupLeader;
    QList<ProcessTie> ties;
    qint64 tiesLeftOut = 0; ///< beyond what was asked for
    QString refusal;        ///< as of ProcessPage
};

/// A process in a supervision tree.
struct Supervised
{
    enum class State : quint8 {
        Running,
        Restarting, ///< its supervisor tries to start it again
        Undefined   ///< it was not started, or has ended and stays so
    };

    QString path;    ///< where it stands: the ids from the application down; unique in the tree
    int parent = -1; ///< row of the supervisor, always before this one; -1: an application
    QString id;      ///< of the child specification; the application's name at the top
    QString pid;     ///< empty: none now
    QString name;    ///< registered
    QString modules; ///< of the child specification; the version at the top
    bool supervisor = false;
    State state = State::Running;
    qint64 childrenLeftOut = 0; ///< more than are asked for
    int restarts = 0;           ///< seen by us
    QString lastEnd;            ///< why the last one ended, as far as we saw
    QDateTime lastRestart;      ///< UTC

    friend bool operator==(const Supervised &, const Supervised &) = default;
};

/// The supervision trees of a node's applications, in preorder: a supervisor before its children.
struct SupervisionTree
{
    base::NodeName node;
    QList<Supervised> entries;
    qint64 leftOut = 0;   ///< entries beyond what is kept
    bool watched = false; ///< restarts are seen as they happen
    QString refusal;      ///< as of ProcessPage
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::ProcessFacts)
Q_DECLARE_METATYPE(nodescope::cluster::Supervised)
Q_DECLARE_METATYPE(nodescope::cluster::ProcessPage)
Q_DECLARE_METATYPE(nodescope::cluster::ProcessDetail)
Q_DECLARE_METATYPE(nodescope::cluster::SupervisionTree)
