#include "widgets/acting/ActingActions.h"

namespace nodescope::widgets {

using cluster::ClusterStore;
using cluster::SessionInfo;

ActingActions::ActingActions(const ClusterStore &store, QObject *parent)
    : ActionSet(parent)
    , m_store(store)
    , m_arm(add(QStringLiteral("acting.arm"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)))
{
    m_arm->setCheckable(true);
    // The session decides; the tick follows what it says.
    connect(m_arm, &QAction::triggered, this, [this](bool wanted) {
        m_arm->setChecked(m_store.cluster().session().actingArmed);
        Q_EMIT intent(cluster::ArmActing{wanted});
    });
    connect(&store, &ClusterStore::sessionChanged, this, &ActingActions::update);
    connect(&store, &ClusterStore::reset, this, &ActingActions::update);
    update();
}

void ActingActions::retranslate()
{
    describe(m_arm, tr("&Allow Acting on This Cluster"),
             tr("Lets this program connect, disconnect and send on nodes that are not practice nodes; each "
                "act still "
                "says what will run where, and asks"));
    update();
}

void ActingActions::update()
{
    const SessionInfo &session = m_store.cluster().session();
    m_arm->setChecked(session.actingArmed);
    const bool live = session.source == SessionInfo::Source::Live;
    setAvailable(m_arm, live ? QString() : tr("There is no live cluster to act on"));
}

} // namespace nodescope::widgets
