#pragma once

#include <QDialog>

namespace nodescope::widgets {

class TermView;

/// One term in a window of its own, so that it stays beside what comes next.
class TermWindow : public QDialog
{
    Q_OBJECT

public:
    TermWindow(const QByteArray &externalTerm, const QString &title, QWidget *parent = nullptr);
    [[nodiscard]] TermView &view() const { return *m_view; }

private:
    TermView *m_view;
};

} // namespace nodescope::widgets
