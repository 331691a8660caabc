#pragma once

#include "cluster/ClusterStore.h"
#include "widgets/common/ActionSet.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/doctor/DoctorPane.h"

namespace nodescope::widgets {

/// Asking the doctor: about a typed name, about what is selected, about two nodes, about all of them.
class DoctorActions : public ActionSet
{
    Q_OBJECT

public:
    /// All must outlive the set.
    DoctorActions(const cluster::ClusterStore &store, const SelectionModel &selection, DoctorPane &pane,
                  QObject *parent = nullptr);
    void retranslate() override;

    /// The doctor's room, with the cursor where a name is typed.
    [[nodiscard]] QAction *open() const { return m_open; }
    /// Why does what is selected not connect? Examines at once.
    [[nodiscard]] QAction *examine() const { return m_examine; }
    /// Why does the selected node not connect to another one?
    [[nodiscard]] QAction *examinePair() const { return m_pair; }
    [[nodiscard]] QAction *compareSettings() const { return m_compare; }
    /// Text of a log is to be pasted.
    [[nodiscard]] QAction *explainLog() const { return m_log; }
    [[nodiscard]] QAction *openLog() const { return m_openLog; }
    /// The node that does not connect is to dial us.
    [[nodiscard]] QAction *listen() const { return m_listen; }
    /// Handshakes that we took part in, and one in steps, with the selected node.
    [[nodiscard]] QAction *handshakes() const { return m_handshakes; }
    [[nodiscard]] QAction *tryAgain() const { return m_again; }
    [[nodiscard]] QAction *cancel() const { return m_cancel; }
    [[nodiscard]] QAction *older() const { return m_older; }
    [[nodiscard]] QAction *newer() const { return m_newer; }
    [[nodiscard]] QAction *copyReport() const { return m_copy; }
    [[nodiscard]] QAction *saveReport() const { return m_save; }
    [[nodiscard]] QAction *leave() const { return m_leave; }

    void setPaneShown(bool shown);

public Q_SLOTS:
    /// Examines whether `from` reaches `to`; null: this program.
    void examineEnds(const nodescope::base::NodeName &from, const nodescope::base::NodeName &to);

Q_SIGNALS:
    /// The pane is to be shown.
    void paneRequested();

private:
    struct Ends
    {
        base::NodeName from;
        base::NodeName to;
    };
    void join();
    void update();
    void openAt(DoctorPane::Tab tab);
    void askPair();
    /// What an examination of the selection would be about; empty ends: nothing.
    [[nodiscard]] Ends selectedEnds() const;

    const cluster::ClusterStore &m_store;
    const SelectionModel &m_selection;
    DoctorPane &m_pane;
    bool m_shown = false;
    QAction *m_open;
    QAction *m_examine;
    QAction *m_pair;
    QAction *m_compare;
    QAction *m_log;
    QAction *m_openLog;
    QAction *m_listen;
    QAction *m_handshakes;
    QAction *m_again;
    QAction *m_cancel;
    QAction *m_older;
    QAction *m_newer;
    QAction *m_copy;
    QAction *m_save;
    QAction *m_leave;
};

} // namespace nodescope::widgets
