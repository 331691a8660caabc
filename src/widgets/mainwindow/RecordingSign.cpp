#include "widgets/mainwindow/RecordingSign.h"

#include <algorithm>

#include <QDateTime>
#include <QEvent>
#include <QPainter>

#include "widgets/common/SafeText.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
constexpr int Second = 1000;
constexpr qint64 SecondsPerHour = 3600;
} // namespace

RecordingSign::RecordingSign(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("recordingSign"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_tick.setInterval(Second);
    connect(&m_tick, &QTimer::timeout, this, &RecordingSign::refresh);
}

QString RecordingSign::elapsed() const
{
    const qint64 seconds = std::max<qint64>(0, QDateTime::currentMSecsSinceEpoch() - m_since) / Second;
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString rest = two(seconds / 60 % 60) + u':' + two(seconds % 60);
    return seconds < SecondsPerHour ? rest : QString::number(seconds / SecondsPerHour) + u':' + rest;
}

QString RecordingSign::text() const
{
    if (m_file.isEmpty())
        return {};
    return m_brief ? elapsed() : tr("recording %1").arg(elapsed());
}

int RecordingSign::textAt(const Theme &theme) const
{
    return theme.ipx(m_brief ? 16 : 21);
}

QSize RecordingSign::sizeHint() const
{
    const Theme theme = Theme::current(this);
    // The widest digits, so that nothing beside it moves each second.
    QString widest = text();
    std::replace_if(
        widest.begin(), widest.end(), [](QChar sign) { return sign.isDigit(); }, QLatin1Char('0'));
    return {QFontMetrics(theme.strong).horizontalAdvance(widest) + textAt(theme) + theme.ipx(m_brief ? 2 : 9),
            theme.ipx(28)};
}

void RecordingSign::setState(const cluster::TimeState &state)
{
    if (state.recording == m_file && state.recordedSince == m_since)
        return;
    m_file = state.recording;
    m_since = state.recordedSince;
    const bool records = !m_file.isEmpty();
    if (records)
        m_tick.start();
    else
        m_tick.stop();
    retranslate();
    Q_EMIT recordingChanged(records);
}

void RecordingSign::setBrief(bool brief)
{
    m_brief = brief;
    refresh();
}

void RecordingSign::retranslate()
{
    const bool records = !m_file.isEmpty();
    // Whoever listens hears that it records, not each second of it.
    setAccessibleName(records ? tr("recording") : QString());
    setToolTip(records ? tr("Being written to %1").arg(visibleRichText(m_file)) : QString());
    refresh();
}

void RecordingSign::refresh()
{
    if (const QSize room = sizeHint(); room != m_room) {
        m_room = room;
        updateGeometry();
    }
    update();
}

void RecordingSign::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal at = theme.px(m_brief ? 8 : 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.failed);
    painter.drawEllipse(QPointF(mirrored ? width() - at : at, height() / 2.0), theme.px(5), theme.px(5));
    painter.setFont(theme.strong);
    painter.setPen(theme.failed);
    const QRect room =
        mirrored ? rect().adjusted(0, 0, -textAt(theme), 0) : rect().adjusted(textAt(theme), 0, 0, 0);
    painter.drawText(room, static_cast<int>(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)),
                     text());
}

void RecordingSign::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else
        refresh();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
