#include "widgets/inspector/ExcerptView.h"

#include <QEvent>
#include <QHBoxLayout>

#include "doctor/CauseText.h"
#include "doctor/handshakes/WireFields.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"

namespace nodescope::widgets {

using cluster::WireExcerpt;

namespace {
constexpr qsizetype ShownBytes = 14;
constexpr qsizetype TipBytes = 256;

/// First the tag, then groups of four bytes: `72 5f1c09aa ••••••••`. Dots stand for what is held back.
QString hexOf(const WireExcerpt &excerpt, qsizetype max)
{
    QString hex = QString::fromLatin1(excerpt.bytes.left(max).toHex());
    for (qsizetype i = 0; i < hex.size(); ++i) {
        if (doctor::isBlanked(excerpt, i / 2))
            hex[i] = u'•';
    }
    QString out = hex.left(2);
    for (qsizetype at = 2; at < hex.size(); at += 8)
        out += u' ' + hex.mid(at, 8);
    return excerpt.bytes.size() > max ? QString(out + QStringLiteral("…")) : out;
}
} // namespace

ExcerptView::ExcerptView(QWidget *parent)
    : QFrame(parent)
{
    setProperty("role", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(4);
}

void ExcerptView::setExcerpts(const QList<WireExcerpt> &excerpts)
{
    m_excerpts = excerpts;
    rebuild();
}

QString ExcerptView::lineFor(const WireExcerpt &excerpt, qsizetype maxBytes)
{
    const QString arrow = excerpt.sent ? QStringLiteral("→ ") : QStringLiteral("← ");
    if (excerpt.bytes.isEmpty())
        return arrow +
               tr("%1 after %2").arg(visibleText(excerpt.label, 60), doctor::durationText(excerpt.at));
    return arrow + hexOf(excerpt, maxBytes);
}

void ExcerptView::rebuild()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    setVisible(!m_excerpts.isEmpty());
    for (const WireExcerpt &excerpt : std::as_const(m_excerpts)) {
        auto *row = new QWidget(this);
        auto *columns = new QHBoxLayout(row);
        columns->setContentsMargins(0, 0, 0, 0);
        auto *line = new ElidedLabel(TextRole::Mono, row);
        line->setFullText(lineFor(excerpt, ShownBytes));
        line->setLayoutDirection(Qt::LeftToRight);
        const bool closed = !excerpt.sent && excerpt.bytes.isEmpty();
        if (closed)
            line->setProperty("alarm", true);
        QString tip = visibleRichText(lineFor(excerpt, TipBytes));
        if (excerpt.blankedFrom >= 0)
            tip += QStringLiteral("<br>") +
                   tr("The dots stand for a digest: whoever has it can try to guess the cookie.");
        line->setToolTip(tip);
        columns->addWidget(line, 1);
        if (!excerpt.bytes.isEmpty()) {
            QLabel *label = makeLabel(TextRole::Small, row);
            label->setText(visibleText(excerpt.label, 40));
            columns->addWidget(label);
        }
        layout()->addWidget(row);
        row->show();
    }
}

void ExcerptView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QFrame::changeEvent(event);
}

} // namespace nodescope::widgets
