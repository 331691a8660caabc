#pragma once

#include <QObject>

#include "cluster/Discovery.h"

namespace nodescope::session {

/// What a source told of one node: its whole name, or as EPMD knows it, the part before `@`, with the host
/// that was asked.
struct Found
{
    QString name; ///< before `@`
    QString host; ///< behind it; as it was asked, where `exact` is false
    bool exact = true;
    quint16 port = 0; ///< of the distribution; 0: not told
    QString detail;
};

struct SourceAnswer
{
    QList<Found> found; ///< all that it tells of now
    /// Hosts whose EPMD answered: of nodes there, it knows all. For other kinds of sources empty.
    QStringList hosts;
    cluster::SourceProblem problem = cluster::SourceProblem::None;
    QString detail;
    /// Nodes that it told of before and not now are absent; false: it told nothing (see `problem`), and what
    /// it told before still stands.
    bool complete = true;
};

/// One source of discovery: asked, or listened to, while it lives. Lives on the network thread.
///
/// Signal: `answered` after each ask(), and whenever one that listens hears something new. Never from within
/// ask(). None comes after destruction.
class NodeSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Asks now; while a question is under way, that one stands.
    virtual void ask() = 0;
    /// How long to wait from an answer to the next question, in milliseconds.
    [[nodiscard]] virtual int interval() const = 0;

Q_SIGNALS:
    void answered(const nodescope::session::SourceAnswer &answer);
};

} // namespace nodescope::session
