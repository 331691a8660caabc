#pragma once

#include <memory>

#include <QDialog>

#include "cluster/Intent.h"

namespace Ui {
class PracticeDialog;
}

namespace nodescope::widgets {

/// How many practice nodes, and of which kinds.
class PracticeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `running`: one runs already, and would be replaced.
    explicit PracticeDialog(bool running, QWidget *parent = nullptr);
    ~PracticeDialog() override;
    [[nodiscard]] cluster::StartPractice wanted() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::unique_ptr<Ui::PracticeDialog> m_ui;
    QPushButton *m_start = nullptr;
};

} // namespace nodescope::widgets
