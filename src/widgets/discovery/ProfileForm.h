#pragma once

#include <QDialog>

#include "cluster/Profile.h"

class QCheckBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace nodescope::widgets {

/// A profile to be filled in: its name, where to enter, who is expected, and the files it needs.
class ProfileForm : public QDialog
{
    Q_OBJECT

public:
    /// `sources`: those that are on now, which the profile may take.
    ProfileForm(cluster::Profile profile, QList<cluster::SourceSpec> sources, QWidget *parent = nullptr);
    /// What stands in the fields, and of the rest what it was.
    [[nodiscard]] cluster::Profile profile() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill();
    void retranslate();
    void check();
    QLineEdit *addLine(const char *name);
    QPlainTextEdit *addText(const char *name);

    cluster::Profile m_profile;
    const QList<cluster::SourceSpec> m_sources;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QPlainTextEdit *m_entry;
    QPlainTextEdit *m_expected;
    QLineEdit *m_epmdPort;
    QLineEdit *m_cookieFile;
    QLineEdit *m_tlsFile;
    QCheckBox *m_takeSources;
    QLabel *m_complaint;
    QDialogButtonBox *m_buttons;
};

} // namespace nodescope::widgets
