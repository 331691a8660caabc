#include <QtTest>

#include "cluster/Profile.h"

using namespace nodescope::cluster;
using nodescope::base::NodeName;

namespace {
Profile shop()
{
    Profile profile;
    profile.name = QStringLiteral("Shop, Berlin");
    profile.entry = {NodeName::literal(u"web1@10.0.0.7")};
    profile.expected = {NodeName::literal(u"web1@10.0.0.7"), NodeName::literal(u"db@10.0.0.8")};
    profile.sources = {EpmdOfHost{QStringLiteral("10.0.0.8"), 4369},
                       GossipGroup{QStringLiteral("230.1.1.251"), 45892, {}, QStringLiteral("/run/secret")}};
    profile.cookieFile = QStringLiteral("/srv/me/.cookie");
    profile.tlsOptionFile = QStringLiteral("/srv/me/tls.conf");
    profile.epmdPort = 4370;
    profile.placements = {{NodeName::literal(u"db@10.0.0.8"), -12.5, 40, true}};
    return profile;
}

QByteArray with(const char *field, const char *value)
{
    QByteArray json = R"({"nodescope_profile": 1, "name": "x", "%1": %2})";
    return json.replace("%1", field).replace("%2", value);
}
} // namespace

class tst_Profile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBack()
    {
        const auto read = readProfile(toJson(shop(), false));
        QVERIFY(read.ok());
        QVERIFY(*read == shop());
    }

    void whatIsSharedHoldsNoPathOfThisMachine()
    {
        const QByteArray json = toJson(shop(), true);
        for (const char *secret : {"cookie", "tls", "/run", "/srv"})
            QVERIFY2(!json.contains(secret), secret);
        const auto read = readProfile(json);
        QVERIFY(read.ok());
        QCOMPARE(read->expected, shop().expected);
        QCOMPARE(read->sources.size(), 2);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &json, ProfileFault fault,
                            const QString &detail = {}) {
            QTest::newRow(name) << json << int(fault) << detail;
        };
        row("empty", {}, ProfileFault::NotJson);
        row("cut", toJson(shop(), false).left(200), ProfileFault::NotJson);
        row("a list", "[1,2]", ProfileFault::NotAProfile);
        row("other JSON", R"({"name": "x"})", ProfileFault::NotAProfile);
        row("later", R"({"nodescope_profile": 2, "name": "x"})", ProfileFault::LaterVersion,
            QStringLiteral("2"));
        row("no name", R"({"nodescope_profile": 1})", ProfileFault::BadValue, QStringLiteral("name"));
        row("name of two lines", R"({"nodescope_profile": 1, "name": "a\nb"})", ProfileFault::BadValue,
            QStringLiteral("name"));
        row("no node", with("entry", R"(["nobody"])"), ProfileFault::BadValue, QStringLiteral("entry"));
        row("no list", with("expected", "7"), ProfileFault::BadValue, QStringLiteral("expected"));
        row("no source", with("sources", R"([{"kind": "telepathy"}])"), ProfileFault::BadValue,
            QStringLiteral("sources"));
        row("no port", with("epmd_port", "0"), ProfileFault::BadValue, QStringLiteral("epmd_port"));
        row("no path", with("cookie_file", "[]"), ProfileFault::BadValue, QStringLiteral("cookie_file"));
        row("far away", with("placements", R"([{"node": "a@b", "x": 1e300, "y": 0}])"),
            ProfileFault::BadValue, QStringLiteral("placements"));
        row("huge", QByteArray(MaxProfileBytes + 1, ' '), ProfileFault::TooLarge);
    }
    void faults()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const int, fault);
        QFETCH(const QString, detail);
        const auto read = readProfile(json);
        QVERIFY(!read.ok());
        QCOMPARE(int(read.error().fault), fault);
        if (!detail.isEmpty())
            QCOMPARE(read.error().detail, detail);
    }

    void everyCutAndFlipIsAnswered()
    {
        const QByteArray whole = toJson(shop(), false);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QVERIFY(!readProfile(whole.left(i)).ok() || i >= whole.size() - 1);
            QByteArray flipped = whole;
            flipped[i] = char(flipped[i] ^ 0x10);
            const auto read = readProfile(flipped);
            QVERIFY(read.ok() || !identifierOf(read.error().fault).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(tst_Profile)
#include "tst_Profile.moc"
