#pragma once

#include <QWidget>

#include "cluster/Report.h"
#include "models/InboxModel.h"
#include "widgets/inbox/InboxWords.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QToolButton;

namespace nodescope::widgets {

class DataTable;
class TermView;

/// All messages that reached us: a table, newest last, and the selected one from all sides beside it. It
/// follows the newest unless somebody has scrolled away or selected one.
class InboxPage : public QWidget
{
    Q_OBJECT

public:
    explicit InboxPage(QWidget *parent = nullptr);

    void take(const cluster::Reports &reports);
    [[nodiscard]] models::InboxModel &model() { return m_model; }
    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] TermView *view() const { return m_view; }
    /// How much it holds, and what was dropped; for the head of the pane.
    [[nodiscard]] QString summary() const;
    /// Selects a message; false if it is not there any more.
    bool select(quint64 id);
    void clear();
    /// Of the two selected messages, or of the one and a file.
    void compareSelected();
    [[nodiscard]] bool canCompare() const;
    /// Shows a term from a file in a window of its own.
    void openFile();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void summaryChanged(const QString &text);
    /// Somebody wants to answer the sender of the selected message.
    void replyRequested(const nodescope::base::NodeName &node, const QString &process);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeList();
    void join();
    void retranslate();
    /// What is shown goes when the filter leaves it out.
    void closeUnlessListed();
    void onCurrent(const QModelIndex &index);
    void openWindow();
    void reply();
    void fillAddresses();
    void update();
    [[nodiscard]] QList<const cluster::Mail *> selectedMails() const;

    models::InboxModel m_model;
    InboxWords m_words;
    InboxFilter m_filter;
    cluster::Mailbox m_mailbox;
    quint64 m_shown = 0; ///< id of the message in the view; 0: none
    QLineEdit *m_find;
    QPushButton *m_newest;
    QToolButton *m_address;
    QToolButton *m_reply;
    QToolButton *m_clear;
    QToolButton *m_compare;
    QToolButton *m_open;
    QToolButton *m_window;
    DataTable *m_table;
    TermView *m_view;
    QSplitter *m_splitter;
};

} // namespace nodescope::widgets
