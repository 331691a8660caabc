#include "widgets/inspector/FailureView.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include "cluster/Node.h"
#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "doctor/NextTests.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/doctor/FactsPanel.h"
#include "widgets/inspector/ExcerptView.h"
#include "widgets/inspector/LadderView.h"
#include "widgets/inspector/RepairView.h"

namespace nodescope::widgets {

using cluster::Cause;
using cluster::Diagnosis;

FailureView::FailureView(QWidget *parent)
    : QWidget(parent)
    , m_title(makeParagraph(TextRole::Error, this))
    , m_certainty(makeParagraph(TextRole::Plain, this))
    , m_explanation(makeParagraph(TextRole::Secondary, this))
    , m_candidates(new CandidatesPanel(this))
    , m_ladder(new LadderView(this))
    , m_excerpts(new ExcerptView(this))
    , m_repair(new RepairView(this))
    , m_tryAgain(new QPushButton(this))
    , m_otherwise(makeQuietButton(this))
    , m_dismiss(makeQuietButton(this))
    , m_examine(makeQuietButton(this))
    , m_copy(makeQuietButton(this))
{
    build();
    retranslate();
    connect(m_tryAgain, &QPushButton::clicked, this, &FailureView::tryAgainClicked);
    connect(m_dismiss, &QPushButton::clicked, this, &FailureView::dismissClicked);
    connect(m_examine, &QPushButton::clicked, this, &FailureView::examineClicked);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(asText()); });
    connect(m_otherwise, &QPushButton::clicked, this, [this] {
        if (!m_diagnosis)
            return;
        const auto real = base::NodeName::parse(m_diagnosis->detail);
        const bool byName = m_diagnosis->cause == Cause::OtherNameAnswers && real;
        Q_EMIT connectOtherwiseClicked(byName ? *real : m_diagnosis->to);
    });
}

void FailureView::build()
{
    m_title->setProperty("verdict", true);
    m_title->setObjectName(QStringLiteral("verdict"));
    m_tryAgain->setProperty("primary", true);
    m_tryAgain->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeBanner());
    layout->addWidget(m_explanation);
    layout->addWidget(m_candidates);
    layout->addWidget(m_ladder);
    layout->addWidget(m_excerpts);
    layout->addWidget(m_repair);
    layout->addWidget(makeButtons());
}

QWidget *FailureView::makeBanner()
{
    auto *banner = new QFrame(this);
    banner->setProperty("role", QStringLiteral("error"));
    auto *layout = new QVBoxLayout(banner);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_certainty);
    return banner;
}

QWidget *FailureView::makeButtons()
{
    auto *row = new QWidget(this);
    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    first->addWidget(m_tryAgain);
    first->addWidget(m_examine);
    first->addWidget(m_otherwise);
    first->addStretch();
    auto *second = new QHBoxLayout;
    second->setSpacing(4);
    second->addWidget(m_copy);
    second->addWidget(m_dismiss);
    second->addStretch();
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addLayout(second);
    return row;
}

void FailureView::retranslate()
{
    m_tryAgain->setText(tr("Try again"));
    m_examine->setText(tr("Examine…"));
    m_examine->setToolTip(tr("Climbs the ladder step by step, with all that is seen on the way"));
    m_dismiss->setText(tr("Dismiss"));
    m_dismiss->setToolTip(tr("Takes the failed link off the picture"));
    m_copy->setText(tr("Copy all of it"));
    m_copy->setToolTip(tr("Copies this page as text"));
    m_copy->setAccessibleName(tr("Copy the diagnosis"));
}

void FailureView::setDiagnosis(const std::shared_ptr<const Diagnosis> &diagnosis)
{
    // Setting the same one again must not throw away what is selected or scrolled.
    if (m_diagnosis == diagnosis)
        return;
    m_diagnosis = diagnosis;
    fill();
}

void FailureView::fill()
{
    if (!m_diagnosis)
        return;
    const doctor::CauseText text = doctor::textOf(*m_diagnosis);
    m_title->setText(text.title);
    m_certainty->setText(visibleText(text.certainty));
    m_explanation->setText(visibleText(text.explanation));
    m_explanation->setVisible(!text.explanation.isEmpty());
    const bool open = m_diagnosis->certainty == cluster::Certainty::CannotDistinguish;
    m_candidates->setDiagnosis(open ? *m_diagnosis : Diagnosis());
    m_ladder->setRungs(m_diagnosis->rungs, m_diagnosis->from, m_diagnosis->to);
    m_excerpts->setExcerpts(m_diagnosis->excerpts);
    m_repair->setRemedies(text.remedies);

    const bool ours = m_diagnosis->from.isNull() || m_diagnosis->from == cluster::selfName();
    const Cause cause = m_diagnosis->cause;
    const bool byName = cause == Cause::OtherNameAnswers && base::NodeName::parse(m_diagnosis->detail);
    const bool byCookie = cause == Cause::CookieMismatch || cause == Cause::NoCookie;
    m_otherwise->setVisible(ours && (byName || byCookie));
    m_otherwise->setText(byName ? tr("Use its own name…") : tr("Another cookie…"));
    m_otherwise->setToolTip(byName ? tr("Opens the Connect dialog with the name that the node gives itself")
                                   : tr("Opens the Connect dialog to try another cookie"));
}

QString FailureView::asText() const
{
    if (!m_diagnosis)
        return {};
    const doctor::CauseText text = doctor::textOf(*m_diagnosis);
    QStringList lines{nameFor(m_diagnosis->from) + QStringLiteral(" → ") + nameFor(m_diagnosis->to),
                      text.title,
                      text.certainty,
                      text.explanation,
                      {}};
    for (const cluster::RungResult &result : m_diagnosis->rungs) {
        lines.append(QStringLiteral("%1: %2 %3 %4")
                         .arg(doctor::titleOf(result.rung, m_diagnosis->from, m_diagnosis->to),
                              doctor::titleOf(result.state), doctor::evidenceText(result.evidence),
                              result.elapsed ? doctor::durationText(*result.elapsed) : QString())
                         .trimmed());
    }
    if (m_diagnosis->certainty == cluster::Certainty::CannotDistinguish)
        lines += doctor::nextTestsOf(*m_diagnosis);
    for (const cluster::WireExcerpt &excerpt : m_diagnosis->excerpts)
        lines.append(ExcerptView::lineFor(excerpt, 64) + u' ' + excerpt.label);
    lines.append(QString());
    for (const doctor::Remedy &remedy : text.remedies) {
        lines.append(remedy.text);
        for (const doctor::Snippet &snippet : remedy.snippets)
            lines.append(QStringLiteral("%1:\n    %2").arg(snippet.where, snippet.code));
    }
    return lines.join(u'\n');
}

void FailureView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
