#pragma once

#include <QMap>
#include <QTimer>
#include <QWidget>

#include "cluster/Handshake.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace nodescope::widgets {

/// A handshake in steps: with whom, in which role, and the fields of the message that waits. The peer's
/// set-up timer is seen running out.
class StepPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StepPanel(QWidget *parent = nullptr);
    /// The nodes that are offered, besides what is typed; and the one that stands there until another is
    /// chosen or typed, empty: none.
    void setNodes(const QStringList &names, const QString &offered);
    /// Whether the list of nodes is open.
    [[nodiscard]] bool isChoosing() const;
    /// The handshake that is stepped through, or one that is over.
    void setRecord(const cluster::HandshakeRecord &record);
    [[nodiscard]] QComboBox *node() const { return m_node; }
    [[nodiscard]] QPushButton *startButton() const { return m_start; }
    [[nodiscard]] QPushButton *sendButton() const { return m_send; }
    [[nodiscard]] QLineEdit *field(const QString &name) const { return m_edits.value(name); }
    /// What differs from what a node would say.
    [[nodiscard]] cluster::HandshakeEdit edit() const;

Q_SIGNALS:
    void startRequested(const nodescope::base::NodeName &node, bool incoming);
    void sendRequested(quint64 id, const nodescope::cluster::HandshakeEdit &edit);
    void endRequested(quint64 id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void join();
    void retranslate();
    void validate();
    void showDue();
    void showTimer();
    [[nodiscard]] QString valueOf(const QString &field) const;
    [[nodiscard]] QString errorIn(const QString &field) const;

    cluster::HandshakeRecord m_record;
    QString m_shown;   ///< label of the message whose fields stand in the form
    QString m_offered; ///< as it was put there, not by the person
    QMap<QString, QLineEdit *> m_edits;
    QMap<QString, QString> m_original;
    QComboBox *m_node;
    QComboBox *m_role;
    QPushButton *m_start;
    QLabel *m_state;
    QProgressBar *m_timeLeft;
    QLabel *m_timeText;
    QWidget *m_form;
    QFormLayout *m_rows;
    QLabel *m_error;
    QPushButton *m_send;
    QPushButton *m_end;
    QTimer m_tick;
};

} // namespace nodescope::widgets
