#include "widgets/replay/PastBar.h"

#include <QAction>
#include <QDateTime>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>

#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

PastBar::PastBar(TimeDesk &desk, QAction &live, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_icon(new QLabel(this))
    , m_text(new ElidedLabel(TextRole::Strong, this))
    , m_live(new QToolButton(this))
{
    setObjectName(QStringLiteral("pastBar"));
    setProperty("bar", true);
    setProperty("role", QStringLiteral("uncertain"));
    m_live->setDefaultAction(&live);
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_live);
    connect(&desk, &TimeDesk::stateChanged, this, &PastBar::refresh);
    refresh();
}

QString PastBar::text() const
{
    const cluster::TimeState &state = m_desk.state();
    if (state.live)
        return {};
    const QString moment = momentText(QDateTime::fromMSecsSinceEpoch(state.moment).toUTC());
    if (state.opened.isEmpty())
        return tr("The past, at %1. What is now goes on being noted.").arg(moment);
    const QString file = visibleText(QFileInfo(state.opened).fileName(), 80);
    if (state.loading)
        return tr("Reading %1 …").arg(file);
    QString text = tr("Recording %1, at %2").arg(file, moment);
    if (state.redacted)
        text += tr(", without names");
    if (state.problem == QLatin1String("cut"))
        text += tr("; it was not ended in order, this is all of it");
    else if (state.problem == QLatin1String("damaged"))
        text += tr("; it is damaged, what follows is not shown");
    return text;
}

void PastBar::refresh()
{
    const QString shown = text();
    setVisible(!shown.isEmpty());
    const Theme theme = Theme::current(this);
    m_icon->setPixmap(icon(Glyph::Clock, theme.attentionText).pixmap(theme.ipx(16), theme.ipx(16)));
    m_text->setFullText(shown);
    setAccessibleName(shown);
}

void PastBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace nodescope::widgets
