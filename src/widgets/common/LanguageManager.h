#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QTranslator>

namespace nodescope::widgets {

/// The language of the moment: our catalogue and Qt's own, and the locale of numbers and dates.
/// Changing it while the program runs sends QEvent::LanguageChange to every widget.
///
/// Owned by the composition root, made after the application object and before the first window.
class LanguageManager : public QObject
{
    Q_OBJECT

public:
    /// `catalogues`: where our `nodescope_<code>.qm` are.
    explicit LanguageManager(QCoreApplication &application,
                             const QString &catalogues = QStringLiteral(":/nodescope/i18n"),
                             QObject *parent = nullptr);
    ~LanguageManager() override;

    struct Language
    {
        QString code; ///< `en`, `pt_BR`
        QString name; ///< in the language itself
    };
    [[nodiscard]] static QList<Language> available();

    /// The chosen code; empty: as the system.
    [[nodiscard]] QString chosen() const { return m_chosen; }
    /// The code that is shown.
    [[nodiscard]] QString current() const { return m_current; }

public Q_SLOTS:
    /// Empty: the system's language where we have it, otherwise English.
    void choose(const QString &code);

Q_SIGNALS:
    /// After every widget has been told.
    void changed(const QString &code);

private:
    void load(const QString &code);
    [[nodiscard]] static QString systemLanguage();

    QCoreApplication &m_application;
    QString m_catalogues;
    QString m_chosen;
    QString m_current;
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace nodescope::widgets
