#include "widgets/doctor/PostPage.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "doctor/Quoting.h"
#include "doctor/post/VisitText.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/connect/ConnectDialog.h"
#include "widgets/connect/TlsOptionField.h"
#include "widgets/doctor/EvidenceView.h"
#include "widgets/doctor/FactsPanel.h"
#include "widgets/doctor/RungList.h"
#include "widgets/doctor/VerdictBanner.h"
#include "widgets/doctor/VisitWords.h"
#include "widgets/inspector/RepairView.h"

namespace nodescope::widgets {

using base::NodeName;
using cluster::Visit;

PostPage::PostPage(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(QStringLiteral("post@127.0.0.1"), this))
    , m_toggle(new QPushButton(this))
    , m_nameLabel(new QLabel(this))
    , m_tlsLabel(new QLabel(this))
    , m_tls(new TlsOptionField(this))
    , m_error(makeParagraph(TextRole::Error, this))
    , m_state(makeParagraph(TextRole::Secondary, this))
    , m_howTo(new RepairView(this))
    , m_list(new QListWidget(this))
    , m_none(makeParagraph(TextRole::Secondary, this))
    , m_verdict(new VerdictBanner(this))
    , m_ladder(new RungList(this))
    , m_evidence(new EvidenceView(this))
    , m_facts(new FactsPanel(this))
    , m_repair(new RepairView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeHairline(this));
    layout->addWidget(makeBody(), 1);
    join();
    retranslate();
    showVisit();
}

QWidget *PostPage::makeHead()
{
    auto *head = new QWidget(this);
    m_toggle->setProperty("primary", true);
    m_toggle->setAutoDefault(false);
    m_name->setObjectName(QStringLiteral("postName"));
    m_nameLabel->setBuddy(m_name);
    m_tlsLabel->setBuddy(m_tls);
    auto *fields = new QGridLayout;
    fields->setSpacing(8);
    fields->addWidget(m_nameLabel, 0, 0);
    fields->addWidget(m_name, 0, 1);
    fields->addWidget(m_toggle, 0, 2);
    fields->addWidget(m_tlsLabel, 1, 0);
    fields->addWidget(m_tls, 1, 1);
    fields->setColumnStretch(1, 2);
    fields->setColumnStretch(3, 1);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 10);
    layout->setSpacing(6);
    layout->addLayout(fields);
    layout->addWidget(m_error);
    layout->addWidget(m_state);
    layout->addWidget(m_howTo);
    return head;
}

QWidget *PostPage::makeBody()
{
    m_list->setObjectName(QStringLiteral("visits"));
    m_list->setWordWrap(true);
    auto *body = new QWidget(this);
    auto *columns = new QSplitter(body);
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_list);
    columns->addWidget(makeDetail());
    columns->setSizes({350, 650});
    auto *none = new QHBoxLayout;
    none->setContentsMargins(16, 12, 16, 12);
    none->addWidget(m_none);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(none);
    layout->addWidget(columns, 1);
    return body;
}

QWidget *PostPage::makeDetail()
{
    m_detail = new QScrollArea(this);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setWidgetResizable(true);
    m_detail->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget(m_detail);
    inside->setBackgroundRole(QPalette::Base);
    m_detail->viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    for (QWidget *part : QList<QWidget *>{m_verdict, m_ladder, m_evidence, m_facts, m_repair})
        layout->addWidget(part);
    layout->addStretch();
    m_detail->setWidget(inside);
    return m_detail;
}

void PostPage::join()
{
    connect(m_name, &QLineEdit::textChanged, this, &PostPage::validate);
    connect(m_name, &QLineEdit::returnPressed, m_toggle, &QPushButton::click);
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        if (m_post.open)
            Q_EMIT closeRequested();
        else if (const auto name = NodeName::parse(m_name->text().trimmed()))
            Q_EMIT openRequested(*name, m_tls->file());
    });
    connect(m_list, &QListWidget::currentItemChanged, this, &PostPage::showVisit);
    connect(m_ladder, &RungList::rungSelected, this,
            [this] { m_evidence->setRung(m_ladder->selectedRung()); });
}

void PostPage::retranslate()
{
    m_name->setAccessibleName(tr("Name under which this program is dialled"));
    m_name->setPlaceholderText(tr("name@host, as your node would dial it"));
    m_nameLabel->setText(tr("N&ame"));
    m_tlsLabel->setText(tr("&TLS options"));
    m_list->setAccessibleName(tr("Calls, the latest first"));
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        fillItem(*item, m_visits.value(item->data(Qt::UserRole).toULongLong()));
    }
    validate();
    showPost();
    showVisit();
}

void PostPage::validate()
{
    const QString text = m_name->text().trimmed();
    const QString error = ConnectDialog::nameErrorFor(text);
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty() && !m_post.open);
    m_toggle->setEnabled(m_post.open || NodeName::parse(text));
    m_toggle->setToolTip(m_toggle->isEnabled() ? QString() : tr("Type the name that your node shall dial"));
}

void PostPage::setPost(const cluster::Post &post)
{
    m_post = post;
    if (post.open)
        m_name->setText(post.name.text());
    validate();
    showPost();
}

void PostPage::showPost()
{
    m_toggle->setText(m_post.open ? tr("Close the post") : tr("Open a listening post"));
    m_name->setEnabled(!m_post.open);
    m_tls->setEnabled(!m_post.open);
    const QString name = visibleText(m_post.name.text(), 255);
    QString state =
        tr("A place that your node can dial: each of its steps is shown, and its digest is tested against "
           "all saved cookies. No link comes about, and no digest leaves this machine.");
    if (m_post.open && !m_post.registered)
        state = tr("%1 listens at port %2, and EPMD does not list it yet.").arg(name).arg(m_post.port);
    else if (m_post.open && m_visits.isEmpty())
        state = tr("EPMD lists %1 at port %2. Let your node dial it:").arg(name).arg(m_post.port);
    else if (m_post.open)
        state = tr("EPMD lists %1 at port %2.").arg(name).arg(m_post.port);
    if (m_post.open && m_post.tls)
        state += u' ' + tr("Callers must speak TLS.");
    if (!m_post.problem.isEmpty())
        state = visibleText(problemOf(m_post), 600);
    setRole(m_state, m_post.problem.isEmpty() ? TextRole::Secondary : TextRole::Error);
    m_state->setText(state);
    QList<doctor::Remedy> ways;
    // After the first call it has been understood, and the room is for the calls.
    if (m_post.open && m_visits.isEmpty()) {
        const QString where = tr("in the shell of your node");
        ways = {
            {tr("It answers false, as it should: no link is wanted."),
             {{doctor::SnippetLanguage::Elixir, where,
               QStringLiteral("Node.connect(%1)").arg(doctor::elixirAtom(m_post.name.text()))},
              {doctor::SnippetLanguage::Erlang, where,
               QStringLiteral("net_kernel:connect_node(%1).").arg(doctor::erlangAtom(m_post.name.text()))}}}};
    }
    m_howTo->setTitle(tr("Dial it"));
    m_howTo->setRemedies(ways);
    m_none->setVisible(m_visits.isEmpty());
    m_none->setText(m_post.open ? tr("Nobody has called yet.") : tr("The post is closed."));
    m_list->parentWidget()->setVisible(!m_visits.isEmpty());
}

void PostPage::setVisit(const Visit &visit)
{
    const bool isNew = !m_visits.contains(visit.id);
    m_visits.insert(visit.id, visit);
    if (!isNew) {
        for (int i = 0; i < m_list->count(); ++i) {
            if (m_list->item(i)->data(Qt::UserRole).toULongLong() == visit.id)
                fillItem(*m_list->item(i), visit);
        }
    } else {
        const bool followed = m_list->currentRow() <= 0;
        auto *item = new QListWidgetItem;
        item->setData(Qt::UserRole, visit.id);
        fillItem(*item, visit);
        m_list->insertItem(0, item);
        if (m_visits.size() > MaxVisits) {
            m_visits.erase(m_visits.begin());
            delete m_list->takeItem(m_list->count() - 1);
        }
        // Whoever looks at an earlier call keeps it.
        if (followed)
            m_list->setCurrentRow(0);
        showPost();
    }
    if (visit.id == chosen())
        showVisit();
}

void PostPage::fillItem(QListWidgetItem &item, const Visit &visit) const
{
    const Theme theme = Theme::current(this);
    const QString cookie = doctor::cookieSentence(visit);
    item.setText(QStringLiteral("%1  %2\n%3")
                     .arg(timeText(visit.diagnosis.time, true), visibleText(doctor::callerText(visit), 300),
                          visibleText(cookie.isEmpty() ? doctor::textOf(visit).title : cookie, 300)));
    item.setToolTip(visibleRichText(visit.address, 100));
    switch (outcomeOf(visit)) {
    case Outcome::Connects:
        item.setIcon(icon(Glyph::Check, theme.up));
        break;
    case Outcome::Fails:
        item.setIcon(icon(Glyph::Error, theme.failed));
        break;
    case Outcome::Uncertain:
        item.setIcon(icon(Glyph::Help, theme.attentionText));
        break;
    case Outcome::Running:
    case Outcome::GivenUp:
        item.setIcon(icon(Glyph::Info, theme.secondary));
        break;
    }
}

quint64 PostPage::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toULongLong() : 0;
}

void PostPage::showVisit()
{
    const auto visit = m_visits.constFind(chosen());
    m_detail->widget()->setVisible(visit != m_visits.constEnd());
    if (visit == m_visits.constEnd())
        return;
    const cluster::Examination examination = asExamination(*visit);
    const doctor::CauseText text = doctor::textOf(*visit);
    const QString cookie = doctor::cookieSentence(*visit);
    m_verdict->setVerdict(outcomeOf(*visit), cookie.isEmpty() ? text.title : cookie, text.certainty,
                          text.explanation);
    m_evidence->setDiagnosis(visit->diagnosis);
    m_ladder->setExamination(examination);
    m_facts->setFacts(examination.facts);
    m_repair->setRemedies(text.remedies);
}

void PostPage::setReducedMotion(bool reduced)
{
    m_ladder->setReducedMotion(reduced);
}

void PostPage::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void PostPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
