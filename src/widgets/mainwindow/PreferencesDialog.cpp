#include "widgets/mainwindow/PreferencesDialog.h"

#include <QEvent>
#include <QLocale>
#include <QPushButton>

#include "ui_PreferencesDialog.h"
#include "widgets/common/FittingWindow.h"

namespace nodescope::widgets {

PreferencesDialog::PreferencesDialog(Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PreferencesDialog>())
    , m_preferences(preferences)
{
    m_ui->setupUi(this);
    new FittingWindow(this);
    fill();
    retranslate();
    connectSignals();
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::fill()
{
    m_ui->theme->setCurrentIndex(static_cast<int>(m_preferences.mode()));
    m_ui->language->addItem(QString(), QString());
    for (const LanguageManager::Language &language : LanguageManager::available())
        m_ui->language->addItem(language.name, language.code);
    m_ui->language->setCurrentIndex(std::max(0, m_ui->language->findData(m_preferences.language())));
    for (const int percent : {75, 100, 125, 150, 200, 300})
        m_ui->textScale->addItem(QString(), percent);
    m_ui->textScale->setCurrentIndex(std::max(0, m_ui->textScale->findData(m_preferences.textScale())));
    m_ui->reducedMotion->setChecked(m_preferences.reducedMotion());
    for (const auto &[box, notice] : notices())
        box->setChecked(m_preferences.announces(notice));
}

QList<std::pair<QCheckBox *, Notice>> PreferencesDialog::notices() const
{
    return {{m_ui->split, Notice::Split},
            {m_ui->heal, Notice::Heal},
            {m_ui->nodeLost, Notice::NodeLost},
            {m_ui->flapping, Notice::Flapping}};
}

void PreferencesDialog::connectSignals()
{
    for (const auto &[box, which] : notices()) {
        connect(box, &QCheckBox::toggled, this,
                [this, notice = which](bool on) { m_preferences.setAnnounces(notice, on); });
    }
    connect(m_ui->theme, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_preferences.setMode(static_cast<ThemeManager::Mode>(index)); });
    connect(m_ui->language, &QComboBox::activated, this,
            [this](int index) { m_preferences.setLanguage(m_ui->language->itemData(index).toString()); });
    connect(m_ui->textScale, &QComboBox::activated, this,
            [this](int index) { m_preferences.setTextScale(m_ui->textScale->itemData(index).toInt()); });
    connect(m_ui->reducedMotion, &QCheckBox::toggled, &m_preferences, &Preferences::setReducedMotion);
    connect(m_ui->forget, &QPushButton::clicked, &m_preferences, &Preferences::forgetHosts);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PreferencesDialog::retranslate()
{
    m_ui->language->setItemText(0, tr("As the system"));
    for (int i = 0; i < m_ui->textScale->count(); ++i)
        m_ui->textScale->setItemText(
            i, tr("%1 %").arg(QLocale().toString(m_ui->textScale->itemData(i).toInt())));
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        // The combo boxes lose their choice when their texts are set anew; that is no wish to change.
        const QSignalBlocker quiet(m_ui->theme);
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace nodescope::widgets
