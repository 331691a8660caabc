#include <QtTest>

#include "doctor/evictions/EvictionStories.h"

using namespace nodescope;
using namespace nodescope::cluster;
using doctor::EvictionStory;
using doctor::NodeSettings;

namespace {

base::NodeName name(QChar letter)
{
    return base::NodeName::literal(QString(QString(letter) + QStringLiteral("@h")));
}

/// `120 c b disconnect` is: after 120 ms c said that it lost b, for that reason. `up` and `hidden` as reasons
/// are nodeups.
QList<Event> eventsOf(const QStringList &lines)
{
    QList<Event> events;
    for (const QString &line : lines) {
        const QStringList words = line.split(u' ');
        Event event;
        event.id = quint64(events.size() + 1);
        event.at = base::Instant(std::chrono::milliseconds(1000 + words.at(0).toInt()));
        event.source = name(words.at(1).at(0));
        event.node = name(words.at(2).at(0));
        const bool up = words.at(3) == QLatin1String("up") || words.at(3) == QLatin1String("hidden");
        event.kind = up ? EventKind::NodeUp : EventKind::NodeDown;
        event.reason = words.at(3) == QLatin1String("up") ? QStringLiteral("visible") : words.at(3);
        events.append(event);
    }
    return events;
}

doctor::Prevention told(const char *preventing, const char *others = "")
{
    doctor::Prevention all;
    const auto add = [&all](const char *letters, bool prevents) {
        for (const char *letter = letters; *letter != 0; ++letter) {
            NodeSettings one;
            one.node = name(QLatin1Char(*letter));
            one.preventsPartitions = prevents;
            one.connectAll = true;
            all.note(one);
        }
    };
    add(preventing, true);
    add(others, false);
    return all;
}

/// `ab: cb ca`.
QString textOf(const EvictionStory &story)
{
    const auto pair = [](const doctor::LostLink &link) -> QString {
        return link.by.name() + link.node.name();
    };
    QStringList evicted;
    for (const doctor::LostLink &link : story.evicted)
        evicted.append(pair(link));
    return pair(story.first) + QStringLiteral(": ") + evicted.join(u' ');
}

} // namespace

class tst_EvictionStories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stories_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QStringList>("stories");
        const auto row = [](const char *title, const QStringList &lines, const QStringList &stories) {
            QTest::newRow(title) << lines << stories;
        };
        const auto list = [](std::initializer_list<const char *> texts) {
            QStringList all;
            for (const char *text : texts)
                all.append(QLatin1String(text));
            return all;
        };
        row("three nodes, one cut",
            list({"0 a b disconnect", "2 b a connection_closed", "90 c b disconnect",
                  "92 b c connection_closed", "130 c a disconnect", "131 a c connection_closed"}),
            list({"ab: cb ca"}));
        // OTP 25.2.3 on a loaded machine: all words in one turn of our loop.
        row("three nodes, as recorded",
            list({"0 a b disconnect", "0 a c disconnect", "0 b a connection_closed", "0 b c disconnect",
                  "0 c b connection_closed", "0 c a connection_closed"}),
            list({"ab: ac bc"}));
        row("the other end's word came first",
            list({"0 b a connection_closed", "1 a b disconnect", "90 c b disconnect"}), list({"ab: cb"}));
        row("a cable", list({"0 a b net_tick_timeout", "900 b a net_tick_timeout", "1000 c b disconnect"}),
            list({"ab: cb"}));
        row("a chain", list({"0 a b connection_closed", "100 c b disconnect", "200 d c disconnect"}),
            list({"ab: cb dc"}));
        row("a node that died",
            list({"0 a b connection_closed", "1 c b connection_closed", "1 d b connection_closed"}), {});
        row("a cut and no more", list({"0 a b disconnect", "1 b a connection_closed"}), {});
        row("too late", list({"0 a b connection_closed", "9000 c b disconnect"}), {});
        row("elsewhere", list({"0 a b connection_closed", "100 c d disconnect"}), {});
        row("nobody prevents it", list({"0 x y disconnect", "100 z y disconnect"}), {});
        row("hidden links are none of global's",
            list({"0 a h hidden", "10 a h disconnect", "100 c h disconnect"}), {});
        row("twice",
            list({"0 a b disconnect", "100 c b disconnect", "5000 a b up", "5001 c b up",
                  "60000 b a net_tick_timeout", "60100 c a disconnect"}),
            list({"ab: cb", "ba: ca"}));
        row("nothing", {}, {});
    }
    void stories()
    {
        QFETCH(QStringList, lines);
        QFETCH(QStringList, stories);
        QStringList found;
        for (const EvictionStory &story : doctor::evictionStories(eventsOf(lines), told("abcd", "xyz"))) {
            found.append(textOf(story));
            QCOMPARE(story.certainty, Certainty::AlmostCertain);
            QCOMPARE(doctor::stepsOf(story).size(), story.evicted.size() + 1);
            QCOMPARE(doctor::doubtsOf(story).size(), story.doubts.size());
            QVERIFY(doctor::titleOf(story).contains(story.first.by.text()));
        }
        QCOMPARE(found, stories);
    }
    void whatIsNotKnownIsSaid()
    {
        const QList<Event> events =
            eventsOf({QStringLiteral("0 a b disconnect"), QStringLiteral("5 c b disconnect")});
        const QList<EvictionStory> unknown = doctor::evictionStories(events, {});
        QCOMPARE(unknown.size(), 1);
        QCOMPARE(unknown.front().certainty, Certainty::CannotDistinguish);
        QCOMPARE(unknown.front().doubts, (QStringList{QStringLiteral("order"), QStringLiteral("prevention"),
                                                      QStringLiteral("person")}));
        const QList<EvictionStory> known = doctor::evictionStories(events, told("abc"));
        QCOMPARE(known.front().certainty, Certainty::AlmostCertain);
        QCOMPARE(known.front().doubts, (QStringList{QStringLiteral("order"), QStringLiteral("person")}));
        const QList<Event> closed =
            eventsOf({QStringLiteral("0 a b connection_closed"), QStringLiteral("500 c b disconnect")});
        QCOMPARE(doctor::evictionStories(closed, told("abc")).front().doubts,
                 QStringList{QStringLiteral("first_cause")});
        QVERIFY(doctor::evictionStories(events, told("ab", "c")).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_EvictionStories)
#include "tst_EvictionStories.moc"
