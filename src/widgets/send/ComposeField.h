#pragma once

#include <QTimer>
#include <QWidget>

#include "widgets/send/Compose.h"

class QComboBox;
class QHBoxLayout;
class QLabel;

namespace nodescope::widgets {

class BytesView;
class TermEditor;

/// Where a term or a call is typed: in either syntax, read as one types, with what is wrong below it and its
/// bytes. The value at the cursor is marked in the bytes, and a byte that is chosen selects its value in the
/// text.
///
/// Signals: `changed` once the text was read; before it, for a long text, `waiting` until typing rests.
class ComposeField : public QWidget
{
    Q_OBJECT

public:
    explicit ComposeField(QWidget *parent = nullptr);

    /// Stands at the right, above the text.
    void addTool(QWidget *tool);
    /// Whether a call is wanted, else data.
    void setCall(bool call);
    /// Without it nothing can be typed.
    void setTextShown(bool shown);
    void setContent(const QString &text, term::Syntax syntax);
    /// What completion offers, as it is written in the syntax.
    void setWords(const QStringList &words);
    void focusText();

    [[nodiscard]] const Composed &composed() const { return m_composed; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] term::Syntax syntax() const { return m_shownSyntax; }

Q_SIGNALS:
    void changed();
    void waiting();
    void syntaxChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void changeSyntax();
    void readSoon();
    void read();
    void showError();
    void markBytes();
    void selectPartOf(qsizetype byte);

    QHBoxLayout *m_tools = nullptr;
    QComboBox *m_syntax = nullptr;
    TermEditor *m_term = nullptr;
    QLabel *m_error = nullptr;
    BytesView *m_bytes = nullptr;
    QLabel *m_place = nullptr; ///< what `self()` is in the bytes; shown where it stands there
    QTimer m_later;            ///< for long texts
    Composed m_composed;
    bool m_call = false;
    term::Syntax m_shownSyntax = term::Syntax::Elixir; ///< of the text
};

} // namespace nodescope::widgets
