#pragma once

#include <QWidget>

#include "cluster/ClusterStore.h"
#include "widgets/mainwindow/SessionState.h"

namespace nodescope::widgets {

/// The sign at the toolbar's right: what the picture is made from (live, a replay, nothing yet).
class LiveSign : public QWidget
{
    Q_OBJECT

public:
    /// The store must outlive the sign.
    explicit LiveSign(const cluster::ClusterStore &store, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

public Q_SLOTS:
    /// Whether what is shown is now.
    void setLive(bool live);
    /// Without words, where there is no room for them: they are in the tool tip.
    void setBrief(bool brief);

private:
    void refresh();
    [[nodiscard]] SessionState state() const;
    [[nodiscard]] QString text() const;

    const cluster::ClusterStore &m_store;
    bool m_isNow = true;
    bool m_brief = false;
};

} // namespace nodescope::widgets
