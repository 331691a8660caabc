#pragma once

#include <memory>
#include <optional>

#include <QDialog>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/connect/KnownHosts.h"

namespace Ui {
class ConnectDialog;
}

namespace nodescope::widgets {

/// Where to connect, and with which cookie.
///
/// Emits intents and reads what comes of them from the store; all references must outlive it.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    ConnectDialog(const cluster::ClusterStore &store, KnownHosts &hosts, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// Fills in a host and has its names listed.
    void setHost(const QString &host, quint16 epmdPort);
    /// Fills in a node, and where EPMD is asked for it, by default at its own host; the person has yet to
    /// confirm.
    void setNode(const base::NodeName &node, std::optional<quint16> epmdPort = std::nullopt,
                 const QString &epmdHost = {});
    /// Puts the cursor where a cookie is typed.
    void askForCookie();
    /// What is wrong with a node's name, as a sentence; empty: nothing, or nothing was typed yet.
    [[nodiscard]] static QString nameErrorFor(const QString &text);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    /// The node to which an attempt began.
    void dialled(const nodescope::base::NodeName &node);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void keepRoom();
    void connectSignals();
    void retranslate();
    void listNames();
    void forgetAsking();
    void showNames();
    void chooseName(int row);
    void validate();
    void proposeCookie(const std::optional<base::NodeName> &node);
    void dial();
    [[nodiscard]] const cluster::Host *listed() const;
    [[nodiscard]] QString namesStateText() const;

    std::unique_ptr<Ui::ConnectDialog> m_ui;
    const cluster::ClusterStore &m_store;
    KnownHosts &m_hosts;
    QPushButton *m_go = nullptr;
    bool m_asked = false; ///< names of the host were asked for
};

} // namespace nodescope::widgets
