#include <QTemporaryDir>
#include <QTest>

#include "dist/EpmdServer.h"
#include "session/LiveSession.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::session;
using base::NodeName;

namespace {

const NodeName Web = NodeName::literal(u"web@127.0.0.1");
const NodeName Db = NodeName::literal(u"db@127.0.0.1");

/// A session beside a port mapper that knows nobody.
struct Room
{
    base::SystemClock clock;
    dist::EpmdServer epmd;
    quint16 port = *epmd.listen(0);
    std::unique_ptr<LiveSession> session;
    QStringList failures;

    Room()
    {
        LiveSettings settings;
        settings.epmdPort = port;
        session = std::make_unique<LiveSession>(clock, settings, dist::CookieStore());
        QObject::connect(session.get(), &LiveSession::changed, session.get(), [this](const Deltas &deltas) {
            for (const Delta &delta : deltas) {
                if (const auto *failed = std::get_if<IntentFailed>(&delta))
                    failures.append(failed->reason);
            }
        });
    }
    [[nodiscard]] const Cluster &cluster() const { return session->picture().cluster(); }
};

Profile shop(quint16 port)
{
    Profile profile;
    profile.name = QStringLiteral("Shop");
    profile.expected = {Web, Db};
    profile.sources = {EpmdOfHost{QStringLiteral("127.0.0.1"), port}};
    profile.epmdPort = port;
    return profile;
}

} // namespace

/// Profiles opened, changed and left.
class tst_LiveProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatConnectedNodesSeeIsASourceFromTheBegin()
    {
        const Room room;
        QCOMPARE(room.cluster().sources().size(), 1);
        QVERIFY(room.cluster().sources().value(QStringLiteral("neighbours")).on);
    }

    void expectedNodesAreMissedAndSourcesAsked()
    {
        Room room;
        room.session->perform(OpenProfile{shop(room.port), {}});
        QCOMPARE(room.cluster().session().profile, QStringLiteral("Shop"));
        QCOMPARE(room.cluster().node(Web)->state, NodeState::Expected);
        const QString epmd = sourceId(shop(room.port).sources.first());
        QTRY_VERIFY_WITH_TIMEOUT(!room.cluster().sources().value(epmd).asked.isNull(), 30'000);
        QCOMPARE(room.cluster().sources().value(epmd).problem, SourceProblem::None);
        // EPMD was asked for them, and has none.
        QCOMPARE(room.cluster().node(Db)->sightings.size(), 2);
        QVERIFY(room.failures.isEmpty());

        room.session->perform(CloseProfile{});
        QVERIFY(room.cluster().session().profile.isEmpty());
        QVERIFY(!room.cluster().node(Web));
        QCOMPARE(room.cluster().sources().size(), 1);
    }

    void theComparisonMissesThem()
    {
        Room room;
        room.session->perform(OpenProfile{shop(room.port), {}});
        room.session->perform(CompareSettings{});
        QTRY_VERIFY_WITH_TIMEOUT(room.cluster().lint().time.isValid() && !room.cluster().lint().running,
                                 30'000);
        const QList<LintFinding> findings = room.cluster().lint().findings;
        const auto absent = std::find_if(findings.begin(), findings.end(), [](const LintFinding &finding) {
            return finding.rule == LintRule::ExpectedAbsent;
        });
        QVERIFY(absent != findings.end());
        qsizetype missed = 0;
        for (const LintGroup &group : absent->groups)
            missed += group.nodes.size();
        QCOMPARE(missed, 2);
    }

    void anotherProfileTakesThePlaceOfTheFirst()
    {
        Room room;
        room.session->perform(OpenProfile{shop(room.port), {}});
        Profile other;
        other.name = QStringLiteral("Other");
        other.expected = {Db};
        room.session->perform(OpenProfile{other, {}});
        QVERIFY(!room.cluster().node(Web));
        QVERIFY(room.cluster().node(Db)->expected);
        QCOMPARE(room.cluster().sources().size(), 2); // its list, and the neighbours
    }

    void entryNodesAreDialledWithTheCookieOfTheFile()
    {
        Room room;
        QTemporaryDir folder;
        Profile profile = shop(room.port);
        profile.entry = {Web};
        profile.cookieFile = folder.filePath(QStringLiteral("cookie"));
        room.session->perform(OpenProfile{profile, {}});
        QTRY_COMPARE(room.failures, QStringList{QStringLiteral("cookie_file_not_found")});
        QCOMPARE(room.cluster().node(Web)->state, NodeState::Expected);

        QFile file(profile.cookieFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("profiles-cookie");
        file.close();
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        room.session->perform(OpenProfile{profile, {}});
        QTRY_COMPARE_WITH_TIMEOUT(room.cluster().node(Web)->state, NodeState::Failed, 30'000);
        QCOMPARE(room.cluster().node(Web)->cause, Cause::NotRegistered);
        QVERIFY(room.cluster().node(Web)->expected);
        room.session->perform(Dismiss{selfName(), Web});
        QCOMPARE(room.cluster().node(Web)->state, NodeState::Expected);
    }

    void sourcesThatCannotBeAskedAreRefused()
    {
        Room room;
        room.session->perform(AddSource{EpmdOfHost{}});
        room.session->perform(SwitchSource{QStringLiteral("none"), false});
        room.session->perform(RemoveSource{QStringLiteral("none")});
        const QString none = QStringLiteral("no_such_source");
        QTRY_COMPARE(room.failures, (QStringList{QStringLiteral("source_not_usable"), none, none}));
        room.session->perform(SwitchSource{QStringLiteral("neighbours"), false});
        QVERIFY(!room.cluster().sources().value(QStringLiteral("neighbours")).on);
    }
};

QTEST_GUILESS_MAIN(tst_LiveProfile)
#include "tst_LiveProfile.moc"
