#include "widgets/doctor/LogPage.h"

#include <QEvent>
#include <QFileDialog>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTextBlock>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/doctor/LogEdit.h"
#include "widgets/doctor/LogFindingView.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using doctor::LogFinding;

namespace {
/// Rows as wide as the list, however long their words are.
class ElidedRows : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {0, QStyledItemDelegate::sizeHint(option, index).height()};
    }
};
} // namespace

LogPage::LogPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_open(new QPushButton(this))
    , m_clear(makeQuietButton(this))
    , m_state(makeParagraph(TextRole::Secondary, this))
    , m_text(new LogEdit(this))
    , m_list(new QListWidget(this))
    , m_detail(new LogFindingView(store, selection, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeHairline(this));
    layout->addWidget(makeBody(), 1);
    join();
    retranslate();
}

QWidget *LogPage::makeHead()
{
    auto *head = new QWidget(this);
    m_open->setAutoDefault(false);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 12, 16, 10);
    row->setSpacing(12);
    row->addWidget(m_open, 0, Qt::AlignTop);
    row->addWidget(m_clear, 0, Qt::AlignTop);
    row->addWidget(m_state, 1, Qt::AlignVCenter);
    return head;
}

QWidget *LogPage::makeBody()
{
    m_list->setWordWrap(false);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new ElidedRows(m_list));
    auto *lower = new QSplitter(this);
    lower->setChildrenCollapsible(false);
    lower->addWidget(m_list);
    lower->addWidget(m_detail);
    lower->setSizes({400, 600});
    auto *holder = new QWidget(this);
    auto *inside = new QVBoxLayout(holder);
    inside->setContentsMargins(16, 12, 16, 12);
    inside->addWidget(m_text);
    auto *body = new QSplitter(Qt::Vertical, this);
    body->setChildrenCollapsible(false);
    body->addWidget(holder);
    body->addWidget(lower);
    body->setSizes({400, 600});
    setFocusProxy(m_text);
    return body;
}

void LogPage::join()
{
    connect(m_open, &QPushButton::clicked, this, &LogPage::openFile);
    connect(m_clear, &QPushButton::clicked, m_text, [this] { m_text->load({}); });
    connect(m_text, &LogEdit::settled, this, &LogPage::read);
    connect(m_text, &LogEdit::textChanged, this, &LogPage::updateState);
    connect(m_text, &LogEdit::failed, this, [this](const QString &sentence) {
        m_error = sentence;
        updateState();
    });
    connect(m_text, &LogEdit::cursorPositionChanged, this, &LogPage::chooseAtCursor);
    connect(&m_reader, &LogReader::done, this, &LogPage::take);
    connect(m_list, &QListWidget::currentRowChanged, this, &LogPage::showFinding);
    connect(m_detail, &LogFindingView::findingChosen, m_list,
            [this](int row) { m_list->setCurrentRow(row); });
    connect(m_detail, &LogFindingView::showRequested, this, &LogPage::showRequested);
}

void LogPage::retranslate()
{
    m_open->setText(tr("Open a file…"));
    m_open->setToolTip(tr("A log of a node, of a release, of journald, Docker or Kubernetes"));
    m_clear->setText(tr("Clear"));
    m_text->setPlaceholderText(
        tr("Paste what a node wrote in its log, or drop the file here.\nNothing of it leaves this program."));
    m_text->setAccessibleName(tr("Text of a log"));
    m_list->setAccessibleName(tr("What the log says about the distribution"));
    fillList();
    updateState();
}

void LogPage::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void LogPage::openFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a log"));
    if (path.isEmpty())
        return;
    m_error = m_text->openFile(path);
    updateState();
}

void LogPage::read()
{
    m_reader.read(m_text->toPlainText());
    updateState();
}

void LogPage::take(const QList<LogFinding> &findings)
{
    m_error.clear();
    m_findings = findings;
    fillList();
    markLines();
    updateState();
}

void LogPage::updateState()
{
    const bool empty = m_text->document()->isEmpty();
    m_clear->setEnabled(!empty);
    m_state->setProperty("role", m_error.isEmpty() ? QStringLiteral("secondary") : QStringLiteral("wrong"));
    QString state;
    if (!m_error.isEmpty())
        state = m_error;
    else if (m_text->isLoading() || m_reader.isReading())
        state = tr("Reading…");
    else if (!empty && m_findings.isEmpty())
        state = tr("Nothing in it is about the distribution, or none of it is known.");
    else if (!empty)
        state = tr("%n finding(s)", nullptr, static_cast<int>(m_findings.size())) + QStringLiteral(" · ") +
                tr("%n line(s)", nullptr, m_text->blockCount());
    if (m_text->isCut() && m_error.isEmpty())
        state += QStringLiteral(" · ") + tr("only the first 16 million characters are read");
    m_state->setText(state);
}

void LogPage::fillList()
{
    const Theme theme = Theme::current(this);
    const int row = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const LogFinding &finding : std::as_const(m_findings)) {
        const QString title = visibleText(finding.cause == cluster::Cause::Unknown
                                              ? doctor::textOf(finding).title
                                              : doctor::sentenceOf(finding.cause, finding.certainty),
                                          300);
        QString line = tr("Line %1: %2").arg(locale().toString(finding.firstLine), title);
        if (finding.count > 1)
            line += QStringLiteral(" × ") + locale().toString(finding.count);
        const bool known = finding.cause != cluster::Cause::Unknown;
        auto *item = new QListWidgetItem(
            icon(known ? Glyph::Error : Glyph::Info, known ? theme.failed : theme.accent), line, m_list);
        item->setToolTip(linesAsRichText(line + u'\n' + visibleText(finding.excerpt, 600)));
    }
    m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    m_choosing = true;
    m_detail->setFinding(m_findings, m_list->currentRow());
    m_choosing = false;
}

void LogPage::markLines()
{
    const Theme theme = Theme::current(this);
    QList<QTextEdit::ExtraSelection> marks;
    for (int row = 0; row < m_findings.size(); ++row) {
        const LogFinding &finding = m_findings.at(row);
        const bool chosen = row == m_list->currentRow();
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(chosen ? theme.selected : theme.failedGround);
        if (chosen)
            mark.format.setFontUnderline(true);
        const QTextBlock first =
            m_text->document()->findBlockByNumber(static_cast<int>(finding.firstLine) - 1);
        const QTextBlock last = m_text->document()->findBlockByNumber(
            static_cast<int>(finding.firstLine + finding.lineCount) - 2);
        if (!first.isValid() || !last.isValid())
            continue;
        mark.cursor = QTextCursor(first);
        mark.cursor.setPosition(last.position() + std::max(0, last.length() - 1), QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

void LogPage::showFinding(int row)
{
    m_detail->setFinding(m_findings, row);
    if (row < 0 || row >= m_findings.size())
        return;
    if (!m_choosing) {
        m_choosing = true;
        m_text->showLine(m_findings.at(row).firstLine);
        m_choosing = false;
    }
    markLines();
}

void LogPage::chooseAtCursor()
{
    if (m_choosing || m_text->isLoading())
        return;
    const qsizetype line = m_text->textCursor().blockNumber() + 1;
    for (int row = 0; row < m_findings.size(); ++row) {
        const LogFinding &finding = m_findings.at(row);
        if (line >= finding.firstLine && line < finding.firstLine + finding.lineCount) {
            m_choosing = true;
            m_list->setCurrentRow(row);
            m_choosing = false;
            return;
        }
    }
}

void LogPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        markLines();
    }
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
