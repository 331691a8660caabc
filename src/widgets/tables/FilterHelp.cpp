#include "widgets/tables/FilterHelp.h"

#include <QDialogButtonBox>
#include <QHash>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include "models/NodeFilter.h"
#include "widgets/common/Labels.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
struct Rule
{
    const char *example;
    QString meaning;
};

QList<Rule> rules()
{
    return {
        {"shop web2",
         FilterHelp::tr("Words apart by spaces: all must be found. A plain word is looked for in names.")},
        {"host:db*",
         FilterHelp::tr(
             "A key, a colon and a pattern: the whole fact must match. * and ? stand for anything.")},
        {"release:<26",
         FilterHelp::tr("Numbers are compared by <, <=, >, >= and =; the colon may be left out.")},
        {"memory:>1G",
         FilterHelp::tr(
             "Sizes take K, M, G and T (of 1,024); counts take k, M and G; times take s, m, h and d.")},
        {"link.hidden", FilterHelp::tr("A flag stands alone.")},
        {"-state:up", FilterHelp::tr("A minus turns a word round.")},
        {"link.hidden link.state:failed",
         FilterHelp::tr("Words about links: a node is found if one of its links has all of that.")},
    };
}

QTableWidget *makeTable(QWidget *parent, int rows)
{
    auto *table = new QTableWidget(rows, 2, parent);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    // With the width that the words get in the end.
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->setWordWrap(true);
    return table;
}

void fillRow(QTableWidget *table, int row, const QString &code, const QString &meaning)
{
    auto *first = new QTableWidgetItem(code);
    first->setFont(Theme::current(table).mono);
    table->setItem(row, 0, first);
    table->setItem(row, 1, new QTableWidgetItem(meaning));
}
} // namespace

FilterHelp::FilterHelp(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("FilterHelp"));
    setWindowTitle(tr("Filters"));
    const Theme theme = Theme::current(this);
    resize(theme.ipx(640), theme.ipx(560));
    const QList<Rule> ways = rules();
    const QStringList keys = models::NodeFilter::keys();
    QTableWidget *table = makeTable(this, int(ways.size() + keys.size()));
    table->setHorizontalHeaderLabels({tr("Written"), tr("What it finds")});
    table->setAccessibleName(tr("The filter language"));
    int row = 0;
    for (const Rule &rule : ways)
        fillRow(table, row++, QString::fromLatin1(rule.example), rule.meaning);
    for (const QString &key : keys)
        fillRow(table, row++, key, meaningOfKey(key));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    QLabel *where = makeParagraph(TextRole::Secondary, this);
    where->setText(tr("The Find field and the fields above the tables and the matrix take the same words."));
    layout->addWidget(where);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
}

QString meaningOfKey(const QString &key)
{
    const QHash<QString, QString> meanings{
        {QStringLiteral("name"), FilterHelp::tr("the node’s name before the @")},
        {QStringLiteral("host"), FilterHelp::tr("its host")},
        {QStringLiteral("state"), FilterHelp::tr("its state: up, failed, down …")},
        {QStringLiteral("kind"), FilterHelp::tr("beam, c_node or practice")},
        {QStringLiteral("release"), FilterHelp::tr("its OTP release, a number")},
        {QStringLiteral("elixir"), FilterHelp::tr("its version of Elixir")},
        {QStringLiteral("watched"), FilterHelp::tr("how it is watched: push, poll, hearsay or none")},
        {QStringLiteral("cause"), FilterHelp::tr("why our attempt to connect failed, e.g. cookie_mismatch")},
        {QStringLiteral("reason"), FilterHelp::tr("why it went down, in Erlang’s words")},
        {QStringLiteral("is"), FilterHelp::tr("hidden or visible")},
        {QStringLiteral("since"), FilterHelp::tr("how long it has been in its state, a time")},
        {QStringLiteral("links"), FilterHelp::tr("how many links are up, a number")},
        {QStringLiteral("processes"), FilterHelp::tr("how many processes it has, a number")},
        {QStringLiteral("memory"), FilterHelp::tr("what its emulator has allocated, a size")},
        {QStringLiteral("queue"), FilterHelp::tr("its run queue, a number")},
        {QStringLiteral("reductions"), FilterHelp::tr("its reductions since it started, a number")},
        {QStringLiteral("uptime"), FilterHelp::tr("how long ago it started, a time")},
        {QStringLiteral("link.state"),
         FilterHelp::tr("a link’s state: up, one_sided, connecting, failed or down")},
        {QStringLiteral("link.hidden"), FilterHelp::tr("the link is hidden")},
        {QStringLiteral("link.tls"), FilterHelp::tr("the link is encrypted, as far as is known")},
        {QStringLiteral("link.cause"), FilterHelp::tr("why the last attempt failed")},
        {QStringLiteral("link.reason"), FilterHelp::tr("why the link went down, in Erlang’s words")},
        {QStringLiteral("link.since"), FilterHelp::tr("how long the link has been in its state, a time")},
        {QStringLiteral("link.failures"), FilterHelp::tr("how often attempts failed, a number")},
        {QStringLiteral("link.packets"), FilterHelp::tr("what went over the link since it is up, a number")},
        {QStringLiteral("link.bytes"), FilterHelp::tr("the same in bytes, a size")},
        {QStringLiteral("event.kind"), FilterHelp::tr("what happened: nodeup, nodedown, connect_failed …")},
        {QStringLiteral("event.reason"), FilterHelp::tr("the event’s reason")},
        {QStringLiteral("event.source"), FilterHelp::tr("the node whose word it is")},
        {QStringLiteral("event.age"), FilterHelp::tr("how long ago it happened, a time")},
    };
    return meanings.value(key);
}

} // namespace nodescope::widgets
