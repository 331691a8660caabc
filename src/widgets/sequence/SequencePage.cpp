#include "widgets/sequence/SequencePage.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/sequence/LaneDialog.h"

namespace nodescope::widgets {

SequencePage::SequencePage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_view(new SequenceView(store, selection, this))
    , m_lanes(makeQuietButton(this))
    , m_perNode(new QCheckBox(this))
    , m_key(new ElidedLabel(TextRole::Small, this))
    , m_size(makeLabel(TextRole::Secondary, this))
    , m_newest(makeQuietButton(this))
    , m_save(makeQuietButton(this))
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(12);
    row->addWidget(m_lanes);
    row->addWidget(m_perNode);
    row->addWidget(m_key, 1);
    row->addWidget(m_size);
    row->addWidget(m_newest);
    row->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(makeHairline(this));
    layout->addWidget(m_view, 1);
    m_newest->hide();
    connect(m_lanes, &QPushButton::clicked, this, &SequencePage::chooseLanes);
    connect(m_view, &SequenceView::lanesRequested, this, &SequencePage::chooseLanes);
    connect(m_perNode, &QCheckBox::toggled, this, [this](bool on) {
        // Lanes of another kind are hidden by other names.
        graph::SequenceOptions options;
        options.perNode = on;
        m_view->setOptions(options);
    });
    connect(m_newest, &QPushButton::clicked, m_view, &SequenceView::goToNewest);
    connect(m_save, &QPushButton::clicked, this, &SequencePage::saveRequested);
    connect(m_view, &SequenceView::shown, this, &SequencePage::tell);
    connect(m_view, &SequenceView::followsChanged, this,
            [this](bool follows) { m_newest->setVisible(!follows); });
    retranslate();
}

void SequencePage::chooseLanes()
{
    auto *dialog = new LaneDialog(m_view->allLanes(), m_view->options(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        graph::SequenceOptions options = m_view->options();
        options.hidden = dialog->hidden();
        m_view->setOptions(options);
    });
    dialog->open();
}

void SequencePage::tell()
{
    const graph::Sequence &sequence = m_view->sequence();
    QString size = tr("%n message(s)", nullptr, int(sequence.arrows().size()));
    if (sequence.hiddenSteps() > 0)
        size += QStringLiteral(" · ") + tr("%n step(s) hidden", nullptr, sequence.hiddenSteps());
    const cluster::Cluster &cluster = m_store.cluster();
    const quint64 told = cluster.messages().empty() ? 0 : cluster.messages().back().id;
    const quint64 kept = sequence.rows().size() + quint64(sequence.hiddenSteps());
    const quint64 older = told > kept ? told - kept : 0;
    if (const quint64 left = older + cluster.session().droppedMessages; left > 0)
        size += QStringLiteral(" · ") + tr("%n step(s) no longer kept", nullptr, int(left));
    m_size->setText(size);
}

void SequencePage::retranslate()
{
    m_lanes->setText(tr("Choose Processes…"));
    m_perNode->setText(tr("One lane per node"));
    m_newest->setText(tr("Go to the newest"));
    m_save->setText(tr("Save…"));
    static_cast<ElidedLabel *>(m_key)->setFullText(
        tr("Full head: arrived. Open head: not known. Cross: failed. Empty circle: the moment was not seen. "
           "Dotted lane: the order there is not known."));
    m_view->setAccessibleName(tr("Messages between processes"));
    m_view->setWhatsThis(
        tr("Rows stand in the order in which this program heard of them. That orders only what "
           "it did and saw itself. Beyond that an order is known by four rules: a message is "
           "sent before it arrives; an answer is sent after its question has arrived; what was "
           "heard of happened before what was done afterwards; and two messages from one "
           "process to one other arrive as they were sent. Select a message: ↑ may have led to "
           "it, ↓ may follow from it, ∥ is concurrent, since no chain of these rules joins the "
           "two."));
    tell();
}

void SequencePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
