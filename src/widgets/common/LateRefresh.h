#pragma once

#include <functional>

#include <QObject>
#include <QWidget>

#include "cluster/ClusterStore.h"

namespace nodescope::widgets {

/// Fills a part of a view anew once for all changes that came together: at the end of the store's batch where
/// the view is seen, else when it is shown. A list that each change filled again would take the window's time
/// by the square of the nodes.
///
/// A member of the view, whose thread it lives on; the store must outlive it.
class LateRefresh final : public QObject
{
public:
    /// `isHeld`: while it is true, e.g. since somebody has the list open, a batch fills nothing.
    LateRefresh(const cluster::ClusterStore &store, QWidget &view, std::function<void()> fill,
                std::function<bool()> isHeld = {});

    /// What is shown may be out of date.
    void mark() { m_stale = true; }
    [[nodiscard]] bool isStale() const { return m_stale; }
    /// Fills it now.
    void refresh();

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_view;
    const std::function<void()> m_fill;
    const std::function<bool()> m_isHeld;
    bool m_stale = true;
};

} // namespace nodescope::widgets
