#pragma once

#include <QDir>
#include <QTemporaryDir>

#include "Bench.h"
#include "support/TlsMaterial.h"

namespace nodescope::test {

/// Real nodes that speak TLS: writes their certificates and options files.
class TlsBench
{
public:
    static QString here() { return QStringLiteral("127.0.0.1"); }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Writes PREFIX.pem and PREFIX.key.
    void write(const QString &prefix, const dist::IssuedCertificate &issued) const
    {
        put(prefix + QStringLiteral(".pem"), issued.certificate);
        put(prefix + QStringLiteral(".key"), issued.key.reveal());
    }
    void put(const QString &name, QByteArrayView bytes) const
    {
        QFile::remove(path(name));
        if (!dist::writeOwnerFile(path(name), bytes).ok())
            qFatal("cannot write a file of the test");
    }

    /// The options of one role: its own certificate (empty: none), whom it trusts, and more.
    [[nodiscard]] QString role(const QString &name, const QString &own, const QString &authority,
                               const QString &more = {}) const
    {
        QString text = QStringLiteral("{%1,[").arg(name);
        if (!own.isEmpty())
            text += QStringLiteral("{certfile,\"%1.pem\"},{keyfile,\"%1.key\"},").arg(path(own));
        text += QStringLiteral("{cacertfile,\"%1.pem\"},{verify,verify_peer}").arg(path(authority));
        if (name == QLatin1String("server") && !more.contains(QLatin1String("fail_if_no_peer_cert")))
            text += QStringLiteral(",{fail_if_no_peer_cert,true}");
        return text + more + QStringLiteral("]}");
    }

    /// The arguments that make `erl` a node over TLS with these roles.
    [[nodiscard]] QStringList flags(const QString &name, const QStringList &roles) const
    {
        const QString file = name + QStringLiteral(".conf");
        put(file, QString(u'[' + roles.join(u',') + QStringLiteral("].\n")).toUtf8());
        return flagsFor(path(file));
    }
    [[nodiscard]] static QStringList flagsFor(const QString &file)
    {
        // On a loaded machine a TLS handshake may take longer than OTP's seven seconds.
        return QStringLiteral("-proto_dist inet_tls -kernel net_setuptime 60 -ssl_dist_optfile").split(u' ') +
               QStringList{file};
    }

    /// Columns `certificate` and `problem`, and a row for each certificate that nobody accepts.
    static void addFaults(const TlsMaterial &authority)
    {
        using std::chrono::hours;
        QTest::addColumn<dist::IssuedCertificate>("certificate");
        QTest::addColumn<QString>("problem");
        const TlsMaterial other(QStringLiteral("Other CA"));
        const QString name = QStringLiteral("node");
        const auto valid = [&](hours from, hours until) {
            return authority.issue(dist::CertificateRequest{name, {here()}, false, from, until});
        };
        QTest::newRow("issuer") << other.issue(here()) << "unknown_issuer";
        QTest::newRow("expired") << valid(-hours(48), -hours(24)) << "expired";
        QTest::newRow("not yet") << valid(hours(24), hours(48)) << "not_yet_valid";
        QTest::newRow("self") << *dist::makeSelfSigned({name, {here()}}) << "self_signed";
    }

    /// What a peer's release is expected to do differently.
    [[nodiscard]] static int release() { return Peer::otpRelease(); }

private:
    QTemporaryDir m_folder;
};

} // namespace nodescope::test
