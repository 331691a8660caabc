#pragma once

#include <QWidget>

#include "cluster/Diagnosis.h"
#include "doctor/handshakes/WireFields.h"

class QLabel;
class QTabBar;
class QTreeWidget;
class QTreeWidgetItem;

namespace nodescope::widgets {

class HexView;

/// What was sent and received on one rung, or on all: messages with their fields, and the bytes of the
/// chosen message. Choosing a field highlights its bytes, and choosing a byte its field.
class EvidenceView : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceView(QWidget *parent = nullptr);
    /// Shows the same again without losing what is chosen.
    void setDiagnosis(const cluster::Diagnosis &diagnosis);
    void setRung(const std::optional<cluster::RungResult> &rung);
    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }
    /// The height of its title, for what stands beside it.
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] HexView *bytes() const { return m_bytes; }

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Scope { OfRung, Everything };
    void build();
    void retranslate();
    void refresh();
    void fillTree(const QList<qsizetype> &excerpts);
    void addMessage(qsizetype index);
    void describeRung();
    void fitTree();
    void showChosen();
    void chooseByte(qsizetype byte);

    cluster::Diagnosis m_diagnosis;
    std::optional<cluster::RungResult> m_rung;
    QList<qsizetype> m_shown; ///< excerpts in the tree
    QLabel *m_title;
    QTabBar *m_scope;
    QLabel *m_seen;
    QLabel *m_none;
    QTreeWidget *m_tree;
    HexView *m_bytes;
    QLabel *m_blanked;
};

} // namespace nodescope::widgets
