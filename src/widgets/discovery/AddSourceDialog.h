#pragma once

#include <QDialog>

#include "cluster/Discovery.h"

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace nodescope::widgets {

/// Which source to add: its kind, and what that kind needs. Only what can be asked can be added.
class AddSourceDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AddSourceDialog(quint16 epmdPort, QWidget *parent = nullptr);
    [[nodiscard]] cluster::SourceSpec wanted() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Kind { Epmd, HostsFile, DnsA, DnsAaaa, DnsSrv, Gossip };
    [[nodiscard]] Kind kind() const;
    QLineEdit *addLine(const char *name);
    void build();
    void retranslate();
    void showKind();
    void check();

    quint16 m_epmdPort;
    QComboBox *m_kind;
    QFormLayout *m_form;
    QLineEdit *m_host;      ///< host, file, query or group
    QLineEdit *m_basename;  ///< DNS
    QLineEdit *m_server;    ///< DNS
    QSpinBox *m_port;       ///< EPMD or gossip
    QLineEdit *m_interface; ///< gossip
    QLineEdit *m_secret;    ///< gossip
    QLabel *m_hint;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace nodescope::widgets
