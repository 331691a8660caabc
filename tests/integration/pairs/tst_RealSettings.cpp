#include <QFile>

#include "PairBench.h"
#include "doctor/settings/Probes.h"
#include "term/Printer.h"

using namespace nodescope;
using namespace nodescope::test;
using Settings = doctor::NodeSettings;
using Language = Peer::Language;

/// What real nodes tell of themselves, and that they are the same afterwards.
class tst_RealSettings : public QObject
{
    Q_OBJECT

    PairBench m_bench;

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
    }

    void formsAreWhatTheCompilerMakesOfTheText_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"settings", "view", "cookie_digest", "watch", "figures", "relay",
                                 "processes", "process", "supervision"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void formsAreWhatTheCompilerMakesOfTheText()
    {
        QFETCH(QString, name);
        const QString stem = sourceFile(QStringLiteral("resources/probes/") + name);
        PeerCommand erl = peerCommand(QStringLiteral("erl"));
        // On the machine's own release: a root of another cannot see the sources.
        if (!peerRoot().isEmpty())
            QSKIP("the sources are not visible in the peers' root");
        erl.arguments << QStringLiteral("-noshell") << QStringLiteral("-eval")
                      << QStringLiteral("{ok, B} = file:read_file(\"%1.erl\"), "
                                        "{ok, T, _} = erl_scan:string(binary_to_list(B)), "
                                        "{ok, F} = erl_parse:parse_exprs(T), "
                                        "{ok, [G]} = file:consult(\"%1.forms\"), "
                                        "L = fun(X) -> erl_parse:map_anno(fun(_) -> 1 end, X) end, "
                                        "io:format(\"~p\", [lists:map(L, F) =:= G]), halt().")
                             .arg(stem);
        QCOMPARE(outputOf(erl), QStringLiteral("true"));
    }
    void aNodeTellsHowItIsSet()
    {
        const auto peer = m_bench.start(
            QStringLiteral("set@127.0.0.1"),
            QStringLiteral("-kernel net_ticktime 44 inet_dist_listen_min 9100 inet_dist_listen_max 9199 "
                           "connect_all false dist_auto_connect once prevent_overlapping_partitions false")
                .split(u' '));
        QVERIFY(peer && m_bench.reach(*peer));
        const QString before = PairBench::traces(*peer);
        const Settings settings = m_bench.settingsOf(peer->name());
        QCOMPARE(int(settings.source), int(Settings::Source::Probe));
        QCOMPARE(settings.releaseNumber(), Peer::otpRelease());
        QVERIFY(!settings.erts.isEmpty() && !settings.kernel.isEmpty());
        QCOMPARE(settings.netKernelAnswers, true);
        QCOMPARE(int(settings.nameMode), int(Settings::NameMode::Long));
        QCOMPARE(settings.netTickTime, 44);
        QCOMPARE(settings.connectAll, false);
        QCOMPARE(settings.autoConnect, QStringLiteral("once"));
        QCOMPARE(settings.preventsPartitions, false);
        QCOMPARE(settings.listenMin, quint16(9100));
        QCOMPARE(settings.listenMax, quint16(9199));
        QCOMPARE(settings.protocols, QStringList{QStringLiteral("inet_tcp")});
        QCOMPARE(settings.allowed, QStringList());
        QCOMPARE(settings.epmdPort, m_bench.epmd.port());
        QCOMPARE(settings.startsEpmd, false);
        QCOMPARE(int(settings.ownEpmd), int(Settings::OwnEpmd::Listed));
        QCOMPARE(settings.cookieOnCommandLine, true);
        QCOMPARE(settings.cookieWellKnown, false);
        QCOMPARE(int(settings.cookieLength), int(Settings::CookieLength::Medium));
        QVERIFY(settings.flags);
        QCOMPARE(settings.isHidden, false);
        QVERIFY(PairBench::isAsBefore(*peer, before));
        QCOMPARE(PairBench::complaintsOf(*peer), 0);
    }
    void defaultsAreThoseOfTheRelease()
    {
        const auto peer = m_bench.start(QStringLiteral("plain@127.0.0.1"), {}, QStringLiteral("secret"));
        QVERIFY(peer && m_bench.reach(*peer, "secret"));
        doctor::SettingsQuestion question;
        question.epmdFromOutside = true;
        const Settings settings = m_bench.settingsOf(peer->name(), question);
        QCOMPARE(settings.connectAll, true);
        QCOMPARE(settings.autoConnect, QStringLiteral("always"));
        QCOMPARE(settings.preventsPartitions, Peer::otpRelease() >= 25);
        QCOMPARE(settings.listens, true);
        // The test's EPMD listens on 127.0.0.1 alone.
        QCOMPARE(settings.epmdAnswersAt, QStringList());
        QCOMPARE(settings.cookieWellKnown, true);
        QCOMPARE(int(settings.cookieLength), int(Settings::CookieLength::Short));
    }
    void theCookieItselfIsNowhere()
    {
        const auto peer = m_bench.start(QStringLiteral("keeper@127.0.0.1"), {}, QStringLiteral("tellnobody"));
        QVERIFY(peer && m_bench.reach(*peer, "tellnobody"));
        dist::CallRequest request;
        request.node = peer->name();
        request.module = QStringLiteral("erl_eval");
        request.function = QStringLiteral("exprs");
        request.arguments = {doctor::probes::settingsForms(),
                             doctor::probes::settingsBindings({peer->name()}, doctor::makeNonce(), true)};
        const dist::CallResult result = m_bench.call(request);
        QVERIFY(result.value());
        const QString text = term::toErlang(*result.value());
        QVERIFY(text.contains(QLatin1String("otp_release")));
        QVERIFY(!text.contains(QLatin1String("tellnobody")));
    }
    void aCookieFileThatOthersMayRead()
    {
        const auto peer = m_bench.start(QStringLiteral("file@127.0.0.1"));
        QVERIFY(peer && m_bench.reach(*peer));
        QVERIFY(m_bench.settingsOf(peer->name()).cookieFileModes.isEmpty());
        QCOMPARE(peer->evaluate(QStringLiteral(
                     "{ok, [[H]]} = init:get_argument(home), F = filename:join(H, \".erlang.cookie\"), "
                     "ok = file:write_file(F, <<\"x\">>), file:change_mode(F, 8#644).")),
                 QStringLiteral("{ok,ok}"));
        QCOMPARE(m_bench.settingsOf(peer->name()).cookieFileModes, QList<int>{0644});
    }
    void aCNodeTellsNothing()
    {
        if (const QString why = Peer::whyUnavailable(Language::C); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto peer =
            m_bench.start(QStringLiteral("c@127.0.0.1"), {}, QStringLiteral("peers-cookie"), Language::C);
        QVERIFY(peer && m_bench.reach(*peer));
        const Settings settings = m_bench.settingsOf(peer->name());
        QCOMPARE(int(settings.source), int(Settings::Source::None));
        QVERIFY(settings.flags);
    }
    void aNodeThatIsNotConnectedTellsNothing()
    {
        const Settings settings = m_bench.settingsOf(base::NodeName::literal(u"nobody@127.0.0.1"));
        QCOMPARE(int(settings.source), int(Settings::Source::None));
        QVERIFY(!settings.flags);
    }
};

QTEST_GUILESS_MAIN(tst_RealSettings)
#include "tst_RealSettings.moc"
