#pragma once

#include <QWidget>

#include "base/Result.h"
#include "base/Secret.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace nodescope::widgets {

/// Where the cookie comes from: the one stored for the node, typed in, or a file that the person
/// picks. What is typed is masked and is wiped from the field when it is hidden.
class CookieField : public QWidget
{
    Q_OBJECT

public:
    enum class Source { Stored, Typed, File };

    explicit CookieField(QWidget *parent = nullptr);

    [[nodiscard]] Source source() const;
    void setSource(Source source);
    /// The source that stands there until the person chooses one; `file` is for File.
    void propose(Source source, const QString &file = {});
    /// The cookie, null for the stored one; or a sentence that says why there is none.
    [[nodiscard]] base::Result<base::Secret, QString> cookie() const;
    /// Shows what is wrong below the field; empty: nothing.
    void setError(const QString &error);
    /// Puts the cursor where the cookie, or its file, is typed.
    void focusText();
    /// Forgets what was typed.
    void clear();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void retranslate();
    void chooseFile();
    void setRevealed(bool revealed);

    bool m_chosen = false;  ///< by the person, or for them
    QString m_proposedFile; ///< as it was put there
    QComboBox *m_source;
    QStackedWidget *m_pages;
    QLabel *m_storedHint;
    QLineEdit *m_typed;
    QToolButton *m_reveal;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QLabel *m_error;
};

} // namespace nodescope::widgets
