#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "dist/tls/TlsCertificate.h"
#include "dist/tls/TlsOptionFile.h"
#include "support/TlsMaterial.h"

using namespace nodescope;
using namespace nodescope::dist;
using test::TlsMaterial;
using Kind = TlsOptionError::Kind;

/// Erlang's `-ssl_dist_optfile`, as we understand it.
class tst_TlsOptionFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto own = m_ca.issue(QStringLiteral("127.0.0.1"));
        put("ca.pem", m_ca.ca.certificate);
        put("node.pem", own.certificate);
        put("node.key", own.key.reveal());
        put("other.key", m_ca.issue(QStringLiteral("127.0.0.1")).key.reveal());
        const auto locked = *makeCertificate({QStringLiteral("n"), {}}, m_ca.ca, base::Secret("s3cret"));
        put("locked.pem", locked.certificate);
        put("locked.key", locked.key.reveal());
        put("both.pem", QByteArray(own.certificate + own.key.reveal().toByteArray()));
        put("chain.pem", QByteArray(own.certificate + m_ca.ca.certificate));
    }

    void bothRoles()
    {
        const TlsOptionResult result = parse(QStringLiteral(R"(
            %% as in the guide of ssl
            [{server, [{certfile, "%D/chain.pem"}, {keyfile, "%D/node.key"}, {cacertfile, "%D/ca.pem"},
                       {verify, verify_peer}, {fail_if_no_peer_cert, true}, {secure_renegotiate, true}]},
             {client, [{cacertfile, "%D/ca.pem"}, {depth, 2}, {versions, ['tlsv1.3']},
                       {server_name_indication, "db.example"}]}].)"));
        QVERIFY(result.ok());
        const TlsOptions &options = result.value();
        QVERIFY(options.hasClient && options.hasServer);
        QVERIFY(options.warnings.isEmpty());
        const TlsRole &server = options.settings.server;
        QCOMPARE(server.chain.size(), 2);
        QVERIFY(!server.key.isNull());
        QVERIFY(server.verifyPeer && server.demandCertificate);
        QCOMPARE(server.versions, TlsVersions::Tls12Or13);
        const TlsRole &client = options.settings.client;
        QVERIFY(client.chain.isEmpty());
        QVERIFY(client.verifyPeer); // as OTP 26 and later
        QCOMPARE(client.authorities.size(), 1);
        QCOMPARE(client.depth, 2);
        QCOMPARE(client.versions, TlsVersions::Tls13);
        QCOMPARE(client.serverName, QStringLiteral("db.example"));
    }

    void verification_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<bool>("verify");
        QTest::addColumn<bool>("demand");
        const QString own = QStringLiteral(R"({certfile,"%D/both.pem"})");
        const QString ca = QStringLiteral(R"(,{cacertfile,"%D/ca.pem"})");
        QTest::newRow("nothing said") << own << false << true;
        QTest::newRow("an authority") << own + ca << true << true;
        QTest::newRow("none") << own + ca + QStringLiteral(",{verify,verify_none}") << false << true;
        QTest::newRow("optional") << own + ca + QStringLiteral(",{fail_if_no_peer_cert,false}") << true
                                  << false;
    }
    void verification()
    {
        QFETCH(QString, options);
        const auto result = parse(QStringLiteral("[{server,[%1]}].").arg(options));
        QVERIFY2(result.ok(), result.ok() ? "" : kindName(result.error().kind));
        QTEST(result.value().settings.server.verifyPeer, "verify");
        QTEST(result.value().settings.server.demandCertificate, "demand");
        QVERIFY(!result.value().hasClient);
    }

    void keysWithPassphrase()
    {
        const auto with = [this](const QString &password) {
            return parse(
                QStringLiteral(R"([{server,[{certfile,"%D/locked.pem"},{keyfile,"%D/locked.key"}%1]}].)")
                    .arg(password));
        };
        QVERIFY(with(QStringLiteral(R"(,{password,"s3cret"})")).ok());
        QVERIFY(with(QStringLiteral(R"(,{password,<<"s3cret">>})")).ok());
        const auto wrong = with(QStringLiteral(R"(,{password,"sesame"})"));
        QVERIFY(!wrong.ok());
        QCOMPARE(wrong.error().file->kind, TlsFileError::Kind::WrongPassphrase);
        QVERIFY(!wrong.error().detail.contains(QStringLiteral("sesame")));
        const auto missing = with({});
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().file->kind, TlsFileError::Kind::PassphraseNeeded);
    }

    void whatWeDoNotHonourIsSaid()
    {
        const auto result = parse(QStringLiteral(R"([{client, [
            {cacertfile, "%D/ca.pem"},
            {ciphers, ["ECDHE"]},
            {reuse_sessions, true},
            {made_up, 1},
            inet6,
            {verify_fun, {fun m:f/3, []}},
            {server_name_indication, disable}]}].)"));
        QVERIFY(result.ok());
        using WarningKind = TlsOptionWarning::Kind;
        const std::vector<std::tuple<WarningKind, QString, int>> expected{
            {WarningKind::Unsupported, QStringLiteral("ciphers"), 3},
            {WarningKind::Unknown, QStringLiteral("made_up"), 5},
            {WarningKind::Unknown, QStringLiteral("inet6"), 1},
            {WarningKind::Unsupported, QStringLiteral("verify_fun"), 7},
            {WarningKind::Unsupported, QStringLiteral("server_name_indication"), 8},
        };
        const QList<TlsOptionWarning> &warnings = result.value().warnings;
        QCOMPARE(warnings.size(), qsizetype(expected.size()));
        for (qsizetype i = 0; i < warnings.size(); ++i) {
            const auto &[kind, option, line] = expected[std::size_t(i)];
            QCOMPARE(warnings[i].kind, kind);
            QCOMPARE(warnings[i].option, option);
            QCOMPARE(warnings[i].line, line);
            QCOMPARE(warnings[i].role, QStringLiteral("client"));
        }
    }

    void errors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("option");
        const auto row = [](const char *name, const char *text, Kind kind, int line, const char *option) {
            QTest::newRow(name) << QString::fromLatin1(text) << kind << line << QString::fromLatin1(option);
        };
        row("empty", "", Kind::Syntax, 1, "");
        row("unfinished", "[{client,\n [", Kind::Syntax, 2, "");
        row("two terms", "[].\n[].", Kind::Syntax, 2, "");
        row("no list", "{client, []}.", Kind::NotOptions, 1, "");
        row("no role", "[\n{clients, []}].", Kind::NotOptions, 2, "");
        row("no options", "[{client, all}].", Kind::NotOptions, 1, "");
        row("no authority", "[\n\n{client, []}].", Kind::NoAuthorities, 3, "");
        row("verify without authority", "[{client,[\n{verify,verify_peer}]}].", Kind::NoAuthorities, 2,
            "verify");
        row("verify", "[{client,[{verify,yes}]}].", Kind::BadValue, 1, "verify");
        row("versions", "[{client,[{verify,verify_none},\n{versions,['sslv3']}]}].", Kind::BadValue, 2,
            "versions");
        row("old versions alone", "[{client,[{verify,verify_none},{versions,['tlsv1.1']}]}].", Kind::BadValue,
            1, "versions");
        row("demand", "[{server,[{fail_if_no_peer_cert,1}]}].", Kind::BadValue, 1, "fail_if_no_peer_cert");
        row("depth", "[{client,[{depth,-1}]}].", Kind::BadValue, 1, "depth");
        row("password", "[{client,[{password,7}]}].", Kind::BadValue, 1, "password");
        row("server name", "[{client,[{server_name_indication,none}]}].", Kind::BadValue, 1,
            "server_name_indication");
        row("file name", "[{client,[{cacertfile,[]}]}].", Kind::BadValue, 1, "cacertfile");
        row("no file", "[{client,[\n{cacertfile,\"%D/nothing\"}]}].", Kind::File, 2, "cacertfile");
        row("no certificate", "[{client,[{cacertfile,\"%D/node.key\"}]}].", Kind::File, 1, "cacertfile");
        row("no key", "[{client,[{cacertfile,\"%D/ca.pem\"},{certfile,\"%D/node.pem\"}]}].", Kind::File, 1,
            "certfile");
        row("another key",
            "[{client,[{cacertfile,\"%D/ca.pem\"},{certfile,\"%D/node.pem\"},\n "
            "{keyfile,\"%D/other.key\"}]}].",
            Kind::KeyDoesNotFit, 2, "keyfile");
        row("bare server", "[{server,[{cacertfile,\"%D/ca.pem\"}]}].", Kind::NoCertificate, 1, "");
    }
    void errors()
    {
        QFETCH(QString, text);
        QFETCH(Kind, kind);
        const auto result = parse(text);
        QVERIFY(!result.ok());
        QCOMPARE(kindName(result.error().kind), kindName(kind));
        QTEST(result.error().line, "line");
        QTEST(result.error().option, "option");
    }

    void filesBesideTheOptions()
    {
        QFile file(m_folder.filePath(QStringLiteral("ssl.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[{client,[{cacertfile,\"ca.pem\"}]}].\n");
        file.close();
        QVERIFY(readTlsOptionFile(file.fileName()).ok());
        const auto missing = readTlsOptionFile(m_folder.filePath(QStringLiteral("none")));
        QCOMPARE(missing.error().kind, Kind::Unreadable);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(MaxTlsFile + 1, ' '));
        file.close();
        QCOMPARE(readTlsOptionFile(file.fileName()).error().kind, Kind::TooLarge);
    }

    void whatIsMadeIsDescribed()
    {
        const CertificateRequest request{QStringLiteral("Ärger"),
                                         {QStringLiteral("db.example"), QStringLiteral("::1")}};
        const TlsCertificate made = describe(TlsMaterial::certificates(m_ca.issue(request)).front());
        QCOMPARE(made.commonName, request.commonName);
        QCOMPARE(made.issuer, QStringLiteral("CN=Test CA"));
        QVERIFY(made.names.contains(QStringLiteral("db.example")));
        QVERIFY(!made.authority && !made.selfIssued);
        QCOMPARE(made.sha256.size(), 32);
        QVERIFY(made.notBefore < QDateTime::currentDateTimeUtc() &&
                made.notAfter > QDateTime::currentDateTimeUtc());
        const TlsCertificate ca = describe(TlsMaterial::certificates(m_ca.ca).front());
        QVERIFY(ca.authority && ca.selfIssued);
        QVERIFY(!makeSelfSigned({QStringLiteral("x"), {QStringLiteral("a,IP:1.2.3.4")}}).ok());
    }

    void hosts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("fits");
        QTest::newRow("same") << "db.example"
                              << "db.example" << true;
        QTest::newRow("case") << "DB.example"
                              << "db.EXAMPLE" << true;
        QTest::newRow("short") << "db"
                               << "db" << true;
        QTest::newRow("domain") << "db.example"
                                << "db" << false;
        QTest::newRow("wildcard") << "*.example.org"
                                  << "db.example.org" << true;
        QTest::newRow("two levels") << "*.example.org"
                                    << "a.b.example.org" << false;
        QTest::newRow("part of a label") << "d*.example.org"
                                         << "db.example.org" << false;
        QTest::newRow("address") << "10.0.0.1"
                                 << "10.0.0.1" << true;
        QTest::newRow("other address") << "10.0.0.1"
                                       << "10.0.0.2" << false;
        QTest::newRow("IPv6") << "::1"
                              << "0:0:0:0:0:0:0:1" << true;
    }
    void hosts()
    {
        QFETCH(QString, name);
        QFETCH(QString, host);
        const auto certificate = TlsMaterial::certificates(m_ca.issue(name)).front();
        QTEST(isForHost(certificate, host), "fits");
        const CertificateRequest bare{host, {}};
        QVERIFY(!isForHost(TlsMaterial::certificates(m_ca.issue(bare)).front(), host));
    }

private:
    TlsOptionResult parse(QString text)
    {
        return parseTlsOptions(text.replace(QLatin1String("%D"), m_folder.path()),
                               m_folder.filePath(QStringLiteral("test.conf")));
    }
    void put(const char *name, QByteArrayView bytes)
    {
        QVERIFY(writeOwnerFile(m_folder.filePath(QString::fromLatin1(name)), bytes).ok());
    }

    QTemporaryDir m_folder;
    TlsMaterial m_ca;
};

QTEST_GUILESS_MAIN(tst_TlsOptionFile)
#include "tst_TlsOptionFile.moc"
