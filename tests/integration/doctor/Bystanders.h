#pragma once

#include <map>

#include <QRegularExpression>
#include <QStringList>

#include "support/Peer.h"

namespace nodescope::test {

/// The nodes that must not notice an examination: their links, their settings and their logs, as they were
/// before it.
class Bystanders
{
public:
    /// Looks at each; those that do not answer are left out by leaveOut().
    void look(const QList<Peer *> &peers);
    void leaveOut(const Peer *peer) { m_leftOut.append(peer); }
    /// What protocol.md says is unavoidable: an event of a log that matches is not held against anybody.
    void mayLog(const QString &pattern) { m_unavoidable.append(QRegularExpression(pattern)); }
    /// A link that the person asked for may come up at these nodes.
    void mayConnect() { m_mayConnect = true; }

    /// Empty if nobody was harmed. Waits until the examiner's own links are gone.
    [[nodiscard]] QString harm(const QList<Peer *> &peers) const;

private:
    struct State
    {
        QStringList links; ///< each neighbour with its controller: a link that was replaced has another
        QString settings;
        QStringList registered;
        qsizetype written = 0;
    };

    [[nodiscard]] static State stateOf(Peer &peer);
    [[nodiscard]] QString harmOf(Peer &peer, const State &before) const;
    [[nodiscard]] QString unexpectedEvent(const QString &log) const;

    std::map<Peer *, State> m_before;
    QList<const Peer *> m_leftOut;
    QList<QRegularExpression> m_unavoidable;
    bool m_mayConnect = false;
};

} // namespace nodescope::test
