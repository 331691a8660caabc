#pragma once

#include <QHash>
#include <QObject>

#include "dist/LocalNode.h"

namespace nodescope::session {

/// Finds out under which names those are registered who send to us: each is asked for once, at its own node.
///
/// No more than MaxOpen questions are open at once, and one that would be more is not asked at all, so that a
/// node that floods us from ever new processes is not asked for each; the next message of that process asks
/// again.
///
/// Signal: `named` for each that has a name. Lives on the network thread; `self` must outlive it.
class SenderNames final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxOpen = 4;
    /// So many are remembered; then all are forgotten.
    static constexpr qsizetype MaxKnown = 2000;

    explicit SenderNames(dist::LocalNode &self, QObject *parent = nullptr);

    /// The name of a process that has sent to us, if it is known by now; else it is asked for.
    [[nodiscard]] QString nameOf(const base::NodeName &node, const QString &pid);

Q_SIGNALS:
    void named(const QString &pid, const QString &name);

private:
    void ask(const base::NodeName &node, const QString &pid);

    dist::LocalNode &m_self;
    QHash<QString, QString> m_names; ///< by pid; empty: it has none, or is being asked for
    int m_open = 0;
};

} // namespace nodescope::session
