#include "widgets/inspector/PageHead.h"

#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"

namespace nodescope::widgets {

PageHead::PageHead(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(TextRole::Title, this))
    , m_subtitle(new ElidedLabel(TextRole::Small, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 10, 4, 4);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
}

void PageHead::setTexts(const QString &title, const QString &subtitle, const QString &tip,
                        const QString &shortTitle)
{
    m_title->setFullText(title, Qt::ElideMiddle);
    if (!shortTitle.isEmpty())
        m_title->setShorterTexts({shortTitle});
    m_title->setTip(tip);
    m_subtitle->setFullText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

} // namespace nodescope::widgets
