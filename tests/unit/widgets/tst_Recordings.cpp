#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "widgets/mainwindow/RecordingSign.h"
#include "widgets/replay/RecordingActions.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;

namespace {
/// A start of the program, with the settings of those before.
struct Start
{
    explicit Start(const QString &settingsFile)
        : settings(settingsFile, QSettings::IniFormat)
        , recent(settings)
        , actions(desk, recent, window)
        , failed(&desk, &TimeDesk::failed)
    {
        QObject::connect(&desk, &TimeDesk::wanted, &desk,
                         [this](const TimeIntent &intent) { wanted.append(intent); });
    }
    QSettings settings;
    QWidget window;
    TimeDesk desk;
    RecentRecordings recent;
    RecordingActions actions;
    QSignalSpy failed;
    QList<TimeIntent> wanted;
};

TimeState recordingTo(const QString &file)
{
    TimeState state;
    state.recording = file;
    state.recordedSince = QDateTime::currentMSecsSinceEpoch() - 12'300;
    return state;
}
} // namespace

class tst_Recordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCrashIsSpokenOfOnce()
    {
        const QString settings = settingsFile();
        TimeState state;
        state.leftovers = QStringList{recording(QStringLiteral("a")), recording(QStringLiteral("b"))};
        {
            Start first(settings);
            first.desk.setState(state);
            QCOMPARE(first.failed.size(), 2);
            QCOMPARE(first.failed.first().first().toString(), QStringLiteral("recording_leftover"));
            state.moment = 1;
            first.desk.setState(state);
            QCOMPARE(first.failed.size(), 2);
            QCOMPARE(first.recent.files().size(), 2);
        }
        Start second(settings);
        state.leftovers.append(recording(QStringLiteral("c")));
        second.desk.setState(state);
        QCOMPARE(second.failed.size(), 1);
        QCOMPARE(second.failed.first().last().toString(), QStringLiteral("c.nodescope"));
    }
    void theEndOfTheProgramIsNoCrash()
    {
        const QString settings = settingsFile();
        const QString file = recording(QStringLiteral("running"));
        {
            Start first(settings);
            first.actions.finish(); // nothing is recorded
            QVERIFY(first.wanted.isEmpty());
            first.desk.setState(recordingTo(file));
            first.actions.finish();
            QCOMPARE(first.wanted.size(), 1);
            QVERIFY(std::get<StopRecording>(first.wanted.first()).file.isEmpty());
            QCOMPARE(first.recent.files(), QStringList{file});
        }
        Start second(settings);
        TimeState state;
        state.leftovers = QStringList{file};
        second.desk.setState(state);
        QVERIFY(second.failed.isEmpty());
        QCOMPARE(second.recent.files(), QStringList{file});
    }
    void aDiskThatIsFullIsNoCrash()
    {
        Start start(settingsFile());
        const QString file = recording(QStringLiteral("half"));
        start.desk.setState(recordingTo(file));
        TimeState state;
        state.leftovers = QStringList{file};
        start.desk.setState(state);
        QVERIFY(start.failed.isEmpty());
        QCOMPARE(start.recent.files(), QStringList{file});
    }
    void recentOnesAreBounded()
    {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        RecentRecordings recent(settings);
        QSignalSpy changed(&recent, &RecentRecordings::changed);
        for (int i = 0; i < 30; ++i)
            recent.add(QStringLiteral("/r/%1.nodescope").arg(i % 20));
        QCOMPARE(changed.size(), 30);
        QCOMPARE(recent.files().size(), int(RecentRecordings::Capacity));
        QCOMPARE(recent.files().first(), QStringLiteral("/r/9.nodescope"));
        recent.clear();
        QVERIFY(recent.files().isEmpty());
    }
    void theSignSaysHowLong()
    {
        RecordingSign sign;
        QSignalSpy changed(&sign, &RecordingSign::recordingChanged);
        sign.setState({});
        QVERIFY(sign.text().isEmpty() && !sign.isTicking() && changed.isEmpty());
        const QString file = recording(QStringLiteral("day"));
        TimeState state = recordingTo(file);
        sign.setState(state);
        QCOMPARE(changed.size(), 1);
        QVERIFY(changed.last().first().toBool());
        QVERIFY(sign.isTicking());
        QVERIFY2(sign.text().contains(QLatin1String("00:12")), qPrintable(sign.text()));
        QVERIFY(sign.toolTip().contains(QLatin1String("day.nodescope")));
        sign.setBrief(true);
        QVERIFY(sign.text().startsWith(QLatin1String("00:12")));
        // A clock that was set back says nothing odd, and hours are told.
        state.recordedSince = QDateTime::currentMSecsSinceEpoch() + 60'000;
        sign.setState(state);
        QCOMPARE(sign.text(), QStringLiteral("00:00"));
        state.recordedSince = QDateTime::currentMSecsSinceEpoch() - 3'723'500;
        sign.setState(state);
        QCOMPARE(sign.text(), QStringLiteral("1:02:03"));
        sign.setState({});
        QVERIFY(!sign.isTicking() && !changed.last().first().toBool());
    }

private:
    QString settingsFile() { return m_home.filePath(QStringLiteral("%1.ini").arg(++m_count)); }
    QString recording(const QString &name)
    {
        const QString path = m_home.filePath(name + QStringLiteral(".nodescope"));
        QFile file(path);
        (void)file.open(QIODevice::WriteOnly);
        return path;
    }
    QTemporaryDir m_home;
    int m_count = 0;
};

QTEST_MAIN(tst_Recordings)
#include "tst_Recordings.moc"
