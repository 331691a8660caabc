#pragma once

#include <QPointer>
#include <QWidget>

#include "cluster/Intent.h"
#include "widgets/acting/ActGuard.h"
#include "widgets/connect/KnownHosts.h"

namespace nodescope::widgets {

/// Through which every intent of the window passes: those that need a word first (acts on live nodes,
/// the first dial to a host) wait here for the answer of a dialog; the others go on at once.
///
/// The dialogs are children of the window that is given, modal to it, and never block the event loop.
class IntentGate : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive the gate.
    IntentGate(const cluster::ClusterStore &store, KnownHosts &hosts, QWidget &window);

public Q_SLOTS:
    void submit(const nodescope::cluster::Intent &intent);

Q_SIGNALS:
    /// An intent that may be carried out.
    void passed(const nodescope::cluster::Intent &intent);
    /// The person did not agree.
    void declined(const nodescope::cluster::Intent &intent);

private:
    void askToAct(const ActQuestion &question, const cluster::Intent &intent);
    void askToDial(const QStringList &hosts, const cluster::Intent &intent);

    ActGuard m_guard;
    KnownHosts &m_hosts;
    QWidget &m_window;
};

} // namespace nodescope::widgets
