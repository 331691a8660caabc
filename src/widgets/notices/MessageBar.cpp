#include "widgets/notices/MessageBar.h"

#include <algorithm>

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

#include "doctor/CookieText.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

MessageBar::MessageBar(const cluster::ClusterStore &store, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(makeParagraph(TextRole::Plain, this))
    , m_count(makeLabel(TextRole::Small, this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setProperty("bar", true);
    m_close->setProperty("quiet", true);
    m_close->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1, Qt::AlignVCenter); // it begins at its top, which would be above the icon
    layout->addWidget(m_count);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(&store, &cluster::ClusterStore::intentFailed, this,
            qOverload<const QString &, const QString &>(&MessageBar::show));
    connect(&store, &cluster::ClusterStore::nodeChanged, this, [this, &store](const base::NodeName &name) {
        const cluster::Node *node = store.cluster().node(name);
        if (node && node->state == cluster::NodeState::Up)
            takeBack(QStringLiteral("not_connected"), name.text());
    });
    refresh();
}

void MessageBar::takeBack(const QString &reason, const QString &detail)
{
    const auto stale = std::find(m_messages.begin(), m_messages.end(), Message{reason, detail});
    if (stale == m_messages.end())
        return;
    m_messages.erase(stale);
    refresh();
}

bool MessageBar::isInformation(const Message &message)
{
    return message.reason == QLatin1String("recording_leftover");
}

void MessageBar::show(const QString &reason, const QString &detail)
{
    const Message message{reason, detail};
    const auto same = std::find(m_messages.begin(), m_messages.end(), message);
    if (same != m_messages.end())
        m_messages.erase(same);
    // What went wrong stands before what is merely said, and the latest first of either.
    const auto place = isInformation(message)
                           ? std::find_if(m_messages.begin(), m_messages.end(), &MessageBar::isInformation)
                           : m_messages.begin();
    m_messages.insert(place, message);
    if (m_messages.size() > MaxMessages)
        m_messages.pop_back();
    refresh();
    QAccessibleEvent announcement(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void MessageBar::dismiss()
{
    if (!m_messages.empty())
        m_messages.pop_front();
    refresh();
}

void MessageBar::refresh()
{
    setVisible(!m_messages.empty());
    m_close->setIcon(icon(Glyph::Close));
    m_close->setToolTip(tr("Dismiss this message"));
    m_close->setAccessibleName(tr("Dismiss"));
    if (m_messages.empty())
        return;
    const Theme theme = Theme::current(this);
    const bool information = isInformation(m_messages.front());
    m_icon->setPixmap((information ? icon(Glyph::Info, theme.accent) : icon(Glyph::Warning, theme.failed))
                          .pixmap(theme.ipx(16), theme.ipx(16)));
    setRole(information ? QStringLiteral("card") : QStringLiteral("error"));
    m_text->setText(sentenceFor(m_messages.front()));
    const int more = waiting() - 1;
    m_count->setVisible(more > 0);
    m_count->setText(tr("%n more", nullptr, more));
}

void MessageBar::setRole(const QString &role)
{
    if (property("role").toString() == role)
        return;
    setProperty("role", role);
    // The style sheet looks at a property only when a widget is polished.
    style()->unpolish(this);
    style()->polish(this);
}

QString MessageBar::recordingSentence(const QString &reason, const QString &detail)
{
    if (reason == QLatin1String("recording_shown"))
        return tr("Not done: a recording is shown. Go back to live first.");
    if (reason == QLatin1String("recording_unreadable"))
        return tr("The recording cannot be read: %1").arg(detail);
    if (reason == QLatin1String("recording_not_a_recording"))
        return tr("%1 is no recording: its first bytes are not those of one (89 4E 53 43 50, “NSCP”). Choose "
                  "a "
                  "file that Nodescope has written; their names end in .nodescope.")
            .arg(detail);
    if (reason == QLatin1String("recording_later_version"))
        return tr("This recording was made by a later version of the program: %1").arg(detail);
    if (reason == QLatin1String("recording_unwritable"))
        return tr("The recording cannot be written: %1").arg(detail);
    if (reason == QLatin1String("recording_write_failed"))
        return tr("Nothing more is recorded, what was written is kept: %1").arg(detail);
    if (reason == QLatin1String("recording_leftover"))
        return tr("A recording was running when the program ended. It is among the recent recordings in the "
                  "Time menu: %1")
            .arg(detail);
    return {};
}

QString MessageBar::sentenceFor(const Message &message)
{
    const QString detail = visibleText(message.detail, 300);
    if (message.reason == QLatin1String("acting_not_armed"))
        return tr("Not done on %1: acting is off for this cluster. Allow it in the Cluster menu.")
            .arg(detail);
    if (message.reason == QLatin1String("tls_options"))
        return tr("Not dialled: the options for TLS cannot be used (%1).").arg(detail);
    if (message.reason == QLatin1String("not_connected"))
        return tr("Not done: %1 is not connected.").arg(detail);
    if (message.reason == QLatin1String("disconnect_failed"))
        return tr("The node could not be asked to disconnect: %1.").arg(detail);
    if (message.reason == QLatin1String("cannot_listen"))
        return tr("Not waiting to be dialled: no port could be opened (%1).").arg(detail);
    if (message.reason.startsWith(QLatin1String("cookie_file"))) {
        const QString problem = doctor::cookieFileProblem(message.detail);
        return problem.isEmpty() ? tr("Not connected: the profile's cookie file %1 could not be used then. "
                                      "It can now: open "
                                      "the profile again.")
                                       .arg(detail)
                                 : tr("Not connected, for the profile has no cookie. %1").arg(problem);
    }
    if (message.reason == QLatin1String("source_not_usable"))
        return tr("Not added: this source cannot be asked (%1).").arg(detail);
    if (message.reason == QLatin1String("too_many_sources"))
        return tr("Not added: there are as many sources as are kept.");
    if (const QString sentence = recordingSentence(message.reason, detail); !sentence.isEmpty())
        return sentence;
    if (message.reason == QLatin1String("practice_unavailable"))
        return tr("There are no practice nodes in this session.");
    if (message.reason.startsWith(QLatin1String("practice")))
        return tr("The practice cluster could not be started: %1").arg(detail);
    // A reason that this version does not know is shown as it is, rather than not at all.
    const QString reason = visibleText(message.reason, 100);
    return detail.isEmpty() ? tr("It could not be done (%1).").arg(reason)
                            : tr("It could not be done (%1): %2").arg(reason, detail);
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace nodescope::widgets
