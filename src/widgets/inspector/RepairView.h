#pragma once

#include <QFrame>
#include <QTimer>

#include "doctor/CauseText.h"

class QLabel;
class QPushButton;
class QTabBar;

namespace nodescope::widgets {

/// What to do: for each language the snippets that repair, with where to run them, to be copied.
class RepairView : public QWidget
{
    Q_OBJECT

public:
    explicit RepairView(QWidget *parent = nullptr);
    void setRemedies(const QList<doctor::Remedy> &remedies);
    /// What stands above it instead of `Repair`; set again after a change of language.
    void setTitle(const QString &title);
    [[nodiscard]] doctor::SnippetLanguage language() const { return m_language; }
    /// The snippets of the language that is shown, as they are copied.
    [[nodiscard]] QString code() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void rebuildTabs();
    void show(doctor::SnippetLanguage language);
    void addRemedy(const doctor::Remedy &remedy);
    void addCode(const doctor::Snippet &snippet);

    QList<doctor::Remedy> m_remedies;
    QList<doctor::SnippetLanguage> m_languages; ///< a tab each
    doctor::SnippetLanguage m_language = doctor::SnippetLanguage::Elixir;
    QString m_ownTitle;
    QLabel *m_title;
    QTabBar *m_tabs;
    QWidget *m_body;
};

} // namespace nodescope::widgets
