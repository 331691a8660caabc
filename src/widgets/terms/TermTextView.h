#pragma once

#include <memory>

#include <QPlainTextEdit>

#include "term/MappedText.h"

namespace nodescope::widgets {

/// A term as text that is read, not written: the marked value is highlighted, and placing the cursor in a
/// value (by mouse or keys) tells which one it is.
class TermTextView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TermTextView(QWidget *parent = nullptr);

    void setMapped(const std::shared_ptr<const term::MappedText> &text);
    /// Marks what stands there, and scrolls to it.
    void mark(const term::TermPath &path);
    void unmark();

Q_SIGNALS:
    void placeChosen(const nodescope::term::TermPath &path);

protected:
    void changeEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void tellPlace();

    std::shared_ptr<const term::MappedText> m_text;
    term::TermPath m_marked;
    bool m_isMarked = false;
    bool m_setting = false;
};

} // namespace nodescope::widgets
