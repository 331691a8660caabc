#pragma once

#include <QStackedWidget>

namespace nodescope::widgets {

/// Pages of which one is shown, and only that one demands room: those that are hidden never make a window
/// wider or higher.
class PageStack : public QStackedWidget
{
public:
    explicit PageStack(QWidget *parent = nullptr)
        : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QWidget *page = currentWidget();
        if (!page)
            return {0, 0};
        // As layouts do it: what a page was given replaces what it would like.
        const QSize hint = page->minimumSizeHint();
        return {page->minimumWidth() > 0 ? page->minimumWidth() : hint.width(),
                page->minimumHeight() > 0 ? page->minimumHeight() : hint.height()};
    }
};

} // namespace nodescope::widgets
