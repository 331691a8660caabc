#pragma once

#include <QWidget>

#include "cluster/Handshake.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace nodescope::widgets {

/// The digest of a message, made before one's eyes: MD5 of the cookie and the challenge. The cookie is dots
/// until it is shown, and is forgotten with the handshake that it was given for. Digests are dots as well
/// until they are asked for: with the challenge beside it, a digest lets whoever reads it try cookies.
class DigestPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DigestPanel(QWidget *parent = nullptr);
    /// Shown only for a line with a digest.
    void setMessage(const cluster::HandshakeRecord &record, qsizetype line);
    /// The answer to cookieRequested(); null: there is none.
    void setCookie(quint64 handshake, const base::Secret &cookie);
    /// Back to dots, whatever was asked for.
    void hideDigests();
    [[nodiscard]] QLineEdit *cookie() const { return m_cookie; }
    [[nodiscard]] QPushButton *digestsButton() const { return m_digests; }
    [[nodiscard]] QLabel *sum() const { return m_sum; }
    [[nodiscard]] QLabel *verdict() const { return m_verdict; }

Q_SIGNALS:
    /// The person wants the cookie that the handshake used.
    void cookieRequested(quint64 handshake, const nodescope::base::NodeName &peer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void compute();
    void showSum(const QString &cookie, const QString &made, const QString &wire, quint32 challenge);

    cluster::HandshakeRecord m_record;
    qsizetype m_line = -1;
    bool m_noCookie = false;
    QLabel *m_title;
    QPushButton *m_digests;
    QLineEdit *m_cookie;
    QPushButton *m_use;
    QPushButton *m_show;
    QLabel *m_sum;
    QLabel *m_verdict;
};

} // namespace nodescope::widgets
