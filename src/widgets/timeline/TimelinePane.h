#pragma once

#include <optional>

#include <QWidget>

#include "cluster/ClusterStore.h"
#include "doctor/stories/Story.h"
#include "models/Trends.h"
#include "widgets/common/SelectionModel.h"

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace nodescope::widgets {

class DataTable;
class ElidedLabel;
class EventsPage;
class LinksPage;
class NodesPage;
class SequencePage;
class TabBar;
class TimeDesk;
class TimelineView;

/// The pane at the bottom: the past of the cluster as lanes and as events, and its nodes and links
/// as tables.
class TimelinePane : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Timeline, Events, Nodes, Links, Stories, Matrix, Messages };

    /// `line`: see TimelineView. All must outlive the pane.
    TimelinePane(const cluster::ClusterStore &store, const cluster::ClusterStore &line,
                 SelectionModel &selection, TimeDesk &desk, QWidget *parent = nullptr);
    /// The actions of the controls at the head, and which of them stays when there is room for one; to be
    /// given once.
    void setControls(const QList<QAction *> &moves, const QList<QAction *> &speeds, const QAction *last);
    /// Says a story at the head, quietly.
    void announce(const doctor::Story &story);
    void showTab(Tab tab);
    /// Where figures and rates come from; it must outlive the pane.
    void setTrends(const models::Trends &trends);
    /// Its tables, whose columns are remembered.
    [[nodiscard]] QList<DataTable *> tables() const;
    [[nodiscard]] SequencePage *messages() const { return m_messages; }
    [[nodiscard]] TimelineView *timeline() const { return m_timeline; }
    /// Tabs and news: to be placed in the head of the dock.
    [[nodiscard]] QWidget *head() const { return m_head; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void tabShown(nodescope::widgets::TimelinePane::Tab tab);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fitControls();
    void retranslate();
    /// That a connection could not be made is no news once it is there.
    void takeBack(const cluster::LinkKey &key);
    void tellOf(const cluster::Event &event);
    void tellNews();

    const cluster::ClusterStore &m_store;
    TimelineView *m_timeline;
    EventsPage *m_events;
    NodesPage *m_nodes;
    LinksPage *m_links;
    SequencePage *m_messages;
    QWidget *m_head;
    TabBar *m_tabs;
    QStackedWidget *m_pages;
    ElidedLabel *m_news;
    QPushButton *m_now;
    QHBoxLayout *m_controls;
    QList<QToolButton *> m_buttons;           ///< of the controls, those first that stay longest
    std::optional<doctor::Story> m_lastStory; ///< told after the event below
    cluster::Event m_lastNews;                ///< the latest one that is worth a sentence
};

} // namespace nodescope::widgets
