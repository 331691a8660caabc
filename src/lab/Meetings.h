#pragma once

#include <deque>
#include <optional>
#include <vector>

#include <QObject>

#include "base/NodeName.h"
#include "dist/Dialler.h"

namespace nodescope::lab {

class PracticeNode;

/// Lets nodes dial each other, a limited number at a time: a mesh of fifty has 1,225 links. Added in the
/// order of the dialling nodes, so many at once are only a handful for each listener, which takes 64 that
/// have not authenticated; and fewer would cost more turns of the loop, each of which polls every socket.
///
/// `finished` comes when nothing is left to do, after each start(). Nodes must be forgotten before they
/// end. Lives on the network thread; owned by its parent.
class Meetings final : public QObject
{
    Q_OBJECT

public:
    static constexpr int AtOnce = 256;

    using QObject::QObject;

    /// Without an address, EPMD is asked.
    void add(PracticeNode &from, const base::NodeName &to,
             std::optional<dist::DialTarget::Explicit> address = {});
    void start();
    void forget(const PracticeNode *node);

Q_SIGNALS:
    void finished();

private:
    struct Meeting
    {
        quint64 id = 0;
        PracticeNode *from = nullptr;
        base::NodeName to;
        std::optional<dist::DialTarget::Explicit> address;
    };

    void pump();
    void done(quint64 id);
    void pumpLater();

    std::deque<Meeting> m_waiting;
    std::vector<Meeting> m_running;
    quint64 m_lastId = 0;
    bool m_active = false;
    bool m_pumpQueued = false;
};

} // namespace nodescope::lab
