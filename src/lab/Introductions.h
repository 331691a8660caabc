#pragma once

#include <QObject>

#include "dist/LocalNode.h"

namespace nodescope::lab {

class PracticeNode;

/// Makes practice nodes transitive, as `global` makes real ones: whoever links up visibly tells the
/// other its visible peers (`{introduction, Node, Peers}` to the process `nodescope_practice`), and each
/// dials those that it is not connected to. Real nodes have no such process and ignore the message; they
/// learn the same through GlobalNames.
///
/// Owned by its LocalNode.
class Introductions final : public QObject
{
    Q_OBJECT

public:
    explicit Introductions(PracticeNode &node);
    void setEnabled(bool enabled) { m_enabled = enabled; }

private:
    void onLinkUp(const dist::LinkInfo &link);
    void take(const term::Term &message);

    PracticeNode &m_node;
    dist::LocalProcess *m_process = nullptr; // owned by the LocalNode
    bool m_enabled = false;
};

} // namespace nodescope::lab
