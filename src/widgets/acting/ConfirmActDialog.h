#pragma once

#include <QDialog>

#include "widgets/acting/ActGuard.h"

class QVBoxLayout;

namespace nodescope::widgets {

/// Says what will run where, and asks. Accepted: do it (and arm acting, where it was not armed).
class ConfirmActDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConfirmActDialog(const ActQuestion &question, QWidget *parent = nullptr);

private:
    /// `told`: none, one or both of two nodes.
    [[nodiscard]] static QString whoPrevents(const QList<base::NodeName> &told);
    void addPurpose(QVBoxLayout *layout, const ActQuestion::Step &step);
    void addSteps(QVBoxLayout *layout, const ActQuestion &question);
    void addButtons(QVBoxLayout *layout, const ActQuestion &question);
};

} // namespace nodescope::widgets
