#include "widgets/common/LanguageManager.h"

#include <QLibraryInfo>
#include <QLocale>

namespace nodescope::widgets {

LanguageManager::LanguageManager(QCoreApplication &application, const QString &catalogues, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_catalogues(catalogues)
{
    load(systemLanguage());
}

LanguageManager::~LanguageManager()
{
    m_application.removeTranslator(&m_ours);
    m_application.removeTranslator(&m_qts);
}

QList<LanguageManager::Language> LanguageManager::available()
{
    return {{QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("pt_BR"), QStringLiteral("Português (Brasil)")}};
}

void LanguageManager::choose(const QString &code)
{
    m_chosen = code;
    load(code.isEmpty() ? systemLanguage() : code);
}

void LanguageManager::load(const QString &code)
{
    if (code == m_current)
        return;
    m_current = code;
    // Numbers and dates follow the person's own locale as long as its language is the one shown.
    const QLocale shown(code);
    const QLocale system = QLocale::system();
    QLocale::setDefault(system.language() == shown.language() ? system : shown);

    m_application.removeTranslator(&m_qts);
    m_application.removeTranslator(&m_ours);
    if (m_qts.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qts);
    // English has a catalogue, too: it holds the plurals.
    if (m_ours.load(QStringLiteral("nodescope_") + code, m_catalogues))
        m_application.installTranslator(&m_ours);
    Q_EMIT changed(code);
}

QString LanguageManager::systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &tag : wanted) {
        const QLocale locale(tag);
        for (const Language &language : available()) {
            if (QLocale(language.code).language() == locale.language())
                return language.code;
        }
    }
    return QStringLiteral("en");
}

} // namespace nodescope::widgets
