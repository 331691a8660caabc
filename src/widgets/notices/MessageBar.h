#pragma once

#include <deque>

#include <QFrame>

#include "cluster/ClusterStore.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace nodescope::widgets {

/// What went wrong with something that the person asked for: a thin bar above the graph, never in
/// the way, gone when it is dismissed. Of several the latest is shown, with the number of the others; what is
/// merely said waits behind all that went wrong.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    /// The store must outlive the bar.
    explicit MessageBar(const cluster::ClusterStore &store, QWidget *parent = nullptr);

    /// Shows a message; the same one again is not kept twice.
    void show(const QString &reason, const QString &detail);
    /// It is so no more: a node that was not connected is.
    void takeBack(const QString &reason, const QString &detail);
    /// Shows the next message, or hides the bar.
    void dismiss();
    [[nodiscard]] int waiting() const { return static_cast<int>(m_messages.size()); }

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Message
    {
        QString reason;
        QString detail;
        friend bool operator==(const Message &, const Message &) = default;
    };
    /// More than these are not worth reading; the oldest go.
    static constexpr std::size_t MaxMessages = 20;

    void refresh();
    void setRole(const QString &role);
    [[nodiscard]] static bool isInformation(const Message &message);
    [[nodiscard]] static QString recordingSentence(const QString &reason, const QString &detail);
    [[nodiscard]] static QString sentenceFor(const Message &message);

    std::deque<Message> m_messages; ///< in the order in which they are shown
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_count;
    QToolButton *m_close;
};

} // namespace nodescope::widgets
