#include "widgets/handshakes/StepPanel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include "doctor/handshakes/HandshakeText.h"
#include "doctor/handshakes/WireFields.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"

namespace nodescope::widgets {

using cluster::HandshakeEdit;

namespace {

constexpr int TickMilliseconds = 100;

bool isNumber(const QString &field)
{
    return field == QLatin1String("flags") || field == QLatin1String("creation") ||
           field == QLatin1String("challenge") || field == QLatin1String("length");
}

quint64 mostOf(const QString &field)
{
    return field == QLatin1String("flags") ? ~quint64(0) : 0xffffffff;
}

} // namespace

StepPanel::StepPanel(QWidget *parent)
    : QWidget(parent)
    , m_node(new QComboBox(this))
    , m_role(new QComboBox(this))
    , m_start(new QPushButton(this))
    , m_state(makeParagraph(TextRole::Secondary, this))
    , m_timeLeft(new QProgressBar(this))
    , m_timeText(makeLabel(TextRole::Small, this))
    , m_form(new QWidget(this))
    , m_rows(new QFormLayout(m_form))
    , m_error(makeParagraph(TextRole::Error, this))
    , m_send(new QPushButton(this))
    , m_end(new QPushButton(this))
{
    build();
    join();
    retranslate();
    showDue();
}

void StepPanel::build()
{
    m_node->setEditable(true);
    m_node->setInsertPolicy(QComboBox::NoInsert);
    m_node->setObjectName(QStringLiteral("stepNode"));
    m_node->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_node->setMinimumContentsLength(16);
    m_role->addItems({QString(), QString()});
    m_send->setProperty("primary", true);
    m_timeLeft->setTextVisible(false);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_rows->setRowWrapPolicy(QFormLayout::DontWrapRows);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_role);
    head->addWidget(m_node, 1);
    head->addWidget(m_start);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_timeLeft, 1);
    foot->addWidget(m_timeText);
    foot->addWidget(m_end);
    foot->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_state);
    layout->addWidget(m_form);
    layout->addWidget(m_error);
    layout->addLayout(foot);
}

void StepPanel::join()
{
    m_tick.setInterval(TickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &StepPanel::showTimer);
    connect(m_node, &QComboBox::editTextChanged, this, &StepPanel::validate);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (const auto node = base::NodeName::parse(m_node->currentText().trimmed()))
            Q_EMIT startRequested(*node, m_role->currentIndex() == 1);
    });
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (m_record.due)
            Q_EMIT sendRequested(m_record.id, edit());
    });
    connect(m_end, &QPushButton::clicked, this, [this] { Q_EMIT endRequested(m_record.id); });
}

void StepPanel::retranslate()
{
    m_role->setItemText(0, tr("We dial"));
    m_role->setItemText(1, tr("We are dialled by"));
    m_role->setAccessibleName(tr("Who dials"));
    m_node->setAccessibleName(tr("The other node"));
    m_node->lineEdit()->setPlaceholderText(tr("name@host"));
    m_start->setText(tr("Step through a handshake"));
    m_send->setText(tr("Send it"));
    m_end->setText(tr("End"));
    m_timeLeft->setAccessibleName(tr("Set-up timer of the other side"));
    m_shown.clear();
    validate();
    showDue();
}

bool StepPanel::isChoosing() const
{
    return m_node->view()->isVisible();
}

void StepPanel::setNodes(const QStringList &names, const QString &offered)
{
    const QString typed = m_node->currentText();
    const QSignalBlocker quiet(m_node);
    m_node->clear();
    m_node->addItems(names);
    const bool untouched = typed.isEmpty() || (typed == m_offered && !(m_record.stepped && m_record.running));
    if (untouched)
        m_offered = offered;
    m_node->setEditText(untouched ? offered : typed);
    validate();
}

void StepPanel::setRecord(const cluster::HandshakeRecord &record)
{
    const bool other = record.id != m_record.id || record.lines.size() != m_record.lines.size() ||
                       record.due.has_value() != m_record.due.has_value();
    m_record = record;
    if (other)
        m_shown.clear();
    validate();
    showDue();
}

QString StepPanel::valueOf(const QString &field) const
{
    if (!m_record.due)
        return {};
    const QList<doctor::WireField> fields = doctor::fieldsOf(m_record.due->line.wire, m_record.lengthBytes);
    for (const doctor::WireField &one : fields) {
        if (one.name == field && !one.blanked)
            return one.value;
    }
    return {};
}

void StepPanel::showDue()
{
    const bool due = m_record.due.has_value() && m_record.running;
    const bool running = m_record.stepped && m_record.running;
    m_state->setText(m_record.stepped
                         ? visibleText(doctor::outcomeText(m_record), 600)
                         : tr("Each message of ours waits here, and its fields can be changed. What "
                              "the other side then does is shown and explained. No link stays."));
    const bool hadFocus = m_send->hasFocus() || m_form->isAncestorOf(QApplication::focusWidget());
    m_end->setVisible(running);
    if (hadFocus && !due)
        (running ? m_end : m_start)->setFocus(Qt::OtherFocusReason);
    m_form->setVisible(due);
    m_send->setVisible(due);
    // Its room stays empty meanwhile: else the buttons would take it.
    QSizePolicy keepsRoom = m_timeLeft->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(running);
    m_timeLeft->setSizePolicy(keepsRoom);
    m_timeLeft->setVisible(due);
    m_timeText->setVisible(due);
    m_error->setVisible(false);
    if (!due) {
        m_tick.stop();
        return;
    }
    m_tick.start();
    showTimer();
    const QString label = m_record.due->line.wire.label;
    if (m_shown == label)
        return;
    m_shown = label;
    while (m_rows->rowCount() > 0)
        m_rows->removeRow(0);
    m_edits.clear();
    m_original.clear();
    for (const QString &field : std::as_const(m_record.due->fields)) {
        auto *edit = new QLineEdit(valueOf(field), m_form);
        edit->setObjectName(QStringLiteral("step_") + field);
        edit->setLayoutDirection(Qt::LeftToRight);
        if (field == QLatin1String("cookie"))
            edit->setEchoMode(QLineEdit::Password);
        const QString hint = doctor::expectationOf(label, field, m_record.incoming);
        edit->setToolTip(hint);
        if (edit->text().isEmpty())
            edit->setPlaceholderText(field == QLatin1String("digest") ? tr("32 hexadecimal digits instead")
                                                                      : tr("another one"));
        edit->setAccessibleDescription(hint);
        edit->setCursorPosition(0);
        m_rows->addRow(field, edit);
        m_edits.insert(field, edit);
        m_original.insert(field, edit->text());
        connect(edit, &QLineEdit::textChanged, this, &StepPanel::validate);
        connect(edit, &QLineEdit::returnPressed, m_send, &QPushButton::click);
    }
    m_send->setFocus(Qt::OtherFocusReason);
    validate();
}

void StepPanel::showTimer()
{
    if (!m_record.due)
        return;
    const base::Duration waited = base::SystemClock().now() - m_record.due->peerSince;
    const int total = int(base::toMilliseconds(m_record.setupTime));
    const int left = qMax(0, total - int(base::toMilliseconds(waited)));
    m_timeLeft->setRange(0, total);
    m_timeLeft->setValue(left);
    m_timeText->setText(left > 0 ? tr("it waits %1 s more").arg(QLocale().toString(left / 1000.0, 'f', 1))
                                 : tr("its set-up time is over"));
}

QString StepPanel::errorIn(const QString &field) const
{
    const QString text = m_edits.value(field)->text();
    if (text == m_original.value(field))
        return {};
    if (isNumber(field)) {
        bool ok = false;
        const quint64 number = text.toULongLong(&ok, 0);
        return ok && number <= mostOf(field) ? QString() : tr("%1: a number is needed").arg(field);
    }
    if (field == QLatin1String("digest") &&
        (text.size() != 32 || QByteArray::fromHex(text.toLatin1()).size() != 16))
        return tr("digest: 32 hexadecimal digits are needed");
    return {};
}

void StepPanel::validate()
{
    const bool running = m_record.stepped && m_record.running;
    const bool named = base::NodeName::parse(m_node->currentText().trimmed()).has_value();
    m_start->setEnabled(named && !running);
    m_start->setToolTip(running ? tr("One handshake is being stepped through")
                                : (named ? QString() : tr("Type the name of a node, or choose one")));
    QString error;
    bool changed = false;
    for (auto it = m_edits.cbegin(); it != m_edits.cend(); ++it) {
        if (error.isEmpty())
            error = errorIn(it.key());
        changed = changed || it.value()->text() != m_original.value(it.key());
    }
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty() && m_record.due);
    m_send->setEnabled(error.isEmpty());
    m_send->setText(changed ? tr("Send it changed") : tr("Send it"));
}

HandshakeEdit StepPanel::edit() const
{
    HandshakeEdit made;
    for (auto it = m_edits.cbegin(); it != m_edits.cend(); ++it) {
        const QString text = it.value()->text();
        const QString &field = it.key();
        if (text == m_original.value(field))
            continue;
        const quint64 number = text.toULongLong(nullptr, 0);
        if (field == QLatin1String("flags"))
            made.flags = number;
        else if (field == QLatin1String("creation"))
            made.creation = quint32(number);
        else if (field == QLatin1String("challenge"))
            made.challenge = quint32(number);
        else if (field == QLatin1String("length"))
            made.length = quint32(number);
        else if (field == QLatin1String("name"))
            made.name = text;
        else if (field == QLatin1String("status"))
            made.status = text;
        else if (field == QLatin1String("digest"))
            made.digest = QByteArray::fromHex(text.toLatin1());
        else if (field == QLatin1String("cookie"))
            made.cookie = base::Secret(text.toLatin1());
    }
    return made;
}

void StepPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
