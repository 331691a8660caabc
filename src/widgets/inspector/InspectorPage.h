#pragma once

#include <QScrollArea>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"

namespace nodescope::widgets {

/// What a page holds is never wider than the pane: it wraps, or is shortened where it is, instead of running
/// out of sight at the edge.
class PageBody : public QWidget
{
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, QWidget::minimumSizeHint().height()}; }
};

/// A page of the inspector. It tells what stands in the pane's head while it is shown.
class InspectorPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &subtitle() const { return m_subtitle; }
    /// The title in full, where it is shortened.
    [[nodiscard]] const QString &fullTitle() const { return m_fullTitle; }
    /// What stands for the title where it has no room, as names in the graph do without their hosts.
    [[nodiscard]] const QString &shortTitle() const { return m_shortTitle; }

Q_SIGNALS:
    void headChanged();

protected:
    void setHead(const QString &title, const QString &subtitle, const QString &fullTitle = {},
                 const QString &shortTitle = {})
    {
        m_title = title;
        m_fullTitle = fullTitle;
        m_shortTitle = shortTitle;
        m_subtitle = subtitle;
        Q_EMIT headChanged();
    }

    /// What the page is made of, below a line; scrolled where there is too little room.
    void setBody(QLayout *body)
    {
        auto *area = new QScrollArea(this);
        area->setFrameShape(QFrame::NoFrame);
        area->setWidgetResizable(true);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        auto *content = new PageBody(area);
        content->setLayout(body);
        area->setWidget(content);
        area->viewport()->setBackgroundRole(QPalette::Base);
        content->setBackgroundRole(QPalette::Base);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addWidget(makeHairline(this));
        layout->addWidget(area, 1);
    }

private:
    QString m_title;
    QString m_subtitle;
    QString m_fullTitle;
    QString m_shortTitle;
};

} // namespace nodescope::widgets
