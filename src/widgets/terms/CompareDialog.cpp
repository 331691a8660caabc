#include "widgets/terms/CompareDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "term/Decoder.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/style/Theme.h"
#include "widgets/terms/TermDocument.h"
#include "widgets/terms/TermWords.h"

namespace nodescope::widgets {

using term::Term;

namespace {
enum Column { Place, What, Left, Right, ColumnCount };
constexpr qsizetype CellCharacters = 200;
} // namespace

CompareDialog::CompareDialog(const QByteArray &left, const QString &leftTitle, const QByteArray &right,
                             const QString &rightTitle, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_leftTitle(leftTitle)
    , m_rightTitle(rightTitle)
    , m_goOn(std::make_shared<std::atomic<bool>>(true))
    , m_summary(makeParagraph(TextRole::Strong, this))
    , m_syntax(new QComboBox(this))
    , m_list(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("CompareDialog"));
    m_pool.setMaxThreadCount(1);
    m_syntax->addItems({QStringLiteral("Erlang"), QStringLiteral("Elixir")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setColumnCount(ColumnCount);
    const Theme theme = Theme::current(this);
    m_list->setFont(theme.mono);
    m_list->header()->resizeSection(Place, theme.ipx(180));
    m_list->header()->resizeSection(What, theme.ipx(100));
    m_list->header()->resizeSection(Left, theme.ipx(260));
    auto *head = new QHBoxLayout;
    head->addWidget(m_summary, 1);
    head->addWidget(m_syntax);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_syntax, &QComboBox::currentIndexChanged, this, [this] { show(m_outcome); });
    resize(theme.ipx(820), theme.ipx(440));
    retranslate();
    start(left, right);
}

CompareDialog::~CompareDialog()
{
    *m_goOn = false;
    m_pool.clear();
    m_pool.waitForDone();
}

void CompareDialog::start(const QByteArray &left, const QByteArray &right)
{
    m_pool.start([this, left, right, goOn = m_goOn] {
        auto outcome = std::make_shared<Outcome>();
        const auto a = term::decode(left);
        const auto b = term::decode(right);
        if (a.ok())
            outcome->left = a->term;
        if (b.ok())
            outcome->right = b->term;
        term::DiffOptions options;
        options.goOn = [goOn] { return goOn->load(); };
        outcome->diff = term::difference(outcome->left, outcome->right, options);
        // Runs on our own thread; should we be gone by then, it is dropped with us.
        QMetaObject::invokeMethod(
            this,
            [this, outcome] {
                show(outcome);
                Q_EMIT compared();
            },
            Qt::QueuedConnection);
    });
}

void CompareDialog::show(const std::shared_ptr<const Outcome> &outcome)
{
    m_outcome = outcome;
    retranslate();
    m_list->clear();
    if (!outcome)
        return;
    const auto syntax = m_syntax->currentIndex() == 1 ? term::Syntax::Elixir : term::Syntax::Erlang;
    QList<QTreeWidgetItem *> items;
    for (const term::TermDifference &one : outcome->diff.differences) {
        const bool onlyRight = one.kind == term::TermDifference::Kind::OnlyRight;
        const Term left = onlyRight ? Term() : term::partAt(outcome->left, one.left);
        const Term right = one.kind == term::TermDifference::Kind::OnlyLeft
                               ? Term()
                               : term::partAt(outcome->right, one.right);
        const QString place = onlyRight ? placeText(outcome->right, one.right, syntax)
                                        : placeText(outcome->left, one.left, syntax);
        items.append(
            new QTreeWidgetItem({place.isEmpty() ? tr("the whole") : place, wordFor(one.kind),
                                 left.isValid() ? summaryOf(left, syntax, CellCharacters) : QString(),
                                 right.isValid() ? summaryOf(right, syntax, CellCharacters) : QString()}));
    }
    m_list->addTopLevelItems(items);
}

QString CompareDialog::summary() const
{
    return m_summary->text();
}

void CompareDialog::retranslate()
{
    setWindowTitle(tr("Compare Two Terms"));
    m_list->setHeaderLabels(
        {tr("Place"), tr("What"), visibleText(m_leftTitle, 80), visibleText(m_rightTitle, 80)});
    m_list->setAccessibleName(tr("Differences"));
    m_syntax->setAccessibleName(tr("Syntax"));
    if (!m_outcome) {
        m_summary->setText(tr("Comparing…"));
        return;
    }
    const auto count = static_cast<int>(m_outcome->diff.differences.size());
    m_summary->setText(count == 0 ? tr("The two terms are the same.")
                       : m_outcome->diff.truncated
                           ? tr("More than %n difference(s); the first are shown.", nullptr, count)
                           : tr("%n difference(s)", nullptr, count));
}

void CompareDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show(m_outcome);
    QDialog::changeEvent(event);
}

} // namespace nodescope::widgets
