#pragma once

#include <QWidget>

#include "cluster/ClusterStore.h"
#include "cluster/HandshakeBook.h"
#include "cluster/Intent.h"
#include "widgets/common/LateRefresh.h"

class QComboBox;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QSplitter;

namespace nodescope::widgets {

class ComparisonView;
class DigestPanel;
class FlagTable;
class MessageView;
class SequenceChart;
class StepPanel;

/// All handshakes that we took part in, and the one that is stepped through: the list, the chart of the
/// chosen one, and beside it the chosen message with its bytes, the digest, the flags, and another handshake
/// to compare with.
class HandshakePage : public QWidget
{
    Q_OBJECT

public:
    explicit HandshakePage(const cluster::ClusterStore &store, QWidget *parent = nullptr);
    [[nodiscard]] StepPanel &steps() const { return *m_steps; }
    [[nodiscard]] SequenceChart &chart() const { return *m_chart; }
    [[nodiscard]] DigestPanel &digest() const { return *m_digest; }
    [[nodiscard]] ComparisonView &comparison() const { return *m_comparison; }
    [[nodiscard]] QListWidget &list() const { return *m_list; }
    [[nodiscard]] QComboBox &other() const { return *m_other; }
    [[nodiscard]] const cluster::HandshakeBook &book() const { return m_book; }
    /// Whoever looks on may be somebody else now.
    void hideDigests();
    /// The node that is selected elsewhere is offered first; null: none is.
    void setPreferred(const base::NodeName &node);
    /// Offers that node to be stepped through with.
    void askFor(const base::NodeName &node);
    /// Shows the latest handshake with that node; false: there is none.
    bool showLatestWith(const base::NodeName &node);

    enum class Format { Text, Json, Svg, Pcapng };
    /// The chosen handshake as a file; empty: none is chosen. Digests are zeroed.
    [[nodiscard]] QByteArray exported(Format format) const;

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// Chart and message side by side, or one below the other.
    void arrange();
    QWidget *makeDetail();
    QWidget *makeHead();
    void join(const cluster::ClusterStore &store);
    void retranslate();
    void take(const cluster::HandshakeRecord &record);
    void fillItem(QListWidgetItem &item, const cluster::HandshakeRecord &record) const;
    void fillOthers();
    void fillNodes();
    [[nodiscard]] base::NodeName offeredOf(const QList<base::NodeName> &nodes) const;
    void showChosen();
    void showLine(qsizetype line);
    void compare();
    void save(Format format);
    void copyText();
    [[nodiscard]] QListWidgetItem *itemOf(quint64 id) const;
    [[nodiscard]] const cluster::HandshakeRecord *chosen() const;

    const cluster::ClusterStore &m_store;
    cluster::HandshakeBook m_book;
    base::NodeName m_preferred;
    quint64 m_lastStepped = 0;
    LateRefresh m_nodes; ///< that the steps offer
    StepPanel *m_steps;
    QListWidget *m_list;
    QLabel *m_none;
    QWidget *m_detail = nullptr;
    QSplitter *m_columns = nullptr;
    QLabel *m_outcome;
    QLabel *m_findings;
    QPushButton *m_export;
    SequenceChart *m_chart;
    MessageView *m_message;
    DigestPanel *m_digest;
    QLabel *m_flagsTitle;
    FlagTable *m_flags;
    QLabel *m_compareTitle;
    QComboBox *m_other;
    ComparisonView *m_comparison;
};

} // namespace nodescope::widgets
