#pragma once

#include <QWidget>

namespace nodescope::widgets {

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

Q_SIGNALS:
    void headChanged();

protected:
    void setHead(const QString &title, const QString &subtitle, const QString &fullTitle = {})
    {
        m_title = title;
        m_fullTitle = fullTitle;
        m_subtitle = subtitle;
        Q_EMIT headChanged();
    }

private:
    QString m_title;
    QString m_subtitle;
    QString m_fullTitle;
};

} // namespace nodescope::widgets
