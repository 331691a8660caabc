#pragma once

#include <QWidget>

#include "widgets/send/SendMemory.h"

class QMenu;
class QPushButton;

namespace nodescope::widgets {

/// The buttons of the composer that bring back what was sent before, and what was kept.
class MemoryMenus : public QWidget
{
    Q_OBJECT

public:
    /// The memory must outlive it.
    explicit MemoryMenus(SendMemory &memory, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const nodescope::widgets::SendMemory::Entry &entry);
    /// What is composed is to be kept under this name.
    void keepRequested(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fillHistory();
    void fillSnippets();
    void add(QMenu &menu, const SendMemory::Entry &entry, const QString &title);
    void askName();

    SendMemory &m_memory;
    QPushButton *m_historyButton;
    QPushButton *m_snippetsButton;
    QMenu *m_history;
    QMenu *m_snippets;
};

} // namespace nodescope::widgets
