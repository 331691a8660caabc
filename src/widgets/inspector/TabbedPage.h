#pragma once

#include "widgets/inspector/InspectorPage.h"

class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace nodescope::widgets {

/// A page of the inspector with tabs, and below them one scrolling body per tab.
class TabbedPage : public InspectorPage
{
    Q_OBJECT

public:
    explicit TabbedPage(QWidget *parent = nullptr);

protected:
    /// Adds a tab with a scrolling body that holds `content`; answers with its number.
    int addTab(QWidget *content);
    void setTabText(int tab, const QString &text);
    void setTabShown(int tab, bool shown);
    [[nodiscard]] bool isTabShown(int tab) const;
    void showTab(int tab);
    /// Whether the person has chosen the tab since showTab().
    [[nodiscard]] bool isTabChosen() const { return m_chosen; }
    [[nodiscard]] int currentTab() const;

private:
    QTabBar *m_tabs;
    QStackedWidget *m_bodies;
    bool m_switching = false; ///< the tab changes by us
    bool m_chosen = false;
};

} // namespace nodescope::widgets
