#pragma once

#include <QMap>
#include <QWidget>

#include "cluster/Visit.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QScrollArea;

namespace nodescope::widgets {

class EvidenceView;
class FactsPanel;
class RepairView;
class RungList;
class TlsOptionField;
class VerdictBanner;

/// The listening post: let the node dial us, and see each of its steps and which of the saved cookies it
/// used. Calls at the left, the latest first; the chosen one beside them.
///
/// Holds no post itself: it asks for one, and is told what came of it.
class PostPage : public QWidget
{
    Q_OBJECT

public:
    /// More calls than these are forgotten, the oldest first.
    static constexpr qsizetype MaxVisits = 500;

    explicit PostPage(QWidget *parent = nullptr);
    void setPost(const cluster::Post &post);
    /// Adds a call, or shows its next step.
    void setVisit(const cluster::Visit &visit);
    void setReducedMotion(bool reduced);
    void focusName();

Q_SIGNALS:
    /// `tlsOptionFile`: with the server's options; empty: not encrypted.
    void openRequested(const nodescope::base::NodeName &name, const QString &tlsOptionFile);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBody();
    QWidget *makeDetail();
    void join();
    void retranslate();
    void validate();
    void showPost();
    void fillItem(QListWidgetItem &item, const cluster::Visit &visit) const;
    void showVisit();
    [[nodiscard]] quint64 chosen() const;

    cluster::Post m_post;
    QMap<quint64, cluster::Visit> m_visits;
    QLineEdit *m_name;
    QPushButton *m_toggle;
    QLabel *m_nameLabel;
    QLabel *m_tlsLabel;
    TlsOptionField *m_tls;
    QLabel *m_error;
    QLabel *m_state;
    RepairView *m_howTo;
    QListWidget *m_list;
    QScrollArea *m_detail = nullptr;
    QLabel *m_none;
    VerdictBanner *m_verdict;
    RungList *m_ladder;
    EvidenceView *m_evidence;
    FactsPanel *m_facts;
    RepairView *m_repair;
};

} // namespace nodescope::widgets
