#pragma once

#include <QTimer>
#include <QWidget>

#include "cluster/ClusterStore.h"

class QAction;
class QLabel;
class QToolButton;

namespace nodescope::widgets {

class ElidedLabel;

/// What the status bar says at all times: the session, what there is, how it is watched, and whether
/// acting is allowed.
class StatusSummary : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the widget.
    StatusSummary(const cluster::ClusterStore &store, QAction &arm, QWidget *parent = nullptr);
    /// The sentence at the left, as it stands.
    [[nodiscard]] QString text() const;

public Q_SLOTS:
    /// Whether what is shown is now.
    void setLive(bool live);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshSoon();
    void refresh();
    [[nodiscard]] QString sessionText() const;
    [[nodiscard]] QString countsText() const;
    [[nodiscard]] QString watchedText() const;
    [[nodiscard]] QString armText() const;

    const cluster::ClusterStore &m_store;
    ElidedLabel *m_left;
    QLabel *m_dropped;
    QToolButton *m_arm;
    bool m_isNow = true;
    QTimer m_later; // runs while a count is due
};

} // namespace nodescope::widgets
