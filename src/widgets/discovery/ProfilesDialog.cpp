#include "widgets/discovery/ProfilesDialog.h"

#include <QEvent>
#include <QFileDialog>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/discovery/DiscoveryWords.h"
#include "widgets/discovery/ProfileFiles.h"
#include "widgets/discovery/ProfileForm.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using namespace cluster;

ProfilesDialog::ProfilesDialog(ProfileStore &profiles, QList<SourceSpec> sources, QList<base::NodeName> nodes,
                               QWidget *parent)
    : QDialog(parent)
    , m_profiles(profiles)
    , m_sources(std::move(sources))
    , m_nodes(std::move(nodes))
    , m_hint(makeParagraph(TextRole::Secondary, this))
    , m_list(new QListWidget(this))
    , m_complaint(makeParagraph(TextRole::Error, this))
    , m_open(new QPushButton(this))
    , m_new(new QPushButton(this))
    , m_edit(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_import(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("ProfilesDialog"));
    build();
    connect(&profiles, &ProfileStore::changed, this, &ProfilesDialog::refresh);
    connect(m_list, &QListWidget::itemActivated, this, &ProfilesDialog::openSelected);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ProfilesDialog::updateButtons);
    connect(m_open, &QPushButton::clicked, this, &ProfilesDialog::openSelected);
    connect(m_new, &QPushButton::clicked, this, [this] {
        Profile fresh;
        fresh.entry = m_nodes.mid(0, 1);
        fresh.expected = m_nodes;
        edit(fresh);
    });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const auto profile = m_profiles.profile(selected()))
            edit(*profile);
    });
    connect(m_remove, &QPushButton::clicked, this, &ProfilesDialog::removeSelected);
    connect(m_import, &QPushButton::clicked, this, &ProfilesDialog::importFile);
    connect(m_export, &QPushButton::clicked, this, &ProfilesDialog::exportSelected);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
}

void ProfilesDialog::build()
{
    m_list->setObjectName(QStringLiteral("profiles"));
    m_open->setDefault(true);
    m_complaint->hide();
    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {m_open, m_new, m_edit, m_remove, m_import, m_export}) {
        button->setAutoDefault(button == m_open);
        buttons->addWidget(button);
    }
    m_close->setAutoDefault(false);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *across = new QHBoxLayout;
    across->addWidget(m_list, 1);
    across->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_hint);
    layout->addLayout(across, 1);
    layout->addWidget(m_complaint);
    const Theme theme = Theme::current(this);
    resize(theme.ipx(480), theme.ipx(340));
}

void ProfilesDialog::retranslate()
{
    setWindowTitle(tr("Cluster profiles"));
    m_hint->setText(
        tr("A profile holds where to enter a cluster, which nodes should be there, and how they are found. "
           "Cookies are never in it."));
    m_list->setAccessibleName(tr("Saved profiles"));
    m_open->setText(tr("Open"));
    m_new->setText(tr("New…"));
    m_edit->setText(tr("Change…"));
    m_remove->setText(tr("Remove"));
    m_import->setText(tr("Import…"));
    m_export->setText(tr("Export…"));
    m_close->setText(tr("Close"));
    refresh();
}

void ProfilesDialog::refresh()
{
    const QString before = selected();
    m_list->clear();
    const QStringList names = m_profiles.names();
    for (const QString &name : names) {
        const auto profile = m_profiles.profile(name);
        auto *item = new QListWidgetItem(
            visibleText(name, 80) + QStringLiteral(" · ") +
                (profile ? tr("%n expected node(s)", nullptr, static_cast<int>(profile->expected.size()))
                         : tr("cannot be read any more")),
            m_list);
        item->setData(Qt::UserRole, name);
        if (name == before)
            m_list->setCurrentItem(item);
    }
    if (names.isEmpty())
        (new QListWidgetItem(tr("No profile is saved yet."), m_list))->setFlags(Qt::NoItemFlags);
    else if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    updateButtons();
}

QString ProfilesDialog::selected() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void ProfilesDialog::updateButtons()
{
    const bool some = !selected().isEmpty();
    const bool readable = some && m_profiles.profile(selected());
    for (QPushButton *button : {m_open, m_edit, m_export})
        button->setEnabled(readable);
    m_remove->setEnabled(some);
}

void ProfilesDialog::edit(const Profile &profile)
{
    auto *form = new ProfileForm(profile, m_sources, this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &QDialog::accepted, this, [this, form, old = profile.name] {
        const Profile wanted = form->profile();
        if (!old.isEmpty() && old != wanted.name)
            m_profiles.remove(old);
        m_profiles.save(wanted);
    });
    form->open();
}

void ProfilesDialog::openSelected()
{
    if (const auto profile = m_profiles.profile(selected())) {
        accept();
        Q_EMIT openRequested(*profile);
    }
}

void ProfilesDialog::removeSelected()
{
    m_profiles.remove(selected());
}

void ProfilesDialog::importFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a profile"), {}, profileFilter());
    if (path.isEmpty())
        return;
    const auto profile = readProfileFile(path);
    if (!profile.ok()) {
        say(sentenceFor(profile.error()));
        return;
    }
    say({});
    m_profiles.save(*profile);
}

void ProfilesDialog::exportSelected()
{
    const auto profile = m_profiles.profile(selected());
    const QString path = profile ? QFileDialog::getSaveFileName(this, tr("Export the profile"),
                                                                QString(profile->name).replace(u'/', u'-') +
                                                                    QStringLiteral(".nodescope-profile"),
                                                                profileFilter())
                                 : QString();
    if (path.isEmpty())
        return;
    const QString failed = writeProfileFile(path, *profile);
    say(failed.isEmpty() ? QString() : tr("It could not be written: %1").arg(failed));
}

void ProfilesDialog::say(const QString &complaint)
{
    m_complaint->setText(complaint);
    m_complaint->setVisible(!complaint.isEmpty());
}

void ProfilesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace nodescope::widgets
