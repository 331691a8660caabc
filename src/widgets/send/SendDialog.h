#pragma once

#include <memory>
#include <optional>

#include <QDialog>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "term/Parser.h"

namespace Ui {
class SendDialog;
}

namespace nodescope::widgets {

/// Sends a term to a registered process. What is typed is read as one types; an error is told with
/// its position, and shown there.
class SendDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SendDialog(const cluster::ClusterStore &store, QWidget *parent = nullptr);
    ~SendDialog() override;
    void setNode(const base::NodeName &node);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillNodes();
    void retranslate();
    void validate();
    void send();
    void markError(const std::optional<term::ParseError> &error);
    [[nodiscard]] std::optional<base::NodeName> node() const;

    std::unique_ptr<Ui::SendDialog> m_ui;
    const cluster::ClusterStore &m_store;
    QPushButton *m_go = nullptr;
    QByteArray m_encoded; ///< what is typed, in External Term Format; empty while it is no term
};

/// A parse error as a sentence, without its position.
[[nodiscard]] QString sentenceFor(term::ParseError::Code code);

} // namespace nodescope::widgets
