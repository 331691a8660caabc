#include "widgets/handshakes/HandshakePage.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QJsonDocument>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

#include "cluster/Registrations.h"
#include "doctor/handshakes/HandshakeExport.h"
#include "doctor/handshakes/HandshakeText.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/handshakes/ComparisonView.h"
#include "widgets/handshakes/DigestPanel.h"
#include "widgets/handshakes/FlagTable.h"
#include "widgets/handshakes/MessageView.h"
#include "widgets/handshakes/SequenceChart.h"
#include "widgets/handshakes/StepPanel.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using cluster::HandshakeRecord;

namespace {

constexpr int IdRole = Qt::UserRole;

QScrollArea *scrolled(QWidget *inside, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    inside->setBackgroundRole(QPalette::Base);
    area->viewport()->setBackgroundRole(QPalette::Base);
    area->setWidget(inside);
    return area;
}

QString endingOf(HandshakePage::Format format)
{
    switch (format) {
    case HandshakePage::Format::Text:
        return QStringLiteral("txt");
    case HandshakePage::Format::Json:
        return QStringLiteral("json");
    case HandshakePage::Format::Svg:
        return QStringLiteral("svg");
    case HandshakePage::Format::Pcapng:
        return QStringLiteral("pcapng");
    }
    return {};
}

} // namespace

HandshakePage::HandshakePage(const cluster::ClusterStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_nodes(
          store, *this, [this] { fillNodes(); }, [this] { return m_steps->isChoosing(); })
    , m_steps(new StepPanel(this))
    , m_list(new QListWidget(this))
    , m_none(makeParagraph(TextRole::Secondary, this))
    , m_outcome(makeParagraph(TextRole::Strong, this))
    , m_findings(makeParagraph(TextRole::Plain, this))
    , m_export(new QPushButton(this))
    , m_chart(new SequenceChart(this))
    , m_message(new MessageView(this))
    , m_digest(new DigestPanel(this))
    , m_flagsTitle(makeLabel(TextRole::Strong, this))
    , m_flags(new FlagTable(this))
    , m_compareTitle(makeLabel(TextRole::Strong, this))
    , m_other(new QComboBox(this))
    , m_comparison(new ComparisonView(this))
{
    auto *head = new QWidget(this);
    auto *headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(16, 12, 16, 10);
    headLayout->addWidget(m_steps);
    m_list->setObjectName(QStringLiteral("handshakes"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *columns = new QSplitter(this);
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_list);
    columns->addWidget(makeDetail());
    columns->setSizes({200, 800});
    m_none->setContentsMargins(16, 16, 16, 16);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(makeHairline(this));
    layout->addWidget(m_none);
    layout->addWidget(columns, 1);
    join(store);
    retranslate();
}

QWidget *HandshakePage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_outcome, 1);
    row->addWidget(m_export, 0, Qt::AlignTop);
    auto *menu = new QMenu(m_export);
    m_export->setMenu(menu);
    for (const Format format : {Format::Text, Format::Json, Format::Svg, Format::Pcapng})
        connect(menu->addAction(QString()), &QAction::triggered, this, [this, format] { save(format); });
    menu->addSeparator();
    connect(menu->addAction(QString()), &QAction::triggered, this, &HandshakePage::copyText);
    return head;
}

QWidget *HandshakePage::makeDetail()
{
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(16, 12, 8, 16);
    leftLayout->setSpacing(10);
    leftLayout->addWidget(makeHead());
    leftLayout->addWidget(m_findings);
    leftLayout->addWidget(m_chart);
    leftLayout->addStretch();
    auto *right = new QWidget(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(8, 12, 16, 16);
    rightLayout->setSpacing(12);
    for (QWidget *part :
         QList<QWidget *>{m_message, m_digest, m_flagsTitle, m_flags, m_compareTitle, m_other, m_comparison})
        rightLayout->addWidget(part);
    rightLayout->addStretch();
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_other->setMinimumContentsLength(20);
    m_columns = new QSplitter(this);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(scrolled(left, m_columns));
    m_columns->addWidget(scrolled(right, m_columns));
    m_columns->setSizes({400, 420});
    m_detail = m_columns;
    return m_detail;
}

void HandshakePage::join(const cluster::ClusterStore &store)
{
    using cluster::ClusterStore;
    connect(&store, &ClusterStore::handshakeChanged, this, &HandshakePage::take);
    connect(&store, &ClusterStore::cookieShown, m_digest, &DigestPanel::setCookie);
    for (const auto signal :
         {&ClusterStore::nodeAdded, &ClusterStore::nodeChanged, &ClusterStore::nodeRemoved})
        connect(&store, signal, &m_nodes, &LateRefresh::mark);
    connect(&store, &ClusterStore::reset, &m_nodes, &LateRefresh::refresh);
    connect(m_list, &QListWidget::currentItemChanged, this, &HandshakePage::showChosen);
    connect(m_chart, &SequenceChart::lineSelected, this, &HandshakePage::showLine);
    connect(m_other, &QComboBox::currentIndexChanged, this, &HandshakePage::compare);
    connect(m_digest, &DigestPanel::cookieRequested, this, [this](quint64 id, const base::NodeName &peer) {
        Q_EMIT intent(cluster::ShowCookie{id, peer});
    });
    connect(m_steps, &StepPanel::startRequested, this, [this](const base::NodeName &node, bool incoming) {
        cluster::StepHandshake begin;
        begin.id = qMax(m_lastStepped + 1, cluster::FirstSteppedHandshake);
        m_lastStepped = begin.id;
        begin.node = node;
        begin.incoming = incoming;
        if (m_store.cluster().session().practiceRunning && m_store.cluster().node(node) &&
            m_store.cluster().node(node)->kind == cluster::NodeKind::Practice)
            begin.epmdPort = m_store.cluster().session().practiceEpmdPort;
        Q_EMIT intent(begin);
    });
    connect(m_steps, &StepPanel::sendRequested, this, [this](quint64 id, const cluster::HandshakeEdit &edit) {
        Q_EMIT intent(cluster::ReleaseHandshake{id, edit});
    });
    connect(m_steps, &StepPanel::endRequested, this,
            [this](quint64 id) { Q_EMIT intent(cluster::EndHandshake{id}); });
}

void HandshakePage::retranslate()
{
    m_list->setAccessibleName(tr("Handshakes, the latest first"));
    m_none->setText(tr("No handshake yet. Every one that this program takes part in is kept here."));
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Digests are left out: whoever has one can try to guess the cookie"));
    const QList<QAction *> actions = m_export->menu()->actions();
    actions.at(0)->setText(tr("As &Text…"));
    actions.at(1)->setText(tr("As &JSON…"));
    actions.at(2)->setText(tr("As a &Picture (SVG)…"));
    actions.at(3)->setText(tr("As a &Capture for Wireshark (pcapng)…"));
    actions.at(5)->setText(tr("C&opy as Text"));
    m_flagsTitle->setText(tr("Flags"));
    m_compareTitle->setText(tr("Side by side with"));
    m_other->setAccessibleName(m_compareTitle->text());
    for (int i = 0; i < m_list->count(); ++i) {
        if (const HandshakeRecord *record = m_book.find(m_list->item(i)->data(IdRole).toULongLong()))
            fillItem(*m_list->item(i), *record);
    }
    m_nodes.refresh();
    fillOthers();
    showChosen();
}

QListWidgetItem *HandshakePage::itemOf(quint64 id) const
{
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(IdRole).toULongLong() == id)
            return m_list->item(i);
    }
    return nullptr;
}

void HandshakePage::take(const HandshakeRecord &record)
{
    const QList<quint64> gone = m_book.put(record);
    for (const quint64 id : gone)
        delete itemOf(id);
    QListWidgetItem *item = itemOf(record.id);
    const bool isNew = !item;
    const bool followed = m_list->currentRow() <= 0; // before the rows move
    if (isNew) {
        item = new QListWidgetItem;
        item->setData(IdRole, record.id);
        m_list->insertItem(0, item);
    }
    fillItem(*item, record);
    if (record.stepped && record.id == m_lastStepped)
        m_steps->setRecord(record);
    // What is stepped through is looked at; else whoever looks at an earlier one keeps it.
    if (isNew && (record.stepped || followed))
        m_list->setCurrentItem(item);
    else if (m_list->currentItem() == item)
        showChosen();
    if (isNew)
        fillOthers();
}

void HandshakePage::fillItem(QListWidgetItem &item, const HandshakeRecord &record) const
{
    const Theme theme = Theme::current(this);
    item.setText(QStringLiteral("%1 %2\n%3  %4")
                     .arg(record.incoming ? QStringLiteral("←") : QStringLiteral("→"),
                          visibleText(doctor::otherSideOf(record), 200), timeText(record.time, true),
                          visibleText(doctor::outcomeText(record), 200)));
    if (record.running)
        item.setIcon(icon(Glyph::Info, theme.accent));
    else if (record.outcome == QLatin1String("probed")) // neither a success nor a failure: nothing was proved
        item.setIcon(icon(Glyph::Info, theme.secondary));
    else if (record.failed())
        item.setIcon(icon(Glyph::Error, theme.failed));
    else
        item.setIcon(icon(record.outcome == QLatin1String("ended") ? Glyph::Close : Glyph::Check,
                          record.outcome == QLatin1String("ended") ? theme.secondary : theme.up));
}

void HandshakePage::fillNodes()
{
    QStringList names;
    const QList<base::NodeName> nodes = cluster::nodesToOffer(m_store.cluster());
    for (const base::NodeName &node : nodes)
        names.append(node.text());
    m_steps->setNodes(names, offeredOf(nodes).text());
}

base::NodeName HandshakePage::offeredOf(const QList<base::NodeName> &nodes) const
{
    const auto canBeDialled = [this](const base::NodeName &name) {
        const cluster::Node *node = m_store.cluster().node(name);
        return node && cluster::canBeDialled(m_store.cluster(), *node);
    };
    if (nodes.contains(m_preferred) && canBeDialled(m_preferred))
        return m_preferred;
    return !nodes.isEmpty() && canBeDialled(nodes.constFirst()) ? nodes.constFirst() : base::NodeName();
}

void HandshakePage::setPreferred(const base::NodeName &node)
{
    if (std::exchange(m_preferred, node) == node)
        return;
    if (isVisible() && !m_steps->isChoosing())
        m_nodes.refresh();
    else
        m_nodes.mark();
}

void HandshakePage::fillOthers()
{
    const quint64 before = m_other->currentData().toULongLong();
    const QSignalBlocker quiet(m_other);
    m_other->clear();
    m_other->addItem(tr("no other one"), quint64(0));
    for (int i = 0; i < m_list->count(); ++i) {
        const quint64 id = m_list->item(i)->data(IdRole).toULongLong();
        const HandshakeRecord *record = m_book.find(id);
        if (record)
            m_other->addItem(QStringLiteral("%1  %2  %3")
                                 .arg(timeText(record->time, true),
                                      visibleText(doctor::otherSideOf(*record), 80), record->outcome),
                             id);
    }
    m_other->setCurrentIndex(qMax(0, m_other->findData(before)));
    compare();
}

const HandshakeRecord *HandshakePage::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? m_book.find(item->data(IdRole).toULongLong()) : nullptr;
}

void HandshakePage::showChosen()
{
    const HandshakeRecord *record = chosen();
    m_none->setVisible(m_book.count() == 0);
    m_list->setVisible(m_book.count() > 0);
    m_detail->setVisible(record);
    if (!record)
        return;
    m_outcome->setText(visibleText(doctor::outcomeText(*record), 600));
    setRole(m_outcome, record->failed() ? TextRole::Error : TextRole::Strong);
    QStringList texts;
    const QList<doctor::StepFinding> findings = doctor::findingsOf(*record);
    for (const doctor::StepFinding &finding : findings)
        texts.append(visibleText(finding.text, 1000));
    m_findings->setText(texts.join(u'\n'));
    m_findings->setVisible(!texts.isEmpty());
    m_chart->setRecord(*record);
    m_flags->setRecord(*record);
    showLine(m_chart->selected());
    compare();
}

void HandshakePage::showLine(qsizetype line)
{
    const HandshakeRecord &record = m_chart->record();
    m_message->setMessage(record, line);
    m_digest->setMessage(record, line);
}

void HandshakePage::compare()
{
    const HandshakeRecord *a = chosen();
    const HandshakeRecord *b = m_book.find(m_other->currentData().toULongLong());
    m_comparison->setVisible(a && b);
    if (a && b)
        m_comparison->setRecords(*a, *b);
}

void HandshakePage::hideDigests()
{
    m_digest->hideDigests();
}

void HandshakePage::askFor(const base::NodeName &node)
{
    if (!node.isNull())
        m_steps->node()->setEditText(node.text());
    m_steps->node()->setFocus(Qt::OtherFocusReason);
}

bool HandshakePage::showLatestWith(const base::NodeName &node)
{
    for (int i = 0; i < m_list->count(); ++i) {
        const HandshakeRecord *record = m_book.find(m_list->item(i)->data(IdRole).toULongLong());
        if (record && record->peer == node) {
            m_list->setCurrentRow(i);
            return true;
        }
    }
    return false;
}

QByteArray HandshakePage::exported(Format format) const
{
    const HandshakeRecord *record = chosen();
    if (!record)
        return {};
    switch (format) {
    case Format::Text:
        return doctor::handshakeAsText(*record).toUtf8();
    case Format::Json:
        return QJsonDocument(doctor::handshakeAsJson(*record)).toJson();
    case Format::Svg:
        return SequenceChart::svgOf(*record);
    case Format::Pcapng:
        return doctor::handshakeAsPcapng(*record);
    }
    return {};
}

void HandshakePage::save(Format format)
{
    const QByteArray bytes = exported(format);
    if (bytes.isEmpty())
        return;
    const QString ending = endingOf(format);
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the Handshake"), QStringLiteral("handshake.") + ending,
                                     QStringLiteral("*.") + ending);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        QMessageBox::warning(this, tr("Export the Handshake"),
                             tr("It could not be written: %1").arg(file.errorString()));
}

void HandshakePage::copyText()
{
    QApplication::clipboard()->setText(QString::fromUtf8(exported(Format::Text)));
}

void HandshakePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HandshakePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrange();
}

void HandshakePage::arrange()
{
    // Side by side each has to have the width of a chart; else the message stands below it.
    const int list = m_list->isHidden() ? 0 : m_list->width();
    const bool narrow =
        width() - list < 2 * m_chart->minimumSizeHint().width() + Theme::current(this).ipx(48);
    m_columns->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

void HandshakePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange && isVisible())
        arrange(); // the text may have another size
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
