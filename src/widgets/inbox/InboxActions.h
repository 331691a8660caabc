#pragma once

#include <QSettings>

#include "widgets/common/ActionSet.h"

class QDockWidget;

namespace nodescope::widgets {

class InboxPage;
class ProcessesPage;

/// The pane of what reached us, and that of processes.
class InboxActions : public ActionSet
{
    Q_OBJECT

public:
    /// All must outlive the set. How much the inbox keeps is remembered in the settings.
    InboxActions(InboxPage &inbox, QDockWidget &inboxDock, ProcessesPage &processes,
                 QDockWidget &processesDock, QSettings &settings, QObject *parent = nullptr);
    void retranslate() override;

    [[nodiscard]] QAction *inbox() const { return m_inbox; }
    [[nodiscard]] QAction *compare() const { return m_compare; }
    [[nodiscard]] QAction *openTerm() const { return m_open; }
    [[nodiscard]] QAction *clear() const { return m_clear; }
    /// How much the inbox keeps: one of them is checked.
    [[nodiscard]] const QList<QAction *> &limits() const { return m_limits; }
    /// The processes of the selected node.
    [[nodiscard]] QAction *processes() const { return m_processes; }
    [[nodiscard]] QAction *supervision() const { return m_supervision; }

private:
    void addLimits();
    void update();

    InboxPage &m_page;
    QSettings &m_settings;
    QList<QAction *> m_limits;
    QAction *m_inbox;
    QAction *m_compare;
    QAction *m_open;
    QAction *m_clear;
    QAction *m_processes;
    QAction *m_supervision;
};

} // namespace nodescope::widgets
