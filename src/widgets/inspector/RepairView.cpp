#include "widgets/inspector/RepairView.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/TabBar.h"

namespace nodescope::widgets {

using doctor::Remedy;
using doctor::Snippet;
using doctor::SnippetLanguage;

namespace {
/// Characters of a line or sentence that are shown; a name has up to 255.
constexpr qsizetype MaxShown = 4000;

QString titleOfLanguage(SnippetLanguage language)
{
    switch (language) {
    case SnippetLanguage::Elixir:
        return QStringLiteral("Elixir");
    case SnippetLanguage::Erlang:
        return QStringLiteral("Erlang");
    case SnippetLanguage::Shell:
        return QStringLiteral("shell");
    case SnippetLanguage::VmArgs:
        break;
    }
    return QStringLiteral("vm.args");
}
} // namespace

RepairView::RepairView(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(TextRole::Strong, this))
    , m_tabs(new TabBar(this))
    , m_body(new QWidget(this))
{
    auto *bodyLayout = new QVBoxLayout(m_body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_tabs);
    layout->addWidget(m_body);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab >= 0 && tab < m_languages.size())
            show(m_languages.at(tab));
    });
    retranslate();
}

void RepairView::setRemedies(const QList<Remedy> &remedies)
{
    m_remedies = remedies;
    rebuildTabs();
}

void RepairView::setTitle(const QString &title)
{
    m_ownTitle = title;
    retranslate();
}

void RepairView::rebuildTabs()
{
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_languages.clear();
    for (const auto language : {SnippetLanguage::Elixir, SnippetLanguage::Erlang, SnippetLanguage::Shell,
                                SnippetLanguage::VmArgs}) {
        const bool used = std::any_of(m_remedies.begin(), m_remedies.end(), [&](const Remedy &remedy) {
            return std::any_of(remedy.snippets.begin(), remedy.snippets.end(),
                               [&](const Snippet &snippet) { return snippet.language == language; });
        });
        if (!used)
            continue;
        m_languages.append(language);
        m_tabs->addTab(titleOfLanguage(language));
    }
    setVisible(!m_remedies.isEmpty());
    m_tabs->setVisible(!m_languages.isEmpty());
    // Without tabs it had no height, and a tab bar that is not shown does not tell of the change.
    m_tabs->setMinimumHeight(m_tabs->sizeHint().height());
    // The language that was chosen last stays, as long as there is something in it.
    const qsizetype tab = std::max<qsizetype>(0, m_languages.indexOf(m_language));
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    show(m_languages.isEmpty() ? m_language : m_languages.at(tab));
}

void RepairView::show(SnippetLanguage language)
{
    m_language = language;
    qDeleteAll(m_body->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (const Remedy &remedy : std::as_const(m_remedies))
        addRemedy(remedy);
}

void RepairView::addRemedy(const Remedy &remedy)
{
    QList<Snippet> snippets;
    for (const Snippet &snippet : remedy.snippets) {
        if (snippet.language == m_language)
            snippets.append(snippet);
    }
    if (snippets.isEmpty() && !remedy.snippets.isEmpty())
        return;
    QLabel *text = makeParagraph(TextRole::Secondary, m_body);
    text->setText(visibleText(remedy.text, MaxShown));
    m_body->layout()->addWidget(text);
    for (const Snippet &snippet : std::as_const(snippets))
        addCode(snippet);
}

void RepairView::addCode(const Snippet &snippet)
{
    auto *card = new QFrame(m_body);
    card->setProperty("role", QStringLiteral("card"));
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(10, 6, 6, 8);
    grid->setSpacing(4);
    QLabel *where = makeParagraph(TextRole::Small, card);
    where->setText(visibleText(snippet.where, MaxShown));
    QLabel *code = makeParagraph(TextRole::Mono, card);
    // What is copied is the code itself; what is seen must not turn or hide any of it.
    QStringList lines;
    for (const QString &line : snippet.code.split(u'\n'))
        lines.append(visibleText(line, MaxShown));
    code->setText(lines.join(u'\n'));
    code->setLayoutDirection(Qt::LeftToRight);
    auto *copy = makeQuietButton(card);
    copy->setText(tr("Copy"));
    copy->setAccessibleName(tr("Copy the code"));
    connect(copy, &QPushButton::clicked, copy, [copy, text = snippet.code] {
        QApplication::clipboard()->setText(text);
        copy->setText(tr("Copied"));
        QTimer::singleShot(1500, copy, [copy] { copy->setText(tr("Copy")); });
    });
    grid->addWidget(where, 0, 0);
    grid->addWidget(copy, 0, 1, Qt::AlignTop | Qt::AlignRight);
    grid->addWidget(code, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    m_body->layout()->addWidget(card);
}

QString RepairView::code() const
{
    QStringList lines;
    for (const Remedy &remedy : m_remedies) {
        for (const Snippet &snippet : remedy.snippets) {
            if (snippet.language == m_language)
                lines.append(snippet.code);
        }
    }
    return lines.join(u'\n');
}

void RepairView::retranslate()
{
    m_title->setText(m_ownTitle.isEmpty() ? tr("Repair") : m_ownTitle);
    m_tabs->setAccessibleName(tr("Language of the repair"));
}

void RepairView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
