#pragma once

#include <atomic>
#include <memory>

#include <QDialog>
#include <QThreadPool>

#include "term/Printer.h"
#include "term/TermDiff.h"

class QLabel;
class QTreeWidget;
class QComboBox;

namespace nodescope::widgets {

/// Two terms, and the places at which they differ. They are compared by a thread of their own; closing the
/// dialog gives it up.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both in External Term Format. The titles say which is which.
    CompareDialog(const QByteArray &left, const QString &leftTitle, const QByteArray &right,
                  const QString &rightTitle, QWidget *parent = nullptr);
    ~CompareDialog() override;

    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void compared();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Outcome
    {
        term::Term left;
        term::Term right;
        term::TermDiff diff;
    };

    void start(const QByteArray &left, const QByteArray &right);
    void show(const std::shared_ptr<const Outcome> &outcome);
    void retranslate();

    const QString m_leftTitle;
    const QString m_rightTitle;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_goOn;
    std::shared_ptr<const Outcome> m_outcome;
    QLabel *m_summary;
    QComboBox *m_syntax;
    QTreeWidget *m_list;
};

} // namespace nodescope::widgets
