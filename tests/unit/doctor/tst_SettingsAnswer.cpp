#include <QtTest>

#include "doctor/settings/Probes.h"
#include "doctor/settings/SettingsAnswer.h"
#include "term/Parser.h"

using namespace nodescope;
using doctor::NodeSettings;
using doctor::PeerView;
using term::Term;

namespace {
Term erl(const char *text)
{
    const auto parsed = term::parse(QString::fromUtf8(text));
    return parsed.ok() ? *parsed : Term();
}
} // namespace

class tst_SettingsAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeAnswer()
    {
        NodeSettings settings;
        QVERIFY(doctor::readSettings(
            erl("[{longnames,true},{net_ticktime,{ongoing_change_to,30}},{allowed,{ok,['a@h',h]}},"
                "{otp_release,\"27\"},{version,\"15.2\"},{kernel,\"10.2\"},{elixir,\"1.18.0\"},"
                "{args,[{proto_dist,[[\"inet6_tls\"]]},{dist_listen,[[\"false\"]]},{start_epmd,[[\"false\"]]}"
                ","
                "{epmd_module,[[\"my_epmd\"]]},{erl_epmd_port,[[\"9000\"]]},{hidden,[[]]}]},"
                "{env,[{connect_all,false},{dist_auto_connect,never},{prevent_overlapping_partitions,false},"
                "{inet_dist_listen_min,9100},{inet_dist_listen_max,9105}]},"
                "{visible,['b@h',nonsense]},{hidden,['c@h']},{cookie,<<1,2>>},{cookies,[{'b@h',<<3,4>>}]},"
                "{length,short},{setcookie,false},{mode,[256,420]},"
                "{ssl_dist_opt,{true,[{server,true,verify_peer},{client,false,\"verify_none\"}]}},"
                "{epmd_port,4369},{address,\"0.0.0.0\"},{epmd,{\"a\",4711}},"
                "{addresses,[{192,0,2,1}]}]"),
            settings));
        QCOMPARE(int(settings.source), int(NodeSettings::Source::Probe));
        QCOMPARE(int(settings.nameMode), int(NodeSettings::NameMode::Long));
        QCOMPARE(settings.netTickTime, 30);
        QCOMPARE(settings.allowed, (QStringList{QStringLiteral("a@h"), QStringLiteral("h")}));
        QCOMPARE(settings.releaseNumber(), 27);
        QCOMPARE(settings.elixir, QStringLiteral("1.18.0"));
        QCOMPARE(settings.usesTls(), true);
        QCOMPARE(settings.usesIpv6(), true);
        QCOMPARE(settings.listens, false);
        QCOMPARE(settings.startsEpmd, false);
        QCOMPARE(settings.epmdModule, QStringLiteral("my_epmd"));
        QCOMPARE(settings.fixedPort, quint16(9000));
        QCOMPARE(settings.isHidden, true);
        QCOMPARE(settings.connectAll, false);
        QCOMPARE(settings.autoConnect, QStringLiteral("never"));
        QCOMPARE(settings.preventsPartitions, false);
        QCOMPARE(settings.listenMax, quint16(9105));
        QCOMPARE(settings.visible->size(), 1);
        QVERIFY(settings.isHiddenlyConnectedTo(base::NodeName::literal(u"c@h")));
        QCOMPARE(settings.cookieDigests.value(base::NodeName::literal(u"b@h")), QByteArray("\3\4"));
        QCOMPARE(settings.cookieFileModes, (QList<int>{0400, 0644}));
        QCOMPARE(settings.tls->client.verify, QStringLiteral("verify_none"));
        QVERIFY(settings.tls->server.authorities && !settings.tls->client.authorities);
        QCOMPARE(int(settings.ownEpmd), int(NodeSettings::OwnEpmd::Listed));
        QCOMPARE(settings.ownEpmdPort, quint16(4711));
        QCOMPARE(settings.epmdAnswersAt, QStringList{QStringLiteral("192.0.2.1")});
    }
    void aSilentNetKernel()
    {
        NodeSettings settings;
        QVERIFY(doctor::readSettings(erl("[{net_kernel,timeout},{otp_release,\"25\"}]"), settings));
        QCOMPARE(settings.netKernelAnswers, false);
        QVERIFY(!settings.allowed && !settings.netTickTime);
        QCOMPARE(int(settings.nameMode), int(NodeSettings::NameMode::Unknown));
    }
    void defaultsByRelease_data()
    {
        QTest::addColumn<QString>("release");
        QTest::addColumn<int>("prevents");
        QTest::newRow("23") << QStringLiteral("23") << 0;
        QTest::newRow("24") << QStringLiteral("24") << 0;
        QTest::newRow("25") << QStringLiteral("25") << 1;
        QTest::newRow("29") << QStringLiteral("29") << 1;
        QTest::newRow("practice") << QStringLiteral("practice") << -1;
    }
    void defaultsByRelease()
    {
        QFETCH(QString, release);
        QFETCH(int, prevents);
        NodeSettings settings;
        QVERIFY(doctor::readSettings(
            Term::list({Term::tuple({Term::atom(QLatin1String("otp_release")), Term::charlist(release)})}),
            settings));
        QCOMPARE(settings.preventsPartitions ? int(*settings.preventsPartitions) : -1, prevents);
        QCOMPARE(settings.protocols.has_value(), prevents >= 0);
    }
    void nonsenseIsNotKnown_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"[]", "no", "[x]", "[{a}]", "[{args,x},{env,[y]},{visible,#{}}]",
              "[{mode,x},{cookies,[{1,2}]}]",
              "[{longnames,ignored},{net_ticktime,ignored},{allowed,ignored}]", "[{net_ticktime,-5}]",
              "[{ssl_dist_opt,{x}},{epmd,{x,y}},{addresses,[{1,2},x]},{epmd_port,99999999999999999999}]",
              "[{args,[{erl_epmd_port,[[\"99999\"]]},{proto_dist,[]}]}]"})
            QTest::newRow(text) << QByteArray(text);
    }
    void nonsenseIsNotKnown()
    {
        QFETCH(QByteArray, text);
        NodeSettings settings;
        doctor::readSettings(erl(text.constData()), settings);
        QVERIFY(!settings.netTickTime && !settings.allowed && !settings.epmdPort && !settings.fixedPort);
        QVERIFY(!settings.protocols && !settings.usesTls());
        QVERIFY(settings.cookieDigests.isEmpty());
        QCOMPARE(int(settings.ownEpmd), int(NodeSettings::OwnEpmd::Unknown));
        QVERIFY(!doctor::readView(erl(text.constData())));
    }
    void views_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("epmd");
        QTest::addColumn<QString>("answer");
        using Epmd = PeerView::Epmd;
        const auto row = [](const char *text, Epmd epmd, const char *answer) {
            QTest::newRow(text) << QByteArray(text) << int(epmd) << QString::fromLatin1(answer);
        };
        row("{{ok,{192,0,2,1}},{error,nxdomain},ok,{port,4711,6},ok}", Epmd::Found, "4711");
        row("{{ok,{192,0,2,1}},{error,nxdomain},ok,noport,skipped}", Epmd::NotRegistered, "noport");
        row("{{ok,{192,0,2,1}},{error,nxdomain},{error,econnrefused},skipped,skipped}", Epmd::Unreachable,
            "econnrefused");
        row("{{ok,{192,0,2,1}},{error,nxdomain},skipped,{port,9000,5},skipped}", Epmd::Bypassed, "9000");
        row("{{error,nxdomain},{error,nxdomain},skipped,skipped,skipped}", Epmd::Unknown, "");
        // A mapper of somebody's own that says no: not what EPMD would have said.
        row("{{ok,{192,0,2,1}},{error,nxdomain},skipped,noport,skipped}", Epmd::Unknown, "");
    }
    void views()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, epmd);
        QFETCH(QString, answer);
        const auto view = doctor::readView(erl(text.constData()));
        QVERIFY(view);
        QCOMPARE(int(view->epmd), epmd);
        QCOMPARE(view->epmdAnswer, answer);
        QCOMPARE(view->resolvesElse, false);
        if (view->resolves == true)
            QCOMPARE(view->resolution, QStringLiteral("192.0.2.1"));
    }
    void addressesOfBothKinds()
    {
        PeerView view;
        doctor::readResolution(erl("{ok,{8193,3512,0,0,0,0,0,1}}"), view);
        QCOMPARE(view.resolution, QStringLiteral("2001:db8::1"));
    }
    void formsAreReadable()
    {
        QVERIFY(doctor::probes::settingsForms().size() > 5);
        QVERIFY(doctor::probes::viewForms().size() > 5);
        QCOMPARE(doctor::probes::cookieDigestForms().size(), 1);
    }
};

QTEST_APPLESS_MAIN(tst_SettingsAnswer)
#include "tst_SettingsAnswer.moc"
