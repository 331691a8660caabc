#include "widgets/discovery/ProfileForm.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {

constexpr int MaxName = 80;

QString textOf(const QList<base::NodeName> &nodes)
{
    QStringList names;
    for (const base::NodeName &node : nodes)
        names.append(node.text());
    return names.join(u'\n');
}

/// The nodes of a text, by lines, blanks or commas; `wrong` is the first word that is none.
QList<base::NodeName> nodesOf(const QString &text, QString &wrong)
{
    QList<base::NodeName> nodes;
    const QStringList words = QString(text).replace(u',', u' ').simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto node = base::NodeName::parse(word);
        if (!node && wrong.isEmpty())
            wrong = word;
        else if (node && !nodes.contains(*node))
            nodes.append(*node);
    }
    return nodes;
}

} // namespace

ProfileForm::ProfileForm(Profile profile, QList<SourceSpec> sources, QWidget *parent)
    : QDialog(parent)
    , m_profile(std::move(profile))
    , m_sources(std::move(sources))
    , m_form(new QFormLayout)
    , m_name(addLine("name"))
    , m_entry(addText("entry"))
    , m_expected(addText("expected"))
    , m_epmdPort(addLine("epmdPort"))
    , m_cookieFile(addLine("cookieFile"))
    , m_tlsFile(addLine("tlsFile"))
    , m_takeSources(new QCheckBox(this))
    , m_complaint(makeParagraph(TextRole::Error, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("ProfileForm"));
    build();
    fill();
    retranslate();
    for (QLineEdit *line : {m_name, m_epmdPort})
        connect(line, &QLineEdit::textChanged, this, &ProfileForm::check);
    for (QPlainTextEdit *text : {m_entry, m_expected})
        connect(text, &QPlainTextEdit::textChanged, this, &ProfileForm::check);
    check();
}

QLineEdit *ProfileForm::addLine(const char *name)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QLatin1String(name));
    return line;
}

QPlainTextEdit *ProfileForm::addText(const char *name)
{
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(QLatin1String(name));
    text->setTabChangesFocus(true);
    return text;
}

void ProfileForm::build()
{
    const Theme theme = Theme::current(this);
    m_name->setMaxLength(MaxName);
    for (QAbstractButton *button : m_buttons->buttons())
        button->setIcon(QIcon());
    m_entry->setFixedHeight(theme.ipx(64));
    m_expected->setMinimumHeight(theme.ipx(90));
    for (QWidget *field :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_entry), static_cast<QWidget *>(m_expected),
          static_cast<QWidget *>(m_epmdPort), static_cast<QWidget *>(m_cookieFile),
          static_cast<QWidget *>(m_tlsFile), static_cast<QWidget *>(m_takeSources)})
        m_form->addRow(new QLabel(this), field);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(m_form, 1);
    layout->addWidget(m_complaint);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(theme.ipx(520), theme.ipx(440));
}

void ProfileForm::fill()
{
    m_name->setText(m_profile.name);
    m_entry->setPlainText(textOf(m_profile.entry));
    m_expected->setPlainText(textOf(m_profile.expected));
    m_epmdPort->setText(m_profile.epmdPort ? QString::number(*m_profile.epmdPort) : QString());
    m_cookieFile->setText(m_profile.cookieFile);
    m_tlsFile->setText(m_profile.tlsOptionFile);
    m_takeSources->setChecked(m_profile.sources.isEmpty() && !m_sources.isEmpty());
    m_takeSources->setEnabled(!m_sources.isEmpty());
}

void ProfileForm::retranslate()
{
    setWindowTitle(tr("Cluster profile"));
    const auto name = [this](QWidget *field, const QString &text) {
        qobject_cast<QLabel *>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(text);
    };
    name(m_name, tr("Name"));
    name(m_entry, tr("Connect to"));
    name(m_expected, tr("Expected nodes"));
    name(m_epmdPort, tr("EPMD port"));
    name(m_cookieFile, tr("Cookie file"));
    name(m_tlsFile, tr("TLS option file"));
    name(m_takeSources, tr("Sources"));
    m_entry->setPlaceholderText(tr("nodes, one on each line: app@db1.example.com"));
    m_expected->setPlaceholderText(
        tr("nodes that should be there; those that nobody sees are shown as missing"));
    m_epmdPort->setPlaceholderText(tr("the usual one"));
    m_cookieFile->setPlaceholderText(tr("its path; the cookie itself is never kept"));
    m_tlsFile->setPlaceholderText(tr("none: not encrypted"));
    m_takeSources->setText(
        tr("Take the %n source(s) that are on now", nullptr, static_cast<int>(m_sources.size())));
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    check();
}

Profile ProfileForm::profile() const
{
    Profile profile = m_profile;
    QString wrong;
    profile.name = m_name->text().simplified();
    profile.entry = nodesOf(m_entry->toPlainText(), wrong);
    profile.expected = nodesOf(m_expected->toPlainText(), wrong);
    const QString port = m_epmdPort->text().trimmed();
    profile.epmdPort = port.isEmpty() ? std::nullopt : std::optional(port.toUShort());
    profile.cookieFile = m_cookieFile->text().trimmed();
    profile.tlsOptionFile = m_tlsFile->text().trimmed();
    if (m_takeSources->isChecked())
        profile.sources = m_sources;
    return profile;
}

void ProfileForm::check()
{
    QString wrong;
    (void)nodesOf(m_entry->toPlainText(), wrong);
    (void)nodesOf(m_expected->toPlainText(), wrong);
    const QString port = m_epmdPort->text().trimmed();
    QString complaint;
    if (!wrong.isEmpty())
        complaint = tr("%1 is not a node's name: it must be name@host.").arg(visibleText(wrong, 100));
    else if (!port.isEmpty() && port.toUShort() == 0)
        complaint = tr("The port is a number from 1 to 65535.");
    m_complaint->setText(complaint);
    m_complaint->setVisible(!complaint.isEmpty());
    m_buttons->button(QDialogButtonBox::Save)
        ->setEnabled(complaint.isEmpty() && !m_name->text().simplified().isEmpty());
}

void ProfileForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace nodescope::widgets
