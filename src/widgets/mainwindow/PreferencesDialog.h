#pragma once

#include <memory>

#include <QDialog>

#include "widgets/mainwindow/Preferences.h"

class QCheckBox;

namespace Ui {
class PreferencesDialog;
}

namespace nodescope::widgets {

/// The preferences as controls; each takes effect as it is changed.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(Preferences &preferences, QWidget *parent = nullptr);
    ~PreferencesDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void connectSignals();
    void retranslate();
    [[nodiscard]] QList<std::pair<QCheckBox *, Notice>> notices() const;

    std::unique_ptr<Ui::PreferencesDialog> m_ui;
    Preferences &m_preferences;
};

} // namespace nodescope::widgets
