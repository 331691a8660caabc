#include "widgets/doctor/FactsPanel.h"

#include <QEvent>
#include <QVBoxLayout>

#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "doctor/NextTests.h"
#include "protocol/Flags.h"
#include "widgets/common/FactList.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"

namespace nodescope::widgets {

using cluster::Diagnosis;
using cluster::PeerFacts;

FactsPanel::FactsPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(TextRole::Strong, this))
    , m_missing(makeParagraph(TextRole::Error, this))
    , m_facts(new FactList(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_missing);
    layout->addWidget(m_facts);
    fill();
}

void FactsPanel::setFacts(const PeerFacts &facts)
{
    if (facts == m_known)
        return;
    m_known = facts;
    fill();
}

void FactsPanel::fill()
{
    setVisible(!(m_known == PeerFacts()));
    m_title->setText(tr("What the node told without a cookie"));
    m_missing->setVisible(!m_known.missingFlags.isEmpty());
    m_missing->setText(
        tr("It lacks: %1").arg(visibleText(m_known.missingFlags.join(QStringLiteral(", ")), 600)));
    const QStringList names = protocol::flagNames(protocol::Flags(m_known.flags));
    QStringList features;
    for (const QString &feature : m_known.features)
        features.append(visibleText(doctor::evidenceText(feature), 200));
    m_facts->setFacts({
        {tr("Its own name"), visibleText(m_known.name, 255), {}},
        {tr("Release"),
         m_known.release.isEmpty()
             ? QString()
             : tr("likely OTP %1").arg(visibleText(doctor::evidenceText(m_known.release), 60)),
         tr("A guess by its flags; a node may send any.")},
        {tr("Creation"), m_known.creation == 0 ? QString() : QString::number(m_known.creation), {}},
        {tr("Visibility"),
         m_known.name.isEmpty() ? QString() : (m_known.hidden ? tr("hidden") : tr("visible")),
         {}},
        {tr("Flags"), m_known.flags == 0 ? QString() : QStringLiteral("0x%1").arg(m_known.flags, 0, 16),
         names.join(QStringLiteral(" "))},
        {tr("Besides"), features.join(QStringLiteral(", ")), {}},
    });
}

void FactsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

CandidatesPanel::CandidatesPanel(QWidget *parent)
    : QWidget(parent)
    , m_body(new QWidget(this))
{
    auto *inside = new QVBoxLayout(m_body);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body);
    hide();
}

void CandidatesPanel::setDiagnosis(const Diagnosis &diagnosis)
{
    m_diagnosis = diagnosis;
    fill();
}

void CandidatesPanel::fill()
{
    qDeleteAll(m_body->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    const QStringList tests = doctor::nextTestsOf(m_diagnosis);
    setVisible(!m_diagnosis.candidates.isEmpty() || !tests.isEmpty());
    if (!m_diagnosis.candidates.isEmpty())
        add(tr("It is one of these, the likeliest first"), true);
    for (const cluster::Cause cause : std::as_const(m_diagnosis.candidates))
        add(QStringLiteral("• ") + doctor::titleOf(cause), false);
    if (!tests.isEmpty())
        add(tr("What would tell"), true);
    int number = 0;
    for (const QString &test : tests)
        add(QStringLiteral("%1. %2").arg(locale().toString(++number), visibleText(test)), false);
}

void CandidatesPanel::add(const QString &text, bool strong)
{
    QLabel *label = makeParagraph(strong ? TextRole::Strong : TextRole::Plain, m_body);
    label->setText(text);
    m_body->layout()->addWidget(label);
    label->show();
}

void CandidatesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
