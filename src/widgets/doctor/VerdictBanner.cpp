#include "widgets/doctor/VerdictBanner.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include "doctor/CauseText.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/doctor/DoctorWords.h"

namespace nodescope::widgets {

using cluster::Examination;
using cluster::RungResult;
using cluster::RungState;

/// The sign at the left of the banner.
class VerdictBanner::Sign : public QWidget
{
public:
    using QWidget::QWidget;
    void set(Glyph glyph, const QString &look)
    {
        m_glyph = glyph;
        m_look = look;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int side = Theme::current(this).ipx(22);
        return {side, side};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current(this);
        const QColor colour = m_look == QLatin1String("error")       ? theme.failed
                              : m_look == QLatin1String("uncertain") ? theme.attentionText
                              : m_look == QLatin1String("good")      ? theme.up
                                                                     : theme.accent;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal side = theme.px(20);
        paintGlyph(painter, m_glyph, QRectF((width() - side) / 2, 0, side, side), colour);
    }

private:
    Glyph m_glyph = Glyph::Doctor;
    QString m_look;
};

VerdictBanner::VerdictBanner(QWidget *parent)
    : QFrame(parent)
    , m_sign(new Sign(this))
    , m_title(makeParagraph(TextRole::Title, this))
    , m_certainty(makeParagraph(TextRole::Plain, this))
    , m_explanation(makeParagraph(TextRole::Secondary, this))
{
    m_title->setObjectName(QStringLiteral("verdict"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_title);
    texts->addWidget(m_certainty);
    texts->addWidget(m_explanation);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
}

void VerdictBanner::setExamination(const Examination &examination)
{
    const cluster::Diagnosis &diagnosis = examination.diagnosis;
    if (examination.running) {
        const auto last =
            std::find_if(diagnosis.rungs.rbegin(), diagnosis.rungs.rend(),
                         [](const RungResult &rung) { return rung.state != RungState::NotReached; });
        display(QStringLiteral("card"), Glyph::Doctor, verdictOf(examination),
                last == diagnosis.rungs.rend()
                    ? tr("Nothing has been seen yet.")
                    : tr("Last: %1").arg(doctor::titleOf(last->rung, examination.from, examination.to)),
                {});
        return;
    }
    const doctor::CauseText text = doctor::textOf(diagnosis);
    const Outcome outcome = outcomeOf(examination);
    setVerdict(outcome, text.title, outcome == Outcome::GivenUp ? QString() : text.certainty,
               text.explanation);
}

void VerdictBanner::setVerdict(Outcome outcome, const QString &title, const QString &certainty,
                               const QString &explanation)
{
    switch (outcome) {
    case Outcome::Connects:
        display(QStringLiteral("good"), Glyph::Check, title, certainty, explanation);
        break;
    case Outcome::Uncertain:
        display(QStringLiteral("uncertain"), Glyph::Help, title, certainty, explanation);
        break;
    case Outcome::Running:
    case Outcome::GivenUp:
        display(QStringLiteral("card"), Glyph::Info, title, certainty, explanation);
        break;
    case Outcome::Fails:
        display(QStringLiteral("error"), Glyph::Error, title, certainty, explanation);
        break;
    }
}

void VerdictBanner::setSentence(const QString &title, const QString &explanation)
{
    display(QStringLiteral("card"), Glyph::Doctor, title, {}, explanation);
}

void VerdictBanner::display(const QString &look, Glyph glyph, const QString &title, const QString &certainty,
                            const QString &explanation)
{
    const bool other = title != m_title->text();
    if (property("role").toString() != look) {
        setProperty("role", look);
        style()->unpolish(this);
        style()->polish(this);
    }
    m_sign->set(glyph, look);
    m_title->setText(visibleText(title));
    m_certainty->setText(visibleText(certainty));
    m_certainty->setVisible(!certainty.isEmpty());
    m_explanation->setText(visibleText(explanation, 4000));
    m_explanation->setVisible(!explanation.isEmpty());
    setAccessibleName(title);
    if (other) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace nodescope::widgets
