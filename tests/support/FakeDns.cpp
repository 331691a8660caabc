#include "support/FakeDns.h"

#include <QNetworkDatagram>
#include <QtEndian>

namespace nodescope::test {

namespace {

// RFC 1035, RFC 3596, RFC 2782.
constexpr quint16 TypeA = 1;
constexpr quint16 TypeAaaa = 28;
constexpr quint16 TypeSrv = 33;
constexpr qsizetype HeaderBytes = 12;

QByteArray number(quint16 value)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray labels(const QString &name)
{
    QByteArray bytes;
    const QStringList parts = name.split(u'.');
    for (const QString &part : parts)
        bytes += char(part.size()) + part.toLatin1();
    return bytes + '\0';
}

/// With a pointer to the question's name.
QByteArray record(quint16 type, const QByteArray &data)
{
    return number(0xc00c) + number(type) + number(1) + number(0) + number(1) + number(quint16(data.size())) +
           data;
}

QByteArray addressData(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        QByteArray bytes(4, Qt::Uninitialized);
        qToBigEndian(address.toIPv4Address(), bytes.data());
        return bytes;
    }
    const Q_IPV6ADDR wide = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(wide.c), 16);
}

} // namespace

FakeDns::FakeDns()
{
    connect(&m_socket, &QUdpSocket::readyRead, this, &FakeDns::read);
    for (quint32 last = 1; last < 50; ++last) {
        if (m_socket.bind(QHostAddress(0x7f4d3500u + last), 53))
            return;
    }
    m_why = QStringLiteral("port 53 of loopback: ") + m_socket.errorString();
}

QString FakeDns::address() const
{
    return m_socket.localAddress().toString();
}

void FakeDns::setAddresses(const QString &name, const QList<QHostAddress> &addresses)
{
    m_addresses.insert(name, addresses);
}

void FakeDns::setServices(const QString &name, const QStringList &targets)
{
    m_services.insert(name, targets);
}

void FakeDns::read()
{
    while (m_socket.hasPendingDatagrams()) {
        const QNetworkDatagram datagram = m_socket.receiveDatagram();
        const Question question = parse(datagram.data());
        ++m_questions;
        if (m_manner != Manner::IsSilent)
            // From the address that was asked, which the socket is bound to.
            m_socket.writeDatagram(answerTo(question), datagram.senderAddress(),
                                   quint16(datagram.senderPort()));
    }
}

FakeDns::Question FakeDns::parse(const QByteArray &datagram)
{
    Question question;
    question.id = datagram.left(2);
    QStringList parts;
    qsizetype at = HeaderBytes;
    while (at < datagram.size() && datagram.at(at) != 0) {
        const qsizetype length = uchar(datagram.at(at));
        parts.append(QString::fromLatin1(datagram.mid(at + 1, length)));
        at += length + 1;
    }
    question.section = datagram.mid(HeaderBytes, at + 5 - HeaderBytes);
    question.name = parts.join(u'.');
    if (datagram.size() >= at + 3)
        question.type = qFromBigEndian<quint16>(datagram.constData() + at + 1);
    return question;
}

QByteArray FakeDns::answerTo(const Question &question) const
{
    if (m_manner == Manner::Garbles)
        return question.id + QByteArray::fromHex("818000010009000000000377");
    QByteArray records;
    quint16 count = 0;
    const auto add = [&](quint16 type, const QByteArray &data) {
        records += record(type, data);
        ++count;
    };
    const QList<QHostAddress> addresses = m_addresses.value(question.name);
    for (const QHostAddress &address : addresses) {
        const quint16 type = address.protocol() == QAbstractSocket::IPv4Protocol ? TypeA : TypeAaaa;
        if (type == question.type)
            add(type, addressData(address));
    }
    const QStringList targets = m_services.value(question.name);
    for (const QString &target : targets) {
        if (question.type == TypeSrv)
            add(TypeSrv, number(10) + number(50) + number(4369) + labels(target));
    }
    const bool known = !addresses.isEmpty() || !targets.isEmpty();
    const quint16 code = m_manner == Manner::Refuses ? 5 : m_manner == Manner::Fails ? 2 : known ? 0 : 3;
    if (code != 0) {
        records.clear();
        count = 0;
    }
    return question.id + number(quint16(0x8580 | code)) + number(1) + number(count) + number(0) + number(0) +
           question.section + records;
}

} // namespace nodescope::test
