#pragma once

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QUdpSocket>

namespace nodescope::test {

/// A name server of a test's own, on port 53 of an address of loopback that nobody else uses: where the
/// system's resolver asks no other port, this is how it can be asked.
class FakeDns : public QObject
{
    Q_OBJECT

public:
    /// What it does with a question.
    enum class Manner {
        Answers,
        Refuses, ///< REFUSED
        Fails,   ///< SERVFAIL
        Garbles, ///< bytes that are no answer, under the question's number
        IsSilent,
    };

    FakeDns();
    /// Why it cannot listen; empty if it does. For QSKIP.
    [[nodiscard]] QString whyUnavailable() const { return m_why; }
    [[nodiscard]] QString address() const;

    void setManner(Manner manner) { m_manner = manner; }
    /// The addresses (of either family) and targets that a name has from now on; none: NXDOMAIN.
    void setAddresses(const QString &name, const QList<QHostAddress> &addresses);
    void setServices(const QString &name, const QStringList &targets);
    [[nodiscard]] int questions() const { return m_questions; }

private:
    struct Question
    {
        QByteArray id;
        QByteArray section; ///< as it came
        QString name;
        quint16 type = 0;
    };
    void read();
    [[nodiscard]] static Question parse(const QByteArray &datagram);
    [[nodiscard]] QByteArray answerTo(const Question &question) const;

    QUdpSocket m_socket;
    QString m_why;
    Manner m_manner = Manner::Answers;
    QHash<QString, QList<QHostAddress>> m_addresses;
    QHash<QString, QStringList> m_services;
    int m_questions = 0;
};

} // namespace nodescope::test
