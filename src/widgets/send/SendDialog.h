#pragma once

#include <optional>

#include <QDialog>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/common/LateRefresh.h"
#include "widgets/send/SendMemory.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace nodescope::widgets {

class ComposeField;
class StepsView;

/// The composer: a message, a call, a cast, an exit signal or a monitor, from this program or from a node
/// over its own link. What is typed is read as one types, and shown as bytes; below stands what will run
/// where, and afterwards each step. It emits intents and holds no network.
class SendDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SendDialog(const cluster::ClusterStore &store, SendMemory &memory, QWidget *parent = nullptr);
    ~SendDialog() override;
    void setNode(const base::NodeName &node);
    /// A registered name, or a pid or alias as it is printed.
    void setDestination(const base::NodeName &node, const QString &process);
    /// What an earlier dialog of this run of the program was closed with; false: it was sent, or there was
    /// none.
    bool resume();
    /// From whom it goes; null: this program.
    void setVia(const base::NodeName &node);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

protected:
    void changeEvent(QEvent *event) override;
    /// What was typed stands in the history then, sent or not, and unsent it is the draft for the next
    /// dialog.
    void done(int result) override;

private:
    void buildFields(QVBoxLayout *layout);
    void buildOutcome(QVBoxLayout *layout);
    void buildButtons(QVBoxLayout *layout);
    void connectAll();
    void retranslate();
    void fillNodes();
    void review();
    void showPlan();
    /// The plan and the steps are written as what is typed.
    void followSyntax();
    void offerWords();
    void askNames();
    void send();
    void stop();
    void take(const SendMemory::Entry &entry);
    void keep(const QString &name);
    void onErrand(const cluster::ErrandReport &report);
    void showSteps(const cluster::ErrandReport &report);
    void learnIdentifiers(const cluster::ErrandReport &report);
    [[nodiscard]] cluster::ErrandKind kind() const;
    [[nodiscard]] cluster::Errand errand() const;
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] SendMemory::Entry entry() const;
    [[nodiscard]] base::NodeName chosenIn(const QComboBox *box) const;

    const cluster::ClusterStore &m_store;
    LateRefresh m_nodes; ///< of both lists of nodes
    SendMemory &m_memory;
    QFormLayout *m_fields = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_via = nullptr;
    QComboBox *m_node = nullptr;
    QComboBox *m_process = nullptr;
    ComposeField *m_field = nullptr;
    QLabel *m_summary = nullptr;
    StepsView *m_steps = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_close = nullptr;
    QStringList m_names;                     ///< registered on the chosen node, as far as it said
    QStringList m_seen;                      ///< pids and references that came in answers, for completion
    std::optional<SendMemory::Entry> m_sent; ///< the last one that was
    bool m_resumed = false;                  ///< with the draft, which is ours then
    quint64 m_running = 0;                   ///< the errand whose steps are shown
    quint64 m_asking = 0;                    ///< the question for names
    base::NodeName m_namesOf;                ///< whose names were asked for
};

} // namespace nodescope::widgets
