#pragma once

#include <QWidget>

#include "cluster/Node.h"

namespace nodescope::widgets {

class ElidedLabel;

/// What the inspector shows, at its top: the thing's name and one line of what matters most.
class PageHead : public QWidget
{
    Q_OBJECT

public:
    explicit PageHead(QWidget *parent = nullptr);
    /// `shortTitle` is shown where the title has no room; `tip` is the title in full.
    void setTexts(const QString &title, const QString &subtitle, const QString &tip,
                  const QString &shortTitle);

private:
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
};

} // namespace nodescope::widgets
